// Invariant: no number read from the file is used as a place or a size before it was compared with what is there.

#include "core/store/salvagepages.h"

#include <QtEndian>

#include <sqlite3.h>

#include <bit>

namespace plumbline {

static constexpr quint64 largestPayload = 65 << 20; // Our largest value, an attached file, has 64 MiB.
static constexpr int mostColumns = 64;
static constexpr char tableLeaf = 0x0d;

SalvagePages::SalvagePages(const QString &path) : m_file(path)
{
    if (!m_file.open(QIODevice::ReadOnly))
        return;
    const QByteArray head = m_file.read(100);
    if (head.size() == 100) {
        const quint32 written = qFromBigEndian<quint16>(head.constData() + 16);
        const quint32 size = written == 1 ? 65536 : written;
        const int reserved = uchar(head.at(20));
        // Ours have 4096 bytes and reserve none; a header that says what cannot be is damaged.
        if (std::has_single_bit(size) && size >= 512)
            m_pageSize = size;
        m_usable = m_pageSize - (m_pageSize - reserved >= 480 && reserved < 64 ? reserved : 0);
    }
    m_pageCount = (m_file.size() + m_pageSize - 1) / m_pageSize;
}

QByteArray SalvagePages::page(qint64 number)
{
    if (number < 1 || number > m_pageCount || !m_file.seek((number - 1) * m_pageSize))
        return {};
    QByteArray bytes = m_file.read(m_pageSize);
    bytes.resize(m_pageSize, '\0'); // The last page of a file that was cut off.
    return bytes;
}

bool SalvagePages::forEachPage(const std::function<void(const QList<RawRow> &)> &each, const Progress &progress)
{
    for (qint64 number = 1; number <= m_pageCount; ++number) {
        const QByteArray bytes = page(number);
        if (!bytes.isEmpty()) {
            if (const QList<RawRow> rows = rowsOf(bytes, number == 1 ? 100 : 0); !rows.isEmpty())
                each(rows);
        }
        if (!progress.step(number, m_pageCount))
            return false;
    }
    return true;
}

QList<RawRow> SalvagePages::rowsOf(const QByteArray &page, int head)
{
    QList<RawRow> rows;
    if (page.at(head) != tableLeaf)
        return rows;
    const int cells = qFromBigEndian<quint16>(page.constData() + head + 3);
    for (int cell = 0; cell < cells && head + 8 + 2 * cell + 2 <= page.size(); ++cell) {
        RawRow row;
        if (readRow(page, qFromBigEndian<quint16>(page.constData() + head + 8 + 2 * cell), row))
            rows += row;
    }
    return rows;
}

/// A number of one to nine bytes, as SQLite writes it; moves @p at behind it. False at the end of @p bytes.
static bool readVarint(const QByteArray &bytes, qsizetype &at, quint64 &number)
{
    number = 0;
    for (int i = 0; i < 9; ++i) {
        if (at < 0 || at >= bytes.size())
            return false;
        const uchar byte = uchar(bytes.at(at++));
        if (i == 8) {
            number = number << 8 | byte;
            return true;
        }
        number = number << 7 | (byte & 0x7f);
        if (!(byte & 0x80))
            return true;
    }
    return true;
}

bool SalvagePages::readRow(const QByteArray &page, qsizetype at, RawRow &row)
{
    quint64 size = 0;
    quint64 rowid = 0;
    QByteArray payload;
    if (!readVarint(page, at, size) || !readVarint(page, at, rowid) || size > largestPayload ||
        size > quint64(m_pageCount * m_pageSize))
        return false;
    row.rowid = qint64(rowid);
    return readPayload(page, at, size, payload) && readColumns(payload, row.columns);
}

bool SalvagePages::readPayload(const QByteArray &leaf, qsizetype at, quint64 size, QByteArray &payload)
{
    // How much of it stands on the page itself is prescribed by the format, section 1.6.
    const qint64 total = qint64(size);
    qint64 local = total;
    if (total > m_usable - 35) {
        const qint64 least = (m_usable - 12) * 32 / 255 - 23;
        const qint64 most = least + (total - least) % (m_usable - 4);
        local = most <= m_usable - 35 ? most : least;
    }
    if (at + local > leaf.size())
        return false;
    payload = leaf.mid(at, local);
    if (local == total)
        return true;
    if (at + local + 4 > leaf.size())
        return false;
    quint32 next = qFromBigEndian<quint32>(leaf.constData() + at + local);
    while (payload.size() < total) {
        const QByteArray more = page(next);
        if (more.isEmpty())
            return false;
        payload += more.mid(4, std::min(m_usable - 4, total - payload.size()));
        next = qFromBigEndian<quint32>(more.constData());
    }
    return true;
}

/// Bytes a value of that serial type takes; -1 for types that are none of ours.
static qint64 sizeOfType(quint64 type)
{
    static constexpr qint64 numbers[] = {0, 1, 2, 3, 4, 6, 8, -1, 0, 0, -1, -1};
    return type < 12 ? numbers[type] : qint64((type - 12) / 2);
}

bool SalvagePages::readColumns(const QByteArray &payload, QList<RawColumn> &columns)
{
    qsizetype at = 0;
    quint64 headSize = 0;
    if (!readVarint(payload, at, headSize) || headSize > quint64(payload.size()))
        return false;
    qsizetype content = qsizetype(headSize);
    while (at < qsizetype(headSize) && columns.size() < mostColumns) {
        quint64 type = 0;
        if (!readVarint(payload, at, type) || type > 2 * largestPayload + 13)
            return false;
        const qint64 size = sizeOfType(type);
        if (size < 0 || content + size > payload.size())
            return false;
        RawColumn column;
        if (type >= 12) {
            column.type = type % 2 == 0 ? SQLITE_BLOB : SQLITE_TEXT;
            column.bytes = payload.mid(content, size);
        } else if (type == 0) {
            column.type = SQLITE_NULL;
        } else {
            column.type = SQLITE_INTEGER;
            column.number = type == 9 ? 1 : 0;
            for (qint64 i = 0; i < size; ++i) {
                const uchar byte = uchar(payload.at(content + i));
                column.number = i == 0 ? qint64(qint8(byte)) : qint64(quint64(column.number) << 8 | byte);
            }
        }
        content += size;
        columns += column;
    }
    return !columns.isEmpty();
}

} // namespace plumbline
