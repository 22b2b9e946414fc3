#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>

class QPainter;

/// The small shapes of a timeline on paper, in pixels of the look (0.75 pt). Source: the look, section
/// Timeline.
namespace plumbline::reportmarks {

QFont font(double pixels, bool bold = false);

/// Words in one line, centred vertically, shortened with an ellipsis to the width of @p area.
void words(QPainter &painter, const QRectF &area, const QString &text, const QColor &colour,
           const QFont &font, Qt::Alignment alignment = Qt::AlignLeft);
/// Words on a halo of the page's ground, from @p left, centred on @p y, not shortened.
void haloWords(QPainter &painter, double left, double y, const QString &text, const QColor &colour,
               const QFont &font);
double widthOf(const QString &text, const QFont &font);

/// A diamond as high as @p size; @p fill may be invalid for none.
void diamond(QPainter &painter, QPointF centre, double size, const QColor &frame, double frameWidth,
             const QColor &fill);
void reached(QPainter &painter, QPointF centre, const QColor &hue);
void planned(QPainter &painter, QPointF centre, const QColor &hue);
void conflict(QPainter &painter, QPointF centre);
void check(QPainter &painter, QPointF centre, double size, const QColor &colour, double width);
/// The octagon with an exclamation mark that stands before what is late.
void errorSign(QPainter &painter, QPointF centre);
/// A flag whose pole stands at @p pole, the foot of it.
void flag(QPainter &painter, QPointF pole, const QColor &colour);
/// 45° lines over an area.
void hatch(QPainter &painter, const QRectF &area, double step, double width, const QColor &colour);
/// The plumb line from @p top to the tip of its bob at @p tip.
void plumbLine(QPainter &painter, QPointF top, QPointF tip, const QColor &colour);

} // namespace plumbline::reportmarks
