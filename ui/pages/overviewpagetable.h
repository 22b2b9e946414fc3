#pragma once

#include "core/base/id.h"
#include "ui/widgets/rowdelegate.h"

#include <QHash>
#include <QTableView>

class QStandardItem;
class QStandardItemModel;

namespace plumbline {

/// What cells of the Overview show besides RowRole.
namespace OverviewRole {
enum : int {
    Detail = Qt::UserRole + 0x2000, ///< QString: smaller second text right after the text.
    Bar,                            ///< double from 0 to 1: a bar before the text.
    BarIsLong,                      ///< bool: the bar asks for attention.
    TextSeverity                    ///< Severity as int: colour of the text without an icon.
};
}

/// Draws the cells of an OverviewTable.
class OverviewDelegate : public RowDelegate
{
    Q_OBJECT

public:
    /// Texts of @p wrapColumn take as many lines as they need.
    explicit OverviewDelegate(int wrapColumn, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void paintDetail(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintBar(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    int m_wrapColumn;
};

/// A short table within a page that scrolls as a whole: as high as its rows, one click or Enter goes to the record.
class OverviewTable : public QTableView
{
    Q_OBJECT

public:
    /// @p stretchColumn takes the room that is left and wraps its texts; the others are as wide as their widest.
    OverviewTable(int columns, int stretchColumn, QWidget *parent = nullptr);

    QStandardItemModel *rows() const { return m_rows; }
    void clearRows();
    /// Adds a row; a null @p record goes nowhere. The table owns the cells.
    void addRow(const QList<QStandardItem *> &cells, RecordId record);
    /// Gives a column a fixed width in pixels instead of that of its widest cell.
    void setColumnRoom(int column, int width);
    /// Takes the height its rows need; to be called when they are all there.
    void fit();

    static QStandardItem *cell(const QString &text = {});
    /// A cell at the far end: figures and links.
    static QStandardItem *farCell(const QString &text);

signals:
    void recordRequested(plumbline::RecordId record);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void request(const QModelIndex &index);
    void fitColumns();
    int widthOf(int column) const;

    QStandardItemModel *m_rows;
    QHash<int, int> m_rooms; ///< Columns of a fixed width, in pixels.
    int m_stretchColumn;
};

} // namespace plumbline
