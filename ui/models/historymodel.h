#pragma once

#include "core/session/session.h"

#include <QAbstractListModel>

namespace plumbline {

/// Says what a change was in one line; given by the room that knows the words for people.
using ChangeWords = std::function<QString(const HistoryEntry &)>;

/// The changes of a review, newest first, a page at a time: as a list is scrolled, so it is read.
///
/// What a record was created with is one row, its creation; keys and places are left out. New changes come in on top.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// @p title and @p detail say the two lines of a row.
    HistoryModel(Session &session, ChangeWords title, ChangeWords detail, QObject *parent = nullptr);

    void setFilter(const HistoryFilter &filter);
    const HistoryFilter &filter() const { return m_filter; }
    /// The change of a row; null for none.
    const HistoryEntry *entry(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    void readAnew();
    void readNews();
    static bool isTold(const HistoryEntry &entry);

    Session &m_session; // Not owned, outlives the model.
    ChangeWords m_title;
    ChangeWords m_detail;
    HistoryFilter m_filter;
    QList<HistoryEntry> m_entries;
    qint64 m_newest = 0; ///< Number of the newest change that was read, told or not.
    qint64 m_oldest = 0; ///< Number of the oldest; 0 before the first page.
    bool m_changing = false; ///< Rows are being put in, so nobody may fetch more.
    bool m_atEnd = false;
};

} // namespace plumbline
