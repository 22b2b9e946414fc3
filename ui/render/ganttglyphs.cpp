#include "ui/render/ganttglyphs.h"

#include <QPainter>
#include <QPainterPath>

namespace plumbline {

namespace {

QPainterPath lines(std::initializer_list<QPointF> points, bool closed = false)
{
    QPainterPath path;
    for (auto point = points.begin(); point != points.end(); ++point)
        point == points.begin() ? path.moveTo(*point) : path.lineTo(*point);
    if (closed)
        path.closeSubpath();
    return path;
}

QPainterPath exclamation(double top, double bottom)
{
    QPainterPath path = lines({{8, top}, {8, bottom}});
    path.moveTo(8, bottom + 2.6);
    path.lineTo(8.01, bottom + 2.6);
    return path;
}

QPainterPath outline(GanttGlyph glyph)
{
    switch (glyph) {
    case GanttGlyph::Check:
        return lines({{2.75, 8.5}, {6.25, 12}, {13.25, 4.25}});
    case GanttGlyph::Flag: {
        QPainterPath path = lines({{3.5, 1.75}, {3.5, 14.25}});
        path.addPath(lines({{3.5, 2.75}, {12.75, 2.75}, {10.5, 5.75}, {12.75, 8.75}, {3.5, 8.75}}));
        return path;
    }
    case GanttGlyph::Error: {
        QPainterPath path = lines({{5.3, 1.75},
                                   {10.7, 1.75},
                                   {14.25, 5.3},
                                   {14.25, 10.7},
                                   {10.7, 14.25},
                                   {5.3, 14.25},
                                   {1.75, 10.7},
                                   {1.75, 5.3}},
                                  true);
        path.addPath(exclamation(4.75, 8.5));
        return path;
    }
    case GanttGlyph::Warning: {
        QPainterPath path = lines({{8, 2}, {14.5, 13.75}, {1.5, 13.75}}, true);
        path.addPath(exclamation(6.25, 9.25));
        return path;
    }
    case GanttGlyph::Plus: {
        QPainterPath path = lines({{8, 2.5}, {8, 13.5}});
        path.addPath(lines({{2.5, 8}, {13.5, 8}}));
        return path;
    }
    case GanttGlyph::Unfolded:
        return lines({{3.5, 6}, {8, 10.5}, {12.5, 6}});
    case GanttGlyph::Folded:
        return lines({{6, 3.5}, {10.5, 8}, {6, 12.5}});
    }
    return {};
}

} // namespace

void paintGlyph(QPainter &painter, GanttGlyph glyph, const QRectF &box, const QColor &color, bool mirrored)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.translate(box.topLeft());
    painter.scale(box.width() / 16, box.height() / 16);
    if (mirrored && (glyph == GanttGlyph::Flag || glyph == GanttGlyph::Folded)) {
        painter.translate(16, 0);
        painter.scale(-1, 1);
    }
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline(glyph));
    painter.restore();
}

} // namespace plumbline
