#pragma once

#include "core/domain/milestone.h"

#include <QDate>

#include <optional>

namespace plumbline {

class Review;

/// How long the Board had to act on a report, and how long it took.
struct BoardClock {
    QDate received;
    QDate due; ///< The last day in time.
    std::optional<QDate> acted;

    /// Calendar days from receipt to the last day in time.
    int allowed() const { return int(received.daysTo(due)); }
    /// Calendar days from receipt to the action or, while there is none, to @p today; negative before the receipt.
    int taken(const QDate &today) const { return int(received.daysTo(acted.value_or(today))); }
};

/// The clock of a milestone of the type Board action; none for others, without the rule `boardResponseMonths`, and while the
/// day of receipt is not known to the day. That is the milestone's start where it has one, else the last day before it on
/// which the full team published, or means to.
/// Source: ICANN Bylaws 4.6(a)(vii)(C). SSR2: received 25 January 2021, acted on 22 July, 178 of 181 days.
std::optional<BoardClock> boardClock(const Review &review, const Milestone &milestone);

} // namespace plumbline
