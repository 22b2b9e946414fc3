#include "core/exchange/signing.h"

#include "core/base/files.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <sodium.h>

namespace plumbline {

using namespace Qt::StringLiterals;

// What is signed begins with this, so that a signature of ours means nothing in another place.
static const char signatureDomain[] = "Plumbline bundle 1\n";

QString signingKeyFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/plumbline/keys"_s;
}

static QString keyFileOf(const QByteArray &file)
{
    return signingKeyFolder() + u'/' + QString::fromLatin1(file.toHex());
}

/// The key in a file; empty when there is none. The second half of an Ed25519 secret key is its public key.
static SigningKey readKey(const QByteArray &file)
{
    QFile stored(keyFileOf(file));
    SigningKey key;
    if (stored.open(QIODevice::ReadOnly))
        key.secretKey = QByteArray::fromHex(stored.read(256).trimmed());
    if (key.secretKey.size() != crypto_sign_SECRETKEYBYTES)
        return {};
    key.publicKey = key.secretKey.last(crypto_sign_PUBLICKEYBYTES);
    return key;
}

QByteArray knownPublicKey(const QByteArray &file)
{
    return readKey(file).publicKey;
}

static Error cannotKeepKey()
{
    return {ErrorCode::CannotWrite,
            QCoreApplication::translate("Bundle", "The key that signs bundles cannot be kept in “%1”; nothing was "
                                                  "written. Check that the folder can be written to.")
                .arg(signingKeyFolder()),
            {},
            {}};
}

Result<SigningKey> signingKeyOf(const QByteArray &file)
{
    if (sodium_init() < 0)
        return cannotKeepKey();
    if (SigningKey known = readKey(file); !known.publicKey.isEmpty())
        return known;
    SigningKey key{QByteArray(crypto_sign_PUBLICKEYBYTES, Qt::Uninitialized),
                   QByteArray(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized)};
    crypto_sign_keypair(reinterpret_cast<uchar *>(key.publicKey.data()), reinterpret_cast<uchar *>(key.secretKey.data()));
    if (!QDir().mkpath(signingKeyFolder()))
        return cannotKeepKey();
    QFile::setPermissions(signingKeyFolder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString name = keyFileOf(file);
    QFile::remove(name); // One that cannot be read, or is cut off.
    QTemporaryFile fresh(signingKeyFolder() + u"/XXXXXX.new"_s); // Which nobody else may read, from its beginning on.
    const QByteArray line = key.secretKey.toHex() + '\n';
    if (!fresh.open() || fresh.write(line) != line.size() || !fresh.flush() || !fresh.rename(name))
        return cannotKeepKey();
    fresh.setAutoRemove(false);
    fresh.close();
    syncFile(name);
    syncFolderOf(name);
    return key;
}

QByteArray signDigest(const SigningKey &key, const QByteArray &digest)
{
    const QByteArray message = signatureDomain + digest;
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(reinterpret_cast<uchar *>(signature.data()), nullptr,
                         reinterpret_cast<const uchar *>(message.constData()), quint64(message.size()),
                         reinterpret_cast<const uchar *>(key.secretKey.constData()));
    return signature;
}

bool signatureFits(const QByteArray &publicKey, const QByteArray &digest, const QByteArray &signature)
{
    const QByteArray message = signatureDomain + digest;
    return sodium_init() >= 0 && publicKey.size() == crypto_sign_PUBLICKEYBYTES &&
           signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(reinterpret_cast<const uchar *>(signature.constData()),
                                       reinterpret_cast<const uchar *>(message.constData()), quint64(message.size()),
                                       reinterpret_cast<const uchar *>(publicKey.constData())) == 0;
}

QString fingerprintOf(const QByteArray &publicKey)
{
    static constexpr int groups = 8;
    const QByteArray hash = QCryptographicHash::hash("fingerprint" + publicKey, QCryptographicHash::Blake2b_512);
    QStringList words;
    for (int group = 0; group < groups; ++group) {
        quint64 number = 0;
        for (int i = 0; i < 5; ++i)
            number = (number << 8) | uchar(hash.at(group * 5 + i));
        words += u"%1"_s.arg(number % 100'000, 5, 10, QChar(u'0'));
    }
    return words.join(u' ');
}

} // namespace plumbline
