#include "ui/pages/deadlineboardview.h"

#include "core/domain/subteam.h"
#include "ui/models/deadlinemodel.h"
#include "ui/models/filtermodel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/rowdelegate.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

DeadlineBoardView::DeadlineBoardView(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new DeadlineModel(session, this)), m_filtered(new FilterModel(this)),
      m_table(new QTableView), m_team(new QComboBox), m_why(new QuietLabel),
      m_empty(new EmptyState(u"deadline"_s, tr("Nothing is bound by a date yet.")))
{
    m_empty->setExample(tr("Give a milestone a deadline, or say which milestone of the full team it serves."));
    m_empty->setContentsMargins(32, 24, 32, 24);
    auto *filter = new QLineEdit;
    filter->setPlaceholderText(tr("Filter"));
    filter->setAccessibleName(tr("Filter the deadlines"));
    filter->setClearButtonEnabled(true);
    filter->addAction(icon("filter"), QLineEdit::LeadingPosition);
    filter->setMaximumWidth(160);
    connect(filter, &QLineEdit::textChanged, m_filtered, &FilterModel::setTyped);
    m_team->setAccessibleName(tr("Whose deadlines to show"));
    m_why->setWordWrap(true);
    m_why->setContentsMargins(16, 8, 16, 8);

    m_filtered->setSourceModel(m_model);
    m_table->setModel(m_filtered);
    useRows(m_table);
    m_table->setAccessibleName(tr("Deadlines"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(DeadlineModel::ItemColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(DeadlineModel::AgainstColumn, QHeaderView::Stretch);
    m_table->hideColumn(DeadlineModel::TeamColumn); // The keys tell, and the choice above; filtering still looks into it.
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(16, 6, 16, 6);
    tools->setSpacing(8);
    tools->addWidget(filter);
    tools->addWidget(m_team);
    tools->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(m_empty);
    column->addWidget(m_table, 1);
    column->addWidget(m_why);
    setFocusProxy(m_table);

    connect(m_team, &QComboBox::activated, this, [this] {
        m_model->setTeam(RecordId(m_team->currentData().toUuid()));
        showCurrent();
    });
    connect(m_table, &QTableView::activated, this, [this] { emit recordRequested(currentRecord()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showCurrent();
        emit currentRecordChanged(currentRecord());
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &DeadlineBoardView::showCurrent);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.concerns(Kind::SubTeam))
            fillTeams();
    });
    fillTeams();
    showCurrent();
    m_model->setWatched(false); // Until it is shown.
}

void DeadlineBoardView::showEvent(QShowEvent *event)
{
    m_model->setWatched(true);
    QWidget::showEvent(event);
}

void DeadlineBoardView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model->setWatched(false);
}

void DeadlineBoardView::fillTeams()
{
    const QSignalBlocker quiet(m_team);
    const QVariant chosen = m_team->currentData();
    m_team->clear();
    m_team->addItem(tr("Everybody’s"), QUuid());
    for (const SubTeam *team : m_session.review().all<SubTeam>())
        m_team->addItem(team->title, team->id.uuid);
    m_team->setCurrentIndex(std::max(0, m_team->findData(chosen)));
}

void DeadlineBoardView::showCurrent()
{
    m_empty->setVisible(m_model->rowCount() == 0);
    m_table->setVisible(m_model->rowCount() > 0);
    const QModelIndex current = m_filtered->mapToSource(m_table->currentIndex());
    const QString why = current.isValid() ? m_model->explanation(current.row()) : QString();
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
}

RecordId DeadlineBoardView::currentRecord() const
{
    const QModelIndex current = m_filtered->mapToSource(m_table->currentIndex());
    return current.isValid() ? RecordId(m_model->row(current.row()).milestone.uuid) : RecordId();
}

bool DeadlineBoardView::setCurrentRecord(RecordId record)
{
    for (int row = 0; row < m_filtered->rowCount(); ++row) {
        const QModelIndex index = m_filtered->index(row, DeadlineModel::ItemColumn);
        if (RecordId(m_model->row(m_filtered->mapToSource(index).row()).milestone.uuid) != record)
            continue;
        m_table->setCurrentIndex(index);
        return true;
    }
    return false;
}

} // namespace plumbline
