#include "ui/gantt/gantttable.h"

#include "core/timeline/timelinetexts.h"
#include "ui/gantt/ganttview.h"
#include "ui/render/ganttpainter.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>

namespace plumbline {

GanttTable::GanttTable(GanttState &state, GanttView &view, QWidget *parent)
    : QWidget(parent), m_state(state), m_view(view), m_field(new QLineEdit(this))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setAccessibleName(tr("Table of the timeline"));
    m_field->setFrame(false);
    m_field->setAccessibleName(tr("Title of the new item"));
    m_field->hide();
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { finishTyping(true); });

    connect(&m_state, &GanttState::planChanged, this, [this] {
        placeField();
        update();
    });
    connect(&m_state, &GanttState::currentChanged, this, [this](int before, int now) {
        updateRow(before);
        updateRow(now);
        updateRow(m_state.plan().rowCount() - 1); // It names the lane a new item goes to.
    });
    connect(&m_state, &GanttState::hoverChanged, this, [this](int before, int now) {
        updateRow(before);
        updateRow(now);
    });
    connect(&m_state, &GanttState::previewChanged, this, qOverload<>(&QWidget::update));
    connect(&m_state, &GanttState::fontsChanged, this, [this] {
        updateGeometry();
        update();
    });
    connect(&m_view, &GanttView::focusChanged, this, qOverload<>(&QWidget::update));
    connect(&m_view, &GanttView::typingRequested, this, &GanttTable::beginTyping);
    connect(m_view.verticalScrollBar(), &QScrollBar::valueChanged, this, &GanttTable::scrollRows);
}

QSize GanttTable::sizeHint() const
{
    return {int(scene().geometry.scaled(412)), 400};
}

QSize GanttTable::minimumSizeHint() const
{
    return {int(scene().geometry.scaled(160)), 120};
}

GanttScene GanttTable::scene() const
{
    GanttScene scene = m_state.scene(*this);
    scene.focused = m_view.hasFocus();
    return scene;
}

int GanttTable::headerHeight() const
{
    return int(scene().headerHeight());
}

int GanttTable::scrollY() const
{
    return m_view.verticalScrollBar()->value();
}

int GanttTable::rowAt(const QPoint &point) const
{
    if (point.y() < headerHeight())
        return -1;
    const int row = (point.y() - headerHeight() + scrollY()) / m_state.rowHeight();
    return row < m_state.plan().rowCount() ? row : -1;
}

QRect GanttTable::rowRect(int row) const
{
    return {0, headerHeight() + row * m_state.rowHeight() - scrollY(), width(), m_state.rowHeight()};
}

void GanttTable::updateRow(int row)
{
    if (row >= 0)
        update(rowRect(row));
}

void GanttTable::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const GanttScene scene = this->scene();
    if (!m_state.hasPlan()) {
        painter.fillRect(event->rect(), scene.theme.base);
        return;
    }
    const QRectF head(0, 0, width(), scene.headerHeight());
    const QRectF body(0, head.bottom(), width(), height() - head.height());
    if (event->rect().bottom() >= body.top())
        paintGanttTable(painter, scene, body, {0, double(scrollY())}, event->rect());
    if (event->rect().top() < head.bottom())
        paintTableHeader(GanttCanvas(painter, head, {}, scene.rightToLeft, scene.fonts), scene);
}

void GanttTable::scrollRows()
{
    const int dy = m_scrollY - scrollY();
    m_scrollY = scrollY();
    scroll(0, dy, QRect(0, headerHeight(), width(), height() - headerHeight()));
    placeField();
}

void GanttTable::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeField();
}

void GanttTable::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const int row = rowAt(point);
    if (row < 0)
        return;
    m_view.setFocus(Qt::MouseFocusReason);
    m_state.setCurrentRow(row);
    const TimelineRow::Kind kind = m_state.plan().rows[size_t(row)].kind;
    const int fromEdge = isRightToLeft() ? width() - point.x() : point.x();
    if (kind == TimelineRow::Kind::NewItem)
        beginTyping();
    else if (kind == TimelineRow::Kind::LaneHead && fromEdge < scene().geometry.scaled(30))
        m_state.toggleLane(row);
}

void GanttTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    if (row >= 0)
        m_view.activateRow(row);
}

void GanttTable::mouseMoveEvent(QMouseEvent *event)
{
    m_state.setHoverRow(rowAt(event->position().toPoint()));
}

void GanttTable::leaveEvent(QEvent *)
{
    m_state.setHoverRow(-1);
}

void GanttTable::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_view.verticalScrollBar(), event);
}

bool GanttTable::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::WindowActivate ||
        event->type() == QEvent::WindowDeactivate)
        update();
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = rowAt(help->pos());
    QString text;
    if (row >= 0 && m_state.plan().rows[size_t(row)].kind != TimelineRow::Kind::NewItem)
        text = TimelineTexts(m_state.plan(), locale()).title(m_state.plan().rows[size_t(row)]) + u'\n' +
               m_view.description(row);
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

void GanttTable::beginTyping()
{
    const TimelinePlan &plan = m_state.plan();
    if (plan.rows.empty() || plan.rows.back().kind != TimelineRow::Kind::NewItem)
        return;
    m_state.setCurrentRow(plan.rowCount() - 1);
    m_view.ensureRowVisible(plan.rowCount() - 1);
    m_field->setPlaceholderText(TimelineTexts(plan, locale()).title(plan.rows.back()));
    m_field->show();
    placeField();
    m_field->setFocus(Qt::OtherFocusReason);
}

void GanttTable::placeField()
{
    if (m_field->isHidden())
        return;
    const TimelinePlan &plan = m_state.plan();
    if (plan.rows.empty() || plan.rows.back().kind != TimelineRow::Kind::NewItem) {
        m_field->hide();
        return;
    }
    const QRectF box =
        titleBox(scene(), plan.rowCount() - 1, width()).translated(0, headerHeight() - scrollY());
    // The field has an inner margin of its own; its letters stay where the row's were.
    m_field->setGeometry(QStyle::visualRect(layoutDirection(), rect(), box.toRect().adjusted(-4, 1, 0, -1)));
}

void GanttTable::finishTyping(bool again)
{
    const QString title = m_field->text().simplified();
    const int lane = m_state.newItemLane();
    m_field->clear();
    if (!again)
        m_field->hide();
    if (!title.isEmpty() && lane >= 0)
        emit addRequested(m_state.plan().lanes[size_t(lane)].subTeam, title);
    else if (again)
        m_view.setFocus(); // Enter on nothing ends the typing; losing the focus hides the field.
}

bool GanttTable::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && !m_field->isHidden()) {
        // What was typed is not lost by clicking elsewhere.
        finishTyping(false);
    } else if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            m_field->clear();
            m_field->hide();
            m_view.setFocus();
            return true;
        }
        if (key->key() == Qt::Key_Up) {
            m_view.setFocus();
            return m_view.handleKey(key);
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace plumbline
