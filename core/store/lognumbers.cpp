// Records, fields and streams have names of many bytes; in the file each stands once and is spoken of by a number.

#include "core/store/log.h"

namespace plumbline {

using sqlite::Statement;

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

} // namespace plumbline
