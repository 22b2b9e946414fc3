// A very large review is loaded in two parts. Here a small one is made to look large: the numbers its file gives to
// records are high.

#include "testsession.h"

#include "core/store/sqlite.h"
#include "tests/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace loading_test {

class TestLoading : public QObject
{
    Q_OBJECT

private slots:
    void aSmallReviewIsThereAtOnce();
    void ofALargeOneTheFewKindsAreThereAtOnce();
    void theRestComesAndEqualsWhatIsReadAtOnce();
    void conflictsAndProblemsComeWithTheRest();
    void whatWasShownAtOnceStaysTheSameObject();
    void aCommitWaitsForTheRest();
    void anEditFunctionSeesTheWhole();
    void undoWaitsForTheRest();
    void closingDoesNotWaitForTheEventLoop();
    void whatAnotherWroteMeanwhileIsThereToo();
    void aStoreThatWritesReadsTheRestItself();
    void aFailureIsTold();
};

/// A desk with some records of many kinds, two of them at odds with a colleague's, whose file looks large.
static std::unique_ptr<Desk> largeDesk()
{
    auto ada = std::make_unique<Desk>();
    ada->apply(R"({"create":"milestone","as":"m","set":{"title":"Draft report","target":"2020-01-24"}})");
    ada->apply(R"({"create":"finding","as":"f","set":{"title":"A finding"}})");
    ada->apply(R"({"create":"recommendation","as":"r","set":{"title":"Do it"}})");
    Desk ben(*ada, "Ben");
    for (Desk *desk : {ada.get(), &ben}) {
        const QByteArray who = desk == &ben ? "Ben" : "Ada";
        desk->apply(R"({"set":{"M-001":{"title":"of )" + who + R"("}}})");
        desk->apply(R"({"set":{"F-001":{"title":"of )" + who + R"("}}})");
    }
    QList<Transaction> all;
    must(ben.session->store().forEachTransaction([&](const Transaction &transaction) -> Status {
        all += transaction;
        return {};
    }));
    (void)must(ada->session->importTransactions(
        [&]() -> std::optional<Transaction> {
            return all.isEmpty() ? std::nullopt : std::optional(all.takeFirst());
        },
        u"Ben"_s));
    ada->close();
    sqlite3 *database = nullptr;
    sqlite3_open(ada->path().toUtf8().constData(), &database);
    sqlite::execute(database, "INSERT INTO ent(eid, uuid) VALUES(50000, randomblob(16))");
    sqlite3_close(database);
    return ada;
}

static std::unique_ptr<Session> openFast(const Desk &desk, Store::Mode mode = Store::ReadWrite)
{
    SessionOptions options = desk.options();
    options.mode = mode;
    options.loading = Store::FewFirst;
    return must(Session::open(desk.path(), options));
}

static QByteArray dumpAtOnce(const Desk &desk)
{
    SessionOptions options = desk.options();
    options.mode = Store::ReadOnly;
    return dumpReview(must(Session::open(desk.path(), options))->review());
}

static QStringList conflictIds(const Review &review)
{
    QStringList ids;
    for (const Conflict &conflict : review.conflicts())
        ids += conflict.id;
    return ids;
}

static QStringList sentences(const QList<Problem> &problems)
{
    QStringList list;
    for (const Problem &problem : problems)
        list += problem.sentence;
    return list;
}

void TestLoading::aSmallReviewIsThereAtOnce()
{
    Desk desk;
    desk.apply(R"({"create":"finding","set":{"title":"A finding"}})");
    const QByteArray whole = desk.dump();
    desk.close();
    const auto session = openFast(desk);
    QVERIFY(!session->isLoading());
    QCOMPARE(dumpReview(session->review()), whole);
}

void TestLoading::ofALargeOneTheFewKindsAreThereAtOnce()
{
    const auto desk = largeDesk();
    const auto session = openFast(*desk);
    QVERIFY(session->isLoading());
    QCOMPARE(session->review().count(Kind::Milestone), 1);
    QCOMPARE(session->review().count(Kind::Person), 2);
    QCOMPARE(session->review().count(Kind::Finding), 0);
    QCOMPARE(conflictIds(session->review()), QStringList{u"M-001.title"_s});
    QVERIFY(!session->me().isNull());
}

void TestLoading::theRestComesAndEqualsWhatIsReadAtOnce()
{
    const auto desk = largeDesk();
    const QByteArray whole = dumpAtOnce(*desk);
    const auto session = openFast(*desk);
    QVERIFY(dumpReview(session->review()) != whole);
    QSignalSpy spy(session.get(), &Session::changed);
    QTRY_COMPARE(spy.size(), 1);
    QVERIFY(spy.first().first().value<Changes>().everything);
    QVERIFY(!session->isLoading());
    QCOMPARE(dumpReview(session->review()), whole);
    QTest::qWait(50);
    QCOMPARE(spy.size(), 1);
}

void TestLoading::conflictsAndProblemsComeWithTheRest()
{
    const auto desk = largeDesk();
    const auto session = openFast(*desk);
    session->finishLoading();
    QCOMPARE(conflictIds(session->review()), (QStringList{u"M-001.title"_s, u"F-001.title"_s}));
    QVERIFY(!session->problems().isEmpty());
    QCOMPARE(sentences(session->problems()), sentences(runChecks(session->review(), desk->clock)));
}

void TestLoading::whatWasShownAtOnceStaysTheSameObject()
{
    const auto desk = largeDesk();
    const auto session = openFast(*desk);
    const std::vector<const Record *> before = session->review().list(Kind::Milestone);
    const std::vector<const Record *> people = session->review().list(Kind::Person);
    session->finishLoading();
    QCOMPARE(session->review().list(Kind::Milestone), before);
    QCOMPARE(session->review().list(Kind::Person), people);
}

void TestLoading::aCommitWaitsForTheRest()
{
    const auto desk = largeDesk();
    const auto session = openFast(*desk);
    const RecordId milestone = must(session->review().byKey(u"M-001"_s));
    ChangeSet changes(session->review(), Cause::Edit);
    changes.set<&Milestone::source>(MilestoneId(milestone.uuid), u"the plan"_s);
    QSignalSpy spy(session.get(), &Session::changed);
    (void)must(session->commit(changes));
    QCOMPARE(spy.size(), 2); // The rest, then the edit.
    QVERIFY(!session->isLoading());
    QCOMPARE(session->review().count(Kind::Finding), 1);
    QCOMPARE(dumpReview(session->review()), dumpAtOnce(*desk));
}

void TestLoading::anEditFunctionSeesTheWhole()
{
    const auto desk = largeDesk();
    const auto session = openFast(*desk);
    QCOMPARE(session->context().review.count(Kind::Finding), 1);
}

void TestLoading::undoWaitsForTheRest()
{
    const auto desk = largeDesk();
    const auto session = openFast(*desk);
    (void)must(session->undo()); // Ada's title of the finding.
    QVERIFY(!session->isLoading());
    QCOMPARE(dumpReview(session->review()), dumpAtOnce(*desk));
}

void TestLoading::closingDoesNotWaitForTheEventLoop()
{
    const auto desk = largeDesk();
    for (int i = 0; i < 20; ++i)
        QVERIFY(openFast(*desk)->isLoading());
    QCoreApplication::processEvents();
}

void TestLoading::whatAnotherWroteMeanwhileIsThereToo()
{
    const auto desk = largeDesk();
    auto reading = must(Store::open(desk->path(), Store::ReadOnly, desk->registry, desk->entropy, Store::FewFirst));
    QVERIFY(!reading->isComplete());
    desk->open();
    desk->apply(R"({"create":"finding","set":{"title":"Written meanwhile"}})");
    must(reading->takeRest(must(Store::readRest(desk->path(), reading->review()))));
    QVERIFY(reading->isComplete());
    QCOMPARE(dumpReview(reading->review()), desk->dump());
}

void TestLoading::aStoreThatWritesReadsTheRestItself()
{
    const auto desk = largeDesk();
    auto store = must(Store::open(desk->path(), Store::ReadWrite, desk->registry, desk->entropy, Store::FewFirst));
    QVERIFY(!store->isComplete());
    (void)must(store->undo({{}, desk->clock.now()}));
    QVERIFY(store->isComplete());
    QCOMPARE(dumpReview(store->review()), dumpAtOnce(*desk));
}

void TestLoading::aFailureIsTold()
{
    const auto desk = largeDesk();
    const auto rest = Store::readRest(desk->file(u"elsewhere.plumb"_s), Review());
    QVERIFY(!rest);
    Progress progress;
    progress.cancel();
    auto store = must(Store::open(desk->path(), Store::ReadOnly, desk->registry, desk->entropy, Store::FewFirst));
    QCOMPARE(Store::readRest(desk->path(), store->review(), progress).error().code, ErrorCode::Cancelled);
}

PLUMBLINE_TEST(TestLoading)
} // namespace loading_test

#include "tst_loading.moc"
