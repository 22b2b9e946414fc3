#pragma once

#include "core/checks/problem.h"
#include "core/domain/person.h"

#include <QDate>
#include <QList>

namespace plumbline {

class Review;

/// Who has to act on a record on @p day: the current lead of its sub-team, else the current chair (or a
/// vice-chair); null when the review names neither. Of a note its author's record counts, of a link its far
/// end.
PersonId whoActs(const Review &review, RecordId record, const QDate &day);

/// One place where the chain from evidence over findings to recommendations is broken, and who has to act.
struct TraceGap {
    Problem problem;
    PersonId who; ///< See whoActs().
};
/// The gaps among @p problems, in their order; what was accepted with a reason is none.
QList<TraceGap> traceGaps(const Review &review, const QList<Problem> &problems, const QDate &day);

} // namespace plumbline
