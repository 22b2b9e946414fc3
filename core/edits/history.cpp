#include "core/edits/history.h"

#include "core/domain/recordjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace plumbline {

static Error cannotRestore(ErrorCode code, const char *sentence, const QString &name = {})
{
    const QString text = QCoreApplication::translate("Edits", sentence);
    return {code, name.isEmpty() ? text : text.arg(name), {}, {}};
}

Result<ChangeSet> restoreValue(const EditContext &context, RecordId id, const QByteArray &name, const Value &value)
{
    const auto kind = context.review.kindOf(id);
    if (!kind)
        return cannotRestore(ErrorCode::NotFound,
                             QT_TRANSLATE_NOOP("Edits", "There is no such record in this review; nothing was changed."));
    const Field *field = describe(*kind).field(name);
    if (!field)
        return cannotRestore(ErrorCode::NotFound,
                             QT_TRANSLATE_NOOP("Edits", "There is no field “%1” to be given a value again."),
                             QString::fromUtf8(name.left(60)));
    if (!context.review.find(id))
        return cannotRestore(ErrorCode::Refused,
                             QT_TRANSLATE_NOOP("Edits",
                                               "The record is deleted; bring it back before giving it a value."));
    if (const Conflict *conflict = context.review.conflict(id, name))
        return cannotRestore(ErrorCode::Conflict,
                             QT_TRANSLATE_NOOP("Edits", "%1 holds several values; choose one of them first."),
                             conflict->id);
    if (Status fits = field->set(*describe(*kind).create(), value); !fits) {
        Error error = fits.error();
        error.field = QString::fromUtf8(name);
        return error;
    }
    ChangeSet changes(context.review, Cause::Restore);
    if (!(field->get(*context.review.find(id)) == value))
        changes.set(*kind, id, name, value);
    return changes;
}

Result<Value> typedValue(const Review &review, const Field &field, const QString &text)
{
    QJsonValue json(text);
    if (field.type == FieldType::Number) {
        bool ok = false;
        const qint64 number = text.toLongLong(&ok);
        if (ok)
            json = number;
    } else if (field.type == FieldType::Parts) {
        const QJsonDocument parts = QJsonDocument::fromJson(text.toUtf8());
        if (parts.isArray())
            json = parts.array();
        else if (parts.isObject())
            json = parts.object();
    }
    return fieldFromJson(field, json, [&](const QString &key) { return review.byKey(key); });
}

} // namespace plumbline
