#pragma once

#include "core/domain/decision.h"
#include "core/domain/recordlinks.h"

namespace plumbline {

/// Whether another decision on record takes the place of this one: link *supersedes*.
bool isSuperseded(const RecordLinks &links, const Review &review, DecisionId decision);
/// The same where nobody has the links by their ends: O(links).
bool isSuperseded(const Review &review, DecisionId decision);

/// Whether a meeting is one of a sub-team, so that the full team neither decides nor hears anything in it. A meeting
/// that is not in this copy is taken for one of the full team.
bool isOfSubTeam(const Review &review, Id<Meeting> meeting);

/// Whether a decision is one of the full team and still counts: on record, not taken in a meeting of a sub-team, not
/// superseded. One that is not in this copy is taken on trust, one that was deleted is not.
bool standsAsTeamDecision(const RecordLinks &links, const Review &review, DecisionId decision);

} // namespace plumbline
