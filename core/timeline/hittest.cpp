#include "core/timeline/hittest.h"

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

TimelinePart markAt(const TimelineRow &item, int row, const TimelineGeometry &geometry, const QPointF &point,
                    double reach)
{
    if (item.kind != TimelineRow::Kind::Item || !item.isDated())
        return TimelinePart::None;
    if (item.milestone) {
        const QPointF away = point - geometry.diamond(item, row);
        const bool inside = std::abs(away.x()) + std::abs(away.y()) <= geometry.diamondHalf() + reach;
        return inside ? TimelinePart::Diamond : TimelinePart::None;
    }
    const QRectF bar = geometry.bar(item, row);
    if (!bar.adjusted(-reach, -reach, reach, reach).contains(point))
        return TimelinePart::None;
    if (bar.width() >= 4 * reach) {
        if (std::abs(point.x() - bar.right()) <= reach)
            return TimelinePart::EndEdge;
        if (std::abs(point.x() - bar.left()) <= reach)
            return TimelinePart::StartEdge;
    }
    return TimelinePart::Bar;
}

/// All pieces of a line run along an axis, so the distance to one is that to a thin rectangle.
bool isNear(const LinkLine &line, const QPointF &point, double reach)
{
    for (int i = 1; i < line.count; ++i) {
        const QRectF piece = QRectF(line.points[size_t(i - 1)], line.points[size_t(i)]).normalized();
        if (piece.adjusted(-reach, -reach, reach, reach).contains(point))
            return true;
    }
    return false;
}

int linkAt(const TimelinePlan &plan, const TimelineGeometry &geometry, int row, const QPointF &point,
           double reach)
{
    for (const int index : plan.links.crossing(row, row)) {
        const TimelineLink &link = plan.links.at(index);
        const LinkLine line = geometry.line(link, plan.rows[size_t(link.from)], plan.rows[size_t(link.to)]);
        if (isNear(line, point, reach))
            return index;
    }
    return -1;
}

int deadlineAt(const TimelinePlan &plan, const TimelineGeometry &geometry, double x, double reach)
{
    const auto found =
        std::find_if(plan.deadlines.begin(), plan.deadlines.end(), [&](const TimelineDeadline &deadline) {
            return std::abs(geometry.scale.centre(deadline.day) - x) <= reach;
        });
    return found == plan.deadlines.end() ? -1 : int(found - plan.deadlines.begin());
}

} // namespace

TimelineHit hitTest(const TimelinePlan &plan, const TimelineGeometry &geometry, const QPointF &point,
                    double reach)
{
    const int row = geometry.rowAt(point.y());
    if (row < 0 || row >= plan.rowCount())
        return {};
    const TimelinePart mark = markAt(plan.rows[size_t(row)], row, geometry, point, reach);
    if (mark != TimelinePart::None)
        return {mark, row, -1};
    if (const int link = linkAt(plan, geometry, row, point, reach); link >= 0)
        return {TimelinePart::Link, row, link};
    if (const int deadline = deadlineAt(plan, geometry, point.x(), reach); deadline >= 0)
        return {TimelinePart::Deadline, row, deadline};
    return {TimelinePart::Row, row, -1};
}

} // namespace plumbline
