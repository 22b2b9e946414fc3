#pragma once

#include "core/edits/attachments.h"
#include "core/session/session.h"

namespace plumbline {

/// Attaches a file to a record and keeps its contents in the review, as one action that undo takes back.
/// Errors: those of plumbline::attachFile() and of a commit; Conflict when the file is changed meanwhile.
Result<Commit> attachFile(Session &session, RecordId on, const QString &path,
                          const QString &description = {});

/// What extractFile() does with a file that is there already.
enum class Existing { Keep, Overwrite };

/// Writes the contents of an attached file to @p path; into a folder under the attachment's own name, cleaned
/// as cleanFileName() does. Nothing is written anywhere else: no link is followed and no folder made. Gives
/// the path of what was written. Errors: NotFound when there is no such attachment, or its contents are not
/// in this copy; Damaged when they are not what they were; Refused when there is a file of that name already,
/// something that is no file, or a review; CannotWrite.
Result<QString> extractFile(Session &session, AttachmentId attachment, const QString &path,
                            Existing existing = Existing::Keep);

} // namespace plumbline
