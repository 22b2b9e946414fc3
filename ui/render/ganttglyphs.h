#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace plumbline {

/// The few signs that table and chart paint themselves, so that paper needs no icons: the same shapes as the
/// icons of the window, on a grid of 16.
enum class GanttGlyph { Check, Flag, Error, Warning, Plus, Unfolded, Folded };

/// Paints @p glyph into the square @p box in @p color; @p mirrored turns flag and folded chevron around.
void paintGlyph(QPainter &painter, GanttGlyph glyph, const QRectF &box, const QColor &color, bool mirrored);

} // namespace plumbline
