#include "ui/gantt/ganttwidget.h"

#include "core/domain/milestone.h"
#include "core/domain/review.h"
#include "ui/gantt/gantttable.h"
#include "ui/gantt/ganttview.h"
#include "ui/gantt/overviewstrip.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace plumbline {

GanttWidget::GanttWidget(QWidget *parent)
    : QWidget(parent),
      m_state(new GanttState(this)),
      m_view(new GanttView(*m_state)),
      m_table(new GanttTable(*m_state, *m_view)),
      m_strip(new OverviewStrip(*m_state, *m_view)),
      m_split(new QSplitter(Qt::Horizontal))
{
    m_split->addWidget(m_table);
    m_split->addWidget(m_view);
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 1);
    m_split->setChildrenCollapsible(false);
    m_split->setSizes({m_table->sizeHint().width(), 1000});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_split, 1);
    layout->addWidget(m_strip);
    setFocusProxy(m_view);

    connect(m_state, &GanttState::currentChanged, this, [this] {
        if (m_state->currentId() == m_announced)
            return;
        m_announced = m_state->currentId();
        emit currentChanged(m_announced);
    });
    connect(m_state, &GanttState::foldedChanged, this, &GanttWidget::foldedChanged);
    connect(m_view, &GanttView::activated, this, &GanttWidget::activated);
    connect(m_view, &GanttView::moveRequested, this, &GanttWidget::moveRequested);
    connect(m_view, &GanttView::linkRequested, this, &GanttWidget::linkRequested);
    connect(m_view, &GanttView::menuRequested, this, &GanttWidget::menuRequested);
    connect(m_view, &GanttView::levelRequested, this, &GanttWidget::levelRequested);
    connect(m_view, &GanttView::orderRequested, this, &GanttWidget::orderRequested);
    connect(m_view, &GanttView::deleteRequested, this, &GanttWidget::deleteRequested);
    connect(m_view, &GanttView::hint, this, &GanttWidget::hint);
    connect(m_table, &GanttTable::valueTyped, this, &GanttWidget::valueTyped);
    connect(m_table, &GanttTable::sortRequested, this, &GanttWidget::sortRequested);
    connect(m_table, &GanttTable::columnsRequested, this, &GanttWidget::columnsRequested);
    connect(m_table, &GanttTable::columnNeeded, this, &GanttWidget::columnNeeded);
    connect(m_table, &GanttTable::addRequested, this, &GanttWidget::addRequested);
    connect(m_view, &GanttView::scaleChanged, this, [this] {
        if (m_view->unit() == m_unit)
            return;
        m_unit = m_view->unit();
        emit unitChanged(m_unit);
    });
}

void GanttWidget::setPlan(TimelinePlan plan)
{
    m_state->setPlan(std::move(plan));
}

const TimelinePlan &GanttWidget::plan() const
{
    return m_state->plan();
}

RecordId GanttWidget::currentId() const
{
    return m_state->currentId();
}

bool GanttWidget::setCurrentId(RecordId record)
{
    if (record.isNull() || !m_state->hasPlan())
        return false;
    if (plan().rowOf(record) < 0) {
        const auto *milestone = plan().review->find(MilestoneId(record.uuid));
        if (!milestone)
            return false;
        m_state->setFolded(RecordId(milestone->subteam.uuid), false);
    }
    const int row = plan().rowOf(record);
    if (row < 0)
        return false;
    m_state->setCurrentRow(row);
    m_view->ensureRowVisible(row);
    return true;
}

const QSet<RecordId> &GanttWidget::folded() const
{
    return m_state->folded();
}

TimeUnit GanttWidget::unit() const
{
    return m_view->unit();
}

void GanttWidget::setConflictForecast(const ConflictForecast &forecast)
{
    m_view->setConflictForecast(forecast);
}

QByteArray GanttWidget::saveSplit() const
{
    return m_split->saveState();
}

void GanttWidget::restoreSplit(const QByteArray &state)
{
    m_split->restoreState(state);
}

void GanttWidget::zoomIn()
{
    m_view->zoomBy(GanttView::zoomStep);
}

void GanttWidget::zoomOut()
{
    m_view->zoomBy(1 / GanttView::zoomStep);
}

void GanttWidget::setUnit(TimeUnit unit)
{
    m_view->setUnit(unit);
}

void GanttWidget::fit()
{
    m_view->fit();
}

void GanttWidget::goToToday()
{
    m_view->goToToday();
}

void GanttWidget::setFolded(RecordId subTeam, bool folded)
{
    m_state->setFolded(subTeam, folded);
}

void GanttWidget::foldAll()
{
    m_state->setAllFolded(true);
}

void GanttWidget::unfoldAll()
{
    m_state->setAllFolded(false);
}

void GanttWidget::editCurrent(TimelineColumn column, const QString &text)
{
    m_table->beginEdit(m_state->currentRow(), column, text);
}

void GanttWidget::linkCurrent()
{
    m_view->setFocus();
    m_view->beginLink(m_state->currentRow());
}

void GanttWidget::beginTyping()
{
    m_table->beginTyping();
}

} // namespace plumbline
