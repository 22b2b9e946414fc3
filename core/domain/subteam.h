#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct Baseline;
struct Decision;

/// The life of a sub-team.
enum class SubTeamState { Proposed, Active, Reported, Closed };
template<>
const QList<ChoiceWord> &choiceWords<SubTeamState>();

/// A part of the full team with a scope of work, a schedule and a mailing list of its own.
struct SubTeam : Record {
    static constexpr Kind kind = Kind::SubTeam;

    QString title;
    QString scope;       ///< CommonMark.
    QString list;        ///< Open to the full team.
    Id<Decision> formed; ///< The decision of the full team that formed it.
    Choice<SubTeamState> state;
    Id<SubTeam> movedto;
    Id<Decision> agreed;     ///< The decision by which it agreed to its schedule.
    Id<Baseline> agreedplan; ///< The plan that decision was about.
    std::optional<PartialDate> reported;
    QString source;
    friend bool operator==(const SubTeam &, const SubTeam &) = default;
};

using SubTeamId = Id<SubTeam>;

} // namespace plumbline
