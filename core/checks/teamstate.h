#pragma once

#include "core/base/id.h"

#include <QDate>
#include <QSet>

#include <optional>

namespace plumbline {

struct Membership;
struct Person;
class Review;
struct SubTeam;

/// True when the sub-team is active. One whose state nobody has set counts as active, so that a sub-team
/// typed in a hurry is watched and not forgotten; one in a state of a newer version does too.
bool isAtWork(const SubTeam &subTeam);

/// True when the membership holds on @p day: it has begun (one with no beginning always has, one that begins
/// "TBD" has not) and has not ended. Partial dates count from their first day to their last.
bool isCurrent(const Membership &membership, const QDate &day);

/// The last day by @p today on which a sub-team reported to the full team, or no day. Report-backs count, and the field
/// *reported* of the sub-team, which older reviews have.
std::optional<QDate> lastReport(const Review &review, const SubTeam &subTeam, const QDate &today);

/// Who decides in the full team on @p day: its current members, chairs, vice-chairs and leads.
QSet<Id<Person>> decidingMembers(const Review &review, const QDate &day);

} // namespace plumbline
