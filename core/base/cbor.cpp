// Invariant: a Reader accepts exactly the bytes the writing functions here produce. Qt's QCborStreamReader
// accepts longer forms of the same number, which would give one transaction two hashes; so heads are read
// here.

#include "core/base/cbor.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace plumbline {

namespace cbor {

enum Major { Unsigned = 0, Negative = 1, Bytes = 2, TextString = 3, Array = 4, Map = 5, Simple = 7 };

static void head(QByteArray &out, int major, quint64 count)
{
    const auto first = [&](int low) { out += char((major << 5) | low); };
    int width = 0;
    if (count < 24) {
        first(int(count));
        return;
    }
    if (count <= 0xff)
        first(24), width = 1;
    else if (count <= 0xffff)
        first(25), width = 2;
    else if (count <= 0xffffffff)
        first(26), width = 4;
    else
        first(27), width = 8;
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8)
        out += char(count >> shift);
}

void unsignedNumber(QByteArray &out, quint64 number)
{
    head(out, Unsigned, number);
}

void number(QByteArray &out, qint64 number)
{
    if (number >= 0)
        head(out, Unsigned, quint64(number));
    else
        head(out, Negative, quint64(-(number + 1)));
}

void text(QByteArray &out, const QByteArray &utf8)
{
    head(out, TextString, quint64(utf8.size()));
    out += utf8;
}

void bytes(QByteArray &out, const QByteArray &bytes)
{
    head(out, Bytes, quint64(bytes.size()));
    out += bytes;
}

void bytesHead(QByteArray &out, quint64 size)
{
    head(out, Bytes, size);
}

void arrayHead(QByteArray &out, quint64 count)
{
    head(out, Array, count);
}

void mapHead(QByteArray &out, quint64 count)
{
    head(out, Map, count);
}

void null(QByteArray &out)
{
    out += char(0xf6);
}

static void append(QByteArray &out, const Value &value)
{
    if (value.isNull()) {
        null(out);
    } else if (value.isNumber()) {
        number(out, value.number());
    } else if (value.isText()) {
        text(out, value.utf8());
    } else if (value.isBytes()) {
        bytes(out, value.rawBytes());
    } else {
        const Value::Array items = value.array();
        arrayHead(out, quint64(items.size()));
        for (const Value &item : items)
            append(out, item);
    }
}

QByteArray encode(const Value &value)
{
    QByteArray out;
    append(out, value);
    return out;
}

Result<Value> decode(const QByteArray &bytes, int maxDepth)
{
    Reader reader(bytes);
    Value value = reader.readValue(maxDepth);
    if (!reader.ok() || !reader.atEnd())
        return Error{ErrorCode::Damaged,
                     QCoreApplication::translate("Cbor", "A stored value cannot be read."),
                     {},
                     {}};
    return value;
}

int Reader::major() const
{
    if (!m_ok || m_position >= m_data.size())
        return -1;
    return uchar(m_data.at(m_position)) >> 5;
}

bool Reader::nextIsNull() const
{
    return m_ok && m_position < m_data.size() && uchar(m_data.at(m_position)) == 0xf6;
}

bool Reader::nextIsArray() const
{
    return major() == Array;
}

bool Reader::nextIsText() const
{
    return major() == TextString;
}

bool Reader::nextIsBytes() const
{
    return major() == Bytes;
}

bool Reader::nextIsUnsigned() const
{
    return major() == Unsigned;
}

void Reader::readNull()
{
    if (nextIsNull())
        ++m_position;
    else
        m_ok = false;
}

quint64 Reader::readHead(int expected)
{
    if (major() != expected) {
        m_ok = false;
        return 0;
    }
    const int low = uchar(m_data.at(m_position)) & 0x1f;
    ++m_position;
    if (low < 24)
        return quint64(low);
    if (low > 27) {
        m_ok = false;
        return 0;
    }
    const int width = 1 << (low - 24);
    if (m_data.size() - m_position < width) {
        m_ok = false;
        return 0;
    }
    quint64 count = 0;
    for (int i = 0; i < width; ++i)
        count = (count << 8) | uchar(m_data.at(m_position++));
    static constexpr quint64 smallest[] = {24, 0x100, 0x10000, 0x100000000};
    if (count < smallest[low - 24])
        m_ok = false; // A shorter form exists: not canonical.
    return count;
}

QByteArray Reader::readString(int expected)
{
    const quint64 size = readHead(expected);
    if (!m_ok || size > quint64(m_data.size() - m_position)) {
        m_ok = false;
        return {};
    }
    const QByteArray string = m_data.mid(m_position, qsizetype(size));
    m_position += qsizetype(size);
    return string;
}

quint64 Reader::readUnsigned()
{
    return readHead(Unsigned);
}

qint64 Reader::readNumber()
{
    const bool negative = major() == Negative;
    const quint64 size = readHead(negative ? Negative : Unsigned);
    if (size > quint64(std::numeric_limits<qint64>::max()))
        m_ok = false;
    return !m_ok ? 0 : negative ? -qint64(size) - 1 : qint64(size);
}

QByteArray Reader::readText()
{
    const QByteArray utf8 = readString(TextString);
    if (m_ok && !isCleanUtf8(utf8))
        m_ok = false;
    return utf8;
}

QByteArray Reader::readBytes()
{
    return readString(Bytes);
}

quint64 Reader::readArrayHead()
{
    const quint64 count = readHead(Array);
    if (count > quint64(m_data.size() - m_position))
        m_ok = false; // Every item takes a byte at least.
    return m_ok ? count : 0;
}

quint64 Reader::readMapHead()
{
    const quint64 count = readHead(Map);
    if (count > quint64(m_data.size() - m_position) / 2)
        m_ok = false;
    return m_ok ? count : 0;
}

Value Reader::readValue(int maxDepth)
{
    switch (major()) {
    case Unsigned:
    case Negative:
        return readNumber();
    case Bytes:
        return Value::bytes(readBytes());
    case TextString:
        return Value::text(readText());
    case Array: {
        if (maxDepth == 0)
            break;
        const quint64 count = readArrayHead();
        Value::Array items;
        for (quint64 i = 0; m_ok && i < count; ++i)
            items += readValue(maxDepth - 1);
        return items;
    }
    case Simple:
        readNull();
        return {};
    default:
        break;
    }
    m_ok = false;
    return {};
}

QByteArray Reader::skip(int maxDepth)
{
    const qsizetype from = m_position;
    switch (major()) {
    case Unsigned:
    case Negative:
        readNumber();
        break;
    case Bytes:
        readBytes();
        break;
    case TextString:
        readText();
        break;
    case Array:
    case Map: {
        const bool map = major() == Map;
        const quint64 count = map ? readMapHead() : readArrayHead();
        if (maxDepth == 0)
            m_ok = false;
        QByteArray previousKey; // No key is empty, so the first one comes after it.
        for (quint64 i = 0; m_ok && i < count; ++i) {
            const QByteArray keyOrItem = skip(maxDepth - 1);
            if (!map)
                continue;
            if (keyOrItem <= previousKey)
                m_ok = false; // Out of order, or the same key twice.
            previousKey = keyOrItem;
            skip(maxDepth - 1);
        }
        break;
    }
    case Simple:
        readNull();
        break;
    default:
        m_ok = false;
    }
    return m_ok ? m_data.mid(from, m_position - from) : QByteArray();
}

} // namespace cbor

QByteArray digest32(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Blake2b_256);
}

QByteArray digest16(const QByteArray &data)
{
    return digest32(data).first(16);
}

bool isCleanUtf8(const QByteArray &bytes)
{
    for (const char c : bytes) {
        const auto byte = uchar(c);
        if ((byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7f)
            return false;
    }
    return !bytes.startsWith("\xef\xbb\xbf") && bytes.isValidUtf8();
}

} // namespace plumbline
