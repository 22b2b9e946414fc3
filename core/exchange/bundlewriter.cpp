#include "core/exchange/bundlewriter.h"

#include "core/base/cbor.h"
#include "core/base/files.h"

#include <QCoreApplication>

#include <zstd.h>

#include <algorithm>
#include <random>

namespace plumbline {

static constexpr int compressionLevel = 9;
static constexpr int windowLog = 23; // 8 MiB, the largest a reader accepts.
static constexpr qsizetype compressedAtOnce = 256 * 1024; ///< In bytes.

struct BundleWriter::Stream {
    ZSTD_CCtx *context = ZSTD_createCCtx();
    ~Stream() { ZSTD_freeCCtx(context); }
    bool isBegun = false;
};

BundleWriter::BundleWriter(const QString &path) : m_file(path) {}
BundleWriter::~BundleWriter() = default;

static Error cannotWrite(const QSaveFile &file)
{
    return {ErrorCode::CannotWrite,
            QCoreApplication::translate(
                "Bundle", "The bundle “%1” could not be written; a file of that name is as it was "
                          "before. Check the folder and the free space.")
                .arg(file.fileName()),
            file.errorString(),
            {}};
}

Status BundleWriter::begin(const BundleHeader &header, const QString &passphrase)
{
    const QByteArray bytes = header.toBytes();
    if (bytes.size() > largestHeader)
        return Error{ErrorCode::BadInput,
                     QCoreApplication::translate("Bundle", "The review has too many streams for one bundle."),
                     {},
                     {}};
    if (!m_file.open(QIODevice::WriteOnly))
        return cannotWrite(m_file);
    if (!passphrase.isEmpty()) {
        auto envelope = EnvelopeWriter::begin(m_file, passphrase);
        if (!envelope)
            return envelope.error();
        m_envelope = std::move(*envelope);
    }
    m_signed = header.signature != 0;
    m_stream = std::make_unique<Stream>();
    ZSTD_CCtx_setParameter(m_stream->context, ZSTD_c_compressionLevel, compressionLevel);
    ZSTD_CCtx_setParameter(m_stream->context, ZSTD_c_windowLog, windowLog);
    return write(QByteArray(bundleMagic, bundleMagicSize) + bytes);
}

Status BundleWriter::write(const QByteArray &bytes)
{
    m_digest.addData(bytes);
    m_written += bytes.size();
    return put(bytes);
}

/// Puts bytes into the file, sealed when there is an envelope.
Status BundleWriter::put(const QByteArray &bytes)
{
    const bool written = m_envelope ? m_envelope->write(bytes) : m_file.write(bytes) == bytes.size();
    return written ? Status() : Status(cannotWrite(m_file));
}

Status BundleWriter::compress(const QByteArray &bytes, bool last)
{
    // A small bundle says its size, so that neither side sets up tables for a large one.
    if (last && !m_stream->isBegun)
        ZSTD_CCtx_setPledgedSrcSize(m_stream->context, quint64(bytes.size()));
    m_stream->isBegun = true;
    m_contents += bytes.size();
    ZSTD_inBuffer input{bytes.constData(), size_t(bytes.size()), 0};
    QByteArray piece(qsizetype(ZSTD_CStreamOutSize()), Qt::Uninitialized);
    size_t rest = 1;
    while (input.pos < input.size || (last && rest != 0)) {
        ZSTD_outBuffer output{piece.data(), size_t(piece.size()), 0};
        rest = ZSTD_compressStream2(m_stream->context, &output, &input, last ? ZSTD_e_end : ZSTD_e_continue);
        if (ZSTD_isError(rest))
            return cannotWrite(m_file);
        if (Status written = write(piece.first(qsizetype(output.pos))); !written)
            return written;
    }
    return {};
}

Status BundleWriter::compressWaiting(bool last)
{
    const Status done = compress(m_waiting, last);
    m_waiting.resize(0); // Keeps the memory.
    return done;
}

Status BundleWriter::add(BundleRecord kind, const QByteArray &content)
{
    return add(kind, content, {});
}

Status BundleWriter::add(BundleRecord kind, const QByteArray &head, const QByteArray &rest)
{
    cbor::arrayHead(m_waiting, 2);
    cbor::unsignedNumber(m_waiting, quint64(kind));
    cbor::bytesHead(m_waiting, quint64(head.size() + rest.size()));
    m_waiting += head;
    if (rest.size() < compressedAtOnce) {
        m_waiting += rest;
        return m_waiting.size() < compressedAtOnce ? Status() : compressWaiting(false);
    }
    const Status done = compressWaiting(false);
    return done ? compress(rest, false) : done;
}

/// A file that can be pressed to next to nothing would make of a bundle what a reader must take for an attack. A note,
/// which every reader passes over, makes it long enough.
Status BundleWriter::pad()
{
    static constexpr qint64 ratio = largestRatio * 3 / 4;
    static constexpr qint64 alwaysAllowed = 1 << 20; // Bytes of content.
    const qint64 lacking = (m_contents + m_waiting.size()) / ratio - m_written;
    if (m_contents < alwaysAllowed || lacking <= 0)
        return {};
    QByteArray noise(lacking, Qt::Uninitialized);
    std::mt19937 numbers; // The same in every bundle; it must only not be compressible.
    std::generate(noise.begin(), noise.end(), [&] { return char(numbers()); });
    return add(NoteRecord, noise);
}

Status BundleWriter::finish(const SigningKey &key)
{
    Q_ASSERT(m_signed == !key.publicKey.isEmpty());
    if (Status done = pad(); !done)
        return done;
    if (Status done = compressWaiting(true); !done)
        return done;
    const QByteArray digest = m_digest.result();
    if (Status done = put(digest); !done)
        return done;
    if (m_signed) {
        if (Status done = put(key.publicKey + signDigest(key, digest)); !done)
            return done;
    }
    if ((m_envelope && !m_envelope->finish()) || !m_file.commit())
        return cannotWrite(m_file);
    syncFolderOf(m_file.fileName());
    return {};
}

} // namespace plumbline
