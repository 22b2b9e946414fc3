// Verification trusts nothing but the log's bytes: identities are hashed again, and a projection computed
// from nothing in memory is compared with the one in the file, because most single flipped bits pass SQLite's
// own checks.

#include "core/store/contents.h"
#include "core/store/schema.h"
#include "core/store/storeparts.h"

#include "core/base/cbor.h"

#include <QCoreApplication>

namespace plumbline {

using sqlite::Statement;

namespace {

QString say(const char *sentence)
{
    return QCoreApplication::translate("Verify", sentence);
}

/// A database in memory, closed on the way out; one with large files attached is where SQLite keeps temporary things.
struct MemoryCopy {
    sqlite3 *database = nullptr;
    explicit MemoryCopy(sqlite3 *source)
    {
        static constexpr qint64 mostInMemory = 256 << 20; // Bytes.
        const bool isLarge = sqlite::queryNumber(source, "SELECT sum(size) FROM blob") > mostInMemory;
        if (sqlite3_open(isLarge ? "" : ":memory:", &database) != SQLITE_OK)
            throw sqlite::Failure(database);
        sqlite3_backup *backup = sqlite3_backup_init(database, "main", source, "main");
        const int copied = backup ? sqlite3_backup_step(backup, -1) : SQLITE_NOMEM;
        sqlite3_backup_finish(backup);
        if (copied != SQLITE_DONE)
            throw sqlite::Failure(copied, "copying the file into memory failed");
    }
    ~MemoryCopy() { sqlite3_close(database); }
};

/// Everything the projection tables hold, as one hash per table. Numbers given to records and fields are the
/// same in both, because the copy keeps them.
QHash<QByteArray, QByteArray> projectionContent(sqlite3 *database)
{
    QList<QByteArray> tables{"head", "issue"};
    for (const Kind kind : allKinds())
        tables += QByteArray("p_") + describe(kind).name;
    QHash<QByteArray, QByteArray> content;
    for (const QByteArray &table : std::as_const(tables)) {
        const int columns = int(sqlite::queryNumber(
            database, ("SELECT count(*) FROM pragma_table_info('" + table + "')").constData()));
        Statement rows(database, ("SELECT * FROM \"" + table + "\" ORDER BY 1, 2, 3").constData());
        QByteArray all;
        while (rows.step()) {
            for (int column = 0; column < columns; ++column) {
                const QByteArray bytes = rows.bytes(column);
                all += char('0' + rows.type(column)) + QByteArray::number(bytes.size()) + ':' + bytes;
            }
        }
        content.insert(table, digest16(all));
    }
    return content;
}

void checkTransactions(sqlite3 *database, Log &log, VerifyReport &report)
{
    struct Known {
        qint64 tid;
        QByteArray h;
        qint64 operations;
    };
    QList<Known> all;
    {
        Statement query(database, "SELECT tid, h, nops FROM txn ORDER BY tid");
        while (query.step())
            all += {query.number(0), query.bytes(1), query.number(2)};
    }
    for (const auto &[tid, h, operations] : std::as_const(all)) {
        const Transaction transaction = log.read(tid);
        report.operations += transaction.operations.size();
        ++report.transactions;
        if (!transaction.validate() || transaction.identity() != h ||
            transaction.operations.size() != operations)
            report.problems +=
                say(QT_TRANSLATE_NOOP("Verify", "Change no. %1 of the log does not match its fingerprint."))
                    .arg(tid);
    }
}

/// Every operation must belong to a transaction and stand in it under its own index, counted from 0.
void checkPlaces(sqlite3 *database, VerifyReport &report)
{
    Statement wrong(database,
                    "SELECT 1 FROM op GROUP BY tid HAVING min(idx) <> 0 OR max(idx) <> count(*) - 1 OR "
                    "count(DISTINCT idx) <> count(*) OR tid NOT IN (SELECT tid FROM txn) LIMIT 1");
    if (wrong.step())
        report.problems += say("A change in the log does not stand where it belongs.");
}

/// The table of references must say what the operations themselves say.
void checkReferences(sqlite3 *database, VerifyReport &report)
{
    qint64 count = 0;
    bool same = true;
    Statement operations(database, "SELECT oid, refs FROM op WHERE length(refs) > 0");
    Statement find(database, "SELECT 1 FROM ref WHERE h = ? AND idx = ? AND oid = ?");
    while (operations.step()) {
        const QList<OperationRef> refs = unpackRefs(operations.bytes(1));
        count += refs.size();
        for (const OperationRef &ref : refs) {
            find.bindBytes(1, ref.h).bind(2, ref.index).bind(3, operations.number(0));
            same &= find.step();
            find.reset();
        }
    }
    if (!same || count != sqlite::queryNumber(database, "SELECT count(*) FROM ref"))
        report.problems +=
            say(QT_TRANSLATE_NOOP("Verify", "The table of what replaces what does not match the log."));
}

} // namespace

Result<VerifyReport> Store::verify()
{
    try {
        complete();
        VerifyReport report;
        Statement integrity(m_database, "PRAGMA integrity_check(1)");
        if (!integrity.step() || integrity.bytes(0) != "ok")
            report.problems += say(QT_TRANSLATE_NOOP("Verify", "The database's own check fails."));
        integrity.reset();
        checkTransactions(m_database, m_parts->log, report);
        checkPlaces(m_database, report);
        checkReferences(m_database, report);
        MemoryCopy copy(m_database);
        if (!SearchIndex(copy.database).holds())
            report.problems += say(QT_TRANSLATE_NOOP("Verify", "The index of words for searching is damaged."));
        Log log(copy.database);
        {
            sqlite::WriteTransaction transaction(copy.database);
            recreateProjection(copy.database);
            Projector(log).rebuild();
            transaction.commit();
        }
        if (projectionContent(copy.database) != projectionContent(m_database))
            report.problems +=
                say(QT_TRANSLATE_NOOP("Verify", "What the file shows does not match its log."));
        const QByteArray uuid = m_parts->meta.bytes("review");
        if (m_parts->log.findEid(uuid) == 0 && report.transactions > 0)
            report.problems += say(QT_TRANSLATE_NOOP("Verify", "The review's own record is missing."));
        report.problems += Contents(m_database).problems(m_review, &report.notHere);
        return report;
    } catch (const sqlite::Failure &failure) {
        return failure.toError();
    }
}

} // namespace plumbline
