#include "core/domain/field.h"

#include <QCoreApplication>

namespace plumbline {

Field &&Field::longText() &&
{
    type = FieldType::Text;
    policy = MergePolicy::Text3;
    return std::move(*this);
}

Field &&Field::isMaterial() &&
{
    material = true;
    return std::move(*this);
}

Field &&Field::isInstant() &&
{
    type = FieldType::Instant;
    return std::move(*this);
}

Field &&Field::withHelp(const char *text) &&
{
    help = text;
    return std::move(*this);
}

Field &&Field::decidedBy(MergePolicy newPolicy) &&
{
    policy = newPolicy;
    return std::move(*this);
}

QList<Field> commonFields(bool withKey)
{
    QList<Field> fields;
    if (withKey)
        fields += field<&Record::key>("key", QT_TRANSLATE_NOOP("Field", "Key"));
    Field place = field<&Record::place>("~place", QT_TRANSLATE_NOOP("Field", "Place"))
                      .decidedBy(MergePolicy::LastWriterWins);
    place.parts = {{"parent", FieldType::Reference, QT_TRANSLATE_NOOP("Field", "Below")},
                   {"order", FieldType::Line, QT_TRANSLATE_NOOP("Field", "Order")}};
    fields += place;
    return fields;
}

static Status wrongType(const char *sentence)
{
    return Error{ErrorCode::BadInput, QCoreApplication::translate("Field", sentence), {}, {}};
}

Value toValue(const QString &text)
{
    return text.isEmpty() ? Value() : Value(text);
}

Status fromValue(const Value &value, QString &text)
{
    if (!value.isNull() && !value.isText())
        return wrongType(QT_TRANSLATE_NOOP("Field", "Text is expected here."));
    text = value.toText();
    return {};
}

Value toValue(const std::optional<PartialDate> &date)
{
    return date ? Value(date->toText()) : Value();
}

Status fromValue(const Value &value, std::optional<PartialDate> &date)
{
    if (value.isNull()) {
        date.reset();
        return {};
    }
    const auto parsed = PartialDate::fromText(value.toText());
    if (!parsed)
        return parsed.error();
    date = *parsed;
    return {};
}

Value toValue(const std::optional<qint64> &number)
{
    return number ? Value(*number) : Value();
}

Status fromValue(const Value &value, std::optional<qint64> &number)
{
    if (!value.isNull() && !value.isNumber())
        return wrongType(QT_TRANSLATE_NOOP("Field", "A whole number is expected here."));
    number = value.isNull() ? std::nullopt : std::optional(value.number());
    return {};
}

Value toValue(const QByteArray &bytes)
{
    return bytes.isEmpty() ? Value() : Value::bytes(bytes);
}

Status fromValue(const Value &value, QByteArray &bytes)
{
    if (!value.isNull() && !value.isBytes())
        return wrongType(QT_TRANSLATE_NOOP("Field", "Bytes are expected here."));
    bytes = value.rawBytes();
    return {};
}

Value idValue(const QUuid &uuid)
{
    return uuid.isNull() ? Value() : Value::bytes(uuid.toRfc4122());
}

Status idFromValue(const Value &value, QUuid &uuid)
{
    if (value.isNull()) {
        uuid = QUuid();
        return {};
    }
    if (!value.isBytes() || value.rawBytes().size() != 16)
        return wrongType(QT_TRANSLATE_NOOP("Field", "The key or id of a record is expected here."));
    uuid = QUuid::fromRfc4122(value.rawBytes());
    return {};
}

Value toValue(const Place &place)
{
    if (place == Place())
        return {};
    return Value::Array{idValue(place.parent.uuid), toValue(place.order)};
}

Status fromValue(const Value &value, Place &place)
{
    Place filled;
    if (!value.isNull()) {
        const Value::Array parts = value.array();
        if (parts.size() != 2)
            return wrongType(QT_TRANSLATE_NOOP("Field", "A place has a parent and an order."));
        if (Status status = fromValue(parts.at(0), filled.parent); !status)
            return status;
        if (Status status = fromValue(parts.at(1), filled.order); !status)
            return status;
    }
    place = filled;
    return {};
}

} // namespace plumbline
