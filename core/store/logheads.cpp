// What stands in the log of a register or a record, and which of it nobody replaced.

#include "core/store/log.h"

#include <algorithm>

namespace plumbline {

using sqlite::Statement;

bool operator<(const StoredOperation &a, const StoredOperation &b)
{
    const quint64 lamA = std::min(a.lam, largestLam);
    const quint64 lamB = std::min(b.lam, largestLam);
    if (lamA != lamB)
        return lamA < lamB;
    if (a.stream != b.stream)
        return a.stream < b.stream;
    if (a.seq != b.seq)
        return a.seq < b.seq;
    return a.self < b.self;
}

// Columns every query for StoredOperation selects, in the order collect() reads them.
#define OPERATION_COLUMNS                                                                                    \
    "o.oid, t.h, o.idx, o.type, o.refs, o.vt, o.val, f.name, t.lam, s.uuid, t.seq, t.wall, t.person, "       \
    "t.cause, t.grp, t.tid, length(t.undoes) "
#define OPERATION_JOINS                                                                                      \
    "JOIN txn t ON t.tid = o.tid JOIN stream s ON s.sid = t.sid JOIN field f ON f.fid = o.fid "

std::vector<StoredOperation> Log::collect(Statement &statement)
{
    std::vector<StoredOperation> operations;
    while (statement.step()) {
        StoredOperation operation;
        operation.oid = statement.number(0);
        operation.self = {statement.bytes(1), quint32(statement.number(2))};
        operation.type = int(statement.number(3));
        operation.refs = unpackRefs(statement.bytes(4));
        operation.value = columnValue(statement, 5, 6);
        operation.field = statement.bytes(7);
        operation.lam = quint64(statement.number(8));
        operation.stream = statement.bytes(9);
        operation.seq = quint64(statement.number(10));
        operation.wall = statement.number(11);
        operation.person = statement.bytes(12);
        operation.cause = int(statement.number(13));
        operation.group = statement.bytes(14);
        if (statement.number(16) > 0)
            operation.undoes = undoneBy(statement.number(15));
        operations.push_back(std::move(operation));
    }
    return operations;
}

QSet<QByteArray> Log::undoneBy(qint64 tid)
{
    if (const auto known = m_undone.constFind(tid); known != m_undone.constEnd())
        return *known;
    Statement &query = statement("SELECT undoes FROM txn WHERE tid = ?");
    query.bind(1, tid);
    const QList<QByteArray> undone = query.step() ? splitIdentities(query.bytes(0)) : QList<QByteArray>();
    query.reset();
    return *m_undone.insert(tid, QSet<QByteArray>(undone.begin(), undone.end()));
}

std::vector<StoredOperation> Log::heads(const Register &target)
{
    Statement &query =
        statement("SELECT " OPERATION_COLUMNS "FROM head d JOIN op o ON o.oid = d.oid " OPERATION_JOINS
                  "WHERE d.eid = ? AND d.fid = ?");
    query.bind(1, target.eid).bind(2, target.fid);
    auto found = collect(query);
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<StoredOperation> Log::operations(const Register &target)
{
    Statement &query = statement("SELECT " OPERATION_COLUMNS "FROM op o " OPERATION_JOINS
                                 "WHERE o.eid = ? AND o.fid = ? AND o.type < 64");
    query.bind(1, target.eid).bind(2, target.fid);
    auto found = collect(query);
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<StoredOperation> Log::headsAt(const Register &target, qint64 position)
{
    Statement &newest = statement("SELECT max(oid) FROM op WHERE eid = ? AND fid = ?");
    newest.bind(1, target.eid).bind(2, target.fid);
    const qint64 last = newest.step() ? newest.number(0) : 0;
    newest.reset();
    if (last <= position)
        return heads(target);
    std::vector<StoredOperation> known = operations(target);
    std::erase_if(known, [&](const StoredOperation &operation) { return operation.oid > position; });
    QSet<OperationRef> replaced;
    for (const StoredOperation &operation : known)
        replaced.unite(QSet<OperationRef>(operation.refs.begin(), operation.refs.end()));
    std::erase_if(known, [&](const StoredOperation &operation) { return replaced.contains(operation.self); });
    return known;
}

QHash<QByteArray, std::vector<StoredOperation>> Log::headsOf(qint64 eid)
{
    Statement &query = statement("SELECT " OPERATION_COLUMNS
                                 "FROM head d JOIN op o ON o.oid = d.oid " OPERATION_JOINS "WHERE d.eid = ?");
    query.bind(1, eid);
    QHash<QByteArray, std::vector<StoredOperation>> byField;
    for (StoredOperation &operation : collect(query))
        byField[operation.field].push_back(std::move(operation));
    for (auto &heads : byField)
        std::sort(heads.begin(), heads.end());
    return byField;
}

QHash<QByteArray, std::vector<StoredOperation>> Log::headsToShow(qint64 eid)
{
    Statement &query = statement("SELECT d.fid, d.oid, o.type, o.vt, o.val FROM head d JOIN op o ON o.oid = d.oid "
                                 "WHERE d.eid = ?");
    query.bind(1, eid);
    QHash<QByteArray, std::vector<StoredOperation>> byField;
    while (query.step()) {
        StoredOperation operation;
        operation.oid = query.number(1);
        operation.type = int(query.number(2));
        operation.value = columnValue(query, 3, 4);
        operation.field = fieldName(query.number(0));
        const bool gone = operation.type == LifeOperation && operation.value.array().value(0).utf8() != "alive";
        if (gone || byField.contains(operation.field)) {
            query.reset();
            return headsOf(eid);
        }
        byField[operation.field].push_back(std::move(operation));
    }
    return byField;
}

std::vector<StoredOperation> Log::everyOperation(qint64 eid)
{
    Statement &query =
        statement("SELECT " OPERATION_COLUMNS "FROM op o " OPERATION_JOINS "WHERE o.eid = ? ORDER BY o.oid");
    query.bind(1, eid);
    return collect(query);
}

QSet<OperationRef> Log::witnessed(qint64 eid, const QSet<QByteArray> &groups)
{
    QSet<OperationRef> seen;
    QSet<QByteArray> witnesses; // Actions that have one.
    Statement &query = statement("SELECT o.refs, t.grp FROM op o JOIN txn t ON t.tid = o.tid "
                                 "WHERE o.eid = ? AND o.type = 64");
    query.bind(1, eid);
    while (query.step()) {
        if (!groups.contains(query.bytes(1)))
            continue;
        const QList<OperationRef> refs = unpackRefs(query.bytes(0));
        seen.unite(QSet<OperationRef>(refs.begin(), refs.end()));
        witnesses.insert(query.bytes(1));
    }
    if (witnesses.isEmpty())
        return seen;
    Statement &own = statement("SELECT t.h, o.idx, t.grp FROM op o JOIN txn t ON t.tid = o.tid "
                               "WHERE o.eid = ? AND o.type < 64");
    own.bind(1, eid);
    while (own.step()) {
        if (witnesses.contains(own.bytes(2)))
            seen.insert({own.bytes(0), quint32(own.number(1))});
    }
    return seen;
}

std::vector<StoredOperation> Log::operation(qint64 oid)
{
    Statement &query = statement("SELECT " OPERATION_COLUMNS "FROM op o " OPERATION_JOINS "WHERE o.oid = ?");
    query.bind(1, oid);
    return collect(query);
}

void Log::rebuildHeads()
{
    sqlite::execute(m_database, "DELETE FROM head");
    sqlite::execute(
        m_database,
        "INSERT INTO head(eid, fid, oid) SELECT o.eid, o.fid, o.oid FROM op o JOIN txn t ON t.tid = o.tid "
        "WHERE o.type < 64 AND NOT EXISTS (SELECT 1 FROM ref r JOIN op p ON p.oid = r.oid WHERE r.h = t.h "
        "AND r.idx = o.idx AND p.eid = o.eid AND p.fid = o.fid AND p.type < 64)");
}

} // namespace plumbline
