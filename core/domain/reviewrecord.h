#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct Baseline;
struct Decision;

/// Where a review stands in its life; any phase may be suspended by a calendar event.
enum class Phase { Preparation, Analysis, Drafting, PublicComment, Finalisation, FollowUp, Closed };
template<>
const QList<ChoiceWord> &choiceWords<Phase>();

/// The review itself: its mandate and where it stands. One per file; its id names the review.
struct ReviewRecord : Record {
    static constexpr Kind kind = Kind::Review;

    QString title;
    QString acronym;      ///< What the team calls the review: SSR2.
    QString mandate;      ///< CommonMark.
    QString basis;        ///< CommonMark.
    QString organisation; ///< Whose commitment is examined.
    std::optional<PartialDate> started;
    Choice<Phase> phase;
    QString templateName; ///< The template the rules were copied from.
    QString edition;
    QString website;
    Id<Decision> toradopted; ///< The decision that adopted the Terms of Reference.
    Id<Baseline> tortext;    ///< What they said then.
    QString source;
    friend bool operator==(const ReviewRecord &, const ReviewRecord &) = default;
};

using ReviewRecordId = Id<ReviewRecord>;

} // namespace plumbline
