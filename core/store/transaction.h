#pragma once

#include "core/base/result.h"
#include "core/base/value.h"

#include <QByteArray>
#include <QList>

#include <compare>

namespace plumbline {

/// Names an operation: the identity of its transaction and its index there.
struct OperationRef {
    QByteArray h; ///< 16 bytes.
    quint32 index = 0;
    friend bool operator==(const OperationRef &, const OperationRef &) = default;
    friend bool operator<(const OperationRef &a, const OperationRef &b)
    {
        return a.h != b.h ? a.h < b.h : a.index < b.index;
    }
};
size_t qHash(const OperationRef &ref, size_t seed = 0);

/// Types of operations. 0-63 are register operations in every version: their refs are replaced and they can
/// be heads. 64-127 are annotations: they replace nothing. 128 and above belong to format 2.
enum OperationType { SetOperation = 0, LifeOperation = 1, BlobOperation = 2, WitnessOperation = 64 };

/// Sets one field of one record and names the operations it replaces.
struct Operation {
    int type = SetOperation;
    QByteArray entity;        ///< The record's id, 16 bytes.
    QByteArray field;         ///< `milestone.target`.
    QList<OperationRef> refs; ///< Sorted, each once.
    QByteArray salt;          ///< 16 random bytes, so that a value cannot be guessed from its hash.
    Value value;
    QByteArray extra; ///< Further elements of a newer version, canonical CBOR items one after the other.

    bool isRegister() const { return type < 64; }
    friend bool operator==(const Operation &, const Operation &) = default;
};

/// An immutable transaction of the log: what one action of one person changed.
///
/// Source: docs/file-format.md, "Transactions". Test vectors in tests/data/formats.
struct Transaction {
    int format = 1;
    QByteArray stream;        ///< 16 bytes.
    quint64 seq = 1;          ///< Counts from 1 in its stream.
    QByteArray prev;          ///< h of the stream's previous transaction; empty for the first.
    quint64 lam = 1;          ///< Logical time: larger than that of everything it builds on, 2^48 at most.
    qint64 wall = 0;          ///< The writer's clock, milliseconds since 1970 UTC. For people only.
    QByteArray person;        ///< 16 bytes; zeros while nobody said who they are.
    int cause = 0;            ///< See Cause.
    QByteArray group;         ///< 8 random bytes; the same for all transactions of one action.
    QList<QByteArray> undoes; ///< h of the transactions this one takes back.
    int audience = 0;         ///< 0 the whole team.
    QByteArray
        unknownHeader; ///< Header keys of a newer version: canonical key-value pairs one after the other.
    int unknownHeaderCount = 0;
    QList<Operation> operations;

    /// The header as a canonical CBOR map.
    QByteArray headerBytes() const;
    /// BLAKE2b-256 over the domain tag "h", the header and the operations with their values hashed; this is
    /// what a signature signs.
    QByteArray hash() const;
    /// First 16 bytes of hash(): the transaction's identity.
    QByteArray identity() const { return hash().first(16); }

    /// The transaction as it travels: `[header, [[type, entity, field, refs, salt, value, extra...]...]]`.
    QByteArray toBytes() const;
    /// Reads toBytes(). Error Damaged when anything is not canonical, beyond a limit of the format, or
    /// inconsistent.
    static Result<Transaction> fromBytes(const QByteArray &bytes);
    /// Checks the limits of the format. Error BadInput names what is wrong.
    Status validate() const;

    friend bool operator==(const Transaction &, const Transaction &) = default;
};

inline constexpr quint64 largestLam = quint64(1) << 48;
inline constexpr int largestTextBytes = 1 << 20;
inline constexpr int largestBytesValue = 64 << 10;
inline constexpr int mostOperations = 65535;
inline constexpr int mostRefs = 4096;

/// Refs as one block: 16 bytes and a big-endian 32-bit index each.
QByteArray packRefs(const QList<OperationRef> &refs);
QList<OperationRef> unpackRefs(const QByteArray &packed);

} // namespace plumbline
