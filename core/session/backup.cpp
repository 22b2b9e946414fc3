#include "core/session/backup.h"

#include "core/base/files.h"
#include "core/store/onlinecopy.h"

#include <QCoreApplication>
#include <QDir>
#include <QLoggingCategory>
#include <QStandardPaths>

namespace plumbline {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(backupLog, "plumbline.backup")

static constexpr int daysKept = 10;

Backups::Backups(const QUuid &review, const QString &folder)
    : m_folder(folder + u'/' + review.toString(QUuid::WithoutBraces))
{
}

QString Backups::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/plumbline/backups"_s;
}

QString Backups::pathOf(const QDate &day) const
{
    return m_folder + u'/' + day.toString(Qt::ISODate) + u".plumb"_s;
}

/// Newest first; files of other names are not ours.
QList<QDate> Backups::days() const
{
    QList<QDate> all;
    const QStringList names = QDir(m_folder).entryList({u"*.plumb"_s}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &name : names) {
        const QDate day = QDate::fromString(name.chopped(6), Qt::ISODate);
        if (day.isValid() && pathOf(day).endsWith(u'/' + name))
            all += day;
    }
    return all;
}

QList<Backup> Backups::list() const
{
    QList<Backup> all;
    for (const QDate &day : days()) {
        const QString path = pathOf(day);
        const auto changes = countTransactions(path);
        all += {day, path, QFileInfo(path).size(), changes ? *changes : -1};
    }
    return all;
}

bool Backups::isDue(const QDate &today) const
{
    return !QFileInfo::exists(pathOf(today));
}

Status Backups::make(const QString &file, const QDate &today, const Progress &progress) const
{
    if (!isDue(today))
        return {};
    if (!QDir().mkpath(m_folder))
        return Error{ErrorCode::CannotWrite,
                     QCoreApplication::translate("Backup", "The folder “%1” cannot be created, so no backup was made.")
                         .arg(m_folder),
                     {},
                     {}};
    // What is inside is as confidential as the review.
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const Status copied = copyWhileOpen(file, pathOf(today), progress);
    if (copied)
        removeOldest();
    return copied;
}

void Backups::removeOldest() const
{
    for (const QDate &day : days().mid(daysKept))
        QFile::remove(pathOf(day));
}

Status Backups::restore(const QDate &day, const QString &path) const
{
    const auto refuse = [](ErrorCode code, const char *sentence, const QString &name) {
        return Error{code, QCoreApplication::translate("Backup", sentence).arg(name), {}, {}};
    };
    if (!day.isValid() || isDue(day))
        return refuse(ErrorCode::NotFound,
                      QT_TRANSLATE_NOOP("Backup", "There is no backup of %1. Choose one of the days listed."),
                      day.isValid() ? day.toString(Qt::ISODate) : QCoreApplication::translate("Backup", "that day"));
    if (QFileInfo::exists(path))
        return refuse(ErrorCode::Refused,
                      QT_TRANSLATE_NOOP("Backup", "There is a file “%1” already; it was left as it is. Choose "
                                                  "another name."),
                      path);
    const QString unfinished = path + u".part"_s;
    QFile::remove(unfinished);
    const bool copied = QFile::copy(pathOf(day), unfinished);
    if (copied)
        syncFile(unfinished);
    if (!copied || !QFile::rename(unfinished, path)) {
        QFile::remove(unfinished);
        return refuse(ErrorCode::CannotWrite,
                      QT_TRANSLATE_NOOP("Backup", "“%1” could not be written; the backup is as it was. Choose another "
                                                  "folder or free some space."),
                      path);
    }
    syncFolderOf(path);
    return {};
}

void logBackup(const Status &made)
{
    if (!made && made.error().code != ErrorCode::Cancelled)
        qCWarning(backupLog, "No backup of the review was made today: %s %s", qUtf8Printable(made.error().sentence),
                  qUtf8Printable(made.error().detail));
}

} // namespace plumbline
