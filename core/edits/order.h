#pragma once

#include "core/edits/context.h"

namespace plumbline {

/// Where a record is put: right before or after a neighbour, or below it as the last.
enum class Side { Before, After, Below };

/// Whether the order of these two among each other is shown: records of one kind below one parent, and
/// recommendations of one group, because each group counts its own.
bool areSiblings(const Review &review, RecordId one, RecordId other);

/// Puts a record next to or below another of its kind.
///
/// Only its own place is written, unless nothing fits between its new neighbours because their keys are equal or none:
/// then those to the right get new ones, too. Keys of more than 40 characters make all siblings get new ones. Two people
/// who order the same list apart lose nothing but the places of records both moved (last writer wins).
/// Errors: NotFound when one of them is gone, Refused when they are of different kinds or groups, or when the record
/// would come to lie below itself. Source: docs/file-format.md, "Order of records".
Result<ChangeSet> arrange(const EditContext &context, RecordId record, RecordId neighbour, Side side);

} // namespace plumbline
