#include "ui/render/reportmarks.h"

#include "ui/render/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

using namespace Qt::StringLiterals;

namespace plumbline::reportmarks {

QFont font(double pixels, bool bold)
{
    QFont font;
    font.setFamilies({u"Noto Sans"_s, u"Noto Sans Arabic"_s, u"Noto Sans CJK SC"_s});
    font.setPixelSize(int(std::lround(pixels)));
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double widthOf(const QString &text, const QFont &font)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

void words(QPainter &painter, const QRectF &area, const QString &text, const QColor &colour,
           const QFont &font, Qt::Alignment alignment)
{
    if (text.isEmpty() || area.width() <= 0)
        return;
    painter.setFont(font);
    painter.setPen(colour);
    const QString shortened = QFontMetricsF(font).elidedText(text, Qt::ElideRight, area.width() + 0.5);
    painter.drawText(area, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip),
                     shortened);
}

void haloWords(QPainter &painter, double left, double y, const QString &text, const QColor &colour,
               const QFont &font)
{
    const QRectF area(left, y - 8, widthOf(text, font) + 1, 16);
    QColor halo = Theme::light().base;
    painter.fillRect(area.adjusted(-3, 1, 3, -1), halo);
    words(painter, area, text, colour, font);
}

void diamond(QPainter &painter, QPointF centre, double size, const QColor &frame, double frameWidth,
             const QColor &fill)
{
    const double r = size / 2;
    painter.setPen(frame.isValid() ? QPen(frame, frameWidth, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin)
                                   : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawPolygon(QPolygonF(
        {centre + QPointF(0, -r), centre + QPointF(r, 0), centre + QPointF(0, r), centre + QPointF(-r, 0)}));
}

void check(QPainter &painter, QPointF centre, double size, const QColor &colour, double width)
{
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const double r = size / 2;
    painter.drawPolyline(QPolygonF(
        {centre + QPointF(-r, 0), centre + QPointF(-r * 0.25, r * 0.7), centre + QPointF(r, -r * 0.7)}));
}

void reached(QPainter &painter, QPointF centre, const QColor &hue)
{
    diamond(painter, centre, 12, QColor(), 0, hue);
    check(painter, centre, 5, Theme::light().base, 1.2);
}

void planned(QPainter &painter, QPointF centre, const QColor &hue)
{
    diamond(painter, centre, 12, hue, 2, Theme::light().base);
}

void conflict(QPainter &painter, QPointF centre)
{
    const Theme &theme = Theme::light();
    diamond(painter, centre, 15, QColor(), 0, theme.red);
    painter.fillRect(QRectF(centre.x() - 0.75, centre.y() - 3.8, 1.5, 4.4), theme.onBar);
    painter.fillRect(QRectF(centre.x() - 0.75, centre.y() + 1.6, 1.5, 1.6), theme.onBar);
}

void errorSign(QPainter &painter, QPointF centre)
{
    const Theme &theme = Theme::light();
    QPolygonF octagon;
    for (int i = 0; i < 8; ++i) {
        const double angle = (i + 0.5) * M_PI / 4;
        octagon << centre + QPointF(std::cos(angle), std::sin(angle)) * 6.6;
    }
    painter.setPen(QPen(theme.red, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(octagon);
    painter.fillRect(QRectF(centre.x() - 0.75, centre.y() - 3.4, 1.5, 4.2), theme.red);
    painter.fillRect(QRectF(centre.x() - 0.75, centre.y() + 1.8, 1.5, 1.6), theme.red);
}

void flag(QPainter &painter, QPointF pole, const QColor &colour)
{
    painter.fillRect(QRectF(pole.x() - 0.6, pole.y() - 12, 1.4, 12), colour);
    QPainterPath cloth;
    cloth.addPolygon(QPolygonF({pole + QPointF(0, -12), pole + QPointF(9, -12), pole + QPointF(6.6, -8.6),
                                pole + QPointF(9, -5.2), pole + QPointF(0, -5.2)}));
    cloth.closeSubpath();
    painter.fillPath(cloth, colour);
}

void hatch(QPainter &painter, const QRectF &area, double step, double width, const QColor &colour)
{
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setPen(QPen(colour, width));
    // The lines hang on the page and not on the area, so neighbouring areas meet.
    const double first = std::floor((area.left() + area.top()) / step) * step;
    for (double sum = first; sum < area.right() + area.bottom() + step; sum += step)
        painter.drawLine(QPointF(sum - area.top(), area.top()), QPointF(sum - area.bottom(), area.bottom()));
    painter.restore();
}

void plumbLine(QPainter &painter, QPointF top, QPointF tip, const QColor &colour)
{
    const double height = 15;
    painter.fillRect(QRectF(top.x() - 0.75, top.y(), 1.5, tip.y() - height - top.y()), colour);
    QPainterPath bob;
    bob.addPolygon(QPolygonF({tip + QPointF(-4.5, -height), tip + QPointF(4.5, -height), tip}));
    bob.closeSubpath();
    painter.fillPath(bob, colour);
}

} // namespace plumbline::reportmarks
