#pragma once

#include "core/edits/context.h"

namespace plumbline {

/// Settles a conflict by one of its values. @p number counts from 1, in the order `conflicts` lists them; for
/// a record deleted while it was edited, 1 deletes it and 2 keeps it. Errors: NotFound when there is no such
/// conflict or value.
Result<ChangeSet> takeConflictValue(const EditContext &context, const QString &conflict, int number);

/// Settles a conflict by another value, written as in files. Errors: NotFound, BadInput.
Result<ChangeSet> settleConflict(const EditContext &context, const QString &conflict, const QString &text);

/// The open conflict of that name. Error NotFound, which says how to list them.
Result<Conflict> conflictNamed(const Review &review, const QString &name);

} // namespace plumbline
