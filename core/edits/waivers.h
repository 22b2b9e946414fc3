#pragma once

#include "core/edits/context.h"

namespace plumbline {

/// Accepts a problem (of check @p check on @p record), or passes a gate, with a reason that stays on record.
/// Errors: BadInput when the reason or the check is empty.
Result<ChangeSet> waive(const EditContext &context, const QString &check, RecordId record,
                        const QString &reason);

/// Passes a gate: the review enters the phase behind it. With gaps (gateProblems()) that nobody accepted a reason is needed,
/// which stays on record as a waiver of the gate.
/// Errors: NotFound when there is no such gate; Refused when the review is not in the phase before it, or when something is
/// missing and no reason is given; the sentence says what.
Result<ChangeSet> passGate(const EditContext &context, const QString &gate, const QString &reason);

} // namespace plumbline
