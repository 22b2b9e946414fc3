#pragma once

#include "core/domain/dayunit.h"
#include "core/domain/kind.h"

namespace plumbline {

struct SubTeam;

/// What a milestone stands for in the life of a review; checks compare dates by it.
enum class MilestoneType {
    TermsOfReference,
    WorkPlan,
    DataReview,
    Findings,
    DraftRecommendations,
    Freeze,
    CommentOpen,
    CommentClose,
    Comment,
    Analysis,
    FinalAgreed,
    Published,
    FollowUp,
    Meeting,
    BoardAction,
    Other
};
template<>
const QList<ChoiceWord> &choiceWords<MilestoneType>();

/// A condition on the dates of an item that its links do not express. It binds where the schedule is computed, and is
/// reported where the dates of the plan break it; it moves nothing.
enum class DateConstraint {
    StartOn,
    FinishOn,
    StartNotEarlier,
    FinishNotEarlier,
    StartNotLater,
    FinishNotLater,
};
template<>
const QList<ChoiceWord> &choiceWords<DateConstraint>();

/// A dated point or stretch of the plan, of the full team or of a sub-team.
struct Milestone : Record {
    static constexpr Kind kind = Kind::Milestone;

    QString title;
    Choice<MilestoneType> type;
    Id<SubTeam> subteam;              ///< None: the full team.
    QString responsible;              ///< The role that answers for it.
    std::optional<PartialDate> start; ///< Set for activities; a milestone has none.
    std::optional<PartialDate> target;
    std::optional<PartialDate> deadline; ///< Latest date. It judges and never moves anything.
    std::optional<PartialDate> actual;   ///< The day it was met.
    std::optional<qint64> progress;      ///< Percent of the work done, as judged by its owner.
    std::optional<qint64> duration;      ///< Days of @ref dayunit; where none is given it follows from the dates.
    Choice<DayUnit> dayunit;             ///< What the duration and the estimates count; none: calendar days.
    Choice<DateConstraint> constraint;
    std::optional<PartialDate> constraintdate; ///< The day the constraint names.
    std::optional<qint64> optimistic;    ///< Days still needed if all goes well.
    std::optional<qint64> likely;        ///< Days still needed as things stand.
    std::optional<qint64> pessimistic;   ///< Days still needed if much goes wrong.
    Id<Milestone> serves;                ///< The milestone of the full team this one must be in time for.
    QString reason;      ///< Why the target is what it is; every former date keeps its reason in the history.
    QString description; ///< CommonMark.
    QString source;
    friend bool operator==(const Milestone &, const Milestone &) = default;
};

using MilestoneId = Id<Milestone>;

} // namespace plumbline
