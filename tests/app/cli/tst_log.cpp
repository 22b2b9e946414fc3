#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace log_test {

class TestLog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void newestChangeFirst();
    void oneRecordOnly();
    void deletedRecordKeepsItsLog();
    void personTimeAndFieldRestrict();
    void aLimitTakesTheNewest();
    void theWholeLogComesInPagesAndIsOneArray();
    void aValueIsRestoredByTheNumberOfItsChange();
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

void TestLog::personTimeAndFieldRestrict()
{
    const auto log = [&](const QStringList &words) {
        return m_computer.run(QStringList{u"log"_s, u"r.plumb"_s, u"--json"_s} + words).array();
    };
    QCOMPARE(log({u"M-001"_s, u"--field"_s, u"target"_s}).size(), 2);
    const QJsonArray byEva = log({u"--by"_s, u"eva"_s});
    QVERIFY(!byEva.isEmpty());
    QCOMPARE(recordsWith(byEva, u"person"_s, u"Eva"_s).size(), byEva.size());
    QVERIFY(byEva.size() < log({}).size()); // Nobody had said a name when the review was made.
    const QString today = QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate);
    QCOMPARE(log({u"--from"_s, u"2020-01-01"_s}).size(), log({}).size());
    QVERIFY(log({u"--to"_s, u"2020-01-01"_s}).isEmpty());
    QVERIFY(log({u"--from"_s, u"2999-01-01"_s}).isEmpty());
    QVERIFY(!log({u"--to"_s, today}).isEmpty());
    QVERIFY(log({u"--import"_s, u"1"_s}).isEmpty());
}

void TestLog::aLimitTakesTheNewest()
{
    const QJsonArray all = m_computer.run({u"log"_s, u"r.plumb"_s, u"--json"_s}).array();
    const QJsonArray two = m_computer.run({u"log"_s, u"r.plumb"_s, u"--json"_s, u"--limit"_s, u"2"_s}).array();
    QCOMPARE(two, (QJsonArray{all.at(0), all.at(1)}));
}

void TestLog::theWholeLogComesInPagesAndIsOneArray()
{
    QByteArray lines;
    for (int i = 0; i < 1100; ++i)
        lines += R"({"create":"finding","set":{"title":"F"}})" "\n";
    QByteArray all = '[' + lines.trimmed().replace('\n', ',') + ']';
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"big.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.apply(u"big.plumb"_s, all));
    const QJsonArray log = m_computer.run({u"log"_s, u"big.plumb"_s, u"--json"_s}).array();
    QVERIFY(log.size() > 3300);
    qint64 last = std::numeric_limits<qint64>::max();
    int titles = 0;
    for (const QJsonValue &entry : log) {
        titles += entry[u"kind"_s] == u"finding"_s && entry[u"field"_s] == u"title"_s;
        const qint64 number = entry[u"number"_s].toInteger();
        QVERIFY(number < last);
        last = number;
    }
    QCOMPARE(titles, 1100);
    EXPECT_CODE(0, m_computer.run({u"log"_s, u"big.plumb"_s}));
}

void TestLog::aValueIsRestoredByTheNumberOfItsChange()
{
    m_computer.copy(u"r.plumb"_s, u"again.plumb"_s);
    const QJsonArray log =
        m_computer.run({u"log"_s, u"again.plumb"_s, u"M-001"_s, u"--field"_s, u"target"_s, u"--json"_s}).array();
    const QByteArray number = QByteArray::number(log.last()[u"number"_s].toInteger());
    EXPECT_CODE(0, m_computer.apply(u"again.plumb"_s,
                                    R"({"do":"restorevalue","args":{"record":"M-001","field":"target","change":")" +
                                        number + R"("}})"));
    QCOMPARE(m_computer.record(u"again.plumb"_s, u"milestone"_s, u"M-001"_s)[u"target"_s].toString(), u"2020-01-24"_s);
}

void TestLog::whatIsNotThere()
{
    EXPECT_REFUSED(3, m_computer.run({u"log"_s, u"r.plumb"_s, u"--by"_s, u"Nobody"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"log"_s, u"r.plumb"_s, u"--from"_s, u"yesterday"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"log"_s, u"r.plumb"_s, u"--limit"_s, u"0"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"log"_s, u"r.plumb"_s, u"--field"_s, u"target"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"log"_s, u"r.plumb"_s, u"M-999"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"log"_s, u"r.plumb"_s, u"M-001"_s, u"more"_s}));
}

PLUMBLINE_TEST(TestLog)
} // namespace log_test

#include "tst_log.moc"
