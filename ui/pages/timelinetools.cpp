#include "ui/pages/timelinetools.h"

#include "core/checks/teamstate.h"
#include "core/domain/baseline.h"
#include "core/domain/membership.h"
#include "core/domain/person.h"
#include "core/domain/subteam.h"
#include "core/timeline/timelinetexts.h"
#include "ui/gantt/ganttwidget.h"
#include "ui/widgets/icons.h"

#include <QActionGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int shortestBaseline = 12; // Letters of a name that can be read whatever the width.
constexpr int soon = 30;             // Days.

const QString allItems = u"all"_s;
const QString lateItems = u"late"_s;
const QString soonItems = u"soon"_s;
const QString myItems = u"mine"_s;

/// Names of columns in the settings, in the order of the enumeration.
const QStringList columnNames{u"title"_s, u"key"_s,   u"start"_s,    u"target"_s,   u"deadline"_s,
                              u"slip"_s,  u"slack"_s, u"progress"_s, u"forecast"_s, u"owner"_s};

QList<TimelineColumn> rememberedColumns()
{
    const QStringList names = QSettings().value(u"timeline/columns"_s).toStringList();
    QList<TimelineColumn> columns;
    for (const QString &name : names) {
        const auto column = TimelineColumn(columnNames.indexOf(name));
        if (int(column) > 0 && !columns.contains(column))
            columns += column;
    }
    return columns.isEmpty() ? TimelineOptions().columns : columns;
}

/// The items somebody answers for and those of the sub-teams she leads.
TimelineMine mineOf(const Session &session)
{
    TimelineMine mine;
    const PersonId me(session.me().uuid);
    if (const Person *person = session.review().find(me))
        mine.name = person->name;
    for (const Membership *membership : session.review().all<Membership>()) {
        const bool leads = membership->person == me && !me.isNull() && membership->role.is(Role::Lead);
        if (leads && isCurrent(*membership, session.clock().today()))
            mine.subTeams.insert(RecordId(membership->subteam.uuid));
    }
    return mine;
}

} // namespace

TimelineTools::TimelineTools(Session &session, GanttWidget *gantt, QWidget *parent)
    : QWidget(parent), m_session(session), m_gantt(gantt), m_filter(new QLineEdit(this)), m_show(new QComboBox(this)),
      m_baseline(new QComboBox(this)), m_unit(new QComboBox(this)), m_typing(new QTimer(this)), m_try(new QToolButton(this)),
      m_columns(rememberedColumns())
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 16, 6);
    layout->setSpacing(6);
    makeFilters();
    layout->addWidget(m_filter);
    layout->addWidget(m_show);
    layout->addWidget(m_baseline);
    layout->addWidget(makeViewMenu());
    m_try->setText(tr("What if"));
    m_try->setToolTip(tr("Try changes, see what would turn red, and keep or drop them"));
    m_try->setCheckable(true);
    m_try->setAutoRaise(true);
    m_try->setEnabled(!session.isReadOnly());
    connect(m_try, &QToolButton::toggled, this, &TimelineTools::tryingChanged);
    layout->addWidget(m_try);
    layout->addStretch(1);
    layout->addWidget(makeTool("minus", tr("Zoom out"), &GanttWidget::zoomOut));
    layout->addWidget(m_unit);
    layout->addWidget(makeTool("plus", tr("Zoom in"), &GanttWidget::zoomIn));
    layout->addWidget(makeTool("fit", tr("Fit the whole plan"), &GanttWidget::fit));
    auto *today = makeTool("calendar", tr("Go to today"), &GanttWidget::goToToday);
    today->setText(tr("Today"));
    today->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    layout->addWidget(today);
    refill();
}

QWidget *TimelineTools::makeFilters()
{
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the items of the plan"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon("filter"), QLineEdit::LeadingPosition);
    m_filter->setMaximumWidth(130);
    m_filter->setMinimumWidth(64);
    m_typing->setSingleShot(true);
    m_typing->setInterval(200);
    connect(m_typing, &QTimer::timeout, this, &TimelineTools::changed);
    connect(m_filter, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));

    m_show->setAccessibleName(tr("Which items to show"));
    m_show->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_show->setMinimumContentsLength(8);
    m_show->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_show, &QComboBox::activated, this, &TimelineTools::changed);

    m_baseline->setAccessibleName(tr("Baseline to compare with"));
    m_baseline->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_baseline->setMinimumContentsLength(shortestBaseline);
    m_baseline->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_baseline, &QComboBox::activated, this, &TimelineTools::changed);

    m_unit->setAccessibleName(tr("Unit of the columns"));
    for (const auto &[unit, text] : {std::pair(TimeUnit::Day, tr("Day")), std::pair(TimeUnit::Week, tr("Week")),
                                     std::pair(TimeUnit::Month, tr("Month")), std::pair(TimeUnit::Quarter, tr("Quarter")),
                                     std::pair(TimeUnit::Year, tr("Year"))})
        m_unit->addItem(text, int(unit));
    connect(m_unit, &QComboBox::activated, this, [this] { m_gantt->setUnit(TimeUnit(m_unit->currentData().toInt())); });
    connect(m_gantt, &GanttWidget::unitChanged, this,
            [this](TimeUnit unit) { m_unit->setCurrentIndex(m_unit->findData(int(unit))); });
    return m_filter;
}

QToolButton *TimelineTools::makeTool(const char *iconName, const QString &name, void (GanttWidget::*slot)())
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    connect(button, &QToolButton::clicked, m_gantt, slot);
    return button;
}

/// Adds choices of which one is ticked; the ticked one's number is its data.
static QActionGroup *addChoices(QMenu *menu, const QStringList &texts, int chosen)
{
    auto *group = new QActionGroup(menu);
    for (int i = 0; i < texts.size(); ++i) {
        QAction *action = menu->addAction(texts.at(i));
        action->setCheckable(true);
        action->setData(i);
        action->setChecked(i == chosen);
        group->addAction(action);
    }
    return group;
}

QToolButton *TimelineTools::makeViewMenu()
{
    // Together they would need more room than a narrow window has.
    auto *button = new QToolButton(this);
    button->setText(tr("View"));
    button->setIcon(icon("eye"));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(tr("Marks, groups, colours and columns"));
    auto *menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    const auto mark = [&](const QString &text, const QString &tip) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setToolTip(tip);
        connect(action, &QAction::toggled, this, &TimelineTools::changed);
        return action;
    };
    m_critical = mark(tr("&Critical items"), tr("What cannot move without making something late"));
    m_forecast = mark(tr("&Forecast"), tr("Where items will probably end, and how likely dates are kept"));
    menu->addSeparator();
    const QSettings settings;
    m_grouping = addChoices(menu->addMenu(tr("&Group by")), {tr("&Sub-team"), tr("&Owner"), tr("&Phase")},
                            settings.value(u"timeline/grouping"_s, 0).toInt());
    m_colour = addChoices(menu->addMenu(tr("C&olour by")), {tr("&Sub-team"), tr("S&tate"), tr("&Lateness")},
                          settings.value(u"timeline/colour"_s, 0).toInt());
    QMenu *sorting = menu->addMenu(tr("&Sort by"));
    m_columnMenu = menu->addMenu(tr("Co&lumns"));
    QStringList titles;
    for (int i = 0; i < timelineColumnCount; ++i)
        titles += TimelineTexts::columnTitle(TimelineColumn(i));
    m_sort = addChoices(sorting, QStringList{tr("The &order of the plan")} + titles, 0);
    for (int i = 1; i < timelineColumnCount; ++i) {
        QAction *action = m_columnMenu->addAction(titles.at(i));
        action->setCheckable(true);
        action->setData(i);
        action->setChecked(m_columns.contains(TimelineColumn(i)));
        connect(action, &QAction::triggered, this, [this, column = TimelineColumn(i)](bool shown) {
            QList<TimelineColumn> columns = m_columns;
            if (shown)
                columns += column;
            else
                columns.removeAll(column);
            setColumns(columns);
        });
    }
    connect(m_sort, &QActionGroup::triggered, this, [this](const QAction *action) {
        const int number = action->data().toInt();
        m_sortBy = number == 0 ? std::nullopt : std::optional(TimelineColumn(number - 1));
        m_descending = false;
        emit changed();
    });
    for (auto *group : {m_grouping, m_colour}) {
        connect(group, &QActionGroup::triggered, this, [this, group](const QAction *action) {
            QSettings().setValue(group == m_grouping ? u"timeline/grouping"_s : u"timeline/colour"_s, action->data());
            emit changed();
        });
    }
    button->setMenu(menu);
    return button;
}

void TimelineTools::setColumns(const QList<TimelineColumn> &columns)
{
    m_columns = columns;
    std::sort(m_columns.begin(), m_columns.end()); // As the enumeration has them: dates, then numbers, then words.
    QStringList names;
    for (const TimelineColumn column : std::as_const(m_columns))
        names += columnNames.at(int(column));
    QSettings().setValue(u"timeline/columns"_s, names);
    for (QAction *action : m_columnMenu->actions())
        action->setChecked(m_columns.contains(TimelineColumn(action->data().toInt())));
    emit changed();
}

void TimelineTools::addColumn(TimelineColumn column)
{
    if (!m_columns.contains(column))
        setColumns(m_columns + QList{column});
}

void TimelineTools::askForColumns(const QPoint &place)
{
    m_columnMenu->popup(place);
}

void TimelineTools::sortBy(TimelineColumn column)
{
    const bool again = m_sortBy == column;
    if (again && m_descending)
        m_sortBy.reset();
    else
        m_sortBy = column;
    m_descending = again && !m_descending;
    m_sort->actions().at(m_sortBy ? int(*m_sortBy) + 1 : 0)->setChecked(true);
    emit changed();
}

void TimelineTools::refill()
{
    fillBaselines();
    fillShow();
}

void TimelineTools::fillBaselines()
{
    const QVariant chosen = m_baseline->currentData();
    m_baseline->clear();
    m_baseline->addItem(tr("No baseline"), QUuid());
    for (const Baseline *baseline : m_session.review().all<Baseline>())
        m_baseline->addItem(tr("Baseline: %1").arg(baseline->name), baseline->id.uuid);
    const int index = chosen.isValid() ? m_baseline->findData(chosen) : 1;
    m_baseline->setCurrentIndex(std::max(0, std::min(index, m_baseline->count() - 1)));
}

void TimelineTools::fillShow()
{
    const QString chosen = m_show->currentData().toString();
    m_show->clear();
    m_show->addItem(tr("Show: all"), allItems);
    m_show->addItem(tr("Show: late"), lateItems);
    m_show->addItem(tr("Show: next %n day(s)", nullptr, soon), soonItems);
    m_show->addItem(tr("Show: mine"), myItems);
    for (const SubTeam *subTeam : m_session.review().all<SubTeam>())
        m_show->addItem(tr("Show: %1", "a sub-team").arg(m_session.review().shownKey(*subTeam)), subTeam->id.uuid.toString());
    m_show->setCurrentIndex(std::max(0, m_show->findData(chosen)));
}

void TimelineTools::chooseShown(TimelineOptions &options) const
{
    const QString shown = m_show->currentData().toString();
    if (shown == lateItems) {
        options.lateOnly = true;
    } else if (shown == soonItems) {
        options.nextDays = soon;
    } else if (shown == myItems) {
        options.mine = mineOf(m_session);
    } else if (shown != allItems) {
        options.onlyLane = RecordId(QUuid::fromString(shown));
        options.withBinding = true;
    }
}

TimelineOptions TimelineTools::options() const
{
    TimelineOptions options;
    options.today = m_session.clock().today();
    options.folded = m_gantt->folded();
    options.filter = m_filter->text().trimmed();
    chooseShown(options);
    options.baseline = RecordId(m_baseline->currentData().toUuid());
    // A sub-team alone is shown as the lanes of the teams, whatever else is grouped.
    if (!options.onlyLane)
        options.grouping = TimelineGrouping(m_grouping->checkedAction()->data().toInt());
    options.colour = TimelineColour(m_colour->checkedAction()->data().toInt());
    options.columns = m_columns;
    options.sortBy = m_sortBy;
    options.descending = m_descending;
    options.newItemRow = !m_session.isReadOnly();
    return options;
}

bool TimelineTools::marksCritical() const
{
    return m_critical->isChecked();
}

bool TimelineTools::marksForecast() const
{
    return m_forecast->isChecked() || m_columns.contains(TimelineColumn::Forecast);
}

bool TimelineTools::isTrying() const
{
    return m_try->isChecked();
}

void TimelineTools::setTrying(bool trying)
{
    m_try->setChecked(trying);
}

void TimelineTools::showEverything()
{
    m_filter->clear();
    m_typing->stop();
    m_show->setCurrentIndex(0);
    emit changed();
}

} // namespace plumbline
