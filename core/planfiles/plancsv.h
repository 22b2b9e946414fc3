#pragma once

#include "core/planfiles/planfile.h"

namespace plumbline {

/// Reads a table of tasks. The first row names the columns, in English as planners and people name them: name (or
/// title, task, activity), start, finish (end, target, due), duration, predecessors ("3FS+2 days;5SS"), percent,
/// milestone, id, unique id, notes, outline level, deadline, constraint type and date, actual finish, resources. One
/// with names is needed; columns that are not known are noted.
///
/// Predecessors name the id, the unique id or, where there is neither, the number of the row. Dates are 2020-03-04, or
/// with the month in words, or 4.3.2020; 3/4/2020 is read when some date of the file tells which number is the month,
/// and refused otherwise. Where a start and a duration are given and no finish, the finish is counted without weekends.
/// Errors: BadInput, with the line; nothing is read then.
Result<PlanFile> readCsv(const QByteArray &data);

/// The plan as a table that readCsv() and spreadsheets read: UTF-8 with a byte order mark, commas, ISO dates. Events,
/// days off and baselines are not written. A text that spreadsheets would take for a formula gets an apostrophe before
/// it, as they themselves write it; readCsv() takes it away again.
QByteArray writeCsv(const PlanFile &plan);

/// Words of a constraint, as Microsoft Project has them.
QString csvConstraint(DateConstraint constraint);

} // namespace plumbline
