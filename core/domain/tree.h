#pragma once

#include "core/domain/record.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace plumbline {

/// Whose place below another record does not count, because the places close a circle.
///
/// @p parents says below which record each lies (those at the top are left out), @p isBefore which of two places was
/// given earlier, by the order of operations. Nobody makes a circle alone: A is put below B in one copy and B below A
/// in another. Of each circle the place given last is cut, so the rest hangs together as before, and every copy cuts
/// the same. Source: docs/file-format.md, "Order of records".
QSet<RecordId> placesThatCloseACircle(const QHash<RecordId, RecordId> &parents,
                                      const std::function<bool(RecordId, RecordId)> &isBefore);

} // namespace plumbline
