// History is read from the log as it is: who changed which field when, with the value each change replaced.

#include "core/store/store.h"
#include "core/store/storeparts.h"

#include <algorithm>
#include <limits>

namespace plumbline {

using sqlite::Statement;

// Columns every query for HistoryEntry selects, in the order entryOf() reads them.
#define HISTORY_COLUMNS                                                                                      \
    "SELECT o.oid, t.grp, t.wall, t.person, t.cause, e.uuid, f.name, o.type, o.refs, o.vt, o.val, t.via, "   \
    "i.at "
#define HISTORY_JOINS                                                                                        \
    "JOIN ent e ON e.eid = o.eid JOIN field f ON f.fid = o.fid LEFT JOIN import_log i ON i.id = t.via "

static Value lifeWord(const Value &life)
{
    return life.array().value(0);
}

/// Every value that was replaced, in the order of the refs, with who wrote it when.
static QList<ConflictValue> replacedValues(Statement &find, const QList<OperationRef> &refs, bool life)
{
    QList<ConflictValue> values;
    for (const OperationRef &ref : refs) {
        find.bindBytes(1, ref.h).bind(2, ref.index);
        if (find.step()) {
            const Value value = columnValue(find, 0, 1);
            values += {life ? lifeWord(value) : value, RecordId(QUuid::fromRfc4122(find.bytes(2))),
                       QDateTime::fromMSecsSinceEpoch(find.number(3), Qt::UTC)};
        }
        find.reset();
    }
    return values;
}

/// A row as an entry; none when this version does not know the kind.
static std::optional<HistoryEntry> entryOf(const Statement &row, Statement &find, const QDateTime &now)
{
    const QByteArray name = row.bytes(6);
    const qsizetype dot = name.indexOf('.');
    const auto kind = kindNamed(name.left(std::max<qsizetype>(dot, 0)));
    if (!kind)
        return std::nullopt;
    HistoryEntry entry;
    entry.number = row.number(0);
    entry.group = row.bytes(1);
    entry.when = QDateTime::fromMSecsSinceEpoch(row.number(2), Qt::UTC);
    entry.person = RecordId(QUuid::fromRfc4122(row.bytes(3)));
    entry.cause = Cause(std::clamp(int(row.number(4)), 0, causeCount - 1));
    entry.record = RecordId(QUuid::fromRfc4122(row.bytes(5)));
    entry.kind = *kind;
    entry.field = name.mid(dot + 1);
    entry.after = columnValue(row, 9, 10);
    entry.import = row.number(11);
    const bool life = row.number(7) == LifeOperation;
    if (life)
        entry.after = lifeWord(entry.after);
    entry.replaced = replacedValues(find, unpackRefs(row.bytes(8)), life);
    if (!entry.replaced.isEmpty())
        entry.before = entry.replaced.first().value;
    // What came by import cannot have been written after it came.
    const qint64 latest = row.isNull(12) ? std::numeric_limits<qint64>::max() : row.number(12);
    entry.inFuture = row.number(2) > latest || (now.isValid() && entry.when > now);
    entry.beforeReplaced =
        std::any_of(entry.replaced.cbegin(), entry.replaced.cend(),
                    [&](const ConflictValue &replaced) { return replaced.when > entry.when; });
    return entry;
}

QList<HistoryEntry> Store::entries(Statement &query, const HistoryFilter &filter)
{
    QList<HistoryEntry> list;
    Statement find(m_database, "SELECT o.vt, o.val, t.person, t.wall FROM txn t JOIN op o ON o.tid = t.tid AND "
                               "o.idx = ?2 WHERE t.h = ?1");
    while ((filter.limit < 0 || list.size() < filter.limit) && query.step()) {
        if (const auto entry = entryOf(query, find, filter.now))
            list += *entry;
    }
    return list;
}

namespace {

/// The query for a filter, read from the side that narrows most: the record's operations, else the import's or the
/// person's transactions, else all of them from the end. The order of arrival is that of transactions and, in each,
/// of operations, so no sorting is needed but among the operations of one record.
class HistoryQuery
{
public:
    HistoryQuery(Log &log, const HistoryFilter &filter) : m_filter(filter)
    {
        const bool ofRecord = !filter.record.isNull();
        m_sql = HISTORY_COLUMNS;
        m_sql += ofRecord ? "FROM op o INDEXED BY op_register CROSS JOIN txn t ON t.tid = o.tid " HISTORY_JOINS
                          : "FROM txn t CROSS JOIN op o ON o.tid = t.tid " HISTORY_JOINS;
        m_sql += "WHERE o.type < 64";
        if (ofRecord) {
            add(" AND o.eid = ", log.findEid(filter.record.uuid.toRfc4122()));
            if (!filter.field.isEmpty())
                addFields(log);
        }
        if (filter.import > 0)
            add(" AND t.via = ", filter.import);
        if (filter.from.isValid())
            add(" AND t.wall >= ", filter.from.toMSecsSinceEpoch());
        if (filter.to.isValid())
            add(" AND t.wall < ", filter.to.toMSecsSinceEpoch());
        if (filter.before > 0) {
            add(" AND o.oid < ", filter.before);
            if (!ofRecord)
                add(" AND t.tid <= ", log.transactionBefore(filter.before));
        }
        if (filter.person)
            m_sql += " AND t.person = ?";
        m_sql += ofRecord ? " ORDER BY o.oid DESC" : " ORDER BY t.tid DESC, o.idx DESC";
    }

    Statement prepare(sqlite3 *database) const
    {
        Statement query(database, m_sql.constData());
        if (m_filter.person)
            query.bindBytes(1, m_filter.person->uuid.toRfc4122());
        return query;
    }

private:
    void add(const char *condition, qint64 number) { m_sql += condition + QByteArray::number(number); }

    /// The field of any kind, because a record's kind is known by its fields only.
    void addFields(Log &log)
    {
        QList<QByteArray> fids{"0"};
        for (const Kind kind : allKinds()) {
            if (const qint64 fid = log.findFid(QByteArray(describe(kind).name) + '.' + m_filter.field))
                fids += QByteArray::number(fid);
        }
        m_sql += " AND o.fid IN (" + fids.join(',') + ')';
    }

    const HistoryFilter &m_filter; // Not owned.
    QByteArray m_sql;
};

} // namespace

QList<HistoryEntry> Store::history(const HistoryFilter &filter)
{
    try {
        Statement query = HistoryQuery(m_parts->log, filter).prepare(m_database);
        return entries(query, filter);
    } catch (const sqlite::Failure &) {
        return {};
    }
}

QList<HistoryEntry> Store::history(RecordId record, const QByteArray &field)
{
    HistoryFilter filter;
    filter.record = record;
    filter.field = field;
    return record.isNull() ? QList<HistoryEntry>() : history(filter);
}

QList<HistoryEntry> Store::recent(int limit)
{
    HistoryFilter filter;
    filter.limit = limit;
    return history(filter);
}

QList<HistoryEntry> Store::actionOf(const QByteArray &group)
{
    Statement query(m_database, HISTORY_COLUMNS "FROM txn t CROSS JOIN op o ON o.tid = t.tid " HISTORY_JOINS
                                "WHERE o.type < 64 AND t.grp = ? ORDER BY o.oid DESC");
    query.bindBytes(1, group);
    return entries(query, {});
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
