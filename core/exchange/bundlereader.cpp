// Nothing in a bundle is trusted: every length is compared with what is there before memory is taken for it,
// and the decompressed size is bounded both absolutely and by the size of the file.

#include "core/exchange/bundlereader.h"

#include "core/base/cbor.h"
#include "core/exchange/envelope.h"
#include "core/exchange/signing.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <zstd.h>

namespace plumbline {

namespace {

Error bundleError(ErrorCode code, const char *sentence, const QString &name)
{
    return {code, QCoreApplication::translate("Bundle", sentence).arg(name), {}, {}};
}

constexpr char cutOff[] =
    QT_TRANSLATE_NOOP("Bundle", "The bundle “%1” is damaged or cut off; nothing was taken in. Ask "
                                "for it again.");

} // namespace

/// Decompresses the stream of records and cuts it into records.
class BundleReader::Records
{
public:
    Records(QFile &file, qint64 end, qint64 fileSize)
        : m_file(file),
          m_end(end),
          m_limit(std::min(largestContent, std::max<qint64>(fileSize * largestRatio, 1 << 20)))
    {
        ZSTD_DCtx_setParameter(m_context, ZSTD_d_windowLogMax, 23);
    }
    ~Records() { ZSTD_freeDCtx(m_context); }
    Records(const Records &) = delete;
    Records &operator=(const Records &) = delete;

    bool atEnd() { return m_position == m_buffer.size() && !fill(); }
    bool failed() const { return m_failed; }
    /// True when the compressed stream ended properly, exactly at the end of its space.
    bool complete() const { return m_frameDone && m_pending.isEmpty() && m_file.pos() == m_end; }

    bool next(int *kind, QByteArray *content)
    {
        // The head of a record: an array of two, a small number, the length of a byte string; 20 bytes at
        // most.
        while (m_buffer.size() - m_position < 20 && fill()) {
        }
        const QByteArray head = m_buffer.mid(m_position, 20);
        cbor::Reader reader(head);
        if (reader.readArrayHead() != 2)
            return fail();
        const quint64 number = reader.readUnsigned();
        const qsizetype lengthAt = reader.position();
        if (!reader.ok() || number > 65535 || !reader.nextIsBytes())
            return fail();
        quint64 size = 0;
        const qsizetype headSize = byteStringHead(head, lengthAt, &size);
        if (headSize == 0 || size > quint64(largestRecord))
            return fail();
        m_position += lengthAt + headSize;
        *kind = int(number);
        content->clear();
        // A large record is put together where it is wanted, so that it is in memory once.
        for (;;) {
            const qsizetype part = qsizetype(std::min<quint64>(size - quint64(content->size()), m_buffer.size() - m_position));
            content->append(m_buffer.constData() + m_position, part);
            m_position += part;
            if (quint64(content->size()) == size)
                return true;
            if (!fill())
                return fail();
        }
    }

private:
    bool fail()
    {
        m_failed = true;
        return false;
    }

    /// Length of the head of a canonical byte string at @p at, and the size it announces; 0 when it is none.
    static qsizetype byteStringHead(const QByteArray &head, qsizetype at, quint64 *size)
    {
        const int low = uchar(head.at(at)) & 0x1f;
        const int width = low < 24 ? 0 : low == 24 ? 1 : low == 25 ? 2 : low == 26 ? 4 : low == 27 ? 8 : -1;
        if (width < 0 || at + 1 + width > head.size())
            return 0;
        *size = width == 0 ? quint64(low) : 0;
        for (int i = 0; i < width; ++i)
            *size = (*size << 8) | uchar(head.at(at + 1 + i));
        QByteArray again;
        cbor::unsignedNumber(again, *size); // Same width as a byte string's head of that size.
        return again.size() == 1 + width ? 1 + width : 0;
    }

    /// Decompresses a piece more; false at the end or on failure.
    bool fill()
    {
        if (m_failed)
            return false;
        if (m_position > 0) {
            m_buffer.remove(0, m_position);
            m_position = 0;
        }
        QByteArray piece(qsizetype(ZSTD_DStreamOutSize()), Qt::Uninitialized);
        for (;;) {
            if (m_pending.isEmpty()) {
                m_pending = m_file.read(std::min<qint64>(1 << 16, m_end - m_file.pos()));
                if (m_pending.isEmpty() && m_frameDone)
                    return false;
            }
            if (m_frameDone)
                return fail(); // Something stands after the end of the stream.
            ZSTD_inBuffer input{m_pending.constData(), size_t(m_pending.size()), 0};
            ZSTD_outBuffer output{piece.data(), size_t(piece.size()), 0};
            const size_t state = ZSTD_decompressStream(m_context, &output, &input);
            if (ZSTD_isError(state))
                return fail();
            const bool starved = m_pending.isEmpty() && output.pos == 0;
            m_pending.remove(0, qsizetype(input.pos));
            m_frameDone = state == 0;
            m_total += qint64(output.pos);
            if (m_total > m_limit)
                return fail();
            if (output.pos > 0) {
                m_buffer += piece.first(qsizetype(output.pos));
                return true;
            }
            if (starved && !m_frameDone)
                return fail(); // Cut off in the middle.
        }
    }

    ZSTD_DCtx *m_context = ZSTD_createDCtx();
    QFile &m_file; // Not owned.
    qint64 m_end;
    qint64 m_limit;
    qint64 m_total = 0;
    QByteArray m_pending; ///< Compressed bytes not used yet.
    QByteArray m_buffer;  ///< Decompressed bytes.
    qsizetype m_position = 0;
    bool m_frameDone = false;
    bool m_failed = false;
};

BundleReader::BundleReader() = default;
BundleReader::~BundleReader() = default;

Result<std::unique_ptr<BundleReader>> BundleReader::open(const QString &path, const QString &passphrase)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.exists())
        return bundleError(ErrorCode::NotFound,
                           QT_TRANSLATE_NOOP("Bundle", "There is no file “%1”. Check the name."), name);
    QFile source(path);
    if (info.isDir() || !source.open(QIODevice::ReadOnly))
        return bundleError(ErrorCode::BadInput,
                           QT_TRANSLATE_NOOP("Bundle", "“%1” cannot be read as a bundle."), name);
    if (info.size() == 0)
        return bundleError(
            ErrorCode::BadInput,
            QT_TRANSLATE_NOOP("Bundle", "“%1” is empty; nothing was taken in. Ask for it again."), name);
    if (info.size() > largestBundle)
        return bundleError(
            ErrorCode::BadInput,
            QT_TRANSLATE_NOOP("Bundle", "“%1” is larger than 1 GiB, more than a bundle may be; nothing was "
                                        "taken in."),
            name);
    std::unique_ptr<BundleReader> reader(new BundleReader);
    reader->m_name = name;
    if (Status copied = reader->copy(source, passphrase); !copied)
        return copied.error();
    if (Status whole = reader->checkContent(); !whole)
        return whole.error();
    return reader;
}

Status BundleReader::copy(QIODevice &source, const QString &passphrase)
{
    static constexpr char noSpace[] = QT_TRANSLATE_NOOP(
        "Bundle", "“%1” could not be copied for reading; nothing was taken in. Free some space.");
    if (!m_file.open())
        return bundleError(ErrorCode::CannotWrite, noSpace, m_name);
    const QByteArray magic = source.peek(bundleMagicSize);
    m_sealed = magic == QByteArray(envelopeMagic, envelopeMagicSize);
    if (m_sealed && passphrase.isEmpty()) {
        Error needed = bundleError(ErrorCode::Refused,
                                   QT_TRANSLATE_NOOP("Bundle", "“%1” is sealed with a passphrase; nothing was taken in. "
                                                               "Ask the sender for it and give it."),
                                   m_name);
        needed.field = QStringLiteral("passphrase");
        return needed;
    }
    if (m_sealed)
        return openEnvelope(source, m_file, passphrase, m_name);
    if (magic != QByteArray(bundleMagic, bundleMagicSize))
        return bundleError(ErrorCode::BadInput,
                           QT_TRANSLATE_NOOP("Bundle", "“%1” is not a Plumbline bundle; nothing was taken in."), m_name);
    while (!source.atEnd()) {
        const QByteArray piece = source.read(1 << 20);
        if (m_file.write(piece) != piece.size())
            return bundleError(ErrorCode::CannotWrite, noSpace, m_name);
    }
    return {};
}

Status BundleReader::checkContent()
{
    static constexpr int signatureBlock = signingKeySize + signatureSize;
    m_file.seek(0);
    if (m_file.read(bundleMagicSize) != QByteArray(bundleMagic, bundleMagicSize))
        return bundleError(ErrorCode::Damaged, cutOff, m_name);
    qsizetype length = 0;
    const auto header = BundleHeader::fromBytes(m_file.read(largestHeader), &length);
    // A header that cannot be read does not say whether a signature follows; what was changed on the way is damaged,
    // whatever its header seems to ask for.
    const bool whole = header ? digestFits(header->signature ? signatureBlock : 0)
                              : digestFits(0) || digestFits(signatureBlock);
    if (!whole)
        return bundleError(ErrorCode::Damaged, cutOff, m_name);
    if (!header)
        return header.error();
    m_header = *header;
    const int trailer = bundleDigestSize + (m_header.signature ? signatureBlock : 0);
    m_contentBegin = bundleMagicSize + length;
    m_contentEnd = m_file.size() - trailer;
    if (m_contentBegin > m_contentEnd)
        return bundleError(ErrorCode::Damaged, cutOff, m_name);
    if (m_header.signature) {
        m_file.seek(m_contentEnd);
        const QByteArray digest = m_file.read(bundleDigestSize);
        m_signer = m_file.read(signingKeySize);
        m_signatureFits = plumbline::signatureFits(m_signer, digest, m_file.read(signatureSize));
    }
    return {};
}

bool BundleReader::digestFits(int trailer)
{
    qint64 rest = m_file.size() - bundleDigestSize - trailer;
    if (rest < bundleMagicSize)
        return false;
    QCryptographicHash digest(QCryptographicHash::Blake2b_256);
    m_file.seek(0);
    while (rest > 0) {
        const QByteArray piece = m_file.read(std::min<qint64>(rest, 1 << 20));
        if (piece.isEmpty())
            return false;
        digest.addData(piece);
        rest -= piece.size();
    }
    return m_file.read(bundleDigestSize) == digest.result();
}

void BundleReader::rewind()
{
    m_records.reset();
}

Result<std::optional<BundleReader::Record>> BundleReader::next()
{
    if (!m_records) {
        m_file.seek(m_contentBegin);
        m_records = std::make_unique<Records>(m_file, m_contentEnd, m_file.size());
    }
    Record record;
    if (!m_records->atEnd()) {
        if (!m_records->next(&record.kind, &record.content))
            return bundleError(ErrorCode::Damaged, cutOff, m_name);
        return std::optional(std::move(record));
    }
    if (m_records->failed() || !m_records->complete())
        return bundleError(ErrorCode::Damaged, cutOff, m_name);
    return std::optional<Record>();
}

Status BundleReader::read(const std::function<Status(int, const QByteArray &)> &each)
{
    rewind();
    for (;;) {
        const auto record = next();
        if (!record)
            return record.error();
        if (!*record)
            return {};
        if (Status taken = each((*record)->kind, (*record)->content); !taken)
            return taken;
    }
}

} // namespace plumbline
