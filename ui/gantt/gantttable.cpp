#include "ui/gantt/gantttable.h"

#include "core/timeline/timelinetexts.h"
#include "ui/gantt/ganttview.h"
#include "ui/render/ganttpainter.h"
#include "ui/render/gantttablepainter.h"

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

#include <utility>

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
    connect(&m_view, &GanttView::editRequested, this, [this](int row, TimelineColumn column) { beginEdit(row, column); });
    connect(m_view.verticalScrollBar(), &QScrollBar::valueChanged, this, &GanttTable::scrollRows);
}

QSize GanttTable::sizeHint() const
{
    return {int(scene().geometry.scaled(436)), 400};
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
    if (point.y() < headerHeight() && event->button() == Qt::LeftButton)
        emit sortRequested(columnAt(point));
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
    const QPoint point = event->position().toPoint();
    const int row = rowAt(point);
    if (row < 0)
        return;
    const bool isItem = m_state.plan().rows[size_t(row)].kind == TimelineRow::Kind::Item;
    if (isItem && canBeTyped(columnAt(point)) && m_state.plan().options.newItemRow)
        beginEdit(row, columnAt(point));
    else
        m_view.activateRow(row);
}

void GanttTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->pos().y() < headerHeight())
        return emit columnsRequested(event->globalPos());
    const int row = rowAt(event->pos());
    if (row < 0 || m_state.plan().rows[size_t(row)].kind != TimelineRow::Kind::Item)
        return;
    m_state.setCurrentRow(row);
    emit m_view.menuRequested(m_state.plan().rows[size_t(row)].id, event->globalPos());
}

TimelineColumn GanttTable::columnAt(const QPoint &point) const
{
    return GanttColumns(scene(), width()).at(isRightToLeft() ? width() - 1 - point.x() : point.x());
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

bool GanttTable::canBeTyped(TimelineColumn column)
{
    switch (column) {
    case TimelineColumn::Title:
    case TimelineColumn::Start:
    case TimelineColumn::Target:
    case TimelineColumn::Deadline:
    case TimelineColumn::Progress:
    case TimelineColumn::Owner:
        return true;
    case TimelineColumn::Key:
    case TimelineColumn::Slip:
    case TimelineColumn::Slack:
    case TimelineColumn::Forecast:
        return false;
    }
    return false;
}

void GanttTable::beginTyping()
{
    const TimelinePlan &plan = m_state.plan();
    if (plan.rows.empty() || plan.rows.back().kind != TimelineRow::Kind::NewItem)
        return;
    m_typing = {};
    m_state.setCurrentRow(plan.rowCount() - 1);
    m_view.ensureRowVisible(plan.rowCount() - 1);
    m_field->setAccessibleName(tr("Title of the new item"));
    m_field->setPlaceholderText(TimelineTexts(plan, locale()).title(plan.rows.back()));
    m_field->clear();
    m_field->show();
    placeField();
    m_field->setFocus(Qt::OtherFocusReason);
}

void GanttTable::beginEdit(int row, TimelineColumn column, const QString &text)
{
    if (row < 0 || row >= m_state.plan().rowCount() || !canBeTyped(column) || !m_state.plan().options.newItemRow
        || m_state.plan().rows[size_t(row)].kind != TimelineRow::Kind::Item)
        return;
    const RecordId record = m_state.plan().rows[size_t(row)].id;
    if (column != TimelineColumn::Title && cellBox(scene(), row, width(), column).isEmpty())
        emit columnNeeded(column); // The plan is another one now.
    row = m_state.plan().rowOf(record);
    if (row < 0)
        return;
    const TimelineTexts texts(m_state.plan(), locale());
    const TimelineRow &item = m_state.plan().rows[size_t(row)];
    m_typing = {record, column, texts.typed(item, column)};
    m_state.setCurrentRow(row);
    m_view.ensureRowVisible(row);
    m_field->setAccessibleName(tr("%1 of %2", "a column and an item")
                                   .arg(TimelineTexts::columnTitle(column), texts.title(item)));
    m_field->setPlaceholderText(TimelineTexts::columnTitle(column));
    m_field->setText(text.isEmpty() ? m_typing.before : text);
    m_field->selectAll();
    m_field->show();
    placeField();
    m_field->setFocus(Qt::OtherFocusReason);
}

int GanttTable::typingRow() const
{
    const TimelinePlan &plan = m_state.plan();
    if (!m_typing.record.isNull())
        return plan.rowOf(m_typing.record);
    return plan.rows.empty() || plan.rows.back().kind != TimelineRow::Kind::NewItem ? -1 : plan.rowCount() - 1;
}

/// Goes on to the next cell of the row that can be typed in; false when there is none.
bool GanttTable::goToCell(int step)
{
    const GanttColumns columns(scene(), width());
    QList<TimelineColumn> cells{TimelineColumn::Title};
    for (const GanttColumn &column : columns.columns) {
        if (canBeTyped(column.what))
            cells += column.what;
    }
    const qsizetype next = cells.indexOf(m_typing.column) + step;
    const RecordId record = m_typing.record;
    if (record.isNull() || next < 0 || next >= cells.size())
        return false;
    finishTyping(false);
    beginEdit(m_state.plan().rowOf(record), cells.at(next));
    return true;
}

void GanttTable::placeField()
{
    if (m_field->isHidden())
        return;
    const int row = typingRow();
    if (row < 0) {
        m_field->hide();
        return;
    }
    const double least = scene().geometry.scaled(104); // Dates are typed in words, too.
    QRectF box = cellBox(scene(), row, width(), m_typing.column);
    if (box.isEmpty()) // There is no room for the column; its name stands in the field.
        box = QRectF(width() - least - 8, scene().geometry.top(row), least, m_state.rowHeight());
    box.translate(0, headerHeight() - scrollY());
    if (box.width() < least)
        box.setLeft(box.right() - least);
    // The field has an inner margin of its own; its letters stay where the row's were.
    m_field->setGeometry(QStyle::visualRect(layoutDirection(), rect(), box.toRect().adjusted(-4, 1, 4, -1)));
}

void GanttTable::finishTyping(bool again)
{
    const QString text = m_field->text().simplified();
    if (!m_typing.record.isNull()) {
        const Typing typing = std::exchange(m_typing, {});
        m_field->hide();
        if (again)
            m_view.setFocus();
        if (text != typing.before)
            emit valueTyped(typing.record, typing.column, text);
        return;
    }
    const int lane = m_state.newItemLane();
    m_field->clear();
    if (!again)
        m_field->hide();
    if (!text.isEmpty() && lane >= 0)
        emit addRequested(m_state.plan().lanes[size_t(lane)].subTeam, text);
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
            m_typing = {};
            m_field->clear();
            m_field->hide();
            m_view.setFocus();
            return true;
        }
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab)
            return goToCell(key->key() == Qt::Key_Tab ? 1 : -1);
        if (key->key() == Qt::Key_Up) {
            m_view.setFocus();
            return m_view.handleKey(key);
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace plumbline
