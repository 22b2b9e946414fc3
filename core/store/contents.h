#pragma once

#include "core/domain/changeset.h"
#include "core/store/sqlite.h"

#include <QStringList>

namespace plumbline {

class Review;

/// What the table of contents knows under one name.
enum class ContentsState { NotHere, Here };

/// The contents of files that are attached to records: the table `blob`. Belongs inside a write transaction
/// where it writes. All functions throw sqlite::Failure.
///
/// Invariant: contents stand under the SHA-256 of themselves and, in a closed group, its number, so that each
/// audience has contents of its own. Whoever knows only the fingerprint of a file of a closed group cannot
/// make a copy that has it send it to the team, by attaching "the same" file for all to see.
class Contents
{
public:
    explicit Contents(sqlite3 *database) : m_database(database) {}

    ContentsState state(const QByteArray &sha256, int audience) const;
    /// The contents, whatever they are now: see hold(). Empty when they are not here.
    QByteArray read(const QByteArray &sha256, int audience) const;
    /// Whether @p contents are those of that fingerprint.
    static bool hold(const QByteArray &contents, const QByteArray &sha256);

    /// Keeps contents, unless the same are here and whole.
    void keep(const QByteArray &sha256, int audience, const QByteArray &contents);
    /// The same for contents found under a name, if they are those of that name.
    void keepNamed(const QByteArray &name, const QByteArray &contents);
    /// Keeps the contents of a file, piece by piece. Errors: NotFound when it cannot be read any more;
    /// Conflict when it was changed since @p file was made. Nothing may be committed then.
    Status keepFile(const FileToKeep &file, int audience);
    /// Gives to another audience what one has; nothing when it is not here.
    void share(const QByteArray &sha256, int from, int to);

    /// What is wrong with the contents that are here, in sentences; @p review names the attachments. Those
    /// that are not here are added to @p notHere.
    QStringList problems(const Review &review, QStringList *notHere) const;

    /// The name contents stand under: the 32 bytes of the fingerprint and, for a closed group, its number in
    /// 4 bytes, big-endian.
    static QByteArray nameOf(const QByteArray &sha256, int audience);
    static bool isName(const QByteArray &bytes);

private:
    qint64 rowOf(const QByteArray &name) const;
    bool holdsWhole(const QByteArray &sha256, int audience) const;
    QByteArray readRow(qint64 row) const;
    qint64 makeRoom(const QByteArray &name, qint64 size);

    sqlite3 *m_database; // Not owned.
};

/// Puts what @p changes attaches or moves to another audience where its attachments will look for it. To be
/// called inside the write transaction that writes the changes. Errors: those of Contents::keepFile() and
/// settleAudiences().
Status keepContentsOf(sqlite3 *database, const Review &review, const ChangeSet &changes);

} // namespace plumbline
