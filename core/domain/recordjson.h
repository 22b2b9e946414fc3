#pragma once

#include "core/domain/review.h"

#include <QJsonObject>

#include <functional>

namespace plumbline {

/// Turns a name (a key, an id) into a record; Error NotFound when there is none.
using ReferenceResolver = std::function<Result<RecordId>(const QString &)>;

/// The value of a field as JSON: references as the record's id, parts as an object by their names, dates and
/// choices as their text in files.
QJsonValue fieldToJson(const Field &field, const Value &value);

/// The value a JSON value means for a field. References are given by key or id; parts as an object by their
/// names, an array in their order, or the first part alone. Errors: BadInput, NotFound; both name the field.
Result<Value> fieldFromJson(const Field &field, const QJsonValue &json, const ReferenceResolver &resolve);

/// A record as `show --json` and `dump` print it: id, key, kind, deleted and every field that has a value; a
/// field in conflict as {"conflict": [values]}. "audience" is there for records of a closed group only: the id of the
/// group, or its number when the group is not in this copy.
QJsonObject recordToJson(const Review &review, Kind kind, const Record &record);

/// The state of the review as one line of canonical JSON: equal states give equal bytes. Deleted records are
/// left out.
QByteArray dumpReview(const Review &review);

} // namespace plumbline
