#include "tests/app/cli/clirunner.h"
#include "tests/samplefile.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace trace_test {

class TestTraceVerb : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void followsTheChain();
    void namesGapsAndWhoActs();
    void findsWhatANumberBecame();
    void saysWhatWouldFall();
    void wrongWords();
    void thePlenaryPackIsWritten();

private:
    Computer m_computer;
};

void TestTraceVerb::initTestCase()
{
    QVERIFY(putSample(m_computer.path(u"s.plumb"_s)));
}

void TestTraceVerb::followsTheChain()
{
    const Ran ran = m_computer.run({u"trace"_s, u"s.plumb"_s, u"--json"_s});
    QVERIFY2(ran.code == 1, ran.told());
    const QJsonArray chain = ran.object()[u"chain"_s].toArray();
    QVERIFY(chain.size() > 63); // Most recommendations rest on several sources.
    const QJsonObject first = chain.first().toObject();
    QVERIFY(first[u"source"_s].isString() && first[u"finding"_s].isString() &&
            first[u"recommendation"_s].isString());
}

void TestTraceVerb::namesGapsAndWhoActs()
{
    const Ran ran = m_computer.run({u"trace"_s, u"s.plumb"_s, u"--gaps"_s, u"--json"_s});
    QCOMPARE(ran.code, 1);
    QVERIFY(ran.object()[u"chain"_s].toArray().isEmpty());
    QStringList checks;
    for (const QJsonValue &gap : ran.object()[u"gaps"_s].toArray())
        checks += gap[u"id"_s].toString();
    QVERIFY2(checks.contains(u"evidence.neverObtained"_s), ran.told());
}

void TestTraceVerb::findsWhatANumberBecame()
{
    m_computer.copy(u"s.plumb"_s, u"n.plumb"_s);
    EXPECT_CODE(
        0, m_computer.apply(u"n.plumb"_s,
                            R"({"do":"split","args":{"recommendation":"R-S6-01","titles":"One; Two"}})"));
    const Ran ran = m_computer.run({u"trace"_s, u"n.plumb"_s, u"--number"_s, u"2.1"_s, u"--json"_s});
    QVERIFY2(ran.code == 0, ran.told());
    bool found = false;
    for (const QJsonValue &trail : ran.array()) {
        if (trail[u"was"_s].toString() == u"R-S6-01")
            found = found || trail[u"now"_s].toArray().size() == 2;
    }
    QVERIFY2(found, ran.told());
    EXPECT_REFUSED(3, m_computer.run({u"trace"_s, u"n.plumb"_s, u"--number"_s, u"99.9"_s}));
}

void TestTraceVerb::saysWhatWouldFall()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"f.plumb"_s}));
    const Ran empty = m_computer.run({u"trace"_s, u"f.plumb"_s});
    QVERIFY2(empty.code == 0 && empty.out.contains("nothing to trace"), empty.told());
    EXPECT_CODE(0, m_computer.apply(u"f.plumb"_s, R"({"create":"datasource","as":"a","set":{"title":"Alone"}}
{"create":"datasource","as":"b","set":{"title":"Other"}}
{"create":"finding","as":"f","set":{"title":"On one"}}
{"create":"finding","as":"g","set":{"title":"On two"}}
{"create":"recommendation","as":"r","set":{"title":"Falls"}}
{"create":"recommendation","as":"s","set":{"title":"Stays"}}
{"do":"relate","args":{"from":"a","type":"supports","to":"f"}}
{"do":"relate","args":{"from":"a","type":"supports","to":"g"}}
{"do":"relate","args":{"from":"b","type":"supports","to":"g"}}
{"do":"relate","args":{"from":"f","type":"leadsto","to":"r"}}
{"do":"relate","args":{"from":"f","type":"leadsto","to":"s"}}
{"do":"relate","args":{"from":"g","type":"leadsto","to":"s"}})"));
    const Ran ran = m_computer.run({u"trace"_s, u"f.plumb"_s, u"--without"_s, u"DS-001"_s, u"--json"_s});
    QVERIFY2(ran.code == 0, ran.told());
    QCOMPARE(ran.object()[u"findings"_s].toArray(), QJsonArray{u"F-001"_s});
    QCOMPARE(ran.object()[u"recommendations"_s].toArray(), QJsonArray{u"R-001"_s});
    const Ran other = m_computer.run({u"trace"_s, u"f.plumb"_s, u"--without"_s, u"DS-002"_s});
    QVERIFY2(other.code == 0 && other.out.contains("Nothing would fall"), other.told());
}

void TestTraceVerb::wrongWords()
{
    EXPECT_REFUSED(3, m_computer.run({u"trace"_s, u"s.plumb"_s, u"--without"_s, u"R-S6-01"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"trace"_s, u"missing.plumb"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"trace"_s, u"s.plumb"_s, u"--number"_s}));
}

void TestTraceVerb::thePlenaryPackIsWritten()
{
    const Ran ran = m_computer.run(
        {u"report"_s, u"s.plumb"_s, u"pack.pdf"_s, u"--kind"_s, u"plenary"_s, u"--on"_s, u"2019-11-20"_s});
    QVERIFY2(ran.code == 0, ran.told());
    QVERIFY(m_computer.bytes(u"pack.pdf"_s).startsWith("%PDF"));
}

PLUMBLINE_TEST(TestTraceVerb)
} // namespace trace_test

#include "tst_trace.moc"
