#include "ui/render/reportchartplot.h"

#include "ui/render/reportmarks.h"
#include "ui/render/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace plumbline {

using namespace reportmarks;

static constexpr double bandHeight = 22; // Of the lines for years and months.

ChartPlot::ChartPlot(QPainter &painter, const report::Chart &chart, const QRectF &area, double headerHeight,
                     double rowHeight, const QDate &from, const QDate &to, const QList<int> &rows)
    : m_painter(painter),
      m_chart(chart),
      m_area(area),
      m_headerHeight(headerHeight),
      m_rowHeight(rowHeight),
      m_from(from),
      m_to(to),
      m_rows(rows),
      m_dayWidth(area.width() / double(from.daysTo(to) + 1))
{
}

double ChartPlot::x(const QDate &day) const
{
    return m_area.left() + double(m_from.daysTo(day)) * m_dayWidth;
}

double ChartPlot::bottom() const
{
    return std::max(m_area.bottom(), rowsBottom());
}

QRectF ChartPlot::body() const
{
    return {m_area.left(), rowTop(0), m_area.width(), bottom() - rowTop(0)};
}

void ChartPlot::months() const
{
    const Theme &theme = Theme::light();
    const QLocale locale(m_chart.language);
    const double top = m_area.top();
    for (QDate month = m_from; month <= m_to; month = month.addMonths(1)) {
        const double left = x(month);
        const double width = x(month.addMonths(1)) - left;
        const bool year = month == m_from || month.month() == 1;
        if (month != m_from) {
            const double from = top + (year ? 0 : bandHeight);
            m_painter.fillRect(QRectF(left - 0.5, from, 1, bottom() - from), theme.line);
        }
        if (year)
            words(m_painter, QRectF(left + 8, top + 2, 60, bandHeight), locale.toString(month, u"yyyy"_s),
                  theme.ink, font(12, true));
        const QString name = locale.standaloneMonthName(month.month(), QLocale::ShortFormat);
        words(m_painter, QRectF(left + 1, top + bandHeight + 1, width - 2, bandHeight), name, theme.ink2,
              font(12), Qt::AlignHCenter);
    }
    for (const double line : {bandHeight + 1, 2 * bandHeight + 1})
        m_painter.fillRect(QRectF(m_area.left(), top + line, m_area.width(), 1), theme.line);
}

void ChartPlot::stretches() const
{
    const Theme &theme = Theme::light();
    for (const report::ChartStretch &stretch : m_chart.stretches) {
        const QRectF area = QRectF(x(stretch.first), body().top(),
                                   x(stretch.last.addDays(1)) - x(stretch.first), body().height())
                                .intersected(body());
        if (area.isEmpty())
            continue;
        if (stretch.suspension) {
            hatch(m_painter, area, 12, 3, theme.hatch);
            m_painter.setPen(QPen(theme.line2, 1));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRect(area);
        } else {
            hatch(m_painter, area, 5, 0.9, theme.hatch);
        }
    }
}

void ChartPlot::suspensionWords() const
{
    const Theme &theme = Theme::light();
    const QFont text = font(12);
    for (const report::ChartStretch &stretch : m_chart.stretches) {
        const QRectF area = QRectF(x(stretch.first), body().top(),
                                   x(stretch.last.addDays(1)) - x(stretch.first), body().height())
                                .intersected(body());
        const double length = std::min(widthOf(stretch.words, text) + 2, area.height() - 40);
        if (!stretch.suspension || area.width() < 18 || length < 40)
            continue;
        m_painter.save();
        m_painter.translate(area.center());
        m_painter.rotate(-90);
        const QRectF upright(-length / 2, -9, length, 18);
        m_painter.fillRect(upright.adjusted(-7, 0, 7, 0), theme.base);
        words(m_painter, upright, stretch.words, theme.ink, text, Qt::AlignHCenter);
        m_painter.restore();
    }
}

void ChartPlot::deadlineLines() const
{
    const Theme &theme = Theme::light();
    for (const report::ChartDeadline &deadline : m_chart.deadlines) {
        if (deadline.day < m_from || deadline.day > m_to)
            continue;
        QPen pen(deadline.past ? theme.ink3 : theme.ink, 1.2);
        pen.setDashPattern({5 / 1.2, 3 / 1.2});
        pen.setCapStyle(Qt::FlatCap);
        m_painter.setPen(pen);
        const double at = middle(deadline.day);
        m_painter.drawLine(QPointF(at, rowTop(0)), QPointF(at, rowsBottom()));
    }
}

/// Flags and names in the header's third line: after the flag, else before it, else the flag alone.
void ChartPlot::deadlineNames() const
{
    const Theme &theme = Theme::light();
    const QLocale locale(m_chart.language);
    const QFont text = font(12);
    const double foot = rowTop(0) - 4;
    QList<const report::ChartDeadline *> seen;
    for (const report::ChartDeadline &deadline : m_chart.deadlines) {
        if (deadline.day >= m_from && deadline.day <= m_to)
            seen += &deadline;
    }
    double taken = m_area.left();
    for (qsizetype i = 0; i < seen.size(); ++i) {
        const double at = middle(seen[i]->day);
        const double next = i + 1 < seen.size() ? middle(seen[i + 1]->day) : m_area.right() + 4;
        const QColor colour = seen[i]->past ? theme.ink3 : theme.ink;
        const QString day = u' ' + locale.toString(seen[i]->day, u"d MMM"_s);
        const double width = widthOf(seen[i]->name + day, text) + 1;
        flag(m_painter, {at, foot}, colour);
        const double before = at - 6 - (taken + 4);
        const bool after = at + 14 + width <= next - 4;
        taken = at + (after ? 14 + width : 10);
        // A name cut to less than this says nothing.
        if (!after && before < 70)
            continue;
        const double room = after ? width : std::min(width, before);
        const QString name =
            QFontMetricsF(text).elidedText(seen[i]->name, Qt::ElideRight, room - widthOf(day, text));
        words(m_painter, QRectF(after ? at + 14 : at - 6 - room, foot - 14, room, 16), name + day, colour,
              text, after ? Qt::AlignLeft : Qt::AlignRight);
    }
}

void ChartPlot::links() const
{
    m_painter.setBrush(Qt::NoBrush);
    for (const report::ChartLink &link : m_chart.links) {
        const qsizetype fromIndex = m_rows.indexOf(link.from);
        const qsizetype toIndex = m_rows.indexOf(link.to);
        const report::ChartRow &from = m_chart.rows[link.from];
        const report::ChartRow &to = m_chart.rows[link.to];
        if (fromIndex < 0 || toIndex < 0 || !from.end || !(to.start || to.end))
            continue;
        const bool down = toIndex > fromIndex;
        const double x1 = from.start ? x(from.end->addDays(1)) : middle(*from.end) + 7;
        const double x2 = to.start ? x(*to.start) + 2 : middle(*to.end);
        const double y1 = rowTop(fromIndex) + (from.start ? 10 : 11);
        const double reach = to.start ? 7 : 8; // From the middle of the mark to its edge, and a little air.
        const double y2 = rowTop(toIndex) + 11 + (down ? -reach : reach);
        QPainterPath path(QPointF(x1, y1));
        const bool below = !from.start && std::abs(x2 - middle(*from.end)) < 8;
        if (below) {
            path.moveTo(x2, y1 + (down ? reach : -reach));
        } else if (x2 >= x1 + 1) {
            path.lineTo(x2, y1);
        } else {
            const double turn = down ? rowTop(fromIndex) + m_rowHeight - 1 : rowTop(fromIndex) + 1;
            path.lineTo(x1 + 5, y1);
            path.lineTo(x1 + 5, turn);
            path.lineTo(x2, turn);
        }
        path.lineTo(x2, y2);
        m_painter.setPen(QPen(Theme::light().line2, 1));
        m_painter.drawPath(path);
        const double back = down ? -4 : 4;
        m_painter.drawPolyline(QPolygonF({{x2 - 2.6, y2 + back}, {x2, y2}, {x2 + 2.6, y2 + back}}));
    }
}

void ChartPlot::bar(QPainter &painter, const QRectF &area, const QColor &hue, double done, bool striped)
{
    // Mixed and not transparent: transparency prints slowly and differently from printer to printer.
    const auto mixed = [](int channel) { return int(255 + (channel - 255) * 0.24); };
    painter.fillRect(area, QColor(mixed(hue.red()), mixed(hue.green()), mixed(hue.blue())));
    painter.fillRect(QRectF(area.topLeft(), QSizeF(area.width() * done, area.height())), hue);
    if (striped)
        hatch(painter, area, 6, 1.5, Theme::light().base);
    painter.setPen(QPen(hue, 1, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5));
}

void ChartPlot::baselineBar(QPainter &painter, const QRectF &area)
{
    painter.setPen(QPen(Theme::light().ghost, 0.9, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Theme::light().base);
    painter.drawRect(area);
}

void ChartPlot::baseline(const report::ChartRow &row, double top) const
{
    if (!row.baselineEnd)
        return;
    const std::optional<QDate> start = row.baselineStart ? row.baselineStart : row.start;
    if (row.start && start && *start <= *row.baselineEnd)
        baselineBar(m_painter, QRectF(x(*start), top + 18.5, x(row.baselineEnd->addDays(1)) - x(*start), 3));
    else if (row.baselineEnd != row.end)
        diamond(m_painter, {middle(*row.baselineEnd), top + 11}, 9, Theme::light().ghost, 1,
                Theme::light().base);
}

void ChartPlot::span(const report::ChartRow &row, double top) const
{
    if (!row.start || !row.end)
        return;
    const QColor hue = Theme::light().laneColor(row.lane);
    const double left = x(*row.start);
    const double right = x(row.end->addDays(1));
    const double y = top + m_rowHeight / 2;
    m_painter.fillRect(QRectF(left, y - 1, right - left, 2), hue);
    for (const double end : {left, right - 2})
        m_painter.fillRect(QRectF(end, y - 4, 2, 8), hue);
}

/// After the mark, else before it, else nowhere: the table has the words too.
void ChartPlot::wordsBeside(double before, double after, double y, const QString &text,
                            const QColor &colour) const
{
    const QFont bold = font(12, true);
    const double width = widthOf(text, bold) + 1;
    if (after >= m_area.left() && after + width <= m_area.right())
        haloWords(m_painter, after, y, text, colour, bold);
    else if (before - width >= m_area.left() && before <= m_area.right())
        haloWords(m_painter, before - width, y, text, colour, bold);
}

void ChartPlot::warning(const report::ChartRow &row, double top) const
{
    const QColor red = Theme::light().red;
    const double y = top + 11;
    const double at = middle(*row.end);
    if (row.judgedBy) {
        const double limit = middle(*row.judgedBy);
        m_painter.fillRect(QRectF(limit, y - 1, at - limit, 2), red);
        m_painter.fillRect(QRectF(limit - 1, y - 5, 2, 10), red);
    }
    conflict(m_painter, {at, y});
    wordsBeside(at - 14, at + 14, y, row.warning, red);
}

void ChartPlot::mark(const report::ChartRow &row, double top) const
{
    if (row.head)
        return span(row, top);
    baseline(row, top);
    if (!row.end)
        return;
    const Theme &theme = Theme::light();
    const QColor hue = theme.laneColor(row.lane);
    const double at = middle(*row.end);
    if (row.start && *row.start <= *row.end) {
        const QRectF area(x(*row.start), top + 4, x(row.end->addDays(1)) - x(*row.start), 12);
        bar(m_painter, area, hue, std::clamp(row.percent, 0, 100) / 100.0, Theme::laneIsStriped(row.lane));
        if (row.floor)
            m_painter.fillRect(QRectF(x(*row.floor) - 0.75, top + 2, 1.5, 16), theme.ink);
        if (!row.note.isEmpty() && row.warning.isEmpty())
            wordsBeside(area.left() - 8, area.right() + 10, top + 10, row.note, theme.ink);
    } else if (row.warning.isEmpty()) {
        row.reached ? reached(m_painter, {at, top + 11}, hue) : planned(m_painter, {at, top + 11}, hue);
    }
    if (!row.warning.isEmpty())
        warning(row, top);
}

void ChartPlot::paintGround() const
{
    months();
    stretches();
}

void ChartPlot::paintMarks() const
{
    deadlineNames();
    m_painter.save();
    m_painter.setClipRect(body(), Qt::IntersectClip);
    deadlineLines();
    links();
    suspensionWords();
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        mark(m_chart.rows[m_rows[i]], rowTop(i));
    m_painter.restore();
}

void ChartPlot::paintRecordDate() const
{
    if (m_chart.asOf < m_from || m_chart.asOf > m_to)
        return;
    const Theme &theme = Theme::light();
    const QString text = QCoreApplication::translate("Report", "As of %1")
                             .arg(QLocale(m_chart.language).toString(m_chart.asOf, u"d MMM"_s));
    const QFont bold = font(12, true);
    const double at = middle(m_chart.asOf);
    const double width = widthOf(text, bold) + 20;
    const double left = std::clamp(at - width / 2, m_area.left() + 1, m_area.right() - width);
    const QRectF label(left, m_area.top() + 4, width, 19);
    plumbLine(m_painter, {at, label.bottom()}, {at, bottom()}, theme.accent);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(theme.accent);
    m_painter.drawRoundedRect(label, 3, 3);
    words(m_painter, label, text, theme.onAccent, bold, Qt::AlignHCenter);
}

} // namespace plumbline
