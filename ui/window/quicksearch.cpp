#include "ui/window/quicksearch.h"

#include "ui/widgets/icons.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>
#include <QTimer>

namespace plumbline {

using namespace Qt::StringLiterals;

static constexpr int mostOffered = 12;

QuickSearch::QuickSearch(QWidget *parent)
    : QLineEdit(parent), m_found(new QStandardItemModel(this)), m_completer(new QCompleter(m_found, this)),
      m_pause(new QTimer(this))
{
    setPlaceholderText(tr("Search records"));
    setAccessibleName(tr("Search records by key or title"));
    setToolTip(tr("Search records by key or title (Ctrl+K)"));
    setClearButtonEnabled(true);
    addAction(icon("search"), LeadingPosition);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    m_pause->setSingleShot(true);
    m_pause->setInterval(120);
    connect(m_pause, &QTimer::timeout, this, &QuickSearch::offer);
    connect(this, &QLineEdit::textEdited, m_pause, qOverload<>(&QTimer::start));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) {
        const RecordId record(index.data(Qt::UserRole).toUuid());
        clear();
        emit recordChosen(record);
    });
    connect(this, &QLineEdit::returnPressed, this, [this] {
        offer();
        if (m_found->rowCount() == 0)
            return;
        const RecordId record(m_found->item(0)->data(Qt::UserRole).toUuid());
        m_completer->popup()->hide();
        clear();
        emit recordChosen(record);
    });
}

QSize QuickSearch::sizeHint() const
{
    return {360, QLineEdit::sizeHint().height()};
}

void QuickSearch::setSession(Session *session)
{
    m_session = session;
    setEnabled(session);
    clear();
}

void QuickSearch::offer()
{
    m_found->clear();
    const QString wanted = text().trimmed();
    if (!m_session || wanted.isEmpty())
        return;
    const Review &review = m_session->review();
    for (const Kind kind : allKinds()) {
        for (const Record *record : review.list(kind)) {
            if (m_found->rowCount() >= mostOffered)
                break;
            const QString title = titleOf(kind, *record);
            const QString key = review.shownKey(*record);
            if (key.isEmpty()
                || !(key.startsWith(wanted, Qt::CaseInsensitive) || title.contains(wanted, Qt::CaseInsensitive)))
                continue;
            auto *item = new QStandardItem(u"%1  %2"_s.arg(key, title.left(90)));
            item->setData(record->id.uuid, Qt::UserRole);
            m_found->appendRow(item);
        }
    }
    if (m_found->rowCount() > 0)
        m_completer->complete();
}

} // namespace plumbline
