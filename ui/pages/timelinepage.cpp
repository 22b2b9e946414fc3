#include "ui/pages/timelinepage.h"

#include "core/domain/milestone.h"
#include "core/timeline/timelineconflicts.h"
#include "core/timeline/timelinerows.h"
#include "core/timeline/timelineschedule.h"
#include "ui/dialogs/reasonbar.h"
#include "ui/gantt/ganttwidget.h"
#include "ui/pages/deadlineboardview.h"
#include "ui/pages/milestonetrendview.h"
#include "ui/pages/timelinetools.h"
#include "ui/pages/whatifbar.h"
#include "ui/widgets/choicebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/quietlabel.h"

#include <QMenu>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace plumbline {

using namespace Qt::StringLiterals;

TimelinePage::TimelinePage(Session &session, QWidget *parent)
    : Page(session, parent), m_header(new PageHeader(tr("Timeline"))), m_whatIfBar(new WhatIfBar), m_reason(new ReasonBar),
      m_hint(new QuietLabel), m_gantt(new GanttWidget), m_tools(new TimelineTools(session, m_gantt)), m_views(new ChoiceBar),
      m_stack(new QStackedWidget), m_board(new DeadlineBoardView(session)), m_trend(new MilestoneTrendView(session))
{
    m_header->setPageMargin(16);
    m_views->addChoice(u"chart"_s, tr("Chart"));
    m_views->addChoice(u"deadlines"_s, tr("Deadlines"));
    if (!session.isPublication())
        m_views->addChoice(u"trend"_s, tr("Trend"));
    m_header->addAtEnd(m_views);
    auto *chart = new QWidget;
    auto *column = new QVBoxLayout(chart);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_hint->setContentsMargins(16, 4, 16, 4);
    m_hint->hide();
    column->addWidget(m_tools);
    column->addWidget(m_whatIfBar);
    column->addWidget(m_reason);
    column->addWidget(m_hint);
    column->addWidget(m_gantt, 1);
    m_stack->addWidget(chart);
    m_stack->addWidget(m_board);
    m_stack->addWidget(m_trend);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_stack, 1);
    m_reason->hide();
    connect(m_views, &ChoiceBar::chosen, this, &TimelinePage::showView);
    connect(m_board, &DeadlineBoardView::currentRecordChanged, this, &Page::currentRecordChanged);
    connect(m_trend, &MilestoneTrendView::currentRecordChanged, this, &Page::currentRecordChanged);
    connect(m_board, &DeadlineBoardView::recordRequested, this, [this](RecordId record) {
        showView(u"chart"_s);
        showRecord(record);
    });
    connect(m_tools, &TimelineTools::changed, this, &TimelinePage::rebuild);
    connect(m_gantt, &GanttWidget::currentChanged, this, &Page::currentRecordChanged);
    connect(m_gantt, &GanttWidget::activated, this, &Page::recordRequested);
    connect(m_gantt, &GanttWidget::foldedChanged, this, &TimelinePage::rebuild);
    connect(m_gantt, &GanttWidget::sortRequested, m_tools, &TimelineTools::sortBy);
    connect(m_gantt, &GanttWidget::columnsRequested, m_tools, &TimelineTools::askForColumns);
    connect(m_gantt, &GanttWidget::columnNeeded, m_tools, &TimelineTools::addColumn);
    connect(m_gantt, &GanttWidget::hint, this, [this](const QString &words) {
        m_hint->setText(words);
        m_hint->setVisible(!words.isEmpty());
    });
    m_gantt->setConflictForecast([this](RecordId record, const PartialDate &start, const PartialDate &target) {
        const auto begin = start.isOpen() ? std::nullopt : std::optional(start);
        return timelineConflictsIf(shownReview(), this->session().clock().today(), record, begin, target);
    });
    connectEdits();
    connect(&session, &Session::changed, this, &TimelinePage::follow);
    rebuild();
}

TimelinePage::~TimelinePage()
{
    m_gantt->disconnect(this); // A field that loses the keyboard while it goes would tell a page that is gone.
    m_reason->disconnect(this);
}

QWidget *TimelinePage::currentView() const
{
    switch (m_stack->currentIndex()) {
    case 1:
        return m_board;
    case 2:
        return m_trend;
    default:
        return m_gantt;
    }
}

void TimelinePage::showView(const QString &id)
{
    const QStringList ids{u"chart"_s, u"deadlines"_s, u"trend"_s};
    if (!ids.contains(id))
        return;
    m_views->setCurrent(id);
    m_stack->setCurrentIndex(int(ids.indexOf(id)));
    currentView()->setFocus(Qt::OtherFocusReason);
    emit currentRecordChanged(currentRecord());
}

TimelineOptions TimelinePage::options() const
{
    TimelineOptions options = m_tools->options();
    const Review &review = shownReview();
    const PlanSchedule schedule(review, options.today);
    options.conflicts = timelineConflicts(review, schedule);
    if (m_tools->marksCritical())
        showCritical(options, schedule);
    if (options.columns.contains(TimelineColumn::Slack) || options.sortBy == TimelineColumn::Slack)
        showSlack(options, schedule);
    if (m_tools->marksForecast())
        showForecasts(options, forecast(review, schedule, options.today));
    return options;
}

void TimelinePage::rebuild()
{
    m_gantt->setPlan(buildTimeline(shownReview(), options()));
    showCounts();
    showTried();
}

void TimelinePage::showCounts()
{
    const TimelinePlan &plan = m_gantt->plan();
    const int past = int(plan.options.conflicts.size());
    QList<PageHeader::Count> counts{{tr("%n item(s)", nullptr, plan.items)}};
    if (past > 0)
        counts += {tr("%n past a deadline", nullptr, past), Severity::Error};
    if (plan.lateItems > 0)
        counts += {tr("%n late", nullptr, plan.lateItems)};
    m_header->setCounts(counts);
    emit attentionChanged();
}

/// What the changes tried would do to what is in time, and to what is late.
void TimelinePage::showTried()
{
    if (!m_whatIf)
        return;
    const Review &review = session().review();
    const auto before = timelineConflicts(review, PlanSchedule(review, session().clock().today()));
    const auto &after = m_gantt->plan().options.conflicts;
    const auto isIn = [](const QList<TimelineConflict> &list, RecordId milestone) {
        return std::any_of(list.begin(), list.end(), [&](const TimelineConflict &c) { return c.milestone == milestone; });
    };
    QStringList red;
    for (const TimelineConflict &conflict : after) {
        const Milestone *milestone = shownReview().find(MilestoneId(conflict.milestone.uuid));
        if (milestone && !before.contains(conflict))
            red += tr("%1, %2", "a milestone, how late it would be").arg(milestone->title, conflict.words);
    }
    const auto saved = std::count_if(before.begin(), before.end(),
                                     [&](const TimelineConflict &conflict) { return !isIn(after, conflict.milestone); });
    m_whatIfBar->setState(m_whatIf->count(), red, int(saved));
}

void TimelinePage::follow(const Changes &changes)
{
    if (changes.concerns(Kind::SubTeam) || changes.concerns(Kind::Baseline))
        m_tools->refill();
    for (const Kind kind : {Kind::Milestone, Kind::Dependency, Kind::SubTeam, Kind::CalendarEvent, Kind::Baseline,
                            Kind::BaselineItem, Kind::Review, Kind::Rule}) {
        if (!changes.concerns(kind))
            continue;
        if (m_whatIf && !m_whatIf->rebase(session().review())) {
            emit message(Severity::Warning, tr("What was tried does not fit what changed meanwhile."), tr("It was dropped."));
            setTrying(false);
            return;
        }
        rebuild();
        return;
    }
}

bool TimelinePage::showRecord(RecordId record)
{
    const auto kind = session().review().kindOf(record);
    if (kind != Kind::Milestone)
        return false;
    if (m_stack->currentIndex() == 1 && m_board->setCurrentRecord(record))
        return true;
    showView(u"chart"_s);
    if (m_gantt->setCurrentId(record))
        return true;
    m_tools->showEverything(); // Hidden by a filter: the record asked for comes first.
    return m_gantt->setCurrentId(record);
}

RecordId TimelinePage::currentRecord() const
{
    switch (m_stack->currentIndex()) {
    case 1:
        return m_board->currentRecord();
    case 2:
        return m_trend->currentRecord();
    default:
        return m_gantt->currentId();
    }
}

QPair<Severity, int> TimelinePage::attention() const
{
    if (session().isPublication())
        return {Severity::None, 0}; // Nobody there can do anything about it.
    const int past = int(m_gantt->plan().options.conflicts.size());
    return {past > 0 ? Severity::Error : Severity::None, past};
}

void TimelinePage::showNow()
{
    // Months around today; a plan that is over, or has not begun, is shown whole.
    const int today = dayNumber(session().clock().today());
    const TimelinePlan &plan = m_gantt->plan();
    bool within = false;
    for (const TimelineLane &lane : plan.lanes)
        within |= lane.start != noDay && lane.start <= today && today <= lane.end;
    if (!within)
        return m_gantt->fit();
    m_gantt->setUnit(TimeUnit::Month);
    m_gantt->goToToday();
}

void TimelinePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!m_fitted)
        QTimer::singleShot(0, this, &TimelinePage::showNow);
    m_fitted = true;
}

} // namespace plumbline
