// History is read from the log as it is: who changed which field when, with the value each change replaced.

#include "core/store/store.h"
#include "core/store/storeparts.h"

namespace plumbline {

using sqlite::Statement;

#define HISTORY_QUERY                                                                                        \
    "SELECT o.oid, t.grp, t.wall, t.person, t.cause, e.uuid, f.name, o.type, o.refs, o.vt, o.val FROM op o " \
    "JOIN txn t ON t.tid = o.tid JOIN ent e ON e.eid = o.eid JOIN field f ON f.fid = o.fid WHERE o.type < "  \
    "64 "

/// The value of the first operation that was replaced, which is what the author had before them.
static Value replacedValue(sqlite3 *database, const QList<OperationRef> &refs)
{
    if (refs.isEmpty())
        return {};
    Statement query(database,
                    "SELECT o.vt, o.val FROM op o JOIN txn t ON t.tid = o.tid WHERE t.h = ? AND o.idx = ?");
    query.bindBytes(1, refs.first().h).bind(2, refs.first().index);
    return query.step() ? columnValue(query, 0, 1) : Value();
}

static Value lifeWord(const Value &life)
{
    return life.array().value(0);
}

QList<HistoryEntry> Store::entries(Statement &query)
{
    QList<HistoryEntry> list;
    while (query.step()) {
        const QByteArray name = query.bytes(6);
        const qsizetype dot = name.indexOf('.');
        const auto kind = kindNamed(name.left(std::max<qsizetype>(dot, 0)));
        if (!kind)
            continue;
        HistoryEntry entry;
        entry.number = query.number(0);
        entry.group = query.bytes(1);
        entry.when = QDateTime::fromMSecsSinceEpoch(query.number(2), Qt::UTC);
        entry.person = RecordId(QUuid::fromRfc4122(query.bytes(3)));
        entry.cause = Cause(std::clamp(int(query.number(4)), 0, causeCount - 1));
        entry.record = RecordId(QUuid::fromRfc4122(query.bytes(5)));
        entry.kind = *kind;
        entry.field = name.mid(dot + 1);
        entry.after = columnValue(query, 9, 10);
        entry.before = replacedValue(m_database, unpackRefs(query.bytes(8)));
        if (query.number(7) == LifeOperation) {
            entry.after = lifeWord(entry.after);
            entry.before = lifeWord(entry.before);
        }
        list += entry;
    }
    return list;
}

QList<HistoryEntry> Store::history(RecordId record, const QByteArray &field)
{
    try {
        Statement query(m_database, HISTORY_QUERY "AND o.eid = ? ORDER BY o.oid DESC");
        query.bind(1, m_parts->log.findEid(record.uuid.toRfc4122()));
        QList<HistoryEntry> list = entries(query);
        if (!field.isEmpty())
            list.removeIf([&](const HistoryEntry &entry) { return entry.field != field; });
        return list;
    } catch (const sqlite::Failure &) {
        return {};
    }
}

QList<HistoryEntry> Store::recent(int limit)
{
    try {
        Statement query(m_database, HISTORY_QUERY "ORDER BY o.oid DESC LIMIT ?");
        query.bind(1, limit);
        return entries(query);
    } catch (const sqlite::Failure &) {
        return {};
    }
}

QList<HistoryEntry> Store::actionOf(const QByteArray &group)
{
    Statement query(m_database, HISTORY_QUERY "AND t.grp = ? ORDER BY o.oid DESC");
    query.bindBytes(1, group);
    return entries(query);
}

QList<HistoryEntry> Store::nextUndo()
{
    try {
        const QByteArray group = undoTop(m_database);
        return group.isEmpty() ? QList<HistoryEntry>() : actionOf(group);
    } catch (const sqlite::Failure &) {
        return {};
    }
}

QList<HistoryEntry> Store::nextRedo()
{
    try {
        const QByteArray group = redoTop(m_database);
        return group.isEmpty() ? QList<HistoryEntry>() : actionOf(group);
    } catch (const sqlite::Failure &) {
        return {};
    }
}

qint64 Store::settledConflicts()
{
    try {
        Statement query(m_database, "SELECT count(*) FROM (SELECT DISTINCT o.eid, o.fid FROM txn t JOIN op o ON "
                                    "o.tid = t.tid WHERE t.cause = ? AND o.type < 64)");
        query.bind(1, int(Cause::Resolve));
        return query.step() ? query.number(0) : 0;
    } catch (const sqlite::Failure &) {
        return 0;
    }
}

} // namespace plumbline
