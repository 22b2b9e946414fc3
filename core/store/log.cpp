// Invariants, true after every append:
//  - a transaction is here whole or not at all, once, under its identity h;
//  - `ref` holds every reference of every operation, also to operations that are not here yet;
//  - an operation of type < 64 is a head exactly if no operation here of the same register and of type < 64
//  refers to
//    it. This does not depend on the order of arrival: whoever comes second finds the other in `ref` or in
//    `op`.

#include "core/store/log.h"

#include "core/base/cbor.h"

#include <algorithm>
#include <optional>

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

/// The text of an operation that stands by itself, plain or compressed.
static std::optional<QByteArray> standingText(sqlite3 *database, qint64 oid)
{
    Statement query(database, "SELECT val FROM op WHERE oid = ?");
    query.bind(1, oid);
    if (!query.step())
        return std::nullopt;
    if (query.type(0) == SQLITE_TEXT)
        return query.bytes(0);
    // A difference to a difference is never written; whoever made one gets nothing, and so no endless search.
    return unpackText(query.bytes(0), [](qint64) { return std::nullopt; });
}

static std::optional<QByteArray> unpacked(sqlite3 *database, const QByteArray &packed)
{
    return unpackText(packed, [&](qint64 oid) { return standingText(database, oid); });
}

static Value textOrNull(const std::optional<QByteArray> &utf8)
{
    return utf8 ? Value::text(*utf8) : Value();
}

void bindValue(Statement &statement, int typeIndex, int valueIndex, const Value &value)
{
    if (value.isNumber()) {
        statement.bind(typeIndex, StoredNumber).bind(valueIndex, value.number());
    } else if (value.isText()) {
        statement.bind(typeIndex, StoredText).bindText(valueIndex, value.utf8());
    } else if (value.isBytes()) {
        statement.bind(typeIndex, StoredBytes).bindBytes(valueIndex, value.rawBytes());
    } else if (value.isArray()) {
        statement.bind(typeIndex, StoredArray).bindBytes(valueIndex, cbor::encode(value));
    } else {
        statement.bind(typeIndex, StoredNull).bindNull(valueIndex);
    }
}

Value columnValue(const Statement &statement, int typeColumn, int valueColumn)
{
    switch (statement.number(typeColumn)) {
    case StoredNumber:
        return statement.number(valueColumn);
    case StoredText:
        if (statement.type(valueColumn) == SQLITE_BLOB)
            return textOrNull(unpacked(statement.database(), statement.bytes(valueColumn)));
        return Value::text(statement.bytes(valueColumn));
    case StoredBytes:
        return Value::bytes(statement.bytes(valueColumn));
    case StoredArray: {
        const auto value = cbor::decode(statement.bytes(valueColumn));
        return value ? *value : Value();
    }
    default:
        return {};
    }
}

// Columns every query for StoredOperation selects, in the order collect() reads them.
#define OPERATION_COLUMNS                                                                                    \
    "o.oid, t.h, o.idx, o.type, o.refs, o.vt, o.val, f.name, t.lam, s.uuid, t.seq, t.wall, t.person, "       \
    "t.cause, t.grp, t.tid, length(t.undoes) "
#define OPERATION_JOINS                                                                                      \
    "JOIN txn t ON t.tid = o.tid JOIN stream s ON s.sid = t.sid JOIN field f ON f.fid = o.fid "

Log::Log(sqlite3 *database) : m_database(database) {}

Statement &Log::statement(const char *sql)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end())
        found = m_statements.emplace(sql, Statement(m_database, sql)).first;
    return found->second;
}

/// The identities of 16 bytes that stand one after the other in @p joined.
static QList<QByteArray> split16(const QByteArray &joined)
{
    QList<QByteArray> list;
    for (qsizetype at = 0; at + 16 <= joined.size(); at += 16)
        list += joined.mid(at, 16);
    return list;
}

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
    const QList<QByteArray> undone = query.step() ? split16(query.bytes(0)) : QList<QByteArray>();
    query.reset();
    return *m_undone.insert(tid, QSet<QByteArray>(undone.begin(), undone.end()));
}

qint64 Log::number(QHash<QByteArray, qint64> &cache, const char *find, const char *insert,
                   const QByteArray &name, bool text)
{
    if (const auto known = cache.constFind(name); known != cache.constEnd())
        return *known;
    Statement &query = statement(find);
    text ? query.bindText(1, name) : query.bindBytes(1, name);
    qint64 id = 0;
    if (query.step())
        id = query.number(0);
    query.reset();
    if (id == 0 && insert) {
        Statement &addition = statement(insert);
        text ? addition.bindText(1, name) : addition.bindBytes(1, name);
        addition.run();
        id = sqlite3_last_insert_rowid(m_database);
    }
    if (id != 0)
        cache.insert(name, id);
    return id;
}

static constexpr char findEntity[] = "SELECT eid FROM ent WHERE uuid = ?";
static constexpr char findField[] = "SELECT fid FROM field WHERE name = ?";

qint64 Log::eid(const QByteArray &uuid)
{
    return number(m_eids, findEntity, "INSERT INTO ent(uuid) VALUES(?)", uuid, false);
}

qint64 Log::fid(const QByteArray &name)
{
    return number(m_fids, findField, "INSERT INTO field(name) VALUES(?)", name, true);
}

qint64 Log::findEid(const QByteArray &uuid)
{
    return number(m_eids, findEntity, nullptr, uuid, false);
}

qint64 Log::findFid(const QByteArray &name)
{
    return number(m_fids, findField, nullptr, name, true);
}

qint64 Log::stream(const QByteArray &uuid, int audience)
{
    // A stream has one audience for ever. Should a faulty program have written under one stream for two, these are two
    // streams here: which of them came first must not decide what is kept.
    const QByteArray name = uuid + QByteArray::number(audience);
    if (const auto known = m_sids.constFind(name); known != m_sids.constEnd())
        return *known;
    Statement &query = statement("SELECT sid FROM stream WHERE uuid = ? AND audience = ?");
    query.bindBytes(1, uuid).bind(2, audience);
    qint64 sid = query.step() ? query.number(0) : 0;
    query.reset();
    if (sid == 0) {
        statement("INSERT INTO stream(uuid, audience) VALUES(?, ?)")
            .bindBytes(1, uuid)
            .bind(2, audience)
            .run();
        sid = sqlite3_last_insert_rowid(m_database);
    }
    m_sids.insert(name, sid);
    return sid;
}

qint64 Log::streamNumber(const QByteArray &uuid)
{
    Statement &query = statement("SELECT sid FROM stream WHERE uuid = ?");
    query.bindBytes(1, uuid);
    const qint64 sid = query.step() ? query.number(0) : 0;
    query.reset();
    return sid;
}

std::optional<int> Log::audienceOfStream(const QByteArray &uuid)
{
    if (const auto known = m_audiences.constFind(uuid); known != m_audiences.constEnd())
        return *known;
    Statement &query = statement("SELECT audience FROM stream WHERE uuid = ?");
    query.bindBytes(1, uuid);
    std::optional<int> audience;
    if (query.step())
        audience = int(query.number(0));
    query.reset();
    if (audience)
        m_audiences.insert(uuid, *audience);
    return audience;
}

void Log::forgetNumbers()
{
    m_eids.clear();
    m_fids.clear();
    m_sids.clear();
    m_audiences.clear();
    m_fieldNames.clear();
    m_undone.clear();
}

QByteArray Log::entity(qint64 eid)
{
    Statement &query = statement("SELECT uuid FROM ent WHERE eid = ?");
    query.bind(1, eid);
    const QByteArray uuid = query.step() ? query.bytes(0) : QByteArray();
    query.reset();
    return uuid;
}

QByteArray Log::fieldName(qint64 fid)
{
    if (const auto known = m_fieldNames.constFind(fid); known != m_fieldNames.constEnd())
        return *known;
    Statement &query = statement("SELECT name FROM field WHERE fid = ?");
    query.bind(1, fid);
    const QByteArray name = query.step() ? query.bytes(0) : QByteArray();
    query.reset();
    m_fieldNames.insert(fid, name);
    return name;
}

QList<qint64> Log::entities()
{
    QList<qint64> all;
    Statement &query = statement("SELECT eid FROM ent ORDER BY eid");
    while (query.step())
        all += query.number(0);
    return all;
}

// The order of operations as SQL has it; a lam above 2^63 stands as a negative number.
#define IN_ORDER                                                                                             \
    "ORDER BY CASE WHEN t.lam < 0 OR t.lam > 281474976710656 THEN 281474976710656 ELSE t.lam END, s.uuid, "  \
    "t.seq, t.h, o.idx LIMIT 1"
#define AUDIENCE_OF                                                                                          \
    "SELECT s.audience FROM op o JOIN txn t ON t.tid = o.tid JOIN stream s ON s.sid = t.sid WHERE o.eid = ? "

int Log::audienceOf(qint64 eid, qint64 lifeFid)
{
    Statement &life = statement(AUDIENCE_OF "AND o.fid = ? AND o.type = 1 " IN_ORDER);
    life.bind(1, eid).bind(2, lifeFid);
    std::optional<int> audience;
    if (life.step())
        audience = int(life.number(0));
    life.reset();
    if (audience)
        return *audience;
    Statement &any = statement(AUDIENCE_OF IN_ORDER);
    any.bind(1, eid);
    audience = any.step() ? int(any.number(0)) : 0;
    any.reset();
    return *audience;
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
            const auto text = plain ? std::optional(stored) : unpacked(m_database, stored);
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
        transaction.undoes = split16(header.bytes(9));
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
