#include "core/schedule/slip.h"

#include "core/domain/baseline.h"
#include "core/domain/calendarevent.h"
#include "core/domain/review.h"
#include "core/schedule/milestonedates.h"

#include <algorithm>

namespace plumbline {

std::optional<int> slipInDays(const Milestone &milestone, const BaselineItem &planned)
{
    return daysBetween(planned.target, finishDate(milestone));
}

bool targetMoved(const Milestone &milestone, const BaselineItem &planned)
{
    const auto before = lastDay(planned.target);
    if (!before)
        return false;
    const auto now = lastDay(milestone.target);
    return !now || milestone.target->first < planned.target->first || *now > *before;
}

QHash<RecordId, const BaselineItem *> firstBaselineItems(const Review &review)
{
    std::vector<const Baseline *> baselines = review.all<Baseline>();
    std::stable_sort(baselines.begin(), baselines.end(), [](const Baseline *a, const Baseline *b) {
        const auto takenA = lastDay(a->taken);
        const auto takenB = lastDay(b->taken);
        return takenA && takenB ? *takenA < *takenB : takenA.has_value() && !takenB;
    });
    QHash<BaselineId, int> rank;
    for (const Baseline *baseline : baselines)
        rank.insert(BaselineId(baseline->id.uuid), int(rank.size()));
    QHash<RecordId, const BaselineItem *> first;
    for (const BaselineItem *item : review.all<BaselineItem>()) {
        const auto known = rank.constFind(item->baseline);
        if (known == rank.constEnd())
            continue;
        const BaselineItem *&chosen = first[item->record];
        if (!chosen || *known < rank.value(chosen->baseline))
            chosen = item;
    }
    return first;
}

QDate boardActionDue(const QDate &received, int months)
{
    return received.addMonths(months);
}

int suspendedDays(const Review &review, const QDate &from, const QDate &to)
{
    struct Stretch {
        QDate first;
        QDate last;
    };
    QList<Stretch> stretches;
    for (const CalendarEvent *event : review.all<CalendarEvent>()) {
        if (!event->category.is(CalendarKind::Suspension) || !lastDay(event->first))
            continue;
        const QDate first = std::max(from, event->first->first);
        const QDate last = std::min(to, lastDay(event->last).value_or(to));
        if (first <= last)
            stretches += {first, last};
    }
    std::sort(stretches.begin(), stretches.end(),
              [](const Stretch &a, const Stretch &b) { return a.first < b.first; });
    int days = 0;
    QDate counted = from.addDays(-1); // The last day that has been looked at.
    for (const Stretch &stretch : stretches) {
        const QDate first = std::max(stretch.first, counted.addDays(1));
        if (first > stretch.last)
            continue;
        days += int(first.daysTo(stretch.last)) + 1;
        counted = stretch.last;
    }
    return days;
}

} // namespace plumbline
