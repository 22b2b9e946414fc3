// magic(8) version(1) rounds(4) memory in KiB(4) salt(16) stream header(24), then chunks of 64 KiB, each 17 bytes longer
// sealed than plain. The beginning is authenticated with the first chunk; the last chunk carries the mark of the end, so
// what is cut off, repeated or reordered does not open. Numbers are big-endian.

#include "core/exchange/envelope.h"

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>

#include <sodium.h>

namespace plumbline {

namespace {

constexpr qsizetype chunkSize = 64 << 10;
constexpr qsizetype sealedSize = chunkSize + qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES);
constexpr char envelopeVersion = 1;
constexpr int saltSize = crypto_pwhash_SALTBYTES;
constexpr int beginningSize = envelopeMagicSize + 1 + 4 + 4 + saltSize;

Error envelopeError(ErrorCode code, const char *sentence, const QString &name = {})
{
    const QString text = QCoreApplication::translate("Bundle", sentence);
    return {code, name.isEmpty() ? text : text.arg(name), {}, {}};
}

constexpr char noMemory[] = QT_TRANSLATE_NOOP(
    "Bundle", "There is not enough memory to make a key from the passphrase; nothing was changed. Close other programs.");
constexpr char changed[] = QT_TRANSLATE_NOOP(
    "Bundle", "The sealed bundle “%1” is damaged or cut off; nothing was taken in. Ask for it again.");

/// The bytes of a passphrase, the same on every keyboard.
QByteArray bytesOf(const QString &passphrase)
{
    return passphrase.normalized(QString::NormalizationForm_C).toUtf8();
}

/// Makes the key; the caller wipes it. Empty when there is no memory for it.
QByteArray keyFrom(const QString &passphrase, const QByteArray &salt, quint32 rounds, quint32 memory)
{
    if (sodium_init() < 0)
        return {};
    QByteArray secret = bytesOf(passphrase);
    QByteArray key(crypto_secretstream_xchacha20poly1305_KEYBYTES, Qt::Uninitialized);
    const int made =
        crypto_pwhash(reinterpret_cast<uchar *>(key.data()), quint64(key.size()), secret.constData(),
                      quint64(secret.size()), reinterpret_cast<const uchar *>(salt.constData()), rounds,
                      size_t(memory) << 10, crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(secret.data(), size_t(secret.size()));
    return made == 0 ? key : QByteArray();
}

void wipe(QByteArray &key)
{
    sodium_memzero(key.data(), size_t(key.size()));
}

void appendNumber(QByteArray &out, quint32 number)
{
    const quint32 big = qToBigEndian(number);
    out.append(reinterpret_cast<const char *>(&big), 4);
}

const uchar *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const uchar *>(bytes.constData());
}

} // namespace

bool isSealed(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) &&
           file.read(envelopeMagicSize) == QByteArray(envelopeMagic, envelopeMagicSize);
}

struct EnvelopeWriter::State {
    crypto_secretstream_xchacha20poly1305_state stream;
    QByteArray beginning; ///< Authenticated with the first chunk, then empty.
    ~State() { sodium_memzero(&stream, sizeof stream); }
};

EnvelopeWriter::EnvelopeWriter() = default;
EnvelopeWriter::~EnvelopeWriter() = default;

Result<std::unique_ptr<EnvelopeWriter>> EnvelopeWriter::begin(QIODevice &to, const QString &passphrase)
{
    static constexpr quint32 rounds = crypto_pwhash_OPSLIMIT_MODERATE;
    static constexpr quint32 memory = crypto_pwhash_MEMLIMIT_MODERATE >> 10;
    static_assert(rounds <= mostKeyRounds && memory <= mostKeyMemory);
    if (sodium_init() < 0)
        return envelopeError(ErrorCode::CannotWrite, noMemory);
    QByteArray salt(saltSize, Qt::Uninitialized);
    randombytes_buf(salt.data(), size_t(salt.size()));
    QByteArray key = keyFrom(passphrase, salt, rounds, memory);
    if (key.isEmpty())
        return envelopeError(ErrorCode::CannotWrite, noMemory);
    std::unique_ptr<EnvelopeWriter> writer(new EnvelopeWriter);
    writer->m_to = &to;
    writer->m_state = std::make_unique<State>();
    QByteArray &beginning = writer->m_state->beginning;
    beginning = QByteArray(envelopeMagic, envelopeMagicSize) + envelopeVersion;
    appendNumber(beginning, rounds);
    appendNumber(beginning, memory);
    beginning += salt;
    QByteArray header(crypto_secretstream_xchacha20poly1305_HEADERBYTES, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_init_push(&writer->m_state->stream, reinterpret_cast<uchar *>(header.data()),
                                                    raw(key));
    wipe(key);
    if (to.write(beginning + header) != beginning.size() + header.size())
        return envelopeError(ErrorCode::CannotWrite,
                             QT_TRANSLATE_NOOP("Bundle", "The bundle could not be written. Check the free space."));
    return writer;
}

bool EnvelopeWriter::seal(const QByteArray &chunk, bool last)
{
    QByteArray sealed(chunk.size() + qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES), Qt::Uninitialized);
    QByteArray &beginning = m_state->beginning;
    crypto_secretstream_xchacha20poly1305_push(
        &m_state->stream, reinterpret_cast<uchar *>(sealed.data()), nullptr, raw(chunk), quint64(chunk.size()),
        raw(beginning), quint64(beginning.size()), last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
    beginning.clear();
    return m_to->write(sealed) == sealed.size();
}

bool EnvelopeWriter::write(const QByteArray &bytes)
{
    m_pending += bytes;
    qsizetype at = 0;
    bool ok = true;
    // The last chunk is kept back, because it is sealed in another way.
    for (; ok && m_pending.size() - at > chunkSize; at += chunkSize)
        ok = seal(m_pending.mid(at, chunkSize), false);
    m_pending.remove(0, at);
    return ok;
}

bool EnvelopeWriter::finish()
{
    return seal(m_pending, true);
}

static Error wrongPassphrase(const QString &name)
{
    Error wrong = envelopeError(ErrorCode::BadInput,
                                QT_TRANSLATE_NOOP("Bundle", "The passphrase does not open “%1”; nothing was taken in. "
                                                            "Check it, or ask whether the bundle arrived whole."),
                                name);
    wrong.field = QStringLiteral("passphrase");
    return wrong;
}

Status openEnvelope(QIODevice &from, QIODevice &to, const QString &passphrase, const QString &name)
{
    QByteArray beginning = from.read(beginningSize);
    const QByteArray header = from.read(crypto_secretstream_xchacha20poly1305_HEADERBYTES);
    if (beginning.size() != beginningSize || header.size() != crypto_secretstream_xchacha20poly1305_HEADERBYTES)
        return envelopeError(ErrorCode::Damaged, changed, name);
    const auto rounds = qFromBigEndian<quint32>(beginning.constData() + envelopeMagicSize + 1);
    const auto memory = qFromBigEndian<quint32>(beginning.constData() + envelopeMagicSize + 5);
    if (beginning.at(envelopeMagicSize) != envelopeVersion || rounds > mostKeyRounds || memory > mostKeyMemory)
        return envelopeError(ErrorCode::Newer,
                             QT_TRANSLATE_NOOP("Bundle", "“%1” is sealed in a way this version does not open; nothing "
                                                         "was taken in. Install the newer version."),
                             name);
    if (rounds < crypto_pwhash_OPSLIMIT_MIN || (quint64(memory) << 10) < crypto_pwhash_MEMLIMIT_MIN)
        return envelopeError(ErrorCode::Damaged, changed, name);
    QByteArray key = keyFrom(passphrase, beginning.last(saltSize), rounds, memory);
    if (key.isEmpty())
        return envelopeError(ErrorCode::CannotWrite, noMemory);
    crypto_secretstream_xchacha20poly1305_state stream;
    const int begun = crypto_secretstream_xchacha20poly1305_init_pull(&stream, raw(header), raw(key));
    wipe(key);
    if (begun != 0)
        return envelopeError(ErrorCode::Damaged, changed, name);
    uchar tag = 0;
    for (bool first = true; tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL; first = false) {
        const QByteArray sealed = from.read(sealedSize);
        if (sealed.size() < qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES))
            return envelopeError(ErrorCode::Damaged, changed, name);
        QByteArray chunk(sealed.size() - qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES), Qt::Uninitialized);
        const int opened = crypto_secretstream_xchacha20poly1305_pull(
            &stream, reinterpret_cast<uchar *>(chunk.data()), nullptr, &tag, raw(sealed), quint64(sealed.size()),
            raw(beginning), quint64(beginning.size()));
        if (opened != 0)
            return first ? wrongPassphrase(name) : envelopeError(ErrorCode::Damaged, changed, name);
        beginning.clear();
        if (to.write(chunk) != chunk.size())
            return envelopeError(ErrorCode::CannotWrite,
                                 QT_TRANSLATE_NOOP("Bundle", "“%1” could not be copied for reading; nothing was taken "
                                                             "in. Free some space."),
                                 name);
    }
    return from.atEnd() ? Status() : Status(envelopeError(ErrorCode::Damaged, changed, name));
}

} // namespace plumbline
