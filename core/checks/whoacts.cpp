#include "core/checks/whoacts.h"

#include "core/checks/teamstate.h"
#include "core/domain/feedbackpoint.h"
#include "core/domain/implementabilityinput.h"
#include "core/domain/membership.h"
#include "core/domain/note.h"
#include "core/domain/presentation.h"
#include "core/domain/recommendation.h"
#include "core/domain/review.h"
#include "core/domain/subteam.h"

namespace plumbline {

/// The sub-team a record belongs to, or the one of the record it is about.
static SubTeamId subTeamOf(const Review &review, RecordId id)
{
    const Record *record = review.find(id);
    if (!record)
        return {};
    const Kind kind = *review.kindOf(id);
    if (kind == Kind::SubTeam)
        return SubTeamId(id.uuid);
    if (const Field *field = describe(kind).field("subteam")) {
        SubTeamId subTeam;
        return idFromValue(field->get(*record), subTeam.uuid) ? subTeam : SubTeamId();
    }
    if (const Note *note = review.find(NoteId(id.uuid)))
        return note->on == id ? SubTeamId() : subTeamOf(review, note->on);
    if (const FeedbackPoint *point = review.find(FeedbackPointId(id.uuid)))
        return subTeamOf(review, RecordId(point->presentation.uuid));
    if (const ImplementabilityInput *input = review.find(ImplementabilityInputId(id.uuid)))
        return subTeamOf(review, RecordId(input->recommendation.uuid));
    return {};
}

static PersonId holderOf(const Review &review, Role role, SubTeamId subTeam, const QDate &day)
{
    for (const Membership *membership : review.all<Membership>()) {
        if (membership->role.is(role) && membership->subteam == subTeam && isCurrent(*membership, day) &&
            review.find(membership->person))
            return membership->person;
    }
    return {};
}

PersonId whoActs(const Review &review, RecordId record, const QDate &day)
{
    const SubTeamId subTeam = subTeamOf(review, record);
    if (!subTeam.isNull()) {
        if (const PersonId lead = holderOf(review, Role::Lead, subTeam, day); !lead.isNull())
            return lead;
    }
    const PersonId chair = holderOf(review, Role::Chair, {}, day);
    return chair.isNull() ? holderOf(review, Role::ViceChair, {}, day) : chair;
}

QList<TraceGap> traceGaps(const Review &review, const QList<Problem> &problems, const QDate &day)
{
    static const QList<QByteArray> checks{"finding.source", "finding.leads", "recommendation.finding",
                                          "evidence.neverObtained", "link.suspect"};
    QList<TraceGap> gaps;
    for (const Problem &problem : problems) {
        if (!problem.waived && checks.contains(problem.check))
            gaps += TraceGap{problem, whoActs(review, problem.record, day)};
    }
    return gaps;
}

} // namespace plumbline
