#include "tests/app/cli/clirunner.h"
#include "tests/samplefile.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace check_test {

class TestCheck : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsProblemsAndExitsOne();
    void nothingFoundIsZero();
    void judgesAsOnADay();
    void gateAsksForLess();
    void acceptedProblemsAreDone();
    void wrongWords();

private:
    Computer m_computer;
};

void TestCheck::initTestCase()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"r.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.apply(u"r.plumb"_s,
                                    R"({"create":"milestone","set":{"title":"A","target":"2020-01-24"}})"));
    // Its Terms of Reference and its sub-teams are other subjects.
    EXPECT_CODE(0, m_computer.apply(u"r.plumb"_s, R"({"create":"torsection","set":{"title":"Scope"}})"));
    EXPECT_CODE(0, m_computer.apply(
                       u"r.plumb"_s,
                       R"({"create":"subteam","set":{"title":"One","scope":"All of it.","state":"proposed"}})"));
    EXPECT_CODE(0, m_computer.apply(u"r.plumb"_s, R"({"do":"adopttor","args":{"date":"2019-12-01"}})"));
}

void TestCheck::findsProblemsAndExitsOne()
{
    const Ran ran = m_computer.run({u"check"_s, u"r.plumb"_s, u"--json"_s, u"--on"_s, u"2020-02-03"_s});
    QVERIFY2(ran.code == 1 && ran.err.isEmpty(), ran.told());
    QCOMPARE(ran.array().size(), 1);
    const QJsonObject problem = ran.array().at(0).toObject();
    QCOMPARE(problem[u"id"_s].toString(), u"plan.overdue"_s);
    QCOMPARE(problem[u"level"_s].toString(), u"warning"_s);
    QCOMPARE(problem[u"record"_s].toString(), u"M-001"_s);
    QVERIFY(problem[u"sentence"_s].toString().contains(u"10 day"_s));
    QVERIFY(!problem[u"next"_s].toString().isEmpty());
    const Ran words = m_computer.run({u"check"_s, u"r.plumb"_s, u"--on"_s, u"2020-02-03"_s});
    QVERIFY2(words.code == 1 && words.out.startsWith("warning [plan.overdue] M-001"), words.told());
}

void TestCheck::nothingFoundIsZero()
{
    const Ran ran = m_computer.run({u"check"_s, u"r.plumb"_s, u"--on"_s, u"2020-01-01"_s, u"--json"_s});
    QVERIFY2(ran.code == 0 && ran.array().isEmpty() && ran.out == "[]\n", ran.told());
}

void TestCheck::judgesAsOnADay()
{
    EXPECT_CODE(0, m_computer.run({u"check"_s, u"r.plumb"_s, u"--on"_s, u"2020-01-24"_s}));
    EXPECT_CODE(1, m_computer.run({u"check"_s, u"r.plumb"_s, u"--on"_s, u"2020-01-25"_s}));
}

void TestCheck::gateAsksForLess()
{
    QVERIFY(putSample(m_computer.path(u"s.plumb"_s)));
    const qsizetype all = m_computer.run({u"check"_s, u"s.plumb"_s, u"--json"_s}).array().size();
    const Ran gate = m_computer.run({u"check"_s, u"s.plumb"_s, u"--gate"_s, u"G3"_s, u"--json"_s});
    QVERIFY2(gate.code <= 1 && gate.array().size() < all, gate.told());
    EXPECT_REFUSED(3, m_computer.run({u"check"_s, u"s.plumb"_s, u"--gate"_s, u"G99"_s}));
}

void TestCheck::acceptedProblemsAreDone()
{
    m_computer.copy(u"r.plumb"_s, u"waived.plumb"_s);
    EXPECT_CODE(
        0,
        m_computer.apply(
            u"waived.plumb"_s,
            R"({"do":"waive","args":{"check":"plan.overdue","on":"M-001","reason":"Agreed on 3 February"}})"));
    const Ran ran = m_computer.run({u"check"_s, u"waived.plumb"_s, u"--json"_s});
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.array().at(0)[u"waived"_s].toString(), u"Agreed on 3 February"_s);
}

void TestCheck::wrongWords()
{
    EXPECT_REFUSED(2, m_computer.run({u"check"_s, u"r.plumb"_s, u"--on"_s, u"2020-13-01"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"check"_s, u"r.plumb"_s, u"--on"_s, u"yesterday"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"check"_s, u"r.plumb"_s, u"--gate"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"check"_s, u"r.plumb"_s, u"M-001"_s}));
}

PLUMBLINE_TEST(TestCheck)
} // namespace check_test

#include "tst_check.moc"
