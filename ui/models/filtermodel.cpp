#include "ui/models/filtermodel.h"

#include "ui/models/recordmodel.h"

#include <algorithm>

namespace plumbline {

FilterModel::FilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(RecordModel::SortRole);
    setSortLocaleAware(true);
}

void FilterModel::setTyped(const QString &typed)
{
    if (typed == m_typed)
        return;
    m_typed = typed;
    m_words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

QString FilterModel::textOf(int row, const QModelIndex &parent) const
{
    const QModelIndex first = sourceModel()->index(row, 0, parent);
    if (const QVariant text = first.data(RecordModel::SearchRole); text.isValid())
        return text.toString();
    QStringList cells;
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column)
        cells += first.siblingAtColumn(column).data().toString();
    return cells.join(u' ');
}

bool FilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty())
        return true;
    const QString text = textOf(row, parent);
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace plumbline
