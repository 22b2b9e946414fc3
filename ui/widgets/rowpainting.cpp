#include "ui/widgets/rowpainting.h"

#include "ui/render/theme.h"
#include "ui/widgets/controlpainting.h"
#include "ui/widgets/icons.h"

#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace plumbline {

QRect placed(Qt::LayoutDirection direction, const QRect &row, int start, int width)
{
    return QStyle::visualRect(direction, row, QRect(row.x() + start, row.y(), width, row.height()));
}

void paintSelectionEdge(QPainter *painter, const QRect &row, Qt::LayoutDirection direction)
{
    painter->fillRect(placed(direction, row, 0, 3), Theme::current().accent);
}

void paintHairline(QPainter *painter, const QRect &row)
{
    painter->fillRect(row.x(), row.bottom(), row.width(), 1, Theme::current().line);
}

void paintRowIcon(QPainter *painter, const QRect &place, const QString &name, const QColor &color)
{
    if (name.isEmpty())
        return;
    const int side = std::min({place.width(), place.height(), 16});
    const QPoint corner(place.x() + (place.width() - side) / 2, place.y() + (place.height() - side) / 2);
    painter->drawPixmap(corner, iconPixmap(name, side, color, painter->device()->devicePixelRatio()));
}

void paintElided(QPainter *painter, const QRect &place, const QString &text, Qt::LayoutDirection direction)
{
    if (place.width() <= 0)
        return;
    const auto alignment = QStyle::visualAlignment(direction, Qt::AlignLeading | Qt::AlignVCenter);
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width());
    const Qt::LayoutDirection before = painter->layoutDirection();
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // A text runs as its own language does, wherever it stands.
    painter->drawText(place, int(alignment | Qt::AlignAbsolute) | Qt::TextSingleLine, shown);
    painter->setLayoutDirection(before);
}

void paintRowGround(QPainter *painter, const QStyleOptionViewItem &option)
{
    paintItemGround(painter, option);
}

bool showsFocus(const QStyleOptionViewItem &option)
{
    const bool keyboard =
        !option.widget || option.widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    return keyboard && option.state & QStyle::State_HasFocus;
}

} // namespace plumbline
