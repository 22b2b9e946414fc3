#pragma once

#include "core/planfiles/planfile.h"
#include "core/schedule/workcalendar.h"

#include <QSet>

namespace plumbline {

/// Sorts days off by their first day and joins those of one name that touch; sorts the weekend.
void tidyDaysOff(PlanCalendar &calendar);

/// Arithmetic with the days of a plan. Days of the weekend that are in @p workedAfterAll are worked.
WorkCalendar workCalendarOf(const PlanCalendar &calendar, const QSet<QDate> &workedAfterAll = {});

} // namespace plumbline
