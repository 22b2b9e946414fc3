#include "core/planfiles/planner.h"

#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace planner_test {

class TestPlanner : public QObject
{
    Q_OBJECT

private slots:
    void datesAreThoseOfWork();
    void linksStandOnTheSuccessor();
    void theCalendarOfTheProjectIsRead();
    void durationsConstraintsAndPeople();
};

static PlanFile read(const QByteArray &tasks, const QByteArray &calendars = {}, const QByteArray &rest = {})
{
    const auto plan =
        readPlanner("<?xml version=\"1.0\"?><project name=\"Ours\" mrproject-version=\"2\" calendar=\"2\">"
                    "<calendars>" +
                    calendars + "</calendars><tasks>" + tasks + "</tasks>" + rest + "</project>");
    if (!plan)
        qFatal("%s", qPrintable(plan.error().sentence));
    return *plan;
}

void TestPlanner::datesAreThoseOfWork()
{
    const PlanFile plan = read(R"(
        <task id="1" name="A" start="20200302T000000Z" end="20200306T170000Z" work-start="20200302T080000Z" type="normal"/>
        <task id="2" name="B" start="20200306T170000Z" end="20200311T080000Z" work-start="20200309T080000Z" percent-complete="40">
          <task id="3" name="C" note="Why" start="20200302T000000Z" end="20200302T000000Z" work-start="20200302T080000Z"
            type="milestone"/>
          <task id="4" name="D" start="20200306T170000Z" end="20200306T170000Z" work-start="20200309T080000Z" type="milestone"/>
        </task>)");
    QCOMPARE(plan.title, u"Ours"_s);
    QCOMPARE(plan.tasks[0].start, QDate(2020, 3, 2));
    QCOMPARE(plan.tasks[0].finish, QDate(2020, 3, 6));
    QCOMPARE(plan.tasks[1].start, QDate(2020, 3, 9));
    QCOMPARE(plan.tasks[1].finish, QDate(2020, 3, 10));
    QCOMPARE(plan.tasks[1].percent, 40);
    QVERIFY(plan.tasks[2].milestone);
    QCOMPARE(plan.tasks[2].parent, 1);
    QCOMPARE(plan.tasks[2].notes, u"Why"_s);
    QCOMPARE(plan.tasks[2].finish, QDate(2020, 3, 2));
    QCOMPARE(plan.tasks[3].start, QDate(2020, 3, 6));
    QCOMPARE(plan.tasks[3].finish, QDate(2020, 3, 6));
}

void TestPlanner::linksStandOnTheSuccessor()
{
    const PlanFile plan = read(R"(<task id="1" name="A"><predecessors><predecessor id="1" predecessor-id="2" type="SS"
        lag="-86400"/><predecessor id="2" predecessor-id="9" type="FS"/></predecessors></task><task id="2" name="B"/>)");
    QCOMPARE(plan.links, (QList<PlanLink>{{1, 0, DependencyType::SS, -1, DayUnit::Calendar}}));
    QCOMPARE(plan.notes.size(), 1);
}

void TestPlanner::theCalendarOfTheProjectIsRead()
{
    const PlanFile plan =
        read({}, R"(<day-types/><calendar id="1" name="Base"><default-week mon="0" tue="0" wed="0" thu="0"
        fri="1" sat="1" sun="0"/><days><day date="20200410" type="day-type" id="1"/><day date="20200411" type="day-type" id="0"/>
        </days><calendar id="2" name="Ours"><default-week mon="2" tue="2" wed="2" thu="2" fri="2" sat="2" sun="1"/>
        <days><day date="20200413" type="day-type" id="1"/><day date="20200414" type="day-type" id="1"/></days></calendar>
        </calendar>)");
    QCOMPARE(plan.calendar.weekend, (QList<int>{5, 6, 7}));
    QCOMPARE(plan.calendar.off, (QList<PlanDaysOff>{{QDate(2020, 4, 10), QDate(2020, 4, 10), {}},
                                                    {QDate(2020, 4, 13), QDate(2020, 4, 14), {}}}));
    QCOMPARE(plan.notes.size(), 1); // The Saturday that is worked.
}

void TestPlanner::durationsConstraintsAndPeople()
{
    const PlanFile plan =
        read(R"(<task id="1" name="A" duration="144000" scheduling="fixed-duration"><constraint
        type="must-start-on" time="20200302T000000Z"/></task><task id="2" name="B" work="144000"><constraint
        type="finish-no-later-than" time="20200310T080000Z"/></task><task id="3" name="C"><constraint
        type="as-soon-as-possible"/></task>)",
             R"(<calendar id="2"><overridden-day-types><overridden-day-type id="0"><interval
        start="0800" end="1200"/><interval start="1300" end="1700"/></overridden-day-type></overridden-day-types></calendar>)",
             R"(<resources><resource id="1" name="Lead"/></resources><allocations><allocation task-id="2"
        resource-id="1" units="50"/></allocations>)");
    QCOMPARE(plan.tasks[0].duration, 5);
    QCOMPARE(plan.tasks[0].constraint, DateConstraint::StartOn);
    QCOMPARE(plan.tasks[0].constraintDate, QDate(2020, 3, 2));
    QVERIFY(!plan.tasks[1].duration);
    QCOMPARE(plan.tasks[1].constraintDate, QDate(2020, 3, 9));
    QCOMPARE(plan.tasks[1].resources, QStringList{u"Lead"_s});
    QVERIFY(!plan.tasks[2].constraint);
}

PLUMBLINE_TEST(TestPlanner)

} // namespace planner_test

#include "tst_planner.moc"
