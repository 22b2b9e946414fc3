#include "ui/render/ganttoverlay.h"

#include "core/timeline/timelinetexts.h"
#include "ui/render/ganttmarks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline {

namespace {

constexpr double bobHalf = 5;
constexpr double bobHeight = 13;

QRectF columnOf(const GanttCanvas &canvas, const GanttScene &scene, const TimelineEvent &event)
{
    const TimeScale &scale = scene.geometry.scale;
    const double left = scale.x(event.first);
    return QRectF(left, canvas.visible().top(), scale.x(event.last + 1.0) - left, canvas.visible().height())
        .intersected(canvas.visible());
}

/// The words of a suspension run upwards in its column.
///
/// They stand once in every screenful, at a place of the chart and not of the screen, so that they scroll
/// along.
void paintUpright(const GanttCanvas &canvas, const GanttScene &scene, const TimelineEvent &event,
                  const QRectF &column, double screenful)
{
    const QString words = TimelineTexts(*scene.plan, scene.locale).event(event);
    const double length = canvas.width(words, GanttFont::Caption);
    const double breadth = scene.geometry.scaled(18);
    if (column.width() < breadth + 2 || screenful < length + 24)
        return;
    QPainter &painter = canvas.painter();
    const double first = (std::floor(column.top() / screenful) + 0.5) * screenful;
    for (double y = first - screenful; y < column.bottom() + length; y += screenful) {
        const QRectF box =
            canvas.map(QRectF(column.center().x() - breadth / 2, y - length / 2 - 8, breadth, length + 16));
        painter.fillRect(box, scene.theme.base);
        painter.save();
        painter.setRenderHint(QPainter::TextAntialiasing, true);
        painter.translate(box.center());
        painter.rotate(-90);
        painter.setPen(scene.theme.ink);
        painter.setFont(canvas.fonts().font(GanttFont::Caption));
        painter.drawText(QRectF(-box.height() / 2, -box.width() / 2, box.height(), box.width()),
                         Qt::AlignCenter, words);
        painter.restore();
    }
}

void paintSuspension(const GanttCanvas &canvas, const GanttScene &scene, const TimelineEvent &event)
{
    const QRectF column = columnOf(canvas, scene, event);
    if (column.isEmpty())
        return;
    canvas.fill(column, scene.theme.alt);
    canvas.hatch(column, 12, 2.5, scene.theme.hatch);
    const TimeScale &scale = scene.geometry.scale;
    for (const double edge : {scale.x(event.first), scale.x(event.last + 1.0)})
        canvas.vertical(edge, column.top(), column.bottom(), 1, scene.theme.line2);
    paintUpright(canvas, scene, event, column, canvas.visible().height());
}

double footOfRows(const GanttScene &scene)
{
    int rows = scene.plan->rowCount();
    if (rows > 0 && scene.plan->rows.back().kind == TimelineRow::Kind::NewItem)
        --rows;
    return scene.geometry.top(rows);
}

} // namespace

void paintEvents(const GanttCanvas &canvas, const GanttScene &scene)
{
    for (const TimelineEvent &event : scene.plan->events) {
        if (event.suspension) {
            paintSuspension(canvas, scene, event);
            continue;
        }
        const QRectF column = columnOf(canvas, scene, event);
        if (!column.isEmpty())
            canvas.hatch(column, 5, 1, scene.theme.hatch);
    }
}

void paintDeadlineLines(const GanttCanvas &canvas, const GanttScene &scene)
{
    const double foot = footOfRows(scene);
    for (const TimelineDeadline &deadline : scene.plan->deadlines) {
        const double x = scene.geometry.scale.centre(deadline.day);
        if (x >= canvas.visible().left() - 1 && x <= canvas.visible().right() + 1)
            canvas.dashedVertical(x, 0, foot, 1, deadline.over ? scene.theme.ink3 : scene.theme.ink);
    }
}

QRectF bobRect(const QRectF &visible, const GanttScene &scene)
{
    const int today = dayNumber(scene.plan->options.today);
    if (today == noDay)
        return {};
    const double half = scene.geometry.scaled(bobHalf) + 2;
    const double height = scene.geometry.scaled(bobHeight) + 2;
    return {scene.geometry.scale.centre(today) - half, visible.bottom() - height, 2 * half, height};
}

void paintToday(const GanttCanvas &canvas, const GanttScene &scene)
{
    const int today = dayNumber(scene.plan->options.today);
    if (today == noDay)
        return;
    const double x = scene.geometry.scale.centre(today);
    const QRectF seen = canvas.visible();
    if (x < seen.left() - 16 || x > seen.right() + 16)
        return;
    const double half = scene.geometry.scaled(bobHalf);
    const double shoulder = seen.bottom() - scene.geometry.scaled(bobHeight);
    const std::array line{QPointF(x, seen.top()), QPointF(x, shoulder)};
    canvas.polyline(line, QPen(scene.theme.accent, 1.5));
    const std::array bob{QPointF(x - half, shoulder), QPointF(x + half, shoulder), QPointF(x, seen.bottom())};
    canvas.polygon(bob, Qt::NoPen, scene.theme.accent);
}

void paintPreview(const GanttCanvas &canvas, const GanttScene &scene)
{
    if (!scene.preview || scene.preview->row < 0)
        return;
    const GanttPreview &preview = *scene.preview;
    const TimelineGeometry &geometry = scene.geometry;
    TimelineRow moved = scene.plan->rows[size_t(preview.row)];
    moved.start = preview.start;
    moved.end = preview.end;
    if (moved.milestone) {
        QPen pen(scene.theme.accent, 2, Qt::CustomDashLine, Qt::FlatCap, Qt::MiterJoin);
        pen.setDashPattern({2, 1});
        paintDiamond(canvas, geometry.diamond(moved, preview.row), geometry.scaled(8.5), pen, Qt::NoBrush);
    } else {
        canvas.dashedFrame(geometry.bar(moved, preview.row).adjusted(-1, -1, 1, 1), scene.theme.accent, 2);
    }
    for (int i = 0; i < preview.conflicts.size(); ++i) {
        const int row = preview.conflictRows.value(i, -1);
        const int deadline = scene.plan->dayOf(preview.conflicts.at(i));
        if (row < 0 || deadline == noDay)
            continue;
        const double x = geometry.scale.centre(deadline);
        const double y = geometry.middle(row);
        const double there = geometry.scale.centre(deadline + preview.conflicts.at(i).days);
        canvas.dashedHorizontal(x, there, y - 1, 2, scene.theme.red);
        canvas.vertical(x - 1, y - geometry.scaled(5.5), y + geometry.scaled(5.5), 2, scene.theme.red);
        paintRedDiamond(canvas, scene, {there, y}, true);
    }
}

} // namespace plumbline
