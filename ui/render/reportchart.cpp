#include "ui/render/reportchart.h"

#include "ui/render/reportchartplot.h"
#include "ui/render/reportmarks.h"
#include "ui/render/theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

using namespace reportmarks;

constexpr double pixel = 0.75; // Points; the look counts in pixels of 96 dpi.
constexpr double headerHeight = 64;
constexpr double rowHeight = 24;
constexpr double tableWidth = 429;
constexpr double footHeight = 28;

/// The names, dates and slip at the left of a sheet.
class ChartTable
{
    Q_DECLARE_TR_FUNCTIONS(Report)

public:
    ChartTable(QPainter &painter, const report::Chart &chart, const QRectF &area)
        : m_painter(painter), m_chart(chart), m_area(area)
    {
    }
    void header() const;
    void row(const report::ChartRow &row, double y, bool continued) const;

private:
    void item(const report::ChartRow &row, double y) const;
    QRectF column(double left, double right, double y) const
    {
        return {m_area.left() + left, y, right - left, rowHeight};
    }

    QPainter &m_painter;
    const report::Chart &m_chart;
    QRectF m_area;
};

void ChartTable::header() const
{
    const QColor ink2 = Theme::light().ink2;
    const QFont small = font(12);
    const double y = m_area.top() + headerHeight - rowHeight - 3;
    words(m_painter, column(16, 200, y), tr("Title"), ink2, small);
    words(m_painter, column(230, 297, y), tr("Target"), ink2, small, Qt::AlignRight);
    words(m_painter, column(300, 340, y), tr("Slip"), ink2, small, Qt::AlignRight);
    words(m_painter, column(357, tableWidth - 4, y), tr("Owner"), ink2, small);
}

void ChartTable::item(const report::ChartRow &row, double y) const
{
    const Theme &theme = Theme::light();
    const bool late = !row.warning.isEmpty();
    const QColor ink = late ? theme.red : theme.ink;
    const QFont text = font(13, late);
    const QPointF sign(m_area.left() + 34, y + rowHeight / 2);
    if (late)
        errorSign(m_painter, sign);
    else if (row.reached)
        check(m_painter, sign, 11, theme.ink2, 1.5);
    else if (row.isDeadline)
        flag(m_painter, sign + QPointF(-4, 6), theme.ink2);
    words(m_painter, column(48, 236, y), row.title, ink, text);
    words(m_painter, column(222, 297, y), row.target, ink, text, Qt::AlignRight);
    words(m_painter, column(300, 340, y), row.slip, late ? theme.red : theme.ink2, text, Qt::AlignRight);
    words(m_painter, column(357, tableWidth - 4, y), row.owner, theme.ink2, font(13));
}

void ChartTable::row(const report::ChartRow &row, double y, bool continued) const
{
    if (!row.head)
        return item(row, y);
    const Theme &theme = Theme::light();
    m_painter.fillRect(QRectF(m_area.left(), y, 4, rowHeight), theme.laneColor(row.lane));
    QString name = row.code.isEmpty() ? row.title : row.code + u"  "_s + row.title;
    if (continued)
        name = tr("%1, continued").arg(name);
    words(m_painter, column(16, tableWidth - 4, y), name, theme.ink, font(13, true));
}

/// The sheet: which rows it shows, and the order in which table and plot are painted.
void paintTile(QPainter &painter, const report::Chart &chart, const QRectF &points, const QDate &from,
               const QDate &to, int firstRow, int rowCount, const std::function<int(int)> &laneOf)
{
    const Theme &theme = Theme::light();
    painter.save();
    painter.scale(pixel, pixel);
    const QRectF area(points.topLeft() / pixel, points.size() / pixel);
    QList<int> rows;
    const bool continued = laneOf(firstRow) != firstRow;
    if (continued)
        rows += laneOf(firstRow);
    for (int i = firstRow; i < firstRow + rowCount; ++i)
        rows += i;

    const double firstY = area.top() + headerHeight;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (chart.rows[rows[i]].head)
            painter.fillRect(QRectF(area.left(), firstY + double(i) * rowHeight, area.width(), rowHeight),
                             theme.alt);
    }
    ChartPlot plot(painter, chart, area.adjusted(tableWidth, 0, 0, 0), headerHeight, rowHeight, from, to,
                   rows);
    plot.paintGround();
    ChartTable table(painter, chart, area);
    table.header();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const double y = firstY + double(i) * rowHeight;
        table.row(chart.rows[rows[i]], y, continued && i == 0);
        painter.fillRect(QRectF(area.left(), y + rowHeight - 0.5, area.width(), 1), theme.line);
    }
    plot.paintMarks();
    painter.fillRect(QRectF(area.left(), area.top(), area.width(), 2), theme.ink);
    painter.fillRect(QRectF(area.left(), firstY - 0.5, area.width(), 1), theme.line2);
    const double columnHeight = headerHeight + double(rows.size()) * rowHeight + footHeight;
    painter.fillRect(QRectF(area.left() + tableWidth - 0.5, area.top(), 1, columnHeight), theme.line2);
    plot.paintRecordDate();
    painter.restore();
}

void paintKey(QPainter &painter, const report::Chart &chart, const QRectF &points)
{
    const Theme &theme = Theme::light();
    const auto tr = [](const char *text) { return QCoreApplication::translate("Report", text); };
    painter.save();
    painter.scale(pixel, pixel);
    double x = points.left() / pixel;
    const double y = points.center().y() / pixel;
    const QFont small = font(11);
    const auto entry = [&](double markWidth, const QString &text, const std::function<void(double)> &mark) {
        mark(x + markWidth / 2);
        words(painter, QRectF(x + markWidth + 5, y - 9, 400, 18), text, theme.ink2, small);
        x += markWidth + 5 + widthOf(text, small) + 18;
    };
    entry(14, tr(QT_TRANSLATE_NOOP("Report", "planned")), [&](double cx) {
        planned(painter, {cx, y}, theme.laneFull);
    });
    entry(14, tr(QT_TRANSLATE_NOOP("Report", "reached")), [&](double cx) {
        reached(painter, {cx, y}, theme.laneFull);
    });
    entry(14, tr(QT_TRANSLATE_NOOP("Report", "past its deadline or overdue")), [&](double cx) {
        conflict(painter, {cx, y});
    });
    entry(26, tr(QT_TRANSLATE_NOOP("Report", "activity, done part solid")), [&](double cx) {
        ChartPlot::bar(painter, QRectF(cx - 13, y - 6, 26, 12), theme.laneFull, 0.5, false);
    });
    entry(26, tr(QT_TRANSLATE_NOOP("Report", "baseline")),
          [&](double cx) { ChartPlot::baselineBar(painter, QRectF(cx - 13, y - 1.5, 26, 3)); });
    entry(10, tr(QT_TRANSLATE_NOOP("Report", "full-team deadline")), [&](double cx) {
        flag(painter, {cx - 5, y + 6}, theme.ink);
    });
    const bool suspended =
        std::any_of(chart.stretches.begin(), chart.stretches.end(),
                    [](const report::ChartStretch &stretch) { return stretch.suspension; });
    if (suspended) {
        entry(20, tr(QT_TRANSLATE_NOOP("Report", "suspended")),
              [&](double cx) { hatch(painter, QRectF(cx - 10, y - 6, 20, 12), 7, 2.4, theme.hatch); });
    }
    painter.restore();
}

} // namespace

ChartPainter reportChart(const report::Chart &chart)
{
    ChartPainter painter;
    painter.rowCount = int(chart.rows.size());
    painter.headerHeight = headerHeight * pixel;
    painter.rowHeight = rowHeight * pixel;
    painter.foot = footHeight * pixel;
    painter.laneOf = [chart](int row) {
        while (row > 0 && !chart.rows[row].head)
            --row;
        return row;
    };
    painter.paint = [chart, laneOf = painter.laneOf](QPainter &canvas, const QRectF &area, const QDate &from,
                                                     const QDate &to, int firstRow, int rowCount) {
        paintTile(canvas, chart, area, from, to, firstRow, rowCount, laneOf);
    };
    painter.paintKey = [chart](QPainter &canvas, const QRectF &area) { paintKey(canvas, chart, area); };
    return painter;
}

} // namespace plumbline
