#pragma once

#include "core/domain/attachment.h"
#include "core/edits/context.h"

namespace plumbline {

/// Attaches a file to a record: what it is called, how large it is and its fingerprint are written down, and
/// its contents are kept in the review when the change is committed. The record belongs to the audience of
/// what it is on.
///
/// The name is cleaned as cleanFileName() does. The same contents are kept once, however often they are
/// attached. Errors: NotFound when the record or the file is not there; BadInput for what is no ordinary
/// file, cannot be read or is larger than @ref largestFile.
Result<ChangeSet> attachFile(const EditContext &context, RecordId on, const QString &path,
                             const QString &description = {});
/// The same as a part of @p changes, which may have created the record.
Status attachFile(const EditContext &context, RecordId on, const QString &path, const QString &description,
                  ChangeSet &changes);

/// The files attached to a record, in the order people see.
std::vector<const Attachment *> attachmentsOn(const Review &review, RecordId record);

} // namespace plumbline
