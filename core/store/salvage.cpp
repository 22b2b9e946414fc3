// Invariant: nothing enters the new file but transactions whose identity was computed from their own bytes. So it does
// not matter how the rows were found, and neither damage nor a forger can make a wrong review of it.

#include "core/store/salvage.h"

#include "core/base/cbor.h"
#include "core/base/files.h"
#include "core/store/contents.h"
#include "core/store/salvagepages.h"
#include "core/store/schema.h"
#include "core/store/storeparts.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>

namespace plumbline {

using sqlite::Statement;

namespace {

Error salvageError(ErrorCode code, const char *sentence, const QString &path)
{
    return {code, QCoreApplication::translate("Salvage", sentence).arg(QFileInfo(path).fileName()), {}, {}};
}

/// A connection of SQLite, closed on the way out.
struct Connection {
    sqlite3 *database = nullptr;
    explicit Connection(const QString &path)
    {
        if (sqlite3_open(path.toUtf8().constData(), &database) != SQLITE_OK) {
            const sqlite::Failure failure(database);
            sqlite3_close(database);
            throw failure;
        }
    }
    ~Connection() { sqlite3_close(database); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
};

/// One table of the log, and which rows can be its own.
class LogTable
{
public:
    LogTable(sqlite3 *database, const QByteArray &name) : m_holdsContents(name == "blob")
    {
        QByteArray marks;
        int keys = 0;
        Statement columns(database, ("PRAGMA table_info(" + name + ')').constData());
        while (columns.step()) {
            const QByteArray type = columns.bytes(2);
            keys += columns.number(5) > 0;
            m_types += type;
            m_mayBeNull += columns.number(3) == 0;
            m_names += columns.bytes(1);
            marks += marks.isEmpty() ? "?" : ", ?";
        }
        m_numbered = keys == 1 && m_types.first() == "INTEGER";
        m_insert = Statement(database, ("INSERT OR IGNORE INTO " + name + " VALUES(" + marks + ')').constData());
    }

    bool couldHold(const RawRow &row) const
    {
        if (row.columns.size() != m_types.size())
            return false;
        for (qsizetype i = 0; i < m_types.size(); ++i) {
            if (!fits(i, row.columns.at(i)))
                return false;
        }
        return true;
    }
    void insert(const RawRow &row)
    {
        for (qsizetype i = 0; i < row.columns.size(); ++i) {
            const RawColumn &column = row.columns.at(i);
            const int place = int(i) + 1;
            if (m_numbered && i == 0)
                m_insert.bind(place, row.rowid);
            else if (column.type == SQLITE_INTEGER)
                m_insert.bind(place, column.number);
            else if (column.type == SQLITE_TEXT)
                m_insert.bindText(place, column.bytes);
            else if (column.type == SQLITE_BLOB)
                m_insert.bindBytes(place, column.bytes);
            else
                m_insert.bindNull(place);
        }
        m_insert.run();
    }

private:
    bool fits(qsizetype i, const RawColumn &column) const
    {
        if (m_numbered && i == 0)
            return column.type == SQLITE_NULL; // The number of the row stands for it.
        if (column.type == SQLITE_NULL)
            return m_mayBeNull.at(i);
        static const QSet<QByteArray> identities{"uuid", "h", "salt", "person", "k"};
        if (m_holdsContents && m_names.at(i) == "h")
            return column.type == SQLITE_BLOB && Contents::isName(column.bytes);
        const QByteArray &type = m_types.at(i);
        if (type == "INTEGER")
            return column.type == SQLITE_INTEGER;
        if (type == "TEXT")
            return column.type == SQLITE_TEXT;
        return type != "BLOB" ||
               (column.type == SQLITE_BLOB && (!identities.contains(m_names.at(i)) || column.bytes.size() == 16));
    }
    bool m_holdsContents = false;
    bool m_numbered = false; ///< Its first column is the number of the row.
    QList<QByteArray> m_types;
    QList<QByteArray> m_names;
    QList<bool> m_mayBeNull;
    Statement m_insert;
};

/// Rows of the log that were found, put together again in a scratch database of its own.
class Finds
{
public:
    Finds() : m_scratch(QString()), log(m_scratch.database)
    {
        sqlite::execute(m_scratch.database, "PRAGMA journal_mode=OFF");
        createSchema(m_scratch.database);
        for (const char *name : {"stream", "ent", "field", "txn", "op", "extra", "blob"})
            m_tables.emplace_back(m_scratch.database, name);
    }
    sqlite3 *database() const { return m_scratch.database; }

    /// All rows of a page are of one table, which tells them from rows that only look alike.
    void take(const QList<RawRow> &rows)
    {
        for (const RawRow &row : rows)
            takeSetting(row);
        for (LogTable &table : m_tables) {
            const bool all = std::all_of(rows.begin(), rows.end(), [&](const RawRow &row) { return table.couldHold(row); });
            if (!all)
                continue;
            for (const RawRow &row : rows)
                table.insert(row);
        }
    }
    QByteArray setting(const QByteArray &name) const { return m_settings.value(name).bytes; }
    qint64 numberSetting(const QByteArray &name) const { return m_settings.value(name).number; }

private:
    void takeSetting(const RawRow &row)
    {
        if (row.columns.size() == 2 && row.columns.first().type == SQLITE_TEXT)
            m_settings.insert(row.columns.first().bytes, row.columns.last());
    }
    Connection m_scratch; // A name of none: SQLite keeps it where it keeps temporary things.

public:
    Log log;

private:
    std::vector<LogTable> m_tables;
    QHash<QByteArray, RawColumn> m_settings;
};

/// Rolls back, in a copy, what a killed program left half-written; gives the copy's path, else that of the file.
QString withoutJournal(const QString &path, const QTemporaryDir &folder)
{
    const QString journal = path + QStringLiteral("-journal");
    if (QFileInfo(journal).size() == 0)
        return path;
    const QString copy = folder.filePath(QStringLiteral("damaged.plumb"));
    if (!QFile::copy(path, copy) || !QFile::copy(journal, copy + QStringLiteral("-journal")))
        return path;
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    QFile::setPermissions(copy + QStringLiteral("-journal"), QFile::ReadOwner | QFile::WriteOwner);
    try {
        const Connection connection(copy);
        sqlite::execute(connection.database, "BEGIN IMMEDIATE; COMMIT"); // Finds the journal and plays it back.
    } catch (const sqlite::Failure &) {
        // Then the pages are read as they are.
    }
    return copy;
}

/// The review's uuid; the record of the review itself has it, too.
QUuid reviewUuid(Finds &finds)
{
    if (const QByteArray uuid = finds.setting("review"); uuid.size() == 16)
        return QUuid::fromRfc4122(uuid);
    Statement own(finds.database(), "SELECT e.uuid FROM op o JOIN field f ON f.fid = o.fid JOIN ent e ON e.eid = o.eid "
                                    "WHERE f.name LIKE 'review.%' LIMIT 1");
    return own.step() ? QUuid::fromRfc4122(own.bytes(0)) : QUuid();
}

/// How many transactions there were: they are numbered without gaps, and operations name theirs.
qint64 onceThere(sqlite3 *database)
{
    return sqlite::queryNumber(database, "SELECT max(coalesce((SELECT max(tid) FROM txn), 0), "
                                         "coalesce((SELECT max(tid) FROM op), 0))");
}

/// Changes of the file's own streams that its settings tell of, beyond the last that was saved.
qint64 missingAtTheEnd(Finds &finds, Log &saved)
{
    qint64 missing = 0;
    for (int audience = 0; audience < 256; ++audience) {
        const QByteArray suffix = '.' + QByteArray::number(audience);
        const QByteArray stream = finds.setting("stream" + suffix);
        if (stream.size() == 16)
            missing += std::max<qint64>(0, finds.numberSetting("seq" + suffix) - qint64(saved.tip(stream).seq));
    }
    return missing;
}

/// Appends what verifies to the log of @p fresh; false when @p progress was cancelled.
bool saveTransactions(Finds &finds, sqlite3 *fresh, SalvageReport &report, const Progress &progress)
{
    static constexpr qsizetype chunk = 2000;
    Log log(fresh);
    const QList<qint64> all = finds.log.transactions();
    Statement written(finds.database(), "SELECT h FROM txn WHERE tid = ?");
    for (qsizetype from = 0; from < all.size(); from += chunk) {
        sqlite::WriteTransaction writing(fresh);
        for (const qint64 tid : all.mid(from, chunk)) {
            const Transaction transaction = finds.log.read(tid);
            written.bind(1, tid);
            const QByteArray h = written.step() ? written.bytes(0) : QByteArray();
            written.reset();
            if (transaction.validate() && transaction.identity() == h && log.append(transaction, nullptr)) {
                ++report.transactions;
                report.operations += transaction.operations.size();
            }
        }
        writing.commit();
        if (!progress.step(from, all.size()))
            return false;
    }
    const qint64 traces = onceThere(finds.database()) - report.transactions;
    report.missing = std::max({qint64(0), traces, missingAtTheEnd(finds, log)});
    return true;
}

/// Keeps what bundles brought for newer versions, where its fingerprint holds.
void saveExtras(Finds &finds, sqlite3 *fresh)
{
    Statement extras(finds.database(), "SELECT kind, k, data FROM extra");
    Statement insert(fresh, "INSERT OR IGNORE INTO extra(kind, k, data) VALUES(?, ?, ?)");
    while (extras.step()) {
        if (digest16(extras.bytes(2)) == extras.bytes(1))
            insert.bind(1, extras.number(0)).bindBytes(2, extras.bytes(1)).bindBytes(3, extras.bytes(2)).run();
    }
}

/// Keeps the contents of attached files that are whole.
void saveContents(Finds &finds, sqlite3 *fresh)
{
    Statement found(finds.database(), "SELECT h, data FROM blob WHERE data IS NOT NULL");
    while (found.step())
        Contents(fresh).keepNamed(found.bytes(0), found.bytes(1));
}

Status fillFresh(Finds &finds, const QString &path, SalvageReport &report, const Progress &progress)
{
    const Connection connection(path);
    prepareConnection(connection.database, false);
    sqlite::execute(connection.database, "PRAGMA synchronous=OFF"); // The file is synced when it is whole.
    if (!saveTransactions(finds, connection.database, report, progress))
        return Error{ErrorCode::Cancelled,
                     QCoreApplication::translate("Salvage", "Salvaging was stopped; there is no new file."),
                     {},
                     {}};
    sqlite::WriteTransaction writing(connection.database);
    saveExtras(finds, connection.database);
    saveContents(finds, connection.database);
    Meta meta(connection.database);
    if (const QByteArray me = finds.setting("me"); me.size() == 16)
        meta.set("me", me);
    Log log(connection.database);
    Projector(log).rebuild();
    writing.commit();
    sqlite::execute(connection.database, "PRAGMA journal_mode=DELETE");
    return {};
}

Result<SalvageReport> salvageInto(const QString &damaged, const QString &unfinished, const Progress &progress)
{
    const QTemporaryDir folder;
    SalvagePages pages(withoutJournal(damaged, folder));
    if (!pages.isOpen())
        return salvageError(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Salvage", "“%1” cannot be read. Check the name."),
                            damaged);
    Finds finds;
    if (!pages.forEachPage([&](const QList<RawRow> &rows) { finds.take(rows); }, progress))
        return salvageError(ErrorCode::Cancelled,
                            QT_TRANSLATE_NOOP("Salvage", "Salvaging “%1” was stopped; there is no new file."), damaged);
    const bool foundNothing = finds.log.transactionCount() == 0;
    const QUuid review = reviewUuid(finds);
    if (foundNothing || review.isNull())
        return salvageError(inspectFile(damaged) || inspectFile(damaged).error().code == ErrorCode::Damaged
                                ? ErrorCode::Damaged
                                : ErrorCode::BadInput,
                            QT_TRANSLATE_NOOP("Salvage", "Nothing of a review could be read in “%1”; no new file was "
                                                         "made. Open a backup or a copy someone else has."),
                            damaged);
    if (Status created = Store::create(unfinished, review); !created)
        return created.error();
    SalvageReport report;
    if (Status filled = fillFresh(finds, unfinished, report, progress); !filled)
        return filled.error();
    if (report.transactions == 0)
        return salvageError(ErrorCode::Damaged,
                            QT_TRANSLATE_NOOP("Salvage", "No change in “%1” is whole; no new file was made. Open a "
                                                         "backup or a copy someone else has."),
                            damaged);
    const auto store = Store::open(unfinished, Store::ReadOnly, StreamRegistry::inMemory());
    if (!store)
        return store.error();
    report.gaps = (*store)->gaps();
    return report;
}

} // namespace

Result<SalvageReport> salvage(const QString &damaged, const QString &fresh, const Progress &progress)
{
    if (QFileInfo::exists(fresh))
        return salvageError(ErrorCode::Refused,
                            QT_TRANSLATE_NOOP("Salvage", "There is a file “%1” already; it was left as it is. Choose "
                                                         "another name."),
                            fresh);
    const QString unfinished = fresh + QStringLiteral(".part");
    QFile::remove(unfinished);
    const auto report = [&]() -> Result<SalvageReport> {
        try {
            return salvageInto(damaged, unfinished, progress);
        } catch (const sqlite::Failure &failure) {
            return failure.toError();
        }
    }();
    if (report) {
        syncFile(unfinished);
        if (!QFile::rename(unfinished, fresh))
            return salvageError(ErrorCode::CannotWrite,
                                QT_TRANSLATE_NOOP("Salvage",
                                                  "“%1” cannot be created. Choose a folder you may write to."),
                                fresh);
        syncFolderOf(fresh);
    }
    QFile::remove(unfinished);
    QFile::remove(unfinished + QStringLiteral("-journal"));
    return report;
}

Result<QUuid> reviewIdOf(const QString &file)
{
    if (Status known = inspectFile(file); !known && known.error().code != ErrorCode::Damaged)
        return known.error();
    QUuid review;
    const Progress found;
    SalvagePages pages(file);
    pages.forEachPage(
        [&](const QList<RawRow> &rows) {
            for (const RawRow &row : rows) {
                const bool setting = row.columns.size() == 2 && row.columns.first().bytes == "review" &&
                                     row.columns.first().type == SQLITE_TEXT && row.columns.last().bytes.size() == 16;
                if (setting)
                    review = QUuid::fromRfc4122(row.columns.last().bytes);
            }
            if (!review.isNull())
                found.cancel();
        },
        found);
    if (review.isNull())
        return salvageError(ErrorCode::Damaged,
                            QT_TRANSLATE_NOOP("Salvage", "“%1” is so damaged that it does not say which review it is."),
                            file);
    return review;
}

QStringList describeSalvage(const SalvageReport &report)
{
    const auto say = [](const char *sentence, qint64 n) {
        return QCoreApplication::translate("Salvage", sentence, nullptr, int(n));
    };
    QStringList lines{say(QT_TRANSLATE_N_NOOP("Salvage", "%n change(s) were saved."), report.transactions)};
    if (report.isComplete())
        lines += say(QT_TRANSLATE_NOOP("Salvage", "Nothing is known to be missing."), 0);
    if (report.missing > 0)
        lines += say(QT_TRANSLATE_N_NOOP("Salvage", "%n change(s) of the file could not be saved."), report.missing);
    qint64 between = 0;
    for (const Gap &gap : report.gaps)
        between += qint64(gap.last - gap.first) + 1;
    if (between > 0)
        lines += say(QT_TRANSLATE_N_NOOP("Salvage", "%n change(s) are missing before others."), between);
    if (!report.isComplete())
        lines += say(QT_TRANSLATE_NOOP("Salvage", "Import a bundle of somebody who has them; what is here already is "
                                                  "never taken twice."),
                     0);
    return lines;
}

} // namespace plumbline
