#include "core/edits/notes.h"

#include "core/domain/person.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

static Error noteError(ErrorCode code, const char *sentence)
{
    return {code, QCoreApplication::translate("Edits", sentence), {}, {}};
}

static bool says(const Record &record, const KindDescription &description, const QByteArray &field,
                 const QString &passage)
{
    return std::any_of(description.fields.cbegin(), description.fields.cend(), [&](const Field &candidate) {
        return (field.isEmpty() || candidate.name == field) &&
               candidate.get(record).toText().contains(passage);
    });
}

Result<ChangeSet> addNote(const EditContext &context, RecordId on, const QByteArray &field,
                          const QString &passage, const QString &text)
{
    const Review &review = context.review;
    const Record *record = review.find(on);
    if (!record)
        return noteError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Edits", "The record is not in this review any more; no note was written."));
    const KindDescription &description = describe(*review.kindOf(on));
    if (!field.isEmpty() && !description.field(field))
        return Error{ErrorCode::BadInput,
                     QCoreApplication::translate("Edits", "The record has no field “%1”.")
                         .arg(QString::fromUtf8(field.left(60))),
                     {},
                     QStringLiteral("field")};
    if (text.trimmed().isEmpty())
        return noteError(ErrorCode::BadInput, QT_TRANSLATE_NOOP("Edits", "A note needs a text."));
    if (!passage.isEmpty() && !says(*record, description, field, passage))
        return noteError(ErrorCode::BadInput,
                         QT_TRANSLATE_NOOP("Edits", "The passage does not stand there word by word."));
    ChangeSet changes(review, Cause::Create);
    const NoteId note(changes.create(review, Kind::Note, {}, context.newId()).uuid);
    changes.set<&Note::on>(note, on);
    if (!field.isEmpty())
        changes.set<&Note::field>(note, QString::fromUtf8(field));
    if (!passage.isEmpty())
        changes.set<&Note::passage>(note, passage);
    changes.set<&Note::text>(note, cleanText(text).trimmed());
    changes.set<&Note::state>(note, Choice<NoteState>(NoteState::Open));
    if (!context.me.isNull())
        changes.set<&Note::author>(note, PersonId(context.me.uuid));
    return changes;
}

Result<ChangeSet> settleNote(const EditContext &context, NoteId note, const QString &resolution)
{
    if (!context.review.find(note))
        return noteError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Edits", "The note is not in this review any more; nothing was changed."));
    ChangeSet changes(context.review, Cause::Edit);
    changes.set<&Note::state>(note, Choice<NoteState>(NoteState::Resolved));
    if (!resolution.trimmed().isEmpty())
        changes.set<&Note::resolution>(note, cleanText(resolution).trimmed());
    return changes;
}

Result<ChangeSet> reopenNote(const EditContext &context, NoteId note)
{
    if (!context.review.find(note))
        return noteError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Edits", "The note is not in this review any more; nothing was changed."));
    ChangeSet changes(context.review, Cause::Edit);
    changes.set<&Note::state>(note, Choice<NoteState>(NoteState::Open));
    return changes;
}

std::vector<const Note *> repliesTo(const Review &review, NoteId note)
{
    std::vector<const Note *> replies = review.all<Note>();
    std::erase_if(replies, [&](const Note *reply) { return reply->on != RecordId(note.uuid); });
    return replies; // Keys count up, so the order of the review is that of writing.
}

} // namespace plumbline
