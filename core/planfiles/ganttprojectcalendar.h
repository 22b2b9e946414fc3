#pragma once

#include "core/planfiles/planfile.h"
#include "core/planfiles/planxml.h"

#include <QSet>

namespace plumbline {

/// A day of the calendar of GanttProject, in one year or in all.
struct GanttProjectDay {
    std::optional<int> year; ///< Empty: every year.
    int month = 1;
    int day = 1;
    bool off = true; ///< Otherwise it is worked, also on a weekend.
    QString name;
};

/// The calendar of a GanttProject file.
struct GanttProjectCalendar {
    QList<int> weekend{6, 7};
    bool weekendIsWorked = false; ///< "Only show weekends".
    QList<GanttProjectDay> days;
};

/// The walk stands on the element calendars.
GanttProjectCalendar readGanttProjectCalendar(PlanXml &xml);

/// The calendar for the years of a plan, which are at most 100; the days of weekends that are worked go into
/// @p workedAfterAll.
PlanCalendar ganttProjectDays(const GanttProjectCalendar &calendar, int firstYear, int lastYear,
                              QSet<QDate> &workedAfterAll);

} // namespace plumbline
