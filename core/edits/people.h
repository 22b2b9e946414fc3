#pragma once

#include "core/edits/context.h"

namespace plumbline {

/// The person of that name, by the exact name or, when only one fits, without regard to case; null when none
/// does.
RecordId personNamed(const Review &review, const QString &name);

/// Adds a person. Error BadInput when the name is empty.
Result<ChangeSet> addPerson(const EditContext &context, const QString &name);

} // namespace plumbline
