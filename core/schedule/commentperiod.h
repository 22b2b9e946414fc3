#pragma once

#include "core/domain/milestone.h"

#include <QDate>
#include <QDateTime>
#include <QList>

namespace plumbline {

class Review;

/// The written rule by which the days of a comment period are counted; rule `dayCountRule` of a review.
enum class DayCount {
    Full24h,   ///< Whole 24-hour periods between the opening and the closing instant.
    Inclusive, ///< Calendar days, the first and the last both counted.
};

/// The rule of @p review. Full24h when the review has none or a word of a newer version, because it is the
/// stricter of the two and nobody is then told a period is long enough when it may not be.
DayCount dayCountRule(const Review &review);

/// Length of a comment period of which only the dates are known.
///
/// Unit: days. By Full24h it is the difference of the dates: a period closes at 23:59 of its last day, so
/// whatever the hour of its opening, that many whole 24-hour periods fit and not one more. 0 or less when it
/// closes before it opens. Both dates must be valid.
/// Source: public comment periods of ICANN's reviews: 24 Jan to 4 Mar 2020 was counted as 40 days.
int commentDays(const QDate &opens, const QDate &closes, DayCount rule);

/// Length of a comment period of which the instants are known; both are read in UTC. Unit: days.
int commentDays(const QDateTime &opens, const QDateTime &closes, DayCount rule);

/// The first day on which a period that opens on @p opens may close and still last @p floor days by @p rule.
///
/// Never before @p opens, also when @p floor is 0 or less.
QDate earliestClosing(const QDate &opens, int floor, DayCount rule);

/// A public comment period of the full team, found in the plan.
struct CommentPeriod {
    MilestoneId opening; ///< The milestone that opens it, or the activity that is the whole of it.
    MilestoneId closing; ///< The milestone that closes it; the same one for an activity.
    PartialDate opens;
    PartialDate closes;
    friend bool operator==(const CommentPeriod &, const CommentPeriod &) = default;

    /// Its length by @p rule, counted from the first day it may open to the last day it may close, so that a
    /// period whose dates are partial is called short only when it surely is. Unit: days.
    int days(DayCount rule) const;
};

/// The comment periods of the full team that have both ends, in the order in which they open.
///
/// A period is an activity of type Comment with a start and an end, or a milestone CommentOpen with a
/// CommentClose: the last one that closes before the next opens, because an extension moves the end; if none
/// does, the one of the same rank among all closings. Met dates count before planned ones.
QList<CommentPeriod> commentPeriods(const Review &review);

} // namespace plumbline
