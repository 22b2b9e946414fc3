#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace plumbline {

/// The rows that hold every word typed into a filter field, in any order and any case.
///
/// Looks into RecordModel::SearchRole of the first column, or, in models that do not answer it, into the text
/// of all columns.
class FilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FilterModel(QObject *parent = nullptr);

    QString typed() const { return m_typed; }

public slots:
    void setTyped(const QString &typed);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString textOf(int row, const QModelIndex &parent) const;

    QString m_typed;
    QStringList m_words;
};

} // namespace plumbline
