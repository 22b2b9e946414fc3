#include "core/schedule/violations.h"

#include "core/domain/review.h"
#include "core/domain/subteam.h"
#include "core/schedule/milestonedates.h"

namespace plumbline {

namespace {
/// What all milestones of one review are judged by.
struct Judge {
    const Review &review;
    const Milestone *lastFreeze = nullptr;
    int buffer = 0;
    QList<DateViolation> violations;

    bool late(const Milestone &milestone, const Milestone &against, DateRule rule,
              const std::optional<PartialDate> &limit, int less = 0);
    void judgeServed(const Milestone &milestone);
    void judgeFreeze(const Milestone &milestone);
};

/// Adds a violation when the date of @p milestone is later than @p less days before @p limit; says whether it
/// did.
bool Judge::late(const Milestone &milestone, const Milestone &against, DateRule rule,
                 const std::optional<PartialDate> &limit, int less)
{
    const auto date = finishDate(milestone);
    const auto last = lastDay(limit);
    if (!date || !last)
        return false;
    const QDate latest = last->addDays(-less);
    const int days = int(latest.daysTo(date->last()));
    if (days <= 0)
        return false;
    violations += {MilestoneId(milestone.id.uuid),     MilestoneId(against.id.uuid), rule, latest, days,
                   date->isExact() && limit->isExact()};
    return true;
}

void Judge::judgeServed(const Milestone &milestone)
{
    const Milestone *served = review.find(milestone.serves);
    if (!served || served == &milestone)
        return;
    if (late(milestone, *served, DateRule::ServedDeadline, served->deadline))
        return;
    const bool planned = lastDay(served->target).has_value();
    late(milestone, *served, DateRule::ServedTarget, planned ? served->target : served->actual);
}

void Judge::judgeFreeze(const Milestone &milestone)
{
    if (!milestone.type.is(MilestoneType::DraftRecommendations) || isFullTeam(milestone))
        return;
    const Milestone *served = review.find(milestone.serves);
    const bool servesFreeze = served && served->type.is(MilestoneType::Freeze) && finishDate(*served);
    const Milestone *freeze = servesFreeze ? served : lastFreeze;
    // What serves a milestone after the freeze (the final text) is work on a later draft.
    const bool later = freeze && served && served != freeze && finishDate(*served) && finishDate(*freeze)
        && *finishDate(*freeze) < *finishDate(*served);
    if (freeze && !later)
        late(milestone, *freeze, DateRule::FreezeBuffer, finishDate(*freeze), buffer);
}
} // namespace

QList<DateViolation> dateViolations(const Review &review)
{
    const auto milestones = review.all<Milestone>();
    Judge judge{review, nullptr, review.ruleNumber(QStringLiteral("considerationBufferDays"), 0), {}};
    for (const Milestone *milestone : milestones) {
        if (!milestone->type.is(MilestoneType::Freeze) || !isFullTeam(*milestone) || !finishDate(*milestone))
            continue;
        if (!judge.lastFreeze || *finishDate(*judge.lastFreeze) < *finishDate(*milestone))
            judge.lastFreeze = milestone;
    }
    for (const Milestone *milestone : milestones) {
        judge.late(*milestone, *milestone, DateRule::OwnDeadline, milestone->deadline);
        judge.judgeServed(*milestone);
        judge.judgeFreeze(*milestone);
    }
    return judge.violations;
}

} // namespace plumbline
