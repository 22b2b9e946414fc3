// The rule for heads is that of log.cpp, applied to a part of the log: an operation of type < 64 is a head exactly if
// no operation of that part of the same register and of type < 64 refers to it.

#include "core/store/past.h"

#include <algorithm>

namespace plumbline {

using sqlite::Statement;

Reachable reachableFrom(sqlite3 *database, const QByteArray &tips)
{
    Reachable found;
    found.transactions.resize(size_t(sqlite::queryNumber(database, "SELECT max(tid) FROM txn")) + 1);
    Statement find(database, "SELECT tid, prev FROM txn WHERE h = ?");
    for (qsizetype at = 0; at + 16 <= tips.size(); at += 16) {
        for (QByteArray next = tips.mid(at, 16); !next.isEmpty();) {
            find.bindBytes(1, next);
            if (!find.step()) {
                if (!found.missing.contains(next))
                    found.missing += next;
                break;
            }
            const size_t tid = size_t(find.number(0));
            next = found.transactions[tid] ? QByteArray() : find.bytes(1); // A chain that was walked already.
            found.transactions[tid] = true;
            find.reset();
        }
        find.reset();
    }
    return found;
}

namespace {

/// An operation without its value.
struct PastOperation {
    qint64 oid;
    qint64 eid;
    qint64 fid;
    quint32 index; ///< In its transaction.
    bool replaced;
};

} // namespace

PastLog::PastLog(sqlite3 *database, const Reachable &transactions) : Log(database), m_past(transactions)
{
    // Where the operations of a transaction begin in `links`; its other operations follow in order.
    QHash<QByteArray, size_t> begins;
    std::vector<PastOperation> links;
    QList<QPair<size_t, QByteArray>> refs; // Packed, with the place of who names them.
    Statement all(database, "SELECT o.oid, o.eid, o.fid, o.refs, o.type, o.idx, t.tid, t.h FROM txn t CROSS JOIN op o "
                            "ON o.tid = t.tid ORDER BY t.tid, o.idx");
    while (all.step()) {
        if (!m_past.contains(all.number(6)))
            continue;
        if (all.number(5) == 0)
            begins.insert(all.bytes(7), links.size());
        const bool isRegister = all.number(4) < 64;
        if (isRegister && !all.bytes(3).isEmpty())
            refs += {links.size(), all.bytes(3)};
        // An annotation is never a head, so it counts as replaced.
        links.push_back({all.number(0), all.number(1), all.number(2), quint32(all.number(5)), !isRegister});
    }
    for (const auto &[place, packed] : std::as_const(refs)) {
        const PastOperation &above = links[place];
        const QList<OperationRef> named = unpackRefs(packed);
        for (const OperationRef &ref : named) {
            const auto begin = begins.constFind(ref.h);
            if (begin == begins.constEnd() || *begin + ref.index >= links.size())
                continue;
            PastOperation &below = links[*begin + ref.index];
            // An index beyond the end of its transaction names nothing.
            if (below.index == ref.index && below.eid == above.eid && below.fid == above.fid)
                below.replaced = true;
        }
    }
    for (const PastOperation &link : links) {
        if (!link.replaced)
            m_heads[link.eid] += link.oid;
    }
}

QHash<QByteArray, std::vector<StoredOperation>> PastLog::headsOf(qint64 eid)
{
    QHash<QByteArray, std::vector<StoredOperation>> byField;
    const QList<qint64> heads = m_heads.value(eid);
    for (const qint64 oid : heads) {
        for (StoredOperation &found : operation(oid))
            byField[found.field].push_back(std::move(found));
    }
    for (auto &list : byField)
        std::sort(list.begin(), list.end());
    return byField;
}

std::vector<StoredOperation> PastLog::heads(const Register &target)
{
    return headsOf(target.eid).value(fieldName(target.fid));
}

std::vector<StoredOperation> PastLog::operations(const Register &target)
{
    std::vector<StoredOperation> all = Log::operations(target);
    std::erase_if(all, [this](const StoredOperation &operation) {
        return !m_past.contains(transactionNumber(operation.self.h));
    });
    return all;
}

QSet<OperationRef> PastLog::witnessed(qint64 eid, const QSet<QByteArray> &groups)
{
    // The witnesses that count stand in the actions of @p groups, which are those of life heads; of such an action
    // only what belongs to the part is looked at.
    QSet<OperationRef> seen;
    QSet<OperationRef> own;
    bool isWitnessed = false;
    for (const StoredOperation &operation : everyOperation(eid)) {
        if (!groups.contains(operation.group) || !m_past.contains(transactionNumber(operation.self.h)))
            continue;
        if (operation.type == WitnessOperation) {
            seen.unite(QSet<OperationRef>(operation.refs.begin(), operation.refs.end()));
            isWitnessed = true;
        } else if (operation.type < 64) {
            own.insert(operation.self);
        }
    }
    return isWitnessed ? seen.unite(own) : seen;
}

} // namespace plumbline
