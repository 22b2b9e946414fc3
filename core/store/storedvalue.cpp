#include "core/store/storedvalue.h"

#include "core/base/cbor.h"
#include "core/store/valuecoding.h"

namespace plumbline {

using sqlite::Statement;

/// The text of an operation that stands by itself, plain or compressed.
static std::optional<QByteArray> standingText(sqlite3 *database, qint64 oid)
{
    Statement query(database, "SELECT val FROM op WHERE oid = ?");
    query.bind(1, oid);
    if (!query.step())
        return std::nullopt;
    if (query.type(0) == SQLITE_TEXT)
        return query.bytes(0);
    // A difference to a difference is never written; whoever made one gets nothing, and so no endless search.
    return unpackText(query.bytes(0), [](qint64) { return std::nullopt; });
}

std::optional<QByteArray> unpackedText(sqlite3 *database, const QByteArray &packed)
{
    return unpackText(packed, [&](qint64 oid) { return standingText(database, oid); });
}

static Value textOrNull(const std::optional<QByteArray> &utf8)
{
    return utf8 ? Value::text(*utf8) : Value();
}

void bindValue(Statement &statement, int typeIndex, int valueIndex, const Value &value)
{
    if (value.isNumber()) {
        statement.bind(typeIndex, StoredNumber).bind(valueIndex, value.number());
    } else if (value.isText()) {
        statement.bind(typeIndex, StoredText).bindText(valueIndex, value.utf8());
    } else if (value.isBytes()) {
        statement.bind(typeIndex, StoredBytes).bindBytes(valueIndex, value.rawBytes());
    } else if (value.isArray()) {
        statement.bind(typeIndex, StoredArray).bindBytes(valueIndex, cbor::encode(value));
    } else {
        statement.bind(typeIndex, StoredNull).bindNull(valueIndex);
    }
}

Value columnValue(const Statement &statement, int typeColumn, int valueColumn)
{
    switch (statement.number(typeColumn)) {
    case StoredNumber:
        return statement.number(valueColumn);
    case StoredText:
        if (statement.type(valueColumn) == SQLITE_BLOB)
            return textOrNull(unpackedText(statement.database(), statement.bytes(valueColumn)));
        return Value::text(statement.bytes(valueColumn));
    case StoredBytes:
        return Value::bytes(statement.bytes(valueColumn));
    case StoredArray: {
        const auto value = cbor::decode(statement.bytes(valueColumn));
        return value ? *value : Value();
    }
    default:
        return {};
    }
}

} // namespace plumbline
