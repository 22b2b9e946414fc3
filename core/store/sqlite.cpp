#include "core/store/sqlite.h"

#include <QCoreApplication>

namespace plumbline::sqlite {

Failure::Failure(sqlite3 *database)
    : std::runtime_error(sqlite3_errmsg(database)), m_code(sqlite3_extended_errcode(database))
{
}

Failure::Failure(int code, const QByteArray &message)
    : std::runtime_error(message.toStdString()), m_code(code)
{
}

Error Failure::toError() const
{
    const auto sentence = [](const char *text) { return QCoreApplication::translate("Store", text); };
    const QString detail = QStringLiteral("SQLite error %1: %2").arg(m_code).arg(QString::fromUtf8(what()));
    switch (m_code & 0xff) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
        return {
            ErrorCode::CannotWrite,
            sentence(
                "The change could not be written, the disk is full or failing; the file is as it was before. "
                "Free some space and do it again."),
            detail,
            {}};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return {
            ErrorCode::CannotWrite,
            sentence(
                "The file or its folder cannot be written to; nothing was changed. Copy the file to a folder "
                "of yours and open it there."),
            detail,
            {}};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {
            ErrorCode::Locked,
            sentence("Another program is using the file; nothing was changed. Close it there and try again."),
            detail,
            {}};
    case SQLITE_AUTH:
        return {ErrorCode::Damaged,
                sentence("The file asks for something no review file may do; nothing was changed."),
                detail,
                {}};
    default:
        return {
            ErrorCode::Damaged,
            sentence("The file is damaged; nothing was changed. Open a backup or a copy someone else has."),
            detail,
            {}};
    }
}

Statement::Statement(sqlite3 *database, const char *sql) : m_database(database)
{
    if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr) != SQLITE_OK)
        throw Failure(database);
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database), m_statement(std::exchange(other.m_statement, nullptr))
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_database, other.m_database);
    std::swap(m_statement, other.m_statement);
    return *this;
}

Statement &Statement::bind(int index, qint64 number)
{
    if (sqlite3_bind_int64(m_statement, index, number) != SQLITE_OK)
        throw Failure(m_database);
    return *this;
}

Statement &Statement::bindText(int index, const QByteArray &utf8)
{
    const char *data = utf8.isEmpty() ? "" : utf8.constData();
    if (sqlite3_bind_text64(m_statement, index, data, sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT,
                            SQLITE_UTF8) != SQLITE_OK)
        throw Failure(m_database);
    return *this;
}

Statement &Statement::bindBytes(int index, const QByteArray &bytes)
{
    const char *data = bytes.isEmpty() ? "" : bytes.constData();
    if (sqlite3_bind_blob64(m_statement, index, data, sqlite3_uint64(bytes.size()), SQLITE_TRANSIENT) !=
        SQLITE_OK)
        throw Failure(m_database);
    return *this;
}

Statement &Statement::bindNull(int index)
{
    if (sqlite3_bind_null(m_statement, index) != SQLITE_OK)
        throw Failure(m_database);
    return *this;
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_statement);
        return false;
    }
    const Failure failure(m_database); // Before the reset, which may change the message.
    sqlite3_reset(m_statement);
    throw failure;
}

void Statement::run()
{
    step();
    sqlite3_reset(m_statement);
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArray Statement::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_statement, column);
    return QByteArray(static_cast<const char *>(data), sqlite3_column_bytes(m_statement, column));
}

bool Statement::isNull(int column) const
{
    return type(column) == SQLITE_NULL;
}

int Statement::type(int column) const
{
    return sqlite3_column_type(m_statement, column);
}

void execute(sqlite3 *database, const char *sql)
{
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw Failure(database);
}

qint64 queryNumber(sqlite3 *database, const char *sql, qint64 fallback)
{
    Statement statement(database, sql);
    return statement.step() ? statement.number(0) : fallback;
}

WriteTransaction::WriteTransaction(sqlite3 *database) : m_database(database)
{
    execute(database, "BEGIN IMMEDIATE");
}

WriteTransaction::~WriteTransaction()
{
    // Some failures (a full disk) have rolled back already; a second ROLLBACK is then an error nobody needs.
    if (m_open && !sqlite3_get_autocommit(m_database))
        sqlite3_exec(m_database, "ROLLBACK", nullptr, nullptr, nullptr);
}

void WriteTransaction::commit()
{
    execute(m_database, "COMMIT");
    m_open = false;
}

} // namespace plumbline::sqlite
