#include "ui/widgets/navigationdelegate.h"

#include "ui/widgets/apptheme.h"
#include "ui/widgets/controlpainting.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/rowpainting.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int rowIconSize = 16;
constexpr int wordStart = 38; // From the edge of the list: room for the accent edge and the icon.
constexpr int iconStart = 14;
constexpr int countEnd = 9;
constexpr int iconGap = 3; // Between the icon of a severity and its count.
constexpr int wordGap = 2; // Between the word and what follows it.
constexpr int breakHeight = 17;
constexpr int breakInset = 16;

int heightOf(const QFontMetrics &metrics)
{
    return rowHeight(metrics) + 4;
}

/// Draws the count at the end of @p row, with its icon before it, and answers the width taken.
int paintCount(QPainter *painter, const QRect &row, const QModelIndex &index, Qt::LayoutDirection direction)
{
    const int count = index.data(NavigationList::CountRole).toInt();
    if (count == 0)
        return 0;
    const QString number = QLocale().toString(count);
    const int width = painter->fontMetrics().horizontalAdvance(number);
    painter->setPen(Theme::current().ink2);
    painter->drawText(placed(direction, row, row.width() - countEnd - width, width + 1), Qt::AlignCenter,
                      number);

    const auto severity = Severity(index.data(NavigationList::SeverityRole).toInt());
    if (severity == Severity::None)
        return width + wordGap;
    const int start = row.width() - countEnd - width - iconGap - rowIconSize;
    paintRowIcon(painter, placed(direction, row, start, rowIconSize), severityIcon(severity),
                 severityMark(severity));
    return width + iconGap + rowIconSize + wordGap;
}

} // namespace

void NavigationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    QRect row = option.rect;
    painter->save();
    if (index.data(NavigationList::GroupBreakRole).toBool()) {
        painter->fillRect(row.x() + breakInset, row.y() + breakHeight / 2, row.width() - 2 * breakInset, 1,
                          theme.line);
        row.setTop(row.top() + breakHeight);
    }
    // Whether the list has the keyboard does not change where one is, so the state of the window is not
    // asked.
    const bool current = option.state & QStyle::State_Selected;
    if (current) {
        painter->fillRect(row, theme.sel);
        paintSelectionEdge(painter, row, option.direction);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(row, theme.hover);
    }
    paintRowIcon(painter, placed(option.direction, row, iconStart, rowIconSize),
                 index.data(NavigationList::IconNameRole).toString(), current ? theme.ink : theme.ink2);
    painter->setFont(option.font);
    const int taken = paintCount(painter, row, index, option.direction);
    const QRect words = placed(option.direction, row, wordStart, row.width() - wordStart - countEnd - taken);
    painter->setFont(current ? bold(option.font) : option.font);
    painter->setPen(current ? theme.ink : theme.ink2);
    paintElided(painter, words, index.data().toString(), option.direction);
    if (showsFocus(option))
        paintFocusInside(painter, row);
    painter->restore();
}

QSize NavigationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool breaks = index.data(NavigationList::GroupBreakRole).toBool();
    // Room for a count of two digits; a larger one takes from the word.
    const QFontMetrics words(bold(option.font));
    const int count = words.horizontalAdvance(u"00"_s) + rowIconSize + iconGap;
    const int width =
        wordStart + words.horizontalAdvance(index.data().toString()) + wordGap + count + countEnd;
    return {width, heightOf(option.fontMetrics) + (breaks ? breakHeight : 0)};
}

} // namespace plumbline
