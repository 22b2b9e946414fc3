#pragma once

#include "core/exchange/bundle.h"

#include <QTemporaryFile>

#include <functional>

namespace plumbline {

/// A bundle somebody sent, checked before anything of it is believed.
///
/// open() copies the file to a private one (nobody can change it while it is read) and checks size, magic,
/// header and digest; read() streams the records and never holds more than one.
class BundleReader
{
public:
    /// Errors: NotFound, BadInput (empty, another kind of file, too large), Damaged (cut off, changed),
    /// Newer.
    static Result<std::unique_ptr<BundleReader>> open(const QString &path);
    ~BundleReader();

    const BundleHeader &header() const { return m_header; }
    /// Calls @p each with every record until it says stop (an error). Errors: Damaged for a broken frame or a
    /// limit that is exceeded, what @p each returns.
    Status read(const std::function<Status(int kind, const QByteArray &content)> &each);

private:
    BundleReader() = default;
    Status checkDigest();

    QTemporaryFile m_file;
    BundleHeader m_header;
    QString m_name;
    qint64 m_contentBegin = 0;
    qint64 m_contentEnd = 0;
};

} // namespace plumbline
