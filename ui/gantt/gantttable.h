#pragma once

#include "ui/gantt/ganttstate.h"

#include <QWidget>

class QLineEdit;

namespace plumbline {

class GanttView;

/// The table beside the chart: title with its state, target, slip, owner; row by row level with the chart.
///
/// It has no keyboard focus of its own, the chart's is shown in it; only typing a new title happens here.
class GanttTable : public QWidget
{
    Q_OBJECT

public:
    GanttTable(GanttState &state, GanttView &view, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// Opens the field in the last row; nothing happens when the plan has no such row.
    void beginTyping();
    /// Opens the field in a cell of an item, with @p text or what stands there; nothing happens where nothing can be typed.
    /// A column that is not shown is asked for first.
    void beginEdit(int row, TimelineColumn column, const QString &text = {});
    static bool canBeTyped(TimelineColumn column);
    QLineEdit *titleField() const { return m_field; }

signals:
    /// A title was typed for a new item of the sub-team (null: the full team).
    void addRequested(RecordId subTeam, const QString &title);
    /// Something else was typed into a cell.
    void valueTyped(RecordId record, TimelineColumn column, const QString &text);
    void sortRequested(TimelineColumn column);
    /// The columns are to be chosen, at a place of the screen.
    void columnsRequested(const QPoint &place);
    /// A column is needed that is not shown.
    void columnNeeded(TimelineColumn column);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    GanttScene scene() const;
    int headerHeight() const;
    int scrollY() const;
    int rowAt(const QPoint &point) const;
    QRect rowRect(int row) const;
    void updateRow(int row);
    void scrollRows();
    /// The cell being typed in; without a record a new item's title.
    struct Typing {
        RecordId record;
        TimelineColumn column = TimelineColumn::Title;
        QString before;
    };

    TimelineColumn columnAt(const QPoint &point) const;
    int typingRow() const;
    bool goToCell(int step);
    void placeField();
    void finishTyping(bool again);

    GanttState &m_state; // Not owned.
    GanttView &m_view;   // Not owned; scrolls the rows of both.
    QLineEdit *m_field;
    Typing m_typing;
    int m_scrollY = 0;
};

} // namespace plumbline
