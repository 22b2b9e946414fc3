#pragma once

#include "core/exchange/bundle.h"
#include "core/exchange/envelope.h"
#include "core/exchange/signing.h"

#include <QCryptographicHash>
#include <QSaveFile>

#include <memory>

namespace plumbline {

/// Writes a bundle record by record; memory does not grow with it.
///
/// The file appears under its name only when finish() succeeds: whole, synced, and read back.
class BundleWriter
{
public:
    explicit BundleWriter(const QString &path);
    ~BundleWriter();

    /// Seals the bundle with @p passphrase unless it is empty.
    Status begin(const BundleHeader &header, const QString &passphrase = {});
    Status add(BundleRecord kind, const QByteArray &content);
    /// The same for a content whose @p head stands apart from the rest, which may be large and is not copied.
    Status add(BundleRecord kind, const QByteArray &head, const QByteArray &rest);
    /// Signs with @p key when the header said that a signature follows.
    Status finish(const SigningKey &key = {});

private:
    Status write(const QByteArray &bytes);
    Status put(const QByteArray &bytes);
    Status compress(const QByteArray &bytes, bool last);
    Status compressWaiting(bool last);
    Status pad();

    struct Stream;
    QSaveFile m_file;
    QCryptographicHash m_digest{QCryptographicHash::Blake2b_256};
    std::unique_ptr<Stream> m_stream;
    QByteArray m_waiting; ///< Records that are not compressed yet.
    std::unique_ptr<EnvelopeWriter> m_envelope;
    qint64 m_written = 0;  ///< Bytes of the file so far.
    qint64 m_contents = 0; ///< Bytes of the records so far, before they are compressed.
    bool m_signed = false;
};

} // namespace plumbline
