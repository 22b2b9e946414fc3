#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace show_test {

class TestShow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void allOfAKind();
    void oneRecordByKeyOrId();
    void deletedRecordByKey();
    void partsAndReferencesAsJson();
    void inWords();
    void whatIsNotThere();
    void wrongWords();

private:
    Computer m_computer;
};

void TestShow::initTestCase()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"r.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.apply(u"r.plumb"_s, R"({"create":"subteam","as":"s","set":{"title":"Abuse"}}
{"create":"recommendation","as":"r","set":{"title":"Publish","subteam":"s","priority":{"level":"high","reason":"x"}}}
{"create":"milestone","set":{"title":"Draft","target":"2020-Q1?","subteam":"s"}}
{"create":"milestone","set":{"title":"Dropped"}}
{"delete":"M-001"})"));
}

void TestShow::allOfAKind()
{
    const QJsonArray milestones = m_computer.show(u"r.plumb"_s, u"milestone"_s);
    QCOMPARE(milestones.size(), 1);
    const QJsonObject milestone = milestones.at(0).toObject();
    QCOMPARE(milestone[u"key"_s].toString(), u"M-S1-01"_s);
    QCOMPARE(milestone[u"kind"_s].toString(), u"milestone"_s);
    QCOMPARE(milestone[u"deleted"_s], QJsonValue(false));
    QCOMPARE(milestone[u"target"_s].toString(), u"2020-Q1?"_s);
    QVERIFY(!QUuid(milestone[u"id"_s].toString()).isNull());
    QVERIFY(!milestone.contains(u"actual"_s));
}

void TestShow::oneRecordByKeyOrId()
{
    const QJsonObject byKey = m_computer.record(u"r.plumb"_s, u"milestone"_s, u"M-S1-01"_s);
    QCOMPARE(byKey[u"title"_s].toString(), u"Draft"_s);
    QCOMPARE(m_computer.record(u"r.plumb"_s, u"milestone"_s, byKey[u"id"_s].toString()), byKey);
}

void TestShow::deletedRecordByKey()
{
    QCOMPARE(m_computer.record(u"r.plumb"_s, u"milestone"_s, u"M-001"_s)[u"deleted"_s], QJsonValue(true));
}

void TestShow::partsAndReferencesAsJson()
{
    const QJsonObject recommendation = m_computer.record(u"r.plumb"_s, u"recommendation"_s, u"R-S1-01"_s);
    QCOMPARE(recommendation[u"priority"_s].toObject(),
             QJsonObject({{u"level"_s, u"high"_s}, {u"reason"_s, u"x"_s}}));
    QCOMPARE(recommendation[u"subteam"_s], m_computer.show(u"r.plumb"_s, u"subteam"_s).at(0)[u"id"_s]);
}

void TestShow::inWords()
{
    const Ran ran = m_computer.run({u"show"_s, u"r.plumb"_s, u"recommendation"_s});
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.contains("recommendation R-S1-01\n") && ran.out.contains("subteam: S1 Abuse\n"),
             ran.told());
}

void TestShow::whatIsNotThere()
{
    EXPECT_REFUSED(3, m_computer.run({u"show"_s, u"r.plumb"_s, u"milestone"_s, u"M-999"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"show"_s, u"r.plumb"_s, u"milestone"_s, u"R-S1-01"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"show"_s, u"nofile.plumb"_s, u"milestone"_s}));
}

void TestShow::wrongWords()
{
    EXPECT_REFUSED(2, m_computer.run({u"show"_s, u"r.plumb"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"show"_s, u"r.plumb"_s, u"milestones"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"show"_s, u"r.plumb"_s, u"milestone"_s, u"M-001"_s, u"more"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"show"_s, u"r.plumb"_s, u"milestone"_s, u"--jsn"_s}));
}

PLUMBLINE_TEST(TestShow)
} // namespace show_test

#include "tst_show.moc"
