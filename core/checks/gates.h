#pragma once

#include "core/base/clock.h"
#include "core/checks/problem.h"
#include "core/domain/reviewrecord.h"

#include <QList>

#include <optional>

namespace plumbline {

class Review;

/// A gate between two phases. Source: the life of a review, sections 1 to 7 of the SSR2 work plan.
struct GateOfPhase {
    const char *gate;
    Phase before;
    std::optional<Phase> after; ///< None: it stands within its phase.
};
const QList<GateOfPhase> &gatesOfPhases();
/// The phase a review is in; preparation while nobody has said, and in a phase of a newer version.
Phase phaseOf(const Review &review);

/// The checks a gate asks for: the rule `gate.G3` of the review, a list of check ids with commas. Empty when
/// the review has no such rule.
QList<QByteArray> gateChecks(const Review &review, const QString &gate);

/// What stands in the way of passing @p gate ("G3"), sorted as runChecks() sorts; waived problems stay
/// listed.
///
/// A check this version does not know is a problem too, so that a gate of a newer rule set is never passed
/// unnoticed. A gate never locks anybody out: it may be passed with a reason (see markGateWaived()).
QList<Problem> gateProblems(const Review &review, const Clock &clock, const QString &gate);

} // namespace plumbline
