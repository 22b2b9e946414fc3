#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace plumbline {

/// The key a file signs its bundles with (Ed25519). It lives in the user's data folder and never in the review.
struct SigningKey {
    QByteArray publicKey; ///< 32 bytes; travels with every bundle.
    QByteArray secretKey; ///< 64 bytes.
};

/// Where the keys are kept: readable for this user alone.
QString signingKeyFolder();
/// The key of the file with that id (Store::fileId()), made when there is none. Error CannotWrite.
Result<SigningKey> signingKeyOf(const QByteArray &file);
/// The public half, empty when that file has no key on this computer.
QByteArray knownPublicKey(const QByteArray &file);

/// Signs the digest of a bundle; 64 bytes.
QByteArray signDigest(const SigningKey &key, const QByteArray &digest);
bool signatureFits(const QByteArray &publicKey, const QByteArray &digest, const QByteArray &signature);

/// A key as two people can compare it aloud: eight groups of five digits.
QString fingerprintOf(const QByteArray &publicKey);

} // namespace plumbline
