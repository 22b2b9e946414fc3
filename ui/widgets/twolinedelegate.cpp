#include "ui/widgets/twolinedelegate.h"

#include "ui/widgets/apptheme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/controlpainting.h"
#include "ui/widgets/dotsdelegate.h"
#include "ui/widgets/rowpainting.h"
#include "ui/widgets/rowroles.h"

#include <QListView>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int padding = 16; // From both edges of the list to the text.
constexpr int gap = 8;      // Between the parts of a line.
constexpr int above = 7;    // From the edge of the row to the first line.
constexpr int below = 6;

bool hasNumbers(const QModelIndex &index)
{
    return index.siblingAtRow(0).data(RowRole::Number).isValid();
}

int numberWidth(const QFontMetrics &metrics)
{
    return metrics.horizontalAdvance(u"88.8"_s) + gap;
}

/// Takes @p width pixels and a gap from the far end of @p line and answers the place taken.
QRect takeEnd(QRect &line, int width, Qt::LayoutDirection direction)
{
    const QRect taken = placed(direction, line, line.width() - width, width);
    line = placed(direction, line, 0, line.width() - width - gap);
    return taken;
}

/// Takes @p width pixels and a gap from the reading edge of @p line.
void skip(QRect &line, int width, Qt::LayoutDirection direction)
{
    line = placed(direction, line, width + gap, line.width() - width - gap);
}

void paintFirstLine(QPainter *painter, QRect line, const QStyleOptionViewItem &option,
                    const QModelIndex &index)
{
    const Theme &theme = Theme::current();
    const auto severity = Severity(index.data(RowRole::Severity).toInt());
    if (severity != Severity::None)
        paintRowIcon(painter, takeEnd(line, 16, option.direction), severityIcon(severity),
                     severityMark(severity));
    else if (index.data(RowRole::Done).toBool())
        paintRowIcon(painter, takeEnd(line, 16, option.direction), u"check"_s, theme.green);
    painter->setFont(option.state & QStyle::State_Selected ? bold(option.font) : option.font);
    painter->setPen(theme.ink);
    paintElided(painter, line, index.data().toString(), option.direction);
}

void paintCorner(QPainter *painter, QRect &line, const QModelIndex &index, Qt::LayoutDirection direction)
{
    if (const QString corner = index.data(RowRole::Corner).toString(); !corner.isEmpty()) {
        const int width = painter->fontMetrics().horizontalAdvance(corner) + 1;
        paintElided(painter, takeEnd(line, width, direction), corner, direction);
    } else if (const QVariant filled = index.data(RowRole::DotsFilled); filled.isValid()) {
        const int total = DotsDelegate::total(index);
        const QRect place = takeEnd(line, DotsDelegate::sizeOf(total).width(), direction);
        DotsDelegate::paintDots(painter, place, filled.toInt(), total, direction);
    }
}

void paintSecondLine(QPainter *painter, QRect line, const QStyleOptionViewItem &option,
                     const QModelIndex &index)
{
    painter->setFont(typeFont(Type::Caption));
    painter->setPen(Theme::current().ink2);
    paintCorner(painter, line, index, option.direction);
    if (const QVariant chip = index.data(RowRole::Chip); chip.canConvert<ChipText>())
        skip(line, Chip::paint(painter, line, chip.value<ChipText>(), option.direction), option.direction);
    const QStringList words = index.data(RowRole::SecondLine).toStringList();
    for (const QString &word : words) {
        paintElided(painter, line, word, option.direction);
        skip(line, painter->fontMetrics().horizontalAdvance(word), option.direction);
    }
}

} // namespace

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.font = option.font; // A severity is an icon here; the title of a recommendation does not turn red.
    paintRowGround(painter, row);
    paintHairline(painter, row.rect);
    if (row.state & QStyle::State_Selected)
        paintSelectionEdge(painter, row.rect, row.direction);

    painter->save();
    const QFontMetrics metrics(row.font);
    QRect first = row.rect.adjusted(padding, above, -padding, 0);
    first.setHeight(metrics.lineSpacing());
    if (hasNumbers(index)) {
        painter->setFont(row.font);
        painter->setPen(Theme::current().ink2);
        const int width = numberWidth(metrics);
        paintElided(painter, placed(row.direction, first, 0, width), index.data(RowRole::Number).toString(),
                    row.direction);
        first = placed(row.direction, first, width, first.width() - width);
    }
    QRect second = first;
    second.setTop(first.bottom() + 1);
    second.setBottom(row.rect.bottom() - below);
    paintFirstLine(painter, first, row, index);
    paintSecondLine(painter, second, row, index);
    if (showsFocus(row))
        paintFocusInside(painter, row.rect);
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    // The width is that of the list, whatever the titles; the least is one that shows a chip and the dots.
    const QFontMetrics metrics(option.font);
    return {12 * metrics.averageCharWidth(),
            above + metrics.lineSpacing() + Chip::sizeOf({}).height() + below};
}

TwoLineDelegate *useTwoLines(QListView *view)
{
    useRows(view);
    auto *delegate = new TwoLineDelegate(view);
    delegate->watch(view);
    view->setItemDelegate(delegate);
    view->setUniformItemSizes(true);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return delegate;
}

} // namespace plumbline
