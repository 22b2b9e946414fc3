#pragma once

#include "core/base/result.h"
#include "core/store/store.h"

#include <QDateTime>
#include <QUuid>

namespace plumbline {

/// What stands at the beginning of a bundle (`.plumbx`). Source: docs/file-format.md, "Bundles".
struct BundleHeader {
    int format = 1;
    int minimumReader = 1; ///< The oldest format a reader must know.
    QUuid review;
    RecordId sender;    ///< The person who made it; null when nobody said.
    QByteArray file;    ///< The sender's file, 16 bytes; see Store::fileId(). Empty when it is not told.
    QString senderName; ///< As a courtesy to receivers who do not know the person yet.
    QDateTime created;  ///< By the sender's clock, UTC.
    QString profile = QStringLiteral("full");
    QList<int> audiences{0};
    QList<StreamTip> have; ///< What the sender has of the audiences inside.
    qint64 transactions = 0;
    qint64 operations = 0;
    int signature = 0; ///< 0: none; 1: a key and an Ed25519 signature follow the digest.

    QByteArray toBytes() const;
    /// Reads a header from the beginning of @p bytes and says how long it was. Errors: Damaged, Newer.
    static Result<BundleHeader> fromBytes(const QByteArray &bytes, qsizetype *length);
};

inline constexpr char bundleMagic[] = "PLBX\r\n\x1a\n"; ///< 8 bytes.
inline constexpr int bundleMagicSize = 8;
inline constexpr int bundleDigestSize = 32;
inline constexpr int signingKeySize = 32;
inline constexpr int signatureSize = 64;
inline constexpr int largestHeader = 64 << 10;
inline constexpr qint64 largestBundle = qint64(1) << 30;
inline constexpr qint64 largestContent = qint64(4) << 30;
inline constexpr qint64 largestRatio = 200; ///< Content may not be more than this many times the file.
inline constexpr qint64 largestRecord = 128 << 20;
inline constexpr qint64 mostBundleOperations = 10'000'000;
inline constexpr qint64 mostBundleRefs = 20'000'000;
inline constexpr qint64 mostUnknownRefs = 200'000; ///< Different transactions referred to that are nowhere.

/// Kinds of records inside: each is a CBOR array of this number and a byte string.
enum BundleRecord { TransactionRecord = 1, BlobRecord = 2, NoteRecord = 3, PublishedRecord = 16, FirstSkippableRecord = 128 };

} // namespace plumbline
