#pragma once

#include "core/base/result.h"
#include "core/base/value.h"

#include <QJsonValue>

namespace plumbline {

/// The value as JSON: null, number, string, array; bytes as {"bytes": base64}.
QJsonValue toJson(const Value &value);

/// The reverse of toJson(); true and false become 1 and 0, text is cleaned (see cleanText()).
/// Error BadInput for fractions, numbers beyond 2^53 and objects of any other shape.
Result<Value> fromJson(const QJsonValue &json);

/// One line of JSON with sorted keys, without a line feed at its end. Equal content gives equal bytes.
QByteArray jsonLine(const QJsonValue &json);

} // namespace plumbline
