#pragma once

#include "core/store/log.h"
#include "core/store/schema.h"

#include <memory>

namespace plumbline {

/// A log in a database in memory, with the projection's tables beside it.
class MemoryLog
{
public:
    MemoryLog()
    {
        if (sqlite3_open(":memory:", &m_database) != SQLITE_OK)
            throw sqlite::Failure(m_database);
        createSchema(m_database);
        log = std::make_unique<Log>(m_database);
    }
    ~MemoryLog()
    {
        log.reset();
        sqlite3_close(m_database);
    }
    MemoryLog(const MemoryLog &) = delete;
    MemoryLog &operator=(const MemoryLog &) = delete;

    sqlite3 *database() const { return m_database; }
    bool append(const Transaction &transaction) { return log->append(transaction, nullptr); }
    Register place(const QByteArray &entity, const QByteArray &field)
    {
        return {log->eid(entity), log->fid(field)};
    }
    /// The texts of the heads of a register, in order.
    QStringList heads(const QByteArray &entity, const QByteArray &field)
    {
        QStringList texts;
        for (const StoredOperation &head : log->heads(place(entity, field)))
            texts += head.value.toText();
        return texts;
    }
    /// Every row of the table of heads.
    QList<qint64> headRows()
    {
        QList<qint64> rows;
        sqlite::Statement query(m_database, "SELECT eid, fid, oid FROM head ORDER BY 1, 2, 3");
        while (query.step())
            rows += {query.number(0), query.number(1), query.number(2)};
        return rows;
    }

    std::unique_ptr<Log> log;

private:
    sqlite3 *m_database = nullptr;
};

/// A valid transaction to start from; the number makes its ids.
inline Transaction plainTransaction(char stream, quint64 seq = 1, const QByteArray &prev = {})
{
    Transaction transaction;
    transaction.stream = QByteArray(16, stream);
    transaction.seq = seq;
    transaction.prev = prev;
    transaction.person = QByteArray(16, '\0');
    transaction.group = QByteArray(7, 'g') + stream;
    return transaction;
}

inline Operation setOf(const QByteArray &entity, const QByteArray &field, const QString &text,
                       QList<OperationRef> refs = {})
{
    Operation operation;
    operation.entity = entity;
    operation.field = field;
    operation.value = Value(text);
    std::sort(refs.begin(), refs.end());
    operation.refs = refs;
    operation.salt = QByteArray(16, 's');
    return operation;
}

} // namespace plumbline
