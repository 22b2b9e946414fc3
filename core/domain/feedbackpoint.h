#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct Finding;
struct Person;
struct Presentation;

/// What became of it.
enum class FeedbackOutcome { Incorporated, NotIncorporated };
template<>
const QList<ChoiceWord> &choiceWords<FeedbackOutcome>();

/// One thing somebody of the full team said about what was presented, and what became of it.
struct FeedbackPoint : Record {
    static constexpr Kind kind = Kind::FeedbackPoint;

    Id<Presentation> presentation;
    Id<Finding> finding;
    Id<Person> by;
    QString text; ///< CommonMark.
    Choice<FeedbackOutcome> outcome;
    QString how; ///< CommonMark.
    QString source;
    friend bool operator==(const FeedbackPoint &, const FeedbackPoint &) = default;
};

using FeedbackPointId = Id<FeedbackPoint>;

} // namespace plumbline
