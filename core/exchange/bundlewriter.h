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
    /// Signs with @p key when the header said that a signature follows.
    Status finish(const SigningKey &key = {});

private:
    Status write(const QByteArray &bytes);
    Status put(const QByteArray &bytes);
    Status compress(bool last);

    struct Stream;
    QSaveFile m_file;
    QCryptographicHash m_digest{QCryptographicHash::Blake2b_256};
    std::unique_ptr<Stream> m_stream;
    QByteArray m_waiting; ///< Records that are not compressed yet.
    std::unique_ptr<EnvelopeWriter> m_envelope;
    bool m_signed = false;
};

} // namespace plumbline
