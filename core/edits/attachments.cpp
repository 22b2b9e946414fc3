#include "core/edits/attachments.h"

#include "core/base/filenames.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace plumbline {

static Error attachError(ErrorCode code, const char *sentence, const QString &path)
{
    return {
        code, QCoreApplication::translate("Edits", sentence).arg(path.left(200)), {}, QStringLiteral("file")};
}

/// Size and fingerprint of a file, which is read through piece by piece.
static Result<FileToKeep> lookAt(const QString &path)
{
    static constexpr char tooLarge[] =
        QT_TRANSLATE_NOOP("Edits", "“%1” is larger than 64 MB, the most a file kept in a review may have; "
                                   "nothing was attached. Put it where "
                                   "the team keeps large files, and write down its address.");
    const QFileInfo info(path);
    // A name with a NUL would be cut there by the system, and another file be meant.
    if (path.contains(QChar(0)) || !info.exists())
        return attachError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Edits", "There is no file “%1”; nothing was attached. Check the name."), path);
    if (!info.isFile())
        return attachError(ErrorCode::BadInput,
                           QT_TRANSLATE_NOOP("Edits", "“%1” is no ordinary file; nothing was attached."),
                           path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return attachError(
            ErrorCode::BadInput,
            QT_TRANSLATE_NOOP(
                "Edits", "“%1” cannot be read; nothing was attached. Ask whoever owns it for permission."),
            path);
    FileToKeep found;
    found.path = info.absoluteFilePath();
    QCryptographicHash fingerprint(QCryptographicHash::Sha256);
    while (found.size <= largestFile) {
        const QByteArray piece = file.read(1 << 20);
        if (piece.isEmpty())
            break;
        fingerprint.addData(piece);
        found.size += piece.size();
    }
    if (found.size > largestFile)
        return attachError(ErrorCode::BadInput, tooLarge, path);
    found.sha256 = fingerprint.result();
    return found;
}

/// Who may see a record that is here or that @p changes creates; none when it is neither.
static std::optional<int> audienceOf(const Review &review, const ChangeSet &changes, RecordId id)
{
    if (const Record *record = review.find(id))
        return record->audience;
    for (const Edit &edit : changes.edits) {
        if (edit.what == Edit::Create && edit.record == id)
            return edit.audience;
    }
    return std::nullopt;
}

Status attachFile(const EditContext &context, RecordId on, const QString &path, const QString &description,
                  ChangeSet &changes)
{
    const auto audience = audienceOf(context.review, changes, on);
    if (!audience)
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate(
                         "Edits", "The record is not in this review any more; nothing was attached."),
                     {},
                     {}};
    auto file = lookAt(path);
    if (!file)
        return file.error();
    // Numbered by the closed group from the start: a number the team misses would tell of it.
    file->attachment = changes.create(context.review, Kind::Attachment, {}, context.newId(), *audience);
    const AttachmentId attachment(file->attachment.uuid);
    changes.set<&Attachment::on>(attachment, on);
    changes.set<&Attachment::filename>(attachment, cleanFileName(QFileInfo(path).fileName()));
    if (const QString text = cleanText(description).simplified(); !text.isEmpty())
        changes.set<&Attachment::description>(attachment, text);
    changes.set<&Attachment::size>(attachment, std::optional(file->size));
    changes.set<&Attachment::sha256>(attachment, file->sha256);
    changes.files += *file;
    return {};
}

Result<ChangeSet> attachFile(const EditContext &context, RecordId on, const QString &path,
                             const QString &description)
{
    ChangeSet changes(context.review, Cause::Create);
    if (Status attached = attachFile(context, on, path, description, changes); !attached)
        return attached.error();
    return changes;
}

std::vector<const Attachment *> attachmentsOn(const Review &review, RecordId record)
{
    std::vector<const Attachment *> attached = review.all<Attachment>();
    std::erase_if(attached, [&](const Attachment *attachment) { return attachment->on != record; });
    return attached;
}

} // namespace plumbline
