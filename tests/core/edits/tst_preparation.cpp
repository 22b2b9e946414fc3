#include "core/domain/adoption.h"
#include "core/domain/baselineitem.h"
#include "core/domain/finding.h"
#include "core/domain/link.h"
#include "core/domain/membership.h"
#include "core/domain/reportback.h"
#include "core/domain/reviewrecord.h"
#include "core/domain/waiver.h"
#include "core/edits/preparation.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace preparation_test {

class TestPreparation : public QObject
{
    Q_OBJECT

private slots:
    void theTermsOfReferenceAreAdoptedAndLapse();
    void membersAcknowledgeTheScope();
    void aSubTeamIsFormedByDecision();
    void aDecisionOnRecordIsNamed();
    void aProposedSubTeamIsFormed();
    void aSubTeamIsRenamed();
    void whatADecisionBeginsBeginsOnItsDay();
    void aDecisionAdoptsOneText();
    void namesOfSubTeamsDiffer();
    void aSubTeamIsSplitAndItsWorkMoves();
    void aSubTeamIsClosedAndItsWorkMoves();
    void aLeadReportsBack();
    void aGateIsPassedWithAReason();
    void wrongWordsAreRefused_data();
    void wrongWordsAreRefused();
};

/// A review with a person, a meeting and a sub-team that has a finding and a milestone.
static void prepare(Desk &desk)
{
    desk.apply(R"({"create":"person","as":"eva","set":{"name":"Eva Ruiz"}})");
    desk.apply(R"({"create":"meeting","as":"mt","set":{"title":"Plenary 1","held":"2017-03-02"}})");
    desk.apply(
        R"({"create":"torsection","as":"ts","set":{"number":"2","title":"Scope","text":"What is examined."}})");
    desk.apply(
        R"({"do":"formsubteam","args":{"name":"DNS SSR","scope":"The root.","lead":"eva","meeting":"mt","level":"consensus"}})");
    desk.apply(R"({"create":"finding","as":"f","set":{"title":"Untested","subteam":"S1"}})");
    desk.apply(
        R"({"create":"milestone","as":"m","set":{"title":"Drafts","target":"2017-06-01","subteam":"S1"}})");
    desk.apply(
        R"({"create":"milestone","as":"met","set":{"title":"Data","target":"2017-05-01","actual":"2017-05-01","subteam":"S1"}})");
}

template<class T>
static const T &named(const Desk &desk, const QString &name)
{
    return *desk.review().find(Id<T>(desk.script.named(name).uuid));
}

static const SubTeam &subTeam(const Desk &desk, const QString &key)
{
    return *desk.review().find(SubTeamId(desk.byKey(key).uuid));
}

void TestPreparation::theTermsOfReferenceAreAdoptedAndLapse()
{
    Desk desk;
    prepare(desk);
    desk.apply(R"({"do":"adopttor","args":{"meeting":"mt","level":"fullconsensus"}})");
    const Adoption adopted = adoption(desk.review());
    QCOMPARE(adopted.state, Adoption::Holds);
    const Decision *decision = desk.review().find(adopted.decision);
    QCOMPARE(decision->date->toText(), u"2017-03-02"_s); // That of the meeting.
    QVERIFY(decision->level.is(plumbline::Consensus::FullConsensus));
    desk.apply(R"({"set":{"ts":{"text":"What is examined, and what is not."}}})");
    QCOMPARE(adoption(desk.review()).state, Adoption::Lapsed);
    must(desk.session->undo());
    QCOMPARE(adoption(desk.review()).state, Adoption::Holds);
    desk.apply(R"({"set":{"ts":{"text":"Another text."}}})");
    desk.apply(
        R"({"do":"adopttor","args":{"date":"2017-04-01"}})"); // A second version; the first stays on record.
    QCOMPARE(adoption(desk.review()).state, Adoption::Holds);
    QCOMPARE(desk.review().count(Kind::Baseline), 2);
    for (const BaselineItem *item : desk.review().all<BaselineItem>())
        QVERIFY(termsOfReferenceKinds().contains(*desk.review().kindOf(item->record))); // Nothing of the plan.
    desk.reopen();
    QCOMPARE(adoption(desk.review()).state, Adoption::Holds);
}

void TestPreparation::membersAcknowledgeTheScope()
{
    Desk desk;
    prepare(desk);
    const PersonId eva(desk.script.named(u"eva"_s).uuid);
    QCOMPARE(acknowledgement(desk.review(), eva), Acknowledgement::Missing);
    desk.apply(R"({"do":"acknowledge","args":{"person":"eva"}})");
    QCOMPARE(acknowledgement(desk.review(), eva), Acknowledgement::Given);
    desk.apply(R"({"set":{"ts":{"text":"More."}}})");
    QCOMPARE(acknowledgement(desk.review(), eva), Acknowledgement::OfFormerText);
    desk.apply(R"({"do":"acknowledge","args":{"person":"eva"}})");
    QCOMPARE(acknowledgement(desk.review(), eva), Acknowledgement::Given);
}

void TestPreparation::aSubTeamIsFormedByDecision()
{
    Desk desk;
    prepare(desk);
    const SubTeam &formed = subTeam(desk, u"S1"_s);
    QCOMPARE(formed.title, u"DNS SSR"_s);
    QVERIFY(formed.state.is(SubTeamState::Active));
    const Decision *decision = desk.review().find(formed.formed);
    QVERIFY(decision->text.contains(u"DNS SSR"_s));
    const auto memberships = desk.review().all<Membership>();
    QCOMPARE(memberships.size(), size_t(1));
    QVERIFY(memberships.front()->role.is(Role::Lead));
    QCOMPARE(memberships.front()->subteam, SubTeamId(formed.id.uuid));
    must(
        desk.session->undo()); // The milestones and the finding, one by one, then all of the forming at once.
    must(desk.session->undo());
    must(desk.session->undo());
    must(desk.session->undo());
    QCOMPARE(desk.review().count(Kind::SubTeam), 0);
    QCOMPARE(desk.review().count(Kind::Membership), 0);
    QCOMPARE(desk.review().count(Kind::Decision), 0);
}

void TestPreparation::aDecisionOnRecordIsNamed()
{
    Desk desk;
    desk.apply(R"({"create":"decision","as":"d","set":{"text":"Five sub-teams are formed."}})");
    desk.apply(R"({"do":"formsubteam","args":{"name":"One","decision":"d"}})");
    desk.apply(R"({"do":"formsubteam","args":{"name":"Two","decision":"d"}})");
    QCOMPARE(desk.review().count(Kind::Decision), 1);
    QCOMPARE(subTeam(desk, u"S1"_s).formed, subTeam(desk, u"S2"_s).formed);
}

void TestPreparation::aProposedSubTeamIsFormed()
{
    Desk desk;
    desk.apply(R"({"create":"subteam","as":"s","set":{"title":"Abuse","state":"proposed"}})");
    desk.apply(R"({"do":"recordformation","args":{"subteam":"s","date":"2017-05-01"}})");
    const SubTeam &formed = named<SubTeam>(desk, u"s"_s);
    QVERIFY(formed.state.is(SubTeamState::Active));
    QCOMPARE(desk.review().find(formed.formed)->date->toText(), u"2017-05-01"_s);
    QCOMPARE(desk.refusal(R"({"do":"recordformation","args":{"subteam":"s"}})").code, ErrorCode::Refused);
}

void TestPreparation::whatADecisionBeginsBeginsOnItsDay()
{
    Desk desk;
    prepare(desk); // Formed in a meeting held on 2 March.
    QCOMPARE(desk.review().all<Membership>().front()->from->toText(), u"2017-03-02"_s);
    desk.apply(R"({"create":"decision","as":"d","set":{"text":"Closed.","date":"2017-08-01"}})");
    desk.apply(R"({"do":"closesubteam","args":{"subteam":"S1","decision":"d"}})");
    QCOMPARE(desk.review().all<Membership>().front()->to->toText(), u"2017-08-01"_s);
}

void TestPreparation::aDecisionAdoptsOneText()
{
    Desk desk;
    prepare(desk);
    desk.apply(R"({"create":"decision","as":"d","set":{"text":"Adopted."}})");
    desk.apply(R"({"do":"adopttor","args":{"decision":"d"}})");
    desk.apply(R"({"set":{"ts":{"text":"Something else."}}})");
    const QByteArray before = desk.dump();
    QCOMPARE(desk.refusal(R"({"do":"adopttor","args":{"decision":"d"}})").code, ErrorCode::Refused);
    QCOMPARE(desk.dump(), before);
    desk.apply(R"({"do":"adopttor","args":{"date":"2017-05-01"}})");
    QCOMPARE(adoption(desk.review()).state, Adoption::Holds);
}

void TestPreparation::namesOfSubTeamsDiffer()
{
    Desk desk;
    prepare(desk);
    desk.apply(R"({"do":"renamesubteam","args":{"subteam":"S1","name":"dns ssr"}})"); // Its own, written otherwise.
    QCOMPARE(subTeam(desk, u"S1"_s).title, u"dns ssr"_s);
    QCOMPARE(desk.refusal(R"({"do":"renamesubteam","args":{"subteam":"S1","name":"dns ssr"}})").code, ErrorCode::Refused);
    QCOMPARE(desk.refusal(R"({"do":"splitsubteam","args":{"subteam":"S1","names":"A; a"}})").code, ErrorCode::BadInput);
    desk.apply(R"({"do":"formsubteam","args":{"name":"Other"}})");
    desk.apply(R"({"do":"closesubteam","args":{"subteam":"S2"}})");
    QCOMPARE(desk.refusal(R"({"do":"closesubteam","args":{"subteam":"S1","movedto":"S2"}})").code, ErrorCode::Refused);
    QCOMPARE(desk.refusal(R"({"do":"renamesubteam","args":{"subteam":"S2","name":"Third"}})").code, ErrorCode::Refused);
}

void TestPreparation::aSubTeamIsRenamed()
{
    Desk desk;
    prepare(desk);
    desk.apply(R"({"do":"renamesubteam","args":{"subteam":"S1","name":"Root zone"}})");
    QCOMPARE(subTeam(desk, u"S1"_s).title, u"Root zone"_s);
    const auto decisions = desk.review().all<Decision>();
    QVERIFY(decisions.back()->text.contains(u"Root zone"_s) && decisions.back()->text.contains(u"DNS SSR"_s));
    QCOMPARE(desk.review().count(Kind::Link), 1); // The decision is about the sub-team.
}

void TestPreparation::aSubTeamIsSplitAndItsWorkMoves()
{
    Desk desk;
    prepare(desk);
    desk.apply(R"({"do":"splitsubteam","args":{"subteam":"S1","names":"Root; Abuse","date":"2017-09-01"}})");
    QVERIFY(subTeam(desk, u"S1"_s).state.is(SubTeamState::Closed));
    const SubTeamId heir(desk.byKey(u"S2"_s).uuid);
    QCOMPARE(subTeam(desk, u"S1"_s).movedto, heir);
    QCOMPARE(named<Finding>(desk, u"f"_s).subteam, heir);
    QCOMPARE(named<Milestone>(desk, u"m"_s).subteam, heir);
    QCOMPARE(named<Milestone>(desk, u"met"_s).subteam, SubTeamId(desk.byKey(u"S1"_s).uuid)); // Done is done.
    QCOMPARE(desk.review().all<Membership>().front()->to->toText(), u"2017-09-01"_s);
    QCOMPARE(subTeam(desk, u"S3"_s).title, u"Abuse"_s);
    const QByteArray split = desk.dump();
    must(desk.session->undo());
    QCOMPARE(named<Finding>(desk, u"f"_s).subteam, SubTeamId(desk.byKey(u"S1"_s).uuid));
    must(desk.session->redo());
    QCOMPARE(desk.dump(), split);
}

void TestPreparation::aSubTeamIsClosedAndItsWorkMoves()
{
    Desk desk;
    prepare(desk);
    desk.apply(R"({"do":"closesubteam","args":{"subteam":"S1"}})");
    QVERIFY(subTeam(desk, u"S1"_s).state.is(SubTeamState::Closed));
    QVERIFY(named<Finding>(desk, u"f"_s).subteam.isNull()); // The full team's now.
}

void TestPreparation::aLeadReportsBack()
{
    Desk desk;
    prepare(desk);
    desk.apply(
        R"({"do":"reportback","args":{"subteam":"S1","by":"eva","text":"Two sources are here.","date":"2017-04-02"}})");
    const ReportBack *report = desk.review().all<ReportBack>().front();
    QCOMPARE(report->key, u"RB-S1-01"_s);
    QCOMPARE(report->text, u"Two sources are here."_s);
    QCOMPARE(report->date->toText(), u"2017-04-02"_s);
}

void TestPreparation::aGateIsPassedWithAReason()
{
    Desk desk("Ada", u"icann-specific-review"_s);
    QCOMPARE(
        desk.review().find(ReviewRecordId(desk.review().uuid()))->phase.value.value_or(Phase::Preparation),
        Phase::Preparation);
    QString refusal = desk.refusal(R"({"do":"passgate","args":{"gate":"g1"}})").sentence;
    QVERIFY2(refusal.contains(u"lacks"_s) && refusal.contains(u"Terms of Reference"_s), qPrintable(refusal));
    desk.apply(R"({"do":"passgate","args":{"gate":"G1","reason":"Adopted on the list next week."}})");
    QVERIFY(desk.review().find(ReviewRecordId(desk.review().uuid()))->phase.is(Phase::Analysis));
    const Waiver *waiver = desk.review().all<Waiver>().front();
    QCOMPARE(waiver->check, u"gate.G1"_s);
    QCOMPARE(waiver->reason, u"Adopted on the list next week."_s);
    refusal = desk.refusal(R"({"do":"passgate","args":{"gate":"G1"}})").sentence; // It is behind.
    QVERIFY2(refusal.contains(u"Analysis"_s), qPrintable(refusal));
    QCOMPARE(desk.refusal(R"({"do":"passgate","args":{"gate":"G8"}})").code, ErrorCode::NotFound);
    must(desk.session->undo());
    QCOMPARE(desk.review().count(Kind::Waiver), 0);
    QVERIFY(!desk.review().find(ReviewRecordId(desk.review().uuid()))->phase.is(Phase::Analysis));
}

void TestPreparation::wrongWordsAreRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no name") << QByteArray(R"({"do":"formsubteam","args":{"name":" "}})");
    QTest::newRow("a name that is taken") << QByteArray(R"({"do":"formsubteam","args":{"name":"dns ssr"}})");
    QTest::newRow("no such lead") << QByteArray(R"({"do":"formsubteam","args":{"name":"X","lead":"P-99"}})");
    QTest::newRow("no such level") << QByteArray(R"({"do":"adopttor","args":{"level":"unanimous"}})");
    QTest::newRow("no such day") << QByteArray(R"({"do":"adopttor","args":{"date":"2017-02-30"}})");
    QTest::newRow("split into one") << QByteArray(
        R"({"do":"splitsubteam","args":{"subteam":"S1","names":"One"}})");
    QTest::newRow("its own heir") << QByteArray(
        R"({"do":"closesubteam","args":{"subteam":"S1","movedto":"S1"}})");
    QTest::newRow("says nothing") << QByteArray(R"({"do":"reportback","args":{"subteam":"S1","text":"  "}})");
    QTest::newRow("a sub-team that is none")
        << QByteArray(R"({"do":"reportback","args":{"subteam":"P-001","text":"x"}})");
}

void TestPreparation::wrongWordsAreRefused()
{
    QFETCH(QByteArray, line);
    Desk desk;
    prepare(desk);
    QVERIFY(!desk.refusal(line).sentence.isEmpty());
}

PLUMBLINE_TEST(TestPreparation)
} // namespace preparation_test

#include "tst_preparation.moc"
