#include "core/edits/conflicts.h"

#include "core/edits/history.h"

#include "core/domain/recordjson.h"

#include <QCoreApplication>

namespace plumbline {

Result<Conflict> conflictNamed(const Review &review, const QString &name)
{
    for (const Conflict &conflict : review.conflicts()) {
        const QString byId =
            conflict.record.uuid.toString(QUuid::WithoutBraces) + u'.' + QString::fromLatin1(conflict.field);
        if (conflict.id == name || byId == name)
            return conflict;
    }
    return Error{
        ErrorCode::NotFound,
        QCoreApplication::translate("Edits", "There is no open conflict “%1”; “conflicts” lists them.")
            .arg(name.left(80)),
        {},
        {}};
}

static Result<ChangeSet> decideLife(const EditContext &context, const Conflict &conflict, bool keep)
{
    ChangeSet changes(context.review, Cause::Resolve);
    if (keep)
        changes.restore(conflict.kind, conflict.record);
    else
        changes.remove(conflict.kind, conflict.record);
    return changes;
}

Result<ChangeSet> takeConflictValue(const EditContext &context, const QString &name, int number)
{
    const auto conflict = conflictNamed(context.review, name);
    if (!conflict)
        return conflict.error();
    const bool life = conflict->field == "life";
    const qsizetype choices = life ? 2 : conflict->values.size();
    if (number < 1 || number > choices)
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Edits", "%1 has the values 1 to %2; say one of them.")
                         .arg(conflict->id)
                         .arg(choices),
                     {},
                     {}};
    if (life)
        return decideLife(context, *conflict, number == 2);
    ChangeSet changes(context.review, Cause::Resolve);
    changes.resolve(conflict->kind, conflict->record, conflict->field, conflict->values.at(number - 1).value);
    return changes;
}

Result<ChangeSet> settleConflict(const EditContext &context, const QString &name, const QString &text)
{
    const auto conflict = conflictNamed(context.review, name);
    if (!conflict)
        return conflict.error();
    if (conflict->field == "life")
        return Error{ErrorCode::BadInput,
                     QCoreApplication::translate(
                         "Edits", "%1 was deleted by one and edited by another: take 1 to delete "
                                  "it, 2 to keep it.")
                         .arg(conflict->id),
                     {},
                     {}};
    const Field *field = describe(conflict->kind).field(conflict->field);
    const auto value = typedValue(context.review, *field, text);
    if (!value)
        return value.error();
    ChangeSet changes(context.review, Cause::Resolve);
    changes.resolve(conflict->kind, conflict->record, conflict->field, *value);
    return changes;
}

} // namespace plumbline
