#pragma once

#include "core/domain/dayunit.h"

#include <QStringView>

#include <optional>

namespace plumbline {

/// Whether a LagFormat or DurationFormat of MSPDI counts elapsed time, that is calendar days: 4 minutes, 6 hours, 8
/// days, 10 weeks, 12 months, 20 percent, and 32 more where the figure is an estimate.
bool isElapsedFormat(int format);
/// Whether a LagFormat is percent of the duration of the predecessor.
bool isPercentFormat(int format);

/// Minutes of an ISO 8601 duration such as "PT40H0M0S"; empty when it is none.
std::optional<double> minutesOf(QStringView duration);

/// Days of work or of the calendar, and whether that is a whole number of them.
struct MspdiDays {
    int days = 0;
    bool whole = true;
};
/// @p minutes as days; a begun day counts whole. Days of the calendar have 24 hours.
MspdiDays daysOfDuration(double minutes, DayUnit unit, double minutesPerDay);
/// A LinkLag, tenths of a minute, as the nearest number of days.
MspdiDays daysOfLag(double tenths, DayUnit unit, double minutesPerDay);

} // namespace plumbline
