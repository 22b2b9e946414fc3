#pragma once

#include "core/domain/milestone.h"

#include <QDate>
#include <QList>

namespace plumbline {

class Review;

/// What a date of the plan comes too late for.
enum class DateRule {
    OwnDeadline,    ///< The milestone's own deadline.
    ServedDeadline, ///< The deadline of the milestone it serves.
    ServedTarget,   ///< The date of the milestone it serves, where that has no deadline or keeps it.
    FreezeBuffer,   ///< The freeze of the draft, less the days the full team takes to consider.
};

/// A last day on which a milestone is in time.
struct DateLimit {
    MilestoneId against; ///< Whose date it is; the milestone itself for its own deadline.
    DateRule rule = DateRule::OwnDeadline;
    QDate last; ///< The last day that is in time; of a partial date the last it may mean.
    bool exact = false; ///< Whether the limit is known to the day.
    friend bool operator==(const DateLimit &, const DateLimit &) = default;
};

/// Finds what the milestones of a review must be in time for. None of it moves anything.
///
/// That is a milestone's own deadline, the deadline and the date of the milestone it serves, and, for draft
/// recommendations of a sub-team, the freeze less the rule `considerationBufferDays`. The freeze is the one the draft
/// recommendations serve, else the last one of the full team, unless they serve a milestone that comes after it and so a
/// later text; without the rule the buffer is 0.
/// Source: SSR2 work plan, section 3b.
class DateLimits
{
public:
    explicit DateLimits(const Review &review);
    /// In the order of DateRule.
    QList<DateLimit> of(const Milestone &milestone) const;

private:
    const Review &m_review; // Not owned, outlives this.
    const Milestone *m_lastFreeze = nullptr;
    int m_buffer = 0;
};

/// A date of the plan that comes too late.
struct DateViolation {
    MilestoneId milestone; ///< The one that is late.
    MilestoneId against;   ///< The one it is late for; itself for its own deadline.
    DateRule rule = DateRule::OwnDeadline;
    QDate limit;  ///< The last day that would have been in time.
    int days = 0; ///< Calendar days between the limit and the date; always positive.
    bool exact =
        false; ///< False when either date is known less exactly than to the day: "up to so many days".
    friend bool operator==(const DateViolation &, const DateViolation &) = default;
};

/// Every milestone whose date comes after one of its limits; see DateLimits.
///
/// The date is the day it was met, else its target; partial dates count at their last day. Against a served
/// milestone a missed deadline is reported rather than a missed target, and one of the two only. In the order of the plan;
/// rules of one milestone in the order of DateRule. O(milestones). The Gantt view and the checks both show it.
QList<DateViolation> dateViolations(const Review &review);

} // namespace plumbline
