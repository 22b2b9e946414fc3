#pragma once

#include "core/domain/audience.h"
#include "core/edits/context.h"

namespace plumbline {

/// Takes a baseline: an immutable snapshot of what @p audience sees, which is the records of the whole team and, for a
/// closed group, its own.
///
/// It holds the tips of the streams, from which the state can be computed for ever, a fingerprint of that state, and
/// one item per milestone and recommendation with its display number, its dates and the hash of its material fields.
/// The records of the baseline belong to @p audience themselves.
/// Errors: BadInput when the name is empty or a baseline has it already; Conflict when one of the records holds values
/// nobody has chosen between, or shows a merge nobody has written down (see writeMerges()); Refused when changes are
/// missing here. Source: docs/file-format.md, "Baselines".
Result<ChangeSet> takeBaseline(const EditContext &context, const QString &name, int audience = wholeTeam);

/// The same of the Terms of Reference: its items are the mandate, their sections and the scope items, and nothing of the plan,
/// so that adopting a text early makes no plan of what is only pencilled in. Errors: those of takeBaseline().
Result<ChangeSet> takeTermsBaseline(const EditContext &context, const QString &name);

/// The baseline of that name, key or id. Error NotFound, which names those there are.
Result<RecordId> baselineNamed(const Review &review, const QString &name);

/// Whether takeBaseline() would take it once writeMerges() was done. Errors: those of takeBaseline().
Status mayTakeBaseline(const EditContext &context, const QString &name, int audience = wholeTeam);

/// Writes down, as values, the merges that long texts of what @p audience sees show; empty when there are none.
ChangeSet writeMerges(const EditContext &context, int audience = wholeTeam);

/// The audiences a baseline of @p audience is about.
QList<int> audiencesSeenBy(int audience);
/// The review with the records of some audiences only, deleted ones included, and without conflicts.
Review ofAudiences(const Review &review, const QList<int> &audiences);

/// BLAKE2b-256 over the sorted [kind, id, field, value] of every field with a value of every living record, baselines
/// and their items aside. Equal states have equal fingerprints. Source: docs/file-format.md, "Baselines".
QByteArray stateFingerprint(const Review &review);

} // namespace plumbline
