#include "ui/dialogs/conflictrowdelegate.h"

#include "ui/widgets/apptheme.h"
#include "ui/widgets/controlpainting.h"
#include "ui/widgets/rowpainting.h"
#include "ui/widgets/rowroles.h"

#include <QPainter>

namespace plumbline {

static constexpr int rowPadding = 16; // From both edges of the list to the text.
static constexpr int rowAbove = 9;    // From the edge of the row to the first line, and from the last to the edge.

void ConflictRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    paintRowGround(painter, row);
    paintHairline(painter, row.rect);
    if (row.state & QStyle::State_Selected)
        paintSelectionEdge(painter, row.rect, row.direction);

    painter->save();
    const Theme &theme = Theme::current();
    QRect line = row.rect.adjusted(rowPadding, rowAbove, -rowPadding, 0);
    line.setHeight(QFontMetrics(option.font).lineSpacing());
    const QString key = index.data(RowRole::Number).toString();
    painter->setPen(theme.ink);
    painter->setFont(bold(option.font));
    paintElided(painter, line, key, row.direction);
    const int keyWidth = key.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(key) + 10;
    painter->setFont(option.font);
    paintElided(painter, placed(row.direction, line, keyWidth, line.width() - keyWidth),
                index.data(RowRole::SecondLine).toString(), row.direction);
    line.translate(0, line.height());
    paintElided(painter, line, index.data().toString(), row.direction);
    line.translate(0, line.height());
    painter->setFont(typeFont(Type::Caption));
    painter->setPen(theme.ink2);
    paintElided(painter, line, index.data(RowRole::Corner).toString(), row.direction);
    if (showsFocus(row))
        paintFocusInside(painter, row.rect);
    painter->restore();
}

QSize ConflictRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics metrics(option.font);
    return {12 * metrics.averageCharWidth(), 3 * metrics.lineSpacing() + 2 * rowAbove};
}

} // namespace plumbline
