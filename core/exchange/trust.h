#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/domain/record.h"

#include <QDateTime>
#include <QList>
#include <QUuid>

namespace plumbline {

/// Who signed a bundle, as far as that can be told. A bundle whose signature does not fit its content is not taken in.
enum class SignatureState {
    None,     ///< Not signed.
    /// Fits, by another key than the one known as the sender's, or by one known as somebody else's: another computer of
    /// hers, or somebody who says to be her. Comparing fingerprints tells; see fingerprintOf().
    OtherKey,
    New,      ///< Fits, by a key never seen before: trusted from now on as the sender's (trust on first use).
    Known,    ///< Fits, by the key known as the sender's.
    Checked,  ///< The same, and somebody here has compared the fingerprint with the sender.
};

/// A key that signed bundles of a review, and whose it is said to be.
struct KnownKey {
    QByteArray key; ///< 32 bytes.
    RecordId person; ///< Null when the sender did not say.
    QString name;    ///< As the bundle said it.
    QDateTime first; ///< When it was first seen here.
    bool trusted = false; ///< The first of that person, or compared; otherwise it waits to be compared.
    bool checked = false; ///< Somebody here has compared the fingerprint.
};

/// The keys this user has seen in bundles of one review. Kept in the user's data folder, because whoever could change the
/// review could otherwise choose whom it trusts.
class TrustedKeys
{
public:
    explicit TrustedKeys(const QUuid &review);

    const QList<KnownKey> &all() const { return m_keys; }
    /// What to think of a signature that fits, by @p key, in a bundle that says it is from @p person. OtherKey when another
    /// key is known as hers, or hers is known as somebody else's.
    SignatureState judge(const QByteArray &key, RecordId person) const;
    /// Notes a key that signed a bundle: trusted when judge() calls it New, else to be compared first. Error CannotWrite.
    Status remember(const QByteArray &key, RecordId person, const QString &name, const QDateTime &when);
    /// Notes that a fingerprint was compared with its owner; from then on the key is hers, also beside another one.
    /// Errors: NotFound, CannotWrite.
    Status markChecked(const QByteArray &key, RecordId person);

private:
    Status save() const;

    QString m_path;
    QList<KnownKey> m_keys;
};

} // namespace plumbline
