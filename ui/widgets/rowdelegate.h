#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

class QAbstractItemView;
class QHeaderView;
class QListView;
class QTableView;
class QTreeView;

namespace plumbline {

/// Draws the cells of a table: hairline below, hover and selection over the whole row, 3 px edge on the
/// selected row, severity icon, Bold red text for an error. Reads Severity, Link, Quiet and Lane of RowRole.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RowDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Follows the pointer in @p view, so that hover covers the row and not one cell. useRows() calls it.
    void watch(QAbstractItemView *view);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setHovered(QAbstractItemView *view, const QModelIndex &index);

    QPersistentModelIndex m_hovered; // Any cell of the row under the pointer.
};

/// Gives a view the look of a list of the record: no frame, no grid, whole rows, our delegate and row height.
///
/// Answers the delegate, which the view owns. Column widths, sorting and selection mode stay with the caller.
RowDelegate *useRows(QTableView *view);
RowDelegate *useRows(QTreeView *view);
RowDelegate *useRows(QListView *view);

} // namespace plumbline
