// Invariant: unpackText(packText(text)) is the text. Packed bytes begin with the base's number, 8 bytes big-endian and
// 0 for none, and go on with one zstd frame that names its length; with a base, the base's text is its prefix.

#include "core/store/valuecoding.h"

#include "core/store/transaction.h"

#include <QtEndian>

#include <zstd.h>

#include <bit>

namespace plumbline {

static constexpr int textCompressionLevel = 3;
static constexpr qsizetype baseNumberSize = 8;

namespace {

/// What zstd needs to work with, made once a thread.
struct Codec {
    ZSTD_CCtx *compressor = ZSTD_createCCtx();
    ZSTD_DCtx *decompressor = ZSTD_createDCtx();
    ~Codec()
    {
        ZSTD_freeCCtx(compressor);
        ZSTD_freeDCtx(decompressor);
    }
};

Codec &codec()
{
    static thread_local Codec codec;
    return codec;
}

} // namespace

/// Base number and frame; empty when zstd fails, which leaves the text plain.
static QByteArray compressed(const QByteArray &text, qint64 baseOid, const QByteArray &prefix)
{
    ZSTD_CCtx *context = codec().compressor;
    ZSTD_CCtx_reset(context, ZSTD_reset_session_and_parameters);
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, textCompressionLevel);
    // The window must reach over text and prefix together, and no further.
    const auto reach = size_t(text.size() + prefix.size());
    ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, std::max(10, int(std::bit_width(reach))));
    if (!prefix.isEmpty())
        ZSTD_CCtx_refPrefix(context, prefix.constData(), size_t(prefix.size()));
    QByteArray out(baseNumberSize + qsizetype(ZSTD_compressBound(size_t(text.size()))), Qt::Uninitialized);
    qToBigEndian(baseOid, out.data());
    const size_t size = ZSTD_compress2(context, out.data() + baseNumberSize, size_t(out.size() - baseNumberSize),
                                       text.constData(), size_t(text.size()));
    if (ZSTD_isError(size))
        return {};
    out.truncate(baseNumberSize + qsizetype(size));
    return out;
}

PackedText packText(const QByteArray &utf8, const std::optional<TextBase> &base)
{
    if (utf8.size() < shortestPackedText)
        return {PlainText, utf8};
    if (base) {
        // An edit adds some 30 bytes to the difference. Beginning anew at this size costs about the least in all, for
        // short texts and for long ones.
        const QByteArray difference = compressed(utf8, base->oid, base->text);
        if (!difference.isEmpty() && difference.size() <= base->storedSize / 16 + 64)
            return {DifferenceText, difference};
    }
    const QByteArray alone = compressed(utf8, 0, {});
    if (alone.isEmpty() || alone.size() > utf8.size() / 8 * 7)
        return {PlainText, utf8};
    return {CompressedText, alone};
}

qint64 baseOfPacked(const QByteArray &packed)
{
    return packed.size() < baseNumberSize ? 0 : qFromBigEndian<qint64>(packed.constData());
}

std::optional<QByteArray> unpackText(const QByteArray &packed,
                                     const std::function<std::optional<QByteArray>(qint64)> &base)
{
    if (packed.size() <= baseNumberSize)
        return std::nullopt;
    const char *frame = packed.constData() + baseNumberSize;
    const auto frameSize = size_t(packed.size() - baseNumberSize);
    const unsigned long long length = ZSTD_getFrameContentSize(frame, frameSize);
    if (length > quint64(largestTextBytes)) // Also what stands for "unknown" and "not a frame".
        return std::nullopt;
    QByteArray prefix; // Found first: unpacking it uses the same context.
    if (const qint64 oid = baseOfPacked(packed)) {
        const auto found = base(oid);
        if (!found)
            return std::nullopt;
        prefix = *found;
    }
    ZSTD_DCtx *context = codec().decompressor;
    ZSTD_DCtx_reset(context, ZSTD_reset_session_and_parameters);
    if (!prefix.isEmpty())
        ZSTD_DCtx_refPrefix(context, prefix.constData(), size_t(prefix.size()));
    QByteArray text(qsizetype(length), Qt::Uninitialized);
    const size_t size = ZSTD_decompressDCtx(context, text.data(), size_t(text.size()), frame, frameSize);
    if (ZSTD_isError(size) || size != length)
        return std::nullopt;
    return text;
}

} // namespace plumbline
