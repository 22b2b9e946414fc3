#include "core/planfiles/ganttproject.h"

#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace ganttproject_test {

class TestGanttProject : public QObject
{
    Q_OBJECT

private slots:
    void finishesAreCountedInWorkingDays_data();
    void finishesAreCountedInWorkingDays();
    void linksStandOnThePredecessor();
    void tasksBelowTasksHaveAHeading();
    void calendarsOfBothVersionsAreRead_data();
    void calendarsOfBothVersionsAreRead();
    void holidaysOfEveryYearAreThoseOfThePlan();
    void aWorkedSaturdayIsCountedAndNoted();
    void constraintsNotesPeopleAndSavedStates();
};

static PlanFile read(const QByteArray &calendars, const QByteArray &tasks, const QByteArray &rest = {})
{
    const auto plan =
        readGanttProject("<?xml version=\"1.0\" encoding=\"UTF-8\"?><project name=\"Ours\" version=\"2.8.5\">"
                         "<calendars>" +
                         calendars +
                         "</calendars><tasks empty-milestones=\"true\">"
                         "<taskproperties/>" +
                         tasks + "</tasks>" + rest + "</project>");
    if (!plan)
        qFatal("%s", qPrintable(plan.error().sentence));
    return *plan;
}

static const QByteArray usual =
    R"(<day-types><default-week id="1" name="default" sun="1" mon="0" tue="0" wed="0" thu="0")"
    R"( fri="0" sat="1"/><only-show-weekends value="false"/></day-types>)";

void TestGanttProject::finishesAreCountedInWorkingDays_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<QDate>("finish");
    QTest::addColumn<bool>("milestone");
    QTest::newRow("a week from Wednesday")
        << QByteArray(R"(start="2020-03-04" duration="5")") << QDate(2020, 3, 10) << false;
    QTest::newRow("a day") << QByteArray(R"(start="2020-03-06" duration="1")") << QDate(2020, 3, 6) << false;
    QTest::newRow("over a holiday") << QByteArray(R"(start="2020-04-09" duration="2")") << QDate(2020, 4, 13) << false;
    QTest::newRow("milestone") << QByteArray(R"(start="2020-03-06" duration="0" meeting="true")") << QDate(2020, 3, 6)
                               << true;
    QTest::newRow("older milestone") << QByteArray(R"(start="2020-03-06" duration="1" meeting="true")")
                                     << QDate(2020, 3, 6) << true;
}

void TestGanttProject::finishesAreCountedInWorkingDays()
{
    QFETCH(QByteArray, attributes);
    const PlanFile plan = read(usual + R"(<date year="2020" month="4" date="10" type="HOLIDAY">Good Friday</date>)",
                               R"(<task id="0" name="T" complete="30" )" + attributes + "/>");
    QTEST(*plan.tasks[0].finish, "finish");
    QTEST(plan.tasks[0].milestone, "milestone");
    QCOMPARE(plan.tasks[0].percent, 30);
    QCOMPARE(plan.calendar.off, (QList<PlanDaysOff>{{QDate(2020, 4, 10), QDate(2020, 4, 10), u"Good Friday"_s}}));
}

void TestGanttProject::linksStandOnThePredecessor()
{
    const PlanFile plan = read(usual, R"(<task id="7" name="A" start="2020-03-04" duration="5">
        <depend id="8" type="1" difference="0"/><depend id="9" type="2" difference="-2" hardness="Rubber"/></task>
        <task id="8" name="B" start="2020-03-04" duration="5"><depend id="9" type="3" difference="1"/></task>
        <task id="9" name="C" start="2020-03-04" duration="5"><depend id="12" type="4"/></task>
        <task id="12" name="D" start="2020-03-04" duration="5"/>)");
    QCOMPARE(plan.links, (QList<PlanLink>{{0, 1, DependencyType::SS, 0, DayUnit::Working},
                                          {0, 2, DependencyType::FS, -2, DayUnit::Working},
                                          {1, 2, DependencyType::FF, 1, DayUnit::Working},
                                          {2, 3, DependencyType::SF, 0, DayUnit::Working}}));
}

void TestGanttProject::tasksBelowTasksHaveAHeading()
{
    const PlanFile plan = read(usual, R"(<task id="0" name="A" start="2020-03-04" duration="9"><task id="1" name="B"
        start="2020-03-04" duration="5"><task id="2" name="C" start="2020-03-04" duration="5"/></task>
        <task id="3" name="D" start="2020-03-04" duration="5"/></task><task id="4" name="E" start="2020-03-04" duration="5"/>)");
    QList<int> parents;
    for (const PlanTask &task : plan.tasks)
        parents += task.parent;
    QCOMPARE(parents, (QList<int>{-1, 0, 1, 0, -1}));
}

void TestGanttProject::calendarsOfBothVersionsAreRead_data()
{
    QTest::addColumn<QByteArray>("calendars");
    QTest::addColumn<QList<int>>("weekend");
    const QByteArray friday = R"(<default-week id="1" sun="0" mon="0" tue="0" wed="0" thu="0" fri="1" sat="1"/>)";
    QTest::newRow("3") << "<day-types><day-type id=\"0\"/>" + friday + "</day-types>" << QList<int>{5, 6};
    QTest::newRow("2.0") << "<day-types><day-type id=\"0\"/><calendar id=\"1\" name=\"default\">" + friday +
                                "<days/></calendar></day-types>"
                         << QList<int>{5, 6};
    QTest::newRow("weekends are only shown")
        << "<day-types>" + friday + "<only-show-weekends value=\"true\"/></day-types>" << QList<int>{};
    QTest::newRow("none") << QByteArray() << QList<int>{6, 7};
}

void TestGanttProject::calendarsOfBothVersionsAreRead()
{
    QFETCH(QByteArray, calendars);
    QTEST(read(calendars, {}).calendar.weekend, "weekend");
}

void TestGanttProject::holidaysOfEveryYearAreThoseOfThePlan()
{
    const PlanFile plan = read(usual + R"(<date year="" month="12" date="25" type="HOLIDAY"/><date year="2012" month="5"
        date="17" type="HOLIDAY"/><date year="" month="2" date="29" type="HOLIDAY"/>)",
                               R"(<task id="0" name="A" start="2019-12-20" duration="9"/>)");
    QCOMPARE(plan.calendar.off, (QList<PlanDaysOff>{{QDate(2012, 5, 17), QDate(2012, 5, 17), {}},
                                                    {QDate(2019, 12, 25), QDate(2019, 12, 25), {}},
                                                    {QDate(2020, 2, 29), QDate(2020, 2, 29), {}},
                                                    {QDate(2020, 12, 25), QDate(2020, 12, 25), {}},
                                                    {QDate(2021, 12, 25), QDate(2021, 12, 25), {}}}));
}

void TestGanttProject::aWorkedSaturdayIsCountedAndNoted()
{
    const PlanFile plan = read(usual + R"(<date year="2020" month="3" date="7" type="WORKING_DAY"/>)",
                               R"(<task id="0" name="A" start="2020-03-04" duration="5"/>)");
    QCOMPARE(plan.tasks[0].finish, QDate(2020, 3, 9));
    QCOMPARE(plan.notes.size(), 1);
}

void TestGanttProject::constraintsNotesPeopleAndSavedStates()
{
    const PlanFile plan =
        read(usual, R"(<task id="3" name="A" start="2020-03-04" duration="2" thirdDate="2020-03-03"
        thirdDate-constraint="1" hidden="true"><notes><![CDATA[Said & done <here>]]></notes><customproperty taskproperty-id="x"
        value="y"/></task><task id="4" name="B" start="2020-03-04" duration="2" thirdDate="2020-03-03" thirdDate-constraint="0"/>)",
             R"(<resources><resource id="0" name="Chair"/></resources><allocations><allocation task-id="3"
        resource-id="0" load="50"/></allocations><vacations><vacation start="2020-03-04" end="2020-03-05" resourceid="0"/>
        </vacations><previous><previous-tasks name="First"><previous-task id="3" start="2020-02-03" duration="3"/>
        <previous-task id="99" start="2020-02-03" duration="3"/></previous-tasks></previous>)");
    const PlanTask &task = plan.tasks[0];
    QCOMPARE(task.constraint, DateConstraint::StartNotEarlier);
    QCOMPARE(task.constraintDate, QDate(2020, 3, 3));
    QCOMPARE(task.notes, u"Said & done <here>"_s);
    QCOMPARE(task.resources, QStringList{u"Chair"_s});
    QCOMPARE(task.baselines, (QList<PlanBaseline>{{0, QDate(2020, 2, 3), QDate(2020, 2, 5)}}));
    QVERIFY(!plan.tasks[1].constraint);
    QCOMPARE(plan.notes.size(), 4); // Hidden, hours, absences, own columns.
}

PLUMBLINE_TEST(TestGanttProject)

} // namespace ganttproject_test

#include "tst_ganttproject.moc"
