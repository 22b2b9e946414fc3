#include "core/planfiles/plancalendar.h"

#include <algorithm>

namespace plumbline {

void tidyDaysOff(PlanCalendar &calendar)
{
    std::stable_sort(calendar.off.begin(), calendar.off.end(),
                     [](const PlanDaysOff &a, const PlanDaysOff &b) { return a.first < b.first; });
    QList<PlanDaysOff> joined;
    for (const PlanDaysOff &off : std::as_const(calendar.off)) {
        if (!joined.isEmpty() && joined.last().name == off.name && off.first <= joined.last().last.addDays(1))
            joined.last().last = std::max(joined.last().last, off.last);
        else
            joined += off;
    }
    calendar.off = joined;
    std::sort(calendar.weekend.begin(), calendar.weekend.end());
}

WorkCalendar workCalendarOf(const PlanCalendar &calendar, const QSet<QDate> &workedAfterAll)
{
    QList<QPair<QDate, QDate>> off;
    for (const PlanDaysOff &days : calendar.off)
        off += {days.first, days.last};
    if (workedAfterAll.isEmpty())
        return WorkCalendar(calendar.weekend, off);
    for (QDate day(1950, 1, 1); day.year() < 2200; day = day.addDays(1)) {
        if (calendar.weekend.contains(day.dayOfWeek()) && !workedAfterAll.contains(day))
            off += {day, day};
    }
    return WorkCalendar({}, off);
}

} // namespace plumbline
