#pragma once

#include "core/domain/note.h"
#include "core/edits/context.h"

namespace plumbline {

/// Writes a note in the margin of a record, of one of its fields, or of a passage of it. A note on a note is
/// a reply. Errors: NotFound; BadInput without a text, for a field the record does not have, or for a passage
/// that does not stand in the field (in the record, when no field is named).
Result<ChangeSet> addNote(const EditContext &context, RecordId on, const QByteArray &field,
                          const QString &passage, const QString &text);
/// Settles a note, saying what was decided, or opens it again. Error NotFound.
Result<ChangeSet> settleNote(const EditContext &context, NoteId note, const QString &resolution);
Result<ChangeSet> reopenNote(const EditContext &context, NoteId note);

/// The replies to a note, the oldest first.
std::vector<const Note *> repliesTo(const Review &review, NoteId note);

} // namespace plumbline
