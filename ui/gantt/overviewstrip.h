#pragma once

#include "ui/gantt/ganttstate.h"

#include <QWidget>

#include <utility>
#include <vector>

namespace plumbline {

class GanttView;

/// The whole review in one strip: lanes as lines, conflicts as red diamonds, what the chart shows in a frame.
///
/// Dragging the frame scrolls the chart, dragging one of its two handles zooms it, a click elsewhere goes
/// there.
class OverviewStrip : public QWidget
{
    Q_OBJECT

public:
    OverviewStrip(GanttState &state, GanttView &view, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }
    /// The frame around what the chart shows, in the coordinates of the strip.
    QRectF frameRect() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    enum class Grip { None, Frame, First, Last };

    void readConflicts();
    TimeScale scale() const;
    double chartX(double x) const;
    QRectF logicalFrame() const;
    Grip gripAt(double x) const;

    GanttState &m_state;                          // Not owned.
    GanttView &m_view;                            // Not owned.
    std::vector<std::pair<int, int>> m_conflicts; // Lane and day, sorted.
    Grip m_grip = Grip::None;
    double m_grabDay = 0; // Day under the pointer when the drag began, from the first visible day.
};

} // namespace plumbline
