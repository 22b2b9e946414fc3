#include "core/checks/teamstate.h"
#include "core/domain/membership.h"
#include "core/domain/milestone.h"
#include "core/domain/person.h"
#include "core/domain/recommendation.h"
#include "core/domain/subteam.h"
#include "core/schedule/milestonedates.h"
#include "core/schedule/slip.h"
#include "core/checks/completeness.h"
#include "ui/pages/overviewpagedata.h"

#include <algorithm>

namespace plumbline {

namespace {

/// The current leads; of a sub-team that is over, whoever led it last.
QString leadOf(const Review &review, const SubTeam &subTeam, const QDate &today)
{
    QStringList current;
    const Membership *last = nullptr;
    for (const Membership *membership : review.all<Membership>()) {
        const Person *person = review.find(membership->person);
        if (membership->subteam.uuid != subTeam.id.uuid || !membership->role.is(Role::Lead) || !person)
            continue;
        if (isCurrent(*membership, today))
            current += person->name;
        const auto end = lastDay(membership->to);
        if (end && (!last || *end > *lastDay(last->to)))
            last = membership;
    }
    if (!current.isEmpty())
        return current.join(QLatin1String(", "));
    return last && !isAtWork(subTeam) ? review.find(last->person)->name : QString();
}

/// The last milestone of the sub-team that stands for its draft recommendations.
const Milestone *draftOf(const Review &review, const SubTeam &subTeam)
{
    const Milestone *draft = nullptr;
    for (const Milestone *milestone : review.all<Milestone>()) {
        if (milestone->subteam.uuid != subTeam.id.uuid || !milestone->type.is(MilestoneType::DraftRecommendations))
            continue;
        const auto date = finishDate(*milestone);
        const auto other = draft ? finishDate(*draft) : std::nullopt;
        if (!draft || !other || (date && *other < *date))
            draft = milestone;
    }
    return draft;
}

bool isGone(const Recommendation &recommendation)
{
    return recommendation.state.is(RecommendationState::Withdrawn)
        || recommendation.state.is(RecommendationState::Split)
        || recommendation.state.is(RecommendationState::Merged);
}

void countRecommendations(const Review &review, const RecordLinks &links, SubTeamLine &line)
{
    for (const Recommendation *recommendation : review.all<Recommendation>()) {
        if (recommendation->subteam.uuid != line.id.uuid || isGone(*recommendation))
            continue;
        ++line.total;
        line.complete += completenessOf(review, links, *recommendation).isComplete();
    }
}

std::optional<int> quietDays(const Review &review, const SubTeam &subTeam, const QDate &today)
{
    const auto last = lastReport(review, subTeam, today);
    return last ? std::optional(int(last->daysTo(today))) : std::nullopt;
}

bool isLate(const QList<Problem> &problems, RecordId milestone)
{
    return std::any_of(problems.begin(), problems.end(), [milestone](const Problem &problem) {
        return problem.record == milestone && problem.level == ProblemLevel::Error && !problem.waived
            && problem.days > 0;
    });
}

} // namespace

int silentAfterDays(const Review &review)
{
    const int days = review.ruleNumber(QStringLiteral("reportBackDays"), 0);
    return days > 0 ? days : 28;
}

QList<SubTeamLine> subTeamLines(const Review &review, const QList<Problem> &problems, const QDate &today)
{
    QList<SubTeamLine> lines;
    const RecordLinks links(review);
    const auto planned = firstBaselineItems(review);
    for (const SubTeam *subTeam : review.all<SubTeam>()) {
        SubTeamLine line;
        line.id = subTeam->id;
        line.key = review.shownKey(*subTeam);
        line.title = subTeam->title;
        line.lead = leadOf(review, *subTeam, today);
        line.lane = int(lines.size());
        line.atWork = isAtWork(*subTeam);
        line.isOver = subTeam->state.is(SubTeamState::Closed);
        if (const Milestone *draft = draftOf(review, *subTeam)) {
            line.draftMilestone = draft->id;
            line.draft = finishDate(*draft) ? finishDate(*draft) : draft->target;
            line.draftLate = isLate(problems, draft->id);
            if (const BaselineItem *item = planned.value(draft->id))
                line.slip = slipInDays(*draft, *item);
        }
        line.agreement = scheduleAgreement(review, SubTeamId(subTeam->id.uuid)).state;
        countRecommendations(review, links, line);
        line.quietDays = quietDays(review, *subTeam, today);
        lines += line;
    }
    return lines;
}

} // namespace plumbline
