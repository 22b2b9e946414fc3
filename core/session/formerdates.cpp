#include "core/session/formerdates.h"

#include "core/domain/milestone.h"

#include <algorithm>

namespace plumbline {

QList<FormerDate> formerDates(const Session &session, MilestoneId milestone)
{
    QList<HistoryEntry> changes = session.history(RecordId(milestone.uuid), "target")
        + session.history(RecordId(milestone.uuid), "reason");
    // A reason and its date come in one action, in either order: dates first, so that the reason joins its own.
    std::stable_sort(changes.begin(), changes.end(), [](const HistoryEntry &a, const HistoryEntry &b) {
        if (a.group == b.group && a.field != b.field)
            return a.field == "target";
        return a.number < b.number;
    });
    QList<FormerDate> dates;
    for (const HistoryEntry &change : std::as_const(changes)) {
        if (change.field == "reason") {
            if (!dates.isEmpty() && !change.after.isNull())
                dates.last().reason = change.after.toText();
            continue;
        }
        FormerDate date{change.when, change.person, {}, {}, {}};
        if (const auto parsed = PartialDate::fromText(change.after.toText()); parsed)
            date.target = *parsed;
        const std::optional<PartialDate> before = dates.isEmpty() ? std::nullopt : dates.last().target;
        if (before && date.target)
            date.moved = daysBetween(*before, *date.target);
        dates += date;
    }
    return dates;
}

} // namespace plumbline
