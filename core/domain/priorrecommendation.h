#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct SubTeam;

/// Whether it was carried out.
enum class Implemented { Fully, Partly, Not, Unknown };
template<>
const QList<ChoiceWord> &choiceWords<Implemented>();

/// Whether it still matters.
enum class Relevance { Relevant, InPart, Overtaken };
template<>
const QList<ChoiceWord> &choiceWords<Relevance>();

/// A recommendation of the previous review, and what this one finds became of it.
struct PriorRecommendation : Record {
    static constexpr Kind kind = Kind::PriorRecommendation;

    QString number;
    QString title;
    QString text; ///< CommonMark.
    QString review;
    Choice<Implemented> implemented;
    QString evidence; ///< CommonMark.
    QString effect;   ///< CommonMark.
    Choice<Relevance> relevance;
    QString relevancewhy; ///< CommonMark.
    QString next;         ///< CommonMark.
    Id<SubTeam> subteam;
    QString source;
    friend bool operator==(const PriorRecommendation &, const PriorRecommendation &) = default;
};

using PriorRecommendationId = Id<PriorRecommendation>;

} // namespace plumbline
