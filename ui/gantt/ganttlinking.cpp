// Linking two items of the chart: from the ring behind a mark with the mouse, or from row to row with the keyboard.

#include "ui/gantt/ganttview.h"

#include "core/timeline/timelinetexts.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>

namespace plumbline {

static constexpr double handleGap = 6;  // Between a mark and its ring, in pixels of the design.
static constexpr double handleHalf = 5; // Half of the ring.

bool GanttView::isItem(int row) const
{
    return row >= 0 && row < m_state.plan().rowCount() && m_state.plan().rows[size_t(row)].kind == TimelineRow::Kind::Item;
}

QRect GanttView::handleRect(int row) const
{
    if (!isItem(row) || !m_state.plan().rows[size_t(row)].isDated() || !m_state.plan().options.newItemRow)
        return {};
    const TimelineGeometry geometry = geometryOfRows();
    const QRectF mark = geometry.mark(m_state.plan().rows[size_t(row)], row);
    const double half = geometry.scaled(handleHalf);
    const QPointF middle(mark.right() + geometry.scaled(handleGap) + half, geometry.middle(row));
    const QRectF ring = QRectF(middle - QPointF(half, half), QSizeF(2 * half, 2 * half)).translated(-scrollOffset());
    return QStyle::visualRect(layoutDirection(), viewport()->rect(), ring.toAlignedRect());
}

void GanttView::beginLink(int row)
{
    if (!isItem(row) || !m_state.plan().options.newItemRow)
        return;
    m_linking = Linking{m_state.plan().rows[size_t(row)].id, {}, true};
    emit hint(tr("Choose the item that waits for “%1” and press Enter; Esc leaves it.")
                  .arg(TimelineTexts(m_state.plan(), locale()).title(m_state.plan().rows[size_t(row)])));
    viewport()->update();
}

void GanttView::linkTo(int row)
{
    const RecordId from = m_linking->from;
    endLink();
    if (isItem(row) && m_state.plan().rows[size_t(row)].id != from)
        emit linkRequested(from, m_state.plan().rows[size_t(row)].id);
}

void GanttView::endLink()
{
    m_linking.reset();
    emit hint({});
    viewport()->update();
}

bool GanttView::handleLinkKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        endLink();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_L:
        linkTo(m_state.currentRow());
        return true;
    default:
        viewport()->update(); // The line follows the current row.
        return false;
    }
}

void GanttView::paintLinking(QPainter &painter, const GanttScene &scene) const
{
    const int row = m_linking ? m_state.plan().rowOf(m_linking->from) : m_state.hoverRow();
    const QRect ring = handleRect(row);
    if (ring.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(scene.theme.accent, 1.5));
    painter.setBrush(scene.theme.base);
    painter.drawEllipse(QRectF(ring).adjusted(1, 1, -1, -1));
    if (m_linking) {
        const int to = m_linking->byKeyboard ? m_state.currentRow() : rowAt(m_linking->at);
        const QPointF end = m_linking->byKeyboard ? QPointF(markRect(std::max(0, to)).center()) : QPointF(m_linking->at);
        QPen pen(scene.theme.accent, 2, Qt::DashLine, Qt::FlatCap);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawLine(QRectF(ring).center(), end);
        if (isItem(to) && to != row)
            painter.drawRect(rowRect(to).adjusted(1, 1, -2, -2));
    }
    painter.restore();
}

} // namespace plumbline
