#pragma once

#include "core/domain/changeset.h"
#include "core/store/entropy.h"
#include "core/store/projector.h"
#include "core/store/streamregistry.h"

#include <QDateTime>

namespace plumbline {

/// Who writes, and when by the clock passed in.
struct Author {
    RecordId person; ///< Null while nobody said who they are.
    QDateTime when;
};

/// Values local to a file, never exported: own streams, who I am, the projection's fingerprint.
class Meta
{
public:
    explicit Meta(sqlite3 *database) : m_database(database) {}
    QByteArray bytes(const QByteArray &name) const;
    qint64 number(const QByteArray &name) const;
    void set(const QByteArray &name, const QByteArray &bytes);
    void set(const QByteArray &name, qint64 number);
    void remove(const QByteArray &name);

private:
    sqlite3 *m_database; // Not owned.
};

/// One operation before it has a place in a transaction.
struct PendingOperation {
    int audience = 0;
    Operation operation; ///< Without salt.
};

/// What was written.
struct Written {
    QByteArray group;
    QList<QByteArray> transactions; ///< Their identities.
    QSet<Register> touched;
    QList<QPair<QByteArray, QByteArray>>
        tips; ///< (own stream, its new last h), to be remembered after the commit.
};

/// Turns what is to be done into transactions and appends them to the log; belongs inside a WriteTransaction.
///
/// Invariant: an own stream is continued only if the registry outside the file agrees on its last
/// transaction; otherwise a new one is minted first, so a copied or restored file never writes under its
/// original's stream.
class Writer
{
public:
    Writer(Log &log, Projector &projector, Meta &meta, const StreamRegistry &registry,
           const Entropy &entropy);

    /// The operations an edit becomes: what it refers to is what was current at ChangeSet::readAt.
    /// Errors: NotFound for unknown records and fields, BadInput for a value that does not fit, those of
    /// settleAudiences().
    Result<QList<PendingOperation>> prepare(const Review &review, const ChangeSet &changes);
    /// Appends one transaction per audience, and several of one group where there are more operations than a
    /// transaction may hold. Throws sqlite::Failure.
    Result<Written> write(QList<PendingOperation> operations, Cause cause, const Author &author,
                          const QList<QByteArray> &undoes = {});

    /// Life and witness operations of a delete that saw everything up to @p position.
    QList<PendingOperation> deletion(Kind kind, RecordId record, qint64 position, int audience,
                                     const QByteArray &word = "deleted");
    static Value lifeValue(const char *word, Kind kind);

private:
    Result<PendingOperation> setOperation(const Edit &edit, int audience, qint64 readAt);
    PendingOperation lifeOperation(Kind kind, RecordId record, const char *word, qint64 position,
                                   int audience);
    Transaction startTransaction(int audience, const Written &written);
    /// Appends one transaction and makes it the last of its own stream.
    Status append(Transaction transaction, Written &written);

    Log &m_log;                       // Not owned.
    Projector &m_projector;           // Not owned.
    Meta &m_meta;                     // Not owned.
    const StreamRegistry &m_registry; // Not owned.
    const Entropy &m_entropy;         // Not owned.
};

} // namespace plumbline
