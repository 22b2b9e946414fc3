#pragma once

#include "core/session/session.h"

namespace plumbline {

/// A date an item of the plan was once meant for, as the log remembers it.
struct FormerDate {
    QDateTime said; ///< When it was written down, by the writer's clock.
    RecordId person;
    std::optional<PartialDate> target; ///< None: taken away.
    QString reason; ///< Given with it, or later while it stood.
    std::optional<int> moved; ///< Calendar days from the date before; none where one of the two is not exact.
};

/// Every target an item had, the first one first; the last is the one it has.
/// Source: SSR2 work plan, section 3b: timelines are kept up to date; the former dates show how a forecast moved.
QList<FormerDate> formerDates(const Session &session, MilestoneId milestone);

} // namespace plumbline
