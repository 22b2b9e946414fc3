#include "core/store/schema.h"

#include "core/base/cbor.h"
#include "core/domain/kind.h"
#include "core/store/sqlite.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSet>
#include <QtEndian>

namespace plumbline {

// The log and the local tables; docs/file-format.md describes them column by column.
static const char *logTables[] = {
    "CREATE TABLE meta(k TEXT PRIMARY KEY, v ANY) STRICT",
    "CREATE TABLE stream(sid INTEGER PRIMARY KEY, uuid BLOB NOT NULL, audience INTEGER NOT NULL, "
    "UNIQUE(uuid, audience)) STRICT",
    "CREATE TABLE ent(eid INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE) STRICT",
    "CREATE TABLE field(fid INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
    "CREATE TABLE txn(tid INTEGER PRIMARY KEY, sid INTEGER NOT NULL, seq INTEGER NOT NULL, h BLOB NOT NULL "
    "UNIQUE, "
    "prev BLOB, lam INTEGER NOT NULL, wall INTEGER NOT NULL, person BLOB NOT NULL, cause INTEGER NOT NULL, "
    "grp BLOB NOT NULL, undoes BLOB, nops INTEGER NOT NULL, fmt INTEGER NOT NULL, hx BLOB, hxn INTEGER NOT "
    "NULL, "
    "raw BLOB, via INTEGER) STRICT",
    "CREATE TABLE op(oid INTEGER PRIMARY KEY, tid INTEGER NOT NULL, idx INTEGER NOT NULL, eid INTEGER NOT "
    "NULL, "
    "fid INTEGER NOT NULL, type INTEGER NOT NULL, refs BLOB NOT NULL, vt INTEGER NOT NULL, val ANY, "
    "venc INTEGER NOT NULL, salt BLOB NOT NULL, extra BLOB) STRICT",
    "CREATE TABLE ref(h BLOB NOT NULL, idx INTEGER NOT NULL, oid INTEGER NOT NULL, PRIMARY KEY(h, idx, oid)) "
    "STRICT, WITHOUT ROWID",
    "CREATE TABLE blob(h BLOB PRIMARY KEY, size INTEGER NOT NULL, data BLOB) STRICT",
    "CREATE TABLE extra(kind INTEGER NOT NULL, k BLOB NOT NULL, data BLOB NOT NULL, audiences TEXT NOT NULL, "
    "PRIMARY KEY(kind, k)) STRICT",
    "CREATE INDEX txn_stream ON txn(sid, seq)",
    "CREATE INDEX txn_grp ON txn(grp)",
    "CREATE INDEX txn_via ON txn(via) WHERE via IS NOT NULL",
    "CREATE INDEX txn_person ON txn(person)",
    "CREATE INDEX op_register ON op(eid, fid)",
    "CREATE INDEX op_txn ON op(tid, idx)",
    "CREATE TABLE mine(n INTEGER PRIMARY KEY, grp BLOB NOT NULL, undone BLOB) STRICT",
    "CREATE TABLE import_log(id INTEGER PRIMARY KEY, at INTEGER NOT NULL, sender TEXT, person BLOB, file BLOB, "
    "bundle TEXT, made INTEGER, have BLOB, transactions INTEGER NOT NULL, aside BLOB) STRICT",
    "CREATE TABLE peer(file BLOB PRIMARY KEY, person BLOB NOT NULL, name TEXT, have BLOB, came INTEGER, went "
    "INTEGER) STRICT",
    "CREATE TABLE reread(eid INTEGER NOT NULL, import INTEGER NOT NULL, PRIMARY KEY(eid, import)) STRICT, WITHOUT "
    "ROWID",
};

static const char *projectionTables[] = {
    "CREATE TABLE head(eid INTEGER NOT NULL, fid INTEGER NOT NULL, oid INTEGER NOT NULL, "
    "PRIMARY KEY(eid, fid, oid)) STRICT, WITHOUT ROWID",
    "CREATE TABLE issue(eid INTEGER NOT NULL, fid INTEGER NOT NULL, code TEXT NOT NULL, detail TEXT, "
    "PRIMARY KEY(eid, fid, code)) STRICT, WITHOUT ROWID",
    "CREATE TABLE stale(eid INTEGER PRIMARY KEY) STRICT",
};

// The words come folded and apart already, also the CJK characters; see core/base/searchwords.h. This tokenizer only
// cuts them at the blanks.
static const char *searchTable = "CREATE VIRTUAL TABLE fts USING fts5(kind UNINDEXED, words, tokenize='ascii')";

/// What the schema of a file says of the projection but for the tables behind `fts`, which SQLite makes.
#define PROJECTION_SCHEMA                                                                                    \
    "FROM sqlite_schema WHERE type='table' AND (name LIKE 'p\\_%' ESCAPE '\\' OR name IN ('head','issue','stale','fts'))"

static QByteArray kindTable(Kind kind)
{
    const KindDescription &description = describe(kind);
    QByteArray sql = QByteArray("CREATE TABLE p_") + description.name +
                     "(eid INTEGER PRIMARY KEY, life INTEGER NOT NULL, audience INTEGER NOT NULL";
    for (const Field &field : description.fields)
        sql += ", \"" + field.name + "\" ANY";
    return sql + ") STRICT";
}

/// The tables SQLite keeps behind `fts`: their SQL as it writes it into the schema, and what makes them those of an
/// empty index, whatever they held.
struct ShadowTables {
    QSet<QByteArray> sql;
    QByteArray emptying;
};

static const ShadowTables &shadowTables()
{
    static const ShadowTables shadows = [] {
        ShadowTables made;
        sqlite3 *database = nullptr;
        if (sqlite3_open(":memory:", &database) == SQLITE_OK) {
            sqlite::execute(database, searchTable);
            {
                sqlite::Statement tables(
                    database, "SELECT sql, name FROM sqlite_schema WHERE name LIKE 'fts\\_%' ESCAPE '\\'");
                while (tables.step()) {
                    made.sql += tables.bytes(0);
                    made.emptying += "DELETE FROM " + tables.bytes(1) + ';';
                }
            }
            sqlite::Statement rows(
                database, "SELECT 'INSERT INTO fts_data VALUES(' || quote(id) || ',' || quote(block) || ');' FROM fts_data "
                          "UNION ALL "
                          "SELECT 'INSERT INTO fts_config VALUES(' || quote(k) || ',' || quote(v) || ');' FROM fts_config");
            while (rows.step())
                made.emptying += rows.bytes(0);
        }
        sqlite3_close_v2(database);
        return made;
    }();
    return shadows;
}

/// A damaged index cannot even be dropped, because SQLite reads it for that. So it is emptied underneath first.
static void emptySearchTables(sqlite3 *database)
{
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    const auto guarded = qScopeGuard([&] { sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr); });
    sqlite::execute(database, shadowTables().emptying.constData());
}

void recreateProjection(sqlite3 *database)
{
    // Tables of kinds or columns of another version are dropped by their names in the file, not by ours.
    QList<QByteArray> stale;
    {
        sqlite::Statement tables(database, "SELECT name " PROJECTION_SCHEMA);
        while (tables.step())
            stale += tables.bytes(0);
    }
    if (stale.contains("fts"))
        emptySearchTables(database);
    for (const QByteArray &table : stale)
        sqlite::execute(database, ("DROP TABLE \"" + table + '"').constData());
    for (const char *table : projectionTables)
        sqlite::execute(database, table);
    sqlite::execute(database, searchTable);
    for (const Kind kind : allKinds())
        sqlite::execute(database, kindTable(kind).constData());
}

void recreateSearchTables(sqlite3 *database)
{
    emptySearchTables(database);
    sqlite::execute(database, "DROP TABLE fts");
    sqlite::execute(database, searchTable);
    sqlite::execute(database, "DELETE FROM stale");
}

void createSchema(sqlite3 *database)
{
    for (const char *table : logTables)
        sqlite::execute(database, table);
    recreateProjection(database);
    sqlite::execute(database,
                    QByteArray("PRAGMA application_id=" + QByteArray::number(applicationId)).constData());
    sqlite::execute(database,
                    QByteArray("PRAGMA user_version=" + QByteArray::number(formatVersion)).constData());
}

bool projectionIsOurs(sqlite3 *database)
{
    QSet<QByteArray> wanted{searchTable};
    for (const char *table : projectionTables)
        wanted += table;
    for (const Kind kind : allKinds())
        wanted += kindTable(kind);
    QSet<QByteArray> found;
    sqlite::Statement tables(database, "SELECT sql " PROJECTION_SCHEMA);
    while (tables.step())
        found += tables.bytes(0);
    return found == wanted;
}

QByteArray projectionFingerprint()
{
    static const QByteArray fingerprint = [] {
        QByteArray all = QByteArray("projection 3") + searchTable;
        for (const char *table : projectionTables)
            all += table;
        for (const Kind kind : allKinds()) {
            all += kindTable(kind);
            for (const Field &field : describe(kind).fields)
                all += field.name + char('0' + int(field.type)) + char('0' + int(field.policy));
        }
        return digest16(all);
    }();
    return fingerprint;
}

/// Whether that is a table as some version's projection has them. Its columns and kinds may be others than ours, for it
/// is dropped unread; but there is no place in it for an expression, which would be run.
static bool isProjectionTable(const QByteArray &sql)
{
    static const QRegularExpression table(QStringLiteral(
        R"(^CREATE TABLE (p_[a-z0-9]+|head|issue|stale)\(["a-zA-Z0-9_~ ,]+(PRIMARY KEY\([a-z, ]+\))?\)( STRICT)?(, WITHOUT ROWID)?$)"));
    return table.match(QString::fromUtf8(sql)).hasMatch();
}

bool schemaIsOurs(sqlite3 *database)
{
    QSet<QByteArray> known;
    for (const char *sql : logTables)
        known += sql;
    QSet<QByteArray> found;
    QSet<QByteArray> behindSearch;
    bool search = false;
    sqlite::Statement objects(database, "SELECT name, sql FROM sqlite_schema");
    while (objects.step()) {
        const QByteArray sql = objects.bytes(1);
        const bool internal = objects.bytes(0).startsWith("sqlite_autoindex_") && objects.isNull(1);
        if (internal || isProjectionTable(sql))
            continue;
        if (sql == searchTable)
            search = true;
        else if (shadowTables().sql.contains(sql))
            behindSearch += sql;
        else if (known.contains(sql))
            found += sql;
        else
            return false;
    }
    return found == known && (search ? behindSearch == shadowTables().sql : behindSearch.isEmpty());
}

/// Denies what no code of ours does on purpose: changing or deleting what stands in the log.
static int authorize(void *, int action, const char *first, const char *second, const char *,
                     const char *trigger)
{
    if (action == SQLITE_CREATE_VTABLE && qstrcmp(first, "fts") == 0 && qstrcmp(second, "fts5") == 0)
        return SQLITE_OK;
    static const char *const appendOnly[] = {"txn", "op", "ref", "ent", "field", "stream"};
    if (trigger)
        return SQLITE_DENY;
    if (action == SQLITE_ATTACH || action == SQLITE_DETACH || action == SQLITE_CREATE_TRIGGER ||
        action == SQLITE_CREATE_TEMP_TRIGGER || action == SQLITE_CREATE_VIEW || action == SQLITE_CREATE_TEMP_VIEW ||
        action == SQLITE_CREATE_VTABLE)
        // VACUUM attaches an unnamed database; nothing else may.
        return action == SQLITE_ATTACH && first && *first == 0 ? SQLITE_OK : SQLITE_DENY;
    if (action != SQLITE_UPDATE && action != SQLITE_DELETE)
        return SQLITE_OK;
    for (const char *table : appendOnly) {
        if (qstrcmp(first, table) == 0)
            return SQLITE_DENY;
    }
    return SQLITE_OK;
}

void prepareConnection(sqlite3 *database, bool readOnly)
{
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_busy_timeout(database, busyTimeout);
    sqlite::execute(database, "PRAGMA trusted_schema=OFF");
    sqlite::execute(database, "PRAGMA cell_size_check=ON");
    sqlite::execute(database, "PRAGMA mmap_size=0");
    sqlite::execute(database, "PRAGMA temp_store=MEMORY");
    sqlite::execute(database, "PRAGMA cache_size=-32768");
    if (readOnly) {
        sqlite::execute(database, "PRAGMA query_only=ON");
    } else {
        sqlite::execute(database, "PRAGMA journal_mode=TRUNCATE");
        sqlite::execute(database, "PRAGMA synchronous=EXTRA");
        sqlite::execute(database, "PRAGMA secure_delete=ON");
    }
    restrictConnection(database);
}

void restrictConnection(sqlite3 *database)
{
    sqlite3_set_authorizer(database, authorize, nullptr);
}

static Error fileError(ErrorCode code, const char *sentence, const QString &path)
{
    return {code, QCoreApplication::translate("Store", sentence).arg(QFileInfo(path).fileName()), {}, {}};
}

Status inspectFile(const QString &path)
{
    QFile file(path);
    const QFileInfo info(path);
    if (!info.exists())
        return fileError(ErrorCode::NotFound,
                         QT_TRANSLATE_NOOP("Store", "There is no file “%1”. Check the name."), path);
    if (info.isDir())
        return fileError(ErrorCode::BadInput,
                         QT_TRANSLATE_NOOP("Store", "“%1” is a folder, not a review file."), path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(
            ErrorCode::CannotWrite,
            QT_TRANSLATE_NOOP("Store", "“%1” cannot be read. Ask whoever owns it for permission."), path);
    const QByteArray head = file.read(100);
    if (head.isEmpty())
        return fileError(ErrorCode::BadInput,
                         QT_TRANSLATE_NOOP("Store",
                                           "“%1” is empty, so it is no review file; it was left as it is. "
                                           "Ask for the file again."),
                         path);
    if (!head.startsWith(QByteArray("SQLite format 3\0", 16)))
        return fileError(ErrorCode::BadInput,
                         QT_TRANSLATE_NOOP("Store", "“%1” is not a Plumbline review; it was left as it is."),
                         path);
    if (head.size() < 100)
        return fileError(ErrorCode::Damaged,
                         QT_TRANSLATE_NOOP("Store",
                                           "“%1” is cut off; it was left as it is. Ask for the file again or "
                                           "open a backup."),
                         path);
    const auto number = [&](int offset) { return qFromBigEndian<quint32>(head.constData() + offset); };
    if (number(68) != applicationId)
        return fileError(
            ErrorCode::BadInput,
            QT_TRANSLATE_NOOP("Store", "“%1” is a database of another program; it was left as it is."), path);
    if (number(60) > quint32(formatVersion))
        return fileError(ErrorCode::Newer,
                         QT_TRANSLATE_NOOP("Store",
                                           "“%1” was written by a newer Plumbline; it was left as it is. "
                                           "Install the newer version to open it."),
                         path);
    // With a journal beside it, the file is about to be rolled back; its length says nothing yet.
    if (QFileInfo(path + QStringLiteral("-journal")).size() > 0)
        return {};
    const quint32 shortPage = qFromBigEndian<quint16>(head.constData() + 16);
    const qint64 pageSize = shortPage == 1 ? 65536 : shortPage;
    const bool countIsValid = number(24) == number(92) && number(28) > 0;
    if (countIsValid && info.size() < pageSize * qint64(number(28)))
        return fileError(ErrorCode::Damaged,
                         QT_TRANSLATE_NOOP("Store",
                                           "“%1” is cut off; it was left as it is. Ask for the file again or "
                                           "open a backup."),
                         path);
    return {};
}

} // namespace plumbline
