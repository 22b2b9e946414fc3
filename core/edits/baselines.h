#pragma once

#include "core/edits/context.h"

namespace plumbline {

/// Takes a baseline: an immutable snapshot with one item per milestone and recommendation, holding its
/// display number, its dates and the hash of its material fields, and a fingerprint of the whole.
///
/// Errors: BadInput when the name is empty or a baseline has it already; Conflict when one of the records
/// holds values nobody has chosen between. Source: docs/file-format.md, "Baselines".
Result<ChangeSet> takeBaseline(const EditContext &context, const QString &name);

/// BLAKE2b-256 over the sorted [field, value] of the material fields of a record that have a value, so that a
/// field added by a later version changes no hash.
QByteArray materialHash(Kind kind, const Record &record);

} // namespace plumbline
