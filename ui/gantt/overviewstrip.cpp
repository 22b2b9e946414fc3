#include "ui/gantt/overviewstrip.h"

#include "core/timeline/timelinetexts.h"
#include "ui/gantt/ganttview.h"
#include "ui/render/ganttcanvas.h"
#include "ui/render/ganttmarks.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

constexpr double sideMargin = 16;
constexpr double gripReach = 5;

/// The vertical places of the strip for its height.
struct Bands {
    double top;    ///< Top of the frame.
    double bottom; ///< Bottom of the frame, where the ticks begin.
    double height;

    explicit Bands(double stripHeight) : top(6), bottom(std::round(stripHeight * 0.64)), height(stripHeight)
    {
    }
};

void paintTicks(const GanttCanvas &canvas, const GanttScene &scene, const Bands &bands)
{
    TimeScale scale = scene.geometry.scale;
    // Names need more room here than in the chart's columns: years and quarters do.
    TimeScale coarse = scale;
    if (scale.unit() != TimeUnit::Year)
        coarse.setPixelsPerDay(std::min(scale.pixelsPerDay(), TimeScale::pixelsPerDayFor(TimeUnit::Quarter)));
    double taken = -1e9;
    for (const int day : gridDays(coarse, scale.firstDay(), scale.lastDay(), Qt::Monday)) {
        const double x = scale.x(day);
        const QDate date = dateOfDay(day);
        const bool year = date.month() == 1;
        const QString words = year ? scene.locale.toString(date, u"yyyy")
                                   : scene.locale.standaloneMonthName(date.month(), QLocale::ShortFormat);
        const double width = canvas.width(words, GanttFont::Caption) + 2;
        if (day < scale.firstDay() || x - width / 2 < taken + 8)
            continue;
        canvas.vertical(x, bands.bottom + 1, bands.bottom + 5, 1, scene.theme.line2);
        canvas.text({x - width / 2, bands.bottom + 4, width, bands.height - bands.bottom - 4}, words,
                    GanttFont::Caption, year ? scene.theme.ink : scene.theme.ink3, TextSide::Centre);
        taken = x + width / 2;
    }
}

void paintSuspensions(const GanttCanvas &canvas, const GanttScene &scene, const Bands &bands)
{
    const TimelineTexts texts(*scene.plan, scene.locale);
    for (const TimelineEvent &event : scene.plan->events) {
        if (!event.suspension)
            continue;
        const double left = scene.geometry.scale.x(event.first);
        const QRectF box(left, bands.top + 5, scene.geometry.scale.x(event.last + 1.0) - left,
                         bands.bottom - bands.top - 8);
        canvas.hatch(box, 8, 1.5, scene.theme.hatch);
        const QString words = texts.suspensionLength(event);
        const double width = canvas.width(words, GanttFont::Caption) + 12;
        if (width > box.width())
            continue;
        const QRectF ground(box.center().x() - width / 2, box.top(), width, box.height());
        canvas.fill(ground, scene.theme.base);
        canvas.text(ground, words, GanttFont::Caption, scene.theme.ink2, TextSide::Centre);
    }
}

void paintLanes(const GanttCanvas &canvas, const GanttScene &scene, const Bands &bands)
{
    const auto &lanes = scene.plan->lanes;
    const double room = bands.bottom - bands.top - 10;
    const double step = std::min(5.5, room / std::max<size_t>(1, lanes.size()));
    double y = bands.top + 5;
    double painted = -1e9;
    for (const TimelineLane &lane : lanes) {
        if (lane.start != noDay && y - painted >= 2) {
            const double left = scene.geometry.scale.x(lane.start);
            const double right = std::max(left + 2, scene.geometry.scale.x(lane.end + 1.0));
            canvas.horizontal(left, right, y, lane.hue < 0 ? 3 : 2, scene.theme.laneColor(lane.hue));
            painted = y;
        }
        y += step;
    }
}

/// Conflicts closer than two pixels are one diamond.
void paintConflicts(const GanttCanvas &canvas, const GanttScene &scene, const Bands &bands,
                    const std::vector<std::pair<int, int>> &conflicts)
{
    const double room = bands.bottom - bands.top - 10;
    const double step = std::min(5.5, room / std::max<size_t>(1, scene.plan->lanes.size()));
    double lastX = -1e9;
    int lastLane = -1;
    for (const auto &[lane, day] : conflicts) {
        const double x = scene.geometry.scale.centre(day);
        if (lane == lastLane && std::abs(x - lastX) < 2)
            continue;
        paintDiamond(canvas, {x, bands.top + 6 + step * lane}, 4.5, Qt::NoPen, scene.theme.red);
        lastX = x;
        lastLane = lane;
    }
}

} // namespace

OverviewStrip::OverviewStrip(GanttState &state, GanttView &view, QWidget *parent)
    : QWidget(parent), m_state(state), m_view(view)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setAccessibleName(tr("Whole review"));
    setAccessibleDescription(tr("The part of the review that the chart shows."));
    const auto repaint = qOverload<>(&QWidget::update);
    connect(&m_state, &GanttState::planChanged, this, &OverviewStrip::readConflicts);
    connect(&m_state, &GanttState::fontsChanged, this, [this] { updateGeometry(); });
    connect(&m_view, &GanttView::scaleChanged, this, repaint);
    connect(m_view.horizontalScrollBar(), &QScrollBar::valueChanged, this, repaint);
    connect(&m_view, &GanttView::resized, this, repaint);
}

void OverviewStrip::readConflicts()
{
    // Once for each plan: a strip that looked through all rows to paint would make scrolling depend on their
    // number.
    m_conflicts.clear();
    const TimelinePlan &plan = m_state.plan();
    for (const auto *rows : {&plan.rows, &plan.foldedItems}) {
        for (const TimelineRow &row : *rows) {
            if (row.conflict >= 0 && row.isDated())
                m_conflicts.emplace_back(row.lane, row.end);
        }
    }
    std::sort(m_conflicts.begin(), m_conflicts.end());
    update();
}

QSize OverviewStrip::sizeHint() const
{
    return {400, int(m_state.rowHeight() * 58.0 / TimelineGeometry::designRow)};
}

TimeScale OverviewStrip::scale() const
{
    return TimeScale::fitted(m_view.scale().firstDay(), m_view.scale().lastDay(),
                             std::max(1.0, width() - 2 * sideMargin));
}

double OverviewStrip::chartX(double x) const
{
    return (isRightToLeft() ? width() - x : x) - sideMargin;
}

QRectF OverviewStrip::logicalFrame() const
{
    const TimeScale all = scale();
    const Bands bands(height());
    const double left = std::max(0.0, all.x(m_view.firstVisibleDay()));
    const double right = std::min(all.width(), all.x(m_view.lastVisibleDay()));
    return {left, bands.top, std::max(4.0, right - left), bands.bottom - bands.top};
}

QRectF OverviewStrip::frameRect() const
{
    QRectF frame = logicalFrame().translated(sideMargin, 0);
    if (isRightToLeft())
        frame.moveLeft(width() - frame.right());
    return frame;
}

void OverviewStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    GanttScene scene = m_state.scene(*this);
    painter.fillRect(rect(), scene.theme.base);
    painter.fillRect(0, 0, width(), 1, scene.theme.line2);
    if (!m_state.hasPlan())
        return;
    scene.geometry.scale = scale();
    const Bands bands(height());
    const GanttCanvas canvas(painter, rect(), {-sideMargin, 0}, scene.rightToLeft, scene.fonts);
    QColor ground = scene.theme.sel;
    ground.setAlphaF(0.6f);
    const QRectF frame = logicalFrame();
    canvas.fill(frame, ground);
    paintSuspensions(canvas, scene, bands);
    paintLanes(canvas, scene, bands);
    paintConflicts(canvas, scene, bands, m_conflicts);
    paintTicks(canvas, scene, bands);
    const int today = dayNumber(m_state.plan().options.today);
    if (today != noDay)
        canvas.vertical(scene.geometry.scale.centre(today), bands.top, bands.bottom, 1.5, scene.theme.accent);
    canvas.frame(frame, scene.theme.accent);
    for (const double x : {frame.left(), frame.right()})
        canvas.fill({x - 2, frame.center().y() - 6, 4, 12}, scene.theme.accent);
}

OverviewStrip::Grip OverviewStrip::gripAt(double x) const
{
    const QRectF frame = logicalFrame();
    if (std::abs(x - frame.left()) <= gripReach)
        return Grip::First;
    if (std::abs(x - frame.right()) <= gripReach)
        return Grip::Last;
    return x > frame.left() && x < frame.right() ? Grip::Frame : Grip::None;
}

void OverviewStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_state.hasPlan())
        return;
    const double x = chartX(event->position().x());
    const double day = scale().dayAt(x);
    m_grip = gripAt(x);
    if (m_grip == Grip::None) {
        const double days = m_view.lastVisibleDay() - m_view.firstVisibleDay();
        m_view.horizontalScrollBar()->setValue(int(m_view.scale().x(day - days / 2)));
        m_grip = Grip::Frame;
    }
    m_grabDay = day - m_view.firstVisibleDay();
}

void OverviewStrip::mouseMoveEvent(QMouseEvent *event)
{
    const double x = chartX(event->position().x());
    const double day = scale().dayAt(x);
    const double first = m_view.firstVisibleDay();
    const double last = m_view.lastVisibleDay();
    switch (m_grip) {
    case Grip::None: {
        const Grip grip = gripAt(x);
        const bool edge = grip == Grip::First || grip == Grip::Last;
        setCursor(edge ? Qt::SizeHorCursor : grip == Grip::Frame ? Qt::OpenHandCursor : Qt::ArrowCursor);
        break;
    }
    case Grip::Frame:
        m_view.horizontalScrollBar()->setValue(int(std::lround(m_view.scale().x(day - m_grabDay))));
        break;
    case Grip::First:
        m_view.showDays(std::min(day, last - 7), last);
        break;
    case Grip::Last:
        m_view.showDays(first, std::max(day, first + 7));
        break;
    }
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent *)
{
    m_grip = Grip::None;
}

void OverviewStrip::wheelEvent(QWheelEvent *event)
{
    const int delta = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    QScrollBar *bar = m_view.horizontalScrollBar();
    bar->setValue(bar->value() - delta);
    event->accept();
}

} // namespace plumbline
