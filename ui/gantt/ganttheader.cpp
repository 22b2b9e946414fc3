// The header of the chart; its class stands beside that of the chart it belongs to.

#include "ui/gantt/ganttview.h"

#include "core/timeline/timelinetexts.h"
#include "ui/render/ganttpainter.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPixmap>
#include <QToolTip>
#include <QWheelEvent>

namespace plumbline {

GanttHeader::GanttHeader(GanttView &view) : QWidget(&view), m_view(view)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void GanttHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const GanttScene scene = m_view.scene();
    if (!m_view.state().hasPlan()) {
        painter.fillRect(rect(), scene.theme.base);
        return;
    }
    const QPointF scroll(m_view.scrollOffset().x(), 0);
    paintGanttHeader(GanttCanvas(painter, rect(), scroll, scene.rightToLeft, scene.fonts), scene);
}

int GanttHeader::deadlineAt(const QPoint &point) const
{
    if (!m_view.state().hasPlan())
        return -1;
    QPixmap nothing(1, 1);
    QPainter painter(&nothing);
    const GanttScene scene = m_view.scene();
    const QPointF scroll(m_view.scrollOffset().x(), 0);
    const GanttCanvas canvas(painter, rect(), scroll, scene.rightToLeft, scene.fonts);
    const int x = scene.rightToLeft ? width() - 1 - point.x() : point.x();
    return deadlineInHeader(canvas, scene, scroll + QPointF(x, point.y()));
}

void GanttHeader::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int deadline = deadlineAt(event->position().toPoint());
    if (deadline >= 0)
        emit m_view.activated(m_view.state().plan().deadlines[size_t(deadline)].milestone);
}

void GanttHeader::wheelEvent(QWheelEvent *event)
{
    m_view.wheelEvent(event);
}

bool GanttHeader::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int deadline = deadlineAt(help->pos());
    const TimelinePlan &plan = m_view.state().plan();
    QToolTip::showText(
        help->globalPos(),
        deadline < 0 ? QString() : TimelineTexts(plan, locale()).deadline(plan.deadlines[size_t(deadline)]),
        this);
    return true;
}

} // namespace plumbline
