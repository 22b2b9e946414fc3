#pragma once

#include "core/base/result.h"
#include "core/base/value.h"

#include <QByteArray>
#include <QCborValue>

namespace plumbline {

/// Canonical CBOR (RFC 8949, section 4.2.1): shortest lengths, definite lengths, map keys in order of their
/// bytes.
///
/// The format uses no floats and no tags; both are refused on reading.
namespace cbor {

/// The one encoding of a field's value; equal values have equal bytes.
QByteArray encode(const Value &value);
/// Reads a value and refuses anything that encode() would not have written. @p maxDepth is the depth of
/// arrays.
Result<Value> decode(const QByteArray &bytes, int maxDepth = 2);

/// Pieces from which structures are put together. Each appends to @p out.
void unsignedNumber(QByteArray &out, quint64 number);
void number(QByteArray &out, qint64 number);
void text(QByteArray &out, const QByteArray &utf8);
void bytes(QByteArray &out, const QByteArray &bytes);
void bytesHead(QByteArray &out, quint64 size); ///< Before bytes that are appended by whoever has them.
void arrayHead(QByteArray &out, quint64 count);
void mapHead(QByteArray &out, quint64 count);
void null(QByteArray &out);

/// Reads canonical CBOR item by item and stops for good at the first byte that is not canonical.
///
/// Every read function returns a neutral value once ok() is false, so a caller may check once at the end.
class Reader
{
public:
    explicit Reader(const QByteArray &data) : m_data(data) {}

    bool ok() const { return m_ok; }
    bool atEnd() const { return m_position == m_data.size(); }
    qsizetype position() const { return m_position; }
    void fail() { m_ok = false; }

    bool nextIsNull() const;
    bool nextIsArray() const;
    bool nextIsText() const;
    bool nextIsBytes() const;
    bool nextIsUnsigned() const;
    void readNull();
    quint64 readUnsigned();
    qint64 readNumber();
    QByteArray readText();
    QByteArray readBytes();
    quint64 readArrayHead();
    quint64 readMapHead();
    Value readValue(int maxDepth);
    /// Passes over one item of any canonical kind, nested at most @p maxDepth deep, and returns its bytes.
    QByteArray skip(int maxDepth);

private:
    int major() const;
    quint64 readHead(int major);
    QByteArray readString(int major);

    const QByteArray &m_data; // Not owned, outlives the reader.
    qsizetype m_position = 0;
    bool m_ok = true;
};

} // namespace cbor

/// First 16 bytes of BLAKE2b-256 of @p data: identities of transactions and of records with a natural
/// identity.
QByteArray digest16(const QByteArray &data);
/// BLAKE2b-256 of @p data.
QByteArray digest32(const QByteArray &data);

/// True when @p bytes are valid UTF-8 without NUL, byte order mark or control characters other than TAB and
/// LF.
bool isCleanUtf8(const QByteArray &bytes);

} // namespace plumbline
