// Keyboard and mouse of the chart. A drag ends in a request or in nothing: what is seen of it is only a
// preview.

#include "ui/gantt/ganttview.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace plumbline {

namespace {

constexpr int edgeScroll = 24; ///< Pixels the chart moves when a drag leaves it.

bool canBeDragged(TimelinePart part)
{
    return part == TimelinePart::Bar || part == TimelinePart::Diamond || part == TimelinePart::StartEdge ||
           part == TimelinePart::EndEdge;
}

} // namespace

void GanttView::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (event->button() == Qt::LeftButton && m_linking && m_linking->byKeyboard)
        return linkTo(rowAt(point)); // Begun with a key or from the menu, ended with the mouse.
    if (const int row = rowAt(point); event->button() == Qt::LeftButton && handleRect(row).contains(point)) {
        m_linking = Linking{m_state.plan().rows[size_t(row)].id, point, false};
        return;
    }
    const TimelineHit hit = hitTest(m_state.plan(), geometryOfRows(), toChart(point));
    if (hit.row < 0)
        return;
    m_state.setCurrentRow(hit.row);
    if (event->button() == Qt::LeftButton && canBeDragged(hit.part) && m_state.isMovable(hit.row))
        m_drag = Drag{hit, point, false, {}};
    else if (event->button() == Qt::LeftButton &&
             m_state.plan().rows[size_t(hit.row)].kind == TimelineRow::Kind::NewItem)
        emit typingRequested();
}

void GanttView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (m_linking && !m_linking->byKeyboard) {
        m_linking->at = point;
        viewport()->update();
        return;
    }
    if (!m_drag) {
        m_state.setHoverRow(rowAt(point));
        updateCursor(point);
        return;
    }
    if (!m_drag->moving && (point - m_drag->from).manhattanLength() < QApplication::startDragDistance())
        return;
    m_drag->moving = true;
    dragTo(point);
}

void GanttView::dragTo(const QPoint &point)
{
    const int before = horizontalScrollBar()->value();
    if (point.x() < 0 || point.x() >= viewport()->width()) {
        const bool later = (point.x() < 0) == isRightToLeft();
        horizontalScrollBar()->setValue(before + (later ? edgeScroll : -edgeScroll));
        const int moved = before - horizontalScrollBar()->value();
        m_drag->from.rx() += isRightToLeft() ? -moved : moved;
    }
    const double days = (toChart(point).x() - toChart(m_drag->from).x()) / m_scale.pixelsPerDay();
    const TimelinePlan &plan = m_state.plan();
    const TimelineRow &item = plan.rows[size_t(m_drag->hit.row)];
    const TimelineRow moved = draggedRow(item, m_drag->hit.part, int(std::lround(days)), plan.minCommentDays);
    if (m_drag->frame.isNull()) {
        const auto preview = m_state.preview();
        m_state.setPreview({});
        m_tip->hide();
        m_state.setHoverRow(-1);
        m_drag->frame = viewport()->grab();
        m_state.setPreview(preview);
    }
    const auto &shown = m_state.preview();
    if (!shown || shown->start != moved.start || shown->end != moved.end)
        m_state.setPreview(previewOf(plan, m_drag->hit.row, moved, m_forecast));
    m_tip->show(plan, *m_state.preview(), point);
}

void GanttView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_linking && !m_linking->byKeyboard)
        return linkTo(rowAt(event->position().toPoint()));
    if (event->button() != Qt::LeftButton || !m_drag)
        return;
    const int row = m_drag->hit.row;
    std::optional<GanttMove> move;
    if (m_drag->moving && m_state.preview()) {
        const TimelineRow &item = m_state.plan().rows[size_t(row)];
        TimelineRow moved = item;
        moved.start = m_state.preview()->start;
        moved.end = m_state.preview()->end;
        move = moveFrom(item, moved);
    }
    endDrag();
    if (move)
        emit moveRequested(move->item, move->start, move->target);
}

void GanttView::endDrag()
{
    if (!m_drag)
        return;
    m_drag.reset();
    m_tip->hide();
    m_state.setPreview({});
    viewport()->update();
}

void GanttView::mouseDoubleClickEvent(QMouseEvent *event)
{
    endDrag();
    const int row = rowAt(event->position().toPoint());
    if (row >= 0 && event->button() == Qt::LeftButton)
        activateRow(row);
}

void GanttView::updateCursor(const QPoint &point)
{
    const TimelineHit hit = hitTest(m_state.plan(), geometryOfRows(), toChart(point));
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (handleRect(hit.row).contains(point))
        shape = Qt::CrossCursor;
    else if (m_state.isMovable(hit.row)) {
        if (hit.part == TimelinePart::StartEdge || hit.part == TimelinePart::EndEdge)
            shape = Qt::SizeHorCursor;
        else if (canBeDragged(hit.part))
            shape = Qt::OpenHandCursor;
    }
    if (viewport()->cursor().shape() != shape)
        viewport()->setCursor(shape);
}

void GanttView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        // Shift turns the wheel sideways; in a mirrored chart later days are to the left.
        QPoint delta = event->angleDelta();
        if (event->modifiers() & Qt::ShiftModifier && delta.x() == 0)
            delta = {delta.y(), 0};
        if (delta.x() != 0)
            horizontalScrollBar()->setValue(horizontalScrollBar()->value() -
                                            (isRightToLeft() ? -delta.x() : delta.x()) * 60 / 120);
        if (delta.y() != 0)
            verticalScrollBar()->setValue(verticalScrollBar()->value() -
                                          delta.y() * 3 * m_state.rowHeight() / 120);
        event->accept();
        return;
    }
    const double x = event->position().x();
    const double anchor = isRightToLeft() ? viewport()->width() - 1 - x : x;
    setPixelsPerDay(m_scale.pixelsPerDay() * std::pow(zoomStep, event->angleDelta().y() / 120.0), anchor);
    event->accept();
}

void GanttView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const int row = byMouse ? rowAt(event->pos()) : m_state.currentRow();
    if (row < 0)
        return;
    m_state.setCurrentRow(row);
    const QPoint place = byMouse ? event->globalPos() : viewport()->mapToGlobal(markRect(row).bottomLeft());
    if (isItem(row))
        emit menuRequested(m_state.plan().rows[size_t(row)].id, place);
}

void GanttView::activateRow(int row)
{
    switch (m_state.plan().rows[size_t(row)].kind) {
    case TimelineRow::Kind::LaneHead:
        m_state.toggleLane(row);
        break;
    case TimelineRow::Kind::NewItem:
        emit typingRequested();
        break;
    case TimelineRow::Kind::Item:
        emit activated(m_state.plan().rows[size_t(row)].id);
        break;
    }
}

void GanttView::moveItem(int row, int days)
{
    if (!m_state.isMovable(row))
        return;
    const TimelineRow &item = m_state.plan().rows[size_t(row)];
    const auto move =
        moveFrom(item, draggedRow(item, TimelinePart::Bar, days, m_state.plan().minCommentDays));
    if (move)
        emit moveRequested(move->item, move->start, move->target);
}

void GanttView::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(event))
        QAbstractScrollArea::keyPressEvent(event);
}

/// The single letters of the chart win over the shortcuts of menus while it has the keyboard.
bool GanttView::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate || event->type() == QEvent::WindowDeactivate)
        updateRow(m_state.currentRow());
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = key->modifiers() == Qt::NoModifier;
        const bool level = key->modifiers() & Qt::AltModifier;
        const bool ofItem = (plain && (key->key() == Qt::Key_L || key->key() == Qt::Key_D || key->key() == Qt::Key_F2
                                       || key->key() == Qt::Key_Delete || key->key() == Qt::Key_Escape))
            || (level && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down || key->key() == Qt::Key_Left
                          || key->key() == Qt::Key_Right));
        const bool moving = key->modifiers() & Qt::ControlModifier &&
                            (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right);
        if ((plain && (key->key() == Qt::Key_F || key->key() == Qt::Key_T)) || moving
            || (ofItem && (key->key() != Qt::Key_Escape || m_linking)) ||
            (m_drag && key->key() == Qt::Key_Escape)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool GanttView::handleKey(QKeyEvent *event)
{
    if (m_drag) {
        // Only the one way out; everything else would change what is being dragged.
        if (event->key() == Qt::Key_Escape)
            endDrag();
        return true;
    }
    if (m_linking && handleLinkKey(event))
        return true;
    return m_state.hasPlan() && (handleItemKey(event) || handleRowKey(event) || handleSideKey(event) || handleZoomKey(event));
}

/// What is done to the current item.
bool GanttView::handleItemKey(QKeyEvent *event)
{
    const int row = m_state.currentRow();
    if (!isItem(row) || !m_state.plan().options.newItemRow)
        return false;
    const RecordId item = m_state.plan().rows[size_t(row)].id;
    const bool plain = event->modifiers() == Qt::NoModifier;
    const bool alt = event->modifiers() & Qt::AltModifier;
    const int later = isRightToLeft() ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_L:
        if (plain)
            beginLink(row);
        return plain;
    case Qt::Key_D:
        if (plain)
            emit editRequested(row, TimelineColumn::Deadline);
        return plain;
    case Qt::Key_F2:
        emit editRequested(row, TimelineColumn::Title);
        return true;
    case Qt::Key_Delete:
        if (plain)
            emit deleteRequested(item);
        return plain;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (alt)
            emit levelRequested(item, event->key() == Qt::Key_Right ? later : -later);
        return alt;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (alt)
            emit orderRequested(item, event->key() == Qt::Key_Down ? 1 : -1);
        return alt;
    default:
        return false;
    }
}

bool GanttView::handleRowKey(QKeyEvent *event)
{
    const int row = m_state.currentRow();
    const int page = std::max(1, viewport()->height() / m_state.rowHeight() - 1);
    const int last = m_state.plan().rowCount() - 1;
    switch (event->key()) {
    case Qt::Key_Down:
        m_state.setCurrentRow(std::min(last, row + 1));
        return true;
    case Qt::Key_Up:
        m_state.setCurrentRow(std::max(0, row - 1));
        return true;
    case Qt::Key_PageDown:
        m_state.setCurrentRow(std::min(last, row + page));
        return true;
    case Qt::Key_PageUp:
        m_state.setCurrentRow(std::max(0, row - page));
        return true;
    case Qt::Key_Home:
        m_state.setCurrentRow(0);
        return true;
    case Qt::Key_End:
        m_state.setCurrentRow(last);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row >= 0)
            activateRow(row);
        return true;
    default:
        return false;
    }
}

bool GanttView::handleSideKey(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right)
        return false;
    const int row = m_state.currentRow();
    const int later = (event->key() == Qt::Key_Right) != isRightToLeft() ? 1 : -1;
    if (event->modifiers() & Qt::ControlModifier) {
        moveItem(row, later * (event->modifiers() & Qt::ShiftModifier ? 7 : 1));
        return true;
    }
    if (row >= 0 && m_state.plan().rows[size_t(row)].kind == TimelineRow::Kind::LaneHead) {
        m_state.setFolded(m_state.plan().rows[size_t(row)].id, later < 0);
        return true;
    }
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() +
                                    later * horizontalScrollBar()->singleStep());
    return true;
}

bool GanttView::handleZoomKey(QKeyEvent *event)
{
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: // The same key without Shift on many keyboards.
        zoomBy(zoomStep);
        return true;
    case Qt::Key_Minus:
        zoomBy(1 / zoomStep);
        return true;
    case Qt::Key_F:
        fit();
        return true;
    case Qt::Key_T:
        goToToday();
        return true;
    default:
        return false;
    }
}

void GanttView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_state.currentRow() < 0 && m_state.hasPlan())
        m_state.setCurrentRow(0);
    else
        announceCurrent();
    emit focusChanged();
}

void GanttView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    emit focusChanged();
}

} // namespace plumbline
