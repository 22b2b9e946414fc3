#include "ui/render/gantttablepainter.h"

#include "core/timeline/timelinetexts.h"
#include "ui/render/ganttglyphs.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr double edgeWidth = 4;
constexpr double chevronLeft = 10;
constexpr double laneTitle = 32;
constexpr double iconSize = 16;
constexpr double indent = 16;

/// The colours and words of a row that a drag would change.
struct Dragged {
    bool moved = false;
    bool wouldBeRed = false;
    int day = noDay;
};

Dragged draggedState(const GanttScene &scene, int row)
{
    if (!scene.preview)
        return {};
    if (scene.preview->row == row)
        return {true, scene.preview->conflictRows.contains(row), scene.preview->end};
    const qsizetype conflict = scene.preview->conflictRows.indexOf(row);
    if (conflict < 0)
        return {};
    const TimelineConflict &found = scene.preview->conflicts.at(conflict);
    const int deadline = scene.plan->dayOf(found);
    return {false, true, deadline == noDay ? noDay : deadline + found.days};
}

void paintSign(const GanttCanvas &canvas, const GanttScene &scene, GanttGlyph glyph, double left, int row,
               const QColor &color)
{
    const double size = scene.geometry.scaled(iconSize) * 0.94;
    const QRectF box(left, scene.geometry.middle(row) - size / 2, size, size);
    paintGlyph(canvas.painter(), glyph, canvas.map(box), color, canvas.isMirrored());
}

bool bindsEverybody(const TimelineRow &item)
{
    return item.deadline != noDay && item.hue < 0;
}

void paintStateIcon(const GanttCanvas &canvas, const GanttScene &scene, const TimelineRow &item, int row,
                    double left, bool red)
{
    if (red)
        paintSign(canvas, scene, GanttGlyph::Error, left, row, scene.theme.red);
    else if (item.reached)
        paintSign(canvas, scene, GanttGlyph::Check, left, row, scene.theme.ink2);
    else if (item.late)
        paintSign(canvas, scene, GanttGlyph::Warning, left, row, scene.theme.amberMark);
    else if (bindsEverybody(item))
        paintSign(canvas, scene, GanttGlyph::Flag, left, row, scene.theme.ink2);
}

void paintItem(const GanttCanvas &canvas, const GanttScene &scene, const GanttColumns &columns, int row)
{
    const TimelineRow &item = scene.plan->rows[size_t(row)];
    const TimelineTexts texts(*scene.plan, scene.locale);
    const Dragged dragged = draggedState(scene, row);
    const bool red = item.conflict >= 0 || dragged.wouldBeRed;
    const double top = scene.geometry.top(row);
    const double height = scene.geometry.rowHeight;
    const double shift = (item.depth - 1) * scene.geometry.scaled(indent);
    const GanttFont font = red ? GanttFont::BodyBold : GanttFont::Body;
    const QColor ink = red ? scene.theme.red : dragged.moved ? scene.theme.accent : scene.theme.ink;

    paintStateIcon(canvas, scene, item, row, columns.icon + shift, red);
    const double titleLeft = columns.title + shift;
    canvas.text({titleLeft, top, columns.titleEnd - titleLeft, height}, texts.title(item), font, ink);
    for (const GanttColumn &column : columns.columns) {
        const bool isDate = column.what == TimelineColumn::Target;
        QString words = texts.cell(item, column.what);
        if (isDate && dragged.day != noDay)
            words = QCoreApplication::translate("Timeline", "→ %1", "the date an item would move to")
                        .arg(texts.day(dragged.day));
        const bool marked = isDate || (red && column.what == TimelineColumn::Slip);
        canvas.text({column.left, top, column.right - column.left, height}, words, marked ? font : GanttFont::Body,
                    marked ? ink : scene.theme.ink2, column.side);
    }
}

void paintHead(const GanttCanvas &canvas, const GanttScene &scene, const GanttColumns &columns, int row)
{
    const TimelineLane &lane = scene.plan->laneOf(scene.plan->rows[size_t(row)]);
    const TimelineTexts texts(*scene.plan, scene.locale);
    const double unit = scene.geometry.scaled(1);
    const double top = scene.geometry.top(row);
    const double height = scene.geometry.rowHeight;
    canvas.fill({0, top, edgeWidth, height}, scene.theme.laneColor(lane.hue));
    paintSign(canvas, scene, lane.folded ? GanttGlyph::Folded : GanttGlyph::Unfolded, chevronLeft * unit, row,
              scene.theme.ink);
    double right = columns.width - 10 * unit;
    if (lane.errors > 0) {
        right -= iconSize * unit;
        paintSign(canvas, scene, GanttGlyph::Error, right, row, scene.theme.red);
        right -= 8 * unit;
    }
    if (lane.folded) {
        const QString count = texts.itemCount(lane);
        const double width = canvas.width(count, GanttFont::Body) + 1;
        canvas.text({right - width, top, width, height}, count, GanttFont::Body, scene.theme.ink2);
        right -= width + 8 * unit;
    }
    double left = laneTitle * unit;
    if (const QString code = texts.laneCode(lane); !code.isEmpty()) {
        const double width = canvas.width(code, GanttFont::BodyBold) + 1;
        canvas.text({left, top, width, height}, code, GanttFont::BodyBold, scene.theme.ink);
        left += width + 6 * unit;
    }
    canvas.text({left, top, right - left, height}, texts.title(scene.plan->rows[size_t(row)]),
                GanttFont::BodyBold, scene.theme.ink);
}

void paintNewItem(const GanttCanvas &canvas, const GanttScene &scene, const GanttColumns &columns, int row)
{
    const TimelineTexts texts(*scene.plan, scene.locale);
    const TimelineRow &item = scene.plan->rows[size_t(row)];
    paintSign(canvas, scene, GanttGlyph::Plus, columns.icon, row, scene.theme.ink2);
    const QRectF box = titleBox(scene, row, columns.width);
    canvas.text(box, texts.title(item), GanttFont::Body, scene.theme.ink3);
    const GanttColumn *owner = columns.find(TimelineColumn::Owner);
    if (!owner || scene.newItemLane < 0 || scene.newItemLane >= int(scene.plan->lanes.size()))
        return;
    const TimelineLane &lane = scene.plan->lanes[size_t(scene.newItemLane)];
    const QString code = texts.laneCode(lane);
    canvas.text({owner->left, box.top(), owner->right - owner->left, box.height()},
                code.isEmpty() ? texts.laneName(lane) : code, GanttFont::Body, scene.theme.ink3);
}

void paintRow(const GanttCanvas &canvas, const GanttScene &scene, const GanttColumns &columns, int row)
{
    const TimelineGeometry &geometry = scene.geometry;
    const QRectF box(0, geometry.top(row), columns.width, geometry.rowHeight);
    const TimelineRow &item = scene.plan->rows[size_t(row)];
    canvas.fill(box, rowGround(scene, row));
    if (item.kind != TimelineRow::Kind::NewItem)
        canvas.horizontal(0, columns.width, box.bottom() - 1, 1, scene.theme.line);
    switch (item.kind) {
    case TimelineRow::Kind::LaneHead:
        paintHead(canvas, scene, columns, row);
        break;
    case TimelineRow::Kind::Item:
        paintItem(canvas, scene, columns, row);
        break;
    case TimelineRow::Kind::NewItem:
        paintNewItem(canvas, scene, columns, row);
        break;
    }
    if (row == scene.currentRow && scene.focused) {
        canvas.frame(box, scene.theme.accent);
        canvas.frame(box.adjusted(1, 1, -1, -1), scene.theme.accent);
    } else if (row == scene.currentRow && !scene.active) {
        canvas.fill({0, box.top(), 3, box.height()}, scene.theme.accent);
    }
}

} // namespace

/// The room a column asks for, in pixels of the design.
static double widthOf(TimelineColumn column)
{
    switch (column) {
    case TimelineColumn::Start:
    case TimelineColumn::Target:
    case TimelineColumn::Deadline:
    case TimelineColumn::Forecast:
        return 78;
    case TimelineColumn::Key:
        return 60;
    case TimelineColumn::Owner:
        return 70;
    default:
        return 40;
    }
}

GanttColumns::GanttColumns(const GanttScene &scene, double tableWidth) : width(tableWidth)
{
    constexpr double leastTitle = 96; // A title of fewer letters says nothing; then a column leaves.
    const double unit = scene.geometry.scaled(1);
    icon = 26 * unit;
    title = 48 * unit;
    double room = width - title - leastTitle * unit;
    QList<TimelineColumn> shown;
    for (const TimelineColumn column : scene.plan->options.columns) {
        room -= (widthOf(column) + 8) * unit;
        if (column == TimelineColumn::Title || room < 0)
            break;
        shown += column;
    }
    double right = width - 8 * unit;
    for (auto column = shown.crbegin(); column != shown.crend(); ++column) {
        const bool words = *column == TimelineColumn::Owner || *column == TimelineColumn::Key;
        const double left = right - widthOf(*column) * unit;
        columns.prepend({*column, left, right, words ? TextSide::Leading : TextSide::Trailing});
        right = left - 8 * unit;
    }
    titleEnd = right;
}

const GanttColumn *GanttColumns::find(TimelineColumn what) const
{
    const auto found = std::find_if(columns.begin(), columns.end(), [what](const GanttColumn &column) { return column.what == what; });
    return found == columns.end() ? nullptr : &*found;
}

TimelineColumn GanttColumns::at(double x) const
{
    for (const GanttColumn &column : columns) {
        if (x >= column.left - 4 && x < column.right + 4)
            return column.what;
    }
    return TimelineColumn::Title;
}

QRectF titleBox(const GanttScene &scene, int row, double width)
{
    return cellBox(scene, row, width, TimelineColumn::Title);
}

QRectF cellBox(const GanttScene &scene, int row, double width, TimelineColumn what)
{
    const GanttColumns columns(scene, width);
    const double top = scene.geometry.top(row);
    if (what == TimelineColumn::Title) {
        const double shift = (scene.plan->rows[size_t(row)].depth - 1) * scene.geometry.scaled(indent);
        return {columns.title + shift, top, columns.titleEnd - columns.title - shift, scene.geometry.rowHeight};
    }
    const GanttColumn *column = columns.find(what);
    return column ? QRectF(column->left, top, column->right - column->left, scene.geometry.rowHeight) : QRectF();
}

/// The head of a column, with an arrow where it is what the rows are sorted by.
static void paintColumnHead(const GanttCanvas &canvas, const GanttScene &scene, TimelineColumn what, const QRectF &box,
                            TextSide side)
{
    const TimelineOptions &options = scene.plan->options;
    QString words = TimelineTexts::columnTitle(what);
    if (options.sortBy == what)
        words += options.descending ? u" ↓"_s : u" ↑"_s;
    canvas.text(box, words, options.sortBy == what ? GanttFont::CaptionBold : GanttFont::Caption, scene.theme.ink2, side);
}

void paintTableHeader(const GanttCanvas &canvas, const GanttScene &scene)
{
    const QRectF seen = canvas.visible();
    const GanttColumns columns(scene, seen.width());
    const double top = seen.height() * 0.6;
    const double height = seen.height() * 0.3;
    canvas.fill(seen, scene.theme.base);
    canvas.horizontal(0, seen.width(), seen.bottom() - 1, 1, scene.theme.line2);
    const double titleLeft = scene.geometry.scaled(16);
    paintColumnHead(canvas, scene, TimelineColumn::Title, {titleLeft, top, columns.titleEnd - titleLeft, height},
                    TextSide::Leading);
    for (const GanttColumn &column : columns.columns)
        paintColumnHead(canvas, scene, column.what, {column.left, top, column.right - column.left, height}, column.side);
}

void paintTableRows(const GanttCanvas &canvas, const GanttScene &scene, const GanttRows &rows)
{
    const GanttColumns columns(scene, canvas.visible().width());
    for (int row = rows.first; row <= rows.last; ++row)
        paintRow(canvas, scene, columns, row);
}

} // namespace plumbline
