#include "ui/window/searchdelegate.h"

#include "ui/widgets/apptheme.h"
#include "ui/widgets/controlpainting.h"
#include "ui/widgets/rowpainting.h"

#include <QPainter>
#include <QTextLayout>

namespace plumbline {

namespace {

constexpr int searchPadding = 12; // From both edges of the list to the text.
constexpr int searchGap = 12;
constexpr int searchAbove = 6;
constexpr int boldRoom = 16; // By which words in Bold may be wider than they were measured.

/// The excerpt on one line, with the words found Bold.
void paintExcerpt(QPainter *painter, const QRect &place, const QString &excerpt, const QList<SearchHit::Mark> &marks)
{
    const QString shown = QFontMetrics(typeFont(Type::Caption)).elidedText(excerpt, Qt::ElideRight, place.width() - boldRoom);
    QTextLayout layout(shown, typeFont(Type::Caption));
    QList<QTextLayout::FormatRange> formats;
    for (const SearchHit::Mark &mark : marks) {
        QTextCharFormat found;
        found.setFontWeight(QFont::Bold);
        found.setForeground(Theme::current().ink);
        if (mark.from < shown.size())
            formats += {int(mark.from), int(std::min<qsizetype>(mark.length, shown.size() - mark.from)), found};
    }
    layout.setFormats(formats);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(place.width());
    layout.endLayout();
    painter->save();
    painter->setClipRect(place);
    painter->setPen(Theme::current().ink2);
    layout.draw(painter, place.topLeft());
    painter->restore();
}

} // namespace

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    paintRowGround(painter, row);
    paintHairline(painter, row.rect);
    if (row.state & QStyle::State_Selected)
        paintSelectionEdge(painter, row.rect, row.direction);
    painter->save();
    QRect line = row.rect.adjusted(searchPadding, searchAbove, -searchPadding, 0);
    line.setHeight(QFontMetrics(row.font).lineSpacing());
    const QString corner = index.data(CornerRole).toString();
    painter->setFont(typeFont(Type::Caption));
    painter->setPen(Theme::current().ink2);
    const int cornerWidth = painter->fontMetrics().horizontalAdvance(corner) + 1;
    paintElided(painter, placed(row.direction, line, line.width() - cornerWidth, cornerWidth), corner, row.direction);
    painter->setFont(row.font);
    painter->setPen(Theme::current().ink);
    paintElided(painter, placed(row.direction, line, 0, line.width() - cornerWidth - searchGap),
                index.data().toString(), row.direction);
    if (const QString excerpt = index.data(ExcerptRole).toString(); !excerpt.isEmpty()) {
        const QRect below(line.left(), line.bottom() + 1, line.width(), row.rect.bottom() - line.bottom());
        paintExcerpt(painter, below, excerpt, index.data(MarksRole).value<QList<SearchHit::Mark>>());
    }
    painter->restore();
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int first = QFontMetrics(option.font).lineSpacing();
    const bool hasExcerpt = !index.data(ExcerptRole).toString().isEmpty();
    const int second = hasExcerpt ? QFontMetrics(typeFont(Type::Caption)).lineSpacing() : 0;
    return {200, first + second + 2 * searchAbove};
}

} // namespace plumbline
