#include "ui/render/pagechart.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

static constexpr int monthsPerSheet = 14;

static QList<std::pair<QDate, QDate>> spansOf(const report::Chart &chart)
{
    const int months = (chart.to.year() - chart.from.year()) * 12 + chart.to.month() - chart.from.month() + 1;
    const int sheets = std::max(1, (months + monthsPerSheet - 1) / monthsPerSheet);
    const int each = (months + sheets - 1) / sheets;
    QList<std::pair<QDate, QDate>> spans;
    for (int first = 0; first < months; first += each) {
        const QDate from = chart.from.addMonths(first);
        spans += {from, from.addMonths(each).addDays(-1)};
    }
    return spans;
}

/// How many rows from @p first go on one sheet of @p capacity rows.
static int rowsFrom(int first, int capacity, const ChartPainter &painter)
{
    const bool repeatsHead = painter.laneOf(first) != first;
    const int room = std::max(1, capacity - (repeatsHead ? 1 : 0));
    if (painter.rowCount - first <= room)
        return painter.rowCount - first;
    // The first row that does not fit: break before its lane when the lane began on this sheet and fits on
    // the next.
    const int next = first + room;
    const int lane = painter.laneOf(next);
    int end = next;
    while (end < painter.rowCount && painter.laneOf(end) == lane)
        ++end;
    return lane > first && end - lane <= capacity ? lane - first : room;
}

/// Whether a mark of the row, or of its baseline, falls into the days of the tile.
static bool touches(const report::ChartRow &row, const ChartTile &tile)
{
    const auto within = [&](const std::optional<QDate> &start, const std::optional<QDate> &end) {
        return end && *end >= tile.from && start.value_or(*end) <= tile.to;
    };
    return !row.head && (within(row.start, row.end) || within(row.baselineStart, row.baselineEnd));
}

/// Leaves out the sheets on which none of their rows has a mark; a plan of seven years has many. Rows without any mark
/// keep all their sheets.
static QList<ChartTile> withoutEmpty(const QList<ChartTile> &tiles, const report::Chart &chart)
{
    QList<ChartTile> kept;
    for (const ChartTile &tile : tiles) {
        const auto rows = chart.rows.mid(tile.firstRow, tile.rowCount);
        if (std::any_of(rows.begin(), rows.end(), [&](const report::ChartRow &row) { return touches(row, tile); }))
            kept += tile;
    }
    return kept.isEmpty() ? tiles : kept;
}

QList<ChartTile> chartTiles(const report::Chart &chart, const ChartPainter &painter, double height)
{
    const int capacity = std::max(2, int((height - painter.headerHeight - painter.foot) / painter.rowHeight));
    QList<ChartTile> tiles;
    for (int first = 0; first < painter.rowCount;) {
        const int count = rowsFrom(first, capacity, painter);
        QList<ChartTile> abreast;
        for (const auto &[from, to] : spansOf(chart))
            abreast += ChartTile{from, to, first, count};
        tiles += withoutEmpty(abreast, chart);
        first += count;
    }
    return tiles;
}

PaperPage chartPage(const report::Chart &chart, const ChartPainter &painter, const ChartTile &tile,
               const PageGeometry &geometry)
{
    PaperPage page;
    page.size = geometry.size;
    page.landscape = true;
    const int rows = tile.rowCount + (painter.laneOf(tile.firstRow) == tile.firstRow ? 0 : 1);
    const double height = std::min(painter.headerHeight + rows * painter.rowHeight + painter.foot,
                                   geometry.bottom - geometry.top);
    const QRectF area(geometry.left, geometry.top, geometry.fullWidth(), height);
    page.items += FigureItem{area,
                             [paint = painter.paint, area, tile](QPainter &canvas) {
                                 paint(canvas, area, tile.from, tile.to, tile.firstRow, tile.rowCount);
                             },
                             chart.alternative};
    if (painter.paintKey) {
        const QRectF key(geometry.left, geometry.footRule + 4, geometry.fullWidth() * 0.8, 18);
        page.furniture +=
            FigureItem{key, [paint = painter.paintKey, key](QPainter &canvas) { paint(canvas, key); }, {}};
    }
    return page;
}

} // namespace plumbline
