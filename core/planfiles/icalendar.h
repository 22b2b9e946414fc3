#pragma once

#include "core/planfiles/planfile.h"

#include <QDateTime>

namespace plumbline {

/// Reads an iCalendar file: appointments become events, to-dos that are due on a day become tasks.
///
/// Moments become days of UTC; a time without a zone, or of a zone nobody knows, is taken as it stands. What repeats is
/// there once for each time, at most 500 times, without exceptions and in the place to which single times were moved.
/// The day a to-do is due is its last. What was cancelled is left out. Errors: BadInput when the file is not UTF-8, is
/// cut off or nested wrongly (with the line), or an event has no date that can be read; nothing is read then. Source:
/// RFC 5545, by libical.
Result<PlanFile> readICalendar(const QByteArray &data);

/// The plan as iCalendar: each milestone and activity with a date, and each event, is an event of whole days; headings
/// are not written. Its UID follows from the id of the task, so an application that gets the file again updates what it
/// has.
/// @p stamp is when the file is made, in UTC.
QByteArray writeICalendar(const PlanFile &plan, const QDateTime &stamp);

} // namespace plumbline
