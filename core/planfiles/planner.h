#pragma once

#include "core/planfiles/planfile.h"

namespace plumbline {

/// Reads a file of GNOME Planner.
///
/// Dates are those in the file: a task begins when work on it begins, and what ends at the beginning of a working day
/// ended the day before. Lags count days of the calendar, as the program does. A duration is read where the task has a
/// fixed one, in working days; elsewhere it follows from the dates. What has no place in a PlanFile is noted. Errors:
/// BadInput, with the line, when the XML is broken or a value is not what it must be; nothing is read then. Source:
/// files of Planner 0.14, their mrproject-version 2.
Result<PlanFile> readPlanner(const QByteArray &data);

} // namespace plumbline
