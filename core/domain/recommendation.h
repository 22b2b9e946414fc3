#pragma once

#include "core/domain/kind.h"
#include "core/domain/parts.h"

namespace plumbline {

struct Person;
struct RecommendationGroup;
struct SubTeam;

/// Who carries it out: staff directly, or the community through policy development.
enum class Category { Direct, Policy };
template<>
const QList<ChoiceWord> &choiceWords<Category>();

/// A suggestion does not need a formal answer.
enum class RecommendationForm { Recommendation, Suggestion };
template<>
const QList<ChoiceWord> &choiceWords<RecommendationForm>();

/// The life of a recommendation.
enum class RecommendationState {
    Idea,
    Draft,
    Shared,
    InCall,
    AgreedForDraft,
    Published,
    InRevision,
    FinalCall,
    Final,
    Transmitted,
    Withdrawn,
    Split,
    Merged
};
template<>
const QList<ChoiceWord> &choiceWords<RecommendationState>();

/// What the team asks somebody to do.
struct Recommendation : Record {
    static constexpr Kind kind = Kind::Recommendation;

    QString title;
    QString text;      ///< CommonMark.
    QString rationale; ///< CommonMark.
    QString outcome;   ///< CommonMark.
    Choice<RecommendationForm> form;
    Choice<Category> category; ///< Exactly one of two.
    QString addressee;         ///< The body that must act.
    Graded priority;
    Metric metric;
    QString deferred; ///< A recorded reason for having no metric yet.
    QString timeframe;
    QString effort;
    Id<SubTeam> subteam;
    Id<RecommendationGroup> group;
    Choice<RecommendationState> state;
    QString reason;      ///< Why it was withdrawn or became a suggestion.
    Id<Person> sharedby; ///< Who shared it with the full team: the lead.
    std::optional<PartialDate> shared;
    QString source;
    friend bool operator==(const Recommendation &, const Recommendation &) = default;
};

using RecommendationId = Id<Recommendation>;

/// True unless it was withdrawn, split or merged into another.
bool isStanding(const Recommendation &recommendation);

} // namespace plumbline
