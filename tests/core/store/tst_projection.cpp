#include "core/store/schema.h"
#include "tests/core/store/filetricks.h"
#include "tests/testprogram.h"

#include <random>

using namespace plumbline;
using namespace plumbline::filetricks;
using namespace Qt::StringLiterals;

namespace projection_test {

class TestProjection : public QObject
{
    Q_OBJECT

private slots:
    void aProjectionOfAnotherVersionIsMadeAnew_data();
    void aProjectionOfAnotherVersionIsMadeAnew();
    void theProjectionIsWhatARebuildGivesAfterAnyEdits_data();
    void theProjectionIsWhatARebuildGivesAfterAnyEdits();
    void aRecordWithFieldsOfTwoKindsIsTheSameInEveryOrder();
};

void TestProjection::aProjectionOfAnotherVersionIsMadeAnew_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("another fingerprint") << QByteArray("UPDATE meta SET v = x'00' WHERE k = 'projection'");
    QTest::newRow("a kind it does not have") << QByteArray("DROP TABLE p_milestone");
    QTest::newRow("a kind we do not have") << QByteArray("CREATE TABLE p_comment(eid INTEGER PRIMARY KEY)");
    QTest::newRow("a field we do not have") << QByteArray("ALTER TABLE p_milestone ADD COLUMN colour ANY");
    QTest::newRow("no heads") << QByteArray("DROP TABLE head");
    QTest::newRow("another table of heads")
        << QByteArray("DROP TABLE head; CREATE TABLE head(eid, fid, oid)");
}

void TestProjection::aProjectionOfAnotherVersionIsMadeAnew()
{
    QFETCH(QByteArray, sql);
    TestStore ada;
    fill(ada);
    const QByteArray dump = ada.dump();
    ada.close();
    tamper(ada.path(), sql);
    const auto readOnly = Store::open(ada.path(), Store::ReadOnly, ada.registry);
    QVERIFY(!readOnly);
    QCOMPARE(readOnly.error().code, ErrorCode::CannotWrite);
    ada.open();
    QCOMPARE(ada.dump(), dump);
    QVERIFY(must(ada.store->verify()).problems.isEmpty());
    ada.addMilestone(u"goes on"_s);
}

void TestProjection::theProjectionIsWhatARebuildGivesAfterAnyEdits_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// One random thing a person may do.
static void actAtRandom(TestStore &store, std::mt19937 &random)
{
    const auto &milestones = store.review().list(Kind::Milestone);
    const int what = int(random() % 12);
    if (milestones.empty() || what == 0) {
        store.addMilestone(u"new %1"_s.arg(random() % 9));
        return;
    }
    const RecordId id = milestones.at(random() % milestones.size())->id;
    if (what == 1)
        store.remove(id);
    else if (what == 2)
        must(store.store->undo(store.author()));
    else if (what < 6)
        store.set(id, "title", u"title %1"_s.arg(random() % 4));
    else if (what < 9)
        store.set(id, "description", u"One %1. Two %2. Three."_s.arg(random() % 4).arg(random() % 4));
    else if (what < 11)
        store.set(id, "~place", Value::Array{Value(), Value(u"a%1"_s.arg(random() % 9))});
    else
        store.resolve(id, "title", u"settled %1"_s.arg(random() % 3));
}

void TestProjection::theProjectionIsWhatARebuildGivesAfterAnyEdits()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    TestStore ada;
    for (int i = 0; i < 3; ++i)
        ada.addMilestone(u"milestone %1"_s.arg(i));
    TestStore ben(ada, "Ben");
    ben.addMilestone(u"of Ben"_s); // So that he has something to undo.
    for (int step = 0; step < 40; ++step) {
        actAtRandom(random() % 2 ? ada : ben, random);
        if (random() % 8 == 0)
            random() % 2 ? ada.takeFrom(ben) : ben.takeFrom(ada);
    }
    exchange(ada, ben);
    QCOMPARE(ada.dump(), ben.dump());
    for (TestStore *copy : {&ada, &ben}) {
        const QByteArray dump = copy->dump();
        const QList<Conflict> conflicts = copy->review().conflicts();
        QVERIFY(must(copy->store->verify()).problems.isEmpty());
        copy->reopen();
        QCOMPARE(copy->dump(), dump);
        QCOMPARE(copy->review().conflicts(), conflicts);
        // The same set of transactions in another file, in another order.
        QList<Transaction> all = copy->transactions();
        std::shuffle(all.begin(), all.end(), random);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"again.plumb"_s);
        must(Store::create(path, TestStore::reviewUuid()));
        const auto again = must(Store::open(path, Store::ReadWrite, StreamRegistry::inMemory()));
        must(again->importTransactions(
            [&]() -> std::optional<Transaction> {
                return all.isEmpty() ? std::nullopt : std::optional(all.takeLast());
            },
            {}, copy->now));
        QCOMPARE(dumpReview(again->review()), dump);
    }
}

void TestProjection::aRecordWithFieldsOfTwoKindsIsTheSameInEveryOrder()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    // A faulty program uses the id of a milestone for a finding, and one for what was never created.
    Transaction faulty = ada.transactions().last();
    faulty.stream = QByteArray(16, 'f');
    faulty.seq = 1;
    faulty.prev.clear();
    for (Operation &operation : faulty.operations) {
        operation.field.replace("milestone.", "finding.");
        if (operation.type == LifeOperation)
            operation.value = Value::Array{Value(u"alive"_s), Value(u"finding"_s)};
    }
    Transaction nameless = faulty;
    nameless.stream = QByteArray(16, 'n');
    nameless.operations = {faulty.operations.last()};
    nameless.operations[0].field = "decision.title";
    QList<Transaction> all = ada.transactions() + QList<Transaction>{faulty, nameless};
    QByteArray dump;
    for (int turn = 0; turn < all.size(); ++turn) {
        all.append(all.takeFirst());
        TestStore other("Other");
        for (const Transaction &transaction : std::as_const(all))
            other.take({transaction});
        QVERIFY(must(other.store->verify()).problems.isEmpty());
        if (dump.isEmpty())
            dump = other.dump();
        QCOMPARE(other.dump(), dump);
        other.reopen();
        QCOMPARE(other.dump(), dump);
        QVERIFY(other.review().find(id));
    }
}

PLUMBLINE_TEST(TestProjection)

} // namespace projection_test

#include "tst_projection.moc"
