#include "ui/render/ganttpainter.h"

#include "ui/render/ganttlinkpainter.h"

#include <algorithm>
#include <cmath>

namespace plumbline {

GanttRows rowsIn(const GanttScene &scene, const QRectF &area)
{
    const int first = std::max(0, scene.geometry.rowAt(area.top()));
    const int last = int(std::ceil(area.bottom() / scene.geometry.rowHeight)) - 1;
    return {first, std::min(last, scene.plan->rowCount() - 1)};
}

void paintGantt(QPainter &painter, const GanttScene &scene, const QRectF &view, const QPointF &scroll,
                const QRectF &clip)
{
    painter.save();
    painter.setClipRect(clip.intersected(view), Qt::IntersectClip);
    const GanttCanvas canvas(painter, view, scroll, scene.rightToLeft, scene.fonts);
    painter.fillRect(clip, scene.theme.base);
    const GanttRows rows = rowsIn(scene, clip.translated(0, scroll.y() - view.top()));
    paintRowGrounds(canvas, scene, rows);
    paintEvents(canvas, scene);
    paintLinks(canvas, scene, rows);
    paintDeadlineLines(canvas, scene);
    paintRowMarks(canvas, scene, rows);
    paintRowWords(canvas, scene, rows);
    paintPreview(canvas, scene);
    paintToday(canvas, scene);
    painter.restore();
}

void paintGanttTable(QPainter &painter, const GanttScene &scene, const QRectF &view, const QPointF &scroll,
                     const QRectF &clip)
{
    painter.save();
    painter.setClipRect(clip.intersected(view), Qt::IntersectClip);
    const GanttCanvas canvas(painter, view, {0, scroll.y()}, scene.rightToLeft, scene.fonts);
    painter.fillRect(clip, scene.theme.base);
    paintTableRows(canvas, scene, rowsIn(scene, clip.translated(0, scroll.y() - view.top())));
    painter.restore();
}

void paintGanttSheet(QPainter &painter, const GanttScene &scene, const QRectF &sheet, double tableWidth,
                     int firstDay, const GanttRows &rows)
{
    const double headerHeight = scene.headerHeight();
    const double top = sheet.top() + headerHeight;
    const double height = sheet.height() - headerHeight;
    const QPointF scroll(scene.geometry.scale.x(firstDay), scene.geometry.top(rows.first));
    // Rows end where they are told to, also when one more would fit.
    const double rowsHeight = std::min(height, (rows.last - rows.first + 1) * scene.geometry.rowHeight);
    const double chartWidth = sheet.width() - tableWidth;
    const double tableLeft = scene.rightToLeft ? sheet.right() - tableWidth : sheet.left();
    const double chartLeft = scene.rightToLeft ? sheet.left() : sheet.left() + tableWidth;
    const QRectF tableHead(tableLeft, sheet.top(), tableWidth, headerHeight);
    const QRectF chartHead(chartLeft, sheet.top(), chartWidth, headerHeight);

    const auto clipped = [&painter](const QRectF &box, auto paint) {
        painter.save();
        painter.setClipRect(box, Qt::IntersectClip);
        paint();
        painter.restore();
    };
    clipped(tableHead, [&] {
        paintTableHeader(GanttCanvas(painter, tableHead, {}, scene.rightToLeft, scene.fonts), scene);
    });
    const QRectF table(tableLeft, top, tableWidth, rowsHeight);
    paintGanttTable(painter, scene, table, scroll, table);
    const QRectF chart(chartLeft, top, chartWidth, rowsHeight);
    paintGantt(painter, scene, chart, scroll, chart);
    clipped(chartHead, [&] {
        paintGanttHeader(GanttCanvas(painter, chartHead, {scroll.x(), 0}, scene.rightToLeft, scene.fonts),
                         scene);
    });
    const double border = scene.rightToLeft ? chartHead.right() : chartHead.left();
    painter.fillRect(QRectF(border - 0.5, sheet.top(), 1, headerHeight + rowsHeight), scene.theme.line2);
}

} // namespace plumbline
