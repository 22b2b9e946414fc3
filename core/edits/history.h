#pragma once

#include "core/edits/context.h"

namespace plumbline {

/// Gives a field a value again that it once had. What it has now stays in history, like everything.
///
/// Errors: NotFound when the record or the field is not here; Refused when the record is deleted; Conflict when the
/// field holds several values, which a decision settles; BadInput when the value does not fit.
Result<ChangeSet> restoreValue(const EditContext &context, RecordId record, const QByteArray &field,
                               const Value &value);

/// The value that @p text means for a field as a person types it on the command line: a whole number, the key or id
/// of a record, the parts of a register as JSON; else the text itself. Errors: BadInput, NotFound.
Result<Value> typedValue(const Review &review, const Field &field, const QString &text);

} // namespace plumbline
