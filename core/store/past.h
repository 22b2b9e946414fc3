#pragma once

#include "core/store/log.h"

namespace plumbline {

/// Which transactions can be reached by `prev` from some tips.
struct Reachable {
    std::vector<bool> transactions; ///< By local number.
    QList<QByteArray> missing;      ///< Identities that are named and not here.

    bool contains(qint64 tid) const { return size_t(tid) < transactions.size() && transactions[size_t(tid)]; }
};

/// Follows the chains of all streams from @p tips (16 bytes each). Throws sqlite::Failure.
Reachable reachableFrom(sqlite3 *database, const QByteArray &tips);

/// The log as it was when it held some of its transactions only. For reading; the heads are computed in one pass
/// over the log and kept in memory, without values.
class PastLog : public Log
{
public:
    /// @p transactions is not owned and outlives the log. Throws sqlite::Failure, as all of Log.
    PastLog(sqlite3 *database, const Reachable &transactions);

    /// Local numbers of the records that have heads.
    QList<qint64> records() const { return m_heads.keys(); }
    std::vector<StoredOperation> heads(const Register &target) override;
    std::vector<StoredOperation> operations(const Register &target) override;
    QHash<QByteArray, std::vector<StoredOperation>> headsOf(qint64 eid) override;
    QHash<QByteArray, std::vector<StoredOperation>> headsToShow(qint64 eid) override { return headsOf(eid); }
    QSet<OperationRef> witnessed(qint64 eid, const QSet<QByteArray> &groups) override;

private:
    const Reachable &m_past; // Not owned.
    QHash<qint64, QList<qint64>> m_heads; ///< Numbers of the operations, by record.
};

} // namespace plumbline
