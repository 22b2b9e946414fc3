// What follows from how the items of the plan hang together.

#include "core/domain/calendarevent.h"
#include "core/domain/dependency.h"
#include "core/domain/milestone.h"
#include "tests/core/checks/problemsof.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace planfeasible_test {

class TestPlanFeasible : public QObject
{
    Q_OBJECT

private slots:
    void circleNamesItsItems();
    void feasibleFindsWhatIsPromisedInVain();
    void feasibleLeavesPlannedLatenessToOthers();
    void blackout();
};

static Milestone milestoneOf(MilestoneType type, const char *target)
{
    Milestone milestone;
    milestone.type = type;
    milestone.title = u"Something dated"_s;
    milestone.target = on(target);
    return milestone;
}

static void waits(TestReview &test, MilestoneId from, MilestoneId to)
{
    Dependency dependency;
    dependency.from = from;
    dependency.to = to;
    dependency.type = DependencyType::FS;
    test.add(dependency);
}

void TestPlanFeasible::circleNamesItsItems()
{
    TestReview test;
    QList<MilestoneId> items;
    for (const char *key : {"M-001", "M-002", "M-003", "M-004"}) {
        Milestone item = milestoneOf(MilestoneType::Other, "2020-06-01");
        item.key = QLatin1String(key);
        items += test.add(item);
    }
    waits(test, items.at(0), items.at(1));
    waits(test, items.at(1), items.at(2));
    waits(test, items.at(2), items.at(3));
    QCOMPARE(faultyIn(test, "plan.circle"), nothing);
    waits(test, items.at(2), items.at(0));
    const auto problems = problemsOf(test, "plan.circle");
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.first().sentence.contains(u"M-001 \u2192 M-002 \u2192 M-003"_s) ||
            problems.first().sentence.contains(u"M-002 \u2192 M-003 \u2192 M-001"_s) ||
            problems.first().sentence.contains(u"M-003 \u2192 M-001 \u2192 M-002"_s));
    QVERIFY(!problems.first().sentence.contains(u"M-004"_s));
}

void TestPlanFeasible::feasibleFindsWhatIsPromisedInVain()
{
    TestReview test;
    Milestone interviews = milestoneOf(MilestoneType::Other, "2020-04-10");
    interviews.key = u"M-001"_s;
    const auto first = test.add(interviews);
    Milestone writing = milestoneOf(MilestoneType::DraftRecommendations, "2020-04-15");
    writing.key = u"M-002"_s;
    writing.start = on("2020-04-01"); // Fifteen days, from 11 to 25 April if it waits.
    writing.deadline = on("2020-04-20");
    const auto second = test.add(writing);
    QCOMPARE(faultyIn(test, "plan.feasible"), nothing);
    waits(test, first, second);
    const auto problems = problemsOf(test, "plan.feasible");
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().record, RecordId(second.uuid));
    QCOMPARE(problems.first().days, 5);
    QVERIFY(problems.first().sentence.contains(u"M-001 (10 Apr 2020) \u2192 M-002 (25 Apr 2020)"_s));
    QCOMPARE(faultyIn(test, "plan.afterDeadline"), nothing); // Its own date is in time.
}

void TestPlanFeasible::feasibleLeavesPlannedLatenessToOthers()
{
    TestReview test;
    Milestone late = milestoneOf(MilestoneType::Other, "2020-04-15");
    late.deadline = on("2020-04-01");
    const auto item = test.add(late);
    QCOMPARE(faultyIn(test, "plan.feasible"), nothing);
    QCOMPARE(faultyIn(test, "plan.afterDeadline"), only(item));
    Milestone overdue = milestoneOf(MilestoneType::Other, "2020-02-15"); // Today is 1 March.
    overdue.deadline = on("2020-02-20");
    test.add(overdue);
    QCOMPARE(faultyIn(test, "plan.feasible"), nothing);
}

void TestPlanFeasible::blackout()
{
    TestReview test;
    CalendarEvent meeting;
    meeting.title = u"A meeting of everybody"_s;
    meeting.category = CalendarKind::Meeting;
    meeting.first = on("2020-06-22");
    meeting.last = on("2020-06-25");
    test.add(meeting);
    Milestone period = milestoneOf(MilestoneType::Comment, "2020-06-25");
    period.start = on("2020-05-01");
    const auto comment = test.add(period);
    QCOMPARE(faultyIn(test, "plan.blackout"), only(comment));
    QVERIFY(problemsOf(test, "plan.blackout").first().next.contains(u"26 Jun 2020"_s));
    test.change(comment, [](Milestone &changed) { changed.target = on("2020-06-26"); });
    QCOMPARE(faultyIn(test, "plan.blackout"), nothing);
    test.change(comment, [](Milestone &changed) { changed.target = on("2020-06"); }); // Perhaps.
    QCOMPARE(faultyIn(test, "plan.blackout"), nothing);
}

PLUMBLINE_TEST(TestPlanFeasible)
} // namespace planfeasible_test

#include "tst_planfeasible.moc"
