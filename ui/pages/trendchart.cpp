#include "ui/pages/trendchart.h"

#include "ui/render/theme.h"
#include "ui/widgets/apptheme.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPainterPathStroker>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace plumbline {

static constexpr int leftRoom = 72;
static constexpr int bottomRoom = 32;
static constexpr int otherRoom = 20;
static constexpr double grip = 10; ///< How far from a line a click still means it, twice.

TrendChart::TrendChart(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Chart of how the dates moved; the tables beside and below say the same in words"));
}

void TrendChart::setLines(const QList<TrendLine> &lines, const QDate &today)
{
    m_lines = lines;
    m_today = today;
    m_current = -1;
    m_firstSaid = m_lastSaid = m_firstTarget = m_lastTarget = QDate();
    const auto include = [](const QDate &day, QDate &first, QDate &last) {
        first = first.isValid() ? std::min(first, day) : day;
        last = last.isValid() ? std::max(last, day) : day;
    };
    for (const TrendLine &line : lines) {
        for (const auto &[said, target] : line.steps) {
            include(said, m_firstSaid, m_lastSaid);
            include(target, m_firstTarget, m_lastTarget);
        }
        if (line.met)
            include(*line.met, m_firstSaid, m_lastSaid);
    }
    // Today closes the chart, unless the plan was over long before.
    if (m_lastSaid.isValid() && today > m_lastSaid && m_lastSaid.daysTo(today) < 365)
        m_lastSaid = today;
    update();
}

void TrendChart::setCurrent(int line)
{
    m_current = line;
    update();
}

QRectF TrendChart::area() const
{
    return QRectF(rect()).adjusted(leftRoom, otherRoom, -otherRoom, -bottomRoom);
}

double TrendChart::xOf(const QDate &said) const
{
    const double days = std::max<double>(1, double(m_firstSaid.daysTo(m_lastSaid)));
    const double part = std::clamp(double(m_firstSaid.daysTo(said)) / days, 0.0, 1.0);
    const QRectF box = area();
    return isRightToLeft() ? box.right() - part * box.width() : box.left() + part * box.width();
}

double TrendChart::yOf(const QDate &target) const
{
    const double days = std::max<double>(1, double(m_firstTarget.daysTo(m_lastTarget)));
    return area().bottom() - double(m_firstTarget.daysTo(target)) / days * area().height();
}

/// Level until something else was said.
QPolygonF TrendChart::way(const TrendLine &line) const
{
    QPolygonF way;
    for (const auto &[said, target] : line.steps) {
        if (!way.isEmpty())
            way << QPointF(xOf(said), way.last().y());
        way << QPointF(xOf(said), yOf(target));
    }
    if (!way.isEmpty())
        way << QPointF(xOf(line.met ? *line.met : m_lastSaid), way.last().y());
    return way;
}

/// The first days of months, quarters or years between two days, no more than about @p most.
static QList<QDate> ticks(const QDate &first, const QDate &last, int most)
{
    const int months = std::max(1, int(first.daysTo(last) / 30));
    const int step = months <= most ? 1 : months <= 3 * most ? 3 : months <= 6 * most ? 6 : 12;
    QList<QDate> days;
    for (QDate day(first.year(), 1, 1); day <= last; day = day.addMonths(step)) {
        if (day >= first)
            days += day;
    }
    return days;
}

void TrendChart::paintAxes(QPainter &painter) const
{
    const Theme &theme = Theme::current();
    const QRectF box = area();
    const QLocale locale;
    painter.setFont(typeFont(Type::Caption));
    const auto words = [&](const QDate &day) {
        return locale.toString(day, day.month() == 1 ? u"yyyy"_s : u"MMM yy"_s);
    };
    for (const QDate &day : ticks(m_firstTarget, m_lastTarget, int(box.height() / 32))) {
        const double y = std::round(yOf(day)) + 0.5;
        painter.setPen(theme.line);
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
        painter.setPen(theme.ink2);
        const QRectF room = isRightToLeft() ? QRectF(box.right() + 8, y - 10, leftRoom, 20) : QRectF(0, y - 10, leftRoom - 8, 20);
        painter.drawText(room, Qt::AlignVCenter | int(isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight), words(day));
    }
    for (const QDate &day : ticks(m_firstSaid, m_lastSaid, int(box.width() / 72))) {
        const double x = std::round(xOf(day)) + 0.5;
        painter.setPen(theme.line);
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
        painter.setPen(theme.ink2);
        painter.drawText(QRectF(x - 40, box.bottom() + 6, 80, 20), Qt::AlignHCenter | Qt::AlignTop, words(day));
    }
    // Where the day of saying is the target: what lies on it is due.
    const QDate from = std::max(m_firstSaid, m_firstTarget);
    const QDate to = std::min(m_lastSaid, m_lastTarget);
    if (from < to) {
        painter.setPen(QPen(theme.ink3, 1, Qt::DashLine));
        painter.drawLine(QPointF(xOf(from), yOf(from)), QPointF(xOf(to), yOf(to)));
    }
    painter.setPen(theme.line2);
    painter.drawRect(box);
}

void TrendChart::paintLine(QPainter &painter, const TrendLine &line, bool current) const
{
    const Theme &theme = Theme::current();
    const QPolygonF points = way(line);
    if (points.isEmpty())
        return;
    const QColor color = current ? theme.accent : theme.ink3;
    painter.setPen(QPen(color, current ? 2.5 : 1.25, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(points);
    const double half = current ? 6 : 4;
    const QPointF end = points.last();
    painter.setBrush(line.met ? color : theme.base);
    painter.drawPolygon(QPolygonF{end + QPointF(0, -half), end + QPointF(half, 0), end + QPointF(0, half), end + QPointF(-half, 0)});
    if (!current)
        return;
    painter.setBrush(color);
    for (const auto &[said, target] : line.steps)
        painter.drawEllipse(QPointF(xOf(said), yOf(target)), 3, 3);
    painter.setFont(bold(typeFont(Type::Caption)));
    const QFontMetrics metrics(painter.font());
    const QString title = metrics.elidedText(line.title, Qt::ElideRight, int(area().width() / 2));
    const double width = metrics.horizontalAdvance(title) + 6;
    QRectF room(isRightToLeft() ? end.x() + 10 : end.x() - 10 - width, end.y() - 24, width, 18);
    if (room.top() < 0)
        room.moveTop(end.y() + 8);
    painter.fillRect(room, theme.base);
    painter.setPen(theme.ink);
    painter.drawText(room, Qt::AlignCenter, title);
}

void TrendChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().base);
    if (!m_firstSaid.isValid() || !m_firstTarget.isValid())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    for (int i = 0; i < m_lines.size(); ++i) {
        if (i != m_current)
            paintLine(painter, m_lines.at(i), false);
    }
    if (m_current >= 0 && m_current < m_lines.size())
        paintLine(painter, m_lines.at(m_current), true);
}

void TrendChart::mousePressEvent(QMouseEvent *event)
{
    QPainterPathStroker stroker;
    stroker.setWidth(grip);
    for (int i = 0; i < m_lines.size(); ++i) {
        QPainterPath path;
        path.addPolygon(way(m_lines.at(i)));
        if (stroker.createStroke(path).contains(event->position()))
            return emit chosen(i);
    }
}

bool TrendChart::event(QEvent *event)
{
    if (changesLook(*event))
        update();
    return QWidget::event(event);
}

} // namespace plumbline
