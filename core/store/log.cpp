// Invariants, true after every append:
//  - a transaction is here whole or not at all, once, under its identity h;
//  - `ref` holds every reference of every operation, also to operations that are not here yet;
//  - an operation of type < 64 is a head exactly if no operation here of the same register and of type < 64 refers to
//    it. This does not depend on the order of arrival: whoever comes second finds the other in `ref` or in `op`.

#include "core/store/log.h"

#include <algorithm>

namespace plumbline {

using sqlite::Statement;

Log::Log(sqlite3 *database) : m_database(database) {}

Statement &Log::statement(const char *sql)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end())
        found = m_statements.emplace(sql, Statement(m_database, sql)).first;
    return found->second;
}

bool Log::contains(const QByteArray &h)
{
    return transactionNumber(h) != 0;
}

qint64 Log::transactionNumber(const QByteArray &h)
{
    Statement &query = statement("SELECT tid FROM txn WHERE h = ?");
    query.bindBytes(1, h);
    const qint64 tid = query.step() ? query.number(0) : 0;
    query.reset();
    return tid;
}

QList<QByteArray> splitIdentities(const QByteArray &joined)
{
    QList<QByteArray> list;
    for (qsizetype at = 0; at + 16 <= joined.size(); at += 16)
        list += joined.mid(at, 16);
    return list;
}

static QByteArray joined(const QList<QByteArray> &list)
{
    QByteArray all;
    for (const QByteArray &item : list)
        all += item;
    return all;
}

bool Log::append(const Transaction &transaction, QSet<Register> *touched, qint64 via)
{
    const QByteArray h = transaction.identity();
    if (contains(h))
        return false;
    Statement &insert = statement(
        "INSERT INTO txn(sid, seq, h, prev, lam, wall, person, cause, grp, undoes, nops, fmt, hx, hxn, via) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, stream(transaction.stream, transaction.audience))
        .bind(2, qint64(transaction.seq))
        .bindBytes(3, h)
        .bindBytes(4, transaction.prev)
        .bind(5, qint64(transaction.lam))
        .bind(6, transaction.wall)
        .bindBytes(7, transaction.person)
        .bind(8, transaction.cause)
        .bindBytes(9, transaction.group)
        .bindBytes(10, joined(transaction.undoes))
        .bind(11, transaction.operations.size())
        .bind(12, transaction.format)
        .bindBytes(13, transaction.unknownHeader)
        .bind(14, transaction.unknownHeaderCount);
    via ? insert.bind(15, via) : insert.bindNull(15);
    insert.run();
    const qint64 tid = sqlite3_last_insert_rowid(m_database);
    quint32 index = 0;
    for (const Operation &operation : transaction.operations)
        insertOperation(tid, h, index++, operation, touched);
    return true;
}

void Log::insertOperation(qint64 tid, const QByteArray &h, quint32 index, const Operation &operation,
                          QSet<Register> *touched)
{
    const Register target{eid(operation.entity), fid(operation.field)};
    QList<qint64> replaced; // What of the same register is here; a reference to another one replaces nothing.
    if (operation.isRegister()) {
        for (const OperationRef &ref : operation.refs) {
            if (const qint64 number = operationNumber(ref, target))
                replaced += number;
        }
    }
    Statement &insert =
        statement("INSERT INTO op(tid, idx, eid, fid, type, refs, vt, val, venc, salt, extra) "
                  "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, tid).bind(2, index).bind(3, target.eid).bind(4, target.fid).bind(5, operation.type);
    insert.bindBytes(6, packRefs(operation.refs)).bindBytes(10, operation.salt).bindBytes(11, operation.extra);
    if (operation.value.isText() && operation.value.utf8().size() >= shortestPackedText) {
        bindLongText(insert, operation.value.utf8(), replaced.value(0));
    } else {
        bindValue(insert, 7, 8, operation.value);
        insert.bind(9, PlainText);
    }
    insert.run();
    const qint64 oid = sqlite3_last_insert_rowid(m_database);
    for (const OperationRef &ref : operation.refs)
        statement("INSERT INTO ref(h, idx, oid) VALUES(?, ?, ?)")
            .bindBytes(1, ref.h)
            .bind(2, ref.index)
            .bind(3, oid)
            .run();
    for (const qint64 number : std::as_const(replaced))
        statement("DELETE FROM head WHERE eid = ? AND fid = ? AND oid = ?")
            .bind(1, target.eid)
            .bind(2, target.fid)
            .bind(3, number)
            .run();
    if (operation.isRegister() && !isReplaced({h, index}, target))
        statement("INSERT OR IGNORE INTO head(eid, fid, oid) VALUES(?, ?, ?)")
            .bind(1, target.eid)
            .bind(2, target.fid)
            .bind(3, oid)
            .run();
    if (touched)
        touched->insert(target);
}

void Log::bindLongText(Statement &insert, const QByteArray &utf8, qint64 replaced)
{
    const PackedText packed = packText(utf8, textBase(replaced));
    insert.bind(7, StoredText).bind(9, packed.encoding);
    packed.encoding == PlainText ? insert.bindText(8, packed.bytes) : insert.bindBytes(8, packed.bytes);
}

std::optional<TextBase> Log::textBase(qint64 oid)
{
    while (oid != 0) {
        Statement &query = statement("SELECT vt, val FROM op WHERE oid = ?");
        query.bind(1, oid);
        if (!query.step() || query.number(0) != StoredText) {
            query.reset();
            break;
        }
        const bool plain = query.type(1) == SQLITE_TEXT;
        const QByteArray stored = query.bytes(1);
        query.reset();
        const qint64 below = plain ? 0 : baseOfPacked(stored);
        if (below == 0) {
            const auto text = plain ? std::optional(stored) : unpackedText(m_database, stored);
            return text ? std::optional(TextBase{oid, *text, stored.size()}) : std::nullopt;
        }
        oid = below < oid ? below : 0; // What a text is a difference to came before it.
    }
    return std::nullopt;
}

qint64 Log::operationNumber(const OperationRef &ref, const Register &target)
{
    Statement &query = statement("SELECT o.oid, o.eid, o.fid FROM txn t JOIN op o ON o.tid = t.tid AND o.idx = ?2 "
                                 "WHERE t.h = ?1");
    query.bindBytes(1, ref.h).bind(2, ref.index);
    const qint64 oid =
        query.step() && query.number(1) == target.eid && query.number(2) == target.fid ? query.number(0) : 0;
    query.reset();
    return oid;
}

bool Log::isReplaced(const OperationRef &self, const Register &target)
{
    Statement &query = statement("SELECT 1 FROM ref r JOIN op o ON o.oid = r.oid WHERE r.h = ? AND r.idx = ? "
                                 "AND o.eid = ? AND o.fid = ? AND o.type < 64 LIMIT 1");
    query.bindBytes(1, self.h).bind(2, self.index).bind(3, target.eid).bind(4, target.fid);
    const bool replaced = query.step();
    query.reset();
    return replaced;
}

Transaction Log::read(qint64 tid)
{
    Transaction transaction;
    Statement &header =
        statement("SELECT s.uuid, s.audience, t.seq, t.prev, t.lam, t.wall, t.person, t.cause, t.grp, "
                  "t.undoes, t.fmt, t.hx, t.hxn FROM txn t JOIN stream s ON s.sid = t.sid "
                  "WHERE t.tid = ?");
    header.bind(1, tid);
    if (header.step()) {
        transaction.stream = header.bytes(0);
        transaction.audience = int(header.number(1));
        transaction.seq = quint64(header.number(2));
        transaction.prev = header.bytes(3);
        transaction.lam = quint64(header.number(4));
        transaction.wall = header.number(5);
        transaction.person = header.bytes(6);
        transaction.cause = int(header.number(7));
        transaction.group = header.bytes(8);
        transaction.undoes = splitIdentities(header.bytes(9));
        transaction.format = int(header.number(10));
        transaction.unknownHeader = header.bytes(11);
        transaction.unknownHeaderCount = int(header.number(12));
    }
    header.reset();
    Statement &content =
        statement("SELECT e.uuid, f.name, o.type, o.refs, o.vt, o.val, o.salt, o.extra FROM op o "
                  "JOIN ent e ON e.eid = o.eid JOIN field f ON f.fid = o.fid WHERE o.tid = ? "
                  "ORDER BY o.idx");
    content.bind(1, tid);
    while (content.step()) {
        Operation operation;
        operation.entity = content.bytes(0);
        operation.field = content.bytes(1);
        operation.type = int(content.number(2));
        operation.refs = unpackRefs(content.bytes(3));
        operation.value = columnValue(content, 4, 5);
        operation.salt = content.bytes(6);
        operation.extra = content.bytes(7);
        transaction.operations += operation;
    }
    return transaction;
}

static QList<qint64> numbers(Statement &query)
{
    QList<qint64> all;
    while (query.step())
        all += query.number(0);
    return all;
}

QList<qint64> Log::transactions()
{
    return numbers(statement("SELECT tid FROM txn ORDER BY tid"));
}

QList<qint64> Log::transactionsOfGroup(const QByteArray &group)
{
    Statement &query = statement("SELECT tid FROM txn WHERE grp = ? ORDER BY tid");
    query.bindBytes(1, group);
    return numbers(query);
}

QList<qint64> Log::transactionsOfImport(qint64 import)
{
    Statement &query = statement("SELECT tid FROM txn WHERE via = ? ORDER BY tid");
    query.bind(1, import);
    return numbers(query);
}

qint64 Log::transactionBefore(qint64 oid)
{
    Statement &query = statement("SELECT tid FROM op WHERE oid < ? ORDER BY oid DESC LIMIT 1");
    query.bind(1, oid);
    const qint64 tid = query.step() ? query.number(0) : 0;
    query.reset();
    return tid;
}

qint64 Log::position()
{
    Statement &query = statement("SELECT max(oid) FROM op");
    const qint64 last = query.step() ? query.number(0) : 0;
    query.reset();
    return last;
}

quint64 Log::largestLam(const QSet<QByteArray> &hs)
{
    quint64 largest = 0;
    Statement &query = statement("SELECT lam FROM txn WHERE h = ?");
    for (const QByteArray &h : hs) {
        query.bindBytes(1, h);
        if (query.step())
            largest = std::max(largest, std::min(quint64(query.number(0)), plumbline::largestLam));
        query.reset();
    }
    return largest;
}

StreamTip Log::tip(const QByteArray &stream)
{
    Statement &query =
        statement("SELECT t.seq, t.h FROM txn t JOIN stream s ON s.sid = t.sid WHERE s.uuid = ? "
                  "ORDER BY t.seq DESC, t.h LIMIT 1");
    query.bindBytes(1, stream);
    StreamTip tip{stream, 0, {}};
    if (query.step())
        tip = {stream, quint64(query.number(0)), query.bytes(1)};
    query.reset();
    return tip;
}

QList<StreamTip> Log::tips()
{
    QList<QByteArray> streams;
    Statement &query = statement("SELECT DISTINCT uuid FROM stream ORDER BY uuid");
    while (query.step())
        streams += query.bytes(0);
    QList<StreamTip> all;
    for (const QByteArray &uuid : std::as_const(streams))
        all += tip(uuid);
    return all;
}

qint64 Log::transactionCount()
{
    return sqlite::queryNumber(m_database, "SELECT count(*) FROM txn");
}

qint64 Log::operationCount()
{
    return sqlite::queryNumber(m_database, "SELECT count(*) FROM op");
}

} // namespace plumbline
