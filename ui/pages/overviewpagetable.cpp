#include "ui/pages/overviewpagetable.h"

#include "ui/render/theme.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/rowpainting.h"
#include "ui/widgets/rowroles.h"
#include "ui/widgets/severity.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>

#include <algorithm>

namespace plumbline {

namespace {

constexpr int recordRole = Qt::UserRole + 0x2100; ///< QUuid, in the first cell of a row.
constexpr int padding = 8;                         ///< Of RowDelegate: 5, and 3 of Qt.
constexpr int barWidth = 96;
constexpr int barHeight = 5;
constexpr int gap = 8;

} // namespace

OverviewDelegate::OverviewDelegate(int wrapColumn, QObject *parent) : RowDelegate(parent), m_wrapColumn(wrapColumn) {}

void OverviewDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    option->features.setFlag(QStyleOptionViewItem::WrapText, index.column() == m_wrapColumn);
    if (const auto severity = Severity(index.data(OverviewRole::TextSeverity).toInt()); severity != Severity::None)
        option->palette.setColor(QPalette::Text, severityText(severity));
}

void OverviewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!index.data(OverviewRole::Bar).isValid()) {
        RowDelegate::paint(painter, option, index);
        return paintDetail(painter, option, index);
    }
    // The ground is that of an empty cell; the words stand after the bar.
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintRowGround(painter, cell);
    paintHairline(painter, cell.rect);
    paintBar(painter, cell, index);
}

void OverviewDelegate::paintDetail(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const QString detail = index.data(OverviewRole::Detail).toString();
    if (detail.isEmpty())
        return;
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const int used = padding + QFontMetrics(cell.font).horizontalAdvance(cell.text) + gap;
    const int left = cell.rect.width() - used - padding;
    if (left < 40)
        return; // No room for words worth reading; the tool tip has them.
    painter->save();
    painter->setFont(typeFont(Type::Caption));
    painter->setPen(Theme::current().ink2);
    paintElided(painter, placed(cell.direction, cell.rect, used, left), detail, cell.direction);
    painter->restore();
}

void OverviewDelegate::paintBar(QPainter *painter, const QStyleOptionViewItem &cell, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const bool isLong = index.data(OverviewRole::BarIsLong).toBool();
    const double part = std::clamp(index.data(OverviewRole::Bar).toDouble(), 0.02, 1.0);
    const int middle = cell.rect.center().y();
    QRect track = placed(cell.direction, cell.rect, padding, barWidth);
    painter->fillRect(track.x(), middle, track.width(), 1, theme.line);
    QRect bar = placed(cell.direction, cell.rect, padding, int(barWidth * part));
    painter->fillRect(bar.x(), middle - barHeight / 2, bar.width(), barHeight, isLong ? theme.amberMark : theme.ink2);
    painter->save();
    painter->setFont(cell.font);
    painter->setPen(isLong ? theme.amber : theme.ink);
    const int used = padding + barWidth + gap;
    paintElided(painter, placed(cell.direction, cell.rect, used, cell.rect.width() - used), cell.text,
                cell.direction);
    painter->restore();
}

QSize OverviewDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = RowDelegate::sizeHint(option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    if (index.data(OverviewRole::Bar).isValid())
        size.setWidth(barWidth + 3 * gap + padding + QFontMetrics(cell.font).horizontalAdvance(cell.text));
    if (index.column() != m_wrapColumn)
        return size;
    const int width = option.rect.width() - 2 * padding;
    const QRect text = QFontMetrics(cell.font).boundingRect(0, 0, std::max(width, 40), 10000, Qt::TextWordWrap,
                                                            cell.text);
    return {size.width(), std::max(size.height(), text.height() + 10)};
}

OverviewTable::OverviewTable(int columns, int stretchColumn, QWidget *parent)
    : QTableView(parent), m_rows(new QStandardItemModel(0, columns, this)), m_stretchColumn(stretchColumn)
{
    useRows(this);
    auto *delegate = new OverviewDelegate(stretchColumn, this);
    delegate->watch(this);
    setItemDelegate(delegate);
    setModel(m_rows);
    setWordWrap(true);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    horizontalHeader()->hide();
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(24);
    // Widths are set here: the header would measure them only once it is shown, after the heights were taken.
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QTableView::clicked, this, &OverviewTable::request);
}

void OverviewTable::clearRows()
{
    m_rows->removeRows(0, m_rows->rowCount());
}

void OverviewTable::addRow(const QList<QStandardItem *> &cells, RecordId record)
{
    cells.first()->setData(record.uuid, recordRole);
    m_rows->appendRow(cells);
}

void OverviewTable::setColumnRoom(int column, int width)
{
    m_rooms.insert(column, width);
}

int OverviewTable::widthOf(int column) const
{
    if (m_rooms.contains(column))
        return m_rooms.value(column);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    int width = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sectionSizeHint(column);
    for (int row = 0; row < m_rows->rowCount(); ++row)
        width = std::max(width, itemDelegate()->sizeHint(option, m_rows->index(row, column)).width());
    return width;
}

void OverviewTable::fitColumns()
{
    int rest = width();
    for (int column = 0; column < m_rows->columnCount(); ++column) {
        if (column == m_stretchColumn || isColumnHidden(column))
            continue;
        // No column may take more than a third: its text is cut before the sentence beside it is.
        const int taken = std::min(widthOf(column), width() / 3);
        horizontalHeader()->resizeSection(column, taken);
        rest -= taken;
    }
    horizontalHeader()->resizeSection(m_stretchColumn, std::max(rest, 60));
}

void OverviewTable::fit()
{
    horizontalHeader()->setFixedHeight(plumbline::rowHeight(fontMetrics()));
    updateGeometries(); // Else the rows would lie over the foot of a header that has just grown.
    fitColumns();
    resizeRowsToContents();
    int height = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->height();
    for (int row = 0; row < m_rows->rowCount(); ++row)
        height += rowHeight(row);
    setFixedHeight(height);
    // Qt keeps the place it was scrolled to while it was lower.
    verticalScrollBar()->setValue(0);
}

QStandardItem *OverviewTable::cell(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    return item;
}

QStandardItem *OverviewTable::farCell(const QString &text)
{
    QStandardItem *item = cell(text);
    item->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    return item;
}

void OverviewTable::request(const QModelIndex &index)
{
    const RecordId record(index.siblingAtColumn(0).data(recordRole).toUuid());
    if (!record.isNull())
        emit recordRequested(record);
}

void OverviewTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fit();
}

void OverviewTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        request(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void OverviewTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && event->reason() != Qt::MouseFocusReason && m_rows->rowCount() > 0)
        setCurrentIndex(m_rows->index(0, 0));
}

} // namespace plumbline
