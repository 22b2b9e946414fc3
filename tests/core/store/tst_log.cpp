#include "tests/core/store/memorylog.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace log_test {

class TestLog : public QObject
{
    Q_OBJECT

private slots:
    void appendingTwiceIsAppendingOnce();
    void aTransactionReadsBackAsItWas();
    void aRefThatArrivesBeforeItsTargetReplacesItAllTheSame();
    void aRefToAnotherRegisterReplacesNothingInEitherOrder_data();
    void aRefToAnotherRegisterReplacesNothingInEitherOrder();
    void anAnnotationReplacesNothingInEitherOrder_data();
    void anAnnotationReplacesNothingInEitherOrder();
    void unknownRegisterTypesReplaceAndAreHeads();
    void headsStandInTheOrderOfLamStreamSeqAndHash();
    void forkedCopiesKeepBothTransactionsOfOnePlace();
    void headsAtDoesNotSeeWhatCameLater();
    void headsAtSeesHeadsThatWereReplacedLater();
    void largestLamIsClamped();
    void tipsNameTheLastOfEachStream();
    void witnessedListsOnlyTheGroupsAskedFor();
    void rebuiltHeadsAreTheSame();
    void hundredsOfMadeUpRefsAreKeptAndReplaceNothing();
    void nothingInTheLogCanBeChangedOrDeleted_data();
    void nothingInTheLogCanBeChangedOrDeleted();
};

static const QByteArray milestone(16, 'M');
static const QByteArray finding(16, 'F');

/// A transaction of one operation.
static Transaction one(char stream, const Operation &operation, quint64 lam = 1)
{
    Transaction transaction = plainTransaction(stream);
    transaction.lam = lam;
    transaction.operations += operation;
    return transaction;
}

static OperationRef refTo(const Transaction &transaction, quint32 index = 0)
{
    return {transaction.identity(), index};
}

void TestLog::appendingTwiceIsAppendingOnce()
{
    MemoryLog copy;
    const Transaction transaction = one('a', setOf(milestone, "milestone.title", u"one"_s));
    QVERIFY(copy.append(transaction));
    const auto rows = copy.headRows();
    QVERIFY(!copy.append(transaction));
    QCOMPARE(copy.headRows(), rows);
    QCOMPARE(copy.log->transactionCount(), 1);
    QCOMPARE(copy.log->operationCount(), 1);
    QVERIFY(copy.log->contains(transaction.identity()));
}

void TestLog::aTransactionReadsBackAsItWas()
{
    MemoryLog copy;
    Transaction transaction = plainTransaction('a', 7, QByteArray(16, 'q'));
    transaction.lam = ~quint64(0);
    transaction.wall = -5;
    transaction.cause = 4;
    transaction.undoes = {QByteArray(16, 'u'), QByteArray(16, 'v')};
    transaction.unknownHeader = QByteArray("\x0c\xf6", 2);
    transaction.unknownHeaderCount = 1;
    Operation operation = setOf(milestone, "milestone.~place", {}, {{QByteArray(16, 'r'), 65534}});
    const QList<Value> values{Value(),
                              Value(qint64(-5)),
                              Value(u"e\u0301 安全"_s),
                              Value::bytes(QByteArray("\0x", 2)),
                              Value::Array{Value(), Value(Value::Array{})},
                              Value(QString()),
                              Value::bytes(QByteArray())};
    for (const Value &value : values) {
        operation.value = value;
        transaction.operations += operation;
    }
    transaction.operations.last().extra = QByteArray("\x05\x06", 2);
    transaction.operations.last().type = 100;
    QVERIFY(transaction.validate());
    QVERIFY(copy.append(transaction));
    const qint64 tid = copy.log->transactionNumber(transaction.identity());
    QCOMPARE(copy.log->read(tid), transaction);
    QCOMPARE(copy.log->read(tid).identity(), transaction.identity());
}

void TestLog::aRefThatArrivesBeforeItsTargetReplacesItAllTheSame()
{
    const Transaction first = one('a', setOf(milestone, "milestone.title", u"one"_s));
    const Transaction second = one('b', setOf(milestone, "milestone.title", u"two"_s, {refTo(first)}), 2);
    MemoryLog copy;
    copy.append(second);
    QCOMPARE(copy.heads(milestone, "milestone.title"), QStringList{u"two"_s});
    copy.append(first);
    QCOMPARE(copy.heads(milestone, "milestone.title"), QStringList{u"two"_s});
}

static void inBothOrders()
{
    QTest::addColumn<bool>("refFirst");
    QTest::newRow("the operation first") << false;
    QTest::newRow("the ref first") << true;
}

void TestLog::aRefToAnotherRegisterReplacesNothingInEitherOrder_data()
{
    inBothOrders();
}

void TestLog::aRefToAnotherRegisterReplacesNothingInEitherOrder()
{
    QFETCH(bool, refFirst);
    const Transaction title = one('a', setOf(milestone, "milestone.title", u"one"_s));
    Transaction others = plainTransaction('b');
    others.operations += setOf(milestone, "milestone.source", u"two"_s, {refTo(title)});
    others.operations += setOf(finding, "milestone.title", u"three"_s, {refTo(title)});
    MemoryLog copy;
    copy.append(refFirst ? others : title);
    copy.append(refFirst ? title : others);
    QCOMPARE(copy.heads(milestone, "milestone.title"), QStringList{u"one"_s});
    QCOMPARE(copy.heads(milestone, "milestone.source"), QStringList{u"two"_s});
    QCOMPARE(copy.heads(finding, "milestone.title"), QStringList{u"three"_s});
}

void TestLog::anAnnotationReplacesNothingInEitherOrder_data()
{
    inBothOrders();
}

void TestLog::anAnnotationReplacesNothingInEitherOrder()
{
    QFETCH(bool, refFirst);
    const Transaction title = one('a', setOf(milestone, "milestone.title", u"one"_s));
    Transaction remark = one('b', setOf(milestone, "milestone.title", u"a remark"_s, {refTo(title)}));
    remark.operations[0].type = 66;
    MemoryLog copy;
    copy.append(refFirst ? remark : title);
    copy.append(refFirst ? title : remark);
    QCOMPARE(copy.heads(milestone, "milestone.title"), QStringList{u"one"_s});
}

void TestLog::unknownRegisterTypesReplaceAndAreHeads()
{
    const Transaction first = one('a', setOf(milestone, "milestone.title", u"one"_s));
    Transaction newer = one('b', setOf(milestone, "milestone.title", u"two"_s, {refTo(first)}), 2);
    newer.operations[0].type = 63;
    MemoryLog copy;
    copy.append(first);
    copy.append(newer);
    QCOMPARE(copy.heads(milestone, "milestone.title"), QStringList{u"two"_s});
}

void TestLog::headsStandInTheOrderOfLamStreamSeqAndHash()
{
    const auto of = [](char stream, quint64 seq, quint64 lam, const QString &text) {
        Transaction transaction = plainTransaction(stream, seq, seq > 1 ? QByteArray(16, 'q') : QByteArray());
        transaction.lam = lam;
        transaction.operations += setOf(milestone, "milestone.title", text);
        return transaction;
    };
    MemoryLog copy;
    for (const Transaction &transaction :
         {of('b', 2, 3, u"b2"_s), of('a', 9, 3, u"a9"_s), of('b', 10, 3, u"b10"_s), of('z', 1, 1, u"z1"_s),
          of('a', 1, largestLam + 5, u"beyond a"_s), of('b', 1, largestLam, u"beyond b"_s)})
        copy.append(transaction);
    const QStringList expected{u"z1"_s, u"a9"_s, u"b2"_s, u"b10"_s, u"beyond a"_s, u"beyond b"_s};
    QCOMPARE(copy.heads(milestone, "milestone.title"), expected);
}

void TestLog::forkedCopiesKeepBothTransactionsOfOnePlace()
{
    // Two copies of one file wrote on under one stream: same stream, same seq, other content.
    const Transaction here = one('a', setOf(milestone, "milestone.title", u"here"_s));
    const Transaction there = one('a', setOf(milestone, "milestone.title", u"there"_s));
    QStringList shown;
    for (const bool hereFirst : {true, false}) {
        MemoryLog copy;
        copy.append(hereFirst ? here : there);
        copy.append(hereFirst ? there : here);
        const QStringList heads = copy.heads(milestone, "milestone.title");
        QCOMPARE(heads.size(), 2);
        if (shown.isEmpty())
            shown = heads;
        QCOMPARE(heads, shown); // The tie is settled by the hash, on every copy alike.
    }
}

void TestLog::headsAtDoesNotSeeWhatCameLater()
{
    const Transaction first = one('a', setOf(milestone, "milestone.title", u"one"_s));
    const Transaction second = one('b', setOf(milestone, "milestone.title", u"two"_s));
    MemoryLog copy;
    copy.append(first);
    const qint64 position = copy.log->position();
    copy.append(second);
    const Register place = copy.place(milestone, "milestone.title");
    QCOMPARE(copy.log->headsAt(place, position).size(), size_t(1));
    QCOMPARE(copy.log->headsAt(place, position).front().value, Value(u"one"_s));
    QCOMPARE(copy.log->headsAt(place, copy.log->position()).size(), size_t(2));
    QVERIFY(copy.log->headsAt(place, 0).empty());
}

void TestLog::headsAtSeesHeadsThatWereReplacedLater()
{
    const Transaction first = one('a', setOf(milestone, "milestone.title", u"one"_s));
    const Transaction second = one('b', setOf(milestone, "milestone.title", u"two"_s, {refTo(first)}), 2);
    MemoryLog copy;
    copy.append(first);
    const qint64 position = copy.log->position();
    copy.append(second);
    const auto heads = copy.log->headsAt(copy.place(milestone, "milestone.title"), position);
    QCOMPARE(heads.size(), size_t(1));
    QCOMPARE(heads.front().value, Value(u"one"_s));
}

void TestLog::largestLamIsClamped()
{
    const Transaction huge = one('a', setOf(milestone, "milestone.title", u"one"_s), ~quint64(0));
    const Transaction small = one('b', setOf(milestone, "milestone.title", u"two"_s), 3);
    MemoryLog copy;
    copy.append(huge);
    copy.append(small);
    QCOMPARE(copy.log->largestLam({huge.identity(), small.identity()}), largestLam);
    QCOMPARE(copy.log->largestLam({small.identity(), QByteArray(16, '?')}), quint64(3));
    QCOMPARE(copy.log->largestLam({}), quint64(0));
}

void TestLog::tipsNameTheLastOfEachStream()
{
    const Transaction first = one('a', setOf(milestone, "milestone.title", u"one"_s));
    Transaction second = plainTransaction('a', 2, first.identity());
    second.operations += setOf(milestone, "milestone.title", u"two"_s, {refTo(first)});
    const Transaction other = one('b', setOf(finding, "finding.title", u"three"_s));
    MemoryLog copy;
    for (const Transaction &transaction : {second, other, first})
        copy.append(transaction);
    const QList<StreamTip> expected{{QByteArray(16, 'a'), 2, second.identity()},
                                    {QByteArray(16, 'b'), 1, other.identity()}};
    QCOMPARE(copy.log->tips(), expected);
}

void TestLog::witnessedListsOnlyTheGroupsAskedFor()
{
    const auto witness = [](char stream, char seen) {
        Transaction transaction =
            one(stream, setOf(milestone, "milestone.witness", {}, {{QByteArray(16, seen), 0}}));
        transaction.operations[0].type = WitnessOperation;
        return transaction;
    };
    MemoryLog copy;
    copy.append(witness('a', '1'));
    copy.append(witness('b', '2'));
    const qint64 eid = copy.log->eid(milestone);
    const QSet<OperationRef> expected{{QByteArray(16, '1'), 0}};
    QCOMPARE(copy.log->witnessed(eid, {plainTransaction('a').group}), expected);
    QVERIFY(copy.log->witnessed(eid, {}).isEmpty());
}

void TestLog::rebuiltHeadsAreTheSame()
{
    const Transaction first = one('a', setOf(milestone, "milestone.title", u"one"_s));
    const Transaction second = one('b', setOf(milestone, "milestone.title", u"two"_s, {refTo(first)}), 2);
    const Transaction third =
        one('c', setOf(milestone, "milestone.source", u"x"_s, {refTo(first), refTo(second)}), 3);
    MemoryLog copy;
    for (const Transaction &transaction : {third, second, first})
        copy.append(transaction);
    const auto rows = copy.headRows();
    copy.log->rebuildHeads();
    QCOMPARE(copy.headRows(), rows);
}

void TestLog::hundredsOfMadeUpRefsAreKeptAndReplaceNothing()
{
    QList<OperationRef> refs;
    for (int i = 0; i < mostRefs; ++i)
        refs += {QByteArray(16, char(i)), quint32(i)};
    const Transaction title = one('a', setOf(milestone, "milestone.title", u"one"_s));
    const Transaction made = one('b', setOf(milestone, "milestone.title", u"two"_s, refs), 2);
    QVERIFY(made.validate());
    MemoryLog copy;
    copy.append(title);
    copy.append(made);
    QCOMPARE(copy.heads(milestone, "milestone.title"), (QStringList{u"one"_s, u"two"_s}));
    QCOMPARE(copy.log->read(copy.log->transactionNumber(made.identity())), made);
}

void TestLog::nothingInTheLogCanBeChangedOrDeleted_data()
{
    QTest::addColumn<QByteArray>("sql");
    for (const char *table : {"txn", "op", "ref", "ent", "field", "stream"}) {
        QTest::addRow("delete from %s", table) << QByteArray("DELETE FROM ") + table;
        QTest::addRow("drop %s", table) << QByteArray("DROP TABLE ") + table;
    }
    QTest::newRow("update a value") << QByteArray("UPDATE op SET val = 'forged'");
    QTest::newRow("update an author") << QByteArray("UPDATE txn SET person = x'00'");
    QTest::newRow("attach a file") << QByteArray("ATTACH '/tmp/other.db' AS other");
    QTest::newRow("a trigger") << QByteArray("CREATE TRIGGER t AFTER INSERT ON op BEGIN SELECT 1; END");
    QTest::newRow("a virtual table") << QByteArray("CREATE VIRTUAL TABLE v USING fts5(x)");
}

void TestLog::nothingInTheLogCanBeChangedOrDeleted()
{
    QFETCH(QByteArray, sql);
    MemoryLog copy;
    copy.append(one('a', setOf(milestone, "milestone.title", u"one"_s)));
    prepareConnection(copy.database(), false);
    bool refused = false;
    try {
        sqlite::execute(copy.database(), sql.constData());
    } catch (const sqlite::Failure &) {
        refused = true;
    }
    QVERIFY(refused);
    QCOMPARE(copy.heads(milestone, "milestone.title"), QStringList{u"one"_s});
}

PLUMBLINE_TEST(TestLog)
} // namespace log_test

#include "tst_log.moc"
