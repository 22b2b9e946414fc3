#pragma once

#include "core/domain/review.h"
#include "core/store/log.h"

namespace plumbline {

/// Finds the records whose places close a circle and marks in @p review whose place of each circle was given last, so that
/// it does not count. The order of places is that of the operations that gave them, so every copy cuts the same.
/// Throws sqlite::Failure. See core/domain/tree.h.
void cutCircles(Log &log, Review &review);

/// Whether a change of these registers can have closed or opened a circle: most changes are of no place, and most places
/// are below nothing.
bool mayCloseACircle(Log &log, const Review &review, const QSet<Register> &touched);

} // namespace plumbline
