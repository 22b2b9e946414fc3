#include "ui/widgets/dotsdelegate.h"

#include "ui/widgets/apptheme.h"
#include "ui/widgets/rowpainting.h"
#include "ui/widgets/rowroles.h"

#include <QPainter>

#include <algorithm>

namespace plumbline {

namespace {

constexpr int cellPadding = 8;

/// From the middle of a dot to that of the next, 7 pixels at 9 pt.
int pitch()
{
    return std::max(7, QFontMetrics(typeFont(Type::Caption)).lineSpacing() * 7 / 17);
}

} // namespace

QSize DotsDelegate::sizeOf(int total)
{
    return {total * pitch(), pitch()};
}

int DotsDelegate::total(const QModelIndex &index)
{
    const QVariant total = index.data(RowRole::DotsTotal);
    return total.isValid() ? total.toInt() : 8;
}

void DotsDelegate::paintDots(QPainter *painter, const QRect &place, int filled, int total,
                             Qt::LayoutDirection direction)
{
    const Theme &theme = Theme::current();
    const qreal step = pitch();
    const qreal radius = step * 0.39;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    for (int dot = 0; dot < total; ++dot) {
        const qreal along = (dot + 0.5) * step;
        const qreal x = direction == Qt::LeftToRight ? place.x() + along : place.x() + place.width() - along;
        const QPointF middle(x, place.y() + place.height() / 2.0);
        const bool there = dot < filled;
        painter->setPen(there ? QPen(Qt::NoPen) : QPen(theme.ink3, 1));
        painter->setBrush(there ? QBrush(theme.ink2) : QBrush(Qt::NoBrush));
        const qreal size = there ? radius : radius - 0.5;
        painter->drawEllipse(middle, size, size);
    }
    painter->restore();
}

void DotsDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    option->text.clear();
}

void DotsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    RowDelegate::paint(painter, option, index);
    const QRect place = option.rect.adjusted(cellPadding, 0, -cellPadding, 0);
    paintDots(painter, place, index.data(RowRole::DotsFilled).toInt(), total(index), option.direction);
}

QSize DotsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {sizeOf(total(index)).width() + 2 * cellPadding, RowDelegate::sizeHint(option, index).height()};
}

} // namespace plumbline
