#include "core/domain/recordjson.h"

#include "core/base/json.h"
#include "core/domain/audience.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

static QJsonValue partToJson(FieldType type, const Value &value)
{
    if (type == FieldType::Reference && value.isBytes())
        return QUuid::fromRfc4122(value.rawBytes()).toString(QUuid::WithoutBraces);
    if (type == FieldType::Bytes && value.isBytes())
        return QString::fromLatin1(value.rawBytes().toHex());
    return toJson(value);
}

QJsonValue fieldToJson(const Field &field, const Value &value)
{
    if (field.type != FieldType::Parts || !value.isArray())
        return partToJson(field.type, value);
    QJsonObject object;
    const Value::Array items = value.array();
    for (qsizetype i = 0; i < field.parts.size(); ++i) {
        const Part &part = field.parts.at(i);
        if (const Value item = items.value(i); !item.isNull())
            object.insert(QLatin1String(part.name), partToJson(part.type, item));
    }
    return object;
}

static Result<Value> single(FieldType type, const QJsonValue &json, const ReferenceResolver &resolve)
{
    if (type == FieldType::Reference && json.isString()) {
        if (json.toString().isEmpty())
            return Value();
        const auto record = resolve(json.toString());
        return record ? Result<Value>(idValue(record->uuid)) : record.error();
    }
    if (type == FieldType::Bytes && json.isString())
        return Value::bytes(QByteArray::fromHex(json.toString().toLatin1()));
    auto value = fromJson(json);
    if (value && value->isText() && value->utf8().isEmpty())
        return Value(); // An empty text means none.
    return value;
}

/// The JSON values of the parts, in their order.
static Result<QList<QJsonValue>> partsOf(const Field &field, const QJsonValue &json)
{
    QList<QJsonValue> parts(field.parts.size());
    if (json.isObject()) {
        const QJsonObject object = json.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            const auto part = std::find_if(field.parts.begin(), field.parts.end(), [&](const Part &known) {
                return entry.key() == QLatin1String(known.name);
            });
            if (part == field.parts.end())
                return Error{ErrorCode::NotFound,
                             QCoreApplication::translate("Json", "“%1” has no part “%2”.")
                                 .arg(QString::fromLatin1(field.name), entry.key().left(60)),
                             {},
                             {}};
            parts[part - field.parts.begin()] = entry.value();
        }
    } else if (json.isArray()) {
        const QJsonArray array = json.toArray();
        if (array.size() > parts.size())
            return Error{ErrorCode::BadInput,
                         QCoreApplication::translate("Json", "“%1” has %n part(s), not more.", nullptr,
                                                     int(parts.size()))
                             .arg(QString::fromLatin1(field.name)),
                         {},
                         {}};
        for (qsizetype i = 0; i < array.size(); ++i)
            parts[i] = array.at(i);
    } else {
        parts[0] = json;
    }
    return parts;
}

Result<Value> fieldFromJson(const Field &field, const QJsonValue &json, const ReferenceResolver &resolve)
{
    const auto named = [&](Error error) {
        error.field = QString::fromLatin1(field.name);
        return error;
    };
    Result<Value> value = Value();
    if (json.isNull() || json.isUndefined())
        return value;
    if (field.type == FieldType::Parts) {
        const auto parts = partsOf(field, json);
        if (!parts)
            return named(parts.error());
        Value::Array items;
        for (qsizetype i = 0; i < parts->size(); ++i) {
            auto item = single(field.parts.at(i).type, parts->at(i), resolve);
            if (!item)
                return named(item.error());
            items += *item;
        }
        value = Value(items);
    } else {
        value = single(field.type, json, resolve);
    }
    return value ? value : named(value.error());
}

QJsonObject recordToJson(const Review &review, Kind kind, const Record &record)
{
    const KindDescription &description = describe(kind);
    QJsonObject object{{u"id"_s, record.id.uuid.toString(QUuid::WithoutBraces)},
                       {u"kind"_s, QLatin1String(description.name)},
                       {u"deleted"_s, record.life == Life::Deleted}};
    if (record.audience != wholeTeam) {
        const ClosedGroup *group = groupOfAudience(review, record.audience);
        object.insert(u"audience"_s, group ? QJsonValue(group->id.uuid.toString(QUuid::WithoutBraces))
                                           : QJsonValue(record.audience));
    }
    for (const Field &field : description.fields) {
        const QString name = QString::fromLatin1(field.name);
        if (const Conflict *conflict = review.conflict(record.id, field.name)) {
            QJsonArray values;
            for (const ConflictValue &value : conflict->values)
                values += fieldToJson(field, value.value);
            object.insert(name, QJsonObject{{u"conflict"_s, values}});
        } else if (const Value value = field.get(record); !value.isNull()) {
            object.insert(name, fieldToJson(field, value));
        }
    }
    if (record.life == Life::DeletedWhileEdited)
        object.insert(u"deletedWhileEdited"_s, true);
    return object;
}

QByteArray dumpReview(const Review &review)
{
    QJsonArray records;
    QJsonObject self;
    for (const Kind kind : allKinds()) {
        std::vector<const Record *> sorted = review.list(kind);
        std::sort(sorted.begin(), sorted.end(),
                  [](const Record *a, const Record *b) { return a->id < b->id; });
        for (const Record *record : sorted) {
            const QJsonObject object = recordToJson(review, kind, *record);
            if (kind == Kind::Review && record->id.uuid == review.uuid())
                self = object;
            else
                records += object;
        }
    }
    return jsonLine(QJsonObject{{u"review"_s, self}, {u"records"_s, records}});
}

} // namespace plumbline
