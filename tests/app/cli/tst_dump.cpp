#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace dump_test {

class TestDump : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void isOneSortedObject();
    void deletedRecordsAreLeftOut();
    void readingChangesNothing();
    void historyHoldsEveryValue();
    void conflictShowsAllValues();
    void readOnlyFileCanBeRead();
    void wrongWords();

private:
    Computer m_computer;
};

void TestDump::initTestCase()
{
    EXPECT_CODE(0,
                m_computer.run({u"new"_s, u"r.plumb"_s, u"--template"_s, u"blank"_s, u"--title"_s, u"T"_s}));
    EXPECT_CODE(0, m_computer.apply(u"r.plumb"_s, R"({"create":"milestone","set":{"title":"First title"}}
{"set":{"M-001":{"title":"Second title"}}}
{"create":"milestone","set":{"title":"Gone"}}
{"delete":"M-002"})"));
}

void TestDump::isOneSortedObject()
{
    const QByteArray dump = m_computer.dump(u"r.plumb"_s);
    QCOMPARE(dump.count('\n'), 1);
    const QJsonObject whole = QJsonDocument::fromJson(dump).object();
    QCOMPARE(whole.keys(), QStringList({u"records"_s, u"review"_s}));
    QCOMPARE(whole[u"review"_s][u"kind"_s].toString(), u"review"_s);
    // Sorted by kind in the order of the kinds, then by id.
    QStringList kinds;
    QString lastId;
    for (const QJsonValue &record : whole[u"records"_s].toArray()) {
        const QString kind = record[u"kind"_s].toString();
        if (kinds.isEmpty() || kinds.last() != kind) {
            QVERIFY2(!kinds.contains(kind), qPrintable(kind));
            kinds += kind;
            lastId.clear();
        }
        QVERIFY(lastId < record[u"id"_s].toString());
        lastId = record[u"id"_s].toString();
    }
    // Written again, keys come in the same order: they are sorted.
    QCOMPARE(QJsonDocument(whole).toJson(QJsonDocument::Compact) + '\n', dump);
}

void TestDump::deletedRecordsAreLeftOut()
{
    const QByteArray dump = m_computer.dump(u"r.plumb"_s);
    QVERIFY(dump.contains("Second title"));
    QVERIFY(!dump.contains("First title") && !dump.contains("Gone"));
}

void TestDump::readingChangesNothing()
{
    const QByteArray before = m_computer.bytes(u"r.plumb"_s);
    const QByteArray dump = m_computer.dump(u"r.plumb"_s);
    QCOMPARE(m_computer.dump(u"r.plumb"_s), dump);
    QCOMPARE(m_computer.bytes(u"r.plumb"_s), before);
}

void TestDump::historyHoldsEveryValue()
{
    const Ran ran = m_computer.run({u"dump"_s, u"r.plumb"_s, u"--history"_s});
    QVERIFY(ran.out.contains("First title") && ran.out.contains("Gone"));
    const QJsonArray log = ran.object()[u"log"_s].toArray();
    QVERIFY(log.size() >= 4);
    for (const QJsonValue &transaction : log) {
        for (const QString &key :
             {u"h"_s, u"stream"_s, u"seq"_s, u"lam"_s, u"when"_s, u"person"_s, u"cause"_s})
            QVERIFY2(transaction.toObject().contains(key), qPrintable(key));
        const QJsonArray operations = transaction[u"operations"_s].toArray();
        QVERIFY(!operations.isEmpty());
        for (const QString &key : {u"type"_s, u"record"_s, u"field"_s, u"refs"_s, u"value"_s})
            QVERIFY2(operations.at(0).toObject().contains(key), qPrintable(key));
    }
}

void TestDump::conflictShowsAllValues()
{
    m_computer.copy(u"r.plumb"_s, u"other.plumb"_s);
    EXPECT_CODE(0, m_computer.apply(u"r.plumb"_s, R"({"set":{"M-001":{"target":"2020-01-01"}}})"));
    EXPECT_CODE(0, m_computer.apply(u"other.plumb"_s, R"({"set":{"M-001":{"target":"2020-02-02"}}})"));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"other.plumb"_s, u"other.plumbx"_s}));
    EXPECT_CODE(1, m_computer.run({u"import"_s, u"r.plumb"_s, u"other.plumbx"_s}));
    const QJsonArray records = QJsonDocument::fromJson(m_computer.dump(u"r.plumb"_s))[u"records"_s].toArray();
    const QJsonArray values =
        recordsWith(records, u"key"_s, u"M-001"_s).value(0)[u"target"_s][u"conflict"_s].toArray();
    QCOMPARE(values.size(), 2);
    QVERIFY(values.contains(u"2020-01-01"_s) && values.contains(u"2020-02-02"_s));
}

void TestDump::readOnlyFileCanBeRead()
{
    if (!m_computer.canMakeReadOnly())
        QSKIP("nothing is read-only for this user");
    const ReadOnly folder(m_computer);
    EXPECT_CODE(0, m_computer.runUnprivileged({u"dump"_s, u"r.plumb"_s}));
    EXPECT_CODE(0, m_computer.runUnprivileged({u"verify"_s, u"r.plumb"_s}));
}

void TestDump::wrongWords()
{
    EXPECT_REFUSED(2, m_computer.run({u"dump"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"dump"_s, u"r.plumb"_s, u"more"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"dump"_s, u"r.plumb"_s, u"--pretty"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"dump"_s, u"nofile.plumb"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"dump"_s, u"."_s}));
}

PLUMBLINE_TEST(TestDump)
} // namespace dump_test

#include "tst_dump.moc"
