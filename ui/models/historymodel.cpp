#include "ui/models/historymodel.h"

#include "ui/widgets/rowroles.h"
#include "ui/widgets/severity.h"

#include <QScopedValueRollback>

namespace plumbline {

static constexpr int historyPage = 200;  ///< Entries read at once; a few milliseconds.
static constexpr int mostPages = 5;      ///< Pages read for one call while nothing in them is told.

HistoryModel::HistoryModel(Session &session, ChangeWords title, ChangeWords detail, QObject *parent)
    : QAbstractListModel(parent), m_session(session), m_title(std::move(title)), m_detail(std::move(detail))
{
    connect(&session, &Session::changed, this, &HistoryModel::readNews);
    connect(&session, &Session::meChanged, this, &HistoryModel::readAnew);
    readAnew();
}

bool HistoryModel::isTold(const HistoryEntry &entry)
{
    if (entry.field == "life")
        return true;
    return entry.cause != Cause::Create && entry.field != "key" && !entry.field.startsWith('~');
}

void HistoryModel::setFilter(const HistoryFilter &filter)
{
    m_filter = filter;
    readAnew();
}

const HistoryEntry *HistoryModel::entry(int row) const
{
    return row >= 0 && row < m_entries.size() ? &m_entries.at(row) : nullptr;
}

void HistoryModel::readAnew()
{
    {
        const QScopedValueRollback changing(m_changing, true);
        beginResetModel();
        m_entries.clear();
        m_newest = 0;
        m_oldest = 0;
        m_atEnd = false;
        endResetModel();
    }
    fetchMore({});
}

void HistoryModel::readNews()
{
    HistoryFilter filter = m_filter;
    filter.limit = historyPage;
    const QList<HistoryEntry> page = m_session.history(filter);
    QList<HistoryEntry> fresh;
    for (const HistoryEntry &entry : page) {
        if (entry.number > m_newest && isTold(entry))
            fresh += entry;
    }
    // More news than a page holds, as after an import: the list begins anew.
    if (!page.isEmpty() && page.size() == historyPage && page.last().number > m_newest)
        return readAnew();
    if (!page.isEmpty())
        m_newest = page.first().number;
    if (!fresh.isEmpty()) {
        const QScopedValueRollback changing(m_changing, true);
        beginInsertRows({}, 0, int(fresh.size()) - 1);
        m_entries = fresh + m_entries;
        endInsertRows();
    }
    // The names of records may be others now.
    if (!m_entries.isEmpty())
        emit dataChanged(index(0), index(int(m_entries.size()) - 1));
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_atEnd;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (parent.isValid() || m_changing)
        return;
    // Whoever hears of the new rows may ask for more at once; these come first.
    const QScopedValueRollback changing(m_changing, true);
    QList<HistoryEntry> told;
    for (int i = 0; i < mostPages && told.isEmpty() && !m_atEnd; ++i) {
        HistoryFilter filter = m_filter;
        filter.limit = historyPage;
        filter.before = m_oldest;
        const QList<HistoryEntry> page = m_session.history(filter);
        m_atEnd = page.size() < historyPage;
        if (page.isEmpty())
            break;
        if (m_oldest == 0)
            m_newest = page.first().number;
        m_oldest = page.last().number;
        for (const HistoryEntry &entry : page) {
            if (isTold(entry))
                told += entry;
        }
    }
    if (told.isEmpty())
        return;
    beginInsertRows({}, int(m_entries.size()), int(m_entries.size() + told.size()) - 1);
    m_entries += told;
    endInsertRows();
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    const HistoryEntry *change = entry(index.row());
    if (!change)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return m_title(*change);
    case RowRole::SecondLine:
        return QStringList{m_detail(*change)};
    case RowRole::Severity:
        return int(change->inFuture || change->beforeReplaced ? Severity::Warning : Severity::None);
    case Qt::AccessibleTextRole:
        return QString(m_title(*change) + QStringLiteral(": ") + m_detail(*change));
    default:
        return {};
    }
}

} // namespace plumbline
