#include "core/edits/script.h"

#include "core/domain/audience.h"
#include "core/domain/identity.h"
#include "core/domain/recordjson.h"
#include "core/domain/subteam.h"
#include "core/edits/attachments.h"
#include "core/edits/functions.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

Error badLine(const QString &sentence, const QString &field = {})
{
    return {ErrorCode::BadInput, sentence, {}, field};
}

QString say(const char *sentence)
{
    return QCoreApplication::translate("Script", sentence);
}

/// Reads the edits of one line one after the other.
class LineReader
{
public:
    LineReader(const EditContext &context, const QHash<QString, RecordId> &names)
        : m_context(context), m_names(names)
    {
        m_line.changes = ChangeSet(context.review, Cause::Edit);
    }

    Status read(const QJsonObject &edit)
    {
        if (edit.contains(u"create"_s))
            return create(edit);
        if (edit.contains(u"set"_s))
            return set(edit);
        if (edit.contains(u"delete"_s))
            return remove(edit);
        if (edit.contains(u"do"_s))
            return run(edit);
        if (edit.contains(u"attach"_s))
            return attach(edit);
        return badLine(say(QT_TRANSLATE_NOOP(
            "Script", "An edit begins with create, set, delete, do or attach; this one has none of them.")));
    }

    ScriptLine line() const { return m_line; }

private:
    Status onlyKeys(const QJsonObject &edit, const QStringList &known) const
    {
        for (const QString &key : edit.keys()) {
            if (!known.contains(key))
                return badLine(
                    say(QT_TRANSLATE_NOOP("Script", "“%1” is not part of this edit.")).arg(key.left(60)),
                    key);
        }
        return {};
    }

    Result<RecordId> resolve(const QString &name) const
    {
        if (const RecordId id = m_line.names.value(name); !id.isNull())
            return id;
        if (const RecordId id = m_names.value(name); !id.isNull())
            return id;
        if (name == u"review")
            return RecordId(m_context.review.uuid());
        return m_context.review.byKey(name);
    }

    /// The kind of a record that is here or is created in this line.
    std::optional<Kind> kindOf(RecordId id) const
    {
        for (const Edit &edit : m_line.changes.edits) {
            if (edit.record == id && edit.what == Edit::Create)
                return edit.kind;
        }
        return m_context.review.kindOf(id);
    }

    /// True unless the record is deleted and this line does not bring it back.
    bool isHere(RecordId id) const
    {
        for (const Edit &edit : m_line.changes.edits) {
            if (edit.record == id && (edit.what == Edit::Create || edit.what == Edit::Restore))
                return true;
        }
        return m_context.review.find(id);
    }

    Result<QHash<QByteArray, Value>> values(Kind kind, const QJsonObject &fields) const
    {
        QHash<QByteArray, Value> values;
        for (auto entry = fields.begin(); entry != fields.end(); ++entry) {
            const Field *field = describe(kind).field(entry.key().toUtf8());
            if (!field)
                return Error{ErrorCode::NotFound,
                             say(QT_TRANSLATE_NOOP("Script", "A %1 has no field “%2”."))
                                 .arg(QLatin1String(describe(kind).name), entry.key().left(60)),
                             {},
                             entry.key()};
            const auto value =
                fieldFromJson(*field, entry.value(), [this](const QString &name) { return resolve(name); });
            if (!value)
                return value.error();
            if (Status fits = field->set(*describe(kind).create(), *value); !fits) {
                Error error = fits.error();
                error.field = entry.key();
                return error;
            }
            if (Status right = checkTarget(*field, *value); !right)
                return right.error();
            const auto known = knownWord(*field, *value);
            if (!known)
                return known.error();
            values.insert(field->name, *known);
        }
        return values;
    }

    /// A choice must be one of the words this version knows, in whatever case it was typed. (Files may hold others, of
    /// newer versions.)
    static Result<Value> knownWord(const Field &field, const Value &value)
    {
        if (field.type != FieldType::Choice || value.isNull() || !field.choices)
            return value;
        const QString word = value.toText();
        QStringList words;
        for (const ChoiceWord &choice : *field.choices) {
            if (word.compare(QLatin1String(choice.word), Qt::CaseInsensitive) == 0)
                return Value(QString::fromLatin1(choice.word));
            words += QLatin1String(choice.word);
        }
        if (word.isEmpty())
            return value;
        return badLine(say(QT_TRANSLATE_NOOP("Script", "“%1” is none of %2.")).arg(word.left(60), words.join(u", "_s)),
                       QString::fromLatin1(field.name));
    }

    /// A reference must point to a record of the kind the field is for.
    Status checkTarget(const Field &field, const Value &value) const
    {
        if (field.type != FieldType::Reference || !field.target || value.isNull())
            return {};
        const auto kind = kindOf(RecordId(QUuid::fromRfc4122(value.rawBytes())));
        if (kind == field.target)
            return {};
        return badLine(say(QT_TRANSLATE_NOOP("Script", "“%1” must name a %2."))
                           .arg(QString::fromLatin1(field.name), QLatin1String(describe(*field.target).name)),
                       QString::fromLatin1(field.name));
    }

    Status create(const QJsonObject &edit)
    {
        if (Status known = onlyKeys(edit, {u"create"_s, u"as"_s, u"audience"_s, u"set"_s}); !known)
            return known;
        if (edit.contains(u"set"_s) && !edit.value(u"set"_s).isObject())
            return badLine(say(QT_TRANSLATE_NOOP(
                               "Script", "“set” needs the fields of the new record: {\"title\":\"...\"}.")),
                           u"set"_s);
        if (edit.contains(u"as"_s) && edit.value(u"as"_s).toString().isEmpty())
            return badLine(say(QT_TRANSLATE_NOOP("Script", "“as” needs a name, such as \"m1\".")), u"as"_s);
        const QString name = edit.value(u"create"_s).toString();
        const auto kind = kindNamed(name.toUtf8());
        if (!kind || *kind == Kind::Review)
            return badLine(
                say(QT_TRANSLATE_NOOP("Script", "There is no kind of record “%1”.")).arg(name.left(60)),
                u"create"_s);
        const auto fields = values(*kind, edit.value(u"set"_s).toObject());
        if (!fields)
            return fields.error();
        const auto audience = audienceOf(edit.value(u"audience"_s));
        if (!audience)
            return audience.error();
        RecordId id = naturalId(m_context.review.uuid(), *kind, *fields, *audience);
        if (id.isNull())
            id = m_context.newId();
        const Id<SubTeam> subTeam(QUuid::fromRfc4122(fields->value("subteam").rawBytes()));
        m_line.changes.create(m_context.review, *kind, subTeam, id, *audience);
        m_line.changes.cause = Cause::Create;
        if (const QString as = edit.value(u"as"_s).toString(); !as.isEmpty())
            m_line.names.insert(as, id);
        return setFields(*kind, id, *fields);
    }

    /// The audience meant by `team`, by a closed group's key or name, or by a name given in this script.
    Result<int> audienceOf(const QJsonValue &name) const
    {
        if (name.isUndefined())
            return int(wholeTeam);
        if (!name.isString())
            return badLine(say(QT_TRANSLATE_NOOP("Script", "“audience” needs the key or the name of a closed group, or "
                                                           "“team”.")),
                           u"audience"_s);
        const auto known = resolve(name.toString());
        if (known && kindOf(*known) == Kind::ClosedGroup)
            return audienceNumber(ClosedGroupId(known->uuid));
        return audienceNamed(m_context.review, name.toString());
    }

    Status setFields(Kind kind, RecordId id, const QHash<QByteArray, Value> &fields)
    {
        // In the order of the description, so that equal scripts give equal transactions.
        for (const Field &field : describe(kind).fields) {
            const auto value = fields.constFind(field.name);
            if (value == fields.constEnd())
                continue;
            if (const Conflict *conflict = m_context.review.conflict(id, field.name))
                return Error{ErrorCode::Conflict,
                             say(QT_TRANSLATE_NOOP(
                                     "Script",
                                     "“%1” holds several values; choose one with: resolve FILE %1 --take N."))
                                 .arg(conflict->id),
                             {},
                             QString::fromLatin1(field.name)};
            m_line.changes.set(kind, id, field.name, *value);
        }
        return {};
    }

    Status set(const QJsonObject &edit)
    {
        if (Status known = onlyKeys(edit, {u"set"_s}); !known)
            return known;
        const QJsonObject records = edit.value(u"set"_s).toObject();
        if (records.isEmpty())
            return badLine(
                say(QT_TRANSLATE_NOOP(
                    "Script",
                    "“set” needs a record and its fields: {\"set\":{\"M-001\":{\"title\":\"...\"}}}.")),
                u"set"_s);
        for (auto record = records.begin(); record != records.end(); ++record) {
            const auto id = resolve(record.key());
            if (!id)
                return id.error();
            const auto kind = kindOf(*id);
            if (!kind || !record.value().isObject())
                return badLine(
                    say(QT_TRANSLATE_NOOP(
                        "Script",
                        "“set” needs a record and its fields: {\"set\":{\"M-001\":{\"title\":\"...\"}}}.")),
                    u"set"_s);
            if (!isHere(*id))
                return badLine(
                    say(QT_TRANSLATE_NOOP("Script", "“%1” is deleted; bring it back with “restore” first."))
                        .arg(record.key().left(60)),
                    u"set"_s);
            const auto fields = values(*kind, record.value().toObject());
            if (!fields)
                return fields.error();
            if (Status done = setFields(*kind, *id, *fields); !done)
                return done;
        }
        return {};
    }

    Status remove(const QJsonObject &edit)
    {
        if (Status known = onlyKeys(edit, {u"delete"_s}); !known)
            return known;
        const auto id = resolve(edit.value(u"delete"_s).toString());
        if (!id)
            return id.error();
        if (id->uuid == m_context.review.uuid())
            return badLine(say(QT_TRANSLATE_NOOP("Script", "The review itself cannot be deleted.")),
                           u"delete"_s);
        if (!m_context.review.find(*id))
            return badLine(say(QT_TRANSLATE_NOOP("Script", "“%1” is deleted already."))
                               .arg(edit.value(u"delete"_s).toString()),
                           u"delete"_s);
        m_line.changes.remove(*m_context.review.kindOf(*id), *id);
        m_line.changes.cause = Cause::Delete;
        return {};
    }

    Status run(const QJsonObject &edit)
    {
        if (Status known = onlyKeys(edit, {u"do"_s, u"args"_s}); !known)
            return known;
        if (edit.contains(u"args"_s) && !edit.value(u"args"_s).isObject())
            return badLine(say(QT_TRANSLATE_NOOP(
                               "Script", "“args” needs the arguments by name: {\"milestone\":\"M-001\"}.")),
                           u"args"_s);
        auto changes =
            runEditFunction(m_context, edit.value(u"do"_s).toString(), edit.value(u"args"_s).toObject(),
                            [this](const QString &name) { return resolve(name); });
        if (!changes)
            return changes.error();
        m_line.changes.cause = changes->cause;
        m_line.changes.edits += changes->edits;
        m_line.changes.files += changes->files;
        return {};
    }

    Status attach(const QJsonObject &edit)
    {
        if (Status known = onlyKeys(edit, {u"attach"_s, u"file"_s, u"description"_s, u"as"_s}); !known)
            return known;
        for (const QString &key : edit.keys()) {
            if (!edit.value(key).isString())
                return badLine(say(QT_TRANSLATE_NOOP("Script", "“%1” needs a text.")).arg(key), key);
        }
        if (edit.value(u"file"_s).toString().isEmpty())
            return badLine(say(QT_TRANSLATE_NOOP(
                               "Script", "“attach” needs the file: {\"attach\":\"M-001\",\"file\":\"minutes.pdf\"}.")),
                           u"file"_s);
        const auto id = resolve(edit.value(u"attach"_s).toString());
        if (!id)
            return id.error();
        if (Status attached = attachFile(m_context, *id, edit.value(u"file"_s).toString(),
                                         edit.value(u"description"_s).toString(), m_line.changes);
            !attached)
            return attached;
        m_line.changes.cause = Cause::Create;
        if (const QString as = edit.value(u"as"_s).toString(); !as.isEmpty())
            m_line.names.insert(as, m_line.changes.files.last().attachment);
        return {};
    }

    const EditContext &m_context;            // Not owned.
    const QHash<QString, RecordId> &m_names; // Not owned.
    ScriptLine m_line;
};

} // namespace

Result<ScriptLine> EditScript::read(const EditContext &context, const QByteArray &line)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(line, &fault);
    if (fault.error != QJsonParseError::NoError)
        return badLine(say(QT_TRANSLATE_NOOP("Script", "The line is not JSON: %1 at character %2."))
                           .arg(fault.errorString())
                           .arg(fault.offset + 1));
    return read(context, document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
}

Result<ScriptLine> EditScript::read(const EditContext &context, const QJsonValue &line)
{
    const QJsonArray edits = line.isArray() ? line.toArray() : QJsonArray{line};
    if (edits.isEmpty())
        return badLine(say(QT_TRANSLATE_NOOP("Script", "The line holds no edit.")));
    LineReader reader(context, m_names);
    for (const QJsonValue &edit : edits) {
        if (!edit.isObject())
            return badLine(say(QT_TRANSLATE_NOOP(
                "Script", "An edit is a JSON object, such as {\"create\":\"milestone\",\"set\":{...}}.")));
        if (Status status = reader.read(edit.toObject()); !status)
            return status.error();
    }
    return reader.line();
}

void EditScript::keepNames(const ScriptLine &line)
{
    m_names.insert(line.names);
}

} // namespace plumbline
