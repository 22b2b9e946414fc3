#include "core/schedule/milestonedates.h"

namespace plumbline {

std::optional<QDate> lastDay(const std::optional<PartialDate> &date)
{
    return date && !date->isOpen() ? std::optional(date->last()) : std::nullopt;
}

bool isMet(const Milestone &milestone)
{
    return lastDay(milestone.actual).has_value();
}

std::optional<PartialDate> finishDate(const Milestone &milestone)
{
    if (isMet(milestone))
        return milestone.actual;
    return lastDay(milestone.target) ? milestone.target : std::nullopt;
}

std::optional<PartialDate> startDate(const Milestone &milestone)
{
    return lastDay(milestone.start) ? milestone.start : finishDate(milestone);
}

bool isFullTeam(const Milestone &milestone)
{
    return milestone.subteam.isNull();
}

bool isSurelyAfter(const PartialDate &a, const PartialDate &b)
{
    return !a.isOpen() && !b.isOpen() && a.first > b.last();
}

} // namespace plumbline
