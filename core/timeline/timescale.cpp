#include "core/timeline/timescale.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr double daysPerYear = 365.25;

/// The least pixels a day at which columns of a unit can carry their names.
struct UnitLimit {
    TimeUnit unit;
    double pixelsPerDay;
};
constexpr std::array unitLimits{
    UnitLimit{TimeUnit::Day, 18.0},
    UnitLimit{TimeUnit::Week, 4.0},
    UnitLimit{TimeUnit::Month, 0.95},
    UnitLimit{TimeUnit::Quarter, 0.3},
};
constexpr double leastYearColumn = 38;

QDate firstOf(const QDate &date, TimeUnit unit, int yearStep, Qt::DayOfWeek weekStart)
{
    switch (unit) {
    case TimeUnit::Day:
        return date;
    case TimeUnit::Week:
        return date.addDays(-((date.dayOfWeek() - int(weekStart) + 7) % 7));
    case TimeUnit::Month:
        return {date.year(), date.month(), 1};
    case TimeUnit::Quarter:
        return {date.year(), (date.month() - 1) / 3 * 3 + 1, 1};
    case TimeUnit::Year:
        return {date.year() - date.year() % yearStep, 1, 1};
    }
    return date;
}

QDate next(const QDate &date, TimeUnit unit, int yearStep)
{
    switch (unit) {
    case TimeUnit::Day:
        return date.addDays(1);
    case TimeUnit::Week:
        return date.addDays(7);
    case TimeUnit::Month:
        return date.addMonths(1);
    case TimeUnit::Quarter:
        return date.addMonths(3);
    case TimeUnit::Year:
        return date.addYears(yearStep);
    }
    return date.addDays(1);
}

QString yearLabel(const QDate &date, const QLocale &locale)
{
    return locale.toString(date, u"yyyy"_s);
}

QString lowerLabel(const QDate &date, TimeUnit unit, const QLocale &locale)
{
    switch (unit) {
    case TimeUnit::Day:
    case TimeUnit::Week:
        return locale.toString(date, u"d"_s);
    case TimeUnit::Month:
        return locale.standaloneMonthName(date.month(), QLocale::ShortFormat);
    case TimeUnit::Quarter:
        return QCoreApplication::translate("Timeline", "Q%1", "a quarter of a year")
            .arg(locale.toString((date.month() + 2) / 3));
    case TimeUnit::Year:
        break;
    }
    return yearLabel(date, locale);
}

/// The unit and step of the line above the columns.
std::pair<TimeUnit, int> upperUnit(const TimeScale &scale)
{
    switch (scale.unit()) {
    case TimeUnit::Day:
    case TimeUnit::Week:
        return {TimeUnit::Month, 1};
    case TimeUnit::Month:
    case TimeUnit::Quarter:
        return {TimeUnit::Year, 1};
    case TimeUnit::Year:
        break;
    }
    return {TimeUnit::Year, scale.yearStep() * 10};
}

QString upperLabel(const QDate &date, TimeUnit unit, int step, const QLocale &locale)
{
    if (unit == TimeUnit::Month)
        return locale.toString(date, u"MMMM yyyy"_s);
    if (step == 1)
        return yearLabel(date, locale);
    return QCoreApplication::translate("Timeline", "%1–%2", "from year to year")
        .arg(yearLabel(date, locale), yearLabel(date.addYears(step - 1), locale));
}

/// Walks over the columns of a unit that touch the days, telling each one's first day and the next column's.
template<class Visit>
void forColumns(int fromDay, int toDay, TimeUnit unit, int step, Qt::DayOfWeek weekStart, Visit visit)
{
    QDate date = firstOf(dateOfDay(fromDay), unit, step, weekStart);
    while (date.isValid() && dayNumber(date) <= toDay) {
        const QDate after = next(date, unit, step);
        visit(date, after);
        date = after;
    }
}

} // namespace

TimeScale::TimeScale(int firstDay, int lastDay, double pixelsPerDay)
    : m_firstDay(firstDay), m_lastDay(std::max(firstDay, lastDay))
{
    setPixelsPerDay(pixelsPerDay);
}

TimeScale TimeScale::fitted(int firstDay, int lastDay, double width)
{
    const double days = std::max(1.0, double(lastDay) - firstDay + 1);
    return {firstDay, lastDay, width / days};
}

void TimeScale::setPixelsPerDay(double pixelsPerDay)
{
    m_pixelsPerDay = std::clamp(pixelsPerDay, leastPixelsPerDay, mostPixelsPerDay);
}

int TimeScale::wholeDayAt(double x) const
{
    return int(std::floor(dayAt(x)));
}

TimeUnit TimeScale::unit() const
{
    for (const UnitLimit &limit : unitLimits) {
        if (m_pixelsPerDay >= limit.pixelsPerDay)
            return limit.unit;
    }
    return TimeUnit::Year;
}

int TimeScale::yearStep() const
{
    const double yearWidth = m_pixelsPerDay * daysPerYear;
    for (int magnitude = 1;; magnitude *= 10) {
        for (const int step : {1, 2, 5}) {
            if (yearWidth * step * magnitude >= leastYearColumn)
                return step * magnitude;
        }
    }
}

double TimeScale::pixelsPerDayFor(TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Day:
        return 24;
    case TimeUnit::Week:
        return 6;
    case TimeUnit::Month:
        return 1.35;
    case TimeUnit::Quarter:
        return 0.5;
    case TimeUnit::Year:
        return 0.15;
    }
    return 1;
}

TimeTicks timeTicks(const TimeScale &scale, int fromDay, int toDay, const QLocale &locale)
{
    TimeTicks ticks;
    const Qt::DayOfWeek weekStart = locale.firstDayOfWeek();
    const TimeUnit unit = scale.unit();
    forColumns(fromDay, toDay, unit, scale.yearStep(), weekStart, [&](const QDate &date, const QDate &after) {
        ticks.lower.append({dayNumber(date), dayNumber(after), lowerLabel(date, unit, locale)});
    });
    const auto [upper, step] = upperUnit(scale);
    forColumns(
        fromDay, toDay, upper, step, weekStart,
        [&, upper = upper, step = step](const QDate &date, const QDate &after) {
            ticks.upper.append({dayNumber(date), dayNumber(after), upperLabel(date, upper, step, locale)});
        });
    return ticks;
}

QList<int> gridDays(const TimeScale &scale, int fromDay, int toDay, Qt::DayOfWeek weekStart)
{
    QList<int> days;
    forColumns(fromDay, toDay, scale.unit(), scale.yearStep(), weekStart,
               [&](const QDate &date, const QDate &) { days.append(dayNumber(date)); });
    return days;
}

} // namespace plumbline
