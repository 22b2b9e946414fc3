#include "core/exchange/bundlereader.h"
#include "core/exchange/sharing.h"
#include "tests/core/exchange/forgery.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

#include <QSignalSpy>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace delta_test {

class TestDelta : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aDeltaHoldsOnlyWhatIsNew();
    void whatAPersonHasIsTheLeastOfHerFiles();
    void whatWasSentIsRemembered();
    void aLostDeltaIsSeenAndHealed();
    void severalBundlesAtOnceInAnyOrder();
    void oneBadBundleAmongGoodOnesChangesNothing();
    void recordsOfAClosedGroupGoOnlyWithIt();
    void whatCannotBeReadDoesNotLeaveItsGroup();
    void theReportSaysWhatHappensToEachRecord();
    void authorsAreCounted();
    void recordsTouchedByBothAreNamed();
    void aRecordCanBeSetAside();
    void aStoppedImportIsCompletedByTheNext();
    void aStoppedExportLeavesWhatWasThere();
    void anImportInAWorkerShowsAfterwards();
    void aReviewCannotBeJoinedFromADelta();
    void aSecondComputerOfOnePersonConverges();

private:
    QTemporaryDir m_home;
};

void TestDelta::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_home.path().toLocal8Bit());
}

static QString send(Desk &desk, const QString &name, const ExportOptions &options = {})
{
    const QString path = desk.file(name);
    must(exportBundle(*desk.session, path, options));
    return path;
}

static ImportReport receive(Desk &desk, const QStringList &paths, const ImportOptions &options = {})
{
    return must(importBundles(*desk.session, paths, options));
}

/// Two people with the same milestone.
struct Pair {
    Desk ada;
    std::unique_ptr<Desk> ben;
    Pair()
    {
        ada.apply(R"({"create":"milestone","set":{"title":"Draft","target":"2020-01-24"}})");
        ada.apply(R"({"create":"finding","set":{"title":"A finding"}})");
        ben = std::make_unique<Desk>(ada, "Ben");
    }
};

static qint64 inside(const QString &path)
{
    return must(BundleReader::open(path))->header().transactions;
}

void TestDelta::aDeltaHoldsOnlyWhatIsNew()
{
    Pair pair;
    const QString first = send(*pair.ben, u"first.plumbx"_s);
    receive(pair.ada, {first});
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    pair.ben->apply(R"({"set":{"M-001":{"source":"x"}}})");
    ExportOptions options;
    options.beyond = must(whatBundleHas(first));
    const QString delta = send(*pair.ben, u"delta.plumbx"_s, options);
    QCOMPARE(inside(delta), 2);
    QCOMPARE(receive(pair.ada, {delta}).counts.transactions, 2);
    QCOMPARE(pair.ada.dump(), pair.ben->dump());
    // By what came from Ada, Ben knows what she has.
    receive(*pair.ben, {send(pair.ada, u"back.plumbx"_s)});
    options.beyond = whatPersonHas(pair.ben->session->store(), pair.ada.session->me(), pair.ben->clock.now());
    QCOMPARE(inside(send(*pair.ben, u"nothing.plumbx"_s, options)), 0);
    pair.ben->apply(R"({"set":{"M-001":{"source":"y"}}})");
    QCOMPARE(inside(send(*pair.ben, u"one.plumbx"_s, options)), 1);
}

void TestDelta::whatAPersonHasIsTheLeastOfHerFiles()
{
    Pair pair;
    Desk laptop(*pair.ben, "Ben");
    must(laptop.session->setMe(pair.ben->session->me()));
    pair.ada.apply(R"({"set":{"M-001":{"title":"first"}}})");
    receive(laptop, {send(pair.ada, u"early.plumbx"_s)});
    pair.ada.apply(R"({"set":{"M-001":{"title":"second"}}})");
    receive(*pair.ben, {send(pair.ada, u"late.plumbx"_s)});
    receive(pair.ada, {send(*pair.ben, u"a.plumbx"_s)});
    const RecordId ben = pair.ben->session->me();
    Store &store = pair.ada.session->store();
    const QDateTime now = pair.ada.clock.now();
    const auto lacks = [&](const QDateTime &when) {
        return must(store.count({{0}, whatPersonHas(store, ben, when), 0})).transactions;
    };
    QCOMPARE(lacks(now), 0);
    receive(pair.ada, {send(laptop, u"b.plumbx"_s)});
    const qint64 ofLaptop = lacks(now);
    QVERIFY(ofLaptop >= 1);                                                  // At least Ada's second edit.
    QCOMPARE(lacks(now.addDays(91)), store.transactionCount());             // Nothing was heard of either for long.
    QVERIFY(whatPersonHas(store, RecordId(QUuid::createUuid()), now).isEmpty());
    QVERIFY(whatPersonHas(store, {}, now).isEmpty());
}

void TestDelta::whatWasSentIsRemembered()
{
    Pair pair;
    const RecordId ben = pair.ben->session->me();
    receive(pair.ada, {send(*pair.ben, u"ben.plumbx"_s)});
    ExportOptions options;
    options.receiver = ben;
    send(pair.ada, u"for-ben.plumbx"_s, options);
    QCOMPARE(pair.ada.session->store().peers().size(), 1);
    QCOMPARE(pair.ada.session->store().peers().first().lastOut, pair.ada.clock.now());
    QCOMPARE(pair.ada.session->store().peers().first().lastIn, pair.ada.clock.now());
    // Of whom nothing came yet, only that something went.
    options.receiver = pair.ada.session->me();
    send(*pair.ben, u"for-ada.plumbx"_s, options);
    QCOMPARE(pair.ben->session->store().peers().size(), 1);
    QVERIFY(!pair.ben->session->store().peers().first().lastIn.isValid());
    QVERIFY(whatPersonHas(pair.ben->session->store(), options.receiver, pair.ben->clock.now()).isEmpty());
}

void TestDelta::aLostDeltaIsSeenAndHealed()
{
    Pair pair;
    const QString first = send(*pair.ben, u"first.plumbx"_s);
    receive(pair.ada, {first});
    pair.ben->apply(R"({"set":{"M-001":{"title":"lost"}}})");
    const QString lost = send(*pair.ben, u"lost.plumbx"_s, {{0}, must(whatBundleHas(first))});
    pair.ben->apply(R"({"set":{"M-001":{"source":"later"}}})");
    const QString second = send(*pair.ben, u"second.plumbx"_s, {{0}, must(whatBundleHas(lost))});
    QCOMPARE(inside(second), 1);
    const ImportReport report = receive(pair.ada, {second});
    QCOMPARE(report.gaps.size(), 1);
    QVERIFY(describeGap(pair.ada.review(), report.gaps.first()).contains(u"1 change by Ben is missing") ||
            describeGap(pair.ada.review(), report.gaps.first()).contains(u"Ben"));
    // What Ada tells others she has does not claim what hangs in the air, so others send it again.
    receive(*pair.ben, {send(pair.ada, u"back.plumbx"_s)});
    ExportOptions options;
    options.beyond = whatPersonHas(pair.ben->session->store(), pair.ada.session->me(), pair.ben->clock.now());
    const QString third = send(*pair.ben, u"third.plumbx"_s, options);
    QCOMPARE(inside(third), 2);
    QVERIFY(receive(pair.ada, {third}).gaps.isEmpty());
    QCOMPARE(pair.ada.dump(), pair.ben->dump());
}

void TestDelta::severalBundlesAtOnceInAnyOrder()
{
    Pair pair;
    Desk cleo(pair.ada, "Cleo");
    QStringList bundles;
    for (int week = 0; week < 3; ++week) {
        pair.ben->apply(R"({"set":{"M-001":{"source":"week )" + QByteArray::number(week) + R"("}}})");
        const QList<StreamTip> beyond =
            bundles.isEmpty() ? QList<StreamTip>() : must(whatBundleHas(bundles.last()));
        bundles += send(*pair.ben, u"week%1.plumbx"_s.arg(week), {{0}, beyond});
    }
    QSignalSpy spy(pair.ada.session.get(), &Session::changed);
    const ImportReport report = receive(pair.ada, {bundles.at(2), bundles.at(0), bundles.at(1)});
    QCOMPARE(spy.size(), 1);
    QCOMPARE(report.bundles.size(), 3);
    QCOMPARE(report.imports.size(), 3);
    QVERIFY(report.gaps.isEmpty());
    QVERIFY(report.touchedByBoth.isEmpty());
    receive(cleo, {bundles.at(1), bundles.at(1), bundles.at(2), bundles.at(0)});
    QCOMPARE(pair.ada.dump(), pair.ben->dump());
    receive(cleo, {send(pair.ada, u"all.plumbx"_s)});
    receive(pair.ada, {send(cleo, u"cleo.plumbx"_s)});
    QCOMPARE(cleo.dump(), pair.ada.dump());
}

void TestDelta::oneBadBundleAmongGoodOnesChangesNothing()
{
    Pair pair;
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    const QString good = send(*pair.ben, u"good.plumbx"_s);
    const QString bad = pair.ada.file(u"bad.plumbx"_s);
    forgery::write(bad, forgery::read(good).chopped(1));
    const QByteArray dump = pair.ada.dump();
    QVERIFY(!importBundles(*pair.ada.session, {good, bad}));
    QCOMPARE(pair.ada.dump(), dump);
    QVERIFY(pair.ada.session->store().imports().isEmpty());
}

/// A milestone of a closed group.
static RecordId addClosed(Desk &desk, int audience, const QString &title)
{
    ChangeSet changes(desk.review(), Cause::Create);
    const RecordId id = changes.create(desk.review(), Kind::Milestone, {},
                                       RecordId(QUuid::fromRfc4122(desk.entropy(16))), audience);
    changes.set(Kind::Milestone, id, "title", Value(title));
    must(desk.session->commit(changes));
    return id;
}

void TestDelta::recordsOfAClosedGroupGoOnlyWithIt()
{
    Pair pair;
    const RecordId id = addClosed(*pair.ben, 7, u"closed"_s);
    receive(pair.ada, {send(*pair.ben, u"team.plumbx"_s)});
    QVERIFY(!pair.ada.review().findAny(id));
    const QString both = send(*pair.ben, u"both.plumbx"_s, {{0, 7}});
    QCOMPARE(must(BundleReader::open(both))->header().audiences, (QList<int>{0, 7}));
    receive(pair.ada, {both});
    QVERIFY(pair.ada.review().find(id));
    QCOMPARE(pair.ada.review().find(id)->audience, 7);
    QCOMPARE(pair.ada.dump(), pair.ben->dump());
    QCOMPARE(inside(send(pair.ada, u"closed.plumbx"_s, {{7}})), 1);
}

void TestDelta::whatCannotBeReadDoesNotLeaveItsGroup()
{
    Pair pair;
    BundleHeader header;
    header.review = pair.ada.review().uuid();
    header.audiences = {0, 7};
    const QString path = pair.ada.file(u"closed.plumbx"_s);
    forgery::write(path, forgery::bundle(header, forgery::record(1, "canary of tomorrow") +
                                                     forgery::record(200, "canary of a record")));
    receive(pair.ada, {path});
    const auto records = [](const QString &bundle) {
        QList<QByteArray> all;
        must(must(BundleReader::open(bundle))->read([&](int, const QByteArray &content) -> Status {
            all += content;
            return {};
        }));
        return all;
    };
    const QList<QByteArray> team = records(send(pair.ada, u"team.plumbx"_s));
    QVERIFY(!team.contains("canary of tomorrow") && !team.contains("canary of a record"));
    const QList<QByteArray> both = records(send(pair.ada, u"both.plumbx"_s, {{0, 7}}));
    QVERIFY(both.contains("canary of tomorrow") && both.contains("canary of a record"));
}

static ImportedRecord recordOf(const ImportReport &report, RecordId id)
{
    for (const ImportedRecord &record : report.records) {
        if (record.record == id)
            return record;
    }
    return {};
}

void TestDelta::theReportSaysWhatHappensToEachRecord()
{
    Pair pair;
    pair.ben->apply(R"({"set":{"M-001":{"source":"x","title":"of Ben"}}})");
    pair.ben->apply(R"({"create":"milestone","set":{"title":"Fresh"}})");
    pair.ben->apply(R"({"delete":"F-001"})");
    const RecordId gone = pair.ada.byKey(u"F-001"_s);
    const QString bundle = send(*pair.ben, u"b.plumbx"_s);
    const ImportReport preview = must(previewImport(pair.ada.path(), pair.ada.clock, {bundle}));
    const ImportReport report = receive(pair.ada, {bundle});
    for (const ImportReport &one : {preview, report}) {
        const ImportedRecord changed = recordOf(one, pair.ada.byKey(u"M-001"_s));
        QCOMPARE(changed.what, ImportedRecord::Changed);
        QList<QByteArray> fields;
        for (const Field &field : changed.fields())
            fields += field.name;
        QCOMPARE(fields, (QList<QByteArray>{"title", "source"})); // In the order of the description.
        QCOMPARE(changed.key, u"M-001"_s);
        QCOMPARE(changed.title(), u"of Ben"_s);
        QVERIFY(!changed.touchedByBoth);
        const ImportedRecord fresh = recordOf(one, pair.ada.byKey(u"M-002"_s));
        QCOMPARE(fresh.what, ImportedRecord::New);
        QCOMPARE(fresh.title(), u"Fresh"_s);
        QCOMPARE(recordOf(one, gone).what, ImportedRecord::Gone);
    }
    QCOMPARE(preview.records.size(), report.records.size());
}

void TestDelta::authorsAreCounted()
{
    Pair pair;
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    const ImportReport report = receive(pair.ada, {send(*pair.ben, u"b.plumbx"_s)});
    // Ben's coming is one change of nobody, who said then that he is Ben.
    qint64 ofBen = 0;
    qint64 all = 0;
    for (const ImportAuthor &author : report.authors) {
        all += author.changes;
        if (author.person == pair.ben->session->me()) {
            ofBen = author.changes;
            QCOMPARE(author.first, pair.ben->clock.now());
        }
    }
    QCOMPARE(ofBen, 1);
    QCOMPARE(all, report.counts.transactions);
}

void TestDelta::recordsTouchedByBothAreNamed()
{
    Pair pair;
    pair.ada.apply(R"({"set":{"M-001":{"title":"of Ada"}}})");
    pair.ben->apply(R"({"set":{"M-001":{"source":"of Ben"},"F-001":{"title":"of Ben"}}})");
    const QString bundle = send(*pair.ben, u"b.plumbx"_s);
    const RecordId both = pair.ada.byKey(u"M-001"_s);
    const ImportReport preview = must(previewImport(pair.ada.path(), pair.ada.clock, {bundle}));
    QCOMPARE(preview.touchedByBoth, QList<RecordId>{both});
    QVERIFY(pair.ada.session->store().toReread().isEmpty());
    const ImportReport report = receive(pair.ada, {bundle});
    QCOMPARE(report.touchedByBoth, QList<RecordId>{both});
    QVERIFY(recordOf(report, both).touchedByBoth);
    QCOMPARE(pair.ada.session->store().toReread(), QList<RecordId>{both});
}

void TestDelta::aRecordCanBeSetAside()
{
    Pair pair;
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"},"F-001":{"title":"of Ben"}}})");
    const QString bundle = send(*pair.ben, u"b.plumbx"_s);
    ImportOptions options;
    options.setAside = {pair.ada.byKey(u"M-001"_s)};
    const ImportReport report = receive(pair.ada, {bundle}, options);
    QVERIFY(report.left.isEmpty());
    QCOMPARE(pair.ada.milestone(u"M-001"_s).title, u"Draft"_s);
    QCOMPARE(titleOf(Kind::Finding, *pair.ada.review().find(pair.ada.byKey(u"F-001"_s))), u"of Ben"_s);
    // Everything was taken; setting aside is an action like any other.
    QCOMPARE(pair.ada.session->store().transactionCount(), pair.ben->session->store().transactionCount() + 1);
    must(pair.ada.session->undo());
    QCOMPARE(pair.ada.milestone(u"M-001"_s).title, u"of Ben"_s);
}

void TestDelta::aStoppedImportIsCompletedByTheNext()
{
    Pair pair;
    for (int i = 0; i < 200; ++i)
        pair.ben->apply(R"({"set":{"M-001":{"source":")" + QByteArray::number(i) + R"("}}})");
    const QString bundle = send(*pair.ben, u"b.plumbx"_s);
    const qint64 all = inside(bundle);
    // Stopped while it is read through, and stopped while it is taken in.
    for (const qint64 last : {qint64(64), all + 128}) {
        Progress progress([&](qint64 done, qint64) {
            if (done >= last)
                progress.cancel();
        });
        const auto stopped = importBundles(*pair.ada.session, {bundle}, {}, progress);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QVERIFY(must(pair.ada.session->store().verify()).problems.isEmpty());
    }
    const qint64 half = pair.ada.session->store().transactionCount();
    QVERIFY(half < pair.ben->session->store().transactionCount());
    receive(pair.ada, {bundle});
    QCOMPARE(pair.ada.dump(), pair.ben->dump());
}

void TestDelta::aStoppedExportLeavesWhatWasThere()
{
    Pair pair;
    const QString path = pair.ada.file(u"b.plumbx"_s);
    forgery::write(path, "last week's bundle");
    Progress progress;
    progress.cancel();
    const auto stopped = exportBundle(*pair.ada.session, path, {}, progress);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QCOMPARE(forgery::read(path), QByteArray("last week's bundle"));
}

void TestDelta::anImportInAWorkerShowsAfterwards()
{
    Pair pair;
    pair.ada.apply(R"({"set":{"M-001":{"title":"of Ada"}}})");
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    pair.ben->apply(R"({"create":"milestone","set":{"title":"Fresh","target":"2020-03-04","deadline":"2020-02-01"}})");
    const QString bundle = send(*pair.ben, u"b.plumbx"_s);
    ImportReport report;
    {
        const auto worker = must(Store::open(pair.ada.path(), Store::ReadWrite, pair.ada.registry));
        report = must(importBundles(*worker, pair.ada.clock, {bundle}));
    }
    QVERIFY(!report.newProblems.isEmpty());
    QVERIFY(pair.ada.review().conflicts().isEmpty());
    QSignalSpy spy(pair.ada.session.get(), &Session::changed);
    must(pair.ada.session->takeNews(report.counts.changes));
    QCOMPARE(spy.size(), 1);
    QCOMPARE(pair.ada.review().conflicts().size(), 1);
    const QByteArray shown = pair.ada.dump();
    const QList<Problem> problems = pair.ada.session->problems();
    pair.ada.reopen();
    QCOMPARE(pair.ada.dump(), shown);
    QCOMPARE(pair.ada.session->problems(), problems);
}

void TestDelta::aReviewCannotBeJoinedFromADelta()
{
    Pair pair;
    const QString full = send(pair.ada, u"full.plumbx"_s);
    pair.ada.apply(R"({"set":{"M-001":{"title":"later"}}})");
    const QString delta = send(pair.ada, u"delta.plumbx"_s, {{0}, must(whatBundleHas(full))});
    const QString path = pair.ada.file(u"joined.plumb"_s);
    const Status refused = joinReview(delta, path);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY(!QFile::exists(path));
    must(joinReview(full, path));
    QVERIFY(QFile::exists(path));
}

void TestDelta::aSecondComputerOfOnePersonConverges()
{
    Pair pair;
    Desk laptop(*pair.ben, "Ben");
    must(laptop.session->setMe(pair.ben->session->me()));
    laptop.apply(R"({"set":{"M-001":{"title":"on the train"}}})");
    pair.ben->apply(R"({"set":{"M-001":{"source":"at the desk"}}})");
    receive(pair.ada, {send(laptop, u"laptop.plumbx"_s), send(*pair.ben, u"desk.plumbx"_s)});
    receive(laptop, {send(pair.ada, u"ada.plumbx"_s)});
    receive(*pair.ben, {pair.ada.file(u"ada.plumbx"_s)});
    QCOMPARE(laptop.dump(), pair.ada.dump());
    QCOMPARE(pair.ben->dump(), pair.ada.dump());
    QVERIFY(pair.ada.review().conflicts().isEmpty());
    QCOMPARE(pair.ada.milestone(u"M-001"_s).title, u"on the train"_s);
    QCOMPARE(pair.ada.session->store().peers().size(), 2);
}

PLUMBLINE_TEST(TestDelta)
} // namespace delta_test

#include "tst_delta.moc"
