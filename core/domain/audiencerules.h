#pragma once

#include "core/domain/changeset.h"

namespace plumbline {

/// Whether records of that kind may belong to a closed group. The review, its rules, its people, the groups themselves
/// and its baselines are known to the whole team, because everybody's records lean on them.
bool mayBeClosed(Kind kind);

/// Whether a record of that kind only says something of the records it names (a link, a note, a waiver), and therefore
/// belongs to whom these belong to.
bool followsWhatItNames(Kind kind);

/// The records a record or a value of a field names: references, and those among the parts.
QList<RecordId> namedRecords(const Field &field, const Value &value);

/// Settles whom the records that @p changes creates belong to, and refuses what would show a record of a closed group to
/// others. The last gate before the log: every edit passes it, whoever made it.
///
///  - What follows what it names (followsWhatItNames()) belongs to the closed group of what it names, without being told.
///  - No record names one of a closed group it does not itself belong to: the name alone tells that it exists.
///
/// Records that are not in this copy do not count. Error Refused, with a sentence that names the records.
/// Source: docs/file-format.md, "Audiences".
Status settleAudiences(const Review &review, ChangeSet &changes);

} // namespace plumbline
