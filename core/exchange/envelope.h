#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

class QIODevice;

namespace plumbline {

/// A bundle sealed with a passphrase: nobody without it can read, shorten or change it.
///
/// Argon2id makes the key, XChaCha20-Poly1305 in chunks seals the whole bundle. Source: docs/file-format.md, "Sealed
/// bundles".
inline constexpr char envelopeMagic[] = "PLBE\r\n\x1a\n"; ///< 8 bytes.
inline constexpr int envelopeMagicSize = 8;

/// What making a key from a passphrase may cost a reader at most; a file that asks for more is refused.
inline constexpr quint32 mostKeyRounds = 16;
inline constexpr quint32 mostKeyMemory = 512 << 10; ///< KiB.

/// True when the file begins like a sealed bundle: then a passphrase is needed to read it.
bool isSealed(const QString &path);

/// Seals what is written to it.
class EnvelopeWriter
{
public:
    ~EnvelopeWriter();
    /// Writes the beginning. @p to is not owned and outlives the writer. Error CannotWrite, also when there is no
    /// memory for making the key.
    static Result<std::unique_ptr<EnvelopeWriter>> begin(QIODevice &to, const QString &passphrase);
    /// False when the device takes no more.
    bool write(const QByteArray &bytes);
    bool finish();

private:
    EnvelopeWriter();
    bool seal(const QByteArray &chunk, bool last);

    struct State;
    std::unique_ptr<State> m_state;
    QIODevice *m_to = nullptr; // Not owned.
    QByteArray m_pending;
};

/// Opens a sealed bundle into @p to. Errors: BadInput for the wrong passphrase, Damaged for what was cut off or changed,
/// Newer, CannotWrite when @p to takes no more or there is no memory. @p name is the file's, for the sentences.
Status openEnvelope(QIODevice &from, QIODevice &to, const QString &passphrase, const QString &name);

} // namespace plumbline
