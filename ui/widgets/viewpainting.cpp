// What lists, tables and trees are drawn with besides their delegates.

#include "ui/widgets/controlpainting.h"

#include "ui/render/theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace plumbline {

void paintSortArrow(QPainter *painter, const QStyleOption &option)
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(&option);
    if (!header || header->sortIndicator == QStyleOptionHeader::None)
        return;
    const bool up = header->sortIndicator == QStyleOptionHeader::SortUp;
    paintChevron(painter, option.rect, up ? Qt::UpArrow : Qt::DownArrow, option.state);
}

void paintItemGround(QPainter *painter, const QStyleOption &option)
{
    const Theme &theme = Theme::current();
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(&option);
    if (item)
        painter->fillRect(option.rect, item->backgroundBrush);
    // Asked of the window, because a view without the keyboard takes State_Active away.
    const bool active = !item || !item->widget || item->widget->isActiveWindow();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, active ? theme.sel : theme.hover);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, theme.hover);
}

void paintBranch(QPainter *painter, const QStyleOption &option)
{
    if (!(option.state & QStyle::State_Children))
        return;
    const Qt::ArrowType folded = option.direction == Qt::LeftToRight ? Qt::RightArrow : Qt::LeftArrow;
    const bool open = option.state & QStyle::State_Open;
    paintChevron(painter, option.rect, open ? Qt::DownArrow : folded, option.state);
}

void paintDropPlace(QPainter *painter, const QStyleOption &option)
{
    const Theme &theme = Theme::current();
    const QRect &rect = option.rect;
    if (rect.height() == 0) // Between two rows.
        painter->fillRect(rect.x(), rect.y() - 1, rect.width(), 2, theme.accent);
    else if (rect.isValid())
        paintFocusInside(painter, rect);
}

void paintHeaderSection(QPainter *painter, const QStyleOption &option)
{
    const Theme &theme = Theme::current();
    const QRect &rect = option.rect;
    painter->fillRect(rect, option.palette.brush(QPalette::Base));
    painter->fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.line);
}

} // namespace plumbline
