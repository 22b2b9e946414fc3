#pragma once

#include "core/base/id.h"
#include "core/domain/kind.h"

#include <QHash>

namespace plumbline {

class Review;

/// The id of a record that has a natural identity, so that two people who add it apart add the same record:
/// links (type and ends), rules (name), data sources with an address, baseline items (baseline and record).
///
/// Null for all others, which get a random id. @p values are the field values the record is created with. What a closed
/// group keeps has another identity than the same thing noted by the whole team: they are two records, so that one never
/// runs into the other. Source: docs/file-format.md, "Record ids".
RecordId naturalId(const QUuid &review, Kind kind, const QHash<QByteArray, Value> &values, int audience = 0);

} // namespace plumbline
