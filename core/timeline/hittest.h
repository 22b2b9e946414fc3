#pragma once

#include "core/timeline/timelinegeometry.h"

namespace plumbline {

/// What of a row lies under the pointer.
enum class TimelinePart {
    None,      ///< Below the last row.
    Row,       ///< The ground of a row.
    Bar,       ///< The inner part of an activity, which moves it.
    StartEdge, ///< The ends of an activity, which stretch it.
    EndEdge,
    Diamond,
    Link,
    Deadline
};

struct TimelineHit {
    TimelinePart part = TimelinePart::None;
    int row = -1;   ///< The row at the point, also for links and deadlines; -1 below the last.
    int index = -1; ///< Of the link in TimelinePlan::links or of the deadline in TimelinePlan::deadlines.
    friend bool operator==(const TimelineHit &, const TimelineHit &) = default;
};

/// What lies at @p point, in the coordinates of @p geometry, within @p reach pixels.
///
/// Marks come before links, links before deadlines. An activity too short to be told from its ends is all
/// bar.
TimelineHit hitTest(const TimelinePlan &plan, const TimelineGeometry &geometry, const QPointF &point,
                    double reach = 3);

} // namespace plumbline
