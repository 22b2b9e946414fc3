#include "ui/widgets/rowdelegate.h"

#include "ui/widgets/apptheme.h"
#include "ui/widgets/controlpainting.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/rowpainting.h"
#include "ui/widgets/rowroles.h"
#include "ui/widgets/severity.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>
#include <QListView>
#include <QPainter>
#include <QTableView>
#include <QTreeView>

#include <optional>

namespace plumbline {

namespace {

constexpr int cellPadding = 5; // Besides the 3 px Qt leaves around the text of an item.
constexpr int laneEdge = 4;

Severity severityOf(const QModelIndex &index)
{
    return Severity(index.data(RowRole::Severity).toInt());
}

const QHeaderView *headerOf(const QWidget *widget)
{
    if (const auto *table = qobject_cast<const QTableView *>(widget))
        return table->horizontalHeader();
    const auto *tree = qobject_cast<const QTreeView *>(widget);
    return tree ? tree->header() : nullptr;
}

/// The column a reader sees first; -1 when all are hidden.
int firstColumn(const QHeaderView &header)
{
    for (int visual = 0; visual < header.count(); ++visual) {
        if (const int column = header.logicalIndex(visual); !header.isSectionHidden(column))
            return column;
    }
    return -1;
}

/// The cell from the edge of its row on, when it is the first one; a tree indents its cells.
std::optional<QRect> rowEdge(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QHeaderView *header = headerOf(option.widget);
    if (!header)
        return option.rect;
    if (index.column() != firstColumn(*header))
        return std::nullopt;
    const int start = header->sectionViewportPosition(index.column());
    const int end = start + header->sectionSize(index.column()) - 1;
    QRect cell = option.rect;
    option.direction == Qt::LeftToRight ? cell.setLeft(start) : cell.setRight(end);
    return cell;
}

void paintEdges(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const std::optional<QRect> edge = rowEdge(option, index);
    if (!edge)
        return;
    if (const QVariant lane = index.data(RowRole::Lane); lane.isValid())
        painter->fillRect(placed(option.direction, *edge, 0, laneEdge), laneColor(lane.toInt()));
    if (option.state & QStyle::State_Selected)
        paintSelectionEdge(painter, *edge, option.direction);
}

void useRowsIn(QAbstractItemView *view, RowDelegate *delegate)
{
    delegate->watch(view);
    view->setItemDelegate(delegate);
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setAlternatingRowColors(false);
}

void setHeader(QHeaderView *header)
{
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

} // namespace

RowDelegate::RowDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Theme &theme = Theme::current();
    const Severity severity = severityOf(index);
    if (severity != Severity::None) {
        option->icon = icon(severityIcon(severity));
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(16, 16);
    }
    if (severity == Severity::Error) {
        option->font.setBold(true);
        option->palette.setColor(QPalette::Text, theme.red);
    } else if (index.data(RowRole::Link).toBool()) {
        option->palette.setColor(QPalette::Text, theme.link);
    } else if (index.data(RowRole::Quiet).toBool()) {
        option->palette.setColor(QPalette::Text, theme.ink2);
    }
    const bool hovered =
        m_hovered.isValid() && m_hovered.row() == index.row() && m_hovered.parent() == index.parent();
    option->state.setFlag(QStyle::State_MouseOver, hovered);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintRowGround(painter, cell);
    paintHairline(painter, rowEdge(cell, index).value_or(cell.rect));
    paintEdges(painter, cell, index);

    // The text is drawn as on a row that is not selected: selection changes the ground, never the ink.
    QStyleOptionViewItem content = cell;
    content.state &= ~(QStyle::State_Selected | QStyle::State_MouseOver | QStyle::State_HasFocus);
    content.backgroundBrush = Qt::NoBrush;
    content.rect.adjust(cellPadding, 0, -cellPadding, 0);
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &content, painter, cell.widget);
    if (showsFocus(cell))
        paintFocusInside(painter, cell.rect);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    const QSize content = style->sizeFromContents(QStyle::CT_ItemViewItem, &cell, {}, cell.widget);
    return {content.width() + 2 * cellPadding, rowHeight(cell.fontMetrics)};
}

void RowDelegate::watch(QAbstractItemView *view)
{
    view->setMouseTracking(true);
    view->viewport()->installEventFilter(this);
    connect(view, &QAbstractItemView::entered, this,
            [this, view](const QModelIndex &index) { setHovered(view, index); });
    connect(view, &QAbstractItemView::viewportEntered, this, [this, view] { setHovered(view, {}); });
}

bool RowDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *viewport = qobject_cast<QWidget *>(watched);
    auto *view = viewport ? qobject_cast<QAbstractItemView *>(viewport->parentWidget()) : nullptr;
    if (!view || view->viewport() != viewport)
        return QStyledItemDelegate::eventFilter(watched, event); // An open editor.
    if (event->type() == QEvent::Leave)
        setHovered(view, {});
    return false;
}

void RowDelegate::setHovered(QAbstractItemView *view, const QModelIndex &index)
{
    const auto repaint = [view](const QModelIndex &cell) {
        const QRect rect = view->visualRect(cell);
        view->viewport()->update(0, rect.y(), view->viewport()->width(), rect.height());
    };
    if (m_hovered.isValid())
        repaint(m_hovered);
    m_hovered = index;
    if (m_hovered.isValid())
        repaint(m_hovered);
}

RowDelegate *useRows(QTableView *view)
{
    auto *delegate = new RowDelegate(view);
    useRowsIn(view, delegate);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setCornerButtonEnabled(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setMinimumSectionSize(16);
    view->verticalHeader()->setDefaultSectionSize(rowHeight(view->fontMetrics()));
    setHeader(view->horizontalHeader());
    return delegate;
}

RowDelegate *useRows(QTreeView *view)
{
    auto *delegate = new RowDelegate(view);
    useRowsIn(view, delegate);
    view->setUniformRowHeights(true);
    setHeader(view->header());
    return delegate;
}

RowDelegate *useRows(QListView *view)
{
    auto *delegate = new RowDelegate(view);
    useRowsIn(view, delegate);
    return delegate;
}

} // namespace plumbline
