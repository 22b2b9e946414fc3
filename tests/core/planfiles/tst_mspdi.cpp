#include "core/planfiles/mspdi.h"

#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace mspdi_test {

class TestMspdi : public QObject
{
    Q_OBJECT

private slots:
    void headingsFollowFromOutlineLevels();
    void emptyRowsAndTheSummaryOfTheProjectArePassedOver();
    void durationsAreHoursOfWork_data();
    void durationsAreHoursOfWork();
    void whatEndsWhenTheDayBeginsEndedTheDayBefore_data();
    void whatEndsWhenTheDayBeginsEndedTheDayBefore();
    void milestonesStayOnTheirDay();
    void linksHaveTypesAndLags_data();
    void linksHaveTypesAndLags();
    void linksToNowhereAreCounted();
    void aLoopIsListedAndCut();
    void aLoopThroughAHeadingIsFound();
    void constraintsDeadlinesAndBaselines();
    void peopleAndFiguresOfTheProgram();
    void theCalendarOfTheProjectCounts();
    void exceptionsThatRepeatAreNotOneLongHoliday_data();
    void exceptionsThatRepeatAreNotOneLongHoliday();
    void whatHasNoPlaceIsNoted();
};

/// A file of eight-hour days with these tasks; @p settings come first.
static QByteArray project(const QByteArray &tasks, const QByteArray &settings = {}, const QByteArray &rest = {})
{
    return R"(<?xml version="1.0" encoding="UTF-8"?><Project xmlns="http://schemas.microsoft.com/project"><Name>file.xml</Name>)"
           "<Title>A plan</Title><CalendarUID>1</CalendarUID><DefaultStartTime>08:00:00</DefaultStartTime>"
           "<MinutesPerDay>480</MinutesPerDay>" +
           settings + "<Tasks>" + tasks + "</Tasks>" + rest + "</Project>";
}

static QByteArray task(int uid, const QByteArray &parts)
{
    const QByteArray number = QByteArray::number(uid);
    return "<Task><UID>" + number + "</UID><Name>Task " + number + "</Name>" + parts + "</Task>";
}

static PlanFile read(const QByteArray &data)
{
    const auto plan = readMspdi(data);
    if (!plan)
        qFatal("%s", qPrintable(plan.error().sentence));
    return *plan;
}

void TestMspdi::headingsFollowFromOutlineLevels()
{
    const PlanFile plan =
        read(project(task(1, "<OutlineLevel>1</OutlineLevel>") + task(2, "<OutlineLevel>2</OutlineLevel>") +
                     task(3, "<OutlineLevel>4</OutlineLevel>") + task(4, "<OutlineLevel>2</OutlineLevel>") +
                     task(5, "<OutlineLevel>1</OutlineLevel>")));
    QCOMPARE(plan.title, u"A plan"_s);
    QList<int> parents;
    for (const PlanTask &task : plan.tasks)
        parents += task.parent;
    QCOMPARE(parents, (QList<int>{-1, 0, 1, 0, -1}));
    QCOMPARE(plan.tasks[2].id, u"3"_s);
    QCOMPARE(plan.tasks[2].name, u"Task 3"_s);
}

void TestMspdi::emptyRowsAndTheSummaryOfTheProjectArePassedOver()
{
    const PlanFile plan = read(project(task(0, "<OutlineLevel>0</OutlineLevel><Summary>1</Summary>") +
                                       task(1, "<OutlineLevel>1</OutlineLevel>") + task(2, "<IsNull>1</IsNull>") +
                                       task(3, "<OutlineLevel>2</OutlineLevel>")));
    QCOMPARE(plan.tasks.size(), 2);
    QCOMPARE(plan.tasks[1].parent, 0);
    QVERIFY(plan.notes.isEmpty());
}

void TestMspdi::durationsAreHoursOfWork_data()
{
    QTest::addColumn<QByteArray>("duration");
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("days");
    QTest::addColumn<DayUnit>("unit");
    QTest::newRow("a week") << QByteArray("PT40H0M0S") << 7 << 5 << DayUnit::Working;
    QTest::newRow("half a day") << QByteArray("PT4H0M0S") << 7 << 1 << DayUnit::Working;
    QTest::newRow("estimated") << QByteArray("PT16H0M0S") << 39 << 2 << DayUnit::Working;
    QTest::newRow("elapsed days") << QByteArray("PT960H0M0S") << 8 << 40 << DayUnit::Calendar;
    QTest::newRow("estimated elapsed days") << QByteArray("PT48H0M0S") << 40 << 2 << DayUnit::Calendar;
    QTest::newRow("null") << QByteArray("PT24H0M0S") << 53 << 3 << DayUnit::Working;
    QTest::newRow("minutes and seconds") << QByteArray("PT7H59M60S") << 7 << 1 << DayUnit::Working;
}

void TestMspdi::durationsAreHoursOfWork()
{
    QFETCH(QByteArray, duration);
    QFETCH(int, format);
    const PlanFile plan = read(project(task(1, "<Duration>" + duration + "</Duration><DurationFormat>" +
                                                   QByteArray::number(format) + "</DurationFormat>")));
    QTEST(plan.tasks[0].duration.value_or(-1), "days");
    QTEST(plan.tasks[0].unit, "unit");
    QVERIFY(!plan.tasks[0].milestone);
}

void TestMspdi::whatEndsWhenTheDayBeginsEndedTheDayBefore_data()
{
    QTest::addColumn<QByteArray>("finish");
    QTest::addColumn<QDate>("day");
    QTest::newRow("evening") << QByteArray("2020-03-06T17:00:00") << QDate(2020, 3, 6);
    QTest::newRow("begin of the next day") << QByteArray("2020-03-07T08:00:00") << QDate(2020, 3, 6);
    QTest::newRow("midnight") << QByteArray("2020-03-07T00:00:00") << QDate(2020, 3, 6);
    QTest::newRow("an hour into the day") << QByteArray("2020-03-07T09:00:00") << QDate(2020, 3, 7);
    QTest::newRow("no later than it began") << QByteArray("2020-03-02T07:00:00") << QDate(2020, 3, 2);
}

void TestMspdi::whatEndsWhenTheDayBeginsEndedTheDayBefore()
{
    QFETCH(QByteArray, finish);
    const PlanFile plan = read(project(task(1, "<Start>2020-03-02T06:00:00</Start><Finish>" + finish + "</Finish>")));
    QCOMPARE(plan.tasks[0].start, QDate(2020, 3, 2));
    QTEST(*plan.tasks[0].finish, "day");
}

void TestMspdi::milestonesStayOnTheirDay()
{
    const PlanFile plan = read(project(
        task(1, "<Start>2020-03-02T08:00:00</Start><Finish>2020-03-02T08:00:00</Finish><Duration>PT0H0M0S</Duration>") +
        task(2, "<Start>2020-03-02T17:00:00</Start><Finish>2020-03-02T17:00:00</Finish><Milestone>1</Milestone>")));
    for (const PlanTask &task : plan.tasks) {
        QVERIFY(task.milestone);
        QCOMPARE(task.start, QDate(2020, 3, 2));
        QCOMPARE(task.finish, QDate(2020, 3, 2));
    }
}

void TestMspdi::linksHaveTypesAndLags_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("tenths");
    QTest::addColumn<int>("format");
    QTest::addColumn<DependencyType>("type");
    QTest::addColumn<int>("lag");
    QTest::addColumn<DayUnit>("unit");
    QTest::newRow("FF") << 0 << 0 << 7 << DependencyType::FF << 0 << DayUnit::Working;
    QTest::newRow("FS and two days") << 1 << 9600 << 7 << DependencyType::FS << 2 << DayUnit::Working;
    QTest::newRow("SF and a week") << 2 << 24000 << 9 << DependencyType::SF << 5 << DayUnit::Working;
    QTest::newRow("SS and a lead") << 3 << -4800 << 7 << DependencyType::SS << -1 << DayUnit::Working;
    QTest::newRow("elapsed") << 1 << 43200 << 8 << DependencyType::FS << 3 << DayUnit::Calendar;
    QTest::newRow("elapsed weeks") << 1 << 201600 << 10 << DependencyType::FS << 14 << DayUnit::Calendar;
    QTest::newRow("percent") << 1 << 50 << 19 << DependencyType::FS << 0 << DayUnit::Working;
}

void TestMspdi::linksHaveTypesAndLags()
{
    QFETCH(int, number);
    QFETCH(int, tenths);
    QFETCH(int, format);
    const QByteArray link = "<PredecessorLink><PredecessorUID>2</PredecessorUID><Type>" + QByteArray::number(number) +
                            "</Type><LinkLag>" + QByteArray::number(tenths) + "</LinkLag><LagFormat>" +
                            QByteArray::number(format) + "</LagFormat></PredecessorLink>";
    const PlanFile plan = read(project(task(1, link) + task(2, {})));
    QCOMPARE(plan.links.size(), 1);
    QCOMPARE(plan.links[0].from, 1);
    QCOMPARE(plan.links[0].to, 0);
    QTEST(plan.links[0].type, "type");
    QTEST(plan.links[0].lag, "lag");
    QTEST(plan.links[0].unit, "unit");
    QCOMPARE(plan.notes.size(), format == 19 ? 1 : 0);
}

static QByteArray after(int uid)
{
    return "<PredecessorLink><PredecessorUID>" + QByteArray::number(uid) + "</PredecessorUID></PredecessorLink>";
}

void TestMspdi::linksToNowhereAreCounted()
{
    const PlanFile plan = read(project(task(1, after(7) + after(0)) + task(2, after(1) + after(1))));
    QCOMPARE(plan.links, (QList<PlanLink>{{.from = 0, .to = 1}}));
    QCOMPARE(plan.notes.size(), 1);
    QVERIFY2(plan.notes[0].startsWith(u"2 link"), qPrintable(plan.notes[0]));
}

void TestMspdi::aLoopIsListedAndCut()
{
    const PlanFile plan =
        read(project(task(1, after(3)) + task(2, after(1)) + task(3, after(2)) + task(4, after(4) + after(3))));
    QCOMPARE(plan.loops, (QList<QStringList>{{u"Task 1"_s, u"Task 2"_s, u"Task 3"_s}, {u"Task 4"_s}}));
    QCOMPARE(plan.links.size(), 3);
}

void TestMspdi::aLoopThroughAHeadingIsFound()
{
    // 2 stands below 1, which waits for 3, which waits for 2.
    const PlanFile plan = read(project(task(1, "<OutlineLevel>1</OutlineLevel>" + after(3)) +
                                       task(2, "<OutlineLevel>2</OutlineLevel>" + after(1)) +
                                       task(3, "<OutlineLevel>1</OutlineLevel>" + after(2))));
    QCOMPARE(plan.loops.size(), 1);
    QCOMPARE(plan.links.size(), 1);
    QCOMPARE(plan.notes.size(), 1); // The link between 2 and its heading.
}

void TestMspdi::constraintsDeadlinesAndBaselines()
{
    const PlanFile plan = read(project(task(
        1,
        "<Start>2020-03-02T08:00:00</Start><Finish>2020-03-06T17:00:00</Finish><ActualFinish>2020-03-05T17:00:00</"
        "ActualFinish>"
        "<PercentComplete>100</PercentComplete><ConstraintType>7</ConstraintType>"
        "<ConstraintDate>2020-03-11T08:00:00</ConstraintDate><Deadline>2020-03-13T17:00:00</Deadline>"
        "<Notes>Line one\nline two</Notes>"
        "<Baseline><Number>0</Number><Start>2020-02-03T08:00:00</Start><Finish>2020-02-08T08:00:00</Finish></Baseline>"
        "<Baseline><Number>3</Number><Start>2021-02-01T08:00:00</Start><Finish>2020-02-01T17:00:00</Finish></"
        "Baseline>")));
    const PlanTask &task = plan.tasks[0];
    QCOMPARE(task.actualFinish, QDate(2020, 3, 5));
    QCOMPARE(task.percent, 100);
    QCOMPARE(task.constraint, DateConstraint::FinishNotLater);
    QCOMPARE(task.constraintDate, QDate(2020, 3, 10));
    QCOMPARE(task.deadline, QDate(2020, 3, 13));
    QCOMPARE(task.notes, u"Line one\nline two"_s);
    QCOMPARE(task.baselines, (QList<PlanBaseline>{{0, QDate(2020, 2, 3), QDate(2020, 2, 7)},
                                                  {3, QDate(2021, 2, 1), QDate(2020, 2, 1)}}));
}

void TestMspdi::peopleAndFiguresOfTheProgram()
{
    const PlanFile plan = read(project(
        task(1, "<TotalSlack>48000</TotalSlack><Critical>0</Critical>") + task(2, "<Critical>1</Critical>"), {},
        "<Resources><Resource><UID>0</UID></Resource><Resource><UID>5</UID><Name>Lead</Name></Resource></Resources>"
        "<Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>5</ResourceUID></Assignment>"
        "<Assignment><TaskUID>2</TaskUID><ResourceUID>-65535</ResourceUID></Assignment></Assignments>"));
    QCOMPARE(plan.tasks[0].resources, QStringList{u"Lead"_s});
    QCOMPARE(plan.tasks[0].totalSlack, 10.0);
    QCOMPARE(plan.tasks[0].critical, false);
    QCOMPARE(plan.tasks[1].critical, true);
    QVERIFY(plan.tasks[1].resources.isEmpty());
    QCOMPARE(plan.notes.size(), 1);
}

static const QByteArray week =
    "<WeekDay><DayType>1</DayType><DayWorking>0</DayWorking></WeekDay>"
    "<WeekDay><DayType>6</DayType><DayWorking>0</DayWorking></WeekDay>"
    "<WeekDay><DayType>7</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>10:00:00</FromTime>"
    "<ToTime>12:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>";

void TestMspdi::theCalendarOfTheProjectCounts()
{
    const QByteArray period = "<DayWorking>0</DayWorking><TimePeriod><FromDate>2020-04-10T00:00:00</FromDate>"
                              "<ToDate>2020-04-13T23:59:00</ToDate></TimePeriod>";
    const QByteArray calendars =
        "<Calendars><Calendar><UID>2</UID><BaseCalendarUID>-1</BaseCalendarUID><WeekDays>" + week +
        "<WeekDay><DayType>0</DayType>" + period + "</WeekDay></WeekDays><Exceptions><Exception>" + period +
        "<Name>Easter</Name></Exception></Exceptions></Calendar>"
        "<Calendar><UID>1</UID><BaseCalendarUID>2</BaseCalendarUID><WeekDays><WeekDay><DayType>0</DayType>" +
        period + "</WeekDay></WeekDays></Calendar></Calendars>";
    const PlanFile plan =
        read(project(task(1, "<Start>2020-03-02T10:00:00</Start><Finish>2020-03-07T09:00:00</Finish>"), {}, calendars));
    QCOMPARE(plan.calendar.weekend, (QList<int>{5, 7}));
    QCOMPARE(plan.calendar.off, (QList<PlanDaysOff>{{QDate(2020, 4, 10), QDate(2020, 4, 13), {}},
                                                    {QDate(2020, 4, 10), QDate(2020, 4, 13), u"Easter"_s}}));
    QCOMPARE(plan.tasks[0].finish, QDate(2020, 3, 6)); // On that Saturday work begins at ten.
}

void TestMspdi::exceptionsThatRepeatAreNotOneLongHoliday_data()
{
    QTest::addColumn<QByteArray>("parts");
    QTest::addColumn<QList<QDate>>("days");
    QTest::newRow("every 1 May") << QByteArray("<Type>2</Type><Month>4</Month><MonthDay>1</MonthDay>")
                                 << QList<QDate>{{2020, 5, 1}, {2021, 5, 1}};
    QTest::newRow("fourth Thursday in November")
        << QByteArray("<Type>3</Type><MonthItem>7</MonthItem><MonthPosition>3</MonthPosition><Month>10</Month>")
        << QList<QDate>{{2020, 11, 26}, {2021, 11, 25}};
    QTest::newRow("last Monday in August")
        << QByteArray("<Type>3</Type><MonthItem>4</MonthItem><MonthPosition>4</MonthPosition><Month>7</Month>")
        << QList<QDate>{{2020, 8, 31}, {2021, 8, 30}};
    QTest::newRow("the 15th of every sixth month")
        << QByteArray("<Type>4</Type><Period>6</Period><MonthDay>15</MonthDay>")
        << QList<QDate>{{2020, 1, 15}, {2020, 7, 15}, {2021, 1, 15}, {2021, 7, 15}};
    QTest::newRow("every 25th Wednesday")
        << QByteArray("<Type>6</Type><Period>25</Period><DaysOfWeek>8</DaysOfWeek>")
        << QList<QDate>{{2020, 1, 1}, {2020, 6, 24}, {2020, 12, 16}, {2021, 6, 9}, {2021, 12, 1}};
    QTest::newRow("every 300th day") << QByteArray("<Type>1</Type><Period>300</Period>")
                                     << QList<QDate>{{2020, 1, 1}, {2020, 10, 27}, {2021, 8, 23}};
}

void TestMspdi::exceptionsThatRepeatAreNotOneLongHoliday()
{
    QFETCH(QByteArray, parts);
    const PlanFile plan = read(project(
        {}, {},
        "<Calendars><Calendar><UID>1</UID><Exceptions><Exception><TimePeriod><FromDate>2020-01-01T00:00:00</FromDate>"
        "<ToDate>2021-12-31T23:59:00</ToDate></TimePeriod>" +
            parts +
            "<DayWorking>0</DayWorking></Exception></Exceptions>"
            "</Calendar></Calendars>"));
    QList<QDate> days;
    for (const PlanDaysOff &off : plan.calendar.off) {
        QCOMPARE(off.first, off.last);
        days += off.first;
    }
    QTEST(days, "days");
}

void TestMspdi::whatHasNoPlaceIsNoted()
{
    const PlanFile plan = read(project(
        task(1, "<Active>0</Active>") +
        task(2, after(1) + "<Cost>100</Cost><CalendarUID>5</CalendarUID><ConstraintType>1</ConstraintType>") +
        task(3, "<PredecessorLink><PredecessorUID>2</PredecessorUID><CrossProject>1</CrossProject></PredecessorLink>"
                "<PredecessorLink><PredecessorUID>2</PredecessorUID><LinkLag>2400</LinkLag></PredecessorLink>")));
    QCOMPARE(plan.tasks.size(), 2);
    QCOMPARE(plan.links, (QList<PlanLink>{{.from = 0, .to = 1, .lag = 1}}));
    // Inactive, to another project, rounded, as late as possible, own calendar, cost.
    QCOMPARE(plan.notes.size(), 6);
}

PLUMBLINE_TEST(TestMspdi)

} // namespace mspdi_test

#include "tst_mspdi.moc"
