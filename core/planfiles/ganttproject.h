#pragma once

#include "core/planfiles/planfile.h"

namespace plumbline {

/// Reads a file of GanttProject, of versions 2 and 3.
///
/// Its tasks have a first day and a number of working days; the last day is counted with the calendar of the file,
/// because the file does not say it. Where the file says that weekends are only shown, they are worked. Holidays of
/// every year are read for the years of the plan. "Not earlier than" of a task becomes its constraint, saved states
/// become baselines. What has no place in a PlanFile is noted: working days on weekends, days off of people, columns
/// and links to pages. Errors: BadInput, with the line, when the XML is broken or a value is not what it must be;
/// nothing is read then. Source: files of versions 2.0 to 3.2; the program states no format.
Result<PlanFile> readGanttProject(const QByteArray &data);

} // namespace plumbline
