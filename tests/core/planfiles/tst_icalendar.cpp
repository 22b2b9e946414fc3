#include "core/planfiles/icalendar.h"

#include "tests/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace icalendar_test {

class TestICalendar : public QObject
{
    Q_OBJECT

private slots:
    void endsAreNotIncluded_data();
    void endsAreNotIncluded();
    void momentsBecomeDaysOfUtc();
    void foldedAndEscapedTextIsWhole();
    void repetitionsAreExpanded_data();
    void repetitionsAreExpanded();
    void aTimeThatWasMovedStandsWhereItWasMoved();
    void whatRepeatsForEverIsBounded();
    void rulesThatCannotBeFollowedAreNoted_data();
    void rulesThatCannotBeFollowedAreNoted();
    void manyRulesForRareDaysAreNotFollowed();
    void toDosBecomeTasks();
    void cancelledEventsAreLeftOut();
    void whatIsWrongIsRefused_data();
    void whatIsWrongIsRefused();
    void writtenPlansAreEventsOfWholeDays();
};

static QByteArray calendar(const QByteArray &parts)
{
    return QByteArray("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\nX-WR-CALNAME:Days\\, ours\n" + parts +
                      "END:VCALENDAR\n")
        .replace("\n", "\r\n");
}

static QByteArray appointment(const QByteArray &lines)
{
    return "BEGIN:VEVENT\nUID:e1\nDTSTAMP:20200101T000000Z\nSUMMARY:Call\n" + lines + "END:VEVENT\n";
}

static PlanFile read(const QByteArray &data)
{
    const auto plan = readICalendar(data);
    if (!plan)
        qFatal("%s", qPrintable(plan.error().sentence));
    return *plan;
}

static QList<QDate> firstDays(const PlanFile &plan)
{
    QList<QDate> days;
    for (const PlanEvent &event : plan.events)
        days += event.first;
    return days;
}

void TestICalendar::endsAreNotIncluded_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::addColumn<bool>("allDay");
    const QDate day(2020, 3, 6);
    QTest::newRow("a day") << QByteArray("DTSTART;VALUE=DATE:20200306\n") << day << day << true;
    QTest::newRow("a day with its end") << QByteArray("DTSTART;VALUE=DATE:20200306\nDTEND;VALUE=DATE:20200307\n") << day
                                        << day << true;
    QTest::newRow("three days") << QByteArray("DTSTART;VALUE=DATE:20200306\nDTEND;VALUE=DATE:20200309\n") << day
                                << QDate(2020, 3, 8) << true;
    QTest::newRow("an end that is too early")
        << QByteArray("DTSTART;VALUE=DATE:20200306\nDTEND;VALUE=DATE:20200306\n") << day << day << true;
    QTest::newRow("a duration") << QByteArray("DTSTART;VALUE=DATE:20200306\nDURATION:P2D\n") << day << QDate(2020, 3, 7)
                                << true;
    QTest::newRow("until midnight") << QByteArray("DTSTART:20200306T220000Z\nDTEND:20200307T000000Z\n") << day << day
                                    << false;
    QTest::newRow("over midnight") << QByteArray("DTSTART:20200306T220000Z\nDTEND:20200307T000100Z\n") << day
                                   << QDate(2020, 3, 7) << false;
    QTest::newRow("no zone") << QByteArray("DTSTART:20200306T220000\n") << day << day << false;
}

void TestICalendar::endsAreNotIncluded()
{
    QFETCH(QByteArray, lines);
    const PlanFile plan = read(calendar(appointment(lines)));
    QCOMPARE(plan.events.size(), 1);
    QTEST(plan.events[0].first, "first");
    QTEST(plan.events[0].last, "last");
    QTEST(plan.events[0].allDay, "allDay");
    QCOMPARE(plan.events[0].id, u"e1"_s);
    QCOMPARE(plan.events[0].title, u"Call"_s);
}

static const QByteArray zone =
    "BEGIN:VTIMEZONE\nTZID:Far West\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:-0800\n"
    "TZOFFSETTO:-0800\nEND:STANDARD\nEND:VTIMEZONE\n";

void TestICalendar::momentsBecomeDaysOfUtc()
{
    const PlanFile plan = read(
        calendar(zone + appointment("DTSTART;TZID=Far West:20200306T190000\nDTEND;TZID=Far West:20200306T200000\n")));
    QCOMPARE(plan.events[0].first, QDate(2020, 3, 7));
    QCOMPARE(plan.events[0].last, QDate(2020, 3, 7));
    const PlanFile unknown = read(calendar(appointment("DTSTART;TZID=Nowhere:20200306T190000\n")));
    QCOMPARE(unknown.events[0].first, QDate(2020, 3, 6));
}

void TestICalendar::foldedAndEscapedTextIsWhole()
{
    const PlanFile plan =
        read(calendar("BEGIN:VEVENT\nUID:e2\nDTSTART;VALUE=DATE:20200306\nSUMMARY:One\\, two\\; \xC3\n \xA4nd so\n"
                      "  on\\nnext\nEND:VEVENT\n"));
    QCOMPARE(plan.events[0].title, u"One, two; \u00E4nd so on next"_s);
    QCOMPARE(plan.title, u"Days, ours"_s);
}

void TestICalendar::repetitionsAreExpanded_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QList<QDate>>("days");
    QTest::newRow("weekly until")
        << QByteArray("DTSTART;TZID=Far West:20200304T100000\nRRULE:FREQ=WEEKLY;UNTIL=20200325T180000Z;BYDAY=WE\n")
        << QList<QDate>{{2020, 3, 4}, {2020, 3, 11}, {2020, 3, 18}, {2020, 3, 25}};
    QTest::newRow("every second day, thrice")
        << QByteArray("DTSTART;VALUE=DATE:20200304\nRRULE:FREQ=DAILY;INTERVAL=2;COUNT=3\n")
        << QList<QDate>{{2020, 3, 4}, {2020, 3, 6}, {2020, 3, 8}};
    QTest::newRow("with exceptions")
        << QByteArray("DTSTART;TZID=Far West:20200304T100000\nRRULE:FREQ=DAILY;COUNT=5\n"
                      "EXDATE;TZID=Far West:20200305T100000,20200306T100000\nEXDATE;VALUE=DATE:20200308\n")
        << QList<QDate>{{2020, 3, 4}, {2020, 3, 7}};
    QTest::newRow("second Tuesday") << QByteArray("DTSTART;VALUE=DATE:20200310\nRRULE:FREQ=MONTHLY;COUNT=3;BYDAY=2TU\n")
                                    << QList<QDate>{{2020, 3, 10}, {2020, 4, 14}, {2020, 5, 12}};
    QTest::newRow("added days") << QByteArray("DTSTART;VALUE=DATE:20200310\nRDATE;VALUE=DATE:20200501,20200401\n")
                                << QList<QDate>{{2020, 3, 10}, {2020, 4, 1}, {2020, 5, 1}};
    QTest::newRow("the last of each month")
        << QByteArray("DTSTART;VALUE=DATE:20200131\nRRULE:FREQ=MONTHLY;COUNT=3;BYMONTHDAY=-1\n")
        << QList<QDate>{{2020, 1, 31}, {2020, 2, 29}, {2020, 3, 31}};
}

void TestICalendar::repetitionsAreExpanded()
{
    QFETCH(QByteArray, lines);
    QTEST(firstDays(read(calendar(zone + appointment(lines)))), "days");
}

void TestICalendar::aTimeThatWasMovedStandsWhereItWasMoved()
{
    const PlanFile plan =
        read(calendar(appointment("DTSTART;VALUE=DATE:20200304\nRRULE:FREQ=WEEKLY;COUNT=3\n") +
                      appointment("RECURRENCE-ID;VALUE=DATE:20200311\nDTSTART;VALUE=DATE:20200312\n")));
    QCOMPARE(firstDays(plan), (QList<QDate>{{2020, 3, 4}, {2020, 3, 18}, {2020, 3, 12}}));
    QCOMPARE(plan.events[1].id, u"e1/20200318"_s);
    QCOMPARE(plan.events[2].id, u"e1/20200311"_s);
}

void TestICalendar::whatRepeatsForEverIsBounded()
{
    const PlanFile plan = read(calendar(appointment("DTSTART;VALUE=DATE:20200304\nRRULE:FREQ=DAILY\n")));
    QCOMPARE(plan.events.size(), 500);
    QCOMPARE(plan.notes.size(), 1);
}

void TestICalendar::rulesThatCannotBeFollowedAreNoted_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<int>("notes");
    QTest::newRow("every second") << QByteArray("FREQ=SECONDLY") << 1;
    QTest::newRow("every second of no day")
        << QByteArray("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=1,2,3;BYMINUTE=1,2,3;BYSECOND=1,2,3") << 1;
    QTest::newRow("no such day in a year") << QByteArray("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30") << 0;
    QTest::newRow("no such day") << QByteArray("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30") << 0;
    QTest::newRow("no such position") << QByteArray("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300") << 0;
    QTest::newRow("no rule") << QByteArray("FREQ=SOMETIMES") << 1;
}

void TestICalendar::rulesThatCannotBeFollowedAreNoted()
{
    QFETCH(QByteArray, rule);
    QElapsedTimer timer;
    timer.start();
    const PlanFile plan = read(calendar(appointment("DTSTART:20200304T100000Z\nRRULE:" + rule + "\n")));
    QCOMPARE(plan.events.size(), 1);
    QTEST(int(plan.notes.size()), "notes");
    QVERIFY(timer.elapsed() < 10000);
}

void TestICalendar::manyRulesForRareDaysAreNotFollowed()
{
    QByteArray events;
    for (int i = 0; i < 3000; ++i)
        events += appointment("DTSTART;VALUE=DATE:20200304\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\n");
    QElapsedTimer timer;
    timer.start();
    const PlanFile plan = read(calendar(events));
    QCOMPARE(plan.events.size(), 3000);
    QCOMPARE(plan.notes.size(), 1);
    QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
}

void TestICalendar::toDosBecomeTasks()
{
    const PlanFile plan = read(calendar("BEGIN:VTODO\nUID:t1\nSUMMARY:Draft\nDTSTART;VALUE=DATE:20200302\nDUE;VALUE="
                                        "DATE:20200306\nPERCENT-COMPLETE:40\n"
                                        "DESCRIPTION:Two\\nlines\nEND:VTODO\nBEGIN:VTODO\nSUMMARY:Send\nDUE:"
                                        "20200309T120000Z\nCOMPLETED:20200310T120000Z\nEND:VTODO\n"
                                        "BEGIN:VTODO\nUID:t3\nSUMMARY:Some day\nEND:VTODO\n"));
    QCOMPARE(plan.tasks.size(), 2);
    QCOMPARE(plan.tasks[0].id, u"t1"_s);
    QCOMPARE(plan.tasks[0].start, QDate(2020, 3, 2));
    QCOMPARE(plan.tasks[0].finish, QDate(2020, 3, 6));
    QCOMPARE(plan.tasks[0].percent, 40);
    QCOMPARE(plan.tasks[0].notes, u"Two\nlines"_s);
    QVERIFY(!plan.tasks[0].milestone);
    QVERIFY(plan.tasks[1].milestone);
    QCOMPARE(plan.tasks[1].finish, QDate(2020, 3, 9));
    QCOMPARE(plan.tasks[1].actualFinish, QDate(2020, 3, 10));
    QCOMPARE(plan.notes.size(), 1);
}

void TestICalendar::cancelledEventsAreLeftOut()
{
    const PlanFile plan = read(calendar(appointment("DTSTART;VALUE=DATE:20200304\nSTATUS:CANCELLED\n")));
    QVERIFY(plan.events.isEmpty());
    QCOMPARE(plan.notes.size(), 1);
}

void TestICalendar::whatIsWrongIsRefused_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("begin");
    const QByteArray good = calendar(appointment("DTSTART;VALUE=DATE:20200304\n"));
    QTest::newRow("cut off") << good.left(good.size() - 30) << u"Line 9:"_s;
    QTest::newRow("crossed") << calendar("BEGIN:VEVENT\nBEGIN:VALARM\nEND:VEVENT\nEND:VALARM\n") << u"Line 7:"_s;
    QTest::newRow("deep") << calendar(QByteArray("BEGIN:VEVENT\n").repeated(100000)) << u"Line 12:"_s;
    QTest::newRow("no date") << calendar(appointment({})) << u"The event “Call” has no date"_s;
    QTest::newRow("not a date") << calendar(appointment("DTSTART:soon\n")) << u"The event “Call” has no date"_s;
    QTest::newRow("year 0") << calendar(appointment("DTSTART;VALUE=DATE:00000101\n"))
                            << u"The event “Call” has no date"_s;
    QTest::newRow("Latin-1") << calendar(appointment("DTSTART;VALUE=DATE:20200304\nLOCATION:Z\xFCrich\n"))
                             << u"Line 10: The calendar is not in UTF-8"_s;
    QTest::newRow("restless zone")
        << calendar("BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0000\n"
                    "TZOFFSETTO:+0100\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\n" +
                    appointment("DTSTART;TZID=X:20200304T100000\n"))
        << u"The time zones"_s;
}

void TestICalendar::whatIsWrongIsRefused()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, begin);
    const auto plan = readICalendar(data);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::BadInput);
    QVERIFY2(plan.error().sentence.startsWith(begin), qPrintable(plan.error().sentence));
}

void TestICalendar::writtenPlansAreEventsOfWholeDays()
{
    PlanFile plan;
    plan.title = u"Plan, ours; and \u00E4"_s;
    const auto add = [&](const char *id, const QString &name, int parent, std::optional<QDate> start,
                         std::optional<QDate> finish) {
        PlanTask task;
        task.id = QString::fromLatin1(id);
        task.name = name;
        task.parent = parent;
        task.start = start;
        task.finish = finish;
        task.milestone = finish && !start;
        plan.tasks += task;
    };
    add("1", u"Heading"_s, -1, QDate(2020, 3, 2), QDate(2020, 3, 6));
    add("2", QString(u'\u00E4').repeated(120), 0, QDate(2020, 3, 2), QDate(2020, 3, 6));
    add("m@elsewhere", u"Sent"_s, 0, {}, QDate(2020, 12, 31));
    add("4", u"Some day"_s, -1, {}, {});
    plan.tasks[1].notes = u"One, two\nthree"_s;
    plan.events += PlanEvent{u"ev"_s, u"Meeting"_s, QDate(2020, 3, 7), QDate(2020, 3, 12)};
    const QByteArray data = writeICalendar(plan, QDateTime({2020, 1, 1}, {12, 0}, Qt::UTC));
    QVERIFY(data.contains("UID:2@plumbline\r\n"));
    QVERIFY(data.contains("DTSTAMP:20200101T120000Z\r\n"));
    QVERIFY(data.contains("DTEND;VALUE=DATE:20200307\r\n"));
    for (const QByteArray &line : data.split('\n'))
        QVERIFY2(line.size() <= 76, line.constData());
    const PlanFile again = read(data);
    QCOMPARE(again.title, plan.title);
    QCOMPARE(again.events, (QList<PlanEvent>{{u"2"_s, plan.tasks[1].name, QDate(2020, 3, 2), QDate(2020, 3, 6)},
                                             {u"m@elsewhere"_s, u"Sent"_s, QDate(2020, 12, 31), QDate(2020, 12, 31)},
                                             {u"ev"_s, u"Meeting"_s, QDate(2020, 3, 7), QDate(2020, 3, 12)}}));
    QCOMPARE(writeICalendar(plan, QDateTime({2020, 1, 1}, {12, 0}, Qt::UTC)), data);
}

PLUMBLINE_TEST(TestICalendar)

} // namespace icalendar_test

#include "tst_icalendar.moc"
