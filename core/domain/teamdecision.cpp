#include "core/domain/teamdecision.h"

#include "core/domain/meeting.h"

#include <algorithm>

namespace plumbline {

bool isSuperseded(const RecordLinks &links, const Review &review, DecisionId decision)
{
    const auto newer = links.to(RecordId(decision.uuid), LinkType::Supersedes);
    return std::any_of(newer.cbegin(), newer.cend(), [&](const RecordLinks::Entry &entry) {
        return review.find(DecisionId(entry.other.uuid));
    });
}

bool isSuperseded(const Review &review, DecisionId decision)
{
    const auto links = review.all<Link>();
    return std::any_of(links.begin(), links.end(), [&](const Link *link) {
        return link->type.is(LinkType::Supersedes) && link->to == RecordId(decision.uuid) &&
               review.find(DecisionId(link->from.uuid));
    });
}

bool isOfSubTeam(const Review &review, Id<Meeting> id)
{
    const Meeting *meeting = review.find(id);
    return meeting && (!meeting->subteam.isNull() || meeting->category.is(MeetingKind::SubTeam));
}

bool standsAsTeamDecision(const RecordLinks &links, const Review &review, DecisionId id)
{
    if (id.isNull())
        return false;
    const Decision *decision = review.find(id);
    if (!decision)
        return !review.findAny(RecordId(id.uuid));
    return !isOfSubTeam(review, decision->meeting) && !isSuperseded(links, review, id);
}

} // namespace plumbline
