#include "core/schedule/boardclock.h"

#include "core/domain/review.h"
#include "core/schedule/milestonedates.h"
#include "core/schedule/slip.h"

namespace plumbline {

static std::optional<QDate> exactDay(const std::optional<PartialDate> &date)
{
    return date && date->isExact() ? std::optional(date->first) : std::nullopt;
}

static std::optional<QDate> receiptBefore(const Review &review, const std::optional<PartialDate> &action)
{
    std::optional<QDate> received;
    for (const Milestone *published : review.all<Milestone>()) {
        const auto day = exactDay(finishDate(*published));
        if (!published->type.is(MilestoneType::Published) || !isFullTeam(*published) || !day)
            continue;
        const bool before = !action || *day <= action->last();
        if (before && (!received || *received < *day))
            received = day;
    }
    return received;
}

std::optional<BoardClock> boardClock(const Review &review, const Milestone &milestone)
{
    const int months = review.ruleNumber(QStringLiteral("boardResponseMonths"), 0);
    if (!milestone.type.is(MilestoneType::BoardAction) || months <= 0)
        return std::nullopt;
    auto received = exactDay(milestone.start);
    if (!received)
        received = receiptBefore(review, finishDate(milestone));
    if (!received)
        return std::nullopt;
    return BoardClock{*received, boardActionDue(*received, months), exactDay(milestone.actual)};
}

} // namespace plumbline
