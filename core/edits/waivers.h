#pragma once

#include "core/edits/context.h"

namespace plumbline {

/// Accepts a problem (of check @p check on @p record), or passes a gate, with a reason that stays on record.
/// Errors: BadInput when the reason or the check is empty.
Result<ChangeSet> waive(const EditContext &context, const QString &check, RecordId record,
                        const QString &reason);

} // namespace plumbline
