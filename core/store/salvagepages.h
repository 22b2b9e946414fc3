#pragma once

#include "core/base/progress.h"

#include <QByteArray>
#include <QFile>
#include <QList>

#include <functional>

namespace plumbline {

/// A value as it stands in a row of SQLite.
struct RawColumn {
    int type = 0; ///< SQLITE_NULL, SQLITE_INTEGER, SQLITE_TEXT, SQLITE_BLOB; a floating point number is none of ours.
    qint64 number = 0;
    QByteArray bytes;
};

/// A row with its number.
struct RawRow {
    qint64 rowid = 0;
    QList<RawColumn> columns;
};

/// Reads the rows of a database page by page, without SQLite: what leads to a page (the schema, the pages above it) may
/// be destroyed, and the page is read all the same.
///
/// Nothing read here is to be trusted: a page may be half written, old, or made up.
/// Source: SQLite file format, sections 1.6 and 2.
class SalvagePages
{
public:
    explicit SalvagePages(const QString &path);

    bool isOpen() const { return m_file.isOpen(); }
    qint64 pageCount() const { return m_pageCount; }
    /// Calls @p each with the rows of every page that holds rows of a table, in the order of the pages. False when
    /// @p progress was cancelled.
    bool forEachPage(const std::function<void(const QList<RawRow> &rows)> &each, const Progress &progress);

private:
    QByteArray page(qint64 number);
    QList<RawRow> rowsOf(const QByteArray &page, int head);
    bool readRow(const QByteArray &page, qsizetype at, RawRow &row);
    bool readPayload(const QByteArray &page, qsizetype at, quint64 size, QByteArray &payload);
    static bool readColumns(const QByteArray &payload, QList<RawColumn> &columns);

    QFile m_file;
    qint64 m_pageSize = 4096;
    qint64 m_usable = 4096; ///< Bytes of a page that hold content.
    qint64 m_pageCount = 0;
};

} // namespace plumbline
