// An import is never declined, because that would leave a hole; it is taken and then taken back. Taking back is an
// ordinary undo, so what others built upon stays, and the action can be undone like any other.
//
// import_log.aside names the action that took an import back. The import counts as set aside while that action stands
// in `mine` and is not undone.

#include "core/store/store.h"
#include "core/store/storeparts.h"

#include <QCoreApplication>

namespace plumbline {

using sqlite::Statement;

QList<ImportRecord> Store::imports()
{
    try {
        QList<ImportRecord> all;
        Statement query(m_database,
                        "SELECT i.id, i.at, i.sender, i.person, i.file, i.bundle, i.made, i.transactions, EXISTS "
                        "(SELECT 1 FROM mine m WHERE m.grp = i.aside AND m.undone IS NULL) FROM import_log i "
                        "ORDER BY i.id DESC");
        while (query.step()) {
            ImportRecord record;
            record.id = query.number(0);
            record.source.when = QDateTime::fromMSecsSinceEpoch(query.number(1), Qt::UTC);
            record.source.name = QString::fromUtf8(query.bytes(2));
            record.source.person = RecordId(QUuid::fromRfc4122(query.bytes(3)));
            record.source.file = query.bytes(4);
            record.source.bundle = QString::fromUtf8(query.bytes(5));
            if (!query.isNull(6))
                record.source.made = QDateTime::fromMSecsSinceEpoch(query.number(6), Qt::UTC);
            record.transactions = query.number(7);
            record.setAside = query.number(8) != 0;
            all += record;
        }
        return all;
    } catch (const sqlite::Failure &) {
        return {};
    }
}

static Error nothingToSetAside(qint64 import)
{
    return {ErrorCode::NotFound,
            QCoreApplication::translate("Store",
                                        "Import %1 brought nothing that could be set aside; nothing was changed.")
                .arg(import),
            {},
            {}};
}

Result<Commit> Store::setAside(qint64 import, const QList<RecordId> &only, const Author &author)
{
    if (isReadOnly())
        return readOnlyError();
    return guardedWrite(
        [&]() -> Result<Commit> {
            const QList<qint64> brought = m_parts->log.transactionsOfImport(import);
            QSet<QByteArray> records;
            for (const RecordId &record : only)
                records.insert(record.uuid.toRfc4122());
            sqlite::WriteTransaction transaction(m_database);
            const UndoPlan plan =
                planUndo(m_parts->log, m_parts->projector, m_parts->writer, brought, records);
            if (plan.operations.isEmpty() && plan.left.isEmpty())
                return nothingToSetAside(import);
            Commit commit;
            if (!plan.operations.isEmpty()) {
                announceWriting();
                const auto written =
                    m_parts->writer.write(plan.operations, Cause::Undo, author, plan.transactions);
                if (!written) {
                    m_parts->log.forgetNumbers();
                    return written.error();
                }
                pushAction(m_database, written->group);
                if (only.isEmpty() && plan.left.isEmpty())
                    Statement(m_database, "UPDATE import_log SET aside = ? WHERE id = ?")
                        .bindBytes(1, written->group)
                        .bind(2, import)
                        .run();
                auto finished = finish(transaction, *written);
                if (!finished)
                    return finished;
                commit = *finished;
            }
            commit.left = namesOf(m_review, plan.left);
            return commit;
        },
        m_stale, [this] { load(); });
}

} // namespace plumbline
