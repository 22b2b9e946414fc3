#include "ui/render/ganttlinkpainter.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline {

namespace {

constexpr size_t mostSingleLinks = 2000;

void paintArrow(const GanttCanvas &canvas, const LinkLine &line, double size, const QPen &pen)
{
    const QPointF tip = line.last();
    const QPointF along = tip - line.beforeLast();
    const double length = std::hypot(along.x(), along.y());
    if (length < 1)
        return;
    const QPointF back = along * (-size / length);
    const QPointF aside(back.y(), -back.x());
    const std::array points{tip + back + aside, tip, tip + back - aside};
    canvas.polyline(points, pen);
}

void paintLink(const GanttCanvas &canvas, const GanttScene &scene, const TimelineLink &link)
{
    const auto &rows = scene.plan->rows;
    const LinkLine line = scene.geometry.line(link, rows[size_t(link.from)], rows[size_t(link.to)]);
    const QColor color = link.critical ? scene.theme.ink : scene.theme.line2;
    const double width = link.critical ? 1.5 : 1;
    for (int i = 1; i < line.count; ++i) {
        const QPointF &a = line.points[size_t(i - 1)];
        const QPointF &b = line.points[size_t(i)];
        // The corner belongs to both pieces, so that none stays open.
        if (a.y() == b.y())
            canvas.horizontal(a.x(), b.x() + (b.x() > a.x() ? width : 0), a.y() - width / 2, width, color);
        else
            canvas.vertical(a.x(), a.y() - width / 2, b.y(), width, color);
    }
    paintArrow(canvas, line, scene.geometry.scaled(3.2),
               QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
}

bool isOutOfSight(const TimelineLink &link, const GanttRows &rows)
{
    return link.upper() < rows.first && link.lower() > rows.last;
}

} // namespace

void paintLinks(const GanttCanvas &canvas, const GanttScene &scene, const GanttRows &rows)
{
    const std::vector<int> crossing = scene.plan->links.crossing(rows.first, rows.last);
    const bool dense = crossing.size() > mostSingleLinks;
    QSet<int> columns;
    for (const bool critical : {false, true}) {
        for (const int index : crossing) {
            const TimelineLink &link = scene.plan->links.at(index);
            if (link.critical != critical)
                continue;
            if (dense && isOutOfSight(link, rows)) {
                columns.insert(int(scene.geometry.scale.x(scene.plan->rows[size_t(link.to)].end)));
                continue;
            }
            paintLink(canvas, scene, link);
        }
    }
    for (const int x : std::as_const(columns))
        canvas.vertical(x, canvas.visible().top(), canvas.visible().bottom(), 1, scene.theme.line2);
}

} // namespace plumbline
