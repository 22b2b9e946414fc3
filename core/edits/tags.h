#pragma once

#include "core/domain/tag.h"
#include "core/edits/context.h"

namespace plumbline {

/// Puts a tag on records; where all of them have it, takes it off. A tag of that name is made when there is
/// none; two people who make it apart make the same one. Errors: BadInput without a name or a record;
/// NotFound when a record is gone.
Result<ChangeSet> toggleTagOn(const EditContext &context, const QString &name,
                              const QList<RecordId> &records);

/// The names of the tags on a record, sorted.
QStringList tagsOf(const Review &review, RecordId record);

/// The names of the tags on each record that has any.
QHash<RecordId, QStringList> tagsByRecord(const Review &review);

} // namespace plumbline
