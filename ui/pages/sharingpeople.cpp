#include "ui/pages/sharingpeople.h"

#include "core/checks/teamstate.h"
#include "core/domain/membership.h"
#include "core/domain/subteam.h"
#include "ui/dialogs/recordwords.h"
#include "ui/dialogs/sharingwords.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowroles.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

enum Column { Who, WorksOn, LastSent, LastReceived, Lacking, columnCount };

constexpr int personRole = Qt::UserRole; ///< QUuid in the first cell of a row; null for somebody without a name.

/// "S5 DNS abuse, Full team": where somebody serves on @p day; empty for nothing.
QString partOf(const Review &review, RecordId person, const QDate &day)
{
    QStringList parts;
    for (const Membership *membership : review.all<Membership>()) {
        if (membership->person.uuid != person.uuid || person.isNull() || !isCurrent(*membership, day))
            continue;
        const SubTeam *team = review.find(membership->subteam);
        const QString place = team ? u"%1 %2"_s.arg(review.shownKey(*team), team->title).trimmed()
                                   : SharingPeople::tr("Full team");
        if (!parts.contains(place))
            parts += place;
    }
    return parts.join(SharingPeople::tr(", ", "between sub-teams"));
}

QStandardItem *cell(const QString &text, bool quiet = false)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setData(quiet, RowRole::Quiet);
    return item;
}

} // namespace

SharingPeople::SharingPeople(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_table(new QTableView(this)), m_rows(new QStandardItemModel(this))
{
    build();
    makeActions();
}

void SharingPeople::build()
{
    m_rows->setColumnCount(columnCount);
    m_table->setModel(m_rows);
    useRows(m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(false);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setAccessibleName(tr("People and what they have"));
    m_table->setTabKeyNavigation(false);
    m_table->installEventFilter(this);
    m_table->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    connect(m_table, &QTableView::doubleClicked, this, [this] { emit sendRequested(currentPerson()); });
}

void SharingPeople::makeActions()
{
    m_send = new QAction(icon("send"), tr("&Send to this person…"), m_table);
    auto *receive = new QAction(icon("inbox"), tr("&Receive…"), m_table);
    connect(m_send, &QAction::triggered, this, [this] { emit sendRequested(currentPerson()); });
    connect(receive, &QAction::triggered, this, &SharingPeople::receiveRequested);
    m_table->addActions({m_send, receive});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void SharingPeople::show(const QList<SharingState> &states)
{
    const QVariant current = m_rows->index(m_table->currentIndex().row(), Who).data(personRole);
    m_rows->setRowCount(0);
    m_rows->setHorizontalHeaderLabels(
        {tr("Who"), tr("Works on"), tr("Last sent"), tr("Last received"), tr("Still missing")});
    int row = 0;
    for (int i = 0; i < states.size(); ++i) {
        const bool second = i > 0 && !states.at(i).person.isNull() && states.at(i - 1).person == states.at(i).person;
        m_rows->appendRow(rowOf(states.at(i), second));
        if (current.isValid() && current.toUuid() == states.at(i).person.uuid && !second)
            row = i;
    }
    m_table->setCurrentIndex(m_rows->index(row, Who));
    fit();
}

QList<QStandardItem *> SharingPeople::rowOf(const SharingState &state, bool isSecondFile) const
{
    const QDateTime now = m_session.clock().now();
    QString name = state.name.isEmpty() ? tr("Somebody who did not say their name") : state.name;
    if (state.person == m_session.me() && !state.person.isNull())
        name = tr("%1 (you), another file").arg(name);
    else if (isSecondFile)
        name = tr("%1, another file").arg(name);
    QStandardItem *who = cell(name, isSecondFile);
    who->setData(state.person.uuid, personRole);
    const auto when = [&](const QDateTime &at) {
        return cell(at.isValid() ? longWhenWords(at, now) : tr("never"), !at.isValid());
    };
    return {who, cell(partOf(m_session.review(), state.person, m_session.clock().today())), when(state.lastOut),
            when(state.lastIn), lacking(state)};
}

QStandardItem *SharingPeople::lacking(const SharingState &state) const
{
    QStringList words;
    if (!state.theirsLacking.isEmpty())
        words += tr("%n of theirs: %1", "changes missing here", int(gapCount(state.theirsLacking)))
                     .arg(gapNumbers(state.theirsLacking));
    if (state.oursLacking > 0)
        words += tr("%n of ours", "changes missing there", int(state.oursLacking));
    if (words.isEmpty() && state.heard)
        words += tr("nothing");
    else if (words.isEmpty())
        words += tr("not known");
    QStandardItem *item = cell(words.join(u" · "_s), state.theirsLacking.isEmpty());
    if (!state.theirsLacking.isEmpty())
        item->setData(int(Severity::Warning), RowRole::Severity);
    return item;
}

void SharingPeople::fit()
{
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(WorksOn, QHeaderView::Stretch);
    header->setSectionResizeMode(Lacking, QHeaderView::Stretch);
    int height = header->sizeHint().height();
    for (int row = 0; row < m_rows->rowCount(); ++row)
        height += m_table->rowHeight(row);
    m_table->setFixedHeight(height + 2);
}

RecordId SharingPeople::currentPerson() const
{
    return RecordId(m_rows->index(m_table->currentIndex().row(), Who).data(personRole).toUuid());
}

bool SharingPeople::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_table->currentIndex().isValid()) {
            emit sendRequested(currentPerson());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace plumbline
