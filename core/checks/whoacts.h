#pragma once

#include "core/domain/person.h"

#include <QDate>

namespace plumbline {

class Review;

/// Who has to act on a record on @p day: the current lead of its sub-team, else the current chair (or a vice-chair); null when
/// the review names neither. Of a note its author's record counts, of a link its far end.
PersonId whoActs(const Review &review, RecordId record, const QDate &day);

} // namespace plumbline
