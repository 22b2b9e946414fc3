#pragma once

#include "ui/gantt/ganttdrag.h"
#include "ui/gantt/ganttstate.h"

#include <QAbstractScrollArea>
#include <QPixmap>

namespace plumbline {

class GanttHeader;

/// The chart: rows of bars and diamonds over time.
///
/// Paints only what is seen and scrolls by moving what is painted. It changes nothing in the review: a drag
/// or a key that would move an item ends in moveRequested(), and what is seen follows the next plan. x of its
/// scroll bar is in pixels from the first day of its scale, in either direction of reading.
class GanttView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit GanttView(GanttState &state, QWidget *parent = nullptr);

    GanttState &state() const { return m_state; }
    TimelineGeometry geometryOfRows() const;
    const TimeScale &scale() const { return m_scale; }

    /// Zooms to @p pixelsPerDay, keeping the day at @p anchor (pixels from the leading edge of the chart) in
    /// place.
    void setPixelsPerDay(double pixelsPerDay, double anchor);
    static constexpr double zoomStep = 1.25; ///< Of a key, a button and a notch of the wheel.
    void zoomBy(double factor);
    /// Columns of @p unit at a comfortable width.
    void setUnit(TimeUnit unit);
    TimeUnit unit() const { return m_scale.unit(); }
    /// The whole plan in the width there is.
    void fit();
    /// Today a third of the way into the chart.
    void goToToday();
    /// Shows the days from @p first to @p last, which may have fractions.
    void showDays(double first, double last);
    double firstVisibleDay() const;
    double lastVisibleDay() const;
    void ensureRowVisible(int row);

    void setConflictForecast(const ConflictForecast &forecast) { m_forecast = forecast; }
    bool isDragging() const { return m_drag.has_value(); }

    /// Begins to link the item of @p row: the next item chosen, with the mouse or with Enter, will wait for it.
    void beginLink(int row);
    bool isLinking() const { return m_linking.has_value(); }
    /// Where a link is drawn from with the mouse: a ring behind the mark of a row; empty when it has none.
    QRect handleRect(int row) const;

    /// The row at a point of the viewport; -1 below the last.
    int rowAt(const QPoint &point) const;
    /// The whole width of a row, and the mark in it, in the coordinates of the viewport.
    QRect rowRect(int row) const;
    QRect markRect(int row) const;
    /// Everything a row shows, in words.
    QString description(int row) const;
    /// Asks to move the item of @p row; nothing happens when it cannot be moved.
    void moveItem(int row, int days);
    /// What Enter and a double click do: opens an item, folds a lane, begins to type.
    void activateRow(int row);

    /// Handles a key as the chart does; the table passes its keys on. True when it had a meaning.
    bool handleKey(QKeyEvent *event);

signals:
    void activated(RecordId record);
    void moveRequested(RecordId record, std::optional<PartialDate> newStart, PartialDate newTarget);
    void typingRequested();
    /// @p to is to wait for @p from.
    void linkRequested(RecordId from, RecordId to);
    /// What can be done with a record is asked for at a place of the screen.
    void menuRequested(RecordId record, const QPoint &place);
    /// The item is to lie a level deeper (1) or less deep (-1), or before (-1) or after (1) its neighbour.
    void levelRequested(RecordId record, int levels);
    void orderRequested(RecordId record, int places);
    void deleteRequested(RecordId record);
    /// A cell of a row is to be typed in.
    void editRequested(int row, TimelineColumn column);
    /// What a way of working that was begun waits for; empty when it is over.
    void hint(const QString &words);
    void scaleChanged();
    void focusChanged();
    /// Another width of time is seen at the same zoom.
    void resized();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Drag {
        TimelineHit hit;
        QPoint from;
        bool moving = false; ///< False until the pointer went far enough to mean it.
        QPixmap frame;       ///< The chart without the preview, so that a step paints only what moves.
    };

    /// A link under way: from an item to the pointer, or to the current row.
    struct Linking {
        RecordId from;
        QPoint at;
        bool byKeyboard = false;
    };

    GanttScene scene() const;
    QPointF scrollOffset() const;
    QPointF toChart(const QPoint &point) const;
    void adoptPlan();
    void updateScrollBars();
    void updateRow(int row);
    void updateMovingWords(int dx);
    void updateBob(int dy);
    void layOutHeader();
    void dragTo(const QPoint &point);
    void endDrag();
    void updateCursor(const QPoint &point);
    QString tipAt(const QPoint &point) const;
    void announceCurrent();

    bool isItem(int row) const;
    void linkTo(int row);
    void endLink();
    void paintLinking(QPainter &painter, const GanttScene &scene) const;

    bool handleLinkKey(QKeyEvent *event);
    bool handleItemKey(QKeyEvent *event);
    bool handleRowKey(QKeyEvent *event);
    bool handleZoomKey(QKeyEvent *event);
    bool handleSideKey(QKeyEvent *event);

    GanttState &m_state; // Not owned, outlives the view.
    TimeScale m_scale;
    GanttHeader *m_header;
    GanttTip *m_tip;
    ConflictForecast m_forecast;
    std::optional<Drag> m_drag;
    std::optional<Linking> m_linking;
    bool m_shown = false; // A plan was shown before, so its zoom is the user's.

    friend class GanttHeader;
};

/// The header above the chart; scrolls sideways with it.
class GanttHeader : public QWidget
{
    Q_OBJECT

public:
    explicit GanttHeader(GanttView &view);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;

private:
    int deadlineAt(const QPoint &point) const;

    GanttView &m_view; // Its parent.
};

} // namespace plumbline
