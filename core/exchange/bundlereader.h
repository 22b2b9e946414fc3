#pragma once

#include "core/exchange/bundle.h"

#include <QTemporaryFile>

#include <functional>
#include <optional>

namespace plumbline {

/// A bundle somebody sent, checked before anything of it is believed.
///
/// open() copies the file to a private one (nobody can change it while it is read), opens its seal, and checks size,
/// magic, header, digest and signature; records are read one by one and never held together.
class BundleReader
{
public:
    /// Errors: NotFound, BadInput (empty, another kind of file, too large, the wrong passphrase), Refused when a
    /// passphrase is needed, Damaged (cut off, changed), Newer. An error about the passphrase names it as its field.
    static Result<std::unique_ptr<BundleReader>> open(const QString &path, const QString &passphrase = {});
    ~BundleReader();

    const BundleHeader &header() const { return m_header; }
    bool isSealed() const { return m_sealed; }
    /// The key that signed it, 32 bytes; empty when it is not signed.
    QByteArray signer() const { return m_signer; }
    /// Whether the signature fits what was read; nothing is known yet of whose key it is.
    bool signatureFits() const { return m_signatureFits; }

    struct Record {
        int kind = 0;
        QByteArray content;
    };
    /// The next record, none at the end. Error Damaged for a broken frame or a limit that is exceeded.
    Result<std::optional<Record>> next();
    /// Begins again with the first record.
    void rewind();
    /// Calls @p each with every record until it says stop (an error). Errors: those of next(), what @p each returns.
    Status read(const std::function<Status(int kind, const QByteArray &content)> &each);

private:
    class Records;
    BundleReader();
    Status copy(QIODevice &source, const QString &passphrase);
    Status checkContent();
    bool digestFits(int trailer);

    QTemporaryFile m_file;
    BundleHeader m_header;
    QString m_name;
    qint64 m_contentBegin = 0;
    qint64 m_contentEnd = 0;
    bool m_sealed = false;
    QByteArray m_signer;
    bool m_signatureFits = false;
    std::unique_ptr<Records> m_records; // Reads m_file, so it goes first.
};

} // namespace plumbline
