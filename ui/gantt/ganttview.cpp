#include "ui/gantt/ganttview.h"

#include "core/timeline/timelinetexts.h"
#include "ui/gantt/ganttaccessible.h"
#include "ui/render/ganttpainter.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int leastMargin = 14; ///< Days shown before the first and after the last of the plan, at least.

} // namespace

GanttView::GanttView(GanttState &state, QWidget *parent)
    : QAbstractScrollArea(parent),
      m_state(state),
      m_header(new GanttHeader(*this)),
      m_tip(new GanttTip(viewport()))
{
    installGanttAccessibility();
    setAccessibleName(tr("Timeline"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    // The strip below shows where one is, and moves the chart.
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    connect(&m_state, &GanttState::planChanged, this, &GanttView::adoptPlan);
    connect(&m_state, &GanttState::currentChanged, this, [this](int before, int now) {
        updateRow(before);
        updateRow(now);
        ensureRowVisible(now);
        announceCurrent();
    });
    connect(&m_state, &GanttState::hoverChanged, this, [this](int before, int now) {
        updateRow(before);
        updateRow(now);
    });
    connect(&m_state, &GanttState::previewChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&m_state, &GanttState::fontsChanged, this, [this] {
        layOutHeader();
        updateScrollBars();
        viewport()->update();
    });
    m_state.setFonts(font());
}

GanttScene GanttView::scene() const
{
    GanttScene scene = m_state.scene(*this);
    scene.geometry = geometryOfRows();
    scene.focused = hasFocus();
    return scene;
}

TimelineGeometry GanttView::geometryOfRows() const
{
    return {m_scale, double(m_state.rowHeight())};
}

QPointF GanttView::scrollOffset() const
{
    return {double(horizontalScrollBar()->value()), double(verticalScrollBar()->value())};
}

QPointF GanttView::toChart(const QPoint &point) const
{
    const int x = isRightToLeft() ? viewport()->width() - 1 - point.x() : point.x();
    return scrollOffset() + QPointF(x, point.y());
}

void GanttView::adoptPlan()
{
    endDrag();
    if (m_linking && m_state.plan().rowOf(m_linking->from) < 0)
        endLink();
    const double first = firstVisibleDay();
    const TimelinePlan &plan = m_state.plan();
    const int margin = std::max(leastMargin, (plan.lastDay - plan.firstDay) / 16);
    m_scale = TimeScale(plan.firstDay - margin, plan.lastDay + margin, m_scale.pixelsPerDay());
    if (m_shown) {
        updateScrollBars();
        horizontalScrollBar()->setValue(int(std::lround(m_scale.x(first))));
    } else {
        m_shown = true;
        fit();
        // A plan of many years is not readable at a glance: begin with the months around today.
        if (m_scale.pixelsPerDay() < TimeScale::pixelsPerDayFor(TimeUnit::Month) * 0.75) {
            m_scale.setPixelsPerDay(TimeScale::pixelsPerDayFor(TimeUnit::Month));
            goToToday();
        }
    }
    viewport()->update();
    m_header->update();
    emit scaleChanged();
}

void GanttView::updateScrollBars()
{
    const int height = viewport()->height();
    const int width = viewport()->width();
    const int rows = m_state.plan().rowCount() * m_state.rowHeight();
    verticalScrollBar()->setRange(0, std::max(0, rows - height));
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setSingleStep(m_state.rowHeight());
    horizontalScrollBar()->setRange(0, std::max(0, int(std::ceil(m_scale.width())) - width));
    horizontalScrollBar()->setPageStep(width);
    horizontalScrollBar()->setSingleStep(40);
}

void GanttView::layOutHeader()
{
    const int height = int(scene().headerHeight());
    setViewportMargins(0, height, 0, 0);
    const QRect area = contentsRect();
    m_header->setGeometry(viewport()->x(), area.top(), viewport()->width(), height);
}

void GanttView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    endDrag();
    layOutHeader();
    updateScrollBars();
    emit resized();
}

void GanttView::setPixelsPerDay(double pixelsPerDay, double anchor)
{
    const double day = m_scale.dayAt(horizontalScrollBar()->value() + anchor);
    m_scale.setPixelsPerDay(pixelsPerDay);
    updateScrollBars();
    horizontalScrollBar()->setValue(int(std::lround(m_scale.x(day) - anchor)));
    viewport()->update();
    m_header->update();
    emit scaleChanged();
}

void GanttView::zoomBy(double factor)
{
    setPixelsPerDay(m_scale.pixelsPerDay() * factor, viewport()->width() / 2.0);
}

void GanttView::setUnit(TimeUnit unit)
{
    setPixelsPerDay(TimeScale::pixelsPerDayFor(unit), viewport()->width() / 2.0);
}

void GanttView::fit()
{
    const double days = m_scale.lastDay() - m_scale.firstDay() + 1.0;
    setPixelsPerDay(viewport()->width() / days, 0);
    horizontalScrollBar()->setValue(0);
}

void GanttView::goToToday()
{
    const int today = dayNumber(m_state.plan().options.today);
    if (today == noDay)
        return;
    updateScrollBars();
    horizontalScrollBar()->setValue(int(m_scale.centre(today) - viewport()->width() * 0.38));
    viewport()->update();
}

void GanttView::showDays(double first, double last)
{
    m_scale.setPixelsPerDay(viewport()->width() / std::max(1.0, last - first));
    updateScrollBars();
    horizontalScrollBar()->setValue(int(std::lround(m_scale.x(first))));
    viewport()->update();
    m_header->update();
    emit scaleChanged();
}

double GanttView::firstVisibleDay() const
{
    return m_scale.dayAt(horizontalScrollBar()->value());
}

double GanttView::lastVisibleDay() const
{
    return m_scale.dayAt(horizontalScrollBar()->value() + viewport()->width());
}

void GanttView::ensureRowVisible(int row)
{
    if (row < 0)
        return;
    QScrollBar *bar = verticalScrollBar();
    const int top = row * m_state.rowHeight();
    if (top < bar->value())
        bar->setValue(top);
    else if (top + m_state.rowHeight() > bar->value() + viewport()->height())
        bar->setValue(top + m_state.rowHeight() - viewport()->height());
}

int GanttView::rowAt(const QPoint &point) const
{
    const int row = geometryOfRows().rowAt(toChart(point).y());
    return row < m_state.plan().rowCount() ? row : -1;
}

QRect GanttView::rowRect(int row) const
{
    return {0, row * m_state.rowHeight() - verticalScrollBar()->value(), viewport()->width(),
            m_state.rowHeight()};
}

QRect GanttView::markRect(int row) const
{
    const TimelineRow &item = m_state.plan().rows[size_t(row)];
    const QRectF mark = geometryOfRows().mark(item, row);
    if (mark.isEmpty())
        return rowRect(row);
    const QRect placed = mark.translated(-scrollOffset()).toAlignedRect();
    return QStyle::visualRect(layoutDirection(), viewport()->rect(), placed);
}

QString GanttView::description(int row) const
{
    return TimelineTexts(m_state.plan(), locale()).description(m_state.plan().rows[size_t(row)]);
}

void GanttView::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(rowRect(row));
}

void GanttView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const GanttScene scene = this->scene();
    const QRectF view = viewport()->rect();
    if (!m_state.hasPlan()) {
        painter.fillRect(event->rect(), scene.theme.base);
        return;
    }
    if (m_drag && !m_drag->frame.isNull()) {
        painter.drawPixmap(0, 0, m_drag->frame);
        paintPreview(GanttCanvas(painter, view, scrollOffset(), scene.rightToLeft, scene.fonts), scene);
        return;
    }
    for (const QRect &part : event->region())
        paintGantt(painter, scene, view, scrollOffset(), part);
    paintLinking(painter, scene);
}

void GanttView::scrollContentsBy(int dx, int dy)
{
    if (m_drag && m_drag->moving) {
        m_drag->frame = {};
        viewport()->update();
    } else {
        viewport()->scroll(isRightToLeft() ? -dx : dx, dy);
        if (dx != 0)
            updateMovingWords(dx);
        if (dy != 0)
            updateBob(dy);
    }
    if (dx != 0)
        m_header->update();
}

void GanttView::updateMovingWords(int dx)
{
    const GanttScene scene = this->scene();
    const QRectF seen(scrollOffset(), QSizeF(viewport()->size()));
    const GanttRows rows = rowsIn(scene, seen);
    for (int row = rows.first; row <= rows.last; ++row) {
        if (hasMovingWords(scene, row))
            updateRow(row);
    }
    // The words of a suspension keep to the middle of what is seen of it.
    for (const TimelineEvent &event : m_state.plan().events) {
        const QRectF column(m_scale.x(event.first) - std::abs(dx), seen.top(),
                            m_scale.x(event.last + 1.0) - m_scale.x(event.first) + 2 * std::abs(dx),
                            seen.height());
        if (!event.suspension || !column.intersects(seen) || seen.contains(column))
            continue;
        const QRect placed = column.intersected(seen).translated(-scrollOffset()).toAlignedRect();
        viewport()->update(QStyle::visualRect(layoutDirection(), viewport()->rect(), placed));
    }
}

void GanttView::updateBob(int dy)
{
    // It hangs at the foot of what is seen, so it is painted anew where it was moved to and where it belongs.
    const GanttScene scene = this->scene();
    const QRectF seen(scrollOffset(), QSizeF(viewport()->size()));
    const QRect bob = bobRect(seen, scene).translated(-scrollOffset()).toAlignedRect();
    const QRect placed = QStyle::visualRect(layoutDirection(), viewport()->rect(), bob);
    viewport()->update(placed);
    viewport()->update(placed.translated(0, dy));
}

void GanttView::announceCurrent()
{
    if (!QAccessible::isActive() || m_state.currentRow() < 0)
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(m_state.currentRow());
    QAccessible::updateAccessibility(&event);
}

void GanttView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
        m_state.setFonts(font());
        break;
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::LayoutDirectionChange:
    case QEvent::LocaleChange:
        viewport()->update();
        m_header->update();
        break;
    default:
        break;
    }
}

bool GanttView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), m_drag ? QString() : tipAt(help->pos()), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave)
        m_state.setHoverRow(-1);
    return QAbstractScrollArea::viewportEvent(event);
}

QString GanttView::tipAt(const QPoint &point) const
{
    const TimelinePlan &plan = m_state.plan();
    if (!m_state.hasPlan())
        return {};
    const TimelineTexts texts(plan, locale());
    const TimelineHit hit = hitTest(plan, geometryOfRows(), toChart(point));
    if (hit.part == TimelinePart::None || hit.part == TimelinePart::Row)
        return {};
    if (hit.part == TimelinePart::Deadline)
        return texts.deadline(plan.deadlines[size_t(hit.index)]);
    if (hit.part == TimelinePart::Link) {
        const TimelineLink &link = plan.links.at(hit.index);
        return tr("%2 waits for %1", "two items of the plan")
            .arg(texts.title(plan.rows[size_t(link.from)]), texts.title(plan.rows[size_t(link.to)]));
    }
    const TimelineRow &item = plan.rows[size_t(hit.row)];
    return texts.title(item) + u'\n' + texts.description(item);
}

} // namespace plumbline
