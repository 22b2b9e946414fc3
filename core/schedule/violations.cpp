#include "core/schedule/violations.h"

#include "core/domain/review.h"
#include "core/domain/subteam.h"
#include "core/schedule/milestonedates.h"

namespace plumbline {

DateLimits::DateLimits(const Review &review)
    : m_review(review), m_buffer(review.ruleNumber(QStringLiteral("considerationBufferDays"), 0))
{
    for (const Milestone *milestone : review.all<Milestone>()) {
        if (!milestone->type.is(MilestoneType::Freeze) || !isFullTeam(*milestone) || !finishDate(*milestone))
            continue;
        if (!m_lastFreeze || *finishDate(*m_lastFreeze) < *finishDate(*milestone))
            m_lastFreeze = milestone;
    }
}

static void add(QList<DateLimit> &limits, const Milestone &against, DateRule rule, const std::optional<PartialDate> &date,
                int less = 0)
{
    if (const auto last = lastDay(date))
        limits += {MilestoneId(against.id.uuid), rule, last->addDays(-less), date->isExact()};
}

QList<DateLimit> DateLimits::of(const Milestone &milestone) const
{
    QList<DateLimit> limits;
    add(limits, milestone, DateRule::OwnDeadline, milestone.deadline);
    const Milestone *served = m_review.find(milestone.serves);
    if (served && served != &milestone) {
        add(limits, *served, DateRule::ServedDeadline, served->deadline);
        const bool planned = lastDay(served->target).has_value();
        add(limits, *served, DateRule::ServedTarget, planned ? served->target : served->actual);
    }
    if (!milestone.type.is(MilestoneType::DraftRecommendations) || isFullTeam(milestone))
        return limits;
    const bool servesFreeze = served && served->type.is(MilestoneType::Freeze) && finishDate(*served);
    const Milestone *freeze = servesFreeze ? served : m_lastFreeze;
    // What serves a milestone after the freeze (the final text) is work on a later draft.
    const bool later = freeze && served && served != freeze && finishDate(*served) && finishDate(*freeze)
        && *finishDate(*freeze) < *finishDate(*served);
    if (freeze && !later)
        add(limits, *freeze, DateRule::FreezeBuffer, finishDate(*freeze), m_buffer);
    return limits;
}

QList<DateViolation> dateViolations(const Review &review)
{
    const DateLimits limits(review);
    QList<DateViolation> violations;
    for (const Milestone *milestone : review.all<Milestone>()) {
        const auto date = finishDate(*milestone);
        bool deadlineMissed = false; // Of the milestone it serves.
        for (const DateLimit &limit : date ? limits.of(*milestone) : QList<DateLimit>()) {
            const int days = int(limit.last.daysTo(date->last()));
            if (days <= 0 || (limit.rule == DateRule::ServedTarget && deadlineMissed))
                continue;
            deadlineMissed |= limit.rule == DateRule::ServedDeadline;
            violations += {MilestoneId(milestone->id.uuid), limit.against, limit.rule, limit.last, days,
                           date->isExact() && limit.exact};
        }
    }
    return violations;
}

} // namespace plumbline
