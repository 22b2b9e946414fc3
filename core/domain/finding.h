#pragma once

#include "core/domain/kind.h"
#include "core/domain/parts.h"

namespace plumbline {

struct Meeting;
struct SubTeam;

/// The life of a finding.
enum class FindingState { Draft, Preliminary, Presented, Revised, Agreed, Dropped };
template<>
const QList<ChoiceWord> &choiceWords<FindingState>();

/// What was established, and how.
struct Finding : Record {
    static constexpr Kind kind = Kind::Finding;

    QString title;
    QString statement;   ///< CommonMark.
    QString criteria;    ///< What should be.
    QString condition;   ///< What is.
    QString cause;       ///< CommonMark.
    QString effect;      ///< CommonMark.
    QString methodology; ///< CommonMark.
    Graded confidence;
    Id<SubTeam> subteam;
    Id<Meeting> presented;
    Choice<FindingState> state;
    QString source;
    friend bool operator==(const Finding &, const Finding &) = default;
};

using FindingId = Id<Finding>;

} // namespace plumbline
