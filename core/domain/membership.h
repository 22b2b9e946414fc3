#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct Person;
struct SubTeam;

/// What a member does.
enum class Role { Chair, ViceChair, Lead, Penholder, Member, Observer, Staff, Expert, Shepherd };
template<>
const QList<ChoiceWord> &choiceWords<Role>();

/// A person in a role, in the full team or a sub-team, for a time.
struct Membership : Record {
    static constexpr Kind kind = Kind::Membership;

    Id<Person> person;
    Choice<Role> role;
    Id<SubTeam> subteam; ///< None: the full team.
    std::optional<PartialDate> from;
    std::optional<PartialDate> to; ///< None: still serving.
    QString source;
    friend bool operator==(const Membership &, const Membership &) = default;
};

using MembershipId = Id<Membership>;

} // namespace plumbline
