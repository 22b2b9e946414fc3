#pragma once

#include "core/base/id.h"
#include "core/base/partialdate.h"

#include <QList>

#include <optional>

namespace plumbline {

struct Baseline;
struct Decision;
struct Milestone;
struct SubTeam;
class Review;

/// A date that is not what a sub-team agreed to.
struct AgreedDateChange {
    enum What {
        Moved,    ///< The start or the target of one of its own items.
        Deadline, ///< The deadline of one of its own items.
        Bound,    ///< What the full team set for an item that one of its own serves.
        Added,
        Removed,
    };
    Id<Milestone> milestone; ///< Of a removed one the record is gone; Review::findAny() may still have it.
    What what = Moved;
    std::optional<PartialDate> before;
    std::optional<PartialDate> now;
    friend bool operator==(const AgreedDateChange &, const AgreedDateChange &) = default;
};

/// What a sub-team agreed to, and whether that is still its schedule.
struct ScheduleAgreement {
    enum State { None, Holds, Lapsed };
    State state = None;
    Id<Decision> decision;
    Id<Baseline> plan;
    QList<AgreedDateChange> changes; ///< Why it lapsed, in the order of the plan.
};

/// The agreement of a sub-team to its schedule: a decision on a baseline of the plan. It lapses when one of its own items
/// comes, goes or gets another start, target or deadline, and when the full team moves what these serve; that an item was
/// met changes nothing, nor does a date that only became more exact.
/// Source: SSR2 work plan, sections 2 and 3b: a schedule agreed by the sub-teams, in accordance with the full team's.
ScheduleAgreement scheduleAgreement(const Review &review, Id<SubTeam> subTeam);

} // namespace plumbline
