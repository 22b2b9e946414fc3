#pragma once

#include "core/planfiles/mspdirecurrence.h"
#include "core/planfiles/planxml.h"

#include <QHash>

#include <array>

namespace plumbline {

/// One calendar of an MSPDI file. Days of the week are 1 Monday to 7 Sunday.
struct MspdiCalendar {
    int base = -1; ///< Calendar it is derived from.
    std::array<std::optional<bool>, 8> worked;
    std::array<QTime, 8> dayStart; ///< Invalid where the file says nothing.
    QList<MspdiException> exceptions;
};

/// A calendar with what it takes from those it is derived from.
struct MspdiWeek {
    std::array<bool, 8> worked{};
    std::array<QTime, 8> dayStart;
    QList<PlanDaysOff> off;
    int leftOut = 0; ///< Exceptions that make days worked, or repeat too often to be listed.
};

/// The calendars of a file by their UIDs. The walk stands on the element Calendars.
QHash<int, MspdiCalendar> readMspdiCalendars(PlanXml &xml);

/// The usual week when there is no such calendar.
MspdiWeek mspdiWeekOf(const QHash<int, MspdiCalendar> &calendars, int uid);

} // namespace plumbline
