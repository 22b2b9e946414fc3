#include "core/schedule/deadlineboard.h"

#include "core/domain/review.h"
#include "core/schedule/milestonedates.h"

#include <algorithm>

namespace plumbline {

static DeadlineRow rowOf(const Milestone &milestone, const DateLimit &limit, const PlanSchedule &schedule)
{
    DeadlineRow row;
    row.milestone = MilestoneId(milestone.id.uuid);
    row.limit = limit;
    row.planned = finishDate(milestone);
    row.met = isMet(milestone);
    if (const ItemSchedule *item = schedule.find(row.milestone))
        row.earliest = row.met ? milestone.actual->last() : item->earlyFinish;
    QDate counts = row.earliest;
    if (row.planned && !row.met)
        counts = counts.isValid() ? std::max(counts, row.planned->last()) : row.planned->last();
    if (counts.isValid())
        row.spare = int(counts.daysTo(limit.last));
    return row;
}

QList<DeadlineRow> deadlineBoard(const Review &review, const PlanSchedule &schedule)
{
    const DateLimits limits(review);
    QList<DeadlineRow> rows;
    for (const Milestone *milestone : review.all<Milestone>()) {
        // Of several dates of one milestone the first binds.
        QHash<MilestoneId, DateLimit> first;
        for (const DateLimit &limit : limits.of(*milestone)) {
            const auto known = first.find(limit.against);
            if (known == first.end() || limit.last < known->last)
                first.insert(limit.against, limit);
        }
        for (const DateLimit &limit : std::as_const(first))
            rows += rowOf(*milestone, limit, schedule);
    }
    std::sort(rows.begin(), rows.end(), [](const DeadlineRow &a, const DeadlineRow &b) {
        const int spareA = a.spare.value_or(std::numeric_limits<int>::max());
        const int spareB = b.spare.value_or(std::numeric_limits<int>::max());
        if (a.met != b.met)
            return b.met;
        if (spareA != spareB)
            return spareA < spareB;
        if (a.limit.last != b.limit.last)
            return a.limit.last < b.limit.last;
        return a.milestone != b.milestone ? a.milestone.uuid < b.milestone.uuid : a.limit.against.uuid < b.limit.against.uuid;
    });
    return rows;
}

} // namespace plumbline
