#pragma once

#include "core/planfiles/planfile.h"

#include <QDateTime>

namespace plumbline {

/// Writes a plan in the form the end of the name asks for: `.xml` (MS Project), `.ics` or `.csv`, whole or not at all.
/// @p now goes into the file, in UTC. Errors: BadInput for another ending, CannotWrite.
Status writePlanFile(const PlanFile &plan, const QString &path, const QDateTime &now);

} // namespace plumbline
