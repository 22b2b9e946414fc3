#include "core/store/onlinecopy.h"

#include "core/base/files.h"
#include "core/store/sqlite.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace plumbline {

// 400 kB are read in a few milliseconds; the pause lets a waiting writer in.
static constexpr int pagesPerStep = 100;
static constexpr unsigned long pauseBetweenSteps = 2; // Milliseconds.
static constexpr unsigned long pauseWhenBusy = 20;    // Milliseconds.

namespace {

/// A bare connection, closed on the way out.
class CopyEnd
{
public:
    CopyEnd(const QString &path, int flags)
    {
        if (sqlite3_open_v2(path.toUtf8().constData(), &m_database, flags, nullptr) != SQLITE_OK) {
            const sqlite::Failure failure(m_database);
            sqlite3_close(m_database);
            throw failure;
        }
        sqlite3_db_config(m_database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    }
    ~CopyEnd() { sqlite3_close(m_database); }
    CopyEnd(const CopyEnd &) = delete;
    CopyEnd &operator=(const CopyEnd &) = delete;
    sqlite3 *database() const { return m_database; }

private:
    sqlite3 *m_database = nullptr;
};

/// False when @p progress was cancelled.
bool copySteps(sqlite3 *from, sqlite3 *to, const Progress &progress)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    if (!backup)
        throw sqlite::Failure(to);
    int code = SQLITE_OK;
    while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
        code = sqlite3_backup_step(backup, pagesPerStep);
        const int all = sqlite3_backup_pagecount(backup);
        if (!progress.step(all - sqlite3_backup_remaining(backup), all))
            break;
        if (code != SQLITE_DONE)
            QThread::msleep(code == SQLITE_OK ? pauseBetweenSteps : pauseWhenBusy);
    }
    sqlite3_backup_finish(backup);
    if (progress.isCancelled())
        return false;
    if (code != SQLITE_DONE)
        throw sqlite::Failure(code, sqlite3_errstr(code));
    return true;
}

Status copyChecked(const QString &file, const QString &unfinished, const Progress &progress)
{
    const CopyEnd from(file, SQLITE_OPEN_READONLY);
    const CopyEnd to(unfinished, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    // Nobody knows the copy yet; it is synced once, when it is whole.
    sqlite::execute(to.database(), "PRAGMA synchronous=OFF");
    if (!copySteps(from.database(), to.database(), progress))
        return Error{ErrorCode::Cancelled,
                     QCoreApplication::translate("Store", "Copying was stopped; there is no copy."),
                     {},
                     {}};
    sqlite::Statement check(to.database(), "PRAGMA quick_check(1)");
    if (!check.step() || check.bytes(0) != "ok")
        throw sqlite::Failure(SQLITE_CORRUPT, "quick_check of the copy failed");
    return {};
}

} // namespace

Status copyWhileOpen(const QString &file, const QString &copy, const Progress &progress)
{
    if (QFileInfo::exists(copy))
        return Error{ErrorCode::Refused,
                     QCoreApplication::translate(
                         "Store", "There is a file “%1” already; it was left as it is. Choose another name.")
                         .arg(copy),
                     {},
                     {}};
    const QString unfinished = copy + QStringLiteral(".part");
    QFile::remove(unfinished);
    Status status = [&]() -> Status {
        try {
            return copyChecked(file, unfinished, progress);
        } catch (const sqlite::Failure &failure) {
            return failure.toError();
        }
    }();
    if (status) {
        syncFile(unfinished);
        if (!QFile::rename(unfinished, copy))
            status = Error{ErrorCode::CannotWrite,
                           QCoreApplication::translate("Store", "“%1” cannot be created. Choose a folder you may "
                                                                "write to.")
                               .arg(copy),
                           {},
                           {}};
        syncFolderOf(copy);
    }
    QFile::remove(unfinished);
    QFile::remove(unfinished + QStringLiteral("-journal"));
    return status;
}

Result<qint64> countTransactions(const QString &file)
{
    try {
        const CopyEnd end(file, SQLITE_OPEN_READONLY);
        return sqlite::queryNumber(end.database(), "SELECT count(*) FROM txn");
    } catch (const sqlite::Failure &failure) {
        return failure.toError();
    }
}

} // namespace plumbline
