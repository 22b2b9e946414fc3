#pragma once

#include "core/planfiles/planfile.h"
#include "core/planfiles/planxml.h"

#include <QHash>

#include <array>

namespace plumbline {

/// A calendar of a Planner file with what it takes from the one it is derived from.
struct PlannerCalendar {
    std::array<bool, 8> worked{false, true, true, true, true, true, false, false}; ///< 1 Monday to 7 Sunday.
    QHash<QDate, bool> days; ///< Single days that are worked or are not.
    QTime dayStart{8, 0};
    int daySeconds = 8 * 3600;
};

/// The calendars by their ids. The walk stands on the element calendars.
QHash<QString, PlannerCalendar> readPlannerCalendars(PlanXml &xml);

} // namespace plumbline
