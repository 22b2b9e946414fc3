#include "ui/pages/milestonetrendview.h"

#include "core/domain/milestone.h"
#include "core/domain/subteam.h"
#include "ui/dialogs/recordwords.h"
#include "ui/pages/trendchart.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowroles.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

MilestoneTrendView::MilestoneTrendView(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_team(new QComboBox(this)), m_items(new QStandardItemModel(0, 4, this)),
      m_steps(new QStandardItemModel(0, 5, this)), m_table(makeTable(tr("Items whose date moved"), m_items)),
      m_former(makeTable(tr("Former dates"), m_steps)), m_chart(new TrendChart(this)),
      m_empty(new EmptyState(u"trend"_s, tr("No date has moved yet."), this)), m_content(new QSplitter(Qt::Horizontal, this))
{
    m_empty->setExample(tr("As soon as the target of an item is changed, its former dates and the reasons stand here."));
    m_empty->setContentsMargins(32, 24, 32, 24);
    m_team->setAccessibleName(tr("Whose items to show"));
    m_items->setHorizontalHeaderLabels({tr("Item"), tr("First"), tr("Now"), tr("Moved")});
    m_steps->setHorizontalHeaderLabels({tr("Said"), tr("Target"), tr("Moved"), tr("By"), tr("Reason")});
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_former->horizontalHeader()->setSectionResizeMode(4, QHeaderView::Stretch);

    auto *right = new QSplitter(Qt::Vertical);
    right->addWidget(m_chart);
    right->addWidget(m_former);
    right->setStretchFactor(0, 3);
    right->setStretchFactor(1, 2);
    right->setChildrenCollapsible(false);
    auto *content = static_cast<QSplitter *>(m_content);
    content->addWidget(m_table);
    content->addWidget(right);
    content->setStretchFactor(0, 2);
    content->setStretchFactor(1, 3);
    content->setSizes({430, 560});
    m_table->setMinimumWidth(260);
    content->setChildrenCollapsible(false);

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(16, 6, 16, 6);
    tools->addWidget(m_team);
    tools->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(m_empty);
    column->addWidget(m_content, 1);
    setFocusProxy(m_table);
    connect(m_team, &QComboBox::activated, this, &MilestoneTrendView::refill);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        fillSteps();
        emit currentRecordChanged(currentRecord());
    });
    connect(m_chart, &TrendChart::chosen, this, [this](int line) { m_table->setCurrentIndex(m_items->index(line, 0)); });
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.concerns(Kind::Milestone) && !changes.concerns(Kind::SubTeam))
            return;
        m_stale = true;
        if (isVisible())
            refill();
    });
}

QTableView *MilestoneTrendView::makeTable(const QString &name, QStandardItemModel *model)
{
    auto *table = new QTableView(this);
    table->setModel(model);
    useRows(table);
    table->setAccessibleName(name);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    return table;
}

void MilestoneTrendView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refill();
}

void MilestoneTrendView::fillTeams()
{
    const QSignalBlocker quiet(m_team);
    const QVariant chosen = m_team->currentData();
    m_team->clear();
    m_team->addItem(tr("Full team"), QUuid());
    for (const SubTeam *team : m_session.review().all<SubTeam>())
        m_team->addItem(u"%1 %2"_s.arg(m_session.review().shownKey(*team), team->title), team->id.uuid);
    m_team->setCurrentIndex(std::max(0, m_team->findData(chosen)));
}

static QStandardItem *trendCell(const QString &text, bool quiet = false)
{
    auto *item = new QStandardItem(text);
    item->setData(quiet, RowRole::Quiet);
    return item;
}

static QString dateOr(const std::optional<PartialDate> &date, const QString &none)
{
    return date ? formatDate(*date, QLocale()) : none;
}

void MilestoneTrendView::refill()
{
    m_stale = false;
    fillTeams();
    const RecordId before = currentRecord();
    const QUuid team = m_team->currentData().toUuid();
    m_lines.clear();
    for (const Milestone *milestone : m_session.review().all<Milestone>()) {
        if (milestone->subteam.uuid != team)
            continue;
        const QList<FormerDate> dates = formerDates(m_session, MilestoneId(milestone->id.uuid));
        if (dates.size() > 1)
            m_lines += Line{MilestoneId(milestone->id.uuid), dates};
    }
    const QSignalBlocker quiet(m_table->selectionModel());
    m_items->setRowCount(0);
    QList<TrendLine> chart;
    for (const Line &line : std::as_const(m_lines)) {
        const Milestone &milestone = *m_session.review().find(line.milestone);
        const auto moved = daysBetween(line.dates.first().target, line.dates.last().target);
        m_items->appendRow({trendCell(milestone.title), trendCell(dateOr(line.dates.first().target, u"—"_s), true),
                            trendCell(dateOr(line.dates.last().target, u"—"_s)),
                            trendCell(moved ? slipWords(*moved) : tr("%n time(s)", nullptr, int(line.dates.size()) - 1), true)});
        TrendLine drawn{milestone.title, {}, {}};
        for (const FormerDate &date : line.dates) {
            if (date.target && !date.target->isOpen())
                drawn.steps += {date.said.toUTC().date(), date.target->last()};
        }
        if (milestone.actual && !milestone.actual->isOpen())
            drawn.met = milestone.actual->last();
        chart += drawn;
    }
    m_chart->setLines(chart, m_session.clock().today());
    m_empty->setVisible(m_lines.isEmpty());
    m_content->setVisible(!m_lines.isEmpty());
    for (int column = 1; column < m_items->columnCount(); ++column) // What came while nothing was seen was not measured.
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    const auto same = std::find_if(m_lines.begin(), m_lines.end(),
                                   [&](const Line &line) { return line.milestone.uuid == before.uuid; });
    if (!m_lines.isEmpty())
        m_table->setCurrentIndex(m_items->index(same == m_lines.end() ? 0 : int(same - m_lines.begin()), 0));
    fillSteps();
}

int MilestoneTrendView::currentLine() const
{
    const int row = m_table->currentIndex().row();
    return row < m_lines.size() ? row : -1;
}

void MilestoneTrendView::fillSteps()
{
    m_steps->setRowCount(0);
    const int line = currentLine();
    m_chart->setCurrent(line);
    if (line < 0)
        return;
    const auto &dates = m_lines.at(line).dates;
    for (auto date = dates.crbegin(); date != dates.crend(); ++date)
        m_steps->appendRow({trendCell(QLocale().toString(date->said.toUTC().date(), u"d MMM yyyy"_s), true),
                            trendCell(dateOr(date->target, tr("no date"))), trendCell(date->moved ? slipWords(*date->moved) : QString(), true),
                            trendCell(personWords(m_session.review(), date->person, m_session.me()), true), trendCell(date->reason)});
}

RecordId MilestoneTrendView::currentRecord() const
{
    const int line = currentLine();
    return line < 0 ? RecordId() : RecordId(m_lines.at(line).milestone.uuid);
}

} // namespace plumbline
