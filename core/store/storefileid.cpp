// Which file this is, and how a file is copied while others use it.

#include "core/store/schema.h"
#include "core/store/store.h"
#include "core/store/storeparts.h"

#include "core/base/cbor.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

namespace plumbline {

QByteArray Store::fileId()
{
    QByteArray stream;
    QByteArray last;
    try {
        stream = m_parts->meta.bytes("stream.0");
        last = m_parts->meta.bytes("h.0");
    } catch (const sqlite::Failure &) {
        // Where it lies tells the file as well.
    }
    if (!last.isEmpty() && m_parts->registry.last(stream) == last)
        return stream;
    // Nothing was written through this file on this computer yet. Nothing is stored for it either, so that a file that may
    // only be read has an id too; a copy lies in another place, and so has another one.
    const QString path = QFileInfo(QString::fromUtf8(sqlite3_db_filename(m_database, "main"))).canonicalFilePath();
    QByteArray what;
    for (const QByteArray &part : {QByteArray("file"), m_review.uuid().toRfc4122(), stream, last,
                                   QSysInfo::machineUniqueId(), QSysInfo::machineHostName().toUtf8(), path.toUtf8()})
        cbor::bytes(what, part);
    return digest16(what);
}

namespace {

/// A bare connection, closed on the way out.
struct Connection {
    sqlite3 *database = nullptr;
    Connection(const QString &path, int flags)
    {
        if (sqlite3_open_v2(path.toUtf8().constData(), &database, flags, nullptr) != SQLITE_OK) {
            const sqlite::Failure failure(database);
            sqlite3_close(database);
            throw failure;
        }
        sqlite3_busy_timeout(database, 5000);
    }
    ~Connection() { sqlite3_close(database); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
};

/// Ends a copy on every way out.
struct Copying {
    sqlite3_backup *backup;
    Copying(sqlite3 *from, sqlite3 *to) : backup(sqlite3_backup_init(to, "main", from, "main"))
    {
        if (!backup)
            throw sqlite::Failure(to);
    }
    ~Copying() { sqlite3_backup_finish(backup); }
};

Status copyPages(const QString &from, const QString &to, const Progress &progress)
{
    static constexpr int pagesAtOnce = 2000;
    Connection source(from, SQLITE_OPEN_READONLY);
    Connection target(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    sqlite::execute(target.database, "PRAGMA journal_mode=OFF");
    sqlite::execute(target.database, "PRAGMA synchronous=OFF");
    Copying copying(source.database, target.database);
    for (;;) {
        const int code = sqlite3_backup_step(copying.backup, pagesAtOnce);
        const int all = sqlite3_backup_pagecount(copying.backup);
        if (code == SQLITE_DONE)
            return {};
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
            sqlite3_sleep(20); // Somebody writes; what they change is copied again.
        else if (code != SQLITE_OK)
            throw sqlite::Failure(code, "copying the file failed");
        if (!progress.step(all - sqlite3_backup_remaining(copying.backup), all))
            return Error{ErrorCode::Cancelled,
                         QCoreApplication::translate("Store", "Stopped; nothing was changed."),
                         {},
                         {}};
    }
}

} // namespace

Status Store::copyFile(const QString &from, const QString &to, const Progress &progress)
{
    if (Status known = inspectFile(from); !known)
        return known;
    const Status copied = guarded([&] { return copyPages(from, to, progress); });
    if (!copied)
        QFile::remove(to);
    return copied;
}

} // namespace plumbline
