#include "ui/pages/historytrash.h"

#include "ui/dialogs/recordwords.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/rowdelegate.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

HistoryTrash::HistoryTrash(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_rows(new QStandardItemModel(this)), m_list(new QTreeView),
      m_back(new QPushButton(tr("&Bring back"))), m_empty(new EmptyState(u"undo"_s, tr("Nothing was deleted.")))
{
    build();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryTrash::showCurrent);
    connect(m_list, &QTreeView::activated, this, &HistoryTrash::bringBack);
    connect(m_back, &QPushButton::clicked, this, &HistoryTrash::bringBack);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        const bool concerned = changes.everything ||
                               std::any_of(changes.records.begin(), changes.records.end(), [](const auto &entry) {
                                   return entry.appeared || entry.vanished || entry.fields.contains("life");
                               });
        if (concerned)
            fill();
    });
    fill();
}

void HistoryTrash::build()
{
    m_list->setModel(m_rows);
    m_list->setAccessibleName(tr("Deleted records"));
    m_list->setRootIsDecorated(false);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    useRows(m_list);
    m_empty->setExample(tr("A deleted record is kept with all its history and can be brought back at any time."));
    m_empty->setContentsMargins(32, 24, 32, 24);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(24, 8, 24, 8);
    foot->addWidget(m_back);
    foot->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
    column->addStretch(0);
    setFocusProxy(m_list);
}

void HistoryTrash::fill()
{
    const int row = std::max(0, m_list->currentIndex().row());
    m_gone.clear();
    for (const Kind kind : allKinds()) {
        for (const Record *record : m_session.review().everyRecord(kind)) {
            if (record->life != Life::Deleted)
                continue;
            // What was mentioned and has not arrived yet has no life and is not in the trash.
            const QList<HistoryEntry> life = m_session.history(record->id, "life");
            if (!life.isEmpty() && life.first().after.toText() != "alive"_L1)
                m_gone += {record->id, kind, life.first()};
        }
    }
    std::sort(m_gone.begin(), m_gone.end(),
              [](const Gone &a, const Gone &b) { return a.entry.number > b.entry.number; });
    m_rows->clear();
    m_rows->setHorizontalHeaderLabels({tr("Record"), tr("Kind"), tr("What"), tr("By"), tr("When")});
    for (const Gone &gone : std::as_const(m_gone))
        addRow(gone);
    m_list->header()->resizeSection(0, 420);
    m_list->header()->resizeSection(1, 150);
    m_list->header()->resizeSection(2, 190);
    m_list->header()->resizeSection(3, 190);
    const bool any = !m_gone.isEmpty();
    m_empty->setVisible(!any);
    m_list->setVisible(any);
    m_back->setVisible(any);
    m_list->setCurrentIndex(m_rows->index(std::min(row, count() - 1), 0));
    showCurrent();
    emit countChanged();
}

void HistoryTrash::addRow(const Gone &gone)
{
    const Review &review = m_session.review();
    const QString word = gone.entry.after.toText();
    const QString title = titleWords(review, gone.record);
    const Record *record = review.findAny(gone.record);
    const QString name = title.isEmpty() || title == record->key ? shortName(review, gone.record)
                         : record->key.isEmpty()                  ? title
                                                 : tr("%1 %2", "key and title").arg(review.shownKey(*record), title);
    QList<QStandardItem *> row;
    for (const QString &text :
         {name, kindLabel(gone.kind),
          word == "moved"_L1       ? tr("moved to another audience")
          : word == "withdrawn"_L1 ? tr("withdrawn")
                                   : tr("deleted"),
          personWords(review, gone.entry.person, m_session.me()),
          whenWords(gone.entry.when, m_session.clock().now())})
        row += new QStandardItem(text);
    m_rows->appendRow(row);
}

void HistoryTrash::showCurrent()
{
    const int row = m_list->currentIndex().row();
    const bool moved = row >= 0 && m_gone.at(row).entry.after.toText() == "moved"_L1;
    m_back->setEnabled(row >= 0 && !moved && !m_session.isReadOnly());
    m_back->setToolTip(moved ? tr("It lives on in another audience.") : QString());
}

void HistoryTrash::bringBack()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || !m_back->isEnabled())
        return;
    const Gone gone = m_gone.at(row);
    ChangeSet changes(m_session.review(), Cause::Restore);
    changes.restore(gone.kind, gone.record);
    const Result<Commit> done = m_session.commit(changes);
    if (done)
        emit message(Severity::Good, tr("%1 is back.").arg(shortName(m_session.review(), gone.record)), {});
    else
        emit message(Severity::Error, done.error().sentence, tr("Nothing was changed."));
}

} // namespace plumbline
