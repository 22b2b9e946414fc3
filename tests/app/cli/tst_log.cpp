#include "tests/app/cli/clirunner.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

class TestLog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void newestChangeFirst();
    void oneRecordOnly();
    void deletedRecordKeepsItsLog();
    void whatIsNotThere();

private:
    Computer m_computer;
};

void TestLog::initTestCase()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"r.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.run({u"whoami"_s, u"r.plumb"_s, u"--set"_s, u"Eva"_s}));
    EXPECT_CODE(
        0, m_computer.apply(u"r.plumb"_s, R"({"create":"milestone","set":{"title":"A","target":"2020-01-24"}}
{"set":{"M-001":{"target":"2020-02-24"}}}
{"create":"milestone","set":{"title":"B"}}
{"delete":"M-002"})"));
}

void TestLog::newestChangeFirst()
{
    const Ran ran = m_computer.run({u"log"_s, u"r.plumb"_s, u"--json"_s});
    QCOMPARE(ran.code, 0);
    const QJsonObject newest = ran.array().at(0).toObject();
    QCOMPARE(newest[u"record"_s].toString(), u"M-002"_s);
    QCOMPARE(newest[u"field"_s].toString(), u"life"_s);
    QCOMPARE(newest[u"after"_s].toString(), u"deleted"_s);
    QCOMPARE(newest[u"person"_s].toString(), u"Eva"_s);
    QVERIFY(QDateTime::fromString(newest[u"when"_s].toString(), Qt::ISODate).isValid());
    const Ran words = m_computer.run({u"log"_s, u"r.plumb"_s});
    QVERIFY2(words.out.split('\n').value(0).endsWith("Eva  M-002.life: alive -> deleted"), words.told());
}

void TestLog::oneRecordOnly()
{
    const QJsonArray log = m_computer.run({u"log"_s, u"r.plumb"_s, u"M-001"_s, u"--json"_s}).array();
    QCOMPARE(recordsWith(log, u"record"_s, u"M-001"_s).size(), log.size());
    QCOMPARE(log.at(0)[u"field"_s].toString(), u"target"_s);
    QCOMPARE(log.at(0)[u"before"_s].toString(), u"2020-01-24"_s);
    QCOMPARE(log.at(0)[u"after"_s].toString(), u"2020-02-24"_s);
    QCOMPARE(log.at(0)[u"kind"_s].toString(), u"milestone"_s);
}

void TestLog::deletedRecordKeepsItsLog()
{
    const QJsonArray log = m_computer.run({u"log"_s, u"r.plumb"_s, u"M-002"_s, u"--json"_s}).array();
    QCOMPARE(log.last()[u"after"_s].toString(), u"alive"_s);
    QCOMPARE(recordsWith(log, u"field"_s, u"title"_s).value(0)[u"after"_s].toString(), u"B"_s);
}

void TestLog::whatIsNotThere()
{
    EXPECT_REFUSED(3, m_computer.run({u"log"_s, u"r.plumb"_s, u"M-999"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"log"_s, u"r.plumb"_s, u"M-001"_s, u"more"_s}));
}

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
