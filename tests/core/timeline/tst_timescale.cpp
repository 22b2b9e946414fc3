#include "core/timeline/timescale.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace timescale_test {

namespace {

int day(int year, int month, int dayOfMonth)
{
    return dayNumber(QDate(year, month, dayOfMonth));
}

QStringList labels(const QList<TimeTick> &ticks)
{
    QStringList words;
    for (const TimeTick &tick : ticks)
        words += tick.label;
    return words;
}

} // namespace

class TestTimeScale : public QObject
{
    Q_OBJECT

private slots:
    void daysAndPixelsAreEachOthersReverse()
    {
        const TimeScale scale(day(2018, 1, 1), day(2018, 12, 31), 2.5);
        QCOMPARE(scale.x(day(2018, 1, 1)), 0.0);
        QCOMPARE(scale.x(day(2018, 1, 11)), 25.0);
        QCOMPARE(scale.centre(day(2018, 1, 1)), 1.25);
        QCOMPARE(scale.wholeDayAt(26), day(2018, 1, 11));
        QCOMPARE(scale.wholeDayAt(-1), day(2017, 12, 31));
        QCOMPARE(scale.width(), 365 * 2.5);
    }

    void aFittedScaleIsAsWideAsAsked()
    {
        const TimeScale scale = TimeScale::fitted(day(2018, 1, 1), day(2019, 12, 31), 800);
        QVERIFY(qAbs(scale.width() - 800) < 0.001);
    }

    void theZoomStaysWithinItsLimits()
    {
        TimeScale scale(0, 10, 1e9);
        QCOMPARE(scale.pixelsPerDay(), TimeScale::mostPixelsPerDay);
        scale.setPixelsPerDay(0);
        QCOMPARE(scale.pixelsPerDay(), TimeScale::leastPixelsPerDay);
    }

    void eachUnitIsItsOwnComfortableZoom_data()
    {
        QTest::addColumn<int>("unit");
        for (int unit = int(TimeUnit::Day); unit <= int(TimeUnit::Year); ++unit)
            QTest::addRow("%d", unit) << unit;
    }
    void eachUnitIsItsOwnComfortableZoom()
    {
        QFETCH(int, unit);
        const TimeScale scale(0, 100, TimeScale::pixelsPerDayFor(TimeUnit(unit)));
        QCOMPARE(int(scale.unit()), unit);
    }

    void monthsStandBelowTheirYears()
    {
        const TimeScale scale(day(2018, 1, 1), day(2019, 12, 31),
                              TimeScale::pixelsPerDayFor(TimeUnit::Month));
        const TimeTicks ticks =
            timeTicks(scale, day(2018, 11, 20), day(2019, 2, 3), QLocale(QLocale::English));
        QCOMPARE(labels(ticks.upper), (QStringList{u"2018"_s, u"2019"_s}));
        QCOMPARE(labels(ticks.lower), (QStringList{u"Nov"_s, u"Dec"_s, u"Jan"_s, u"Feb"_s}));
        QCOMPARE(ticks.lower.first().day, day(2018, 11, 1));
        QCOMPARE(ticks.lower.first().next, day(2018, 12, 1));
    }

    void weeksBeginAsTheLocaleSays()
    {
        const TimeScale scale(0, 100, TimeScale::pixelsPerDayFor(TimeUnit::Week));
        const int thursday = day(2018, 11, 8);
        const TimeTicks british =
            timeTicks(scale, thursday, thursday, QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCOMPARE(british.lower.first().day, day(2018, 11, 5));
        QCOMPARE(labels(british.upper), QStringList{u"November 2018"_s});
        const TimeTicks american =
            timeTicks(scale, thursday, thursday, QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(american.lower.first().day, day(2018, 11, 4));
    }

    void quartersCrossTheYear()
    {
        const TimeScale scale(0, 100, TimeScale::pixelsPerDayFor(TimeUnit::Quarter));
        const TimeTicks ticks = timeTicks(scale, day(2018, 11, 8), day(2019, 5, 1), QLocale::c());
        QCOMPARE(labels(ticks.lower), (QStringList{u"Q4"_s, u"Q1"_s, u"Q2"_s}));
    }

    void decadesHaveFewColumns()
    {
        const TimeScale scale(day(1980, 1, 1), day(2079, 12, 31), 0.01);
        QCOMPARE(scale.unit(), TimeUnit::Year);
        const TimeTicks ticks = timeTicks(scale, scale.firstDay(), scale.lastDay(), QLocale::c());
        QVERIFY(scale.x(ticks.lower.at(1).day) - scale.x(ticks.lower.at(0).day) >= 38);
        QVERIFY(ticks.lower.size() <= 12);
    }

    void theGridHasTheColumnsOfTheLowerLine()
    {
        for (const double zoom : {0.02, 0.2, 0.5, 1.35, 6.0, 24.0}) {
            const TimeScale scale(day(2018, 1, 1), day(2019, 12, 31), zoom);
            const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
            const TimeTicks ticks = timeTicks(scale, day(2018, 3, 3), day(2018, 6, 5), locale);
            QList<int> days;
            for (const TimeTick &tick : ticks.lower)
                days += tick.day;
            QCOMPARE(gridDays(scale, day(2018, 3, 3), day(2018, 6, 5), locale.firstDayOfWeek()), days);
        }
    }
};

PLUMBLINE_TEST(TestTimeScale)
} // namespace timescale_test

#include "tst_timescale.moc"
