#pragma once

#include "core/planfiles/planfile.h"

namespace plumbline {

/// Reads the XML of Microsoft Project (MSPDI), as ProjectLibre and others write it too.
///
/// Dates are those in the file, none is computed. Empty rows and the summary of the project are passed over; headings
/// follow from the outline levels. Of the calendars the one of the project counts. What has no place in a PlanFile is
/// noted: lags in percent, links to other projects, inactive tasks, calendars of tasks, costs, how much of their time
/// people give. Errors: BadInput, with the line, when the XML is broken or a value is not what it must be; nothing is
/// read then. Source: Microsoft, "Project XML Data Interchange Schema Reference".
Result<PlanFile> readMspdi(const QByteArray &data);

/// The plan as XML of Microsoft Project.
///
/// Tasks are "manually scheduled", so Microsoft Project shows exactly these dates; headings span what stands below
/// them. A working day goes from 8 to 12 and from 13 to 17 o'clock, and a milestone stands at the end of its day unless
/// something that waits for it begins on that day. What readMspdi() gives for it has the same dates, links, lags, names
/// and ids; ids that are no numbers stand in the field Text1. Circles, notes about what was left out and events are not
/// written.
QByteArray writeMspdi(const PlanFile &plan);

/// The field Text1 of Microsoft Project, and the name it is given where it holds an id.
inline constexpr char mspdiIdField[] = "188743731";
inline constexpr char mspdiIdAlias[] = "Plumbline id";

} // namespace plumbline
