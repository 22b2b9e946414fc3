#include "core/session/attachments.h"

#include "core/base/filenames.h"
#include "core/base/files.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace plumbline {

Result<Commit> attachFile(Session &session, RecordId on, const QString &path, const QString &description)
{
    return session.commit(attachFile(session.context(), on, path, description));
}

static Error extractError(ErrorCode code, const char *sentence, const QString &path)
{
    return {code, QCoreApplication::translate("Session", sentence).arg(path.left(200)), {}, {}};
}

/// Whether something may be written under that name.
static Status mayWrite(const QString &path, Existing existing)
{
    const QFileInfo there(path);
    if (path.contains(QChar(0)))
        return extractError(ErrorCode::Refused,
                            QT_TRANSLATE_NOOP("Session", "“%1” is no name for a file; nothing was written."),
                            path);
    // What a link leads to lies somewhere else, and also a link that leads nowhere is there.
    if (there.isSymLink() || (there.exists() && !there.isFile()))
        return extractError(
            ErrorCode::Refused,
            QT_TRANSLATE_NOOP("Session",
                              "“%1” is a link or a device; it was left as it is. Choose another name."),
            path);
    if (there.exists() && existing == Existing::Keep)
        return extractError(
            ErrorCode::Refused,
            QT_TRANSLATE_NOOP("Session",
                              "There is a file “%1” already; it was left as it is. Choose another name."),
            path);
    QFile present(path);
    if (present.open(QIODevice::ReadOnly) && present.peek(16).startsWith("SQLite format 3"))
        return extractError(ErrorCode::Refused,
                            QT_TRANSLATE_NOOP("Session",
                                              "“%1” is a review or another database; it was left as it is. "
                                              "Choose another name."),
                            path);
    return {};
}

/// Writes a file that must not be there yet, also when somebody else makes one this very moment.
static bool writeNew(const QString &path, const QByteArray &contents)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return false;
    const bool written = file.write(contents) == contents.size() && file.flush();
    file.close();
    if (!written || file.error() != QFile::NoError) {
        file.remove();
        return false;
    }
    return true;
}

static bool writeOver(const QString &path, const QByteArray &contents)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size() && file.commit();
}

Result<QString> extractFile(Session &session, AttachmentId id, const QString &path, Existing existing)
{
    session.finishLoading();
    const Attachment *attachment = session.review().find(id);
    if (!attachment)
        return extractError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Session", "The file for “%1” is not attached any more; nothing was written."),
            path);
    const QString target =
        QFileInfo(path).isDir() ? path + QLatin1Char('/') + cleanFileName(attachment->filename) : path;
    if (Status may = mayWrite(target, existing); !may)
        return may.error();
    const auto contents = session.store().contents(*attachment);
    if (!contents)
        return contents.error();
    const bool written =
        existing == Existing::Keep ? writeNew(target, *contents) : writeOver(target, *contents);
    if (!written)
        return extractError(
            ErrorCode::CannotWrite,
            QT_TRANSLATE_NOOP("Session", "“%1” could not be written; what was there is as it was before. "
                                         "Check the folder and the free space."),
            target);
    syncFile(target);
    syncFolderOf(target);
    return target;
}

} // namespace plumbline
