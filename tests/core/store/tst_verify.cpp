#include "tests/core/store/filetricks.h"
#include "tests/testprogram.h"

#include <random>

using namespace plumbline;
using namespace plumbline::filetricks;
using namespace Qt::StringLiterals;

namespace verify_test {

class TestVerify : public QObject
{
    Q_OBJECT

private slots:
    void verifyOfAGoodFileFindsNothing();
    void verifyFindsAChangedValueInEveryColumn_data();
    void verifyFindsAChangedValueInEveryColumn();
    void verifyFindsALostRow_data();
    void verifyFindsALostRow();
    void aFlippedBitIsFoundOrShowsNothingElse();
};

void TestVerify::verifyOfAGoodFileFindsNothing()
{
    TestStore ada;
    fill(ada);
    const VerifyReport report = must(ada.store->verify());
    QVERIFY(report.problems.isEmpty());
    QCOMPARE(report.transactions, ada.store->transactionCount());
    QCOMPARE(report.operations, ada.store->operationCount());
}

/// True when a changed file is refused at opening, or its verification finds something.
static bool isFound(const QString &path)
{
    const auto store = Store::open(path, Store::ReadOnly, StreamRegistry::inMemory());
    if (!store)
        return true;
    const auto report = (*store)->verify();
    return !report || !report->problems.isEmpty();
}

void TestVerify::verifyFindsAChangedValueInEveryColumn_data()
{
    QTest::addColumn<QByteArray>("sql");
    const auto rows = [](const char *table, const QList<QByteArray> &columns, const char *change) {
        for (const QByteArray &column : columns)
            QTest::addRow("%s.%s", table, column.constData())
                << QByteArray("UPDATE ") + table + " SET " + column + " = " +
                       QByteArray(change).replace('?', column) + " WHERE rowid = (SELECT max(rowid) FROM " +
                       table + ")";
    };
    const char *number = "? + 1";
    const char *blob = "CAST(x'7f' || substr(?, 2) AS BLOB)";
    const char *text = "? || 'x'";
    rows("stream", {"uuid"}, blob);
    rows("stream", {"audience"}, number);
    rows("ent", {"uuid"}, blob);
    rows("field", {"name"}, text);
    rows("txn", {"seq", "lam", "wall", "cause", "nops", "fmt", "hxn", "sid"}, number);
    rows("txn", {"h", "prev", "person", "grp", "undoes"}, blob);
    rows("op", {"idx", "eid", "fid", "type", "vt"}, number);
    rows("op", {"salt", "refs"}, blob);
    QTest::newRow("op.val") << QByteArray("UPDATE op SET val = 'forged' WHERE vt = 2");
    QTest::newRow("op.extra") << QByteArray("UPDATE op SET extra = x'05' WHERE oid = 3");
    QTest::newRow("op.tid") << QByteArray(
        "UPDATE op SET tid = tid - 1 WHERE oid = (SELECT max(oid) FROM op)");
    QTest::newRow("ref.h") << QByteArray(
        "UPDATE ref SET h = zeroblob(16) WHERE oid = (SELECT max(oid) FROM ref)");
    QTest::newRow("ref.idx") << QByteArray(
        "UPDATE ref SET idx = idx + 1 WHERE oid = (SELECT max(oid) FROM ref)");
    QTest::newRow("ref.oid") << QByteArray("UPDATE ref SET oid = 1 WHERE oid = (SELECT max(oid) FROM ref)");
    QTest::newRow("head.oid") << QByteArray(
        "UPDATE head SET oid = 1 WHERE oid = (SELECT max(oid) FROM head)");
    QTest::newRow("issue.code") << QByteArray("UPDATE issue SET code = 'other'");
    QTest::newRow("p_milestone.title") << QByteArray("UPDATE p_milestone SET title = 'forged'");
    QTest::newRow("p_milestone.life") << QByteArray("UPDATE p_milestone SET life = 1 - life");
    QTest::newRow("p_review.title") << QByteArray("UPDATE p_review SET title = 'forged'");
    QTest::newRow("the review's uuid") << QByteArray("UPDATE meta SET v = zeroblob(16) WHERE k = 'review'");
}

void TestVerify::verifyFindsAChangedValueInEveryColumn()
{
    QFETCH(QByteArray, sql);
    TestStore ada;
    fill(ada);
    ada.close();
    QVERIFY(!isFound(ada.path()));
    tamper(ada.path(), sql);
    QVERIFY(isFound(ada.path()));
}

void TestVerify::verifyFindsALostRow_data()
{
    QTest::addColumn<QByteArray>("table");
    for (const char *table : {"stream", "ent", "field", "txn", "op", "p_milestone", "p_recommendation"})
        QTest::newRow(table) << QByteArray(table);
}

void TestVerify::verifyFindsALostRow()
{
    QFETCH(QByteArray, table);
    TestStore ada;
    fill(ada);
    ada.close();
    tamper(ada.path(), "DELETE FROM " + table + " WHERE rowid = (SELECT max(rowid) FROM " + table + ")");
    QVERIFY(isFound(ada.path()));
}

void TestVerify::aFlippedBitIsFoundOrShowsNothingElse()
{
    TestStore ada;
    fill(ada);
    for (int i = 0; i < 20; ++i)
        ada.add(Kind::Milestone,
                {{"title", u"long"_s}, {"description", u"The team met in May. "_s.repeated(300)}});
    const QByteArray dump = ada.dump();
    const QList<Transaction> transactions = ada.transactions();
    ada.close();
    const QByteArray good = contentOf(ada.path());
    std::mt19937 random(7);
    int found = 0;
    const int places = qEnvironmentVariableIntValue("PLUMBLINE_NIGHTLY") > 0 ? 3000 : 100;
    for (int place = 0; place < places; ++place) {
        QByteArray flipped = good;
        // Spread over the file, a bit each.
        const qsizetype at =
            good.size() * place / places + qsizetype(random() % size_t(good.size() / places));
        flipped[at] = char(flipped.at(at) ^ (1 << (random() % 8)));
        writeFile(ada.path(), flipped);
        const auto store = Store::open(ada.path(), Store::ReadOnly, StreamRegistry::inMemory());
        if (!store) {
            ++found;
            continue;
        }
        const auto report = (*store)->verify();
        if (!report || !report->problems.isEmpty()) {
            ++found;
            continue;
        }
        QVERIFY2(dumpReview((*store)->review()) == dump, qPrintable(u"byte %1"_s.arg(at)));
        QList<Transaction> read;
        must((*store)->forEachTransaction([&](const Transaction &transaction) -> Status {
            read += transaction;
            return {};
        }));
        QVERIFY2(read == transactions, qPrintable(u"byte %1"_s.arg(at)));
    }
    QVERIFY2(found * 4 > places, qPrintable(QString::number(found)));
}

PLUMBLINE_TEST(TestVerify)

} // namespace verify_test

#include "tst_verify.moc"
