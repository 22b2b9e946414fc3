#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct Meeting;

/// The five levels a chair designates, from most to least.
enum class Consensus { FullConsensus, Consensus, StrongSupport, Divergence, MinorityView };
template<>
const QList<ChoiceWord> &choiceWords<Consensus>();

/// Where it was decided.
enum class Channel { Meeting, List };
template<>
const QList<ChoiceWord> &choiceWords<Channel>();

/// What the team agreed, when, and with which level of consensus.
struct Decision : Record {
    static constexpr Kind kind = Kind::Decision;

    QString text; ///< CommonMark.
    std::optional<PartialDate> date;
    Id<Meeting> meeting;
    Choice<Channel> channel;
    Choice<Consensus> level;
    QString source;
    friend bool operator==(const Decision &, const Decision &) = default;
};

using DecisionId = Id<Decision>;

} // namespace plumbline
