#include "core/edits/conflicts.h"
#include "core/exchange/bundlereader.h"
#include "core/exchange/sharing.h"
#include "tests/core/exchange/forgery.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

#include <QSignalSpy>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace sharing_test {

class TestSharing : public QObject
{
    Q_OBJECT

private slots:
    void aBundleGivesANewFileTheSameState();
    void twoCopiesEditedApartConverge();
    void theSameFieldIsOneConflictOnBothSidesWithBothValues();
    void equalEditsAreNoConflict();
    void aResolutionOnOneSideSettlesTheOther();
    void twoDifferentResolutionsAreANewConflict();
    void twoEqualResolutionsSettle();
    void importingTwiceChangesNothing();
    void bundlesMayArriveInAnyOrder();
    void longTextsMergeOnBothSidesAlike();
    void anEditMadeFromBeforeAnImportBecomesAConflict();
    void anInlineEditOfADisputedFieldKeepsTheOtherValue();
    void previewChangesNothingAndSaysWhatWouldHappen();
    void theReportNamesNewConflictsAndNewProblems();
    void theReportNamesWhatIsMissing();
    void anImportTellsListenersOnce();
    void anotherReviewsBundleIsRefused();
    void aBundleForNobodyIsRefused();
    void whatIsNoBundleChangesNothing();
    void unknownMandatoryRecordsAreRefused_data();
    void unknownMandatoryRecordsAreRefused();
    void skippableRecordsAreKeptAndForwarded();
    void whatCannotBeReadIsSetAsideAndTheRestIsTaken();
    void aChangeOfAnAudienceTheHeaderDoesNotNameIsSetAside();
    void whatANewerVersionAddedTravelsOnByteForByte();
    void madeUpReferencesByTheHundredThousandAreRefused();
    void aReadOnlySessionCanExportAndCannotImport();
    void undoOfAnImportedChangeIsNotOffered();
    void threePeopleInARingConverge();
};

static QString send(Desk &desk, const QString &name = u"out.plumbx"_s)
{
    const QString path = desk.file(name);
    must(exportBundle(*desk.session, path));
    return path;
}

static ImportReport receive(Desk &desk, const QString &path)
{
    return must(importBundles(*desk.session, {path}));
}

static Result<ImportReport> preview(const Desk &desk, const QString &path)
{
    return previewImport(desk.path(), desk.clock, {path});
}

/// Two people with the same milestone.
struct Pair {
    Desk ada;
    std::unique_ptr<Desk> ben;
    Pair()
    {
        ada.apply(R"({"create":"milestone","set":{"title":"Draft","target":"2020-01-24",
                      "description":"First sentence. Second sentence. Third sentence."}})");
        ben = std::make_unique<Desk>(ada, "Ben");
    }
    void exchange()
    {
        const QString ofAda = send(ada);
        receive(ada, send(*ben));
        receive(*ben, ofAda);
    }
};

static QStringList values(const Desk &desk, const QString &name)
{
    QStringList texts;
    for (const ConflictValue &value : must(conflictNamed(desk.review(), name)).values)
        texts += value.value.toText();
    return texts;
}

void TestSharing::aBundleGivesANewFileTheSameState()
{
    Pair pair;
    const QString bundle = send(pair.ada);
    const QString path = pair.ada.file(u"joined.plumb"_s);
    must(Store::create(path, pair.ada.review().uuid()));
    SessionOptions options;
    options.registry = StreamRegistry::inMemory();
    const auto joined = must(Session::open(path, options));
    const ImportReport report = must(importBundles(*joined, {bundle}));
    QCOMPARE(report.counts.transactions, pair.ada.session->store().transactionCount());
    QCOMPARE(report.counts.operations, pair.ada.session->store().operationCount());
    QCOMPARE(report.bundles.first().header.senderName, u"Ada"_s);
    QCOMPARE(dumpReview(joined->review()), pair.ada.dump());
    QVERIFY(must(joined->store().verify()).problems.isEmpty());
}

void TestSharing::twoCopiesEditedApartConverge()
{
    Pair pair;
    pair.ada.apply(R"({"set":{"M-001":{"title":"Final"}}})");
    pair.ada.apply(R"({"create":"milestone","set":{"title":"of Ada"}})");
    pair.ben->apply(R"({"set":{"M-001":{"target":"2020-03-04"}}})");
    pair.ben->apply(R"({"create":"finding","set":{"title":"of Ben"}})");
    pair.exchange();
    QCOMPARE(pair.ada.dump(), pair.ben->dump());
    QVERIFY(pair.ada.review().conflicts().isEmpty());
    QCOMPARE(pair.ada.milestone(u"M-001"_s).title, u"Final"_s);
    QCOMPARE(pair.ada.milestone(u"M-001"_s).target->toText(), u"2020-03-04"_s);
    QCOMPARE(pair.ada.review().count(Kind::Finding), 1);
}

void TestSharing::theSameFieldIsOneConflictOnBothSidesWithBothValues()
{
    Pair pair;
    pair.ada.apply(R"({"set":{"M-001":{"title":"of Ada"}}})");
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    pair.exchange();
    for (Desk *desk : {&pair.ada, pair.ben.get()}) {
        QCOMPARE(desk->review().conflicts().size(), 1);
        const QStringList both = values(*desk, u"M-001.title"_s);
        QCOMPARE(QSet<QString>(both.begin(), both.end()), (QSet<QString>{u"of Ada"_s, u"of Ben"_s}));
        QCOMPARE(desk->review().conflicts().first().base, Value(u"Draft"_s));
    }
    QCOMPARE(pair.ada.review().conflicts(), pair.ben->review().conflicts());
    QCOMPARE(pair.ada.dump(), pair.ben->dump());
}

void TestSharing::equalEditsAreNoConflict()
{
    Pair pair;
    pair.ada.apply(R"({"set":{"M-001":{"title":"Final"}}})");
    pair.ben->apply(R"({"set":{"M-001":{"title":"Final"}}})");
    pair.exchange();
    QVERIFY(pair.ada.review().conflicts().isEmpty());
    QCOMPARE(pair.ada.dump(), pair.ben->dump());
}

static void resolveTitle(Desk &desk, const QString &text)
{
    must(desk.session->commit(settleConflict(desk.session->context(), u"M-001.title"_s, text)));
}

void TestSharing::aResolutionOnOneSideSettlesTheOther()
{
    Pair pair;
    pair.ada.apply(R"({"set":{"M-001":{"title":"of Ada"}}})");
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    pair.exchange();
    resolveTitle(pair.ada, u"agreed"_s);
    const ImportReport report = receive(*pair.ben, send(pair.ada));
    QCOMPARE(report.settled, QStringList{u"M-001.title"_s});
    QVERIFY(report.newConflicts.isEmpty());
    QVERIFY(pair.ben->review().conflicts().isEmpty());
    QCOMPARE(pair.ben->milestone(u"M-001"_s).title, u"agreed"_s);
}

void TestSharing::twoDifferentResolutionsAreANewConflict()
{
    Pair pair;
    pair.ada.apply(R"({"set":{"M-001":{"title":"of Ada"}}})");
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    pair.exchange();
    resolveTitle(pair.ada, u"as Ada settled it"_s);
    resolveTitle(*pair.ben, u"as Ben settled it"_s);
    pair.exchange();
    const QStringList both = values(pair.ada, u"M-001.title"_s);
    QCOMPARE(QSet<QString>(both.begin(), both.end()),
             (QSet<QString>{u"as Ada settled it"_s, u"as Ben settled it"_s}));
    QCOMPARE(pair.ada.dump(), pair.ben->dump());
}

void TestSharing::twoEqualResolutionsSettle()
{
    Pair pair;
    pair.ada.apply(R"({"set":{"M-001":{"title":"of Ada"}}})");
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    pair.exchange();
    resolveTitle(pair.ada, u"agreed"_s);
    resolveTitle(*pair.ben, u"agreed"_s);
    pair.exchange();
    QVERIFY(pair.ada.review().conflicts().isEmpty());
    QVERIFY(pair.ben->review().conflicts().isEmpty());
}

void TestSharing::importingTwiceChangesNothing()
{
    Pair pair;
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    const QString bundle = send(*pair.ben);
    const ImportReport first = receive(pair.ada, bundle);
    QVERIFY(first.counts.transactions > 0);
    const QByteArray dump = pair.ada.dump();
    QSignalSpy spy(pair.ada.session.get(), &Session::changed);
    const ImportReport second = receive(pair.ada, bundle);
    QCOMPARE(second.counts.transactions, 0);
    QCOMPARE(second.counts.alreadyHere, second.bundles.first().header.transactions);
    QCOMPARE(pair.ada.dump(), dump);
    QVERIFY(spy.isEmpty());
}

void TestSharing::bundlesMayArriveInAnyOrder()
{
    Pair pair;
    pair.ben->apply(R"({"set":{"M-001":{"title":"one"}}})");
    const QString early = send(*pair.ben, u"early.plumbx"_s);
    pair.ben->apply(R"({"set":{"M-001":{"title":"two"}}})");
    const QString late = send(*pair.ben, u"late.plumbx"_s);
    receive(pair.ada, late);
    receive(pair.ada, early);
    QCOMPARE(pair.ada.dump(), pair.ben->dump());
    QCOMPARE(pair.ada.milestone(u"M-001"_s).title, u"two"_s);
}

void TestSharing::longTextsMergeOnBothSidesAlike()
{
    Pair pair;
    pair.ada.apply(R"({"set":{"M-001":{"description":"First words. Second sentence. Third sentence."}}})");
    pair.ben->apply(R"({"set":{"M-001":{"description":"First sentence. Second sentence. Third words."}}})");
    pair.exchange();
    QCOMPARE(pair.ada.milestone(u"M-001"_s).description, u"First words. Second sentence. Third words."_s);
    QCOMPARE(pair.ada.dump(), pair.ben->dump());
    QVERIFY(pair.ada.review().conflicts().isEmpty());
}

void TestSharing::anEditMadeFromBeforeAnImportBecomesAConflict()
{
    Pair pair;
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    ChangeSet editor(pair.ada.review(), Cause::Edit); // Open while the import arrives.
    receive(pair.ada, send(*pair.ben));
    editor.set(Kind::Milestone, pair.ada.byKey(u"M-001"_s), "title", Value(u"of Ada"_s));
    must(pair.ada.session->commit(editor));
    QCOMPARE(values(pair.ada, u"M-001.title"_s).size(), 2);
    receive(*pair.ben, send(pair.ada));
    QCOMPARE(pair.ada.dump(), pair.ben->dump());
}

void TestSharing::anInlineEditOfADisputedFieldKeepsTheOtherValue()
{
    Pair pair;
    pair.ada.apply(R"({"set":{"M-001":{"title":"of Ada"}}})");
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    pair.exchange();
    const QStringList before = values(pair.ada, u"M-001.title"_s);
    ChangeSet inlineEdit(pair.ada.review(), Cause::Edit);
    inlineEdit.set(Kind::Milestone, pair.ada.byKey(u"M-001"_s), "title", Value(u"typed over the badge"_s));
    must(pair.ada.session->commit(inlineEdit));
    const QStringList after = values(pair.ada, u"M-001.title"_s);
    QVERIFY(after.contains(u"typed over the badge"_s));
    QVERIFY(after.contains(before.at(1))); // What was not shown was not typed over.
    QVERIFY(!after.contains(before.at(0)));
}

void TestSharing::previewChangesNothingAndSaysWhatWouldHappen()
{
    Pair pair;
    pair.ada.apply(R"({"set":{"M-001":{"title":"of Ada"}}})");
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    const QString bundle = send(*pair.ben);
    const QByteArray dump = pair.ada.dump();
    const qint64 count = pair.ada.session->store().transactionCount();
    const auto tips = pair.ada.session->store().tips();
    QSignalSpy spy(pair.ada.session.get(), &Session::changed);
    const ImportReport trial = must(preview(pair.ada, bundle));
    QVERIFY(trial.counts.transactions > 0);
    QCOMPARE(trial.newConflicts, QStringList{u"M-001.title"_s});
    QCOMPARE(pair.ada.dump(), dump);
    QCOMPARE(pair.ada.session->store().transactionCount(), count);
    QVERIFY(spy.isEmpty());
    const ImportReport real = receive(pair.ada, bundle);
    QCOMPARE(real.counts.transactions, trial.counts.transactions);
    QCOMPARE(real.newConflicts, trial.newConflicts);
    QVERIFY(!describeImport(pair.ada.review(), trial, true).isEmpty());
    // Looking does not make the own stream a stranger: the next edit goes on with it.
    pair.ada.apply(R"({"set":{"M-001":{"source":"x"}}})");
    QCOMPARE(pair.ada.session->store().tips().size(), qsizetype(tips.size() + 1)); // Ben's is the one more.
}

void TestSharing::theReportNamesNewConflictsAndNewProblems()
{
    Pair pair;
    pair.ada.apply(R"({"set":{"M-001":{"title":"of Ada"}}})");
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben","target":"2020-03-04","deadline":"2020-02-01"}}})");
    const ImportReport report = receive(pair.ada, send(*pair.ben));
    QCOMPARE(report.newConflicts, QStringList{u"M-001.title"_s});
    QVERIFY(report.settled.isEmpty());
    QVERIFY(!report.newProblems.isEmpty());
    const QString words = describeImport(pair.ada.review(), report, false).join(u'\n');
    QVERIFY(words.contains(u"Ben"));
    QVERIFY(words.contains(u"M-001.title"));
}

void TestSharing::theReportNamesWhatIsMissing()
{
    Pair pair;
    QList<Transaction> all;
    for (int i = 0; i < 4; ++i)
        pair.ben->apply(R"({"set":{"M-001":{"source":"step )" + QByteArray::number(i) + R"("}}})");
    must(pair.ben->session->store().forEachTransaction([&](const Transaction &transaction) -> Status {
        all += transaction;
        return {};
    }));
    BundleHeader header;
    header.review = pair.ada.review().uuid();
    header.created = pair.ada.clock.now();
    const QString path = pair.ada.file(u"holes.plumbx"_s);
    forgery::write(path, forgery::bundle(header, forgery::record(1, all.last().toBytes())));
    const ImportReport report = receive(pair.ada, path);
    QCOMPARE(report.gaps.size(), 1);
    QCOMPARE(report.gaps.first().last, all.last().seq - 1);
    QVERIFY(describeImport(pair.ada.review(), report, false).last().contains(u"missing"));
    receive(pair.ada, send(*pair.ben));
    QVERIFY(pair.ada.session->store().gaps().isEmpty());
}

void TestSharing::anImportTellsListenersOnce()
{
    Pair pair;
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    pair.ben->apply(R"({"set":{"M-001":{"source":"x"}}})");
    QSignalSpy spy(pair.ada.session.get(), &Session::changed);
    receive(pair.ada, send(*pair.ben));
    QCOMPARE(spy.size(), 1);
    const auto changes = spy.first().first().value<Changes>();
    QCOMPARE(changes.records.value(pair.ada.byKey(u"M-001"_s)).fields, (QSet<QByteArray>{"title", "source"}));
}

/// What must be the same after a bundle was refused.
static void refuse(Desk &desk, const QByteArray &bundle, ErrorCode code)
{
    const QByteArray dump = desk.dump();
    const qint64 count = desk.session->store().transactionCount();
    const QString path = desk.file(u"refused.plumbx"_s);
    forgery::write(path, bundle);
    for (const bool trial : {true, false}) {
        const auto report = trial ? preview(desk, path) : importBundles(*desk.session, {path});
        QVERIFY(!report);
        QCOMPARE(report.error().code, code);
    }
    QCOMPARE(desk.dump(), dump);
    QCOMPARE(desk.session->store().transactionCount(), count);
}

void TestSharing::anotherReviewsBundleIsRefused()
{
    Desk ada("Ada");
    Desk eve("Eve");
    QVERIFY(ada.review().uuid() != eve.review().uuid());
    refuse(ada, forgery::read(send(eve)), ErrorCode::Refused);
}

void TestSharing::aBundleForNobodyIsRefused()
{
    Desk ada;
    BundleHeader header;
    header.review = ada.review().uuid();
    header.audiences = {};
    refuse(ada, forgery::bundle(header, {}), ErrorCode::Refused);
}

void TestSharing::whatIsNoBundleChangesNothing()
{
    Desk ada;
    const QByteArray good = forgery::read(send(ada));
    refuse(ada, {}, ErrorCode::BadInput);
    refuse(ada, "Dear team,\n", ErrorCode::BadInput);
    refuse(ada, good.chopped(1), ErrorCode::Damaged);
    refuse(ada, good + 'x', ErrorCode::Damaged);
}

void TestSharing::unknownMandatoryRecordsAreRefused_data()
{
    QTest::addColumn<int>("kind");
    for (const int kind : {0, 4, 5, 64, 127})
        QTest::addRow("kind %d", kind) << kind;
}

void TestSharing::unknownMandatoryRecordsAreRefused()
{
    QFETCH(int, kind);
    Pair pair;
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    QByteArray records;
    must(pair.ben->session->store().forEachTransaction([&](const Transaction &transaction) -> Status {
        records += forgery::record(1, transaction.toBytes());
        return {};
    }));
    BundleHeader header;
    header.review = pair.ada.review().uuid();
    // It stands last, so everything before it could have been taken; nothing is.
    refuse(pair.ada, forgery::bundle(header, records + forgery::record(quint64(kind), "x")),
           ErrorCode::Newer);
}

/// The records of a bundle of the given kind.
static QList<QByteArray> recordsOf(const QString &path, int wanted)
{
    QList<QByteArray> found;
    const auto reader = must(BundleReader::open(path));
    must(reader->read([&](int kind, const QByteArray &content) -> Status {
        if (kind == wanted)
            found += content;
        return {};
    }));
    return found;
}

void TestSharing::skippableRecordsAreKeptAndForwarded()
{
    Desk ada;
    BundleHeader header;
    header.review = ada.review().uuid();
    const QString path = ada.file(u"newer.plumbx"_s);
    forgery::write(path, forgery::bundle(header, forgery::record(128, "of tomorrow") +
                                                     forgery::record(3, "a note") +
                                                     forgery::record(200, QByteArray("\0\xff", 2))));
    receive(ada, path);
    receive(ada, path);
    const QString onward = send(ada);
    QCOMPARE(recordsOf(onward, 128), QList<QByteArray>{"of tomorrow"});
    QCOMPARE(recordsOf(onward, 200), QList<QByteArray>{QByteArray("\0\xff", 2)});
}

void TestSharing::whatCannotBeReadIsSetAsideAndTheRestIsTaken()
{
    Pair pair;
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    QByteArray records = forgery::record(1, "no transaction at all");
    must(pair.ben->session->store().forEachTransaction([&](const Transaction &transaction) -> Status {
        records += forgery::record(1, transaction.toBytes());
        return {};
    }));
    BundleHeader header;
    header.review = pair.ada.review().uuid();
    const QString path = pair.ada.file(u"mixed.plumbx"_s);
    forgery::write(path, forgery::bundle(header, records));
    const ImportReport report = receive(pair.ada, path);
    QCOMPARE(report.counts.setAside, 1);
    QCOMPARE(pair.ada.dump(), pair.ben->dump());
    // It is kept and sent on: somebody with a newer program may be able to read it.
    QVERIFY(recordsOf(send(pair.ada), 1).contains("no transaction at all"));
}

void TestSharing::aChangeOfAnAudienceTheHeaderDoesNotNameIsSetAside()
{
    Pair pair;
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    QList<Transaction> all;
    must(pair.ben->session->store().forEachTransaction([&](const Transaction &transaction) -> Status {
        all += transaction;
        return {};
    }));
    Transaction closed = all.last();
    closed.audience = 5;
    BundleHeader header;
    header.review = pair.ada.review().uuid();
    const QString path = pair.ada.file(u"closed.plumbx"_s);
    forgery::write(path, forgery::bundle(header, forgery::record(1, closed.toBytes())));
    const ImportReport report = receive(pair.ada, path);
    QCOMPARE(report.counts.setAside, 1);
    QCOMPARE(report.counts.transactions, 0);
    QCOMPARE(pair.ada.milestone(u"M-001"_s).title, u"Draft"_s);
    // The stream itself is still taken under the audience it has.
    receive(pair.ada, send(*pair.ben));
    QCOMPARE(pair.ada.dump(), pair.ben->dump());
    QVERIFY(must(pair.ada.session->store().verify()).problems.isEmpty());
    send(pair.ada);
}

void TestSharing::whatANewerVersionAddedTravelsOnByteForByte()
{
    Pair pair;
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    QList<Transaction> all;
    must(pair.ben->session->store().forEachTransaction([&](const Transaction &transaction) -> Status {
        all += transaction;
        return {};
    }));
    Transaction newer = all.last();
    newer.stream = QByteArray(16, 'n');
    newer.seq = 1;
    newer.prev.clear();
    cbor::unsignedNumber(newer.unknownHeader, 40);
    cbor::text(newer.unknownHeader, "of tomorrow");
    newer.unknownHeaderCount = 1;
    newer.operations[0].refs.clear();
    newer.operations[0].extra = QByteArray("\x18\x2a", 2);
    Operation unknownField = newer.operations.first();
    unknownField.field = "unicorn.horn";
    unknownField.entity = QByteArray(16, 'u');
    newer.operations += unknownField;
    for (int type = 3; type < 128; ++type) {
        if (type == WitnessOperation)
            continue;
        Operation unknownType = newer.operations.first();
        unknownType.type = type;
        unknownType.field = "milestone.of" + QByteArray::number(type);
        unknownType.refs = {{QByteArray(16, 'r'), quint32(type)}};
        unknownType.value = type % 2 ? Value(u"of tomorrow"_s) : Value(Value::Array{Value(qint64(type)), Value()});
        newer.operations += unknownType;
    }
    QVERIFY(newer.validate());
    BundleHeader header;
    header.review = pair.ada.review().uuid();
    const QString path = pair.ada.file(u"newer.plumbx"_s);
    forgery::write(path, forgery::bundle(header, forgery::record(1, newer.toBytes())));
    QCOMPARE(receive(pair.ada, path).counts.transactions, 1);
    const QString onward = send(pair.ada);
    QVERIFY(recordsOf(onward, 1).contains(newer.toBytes()));
    QVERIFY(must(pair.ada.session->store().verify()).problems.isEmpty());
    // And from there to the next.
    receive(*pair.ben, onward);
    QVERIFY(recordsOf(send(*pair.ben), 1).contains(newer.toBytes()));
    receive(pair.ada, pair.ben->file(u"out.plumbx"_s));
    QCOMPARE(pair.ada.dump(), pair.ben->dump());
}

/// A transaction that names @p count transactions nobody has.
static Transaction withMadeUpRefs(const Transaction &pattern, int count)
{
    Transaction transaction = pattern;
    transaction.stream = QByteArray(16, 'm');
    transaction.seq = 1;
    transaction.prev.clear();
    const Operation first = transaction.operations.first();
    transaction.operations.clear();
    for (int made = 0; made < count;) {
        Operation operation = first;
        operation.field = "milestone.x" + QByteArray::number(made);
        operation.refs.clear();
        for (int i = 0; i < mostRefs && made < count; ++i, ++made)
            operation.refs += {digest16(QByteArray::number(made)), 0};
        std::sort(operation.refs.begin(), operation.refs.end());
        transaction.operations += operation;
    }
    return transaction;
}

void TestSharing::madeUpReferencesByTheHundredThousandAreRefused()
{
    Pair pair;
    Transaction pattern;
    must(pair.ben->session->store().forEachTransaction([&](const Transaction &transaction) -> Status {
        pattern = transaction;
        return {};
    }));
    BundleHeader header;
    header.review = pair.ada.review().uuid();
    const Transaction many = withMadeUpRefs(pattern, 230'000);
    QVERIFY(many.validate());
    const QString path = pair.ada.file(u"some.plumbx"_s);
    forgery::write(path, forgery::bundle(header, forgery::record(1, many.toBytes())));
    const auto refused = importBundles(*pair.ada.session, {path});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadInput);
    const Transaction some = withMadeUpRefs(pattern, 3000);
    forgery::write(path, forgery::bundle(header, forgery::record(1, some.toBytes())));
    QCOMPARE(receive(pair.ada, path).counts.transactions, 1);
    QVERIFY(must(pair.ada.session->store().verify()).problems.isEmpty());
}

void TestSharing::aReadOnlySessionCanExportAndCannotImport()
{
    Pair pair;
    const QString bundle = send(*pair.ben);
    SessionOptions options = pair.ada.options();
    options.mode = Store::ReadOnly;
    const auto reading = must(Session::open(pair.ada.path(), options));
    QVERIFY(exportBundle(*reading, pair.ada.file(u"out.plumbx"_s)));
    const auto report = importBundles(*reading, {bundle});
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::CannotWrite);
    QVERIFY(preview(pair.ada, bundle));
}

void TestSharing::undoOfAnImportedChangeIsNotOffered()
{
    Pair pair;
    const QString own = pair.ada.session->undoText();
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    receive(pair.ada, send(*pair.ben));
    QCOMPARE(pair.ada.session->undoText(), own);
}

void TestSharing::threePeopleInARingConverge()
{
    Pair pair;
    Desk cleo(pair.ada, "Cleo");
    pair.ada.apply(R"({"set":{"M-001":{"title":"of Ada"}}})");
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    cleo.apply(R"({"delete":"M-001"})");
    for (int round = 0; round < 2; ++round) {
        receive(*pair.ben, send(pair.ada));
        receive(cleo, send(*pair.ben));
        receive(pair.ada, send(cleo));
    }
    QCOMPARE(pair.ada.dump(), pair.ben->dump());
    QCOMPARE(pair.ada.dump(), cleo.dump());
    QCOMPARE(pair.ada.review().conflicts().size(), 2); // The title, and whether the milestone is to stay.
}

PLUMBLINE_TEST(TestSharing)
} // namespace sharing_test

#include "tst_sharing.moc"
