// Invariants: a function either commits its SQLite transaction and updates the Review with what was
// committed, or leaves both as they were; whatever SQLite throws is turned into an Error before it leaves
// this file.

#include "core/store/store.h"

#include "core/store/circles.h"
#include "core/store/contents.h"
#include "core/store/schema.h"
#include "core/store/storeparts.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <atomic>
#include <utility>

namespace plumbline {

using sqlite::Statement;

// What was undone stands after everything that was not, so both are found from the end, however long the table is.
#define LAST_STANDING_ACTION                                                                                 \
    "coalesce((SELECT n FROM mine WHERE undone IS NULL ORDER BY n DESC LIMIT 1), 0)"

void pushAction(sqlite3 *database, const QByteArray &group)
{
    // A new action ends what could be redone.
    Statement(database, "DELETE FROM mine WHERE n > " LAST_STANDING_ACTION).run();
    Statement(database, "INSERT INTO mine(grp) VALUES(?)").bindBytes(1, group).run();
}

QStringList namesOf(const Review &review, const QList<QPair<RecordId, QByteArray>> &fields)
{
    QStringList names;
    for (const auto &[id, field] : fields) {
        const Record *record = review.findAny(id);
        names += record ? conflictName(review, *record, field) : QString::fromLatin1(field);
    }
    return names;
}

Store::Store() = default;

Store::~Store()
{
    if (m_parts && m_mode == ReadWrite) {
        // Left clean: no mark, and no empty journal beside the file. A failure costs a check at the next
        // opening.
        const Status left = guarded([this]() -> Status {
            if (m_announced)
                m_parts->meta.remove("dirty");
            sqlite::execute(m_database, "PRAGMA journal_mode=DELETE");
            return {};
        });
        Q_UNUSED(left);
    }
    m_parts.reset(); // Every statement is finalised before Qt closes the connection.
    if (!m_connection.isEmpty()) {
        QSqlDatabase::database(m_connection, false).close();
        QSqlDatabase::removeDatabase(m_connection);
    }
}

Status Store::create(const QString &path, const QUuid &review)
{
    const auto refuse = [&](ErrorCode code, const char *sentence, const QString &detail = {}) {
        return Error{code, QCoreApplication::translate("Store", sentence).arg(path), detail, {}};
    };
    if (QFileInfo::exists(path))
        return refuse(ErrorCode::Refused,
                      QT_TRANSLATE_NOOP("Store",
                                        "There is a file “%1” already; it was left as it is. Choose another "
                                        "name."));
    // Made under another name and then renamed, so that a half-made file never carries the name asked for.
    const QString unfinished = path + QStringLiteral(".new");
    QFile::remove(unfinished);
    sqlite3 *database = nullptr;
    if (sqlite3_open_v2(unfinished.toUtf8().constData(), &database,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) != SQLITE_OK) {
        const QString detail = QString::fromUtf8(database ? sqlite3_errmsg(database) : "no memory");
        sqlite3_close(database);
        return refuse(ErrorCode::CannotWrite,
                      QT_TRANSLATE_NOOP("Store", "“%1” cannot be created. Choose a folder you may write to."),
                      detail);
    }
    Status status = guarded([&]() -> Status {
        prepareConnection(database, false);
        sqlite::WriteTransaction transaction(database);
        createSchema(database);
        Meta meta(database);
        meta.set("review", review.toRfc4122());
        meta.set("projection", projectionFingerprint());
        transaction.commit();
        return {};
    });
    sqlite3_close(database);
    if (status && !QFile::rename(unfinished, path))
        status =
            refuse(ErrorCode::CannotWrite,
                   QT_TRANSLATE_NOOP("Store", "“%1” cannot be created. Choose a folder you may write to."));
    QFile::remove(unfinished);
    QFile::remove(unfinished + QStringLiteral("-journal"));
    return status;
}

Status Store::openConnection(const QString &path, Mode mode)
{
    static std::atomic<int> counter = 0;
    m_connection = QStringLiteral("plumbline-%1").arg(++counter);
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setDatabaseName(path);
    // What a killed program left half-written must be rolled back before anybody can read, and a connection that may
    // not write cannot do that; prepareConnection() keeps this one from writing anything else.
    const bool journalIsLeft = QFileInfo(path + QStringLiteral("-journal")).size() > 0 && QFileInfo(path).isWritable();
    if (mode == ReadOnly && !journalIsLeft)
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
    const QVariant handle = database.open() ? database.driver()->handle() : QVariant();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return Error{ErrorCode::CannotWrite,
                     QCoreApplication::translate("Store", "“%1” cannot be opened. Check that it can be read.")
                         .arg(path),
                     database.lastError().text(),
                     {}};
    m_database = *static_cast<sqlite3 *const *>(handle.constData());
    m_mode = mode;
    QSqlQuery source(QStringLiteral("SELECT sqlite_source_id()"), database);
    // Two SQLites in one process break each other's file locks.
    if (!source.next() || source.value(0).toByteArray() != sqlite3_sourceid())
        return Error{ErrorCode::Damaged,
                     QCoreApplication::translate("Store",
                                                 "This program was put together wrongly: it holds two "
                                                 "versions of SQLite. Install it anew."),
                     {},
                     {}};
    return {};
}

Result<std::unique_ptr<Store>> Store::open(const QString &path, Mode mode, const StreamRegistry &registry,
                                           const Entropy &entropy, Loading loading)
{
    if (Status known = inspectFile(path); !known)
        return known.error();
    std::unique_ptr<Store> store(new Store);
    if (Status connected = store->openConnection(path, mode); !connected)
        return connected.error();
    const Status status = guarded([&]() -> Status {
        // SQLite opens what it may not write for reading only, and says so at the first change.
        if (mode == ReadWrite && sqlite3_db_readonly(store->m_database, "main") != 0)
            return sqlite::Failure(SQLITE_READONLY, "the file may only be read").toError();
        prepareConnection(store->m_database, mode == ReadOnly);
        if (!schemaIsOurs(store->m_database))
            return Error{ErrorCode::BadInput,
                         QCoreApplication::translate(
                             "Store", "“%1” holds tables, views or triggers that are not ours; "
                                      "it was left as it is. Ask the sender for a bundle.")
                             .arg(QFileInfo(path).fileName()),
                         {},
                         {}};
        store->m_parts = std::make_unique<Parts>(store->m_database, registry, entropy);
        if (Status checked = store->checkContent(registry); !checked)
            return checked.error();
        loading == FewFirst ? store->loadFew() : store->load();
        return {};
    });
    if (!status)
        return status.error();
    return store;
}

Status Store::checkContent(const StreamRegistry &registry)
{
    Meta &meta = m_parts->meta;
    const QByteArray last = meta.bytes("h.0");
    const bool known = !last.isEmpty() && registry.last(meta.bytes("stream.0")) == last;
    m_parts->searchIsOurs = known;
    if (!known || meta.number("dirty") != 0) {
        Statement check(m_database, "PRAGMA quick_check(1)");
        if (!check.step() || check.bytes(0) != "ok")
            return sqlite::Failure(SQLITE_CORRUPT, "quick_check failed").toError();
        check.reset();
    }
    if (meta.bytes("review").size() != 16)
        return sqlite::Failure(SQLITE_CORRUPT, "the review has no id").toError();
    if (meta.bytes("projection") == projectionFingerprint() && projectionIsOurs(m_database))
        return {};
    if (m_mode == ReadOnly)
        return Error{ErrorCode::CannotWrite,
                     QCoreApplication::translate(
                         "Store", "The file was written by another version and must be brought "
                                  "up to date, but it is read-only. Copy it and open the copy."),
                     {},
                     {}};
    sqlite::WriteTransaction transaction(m_database);
    recreateProjection(m_database);
    m_parts->projector.rebuild();
    meta.set("projection", projectionFingerprint());
    transaction.commit();
    m_parts->searchIsOurs = true;
    return {};
}

void Store::announceWriting()
{
    if (m_announced)
        return;
    m_parts->meta.set("dirty", 1);
    // From the next opening on the file counts as ours, so its index must be.
    if (!m_parts->searchIsOurs)
        m_parts->search.recreate();
}

void Store::reproject(const QSet<Register> &touched, Changes *changes)
{
    complete();
    QSet<qint64> records;
    QSet<qint64> born;
    for (const Register &target : touched) {
        records.insert(target.eid);
        if (m_parts->log.fieldName(target.fid).endsWith(".life"))
            born.insert(target.eid);
    }
    // In the order in which they stand in the file, so that each page of it is touched once.
    QList<qint64> inOrder(records.cbegin(), records.cend());
    std::sort(inOrder.begin(), inOrder.end());
    for (const qint64 eid : std::as_const(inOrder))
        m_parts->projector.project(eid, &m_review, changes, Projector::IntoTableAndReview, born.contains(eid));
    if (changes->everything)
        load();
    else if (mayCloseACircle(m_parts->log, m_review, touched))
        cutCircles(m_parts->log, m_review);
    m_review.setPosition(m_parts->log.position());
}

Error readOnlyError()
{
    return {ErrorCode::CannotWrite,
            QCoreApplication::translate("Store", "The review is open for reading only; nothing was changed."),
            {},
            {}};
}

Result<Commit> Store::finish(sqlite::WriteTransaction &transaction, const Written &written)
{
    Commit commit;
    commit.group = written.group;
    commit.transactions = written.transactions;
    reproject(written.touched, &commit.changes);
    transaction.commit();
    m_announced = true;
    m_parts->searchIsOurs |= !written.transactions.isEmpty();
    for (const auto &[stream, h] : written.tips)
        m_parts->registry.remember(stream, h);
    return commit;
}

Result<Commit> Store::commit(const ChangeSet &changes, const Author &author)
{
    if (isReadOnly())
        return readOnlyError();
    return guardedWrite(
        [&]() -> Result<Commit> {
            complete();
            sqlite::WriteTransaction transaction(m_database);
            auto operations = m_parts->writer.prepare(m_review, changes);
            if (!operations)
                return operations.error();
            if (operations->isEmpty())
                return Commit{};
            announceWriting();
            if (Status kept = keepContentsOf(m_database, m_review, changes); !kept)
                return kept.error();
            auto written = m_parts->writer.write(*operations, changes.cause, author);
            if (!written) {
                m_parts->log.forgetNumbers();
                return written.error();
            }
            pushAction(m_database, written->group);
            return finish(transaction, *written);
        },
        m_stale, [this] { load(); });
}

Result<Commit> Store::takeBack(const QByteArray &group, Cause cause, const Author &author)
{
    const UndoPlan plan =
        planUndo(m_parts->log, m_parts->projector, m_parts->writer, m_parts->log.transactionsOfGroup(group));
    sqlite::WriteTransaction transaction(m_database);
    Commit commit;
    Written written;
    if (!plan.operations.isEmpty()) {
        announceWriting();
        auto result = m_parts->writer.write(plan.operations, cause, author, plan.transactions);
        if (!result)
            return result.error();
        written = *result;
    } else {
        written.group = group; // Everything was built upon: only the stack moves.
    }
    if (cause == Cause::Undo) {
        Statement(m_database, "UPDATE mine SET undone = ? WHERE grp = ?")
            .bindBytes(1, written.group)
            .bindBytes(2, group)
            .run();
    } else {
        // An import that is set aside again is so by another action now.
        Statement(m_database, "UPDATE import_log SET aside = ? WHERE aside IN (SELECT grp FROM mine WHERE undone = ?)")
            .bindBytes(1, written.group)
            .bindBytes(2, group)
            .run();
        Statement(m_database, "UPDATE mine SET grp = ?, undone = NULL WHERE undone = ?")
            .bindBytes(1, written.group)
            .bindBytes(2, group)
            .run();
    }
    auto finished = finish(transaction, written);
    if (finished)
        finished->left = namesOf(m_review, plan.left);
    return finished;
}

static QByteArray oneOf(sqlite3 *database, const char *sql)
{
    Statement query(database, sql);
    return query.step() ? query.bytes(0) : QByteArray();
}

QByteArray undoTop(sqlite3 *database)
{
    return oneOf(database, "SELECT grp FROM mine WHERE undone IS NULL ORDER BY n DESC LIMIT 1");
}

QByteArray redoTop(sqlite3 *database)
{
    return oneOf(database, "SELECT undone FROM mine WHERE n > " LAST_STANDING_ACTION " ORDER BY n LIMIT 1");
}

Result<Commit> Store::undo(const Author &author)
{
    if (isReadOnly())
        return readOnlyError();
    return guardedWrite(
        [&]() -> Result<Commit> {
            const QByteArray group = undoTop(m_database);
            if (group.isEmpty())
                return Error{ErrorCode::NotFound,
                             QCoreApplication::translate("Store", "There is nothing to undo."),
                             {},
                             {}};
            return takeBack(group, Cause::Undo, author);
        },
        m_stale, [this] { load(); });
}

Result<Commit> Store::redo(const Author &author)
{
    if (isReadOnly())
        return readOnlyError();
    return guardedWrite(
        [&]() -> Result<Commit> {
            const QByteArray group = redoTop(m_database);
            if (group.isEmpty())
                return Error{ErrorCode::NotFound,
                             QCoreApplication::translate("Store", "There is nothing to redo."),
                             {},
                             {}};
            return takeBack(group, Cause::Redo, author);
        },
        m_stale, [this] { load(); });
}

Status Store::disown()
{
    return guarded([&]() -> Status {
        sqlite::WriteTransaction transaction(m_database);
        Statement(m_database, "DELETE FROM mine").run();
        Statement(m_database, "DELETE FROM meta WHERE k LIKE 'stream.%' OR k LIKE 'seq.%' OR k LIKE 'h.%'")
            .run();
        transaction.commit();
        return {};
    });
}

Status Store::setDurable(bool durable)
{
    return guarded([&]() -> Status {
        sqlite::execute(m_database, durable ? "PRAGMA synchronous=EXTRA" : "PRAGMA synchronous=OFF");
        return {};
    });
}

Status Store::copyTo(const QString &path)
{
    return guarded([&]() -> Status {
        // The authorizer denies attaching a file, which is how SQLite writes the copy, and so does a connection
        // for reading; nothing else runs meanwhile.
        sqlite3_set_authorizer(m_database, nullptr, nullptr);
        sqlite::execute(m_database, "PRAGMA query_only=OFF");
        const auto again = qScopeGuard([this] {
            if (isReadOnly())
                sqlite3_exec(m_database, "PRAGMA query_only=ON", nullptr, nullptr, nullptr);
            restrictConnection(m_database);
        });
        Statement(m_database, "VACUUM INTO ?").bindText(1, path.toUtf8()).run();
        return {};
    });
}

RecordId Store::me() const
{
    try {
        const QByteArray uuid = m_parts->meta.bytes("me");
        return uuid.size() == 16 ? RecordId(QUuid::fromRfc4122(uuid)) : RecordId();
    } catch (const sqlite::Failure &) {
        return {};
    }
}

Status Store::setMe(RecordId person)
{
    if (isReadOnly())
        return readOnlyError();
    return guarded([&]() -> Status {
        m_parts->meta.set("me", person.uuid.toRfc4122());
        return {};
    });
}

Status Store::forEachTransaction(const std::function<Status(const Transaction &)> &each)
{
    return guarded([&]() -> Status {
        for (const qint64 tid : m_parts->log.transactions()) {
            if (Status status = each(m_parts->log.read(tid)); !status)
                return status;
        }
        return {};
    });
}

Result<qint64> Store::prepareSearch(qint64 most)
{
    return guarded([&]() -> Result<qint64> {
        SearchIndex &index = m_parts->search;
        if (isReadOnly() || (m_parts->searchIsOurs && index.staleCount() == 0))
            return qint64(0);
        // Nobody waits for the index: when a worker or a backup has the file just now, the next time will do.
        sqlite3_busy_timeout(m_database, 0);
        const auto patience = qScopeGuard([this] { sqlite3_busy_timeout(m_database, busyTimeout); });
        sqlite::WriteTransaction transaction(m_database);
        if (!m_parts->searchIsOurs)
            index.recreate();
        index.update(most);
        transaction.commit();
        m_parts->searchIsOurs = true;
        return index.staleCount();
    });
}

Result<QList<SearchHit>> Store::search(const QString &text, int limit)
{
    const SearchQuery query(text);
    if (query.isEmpty())
        return QList<SearchHit>();
    // When the index cannot be brought up to date (another program writes just now), stale records are searched one
    // by one.
    const Result<qint64> prepared = prepareSearch(-1);
    Q_UNUSED(prepared);
    const auto found = guarded([&]() -> Result<QList<SearchHit>> {
        return m_parts->search.find(query, limit, m_parts->searchIsOurs);
    });
    if (found || found.error().code != ErrorCode::Damaged || !m_parts->searchIsOurs)
        return found;
    // The index is damaged. It follows from the rest: search without it, and make it anew next time.
    m_parts->searchIsOurs = false;
    return guarded([&]() -> Result<QList<SearchHit>> { return m_parts->search.find(query, limit, false); });
}

bool Store::contains(const QByteArray &h)
{
    try {
        return m_parts->log.contains(h);
    } catch (const sqlite::Failure &) {
        return false;
    }
}

QList<StreamTip> Store::tips()
{
    try {
        return m_parts->log.tips();
    } catch (const sqlite::Failure &) {
        return {};
    }
}

qint64 Store::transactionCount()
{
    try {
        return m_parts->log.transactionCount();
    } catch (const sqlite::Failure &) {
        return 0;
    }
}

qint64 Store::operationCount()
{
    try {
        return m_parts->log.operationCount();
    } catch (const sqlite::Failure &) {
        return 0;
    }
}

} // namespace plumbline
