#include "ui/pages/historychanges.h"

#include "core/edits/history.h"
#include "ui/dialogs/changewords.h"
#include "ui/dialogs/recordwords.h"
#include "ui/models/historymodel.h"
#include "ui/pages/historydetail.h"
#include "ui/pages/historyfilter.h"
#include "ui/widgets/twolinedelegate.h"

#include <QListView>
#include <QScrollArea>
#include <QSplitter>
#include <QTextDocumentFragment>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

/// "Lead, SSR1 changed Target of M-S1-02" without its link.
static QString changeTitle(const Session &session, const HistoryEntry &entry)
{
    const QString html = actionSentence(session.review(), {entry}, session.me(), session.clock().today());
    return QTextDocumentFragment::fromHtml(html).toPlainText();
}

static QString changeDetail(const Session &session, const HistoryEntry &entry)
{
    QStringList words{whenWords(entry.when, session.clock().now())};
    const QString values = beforeAfter(session.review(), entry, session.clock().today());
    words += values.isEmpty() ? titleWords(session.review(), entry.record) : values;
    words.removeAll(QString());
    return words.join(u" · "_s);
}

HistoryChanges::HistoryChanges(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_filter(new HistoryFilterBar(session)),
      m_model(new HistoryModel(
          session, [&session](const HistoryEntry &entry) { return changeTitle(session, entry); },
          [&session](const HistoryEntry &entry) { return changeDetail(session, entry); }, this)),
      m_list(new QListView), m_detail(new HistoryDetail(session))
{
    build();
    connect(m_filter, &HistoryFilterBar::filterChanged, this, [this] {
        m_model->setFilter(m_filter->filter());
        m_list->setCurrentIndex(m_model->index(0));
    });
    connect(m_filter, &HistoryFilterBar::recordNotFound, this,
            [this](const QString &sentence) { emit message(Severity::Warning, sentence, {}); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryChanges::showCurrent);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &HistoryChanges::showCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HistoryChanges::showCurrent);
    connect(m_detail, &HistoryDetail::restoreRequested, this, &HistoryChanges::restore);
    connect(m_detail, &HistoryDetail::bringBackRequested, this, &HistoryChanges::bringBack);
    connect(m_detail, &HistoryDetail::setAsideRequested, this, &HistoryChanges::setAside);
    connect(m_detail, &HistoryDetail::recordRequested, this, &HistoryChanges::recordRequested);
    m_list->setCurrentIndex(m_model->index(0));
}

void HistoryChanges::build()
{
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Changes, newest first"));
    useTwoLines(m_list);
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_detail);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    auto *splitter = new QSplitter;
    splitter->addWidget(m_list);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({420, 780});
    splitter->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filter);
    column->addWidget(splitter, 1);
    setFocusProxy(m_list);
}

RecordId HistoryChanges::currentRecord() const
{
    const HistoryEntry *entry = m_model->entry(m_list->currentIndex().row());
    return entry ? entry->record : RecordId();
}

void HistoryChanges::showCurrent()
{
    const HistoryEntry *entry = m_model->entry(m_list->currentIndex().row());
    m_detail->setEntry(entry ? std::optional(*entry) : std::nullopt);
    emit currentRecordChanged(currentRecord());
}

bool HistoryChanges::say(const Result<Commit> &done)
{
    if (!done)
        emit message(Severity::Error, done.error().sentence, tr("Nothing was changed."));
    return bool(done);
}

void HistoryChanges::restore(RecordId record, const QByteArray &field, const Value &value)
{
    const auto kind = m_session.review().kindOf(record);
    if (say(m_session.commit(restoreValue(m_session.context(), record, field, value))) && kind)
        emit message(Severity::Good,
                     tr("%1 of %2 has its former value again.")
                         .arg(fieldLabel(*kind, field), shortName(m_session.review(), record)),
                     {});
    m_list->setFocus(Qt::OtherFocusReason);
}

void HistoryChanges::bringBack(RecordId record)
{
    ChangeSet changes(m_session.review(), Cause::Restore);
    changes.restore(*m_session.review().kindOf(record), record);
    say(m_session.commit(changes));
    m_list->setFocus(Qt::OtherFocusReason);
}

void HistoryChanges::setAside(qint64 import)
{
    const Result<Commit> done = m_session.setAsideImport(import);
    if (say(done))
        emit message(done->left.isEmpty() ? Severity::Good : Severity::Warning,
                     done->group.isEmpty() ? tr("Nothing of import %1 could be set aside.").arg(import)
                                           : tr("Import %1 is set aside. Undo brings it again.").arg(import),
                     done->left.isEmpty()
                         ? QString()
                         : tr("Left as it is because of later work on it: %1.").arg(done->left.join(u", "_s)));
    m_list->setFocus(Qt::OtherFocusReason);
}

} // namespace plumbline
