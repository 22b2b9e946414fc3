#pragma once

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
    Id<Milestone> serves;                ///< The milestone of the full team this one must be in time for.
    QString reason;      ///< Why the target is what it is; every former date keeps its reason in the history.
    QString description; ///< CommonMark.
    QString source;
    friend bool operator==(const Milestone &, const Milestone &) = default;
};

using MilestoneId = Id<Milestone>;

} // namespace plumbline
