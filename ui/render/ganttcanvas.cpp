#include "ui/render/ganttcanvas.h"

#include <QPaintEngine>
#include <QPainterPath>
#include <QPixmapCache>
#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr double dash = 5;
constexpr double dashPeriod = 8;
constexpr double haloWidth = 4;

/// One period of a hatch as a picture, so that a screenful of it costs one fill.
QPixmap hatchTile(int gap, double width, const QColor &color, bool mirrored, double ratio)
{
    const QString key =
        u"gantt-hatch/%1/%2/%3/%4/%5"_s.arg(gap).arg(width).arg(color.rgba()).arg(mirrored).arg(ratio);
    QPixmap tile;
    if (QPixmapCache::find(key, &tile))
        return tile;
    tile = QPixmap(QSize(gap, gap) * ratio);
    tile.setDevicePixelRatio(ratio);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, width));
    for (int i = -1; i <= 1; ++i) {
        const double from = i * gap;
        if (mirrored)
            painter.drawLine(QPointF(from, 0), QPointF(from + gap, gap));
        else
            painter.drawLine(QPointF(from, gap), QPointF(from + gap, 0));
    }
    painter.end();
    QPixmapCache::insert(key, tile);
    return tile;
}

} // namespace

GanttCanvas::GanttCanvas(QPainter &painter, const QRectF &view, const QPointF &scroll, bool rightToLeft,
                         const GanttFonts &fonts)
    : m_painter(painter),
      m_view(view),
      m_scroll(scroll),
      m_mirrored(rightToLeft),
      m_snap(painter.paintEngine()->type() == QPaintEngine::Raster &&
             painter.transform().type() <= QTransform::TxTranslate),
      m_fonts(fonts)
{
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

QPointF GanttCanvas::map(const QPointF &point) const
{
    const double x = point.x() - m_scroll.x();
    return {m_mirrored ? m_view.right() - x : m_view.left() + x, m_view.top() + point.y() - m_scroll.y()};
}

QRectF GanttCanvas::map(const QRectF &rect) const
{
    const QPointF corner = map(m_mirrored ? rect.topRight() : rect.topLeft());
    return {corner, rect.size()};
}

QRectF GanttCanvas::snapped(const QRectF &rect) const
{
    if (!m_snap)
        return rect;
    const double left = snapped(rect.left());
    const double top = snapped(rect.top());
    return {left, top, std::max(1.0, snapped(rect.right()) - left),
            std::max(1.0, snapped(rect.bottom()) - top)};
}

void GanttCanvas::fill(const QRectF &rect, const QBrush &brush) const
{
    const QRectF seen = rect.intersected(visible().adjusted(-4, -4, 4, 4));
    if (!seen.isEmpty())
        m_painter.fillRect(snapped(map(seen)), brush);
}

void GanttCanvas::frame(const QRectF &rect, const QColor &color) const
{
    // Cut to what is seen first: a bar of years at day zoom is longer than a painter can count.
    const QRectF seen = rect.intersected(visible().adjusted(-8, -8, 8, 8));
    if (seen.isEmpty())
        return;
    const QRectF box = snapped(map(seen));
    m_painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), color);
    m_painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), color);
    m_painter.fillRect(QRectF(box.left(), box.top(), 1, box.height()), color);
    m_painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), color);
}

void GanttCanvas::dashedFrame(const QRectF &rect, const QColor &color, double width) const
{
    const QRectF seen = rect.intersected(visible().adjusted(-8, -8, 8, 8));
    if (seen.isEmpty())
        return;
    QPen pen(color, width, Qt::CustomDashLine, Qt::FlatCap, Qt::MiterJoin);
    pen.setDashPattern({3, 2});
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(snapped(map(seen)).adjusted(width / 2, width / 2, -width / 2, -width / 2));
}

void GanttCanvas::horizontal(double from, double to, double y, double width, const QColor &color) const
{
    line(QRectF(std::min(from, to), y, std::abs(to - from), width), QSizeF(0, lineWidth(width)), color);
}

void GanttCanvas::vertical(double x, double from, double to, double width, const QColor &color) const
{
    line(QRectF(x, std::min(from, to), width, std::abs(to - from)), QSizeF(lineWidth(width), 0), color);
}

void GanttCanvas::line(const QRectF &rect, const QSizeF &across, const QColor &color) const
{
    const QRectF seen = rect.intersected(visible().adjusted(-4, -4, 4, 4));
    if (seen.isEmpty())
        return;
    QRectF box = snapped(map(seen));
    // As wide everywhere: rounding both edges would make it 1 pixel here and 2 there.
    if (across.width() > 0)
        box.setWidth(across.width());
    if (across.height() > 0)
        box.setHeight(across.height());
    m_painter.fillRect(box, color);
}

void GanttCanvas::dashedVertical(double x, double from, double to, double width, const QColor &color) const
{
    const double first = std::max(from, std::floor(visible().top() / dashPeriod) * dashPeriod);
    const double last = std::min(to, visible().bottom());
    for (double y = std::floor(first / dashPeriod) * dashPeriod; y < last; y += dashPeriod)
        fill(QRectF(x, std::max(y, from), width, std::min(dash, last - y)), color);
}

void GanttCanvas::dashedHorizontal(double from, double to, double y, double width, const QColor &color) const
{
    const double last = std::min(to, visible().right());
    for (double x = std::max(from, visible().left() - dashPeriod); x < last; x += dashPeriod)
        fill(QRectF(x, y, std::min(dash, last - x), width), color);
}

void GanttCanvas::polygon(std::span<const QPointF> points, const QPen &pen, const QBrush &brush) const
{
    QVarLengthArray<QPointF, 8> mapped;
    for (const QPointF &point : points)
        mapped.append(map(point));
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    m_painter.setPen(pen);
    m_painter.setBrush(brush);
    m_painter.drawPolygon(mapped.constData(), int(mapped.size()));
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void GanttCanvas::polyline(std::span<const QPointF> points, const QPen &pen) const
{
    QVarLengthArray<QPointF, 8> mapped;
    for (const QPointF &point : points)
        mapped.append(map(point));
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    m_painter.setPen(pen);
    m_painter.drawPolyline(mapped.constData(), int(mapped.size()));
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void GanttCanvas::disc(const QPointF &middle, double radius, const QColor &color) const
{
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    m_painter.drawEllipse(map(middle), radius, radius);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void GanttCanvas::hatch(const QRectF &rect, double gap, double width, const QColor &color) const
{
    const QRectF seen = rect.intersected(visible());
    if (seen.isEmpty())
        return;
    const QRectF box = snapped(map(seen));
    if (isOnScreen()) {
        const double ratio = m_painter.device()->devicePixelRatioF();
        const QPixmap tile = hatchTile(int(gap), width, color, m_mirrored, ratio);
        const QPointF origin = map(QPointF(0, 0));
        m_painter.drawTiledPixmap(box, tile,
                                  {std::fmod(std::fmod(box.left() - origin.x(), gap) + gap, gap),
                                   std::fmod(std::fmod(box.top() - origin.y(), gap) + gap, gap)});
        return;
    }
    m_painter.save();
    m_painter.setClipRect(box, Qt::IntersectClip);
    m_painter.setPen(QPen(color, width));
    for (double x = box.left() - box.height(); x < box.right(); x += gap)
        m_painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    m_painter.restore();
}

void GanttCanvas::text(const QRectF &box, const QString &text, GanttFont font, const QColor &color,
                       TextSide side, std::optional<QColor> halo) const
{
    if (text.isEmpty() || box.width() < 4)
        return;
    const GanttText &set = m_fonts.set(text, font, box.width());
    const QRectF place = map(box);
    const double spare = place.width() - set.words.size().width();
    double x = place.left();
    if (side == TextSide::Centre)
        x += spare / 2;
    else if ((side == TextSide::Trailing) != m_mirrored)
        x += spare;
    // Base lines are level whatever scripts stand side by side.
    const QFontMetricsF &metrics = m_fonts.metrics(font);
    const double base = snapped(place.center().y() + (metrics.ascent() - metrics.descent()) / 2);
    const QPointF corner(snapped(x), base - set.ascent);
    if (halo)
        rim(corner, set, font, *halo);
    m_painter.setFont(m_fonts.font(font));
    m_painter.setPen(color);
    m_painter.drawStaticText(corner, set.words);
}

void GanttCanvas::rim(const QPointF &corner, const GanttText &set, GanttFont font, const QColor &color) const
{
    m_painter.setFont(m_fonts.font(font));
    if (isOnScreen()) {
        // Painting cached letters eight times is many times cheaper than stroking their outlines.
        m_painter.setPen(color);
        for (const auto &[x, y] :
             {std::pair{-2, 0}, {2, 0}, {0, -2}, {0, 2}, {-1, -1}, {1, -1}, {-1, 1}, {1, 1}})
            m_painter.drawStaticText(corner + QPointF(x, y), set.words);
        return;
    }
    QPainterPath outline;
    outline.addText(corner + QPointF(0, set.ascent), m_fonts.font(font), set.words.text());
    m_painter.strokePath(outline, QPen(color, haloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

} // namespace plumbline
