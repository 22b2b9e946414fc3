#pragma once

#include "core/domain/baselineitem.h"
#include "core/domain/milestone.h"

#include <QDate>
#include <QHash>

#include <optional>

namespace plumbline {

class Review;

/// How much later @p milestone was met, or is now meant to be met, than @p planned says (negative: earlier).
///
/// Unit: calendar days. Empty when either date is missing or is known less exactly than to the day, because a
/// slip "of 3 days" computed from "May 2017" would claim more than the record says.
/// Source: the team's planned-versus-actual view; computed here, not prescribed.
std::optional<int> slipInDays(const Milestone &milestone, const BaselineItem &planned);

/// True when the target of @p milestone is another than @p planned says. A date made more exact ("June 2017"
/// became 15 June 2017) has not moved, nor has one that was only open before.
bool targetMoved(const Milestone &milestone, const BaselineItem &planned);

/// What each record was in the first baseline that holds it: the plan as first agreed.
///
/// Baselines are in the order of the days they were taken; those without a day come last. The pointers live
/// as long as the records in @p review.
QHash<RecordId, const BaselineItem *> firstBaselineItems(const Review &review);

/// Last day on which the Board can act in time on a report it received on @p received.
///
/// Unit: calendar date, @p months calendar months later (rule `boardResponseMonths`, six); a day that month
/// lacks falls on its last day.
/// Source: ICANN Bylaws 4.6(a)(vii)(C).
QDate boardActionDue(const QDate &received, int months);

/// Days from @p from to @p to, both counted, on which the review was suspended by calendar events of that
/// kind.
///
/// Unit: calendar days; a day in two suspensions counts once. A suspension without a last day has not ended;
/// one without a first day does not count. 0 when @p to is before @p from.
/// Source: computed here; SSR2 was suspended from 28 October 2017 to 6 June 2018, 222 days.
int suspendedDays(const Review &review, const QDate &from, const QDate &to);

} // namespace plumbline
