#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QDate>
#include <QList>
#include <QUuid>

namespace plumbline {

/// A copy of a review as it was when it was first opened on a day.
struct Backup {
    QDate day; ///< In UTC.
    QString path;
    qint64 size = 0;    ///< Bytes.
    qint64 changes = 0; ///< Transactions in it; -1 when it cannot be read.
};

/// The rolling backups of one review, in the user's data folder: one a day, the last ten days it was opened on.
///
/// Opening one like any file is safe: its streams stand elsewhere than this computer remembers, so new ones are begun.
class Backups
{
public:
    explicit Backups(const QUuid &review, const QString &folder = defaultFolder());
    static QString defaultFolder();

    /// Newest first.
    QList<Backup> list() const;
    bool isDue(const QDate &today) const;
    /// Copies @p file, which others may be writing, as the backup of @p today, and removes the oldest beyond ten.
    /// Does nothing when there is one of that day. Errors as those of copyWhileOpen(); nothing else depends on it.
    Status make(const QString &file, const QDate &today, const Progress &progress = {}) const;
    /// Copies a backup to a new name. Errors: NotFound, Refused when @p path exists, CannotWrite.
    Status restore(const QDate &day, const QString &path) const;

private:
    QString pathOf(const QDate &day) const;
    QList<QDate> days() const;
    void removeOldest() const;

    QString m_folder;
};

/// Writes to the log what went wrong with a backup; opening a review does not fail for it.
void logBackup(const Status &made);

} // namespace plumbline
