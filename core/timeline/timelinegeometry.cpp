#include "core/timeline/timelinegeometry.h"

#include <algorithm>
#include <cmath>

namespace plumbline {

static QRectF stretch(const TimeScale &scale, int first, int last, double y, double height)
{
    const double left = scale.x(first);
    return {left, y, std::max(1.0, scale.x(last + 1.0) - left), height};
}

QRectF TimelineGeometry::bar(const TimelineRow &item, int row) const
{
    return stretch(scale, item.start, item.end, top(row) + scaled(4), scaled(12));
}

QRectF TimelineGeometry::foldedBar(const TimelineRow &item, int row) const
{
    return stretch(scale, item.start, item.end, top(row) + scaled(6), scaled(12));
}

QRectF TimelineGeometry::baselineBar(const TimelineRow &item, int row) const
{
    return stretch(scale, item.baseStart, item.baseEnd, top(row) + scaled(18.5), scaled(3.5));
}

QRectF TimelineGeometry::mark(const TimelineRow &item, int row) const
{
    if (!item.isDated())
        return {};
    if (!item.milestone)
        return bar(item, row);
    const double half = diamondHalf();
    const QPointF centre = diamond(item, row);
    return {centre.x() - half, centre.y() - half, 2 * half, 2 * half};
}

double TimelineGeometry::wordsAfter(const TimelineRow &item, const TimelineForecast *forecast) const
{
    double right = mark(item, 0).right();
    if (forecast && forecast->p80 != noDay)
        right = std::max(right, scale.centre(forecast->p80) + scaled(2));
    if (item.conflict >= 0)
        right = std::max(right, scale.centre(item.end) + scaled(8));
    if (item.hasBaseline() && item.milestone && scale.centre(item.baseEnd) > right)
        right = std::max(right, scale.centre(item.baseEnd) + scaled(5));
    // After a bar the links leave; the words stand clear of them.
    return right + scaled(item.milestone ? 6 : 14);
}

double TimelineGeometry::wordsBefore(const TimelineRow &item) const
{
    double left = mark(item, 0).left();
    if (item.hasBaseline() && item.milestone && item.baseEnd < item.end)
        left = std::min(left, scale.centre(item.baseEnd) - scaled(5));
    return left - scaled(6);
}

double TimelineGeometry::commentFloor(const TimelineRow &item, int minCommentDays) const
{
    return scale.x(double(item.start) + minCommentDays);
}

LinkLine TimelineGeometry::line(const TimelineLink &link, const TimelineRow &from,
                                const TimelineRow &to) const
{
    const bool fromEnd = link.type == DependencyType::FS || link.type == DependencyType::FF;
    const bool toStart = link.type == DependencyType::FS || link.type == DependencyType::SS;
    const QRectF source = mark(from, link.from);
    const QRectF target = mark(to, link.to);
    const double gap = scaled(7);
    const double y1 = source.center().y();
    const bool down = link.to > link.from;

    LinkLine line;
    line.add(fromEnd ? source.right() : source.left(), y1);
    if (link.type == DependencyType::FS) {
        const double landing =
            to.milestone ? target.center().x() : std::min(target.left() + gap, target.center().x());
        const double arrival = down ? target.top() : target.bottom();
        // A successor that begins where its predecessor ends is reached a little further in, so the line
        // stays visible.
        const double x =
            !to.milestone && landing < source.right() + gap && target.right() > source.right() + gap
                ? source.right() + gap
                : landing;
        if (x >= source.right() + scaled(2)) {
            line.add(x, y1);
        } else {
            const double aside = source.right() + gap;
            const double between = down ? top(link.to) : top(link.to + 1);
            line.add(aside, y1);
            line.add(aside, between);
            line.add(x, between);
        }
        line.add(x, arrival);
        return line;
    }
    const double y2 = target.center().y();
    const double entry = toStart ? target.left() : target.right();
    const double first = line.last().x();
    double aside = fromEnd ? std::max(first, entry) + gap : std::min(first, entry) - gap;
    if (fromEnd == toStart)
        aside = fromEnd ? first + gap : first - gap;
    line.add(aside, y1);
    line.add(aside, y2);
    line.add(entry, y2);
    return line;
}

} // namespace plumbline
