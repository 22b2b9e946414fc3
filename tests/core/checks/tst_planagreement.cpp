// Whether the sub-teams agreed to the schedule they have.

#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "core/domain/decision.h"
#include "core/domain/milestone.h"
#include "core/domain/subteam.h"
#include "core/schedule/scheduleagreement.h"
#include "tests/core/checks/problemsof.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace planagreement_test {

class TestPlanAgreement : public QObject
{
    Q_OBJECT

private slots:
    void nothingRecordedIsSaid();
    void noScheduleNeedsNoAgreement();
    void whatIsAgreedIsQuiet();
    void itLapsesWhen_data();
    void itLapsesWhen();
    void itHoldsWhen_data();
    void itHoldsWhen();
    void anAgreementByADeletedDecisionIsNone();
};

namespace {

/// A sub-team that agreed to two items, one of which serves the full team's freeze.
struct Agreed {
    TestReview test;
    SubTeamId team;
    MilestoneId freeze;
    MilestoneId draft;
    MilestoneId study;
    DecisionId decision;
    BaselineId plan;

    Agreed()
    {
        SubTeam subTeam;
        subTeam.key = u"S1"_s;
        subTeam.title = u"DNS SSR"_s;
        subTeam.state = SubTeamState::Active;
        team = test.add(subTeam);
        freeze = add(u"M-001"_s, u"Draft frozen"_s, "2020-06-30", {});
        draft = add(u"M-S1-01"_s, u"Draft recommendations"_s, "2020-06-01", team);
        test.change(draft, [this](Milestone &m) {
            m.type = MilestoneType::DraftRecommendations;
            m.serves = freeze;
        });
        study = add(u"M-S1-02"_s, u"Study"_s, "2020-05-01", team);
        test.change(study, [](Milestone &m) { m.start = on("2020-04-01"); });
        Decision made;
        made.key = u"D-007"_s;
        made.text = u"The schedule is agreed."_s;
        decision = test.add(made);
        Baseline taken;
        taken.name = u"Schedule of S1"_s;
        plan = test.add(taken);
        for (const MilestoneId id : {freeze, draft, study}) {
            const Milestone &milestone = *test.review.find(id);
            BaselineItem item;
            item.baseline = plan;
            item.record = milestone.id;
            item.start = milestone.start;
            item.target = milestone.target;
            item.deadline = milestone.deadline;
            test.add(item);
        }
        test.change(team, [this](SubTeam &record) {
            record.agreed = decision;
            record.agreedplan = plan;
        });
    }
    MilestoneId add(const QString &key, const QString &title, const char *target, SubTeamId of)
    {
        Milestone milestone;
        milestone.key = key;
        milestone.title = title;
        milestone.target = on(target);
        milestone.subteam = of;
        return test.add(milestone);
    }
};

using Change = void (*)(Agreed &);

} // namespace

void TestPlanAgreement::nothingRecordedIsSaid()
{
    Agreed agreed;
    agreed.test.change(agreed.team, [](SubTeam &record) { record.agreed = {}; });
    QCOMPARE(faultyIn(agreed.test, "plan.agreement"), only(agreed.team));
    // A sub-team that is over has nothing left to agree to.
    agreed.test.change(agreed.team, [](SubTeam &record) { record.state = SubTeamState::Closed; });
    QCOMPARE(faultyIn(agreed.test, "plan.agreement"), nothing);
}

void TestPlanAgreement::noScheduleNeedsNoAgreement()
{
    TestReview test;
    SubTeam subTeam;
    subTeam.title = u"New"_s;
    subTeam.state = SubTeamState::Active;
    test.add(subTeam);
    QCOMPARE(faultyIn(test, "plan.agreement"), nothing);
}

void TestPlanAgreement::whatIsAgreedIsQuiet()
{
    const Agreed agreed;
    QCOMPARE(faultyIn(agreed.test, "plan.agreement"), nothing);
    QCOMPARE(scheduleAgreement(agreed.test.review, agreed.team).state, ScheduleAgreement::Holds);
}

void TestPlanAgreement::itLapsesWhen_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("words");
    QTest::newRow("a target moves") << Change([](Agreed &a) {
        a.test.change(a.draft, [](Milestone &m) { m.target = on("2020-06-11"); });
    }) << u"M-S1-01 “Draft recommendations” was moved from 1 Jun 2020 to 11 Jun 2020"_s;
    QTest::newRow("a start moves") << Change([](Agreed &a) {
        a.test.change(a.study, [](Milestone &m) { m.start = on("2020-04-08"); });
    }) << u"M-S1-02 “Study” was moved from 1 Apr 2020 to 8 Apr 2020"_s;
    QTest::newRow("a target is taken away") << Change([](Agreed &a) {
        a.test.change(a.draft, [](Milestone &m) { m.target = {}; });
    }) << u"from 1 Jun 2020 to no date"_s;
    QTest::newRow("a deadline is set") << Change([](Agreed &a) {
        a.test.change(a.draft, [](Milestone &m) { m.deadline = on("2020-06-20"); });
    }) << u"the deadline of M-S1-01 “Draft recommendations” was changed from no date to 20 Jun 2020"_s;
    QTest::newRow("an item is added") << Change([](Agreed &a) {
        a.add(u"M-S1-03"_s, u"Interviews"_s, "2020-05-20", a.team);
    }) << u"M-S1-03 “Interviews” was added"_s;
    QTest::newRow("an item is deleted") << Change([](Agreed &a) { a.test.remove(a.study); }) << u"M-S1-02 “Study” was deleted"_s;
    QTest::newRow("the full team moves what it serves") << Change([](Agreed &a) {
        a.test.change(a.freeze, [](Milestone &m) { m.target = on("2020-06-15"); });
    }) << u"M-001 “Draft frozen”, which it must be in time for, was moved from 30 Jun 2020 to 15 Jun 2020"_s;
}

void TestPlanAgreement::itLapsesWhen()
{
    QFETCH(Change, change);
    QFETCH(QString, words);
    Agreed agreed;
    change(agreed);
    const auto problems = problemsOf(agreed.test, "plan.agreement");
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().record, RecordId(agreed.team.uuid));
    QVERIFY2(problems.first().sentence.contains(u"(D-007)"_s), qPrintable(problems.first().sentence));
    QVERIFY2(problems.first().sentence.contains(words), qPrintable(problems.first().sentence));
    QCOMPARE(scheduleAgreement(agreed.test.review, agreed.team).state, ScheduleAgreement::Lapsed);
}

void TestPlanAgreement::itHoldsWhen_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("an item is met, late") << Change([](Agreed &a) {
        a.test.change(a.study, [](Milestone &m) { m.actual = on("2020-05-20"); });
    });
    QTest::newRow("a title is changed") << Change([](Agreed &a) {
        a.test.change(a.study, [](Milestone &m) { m.title = u"The study"_s; });
    });
    QTest::newRow("another sub-team plans") << Change([](Agreed &a) {
        SubTeam other;
        other.title = u"Other"_s;
        other.state = SubTeamState::Closed;
        a.add(u"M-S2-01"_s, u"Theirs"_s, "2020-05-20", a.test.add(other));
    });
    QTest::newRow("the full team moves what it does not serve") << Change([](Agreed &a) {
        a.add(u"M-002"_s, u"Published"_s, "2020-12-01", {});
    });
    QTest::newRow("a date becomes more exact") << Change([](Agreed &a) {
        for (const BaselineItem *item : a.test.review.all<BaselineItem>()) {
            if (item->record == RecordId(a.study.uuid))
                a.test.change(BaselineItemId(item->id.uuid), [](BaselineItem &i) { i.target = on("2020-05"); });
        }
    });
}

void TestPlanAgreement::itHoldsWhen()
{
    QFETCH(Change, change);
    Agreed agreed;
    change(agreed);
    QCOMPARE(faultyIn(agreed.test, "plan.agreement"), nothing);
}

void TestPlanAgreement::anAgreementByADeletedDecisionIsNone()
{
    Agreed agreed;
    agreed.test.remove(agreed.decision);
    QCOMPARE(scheduleAgreement(agreed.test.review, agreed.team).state, ScheduleAgreement::None);
    QVERIFY(problemsOf(agreed.test, "plan.agreement").first().sentence.contains(u"has not agreed"_s));
}

PLUMBLINE_TEST(TestPlanAgreement)
} // namespace planagreement_test

#include "tst_planagreement.moc"
