#include "core/base/json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace plumbline {

using namespace Qt::StringLiterals;

QJsonValue toJson(const Value &value)
{
    if (value.isNumber())
        return value.number();
    if (value.isText())
        return value.toText();
    if (value.isBytes())
        return QJsonObject{{u"bytes"_s, QString::fromLatin1(value.rawBytes().toBase64())}};
    if (value.isArray()) {
        QJsonArray array;
        for (const Value &item : value.array())
            array += toJson(item);
        return array;
    }
    return QJsonValue::Null;
}

static Error badJson(const QString &sentence)
{
    return {ErrorCode::BadInput, sentence, {}, {}};
}

Result<Value> fromJson(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return Value();
    case QJsonValue::Bool:
        return Value(json.toBool());
    case QJsonValue::Double: {
        const double number = json.toDouble();
        // The double alone would take 2^53 + 1 for 2^53.
        constexpr qint64 most = qint64(1) << 53;
        const qint64 whole = json.toInteger();
        if (std::trunc(number) != number || std::abs(number) > double(most) || whole > most || whole < -most)
            return badJson(QCoreApplication::translate(
                "Json", "A number must be whole; write measures such as 2.5 in quotes, as text."));
        return Value(whole);
    }
    case QJsonValue::String:
        return Value(cleanText(json.toString()));
    case QJsonValue::Array: {
        Value::Array items;
        for (const QJsonValue &item : json.toArray()) {
            auto value = fromJson(item);
            if (!value)
                return value.error();
            items += *value;
        }
        return Value(items);
    }
    case QJsonValue::Object: {
        const QJsonObject object = json.toObject();
        const QJsonValue bytes = object.value(u"bytes"_s);
        const auto decoded = QByteArray::fromBase64Encoding(bytes.toString().toLatin1(),
                                                            QByteArray::AbortOnBase64DecodingErrors);
        if (object.size() == 1 && bytes.isString() && decoded)
            return Value::bytes(*decoded);
        return badJson(QCoreApplication::translate("Json", "An object is not a value of a field."));
    }
    }
    return Value();
}

QByteArray jsonLine(const QJsonValue &json)
{
    // QJsonDocument takes only objects and arrays; wrap anything else and cut the brackets off again.
    if (json.isObject())
        return QJsonDocument(json.toObject()).toJson(QJsonDocument::Compact);
    const QByteArray wrapped = QJsonDocument(QJsonArray{json}).toJson(QJsonDocument::Compact);
    return wrapped.mid(1, wrapped.size() - 2);
}

} // namespace plumbline
