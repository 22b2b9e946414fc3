#pragma once

#include "core/base/searchwords.h"
#include "core/store/searchhit.h"
#include "core/store/sqlite.h"

namespace plumbline {

/// The full-text index of a working file: the tables `fts` and `stale`, computed from the projection alone.
///
/// A change only marks its record as stale; its text is indexed when somebody searches, so neither a commit nor an
/// import waits for it. Whatever the index says, a hit and its excerpt are made from the record's row. Functions throw
/// sqlite::Failure; those that write belong inside a WriteTransaction.
class SearchIndex
{
public:
    explicit SearchIndex(sqlite3 *database) : m_database(database) {}

    /// Empties the index and marks every record as stale: what a stranger's file says is where is not believed.
    void recreate();
    qint64 staleCount();
    /// Indexes at most that many stale records (-1: all).
    void update(qint64 most = -1);
    /// The best @p limit hits. Stale records are searched one by one; so are all when the index is not to be @p trusted.
    QList<SearchHit> find(const SearchQuery &query, int limit, bool trusted);
    /// True when the index says what the rows say, but for stale records; asks SQLite to check its tables, too. Needs a
    /// database that may be written.
    bool holds();

private:
    sqlite3 *m_database; // Not owned, outlives the index.
};

} // namespace plumbline
