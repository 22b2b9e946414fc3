// An exception that repeats has one period from its first to its last day, of which most days are not off: each day is
// asked.

#include "core/planfiles/mspdirecurrence.h"

namespace plumbline {

static bool isItem(const QDate &day, int item)
{
    const int week = day.dayOfWeek();
    if (item == 0)
        return true;
    if (item == 1)
        return week <= 5;
    if (item == 2)
        return week >= 6;
    return week == (item == 3 ? 7 : item - 3);
}

static bool isAtPosition(const QDate &day, const MspdiException &exception)
{
    if (!isItem(day, exception.monthItem))
        return false;
    const bool last = exception.monthPosition == 4;
    int others = 0;
    for (QDate other = day.addDays(last ? 1 : -1); other.month() == day.month(); other = other.addDays(last ? 1 : -1))
        others += isItem(other, exception.monthItem);
    return others == (last ? 0 : exception.monthPosition);
}

static int monthNumber(const QDate &day)
{
    return day.year() * 12 + day.month();
}

static bool isOff(const QDate &day, const MspdiException &exception)
{
    const QDate first = exception.from->day;
    const int period = std::max(exception.period, 1);
    switch (exception.type) {
    case 2:
        return day.month() == exception.month && day.day() == exception.monthDay;
    case 3:
        return day.month() == exception.month && isAtPosition(day, exception);
    case 4:
        return (monthNumber(day) - monthNumber(first)) % period == 0 && day.day() == exception.monthDay;
    case 5:
        return (monthNumber(day) - monthNumber(first)) % period == 0 && isAtPosition(day, exception);
    case 6: {
        const qint64 weeks = (day.toJulianDay() + 1) / 7 - (first.toJulianDay() + 1) / 7; // They begin with Sunday.
        return weeks % period == 0 && (exception.daysOfWeek >> (day.dayOfWeek() % 7) & 1);
    }
    default:
        return first.daysTo(day) % period == 0;
    }
}

bool addDaysOff(const MspdiException &exception, QList<PlanDaysOff> &off)
{
    constexpr qint64 longest = 36600;
    const QDate first = exception.from->day;
    const QDate last = exception.to->day;
    const bool repeats = exception.type >= 2 && exception.type <= 6;
    if (!repeats && exception.period <= 1) {
        off += {first, last, exception.name};
        return true;
    }
    if (first.daysTo(last) > longest)
        return false;
    for (QDate day = first; day <= last; day = day.addDays(1)) {
        if (!isOff(day, exception))
            continue;
        if (!off.isEmpty() && off.last().last.addDays(1) == day && off.last().name == exception.name)
            off.last().last = day;
        else
            off += {day, day, exception.name};
    }
    return true;
}

} // namespace plumbline
