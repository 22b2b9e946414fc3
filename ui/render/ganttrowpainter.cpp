#include "ui/render/ganttrowpainter.h"

#include "core/timeline/timelinetexts.h"
#include "ui/render/ganttmarks.h"

#include <algorithm>

namespace plumbline {

namespace {

constexpr double wordsGap = 8; ///< Words keep this far from the edge of what is seen.

const TimelineRow &rowAt(const GanttScene &scene, int row)
{
    return scene.plan->rows[size_t(row)];
}

const TimelineForecast *forecastOf(const GanttScene &scene, const TimelineRow &item)
{
    const auto &forecasts = scene.plan->options.forecasts;
    if (forecasts.isEmpty() || item.reached)
        return nullptr;
    const auto found = forecasts.constFind(item.id);
    return found == forecasts.constEnd() || found->p80 == noDay ? nullptr : &*found;
}

void paintItem(const GanttCanvas &canvas, const GanttScene &scene, int row)
{
    const TimelineRow &item = rowAt(scene, row);
    if (item.hasBaseline())
        paintBaseline(canvas, scene, item, row);
    if (!item.isDated())
        return;
    if (const TimelineForecast *forecast = forecastOf(scene, item))
        paintForecast(canvas, scene, item, row, *forecast);
    if (item.milestone)
        paintMilestone(canvas, scene, item, row);
    else
        paintActivity(canvas, scene, item, row);
    if (item.deadline != noDay && item.hue >= 0)
        paintOwnDeadline(canvas, scene, item, row);
}

/// Where words of @p width fit beside the marks of a row; empty when they do not.
QRectF placeForWords(const GanttCanvas &canvas, const GanttScene &scene, int row, double width)
{
    const TimelineRow &item = rowAt(scene, row);
    const TimelineGeometry &geometry = scene.geometry;
    const QRectF seen = canvas.visible();
    const double after = geometry.wordsAfter(item, forecastOf(scene, item));
    if (after > seen.right() || geometry.wordsBefore(item) < seen.left())
        return {};
    if (after + width + wordsGap <= seen.right())
        return {after, geometry.top(row), width + 1, geometry.rowHeight};
    const double before = geometry.wordsBefore(item) - width;
    if (before - wordsGap >= seen.left())
        return {before, geometry.top(row), width + 1, geometry.rowHeight};
    return {};
}

void paintWords(const GanttCanvas &canvas, const GanttScene &scene, int row)
{
    const TimelineRow &item = rowAt(scene, row);
    if (!item.isDated() || item.kind != TimelineRow::Kind::Item)
        return;
    const TimelineTexts texts(*scene.plan, scene.locale);
    QString words = texts.words(item);
    GanttFont font = GanttFont::CaptionBold;
    QColor color = item.conflict >= 0 ? scene.theme.red : scene.theme.ink;
    if (words.isEmpty()) {
        const TimelineForecast *forecast = forecastOf(scene, item);
        if (!forecast)
            return;
        words = texts.forecast(*forecast);
        font = GanttFont::Caption;
        color = scene.theme.ink2;
    }
    const QRectF place = placeForWords(canvas, scene, row, canvas.width(words, font));
    if (!place.isEmpty())
        canvas.text(place, words, font, color, TextSide::Leading, rowGround(scene, row));
}

/// Names of the phases; one that begins out of sight is written where its band comes into sight.
void paintPhaseNames(const GanttCanvas &canvas, const GanttScene &scene, int row)
{
    const TimelineTexts texts(*scene.plan, scene.locale);
    const double inset = scene.geometry.scaled(3);
    for (const TimelinePhase &phase : scene.plan->phases) {
        const double left = std::max(scene.geometry.scale.x(phase.start), canvas.visible().left()) + inset;
        const double right = std::min(scene.geometry.scale.x(phase.end), canvas.visible().right());
        if (right - left < scene.geometry.scaled(28))
            continue;
        const QRectF box(left, scene.geometry.top(row), right - left, scene.geometry.scaled(19));
        canvas.text(box, texts.phase(phase), phase.current ? GanttFont::CaptionBold : GanttFont::Caption,
                    phase.current ? scene.theme.ink : scene.theme.ink2, TextSide::Leading,
                    rowGround(scene, row));
    }
}

bool showsPhases(const GanttScene &scene, const TimelineRow &row)
{
    const TimelineLane &lane = scene.plan->laneOf(row);
    return row.kind == TimelineRow::Kind::LaneHead && lane.subTeam.isNull() && !lane.folded &&
           !scene.plan->phases.empty();
}

} // namespace

QColor rowGround(const GanttScene &scene, int row)
{
    if (row == scene.currentRow)
        return scene.active ? scene.theme.sel : scene.theme.hover;
    if (row == scene.hoverRow)
        return scene.theme.hover;
    const bool head = row < scene.plan->rowCount() && rowAt(scene, row).kind == TimelineRow::Kind::LaneHead;
    return head ? scene.theme.alt : scene.theme.base;
}

void paintRowGrounds(const GanttCanvas &canvas, const GanttScene &scene, const GanttRows &rows)
{
    const QRectF seen = canvas.visible();
    const TimelineGeometry &geometry = scene.geometry;
    for (int row = rows.first; row <= rows.last; ++row) {
        const QRectF box(seen.left(), geometry.top(row), seen.width(), geometry.rowHeight);
        const QColor ground = rowGround(scene, row);
        if (ground != scene.theme.base)
            canvas.fill(box, ground);
        canvas.horizontal(seen.left(), seen.right(), box.bottom() - 1, 1, scene.theme.line);
    }
    const TimeScale &scale = geometry.scale;
    for (const int day : gridDays(scale, scale.wholeDayAt(seen.left()), scale.wholeDayAt(seen.right()),
                                  scene.locale.firstDayOfWeek()))
        canvas.vertical(scale.x(day), seen.top(), seen.bottom(), 1, scene.theme.line);
}

void paintRowMarks(const GanttCanvas &canvas, const GanttScene &scene, const GanttRows &rows)
{
    for (int row = rows.first; row <= rows.last; ++row) {
        const TimelineRow &item = rowAt(scene, row);
        if (item.kind == TimelineRow::Kind::Item) {
            paintItem(canvas, scene, row);
        } else if (item.kind == TimelineRow::Kind::LaneHead) {
            if (scene.plan->laneOf(item).folded)
                paintFoldedLane(canvas, scene, scene.plan->laneOf(item));
            else if (showsPhases(scene, item))
                paintPhases(canvas, scene, row);
            else if (item.isDated())
                paintLaneSpan(canvas, scene, item, row);
        }
    }
}

void paintRowWords(const GanttCanvas &canvas, const GanttScene &scene, const GanttRows &rows)
{
    for (int row = rows.first; row <= rows.last; ++row) {
        if (showsPhases(scene, rowAt(scene, row)))
            paintPhaseNames(canvas, scene, row);
        else
            paintWords(canvas, scene, row);
    }
}

bool hasMovingWords(const GanttScene &scene, int row)
{
    const TimelineRow &item = rowAt(scene, row);
    return item.conflict >= 0 || item.comment || item.board || showsPhases(scene, item) || forecastOf(scene, item);
}

} // namespace plumbline
