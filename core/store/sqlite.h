#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <sqlite3.h>

#include <stdexcept>

namespace plumbline::sqlite {

/// A failed call of SQLite, on its way to the edge of this room.
///
/// core/store is the one room that throws: a transaction is dozens of statements, each of which a full disk
/// may break, and unwinding is the only way not to forget one. Public functions of the room catch it and
/// return toError().
class Failure : public std::runtime_error
{
public:
    explicit Failure(sqlite3 *database);
    Failure(int code, const QByteArray &message);
    int code() const { return m_code; }
    /// The failure for people: full disk, damaged file, locked file, read-only file.
    Error toError() const;

private:
    int m_code;
};

/// A prepared statement, reset on every way out; binding and stepping throw Failure.
///
/// Bound bytes are copied. Columns are read before the next step.
class Statement
{
public:
    Statement() = default;
    Statement(sqlite3 *database, const char *sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;

    Statement &bind(int index, qint64 number);
    Statement &bindText(int index, const QByteArray &utf8);
    Statement &bindBytes(int index, const QByteArray &bytes);
    Statement &bindNull(int index);
    /// True when there is a row. At the end, and on failure, the statement is reset.
    bool step();
    /// Runs a statement that gives no rows.
    void run();
    void reset();

    qint64 number(int column) const;
    QByteArray bytes(int column) const;
    bool isNull(int column) const;
    int type(int column) const;
    sqlite3 *database() const { return m_database; }

private:
    sqlite3 *m_database = nullptr; // Not owned, outlives the statement.
    sqlite3_stmt *m_statement = nullptr;
};

/// Runs SQL text that gives no rows. Throws Failure.
void execute(sqlite3 *database, const char *sql);
/// One number, or @p fallback when there is no row. Throws Failure.
qint64 queryNumber(sqlite3 *database, const char *sql, qint64 fallback = 0);

/// A write transaction of SQLite: rolled back unless committed.
class WriteTransaction
{
public:
    explicit WriteTransaction(sqlite3 *database);
    ~WriteTransaction();
    void commit();

private:
    sqlite3 *m_database; // Not owned.
    bool m_open = true;
};

} // namespace plumbline::sqlite
