#pragma once

#include "core/planfiles/planfile.h"

namespace plumbline {

/// Takes one link out of each circle and lists the circle in PlanFile::loops, until there is none.
///
/// A link of a heading counts for all tasks below it, as it does where the plan is scheduled, so a circle may also run
/// through a heading. False when there are more than a hundred circles; the plan is then half cut.
bool cutLoops(PlanFile &plan);

} // namespace plumbline
