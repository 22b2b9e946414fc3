#pragma once

#include "core/domain/closedgroup.h"
#include "core/domain/review.h"

namespace plumbline {

struct Person;

inline constexpr int wholeTeam = 0; ///< The audience everybody belongs to.

/// The audience of a closed group: 1 to 2^20 - 1, taken from the group's id, so that two people who form groups apart do
/// not mean the same number by two groups. Source: docs/file-format.md, "Audiences".
int audienceNumber(ClosedGroupId group);

/// The closed group of that audience; null for the whole team, and when the group is not in this copy.
const ClosedGroup *groupOfAudience(const Review &review, int audience);

/// Whom an audience is, for people: "the whole team", the group's name, or "a closed group that is not in this copy".
QString audienceName(const Review &review, int audience);

/// The whole team and every closed group of the review, in the order people see.
QList<int> audiences(const Review &review);

/// The audience meant by `team`, or by the key or the name of a closed group.
/// Error NotFound, which names those there are.
Result<int> audienceNamed(const Review &review, const QString &name);

/// The members of a closed group, in the order people see; empty for the whole team.
std::vector<const Person *> membersOf(const Review &review, ClosedGroupId group);

} // namespace plumbline
