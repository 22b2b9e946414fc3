#pragma once

#include "core/report/document.h"

#include <QRectF>

class QPainter;

namespace plumbline {

/// The dated half of one sheet of a report's timeline, in pixels of the look (0.75 pt).
///
/// Painted in three goes, because the table lies between them: what lies under everything, the marks, and the
/// plumb line above everything.
class ChartPlot
{
public:
    /// @p rows are indices into the chart's rows, in the order of the sheet.
    ChartPlot(QPainter &painter, const report::Chart &chart, const QRectF &area, double headerHeight,
              double rowHeight, const QDate &from, const QDate &to, const QList<int> &rows);

    void paintGround() const;
    void paintMarks() const;
    void paintRecordDate() const;

    /// An activity: ground, frame and the done part.
    static void bar(QPainter &painter, const QRectF &area, const QColor &hue, double done, bool striped);
    static void baselineBar(QPainter &painter, const QRectF &area);

private:
    double x(const QDate &day) const;
    double middle(const QDate &day) const { return x(day) + m_dayWidth / 2; }
    double rowTop(qsizetype index) const
    {
        return m_area.top() + m_headerHeight + double(index) * m_rowHeight;
    }
    double rowsBottom() const { return rowTop(m_rows.size()); }
    double bottom() const;
    QRectF body() const;

    void months() const;
    void stretches() const;
    void suspensionWords() const;
    void deadlineLines() const;
    void deadlineNames() const;
    void links() const;
    void mark(const report::ChartRow &row, double top) const;
    void span(const report::ChartRow &row, double top) const;
    void baseline(const report::ChartRow &row, double top) const;
    void warning(const report::ChartRow &row, double top) const;
    void wordsBeside(double before, double after, double y, const QString &text, const QColor &colour) const;

    QPainter &m_painter;
    const report::Chart &m_chart;
    QRectF m_area;
    double m_headerHeight;
    double m_rowHeight;
    QDate m_from;
    QDate m_to;
    QList<int> m_rows;
    double m_dayWidth;
};

} // namespace plumbline
