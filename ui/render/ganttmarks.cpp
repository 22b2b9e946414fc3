#include "ui/render/ganttmarks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline {

namespace {

constexpr double openGround = 0.24; ///< Strength of the hue in the part that is not done.
constexpr double mergeBelow = 2;    ///< Pixels under which marks in one row become one.

QColor mixed(const QColor &hue, const QColor &ground, double strength)
{
    const auto mix = [strength](int a, int b) { return int(std::lround(a * strength + b * (1 - strength))); };
    return {mix(hue.red(), ground.red()), mix(hue.green(), ground.green()), mix(hue.blue(), ground.blue())};
}

bool isSeen(const GanttCanvas &canvas, double left, double right)
{
    return right >= canvas.visible().left() - 16 && left <= canvas.visible().right() + 16;
}

/// What the colour of a mark says is also said by its form or in the table: a check, a sign, the name of the lane.
QColor colourOf(const GanttScene &scene, const TimelineRow &item)
{
    const Theme &theme = scene.theme;
    switch (scene.plan->options.colour) {
    case TimelineColour::SubTeam:
        break;
    case TimelineColour::State:
        return item.reached ? theme.green : item.progress > 0 ? theme.accent : theme.ink2;
    case TimelineColour::Lateness:
        return item.late || item.conflict >= 0           ? theme.red
            : item.critical || (item.hasSlip() && item.slip > 0) ? theme.amberMark
                                                                 : theme.green;
    }
    return theme.laneColor(item.hue);
}

bool isStriped(const GanttScene &scene, const TimelineRow &item)
{
    return scene.plan->options.colour == TimelineColour::SubTeam && Theme::laneIsStriped(item.hue);
}

void paintBar(const GanttCanvas &canvas, const GanttScene &scene, const QRectF &bar, const TimelineRow &item)
{
    const int progress = item.progress;
    const QColor hue = colourOf(scene, item);
    canvas.fill(bar, mixed(hue, scene.theme.base, openGround));
    QRectF done = bar;
    done.setWidth(bar.width() * progress / 100);
    if (progress > 0)
        canvas.fill(done, hue);
    if (isStriped(scene, item) && bar.width() > 4)
        canvas.hatch(bar.adjusted(1, 1, -1, -1), 6, 1.2, progress >= 50 ? scene.theme.base : hue);
    canvas.frame(bar, hue);
}

void paintCheck(const GanttCanvas &canvas, const QPointF &middle, double unit, const QColor &color)
{
    // A check is not mirrored: its points are laid out after the middle was.
    const QPointF at = canvas.map(middle);
    QPainter &painter = canvas.painter();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(color, 1.5 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const std::array points{at + QPointF(-2.5, 0.2) * unit, at + QPointF(-0.8, 1.9) * unit,
                            at + QPointF(2.6, -1.8) * unit};
    painter.drawPolyline(points.data(), int(points.size()));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintConflictLine(const GanttCanvas &canvas, const GanttScene &scene, const TimelineRow &item, int row)
{
    const int day = scene.plan->dayOf(scene.plan->options.conflicts.at(item.conflict));
    if (day == noDay)
        return;
    const TimelineGeometry &geometry = scene.geometry;
    const double x = geometry.scale.centre(day);
    const double y = geometry.middle(row);
    canvas.horizontal(x, geometry.scale.centre(item.end), y - 1, 2, scene.theme.red);
    canvas.vertical(x - 1, y - geometry.scaled(5.5), y + geometry.scaled(5.5), 2, scene.theme.red);
}

/// A date known only to the month or less: a dotted line over all the days it may mean.
void paintUncertainty(const GanttCanvas &canvas, const GanttScene &scene, const TimelineRow &item, int row,
                      const QColor &hue)
{
    const TimelineGeometry &geometry = scene.geometry;
    const double left = geometry.scale.x(item.start);
    const double y = geometry.middle(row);
    canvas.vertical(left, y - geometry.scaled(3), y + geometry.scaled(3), 1, hue);
    canvas.dashedHorizontal(left, geometry.scale.centre(item.end) - geometry.diamondHalf(), y - 0.5, 1, hue);
}

} // namespace

void paintDiamond(const GanttCanvas &canvas, const QPointF &middle, double half, const QPen &pen,
                  const QBrush &brush)
{
    // A frame grows outwards by 0.7 of its width at the tips; what is left of that is lost to smoothing.
    const double inner = pen.style() == Qt::NoPen ? half : half - pen.widthF() * 0.45;
    const std::array tips{middle + QPointF(0, -inner), middle + QPointF(inner, 0), middle + QPointF(0, inner),
                          middle + QPointF(-inner, 0)};
    canvas.polygon(tips, pen, brush);
}

void paintRedDiamond(const GanttCanvas &canvas, const GanttScene &scene, const QPointF &middle, bool hollow)
{
    const double unit = scene.geometry.scaled(1);
    const QColor sign = hollow ? scene.theme.red : scene.theme.onBar;
    paintDiamond(canvas, middle, (hollow ? 9.0 : 7.5) * unit,
                 hollow ? QPen(scene.theme.red, 1.75 * unit, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin)
                        : QPen(Qt::NoPen),
                 hollow ? scene.theme.base : scene.theme.red);
    const std::array stroke{middle + QPointF(0, -3.4) * unit, middle + QPointF(0, 0.8) * unit};
    canvas.polyline(stroke, QPen(sign, 1.75 * unit, Qt::SolidLine, Qt::FlatCap));
    canvas.disc(middle + QPointF(0, 2.9) * unit, 1.0 * unit, sign);
}

void paintPennant(const GanttCanvas &canvas, double x, double top, double size, const QColor &color)
{
    const std::array cloth{QPointF(x, top), QPointF(x + size, top), QPointF(x + size * 0.7, top + size * 0.4),
                           QPointF(x + size, top + size * 0.8), QPointF(x, top + size * 0.8)};
    canvas.polygon(cloth, Qt::NoPen, color);
}

void paintActivity(const GanttCanvas &canvas, const GanttScene &scene, const TimelineRow &item, int row)
{
    const TimelineGeometry &geometry = scene.geometry;
    const QRectF bar = geometry.bar(item, row);
    if (!isSeen(canvas, bar.left(), bar.right()) && item.conflict < 0)
        return;
    paintBar(canvas, scene, bar, item);
    if (item.critical)
        canvas.horizontal(bar.left(), bar.right(), geometry.top(row) + geometry.scaled(15),
                          geometry.scaled(2.5), scene.theme.ink);
    if (item.comment && scene.plan->minCommentDays > 0) {
        const double floor = geometry.commentFloor(item, scene.plan->minCommentDays);
        canvas.vertical(floor - 1, bar.top() - geometry.scaled(2), bar.bottom() + geometry.scaled(1.5),
                        geometry.scaled(1.5), scene.theme.ink);
    }
    if (item.conflict >= 0) {
        paintConflictLine(canvas, scene, item, row);
        paintRedDiamond(canvas, scene, {bar.right(), geometry.middle(row)}, false);
    }
}

void paintMilestone(const GanttCanvas &canvas, const GanttScene &scene, const TimelineRow &item, int row)
{
    const TimelineGeometry &geometry = scene.geometry;
    const QPointF middle = geometry.diamond(item, row);
    const double half = geometry.diamondHalf();
    const QColor hue = colourOf(scene, item);
    if (item.conflict >= 0)
        paintConflictLine(canvas, scene, item, row);
    if (!isSeen(canvas, std::min(middle.x(), geometry.scale.x(item.start)) - half, middle.x() + half))
        return;
    if (item.start != item.end)
        paintUncertainty(canvas, scene, item, row, hue);
    if (item.conflict >= 0) {
        paintRedDiamond(canvas, scene, middle, false);
    } else if (item.reached) {
        paintDiamond(canvas, middle, half, Qt::NoPen, hue);
        paintCheck(canvas, middle, geometry.scaled(1), scene.theme.base);
    } else {
        paintDiamond(canvas, middle, half,
                     QPen(hue, geometry.scaled(2), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin),
                     scene.theme.base);
    }
    if (item.critical)
        canvas.horizontal(middle.x() - half, middle.x() + half, geometry.top(row) + geometry.scaled(19.5),
                          geometry.scaled(2), scene.theme.ink);
}

void paintBaseline(const GanttCanvas &canvas, const GanttScene &scene, const TimelineRow &item, int row)
{
    const TimelineGeometry &geometry = scene.geometry;
    if (!item.milestone) {
        const QRectF bar = geometry.baselineBar(item, row);
        canvas.fill(bar, scene.theme.base);
        canvas.frame(bar, scene.theme.ghost);
        return;
    }
    if (item.baseEnd == item.end)
        return;
    const QPointF middle = geometry.baselineDiamond(item, row);
    if (isSeen(canvas, middle.x(), middle.x()))
        paintDiamond(canvas, middle, geometry.scaled(5), QPen(scene.theme.ghost, 1), scene.theme.base);
}

void paintForecast(const GanttCanvas &canvas, const GanttScene &scene, const TimelineRow &item, int row,
                   const TimelineForecast &forecast)
{
    const TimelineGeometry &geometry = scene.geometry;
    const QColor color = item.conflict >= 0 ? scene.theme.red : scene.theme.ink2;
    const double y = geometry.middle(row);
    const double from = item.milestone ? geometry.scale.centre(item.end) : geometry.bar(item, row).right();
    const double to = geometry.scale.centre(forecast.p80);
    canvas.horizontal(from, to, y - 0.75, 1.5, color);
    canvas.vertical(to - 0.75, y - geometry.scaled(4.5), y + geometry.scaled(4.5), 1.5, color);
    if (forecast.p50 != noDay)
        canvas.disc({geometry.scale.centre(forecast.p50), y}, geometry.scaled(2.5), color);
}

void paintOwnDeadline(const GanttCanvas &canvas, const GanttScene &scene, const TimelineRow &item, int row)
{
    const TimelineGeometry &geometry = scene.geometry;
    const bool missed = !item.reached && item.end > item.deadline;
    const QColor color = missed ? scene.theme.red : scene.theme.ink2;
    const double x = geometry.scale.centre(item.deadline);
    const double top = geometry.top(row);
    canvas.vertical(x, top + geometry.scaled(4), top + geometry.scaled(20), 1, color);
    paintPennant(canvas, x, top + geometry.scaled(4), geometry.scaled(7), color);
}

void paintLaneSpan(const GanttCanvas &canvas, const GanttScene &scene, const TimelineRow &head, int row)
{
    const TimelineGeometry &geometry = scene.geometry;
    const QColor hue = scene.theme.laneColor(scene.plan->laneOf(head).hue);
    const double y = geometry.middle(row);
    const double left = geometry.scale.x(head.start);
    const double right = std::max(geometry.scale.x(head.end + 1.0), left + 2);
    canvas.horizontal(left, right, y - 1, 2, hue);
    for (const double x : {left, right - 2})
        canvas.vertical(x, y - geometry.scaled(4), y + geometry.scaled(4), 2, hue);
}

void paintFoldedLane(const GanttCanvas &canvas, const GanttScene &scene, const TimelineLane &lane)
{
    const TimelineGeometry &geometry = scene.geometry;
    const auto &items = scene.plan->foldedItems;
    const QRectF seen = canvas.visible();
    QRectF run; // Bars too short to be told apart, not painted yet.
    const auto flush = [&] {
        if (!run.isEmpty())
            canvas.fill(run, scene.theme.laneColor(lane.hue));
        run = {};
    };
    double lastDiamond = -1e9;
    for (int i = lane.foldedFrom; i < lane.foldedTo; ++i) {
        const TimelineRow &item = items[size_t(i)];
        if (geometry.scale.x(item.start) > seen.right() + 16)
            break;
        if (item.milestone || geometry.scale.x(item.end + 1.0) < seen.left())
            continue;
        const QRectF bar = geometry.foldedBar(item, lane.head);
        if (bar.width() >= mergeBelow) {
            paintBar(canvas, scene, bar, item);
        } else if (!run.isEmpty() && bar.left() <= run.right() + 1) {
            run.setRight(std::max(run.right(), bar.right()));
        } else {
            flush();
            run = bar;
        }
    }
    flush();
    for (int i = lane.foldedFrom; i < lane.foldedTo; ++i) {
        const TimelineRow &item = items[size_t(i)];
        if (geometry.scale.x(item.start) > seen.right() + 16)
            break;
        const double x = geometry.scale.centre(item.end);
        const bool wanted = item.milestone || item.conflict >= 0;
        if (!wanted || x < seen.left() - 16 || (std::abs(x - lastDiamond) < mergeBelow && item.conflict < 0))
            continue;
        paintMilestone(canvas, scene, item, lane.head);
        lastDiamond = x;
    }
}

void paintPhases(const GanttCanvas &canvas, const GanttScene &scene, int row)
{
    const TimelineGeometry &geometry = scene.geometry;
    const int today = dayNumber(scene.plan->options.today);
    for (const TimelinePhase &phase : scene.plan->phases) {
        const QColor past = scene.theme.laneFull;
        const QColor color = phase.current        ? scene.theme.accent
                             : phase.end <= today ? past
                                                  : scene.theme.line;
        const double left = geometry.scale.x(phase.start);
        const QRectF band(left + 1, geometry.top(row) + geometry.scaled(19.5),
                          geometry.scale.x(phase.end) - left - 1, geometry.scaled(4));
        canvas.fill(band, color);
    }
}

} // namespace plumbline
