#include "core/schedule/workcalendar.h"

#include "core/domain/calendarevent.h"
#include "tests/core/domain/testreview.h"
#include "tests/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace workcalendar_test {

static int bound(int year, int month, int day)
{
    return int(QDate(year, month, day).toJulianDay());
}

class TestWorkCalendar : public QObject
{
    Q_OBJECT

private slots:
    void weekendsAndHolidaysAreNotWorked();
    void theWeekendIsARuleOfTheReview_data();
    void theWeekendIsARuleOfTheReview();
    void whatIsOffComesFromTheCalendarOfTheReview();
    void goingAndComingBackAgree();
    void nothingEndsWithTheTables();
};

void TestWorkCalendar::weekendsAndHolidaysAreNotWorked()
{
    const WorkCalendar calendar({6, 7}, {{QDate(2019, 12, 25), QDate(2019, 12, 26)}});
    QVERIFY(calendar.isWorked(bound(2019, 12, 24)));
    QVERIFY(!calendar.isWorked(bound(2019, 12, 25)));
    QVERIFY(!calendar.isWorked(bound(2019, 12, 28))); // A Saturday.
    // Tuesday, Friday and Monday.
    QCOMPARE(calendar.finish(bound(2019, 12, 24), 3, DayUnit::Working), bound(2019, 12, 31));
    QCOMPARE(calendar.finish(bound(2019, 12, 24), 3, DayUnit::Calendar), bound(2019, 12, 27));
    QCOMPARE(calendar.start(bound(2019, 12, 31), 3, DayUnit::Working), bound(2019, 12, 24));
    QCOMPARE(calendar.days(bound(2019, 12, 24), bound(2019, 12, 31), DayUnit::Working), 3);
    QCOMPARE(calendar.days(bound(2019, 12, 31), bound(2019, 12, 24), DayUnit::Working), -3);
    QCOMPARE(calendar.onOrAfter(bound(2019, 12, 25)), bound(2019, 12, 27));
}

void TestWorkCalendar::theWeekendIsARuleOfTheReview_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<int>("worked"); // Of the week that begins with Monday 6 January 2020.
    QTest::newRow("no rule") << QString() << 5;
    QTest::newRow("Friday and Saturday") << u"5, 6"_s << 5;
    QTest::newRow("none") << u"none"_s << 7;
    QTest::newRow("Sunday") << u"7"_s << 6;
    QTest::newRow("a word too many") << u"6,7,Sunday,9"_s << 5;
    QTest::newRow("every day") << u"1,2,3,4,5,6,7"_s << 7;
}

void TestWorkCalendar::theWeekendIsARuleOfTheReview()
{
    QFETCH(QString, rule);
    QFETCH(int, worked);
    TestReview made;
    if (!rule.isEmpty())
        made.setRule(u"weekend"_s, rule);
    const WorkCalendar calendar = WorkCalendar::of(made.review, {});
    QCOMPARE(calendar.days(bound(2020, 1, 6), bound(2020, 1, 13), DayUnit::Working), worked);
}

void TestWorkCalendar::whatIsOffComesFromTheCalendarOfTheReview()
{
    TestReview made;
    const auto event = [&](CalendarKind kind, const char *first, const char *last) {
        CalendarEvent off;
        off.category = kind;
        off.first = on(first);
        if (*last)
            off.last = on(last);
        made.add(off);
    };
    event(CalendarKind::Holidays, "2020-01-01", "");
    event(CalendarKind::Meeting, "2020-03-07", "2020-03-12");
    event(CalendarKind::Suspension, "2020-05-11", "");
    event(CalendarKind::Other, "2020-04-06", "2020-04-10");
    event(CalendarKind::Holidays, "TBD", "");
    const WorkCalendar calendar = WorkCalendar::of(made.review, QDate(2020, 5, 15));
    QVERIFY(!calendar.isWorked(bound(2020, 1, 1)));
    QVERIFY(calendar.isWorked(bound(2020, 1, 2)));
    QVERIFY(!calendar.isWorked(bound(2020, 3, 12)));
    QVERIFY(calendar.isWorked(bound(2020, 4, 7))); // It is noted, and nothing more.
    QVERIFY(!calendar.isWorked(bound(2020, 5, 15))); // The suspension has not ended yet.
    QVERIFY(calendar.isWorked(bound(2020, 5, 18)));
}

void TestWorkCalendar::goingAndComingBackAgree()
{
    QRandomGenerator random(7);
    const WorkCalendar calendar({6, 7}, {{QDate(2020, 4, 10), QDate(2020, 4, 13)}});
    for (int i = 0; i < 5000; ++i) {
        const int from = bound(2020, 3, 1) + random.bounded(80);
        const int days = random.bounded(1, 20);
        for (const DayUnit unit : {DayUnit::Calendar, DayUnit::Working}) {
            // start() is the last start from which finish() is in time.
            const int start = calendar.start(from, days, unit);
            QVERIFY(calendar.finish(start, days, unit) <= from);
            QVERIFY(calendar.finish(start + 1, days, unit) > from);
            for (const int lag : {days, 0, -days}) {
                const int back = calendar.before(from, lag, unit);
                QVERIFY(calendar.after(back, lag, unit) <= from);
                QVERIFY(calendar.after(back + 1, lag, unit) > from);
            }
        }
    }
}

void TestWorkCalendar::nothingEndsWithTheTables()
{
    const WorkCalendar calendar;
    for (const int day : {bound(1500, 1, 1), bound(2199, 12, 30), bound(9999, 12, 31)}) {
        QCOMPARE(calendar.start(calendar.finish(calendar.onOrAfter(day), 40, DayUnit::Working), 40, DayUnit::Working),
                 calendar.onOrAfter(day));
        QVERIFY(calendar.after(day, -30, DayUnit::Working) < day);
    }
}

PLUMBLINE_TEST(TestWorkCalendar)

} // namespace workcalendar_test

#include "tst_workcalendar.moc"
