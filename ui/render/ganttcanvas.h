#pragma once

#include "ui/render/ganttfonts.h"

#include <QColor>
#include <QPainter>
#include <QRectF>

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

namespace plumbline {

/// Which side of its box a text keeps to; leading is left, or right in a right-to-left chart.
enum class TextSide { Leading, Centre, Trailing };

/// A painter that takes the coordinates of the chart: left to right, from the first day and the first row.
///
/// This is the one place where a chart is scrolled, mirrored, and brought onto whole pixels on a screen.
/// Paper gets the exact places. Nothing outside knows in which direction the chart runs.
class GanttCanvas
{
public:
    /// @p view is what is painted into, in the painter's coordinates; @p scroll the point of the chart at its
    /// leading top corner. The painter must outlive the canvas.
    GanttCanvas(QPainter &painter, const QRectF &view, const QPointF &scroll, bool rightToLeft,
                const GanttFonts &fonts);

    QPainter &painter() const { return m_painter; }
    const GanttFonts &fonts() const { return m_fonts; }
    bool isMirrored() const { return m_mirrored; }
    /// What can be seen, in the coordinates of the chart.
    QRectF visible() const { return {m_scroll, m_view.size()}; }

    QRectF map(const QRectF &rect) const;
    QPointF map(const QPointF &point) const;

    void fill(const QRectF &rect, const QBrush &brush) const;
    /// A frame of one pixel inside @p rect.
    void frame(const QRectF &rect, const QColor &color) const;
    void dashedFrame(const QRectF &rect, const QColor &color, double width) const;
    /// A line of whole pixels; @p width below or to the trailing side of it.
    void horizontal(double from, double to, double y, double width, const QColor &color) const;
    void vertical(double x, double from, double to, double width, const QColor &color) const;
    /// Dashes of 5 and gaps of 3 pixels that keep their places when the chart scrolls.
    void dashedVertical(double x, double from, double to, double width, const QColor &color) const;
    void dashedHorizontal(double from, double to, double y, double width, const QColor &color) const;
    /// Smooth-edged, as diamonds and arrows are. @p pen may have no style.
    void polygon(std::span<const QPointF> points, const QPen &pen, const QBrush &brush) const;
    void polyline(std::span<const QPointF> points, const QPen &pen) const;
    void disc(const QPointF &middle, double radius, const QColor &color) const;
    /// Lines of 45 degrees, @p gap pixels apart, that keep their places when the chart scrolls.
    void hatch(const QRectF &rect, double gap, double width, const QColor &color) const;

    double width(const QString &text, GanttFont font) const { return m_fonts.width(text, font); }
    /// @p text in the middle of the height of @p box, shortened to its width. With a @p halo it stands on a
    /// soft rim of that colour, so that lines may cross behind it.
    void text(const QRectF &box, const QString &text, GanttFont font, const QColor &color,
              TextSide side = TextSide::Leading, std::optional<QColor> halo = {}) const;

private:
    bool isOnScreen() const { return m_snap; }
    double snapped(double value) const { return m_snap ? std::floor(value + 0.5) : value; }
    QRectF snapped(const QRectF &rect) const;
    double lineWidth(double width) const { return m_snap ? std::max(1.0, snapped(width)) : width; }
    void line(const QRectF &rect, const QSizeF &across, const QColor &color) const;
    void rim(const QPointF &corner, const GanttText &set, GanttFont font, const QColor &color) const;

    QPainter &m_painter;
    QRectF m_view;
    QPointF m_scroll;
    bool m_mirrored;
    bool m_snap; // Whole pixels: only where pixels can be seen.
    GanttFonts m_fonts;
};

} // namespace plumbline
