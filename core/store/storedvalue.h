#pragma once

#include "core/base/value.h"
#include "core/store/sqlite.h"

#include <optional>

namespace plumbline {

/// How a value is bound and read: the number says its type.
enum StoredType { StoredNull, StoredNumber, StoredText, StoredBytes, StoredArray };

/// Texts are bound as they are; a long one that is to be packed is bound by whoever knows what it replaced.
void bindValue(sqlite::Statement &statement, int typeIndex, int valueIndex, const Value &value);
/// Unpacks long texts; null when the column holds what no version of the program writes.
Value columnValue(const sqlite::Statement &statement, int typeColumn, int valueColumn);
/// The text @p packed stands for, which may be a difference to that of another operation in the same database; none when
/// it is damaged.
std::optional<QByteArray> unpackedText(sqlite3 *database, const QByteArray &packed);

} // namespace plumbline
