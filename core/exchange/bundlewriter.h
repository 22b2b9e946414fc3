#pragma once

#include "core/exchange/bundle.h"

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

    Status begin(const BundleHeader &header);
    Status add(BundleRecord kind, const QByteArray &content);
    Status finish();

private:
    Status write(const QByteArray &bytes);
    Status compress(const QByteArray &bytes, bool last);

    struct Stream;
    QSaveFile m_file;
    QCryptographicHash m_digest{QCryptographicHash::Blake2b_256};
    std::unique_ptr<Stream> m_stream;
};

} // namespace plumbline
