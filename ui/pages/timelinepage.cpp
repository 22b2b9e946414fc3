#include "ui/pages/timelinepage.h"

#include "core/domain/baseline.h"
#include "core/edits/plan.h"
#include "core/timeline/timelineconflicts.h"
#include "core/timeline/timelinerows.h"
#include "core/timeline/timelineschedule.h"
#include "ui/dialogs/reasonbar.h"
#include "ui/gantt/ganttwidget.h"
#include "ui/pages/deadlineboardview.h"
#include "ui/widgets/choicebar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/pageheader.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace plumbline {

using namespace Qt::StringLiterals;

constexpr int shortestBaseline = 16; // Letters of a name that can be read whatever the width.

enum ShowChoice { ShowAll, ShowLate };

TimelinePage::TimelinePage(Session &session, QWidget *parent)
    : Page(session, parent), m_header(new PageHeader(tr("Timeline"))), m_reason(new ReasonBar),
      m_gantt(new GanttWidget), m_views(new ChoiceBar), m_stack(new QStackedWidget),
      m_board(new DeadlineBoardView(session))
{
    m_header->setPageMargin(16);
    m_views->addChoice(u"chart"_s, tr("Chart"));
    m_views->addChoice(u"deadlines"_s, tr("Deadlines"));
    m_header->addAtEnd(m_views);
    auto *chart = new QWidget;
    auto *column = new QVBoxLayout(chart);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeToolRow());
    column->addWidget(m_reason);
    column->addWidget(m_gantt, 1);
    m_stack->addWidget(chart);
    m_stack->addWidget(m_board);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_stack, 1);
    m_reason->hide();
    connect(m_views, &ChoiceBar::chosen, this, &TimelinePage::showView);
    connect(m_board, &DeadlineBoardView::currentRecordChanged, this, &Page::currentRecordChanged);
    connect(m_board, &DeadlineBoardView::recordRequested, this, [this](RecordId record) {
        showView(u"chart"_s);
        showRecord(record);
    });

    connect(m_gantt, &GanttWidget::currentChanged, this, &Page::currentRecordChanged);
    connect(m_gantt, &GanttWidget::activated, this, &Page::recordRequested);
    connect(m_gantt, &GanttWidget::moveRequested, this, &TimelinePage::move);
    connect(m_gantt, &GanttWidget::addRequested, this, &TimelinePage::add);
    connect(m_gantt, &GanttWidget::foldedChanged, this, &TimelinePage::rebuild);
    m_gantt->setConflictForecast([this](RecordId record, const PartialDate &start, const PartialDate &target) {
        const auto begin = start.isOpen() ? std::nullopt : std::optional(start);
        return timelineConflictsIf(this->session().review(), this->session().clock().today(), record, begin, target);
    });
    connect(m_reason, &ReasonBar::answered, this, [this](const QString &reason) {
        const Milestone *milestone = this->session().review().find(MilestoneId(m_moved.uuid));
        if (!reason.isEmpty() && milestone && milestone->target)
            commit(reschedule(this->session().context(), MilestoneId(m_moved.uuid), {}, *milestone->target, reason));
        m_gantt->setFocus();
    });
    connect(&session, &Session::changed, this, &TimelinePage::follow);
    fillBaselines();
    rebuild();
}

void TimelinePage::showView(const QString &id)
{
    const bool deadlines = id == u"deadlines"_s;
    if (!deadlines && id != u"chart"_s)
        return;
    m_views->setCurrent(id);
    m_stack->setCurrentIndex(deadlines ? 1 : 0);
    (deadlines ? static_cast<QWidget *>(m_board) : m_gantt)->setFocus(Qt::OtherFocusReason);
    emit currentRecordChanged(currentRecord());
}

QWidget *TimelinePage::makeToolRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(16, 6, 16, 6);
    layout->setSpacing(8);

    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the items of the plan"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon("filter"), QLineEdit::LeadingPosition);
    m_filter->setMaximumWidth(160);
    m_typing = new QTimer(this);
    m_typing->setSingleShot(true);
    m_typing->setInterval(200);
    connect(m_typing, &QTimer::timeout, this, &TimelinePage::rebuild);
    connect(m_filter, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));

    m_show = new QComboBox;
    m_show->setAccessibleName(tr("Which items to show"));
    m_show->addItem(tr("Show: all"), ShowAll);
    m_show->addItem(tr("Show: late"), ShowLate);
    connect(m_show, &QComboBox::activated, this, &TimelinePage::rebuild);

    m_baseline = new QComboBox;
    m_baseline->setAccessibleName(tr("Baseline to compare with"));
    m_baseline->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_baseline->setMinimumContentsLength(shortestBaseline);
    m_baseline->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_baseline, &QComboBox::activated, this, &TimelinePage::rebuild);

    m_unit = new QComboBox;
    m_unit->setAccessibleName(tr("Unit of the columns"));
    for (const auto &[unit, text] : {std::pair(TimeUnit::Day, tr("Day")), std::pair(TimeUnit::Week, tr("Week")),
                                     std::pair(TimeUnit::Month, tr("Month")), std::pair(TimeUnit::Quarter, tr("Quarter")),
                                     std::pair(TimeUnit::Year, tr("Year"))})
        m_unit->addItem(text, int(unit));
    connect(m_unit, &QComboBox::activated, this,
            [this] { m_gantt->setUnit(TimeUnit(m_unit->currentData().toInt())); });
    connect(m_gantt, &GanttWidget::unitChanged, this,
            [this](TimeUnit unit) { m_unit->setCurrentIndex(m_unit->findData(int(unit))); });

    const auto tool = [&](const char *iconName, const QString &name, const QKeySequence &keys, auto slot) {
        auto *button = new QToolButton;
        button->setIcon(icon(iconName));
        button->setAutoRaise(true);
        button->setAccessibleName(name);
        button->setToolTip(keys.isEmpty() ? name : u"%1 (%2)"_s.arg(name, keys.toString(QKeySequence::NativeText)));
        connect(button, &QToolButton::clicked, m_gantt, slot);
        return button;
    };
    // Together they would need more room than a narrow window has.
    auto *marks = new QToolButton;
    marks->setText(tr("Marks"));
    marks->setIcon(icon("trend"));
    marks->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    marks->setAutoRaise(true);
    marks->setPopupMode(QToolButton::InstantPopup);
    marks->setToolTip(tr("What the chart marks besides the dates"));
    auto *menu = new QMenu(marks);
    const auto choice = [&](const QString &text, const QString &tip) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setToolTip(tip);
        connect(action, &QAction::toggled, this, &TimelinePage::rebuild);
        return action;
    };
    m_critical = choice(tr("&Critical items"), tr("What cannot move without making something late"));
    m_forecast = choice(tr("&Forecast"), tr("Where items will probably end, and how likely dates are kept"));
    menu->setToolTipsVisible(true);
    marks->setMenu(menu);
    layout->addWidget(m_filter);
    layout->addWidget(m_show);
    layout->addWidget(m_baseline);
    layout->addWidget(marks);
    layout->addStretch(1);
    layout->addWidget(tool("minus", tr("Zoom out"), {}, &GanttWidget::zoomOut));
    layout->addWidget(m_unit);
    layout->addWidget(tool("plus", tr("Zoom in"), {}, &GanttWidget::zoomIn));
    auto *fit = tool("fit", tr("Fit the whole plan"), {}, &GanttWidget::fit);
    fit->setText(tr("Fit"));
    fit->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    layout->addWidget(fit);
    auto *today = tool("calendar", tr("Go to today"), {}, &GanttWidget::goToToday);
    today->setText(tr("Today"));
    today->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    layout->addWidget(today);
    return row;
}

void TimelinePage::fillBaselines()
{
    const QVariant chosen = m_baseline->currentData();
    m_baseline->clear();
    m_baseline->addItem(tr("No baseline"), QUuid());
    for (const Baseline *baseline : session().review().all<Baseline>())
        m_baseline->addItem(tr("Baseline: %1").arg(baseline->name), baseline->id.uuid);
    const int index = chosen.isValid() ? m_baseline->findData(chosen) : 1;
    m_baseline->setCurrentIndex(std::min(index, m_baseline->count() - 1) < 0 ? 0 : std::min(index, m_baseline->count() - 1));
}

TimelineOptions TimelinePage::options() const
{
    TimelineOptions options;
    options.today = session().clock().today();
    options.folded = m_gantt->folded();
    options.filter = m_filter->text().trimmed();
    options.lateOnly = m_show->currentData().toInt() == ShowLate;
    options.baseline = RecordId(m_baseline->currentData().toUuid());
    const Review &review = session().review();
    const PlanSchedule schedule(review, options.today);
    options.conflicts = timelineConflicts(review, schedule);
    if (m_critical->isChecked())
        showCritical(options, schedule);
    if (m_forecast->isChecked())
        showForecasts(options, forecast(review, schedule, options.today));
    options.newItemRow = !session().isReadOnly();
    return options;
}

void TimelinePage::rebuild()
{
    m_gantt->setPlan(buildTimeline(session().review(), options()));
    showCounts();
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

void TimelinePage::follow(const Changes &changes)
{
    for (const Kind kind : {Kind::Milestone, Kind::Dependency, Kind::SubTeam, Kind::CalendarEvent, Kind::Baseline,
                            Kind::BaselineItem, Kind::Review, Kind::Rule}) {
        if (!changes.concerns(kind))
            continue;
        fillBaselines();
        rebuild();
        return;
    }
}

void TimelinePage::move(RecordId record, std::optional<PartialDate> start, const PartialDate &target)
{
    const MilestoneId id(record.uuid);
    if (commit(reschedule(session().context(), id, start, target, {})))
        askWhy(record);
    else
        rebuild(); // What was dragged goes back to where it was.
}

void TimelinePage::askWhy(RecordId record)
{
    const Milestone *milestone = session().review().find(MilestoneId(record.uuid));
    m_moved = record;
    m_reason->ask(tr("Why did “%1” move?").arg(milestone ? milestone->title : QString()));
}

void TimelinePage::add(RecordId subTeam, const QString &title)
{
    const auto changes = addMilestone(session().context(), Id<SubTeam>(subTeam.uuid), title,
                                      PartialDate::day(session().clock().today()));
    if (!commit(changes))
        return;
    for (const Edit &edit : changes->edits) {
        if (edit.what == Edit::Create)
            m_gantt->setCurrentId(edit.record);
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
    // Hidden by a filter: the record asked for comes first.
    m_filter->clear();
    m_show->setCurrentIndex(0);
    rebuild();
    return m_gantt->setCurrentId(record);
}

RecordId TimelinePage::currentRecord() const
{
    return m_stack->currentIndex() == 1 ? m_board->currentRecord() : m_gantt->currentId();
}

QPair<Severity, int> TimelinePage::attention() const
{
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
