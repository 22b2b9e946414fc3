#include "core/domain/baseline.h"
#include "core/domain/decision.h"
#include "core/domain/subteam.h"
#include "core/edits/agreement.h"
#include "core/schedule/scheduleagreement.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace agreement_test {

class TestAgreement : public QObject
{
    Q_OBJECT

private slots:
    void aDecisionAndABaselineAreMade();
    void whatIsThereAlreadyIsTaken();
    void undoTakesTheWholeBack();
    void twoOfOneDayHaveTwoNames();
    void nothingDatedCannotBeAgreedTo();
    void whatIsGoneIsNamed();
    void wrongWordsAreRefused_data();
    void wrongWordsAreRefused();
    void itSurvivesRestart();
};

static SubTeamId team(Desk &desk)
{
    desk.apply(R"({"create":"subteam","as":"s","set":{"title":"DNS SSR","state":"active"}})");
    desk.apply(R"({"create":"milestone","as":"m","set":{"title":"Draft","target":"2020-03-01","subteam":"s"}})");
    return SubTeamId(desk.script.named(u"s"_s).uuid);
}

void TestAgreement::aDecisionAndABaselineAreMade()
{
    Desk desk;
    const SubTeamId id = team(desk);
    desk.apply(R"({"do":"agreeschedule","args":{"subteam":"s","date":"2020-01-20","channel":"list","level":"consensus"}})");
    const ScheduleAgreement agreement = scheduleAgreement(desk.review(), id);
    QCOMPARE(agreement.state, ScheduleAgreement::Holds);
    const Decision &decision = *desk.review().find(agreement.decision);
    QCOMPARE(decision.text, u"DNS SSR agrees to its schedule: “Schedule of S1, 2020-01-24”."_s);
    QCOMPARE(decision.date->toText(), u"2020-01-20"_s);
    QVERIFY(decision.channel.is(Channel::List));
    QVERIFY(decision.level.is(Consensus::Consensus));
    desk.apply(R"({"do":"reschedule","args":{"milestone":"m","target":"2020-03-08","reason":"late data"}})");
    QCOMPARE(scheduleAgreement(desk.review(), id).state, ScheduleAgreement::Lapsed);
    desk.apply(R"({"do":"agreeschedule","args":{"subteam":"s"}})");
    QCOMPARE(scheduleAgreement(desk.review(), id).state, ScheduleAgreement::Holds);
}

void TestAgreement::whatIsThereAlreadyIsTaken()
{
    Desk desk;
    const SubTeamId id = team(desk);
    desk.apply(R"({"do":"baseline","args":{"name":"Plan"}})");
    desk.apply(R"({"create":"decision","as":"d","set":{"text":"The plan is adopted."}})");
    desk.apply(R"({"do":"agreeschedule","args":{"subteam":"s","decision":"d","baseline":"Plan"}})");
    QCOMPARE(desk.review().count(Kind::Decision), 1);
    QCOMPARE(desk.review().count(Kind::Baseline), 1);
    QCOMPARE(scheduleAgreement(desk.review(), id).decision.uuid, desk.script.named(u"d"_s).uuid);
}

void TestAgreement::undoTakesTheWholeBack()
{
    Desk desk;
    const SubTeamId id = team(desk);
    const QByteArray before = desk.dump();
    desk.apply(R"({"do":"agreeschedule","args":{"subteam":"s"}})");
    must(desk.session->undo());
    QCOMPARE(desk.dump(), before);
    must(desk.session->redo());
    QCOMPARE(scheduleAgreement(desk.review(), id).state, ScheduleAgreement::Holds);
}

void TestAgreement::twoOfOneDayHaveTwoNames()
{
    Desk desk;
    team(desk);
    desk.apply(R"({"do":"agreeschedule","args":{"subteam":"s"}})");
    desk.apply(R"({"do":"agreeschedule","args":{"subteam":"s"}})");
    QStringList names;
    for (const Baseline *baseline : desk.review().all<Baseline>())
        names += baseline->name;
    QCOMPARE(names, QStringList({u"Schedule of S1, 2020-01-24"_s, u"Schedule of S1, 2020-01-24 (2)"_s}));
}

void TestAgreement::nothingDatedCannotBeAgreedTo()
{
    Desk desk;
    desk.apply(R"({"create":"subteam","as":"s","set":{"title":"DNS SSR","state":"active"}})");
    desk.apply(R"({"create":"milestone","as":"m","set":{"title":"Draft","target":"TBD","subteam":"s"}})");
    QCOMPARE(desk.refusal(R"({"do":"agreeschedule","args":{"subteam":"s"}})").code, ErrorCode::Refused);
}

void TestAgreement::whatIsGoneIsNamed()
{
    Desk desk;
    const SubTeamId id = team(desk);
    const auto agree = [&](const AgreementDetails &details, SubTeamId of) {
        return agreeSchedule(desk.session->context(), of, details);
    };
    AgreementDetails details;
    QCOMPARE(agree(details, SubTeamId(QUuid::createUuid())).error().code, ErrorCode::NotFound);
    details.decision = DecisionId(QUuid::createUuid());
    QVERIFY(agree(details, id).error().sentence.contains(u"decision"_s));
    details = {};
    details.plan = BaselineId(QUuid::createUuid());
    QVERIFY(agree(details, id).error().sentence.contains(u"baseline"_s));
}

void TestAgreement::wrongWordsAreRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("channel") << QByteArray(R"({"do":"agreeschedule","args":{"subteam":"s","channel":"pigeon"}})");
    QTest::newRow("level") << QByteArray(R"({"do":"agreeschedule","args":{"subteam":"s","level":"much"}})");
    QTest::newRow("date") << QByteArray(R"({"do":"agreeschedule","args":{"subteam":"s","date":"2020-02-30"}})");
    QTest::newRow("baseline") << QByteArray(R"({"do":"agreeschedule","args":{"subteam":"s","baseline":"none"}})");
    QTest::newRow("decision") << QByteArray(R"({"do":"agreeschedule","args":{"subteam":"s","decision":"D-999"}})");
}

void TestAgreement::wrongWordsAreRefused()
{
    QFETCH(QByteArray, line);
    Desk desk;
    team(desk);
    const Error error = desk.refusal(line);
    QVERIFY2(error.sentence.endsWith(u'.'), qPrintable(error.sentence));
}

void TestAgreement::itSurvivesRestart()
{
    Desk desk;
    const SubTeamId id = team(desk);
    desk.apply(R"({"do":"agreeschedule","args":{"subteam":"s"}})");
    desk.reopen();
    QCOMPARE(scheduleAgreement(desk.review(), id).state, ScheduleAgreement::Holds);
}

PLUMBLINE_TEST(TestAgreement)
} // namespace agreement_test

#include "tst_agreement.moc"
