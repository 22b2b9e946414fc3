#include "core/schedule/planschedule.h"

#include "core/domain/calendarevent.h"
#include "tests/core/domain/testreview.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace planschedule_test {

/// A plan of a few items, written in one line each.
struct TestPlan : TestReview {
    MilestoneId point(const char *target, const char *deadline = "")
    {
        Milestone milestone;
        if (*target)
            milestone.target = on(target);
        if (*deadline)
            milestone.deadline = on(deadline);
        return add(milestone);
    }
    MilestoneId fixed(const char *start, const char *target)
    {
        Milestone milestone;
        milestone.start = on(start);
        milestone.target = on(target);
        return add(milestone);
    }
    MilestoneId lasting(int days, DayUnit unit = DayUnit::Working, const char *start = "")
    {
        Milestone milestone;
        milestone.duration = days;
        milestone.dayunit = unit;
        if (*start)
            milestone.start = on(start);
        return add(milestone);
    }
    void link(MilestoneId from, MilestoneId to, DependencyType type = DependencyType::FS, int lag = 0,
              DayUnit unit = DayUnit::Calendar)
    {
        Dependency dependency;
        dependency.from = from;
        dependency.to = to;
        dependency.type = type;
        dependency.lag = lag;
        dependency.lagunit = unit;
        add(dependency);
    }
    PlanSchedule schedule(const QDate &today = {}) const { return PlanSchedule(review, today); }
};

class TestPlanSchedule : public QObject
{
    Q_OBJECT

private slots:
    void whatHasADurationFollowsWhatItWaitsFor();
    void whatIsPlannedIsPushedOnlyByLaterOnes();
    void aMilestoneMayStandOnTheDayWhatItWaitsForEnds();
    void workingDaysSkipHolidays();
    void slackIsWhatIsLeftToTheDeadline();
    void aServedDeadlineThatCannotBeKeptSaysByHowMuchAndWhy();
    void undatedItemsArePlacedByWhatTheyWaitFor();
    void partialDatesPlanAtTheirEnd();
    void headingsSpanWhatLiesBelow();
    void circlesAreNamed();
    void constraintsBind_data();
    void constraintsBind();
    void nothingUnmetEndsBeforeToday();
    void backwardFromThePublication();
    void whatWasMetStays();
};

void TestPlanSchedule::whatHasADurationFollowsWhatItWaitsFor()
{
    TestPlan plan;
    const auto first = plan.lasting(5, DayUnit::Working, "2020-01-06"); // A Monday.
    const auto second = plan.lasting(3);
    plan.link(first, second);
    const PlanSchedule schedule = plan.schedule();
    QCOMPARE(schedule.find(first)->earlyFinish, QDate(2020, 1, 10));
    QCOMPARE(schedule.find(second)->earlyStart, QDate(2020, 1, 13)); // Not on the weekend.
    QCOMPARE(schedule.find(second)->earlyFinish, QDate(2020, 1, 15));
    QCOMPARE(schedule.end(), QDate(2020, 1, 15));
    QVERIFY(schedule.find(first)->critical);
    QCOMPARE(schedule.find(second)->totalSlack, 0);
    const auto chain = schedule.chainTo(second);
    QCOMPARE(chain.size(), 1);
    QCOMPARE(chain.first().from, first);
}

void TestPlanSchedule::whatIsPlannedIsPushedOnlyByLaterOnes()
{
    TestPlan plan;
    const auto data = plan.fixed("2020-01-06", "2020-01-10");
    const auto writing = plan.fixed("2020-02-03", "2020-02-07");
    plan.link(data, writing);
    QCOMPARE(plan.schedule().find(writing)->earlyStart, QDate(2020, 2, 3));
    QCOMPARE(plan.schedule().find(data)->freeSlack, 23); // Calendar days from 11 January to 2 February.
    plan.change(data, [](Milestone &milestone) { milestone.target = on("2020-02-05"); });
    const PlanSchedule pushed = plan.schedule();
    QCOMPARE(pushed.find(writing)->earlyStart, QDate(2020, 2, 6));
    QCOMPARE(pushed.find(writing)->earlyFinish, QDate(2020, 2, 10)); // It takes its five days.
}

void TestPlanSchedule::aMilestoneMayStandOnTheDayWhatItWaitsForEnds()
{
    TestPlan plan;
    const auto work = plan.fixed("2020-01-06", "2020-01-10");
    const auto done = plan.point("2020-01-08");
    const auto next = plan.lasting(2, DayUnit::Calendar);
    const auto with = plan.lasting(2, DayUnit::Calendar);
    plan.link(work, done);
    plan.link(done, next);
    plan.link(done, with, DependencyType::SS);
    const PlanSchedule schedule = plan.schedule();
    QCOMPARE(schedule.find(done)->earlyFinish, QDate(2020, 1, 10));
    QCOMPARE(schedule.find(next)->earlyStart, QDate(2020, 1, 11));
    QCOMPARE(schedule.find(with)->earlyStart, QDate(2020, 1, 10));
}

void TestPlanSchedule::workingDaysSkipHolidays()
{
    TestPlan plan;
    CalendarEvent easter;
    easter.category = CalendarKind::Holidays;
    easter.first = on("2020-04-10");
    easter.last = on("2020-04-13");
    plan.add(easter);
    const auto work = plan.lasting(3, DayUnit::Working, "2020-04-09");
    QCOMPARE(plan.schedule().find(work)->earlyFinish, QDate(2020, 4, 15));
    const auto later = plan.lasting(1);
    plan.link(work, later, DependencyType::FS, 2, DayUnit::Working);
    QCOMPARE(plan.schedule().find(later)->earlyStart, QDate(2020, 4, 20));
}

void TestPlanSchedule::slackIsWhatIsLeftToTheDeadline()
{
    TestPlan plan;
    const auto draft = plan.point("2020-01-10", "2020-01-24");
    plan.point("2020-12-31"); // The plan goes on.
    QCOMPARE(plan.schedule().find(draft)->totalSlack, 14);
    QVERIFY(!plan.schedule().find(draft)->critical);
    plan.change(draft, [](Milestone &milestone) { milestone.target = on("2020-02-03"); });
    const PlanSchedule late = plan.schedule();
    QCOMPARE(late.find(draft)->totalSlack, -10);
    QCOMPARE(late.find(draft)->unkeepable, 10);
    QVERIFY(late.find(draft)->critical);
    QCOMPARE(late.find(draft)->earlyFinish, QDate(2020, 2, 3)); // Nothing was moved.
}

void TestPlanSchedule::aServedDeadlineThatCannotBeKeptSaysByHowMuchAndWhy()
{
    TestPlan plan;
    const auto freeze = plan.point("2020-03-01", "2020-03-06");
    const auto interviews = plan.lasting(10, DayUnit::Working, "2020-02-10"); // Up to 21 February.
    const auto analysis = plan.lasting(10); // Up to 6 March.
    const auto draft = plan.lasting(5);     // Up to 13 March.
    plan.change(draft, [&](Milestone &milestone) { milestone.serves = freeze; });
    plan.link(interviews, analysis);
    plan.link(analysis, draft);
    const PlanSchedule schedule = plan.schedule();
    const ItemSchedule &late = *schedule.find(draft);
    QCOMPARE(late.earlyFinish, QDate(2020, 3, 13));
    // The target of the freeze comes before its deadline, and is the first limit.
    QCOMPARE(late.limit->last, QDate(2020, 3, 1));
    QCOMPARE(late.unkeepable, 12);
    QCOMPARE(late.totalSlack, -10); // Working days back to Friday 28 February.
    QCOMPARE(schedule.find(interviews)->totalSlack, -10);
    const auto chain = schedule.chainTo(draft);
    QCOMPARE(chain.size(), 2);
    QCOMPARE(chain.at(0).from, interviews);
    QCOMPARE(chain.at(1).from, analysis);
    QCOMPARE(chain.at(1).to, draft);
}

void TestPlanSchedule::undatedItemsArePlacedByWhatTheyWaitFor()
{
    TestPlan plan;
    const auto first = plan.point("2020-01-10");
    const auto second = plan.point("");
    const auto third = plan.point("");
    const auto alone = plan.point("");
    plan.link(second, third, DependencyType::FS, 10);
    plan.link(first, second, DependencyType::FS, 5);
    const PlanSchedule schedule = plan.schedule();
    QCOMPARE(schedule.find(third)->earlyFinish, QDate(2020, 1, 25));
    QVERIFY(!schedule.find(alone));
}

void TestPlanSchedule::partialDatesPlanAtTheirEnd()
{
    TestPlan plan;
    const auto may = plan.point("2017-05");
    const auto next = plan.lasting(1, DayUnit::Calendar);
    plan.link(may, next);
    QCOMPARE(plan.schedule().find(next)->earlyStart, QDate(2017, 6, 1));
}

void TestPlanSchedule::headingsSpanWhatLiesBelow()
{
    TestPlan plan;
    const auto heading = plan.point("");
    const auto a = plan.fixed("2020-01-06", "2020-01-10");
    const auto b = plan.fixed("2020-01-20", "2020-01-24");
    for (const MilestoneId below : {a, b})
        plan.change(below, [&](Milestone &milestone) { milestone.place.parent = RecordId(heading.uuid); });
    const auto after = plan.lasting(1, DayUnit::Calendar);
    plan.link(heading, after);
    const PlanSchedule schedule = plan.schedule();
    QCOMPARE(schedule.find(heading)->earlyStart, QDate(2020, 1, 6));
    QCOMPARE(schedule.find(heading)->earlyFinish, QDate(2020, 1, 24));
    QCOMPARE(schedule.find(after)->earlyStart, QDate(2020, 1, 25)); // After all that lies below.
    QCOMPARE(schedule.find(heading)->totalSlack, schedule.find(b)->totalSlack);
}

void TestPlanSchedule::circlesAreNamed()
{
    TestPlan plan;
    const auto a = plan.point("2020-01-10");
    const auto b = plan.point("2020-01-11");
    const auto c = plan.point("2020-01-12");
    plan.link(a, b);
    plan.link(b, c);
    plan.link(c, a);
    const PlanSchedule schedule = plan.schedule();
    QCOMPARE(schedule.circles().size(), 1);
    QCOMPARE(QSet<MilestoneId>(schedule.circles().first().begin(), schedule.circles().first().end()),
             (QSet<MilestoneId>{a, b, c}));
    QCOMPARE(schedule.items().size(), 3);
}

void TestPlanSchedule::constraintsBind_data()
{
    QTest::addColumn<int>("constraint");
    QTest::addColumn<QDate>("earlyStart");
    QTest::addColumn<int>("slack");
    // Five working days that could begin on Monday 6 January, in a plan that goes on to Friday 31 January. The constraint
    // names Wednesday 15 January.
    QTest::newRow("must start on") << int(DateConstraint::StartOn) << QDate(2020, 1, 15) << 0;
    QTest::newRow("must finish on") << int(DateConstraint::FinishOn) << QDate(2020, 1, 9) << 0;
    QTest::newRow("starts not earlier") << int(DateConstraint::StartNotEarlier) << QDate(2020, 1, 15) << 8;
    QTest::newRow("finishes not earlier") << int(DateConstraint::FinishNotEarlier) << QDate(2020, 1, 9) << 12;
    QTest::newRow("starts not later") << int(DateConstraint::StartNotLater) << QDate(2020, 1, 6) << 7;
    QTest::newRow("finishes not later") << int(DateConstraint::FinishNotLater) << QDate(2020, 1, 6) << 3;
}

void TestPlanSchedule::constraintsBind()
{
    QFETCH(int, constraint);
    QFETCH(QDate, earlyStart);
    QFETCH(int, slack);
    TestPlan plan;
    plan.point("2020-01-06");
    plan.point("2020-01-31");
    const auto work = plan.lasting(5);
    plan.change(work, [&](Milestone &milestone) {
        milestone.constraint = DateConstraint(constraint);
        milestone.constraintdate = on("2020-01-15");
    });
    const PlanSchedule schedule = plan.schedule();
    QCOMPARE(schedule.find(work)->earlyStart, earlyStart);
    QCOMPARE(schedule.find(work)->totalSlack, slack);
}

void TestPlanSchedule::nothingUnmetEndsBeforeToday()
{
    TestPlan plan;
    const auto missed = plan.point("2020-01-10");
    const auto next = plan.lasting(2, DayUnit::Calendar);
    plan.link(missed, next);
    const PlanSchedule schedule = plan.schedule(QDate(2020, 2, 1));
    QCOMPARE(schedule.find(missed)->earlyFinish, QDate(2020, 2, 1));
    QCOMPARE(schedule.find(next)->earlyStart, QDate(2020, 2, 2));
}

void TestPlanSchedule::backwardFromThePublication()
{
    TestPlan plan;
    const auto comments = plan.lasting(40, DayUnit::Calendar, "2020-03-02");
    const auto analysis = plan.lasting(10);
    const auto published = plan.point("");
    const auto aside = plan.point("2020-06-30");
    plan.link(comments, analysis);
    plan.link(analysis, published);
    // 40 days from 2 March end on 10 April, ten working days on 24 April.
    const PlanSchedule schedule = plan.schedule();
    QCOMPARE(schedule.find(published)->earlyFinish, QDate(2020, 4, 24));
    const auto latest = schedule.backwardFrom(published, QDate(2020, 5, 8));
    QCOMPARE(latest.size(), 3);
    for (const ItemSchedule &item : latest) {
        QVERIFY(item.milestone != aside);
        if (item.milestone == comments)
            QCOMPARE(item.lateFinish, QDate(2020, 4, 26)); // The Sunday before the ten days begin.
        if (item.milestone == analysis)
            QCOMPARE(item.lateStart, QDate(2020, 4, 27));
    }
    // Asked for too early a day, it says by how much.
    const auto tooEarly = schedule.backwardFrom(published, QDate(2020, 4, 17));
    QCOMPARE(tooEarly.last().totalSlack, -7);
}

void TestPlanSchedule::whatWasMetStays()
{
    TestPlan plan;
    const auto met = plan.point("2020-01-10");
    plan.change(met, [](Milestone &milestone) { milestone.actual = on("2020-01-20"); });
    const auto next = plan.lasting(1, DayUnit::Calendar);
    plan.link(met, next);
    const PlanSchedule schedule = plan.schedule();
    QVERIFY(schedule.find(met)->met);
    QCOMPARE(schedule.find(met)->earlyFinish, QDate(2020, 1, 20));
    QCOMPARE(schedule.find(next)->earlyStart, QDate(2020, 1, 21));
}

PLUMBLINE_TEST(TestPlanSchedule)

} // namespace planschedule_test

#include "tst_planschedule.moc"
