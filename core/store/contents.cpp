// Contents are written and read in pieces, through SQLite's handles on one value: bound to a statement, a
// file of 64 MB would be in memory three times.

#include "core/store/contents.h"

#include "core/domain/attachment.h"
#include "core/domain/audiencerules.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace plumbline {

using sqlite::Statement;

namespace {

constexpr qsizetype fingerprintSize = 32;
constexpr qsizetype audienceSize = 4;
constexpr int pieceSize = 1 << 20;

/// A handle on the data of one row, closed on the way out.
class DataHandle
{
public:
    DataHandle(sqlite3 *database, qint64 row, bool write) : m_database(database)
    {
        if (sqlite3_blob_open(database, "main", "blob", "data", row, write, &m_handle) != SQLITE_OK) {
            const sqlite::Failure failure(database);
            sqlite3_blob_close(m_handle);
            throw failure;
        }
    }
    ~DataHandle() { sqlite3_blob_close(m_handle); }
    DataHandle(const DataHandle &) = delete;
    DataHandle &operator=(const DataHandle &) = delete;

    int size() const { return sqlite3_blob_bytes(m_handle); }
    void write(const char *bytes, int count, int at)
    {
        if (sqlite3_blob_write(m_handle, bytes, count, at) != SQLITE_OK)
            throw sqlite::Failure(m_database);
    }
    void read(char *bytes, int count, int at) const
    {
        if (sqlite3_blob_read(m_handle, bytes, count, at) != SQLITE_OK)
            throw sqlite::Failure(m_database);
    }

private:
    sqlite3 *m_database; // Not owned.
    sqlite3_blob *m_handle = nullptr;
};

Error fileError(ErrorCode code, const char *sentence, const QString &path)
{
    return {code,
            QCoreApplication::translate("Store", sentence).arg(QFileInfo(path).fileName()),
            {},
            QStringLiteral("file")};
}

} // namespace

QByteArray Contents::nameOf(const QByteArray &sha256, int audience)
{
    if (audience == 0)
        return sha256;
    QByteArray number(audienceSize, Qt::Uninitialized);
    qToBigEndian(quint32(audience), number.data());
    return sha256 + number;
}

bool Contents::isName(const QByteArray &bytes)
{
    return bytes.size() == fingerprintSize || bytes.size() == fingerprintSize + audienceSize;
}

bool Contents::hold(const QByteArray &contents, const QByteArray &sha256)
{
    return QCryptographicHash::hash(contents, QCryptographicHash::Sha256) == sha256;
}

/// The number of the row that has data under that name; 0 when there is none.
qint64 Contents::rowOf(const QByteArray &name) const
{
    Statement query(m_database, "SELECT rowid FROM blob WHERE h = ? AND data IS NOT NULL");
    query.bindBytes(1, name);
    return query.step() ? query.number(0) : 0;
}

ContentsState Contents::state(const QByteArray &sha256, int audience) const
{
    return rowOf(nameOf(sha256, audience)) == 0 ? ContentsState::NotHere : ContentsState::Here;
}

QByteArray Contents::readRow(qint64 row) const
{
    const DataHandle data(m_database, row, false);
    if (data.size() > largestFile)
        throw sqlite::Failure(SQLITE_CORRUPT, "contents are longer than they may be");
    QByteArray contents(data.size(), Qt::Uninitialized);
    data.read(contents.data(), data.size(), 0);
    return contents;
}

QByteArray Contents::read(const QByteArray &sha256, int audience) const
{
    const qint64 row = rowOf(nameOf(sha256, audience));
    return row == 0 ? QByteArray() : readRow(row);
}

bool Contents::holdsWhole(const QByteArray &sha256, int audience) const
{
    return state(sha256, audience) == ContentsState::Here && hold(read(sha256, audience), sha256);
}

/// A row of that name and size whose data is still to be written, in the place of what was there.
qint64 Contents::makeRoom(const QByteArray &name, qint64 size)
{
    Statement insert(m_database, "INSERT OR REPLACE INTO blob(h, size, data) VALUES(?, ?, zeroblob(?))");
    insert.bindBytes(1, name).bind(2, size).bind(3, size).run();
    return rowOf(name);
}

void Contents::keep(const QByteArray &sha256, int audience, const QByteArray &contents)
{
    if (holdsWhole(sha256, audience))
        return;
    DataHandle data(m_database, makeRoom(nameOf(sha256, audience), contents.size()), true);
    data.write(contents.constData(), int(contents.size()), 0);
}

void Contents::keepNamed(const QByteArray &name, const QByteArray &contents)
{
    const QByteArray sha256 = name.first(fingerprintSize);
    const QByteArray number = name.mid(fingerprintSize);
    if (hold(contents, sha256))
        keep(sha256, number.isEmpty() ? 0 : int(qFromBigEndian<quint32>(number.constData())), contents);
}

Status Contents::keepFile(const FileToKeep &file, int audience)
{
    static constexpr char changed[] = QT_TRANSLATE_NOOP(
        "Store", "“%1” was changed while it was being attached; nothing was changed. Attach it again.");
    if (holdsWhole(file.sha256, audience))
        return {};
    QFile source(file.path);
    if (!source.open(QIODevice::ReadOnly))
        return fileError(ErrorCode::NotFound,
                         QT_TRANSLATE_NOOP("Store", "“%1” cannot be read any more; nothing was changed."),
                         file.path);
    DataHandle data(m_database, makeRoom(nameOf(file.sha256, audience), file.size), true);
    QCryptographicHash fingerprint(QCryptographicHash::Sha256);
    qint64 at = 0;
    for (QByteArray piece = source.read(pieceSize); !piece.isEmpty(); piece = source.read(pieceSize)) {
        if (at + piece.size() > file.size)
            return fileError(ErrorCode::Conflict, changed, file.path);
        fingerprint.addData(piece);
        data.write(piece.constData(), int(piece.size()), int(at));
        at += piece.size();
    }
    return at == file.size && fingerprint.result() == file.sha256
               ? Status()
               : Status(fileError(ErrorCode::Conflict, changed, file.path));
}

void Contents::share(const QByteArray &sha256, int from, int to)
{
    if (state(sha256, to) == ContentsState::NotHere && holdsWhole(sha256, from))
        keep(sha256, to, read(sha256, from));
}

QStringList Contents::problems(const Review &review, QStringList *notHere) const
{
    QStringList problems;
    for (const Attachment *attachment : review.all<Attachment>()) {
        const QByteArray &sha256 = attachment->sha256;
        if (sha256.size() != fingerprintSize)
            continue; // Whoever wrote it down has not said which contents it has.
        if (state(sha256, attachment->audience) == ContentsState::NotHere)
            *notHere += QCoreApplication::translate(
                            "Verify", "The contents of %1, “%2”, are not in this copy. Import a bundle "
                                      "with everything of somebody who has them.")
                            .arg(review.shownKey(*attachment), attachment->filename);
        else if (!holdsWhole(sha256, attachment->audience))
            problems += QCoreApplication::translate(
                            "Verify", "The contents of %1, “%2”, do not match their fingerprint. "
                                      "Import a bundle with everything of somebody who has them.")
                            .arg(review.shownKey(*attachment), attachment->filename);
    }
    return problems;
}

namespace {

/// Who will see a record of @p settled, or sees it already.
int audienceOf(const Review &review, const ChangeSet &settled, RecordId id)
{
    if (const Record *record = review.findAny(id))
        return record->audience;
    for (const Edit &edit : settled.edits) {
        if (edit.what == Edit::Create && edit.record == id)
            return edit.audience;
    }
    return 0;
}

/// The attachments that are moved to another audience: written anew there, and removed here.
QList<const Attachment *> movedAway(const Review &review, const ChangeSet &changes)
{
    QList<const Attachment *> moved;
    for (const Edit &edit : changes.edits) {
        const bool goes = edit.what == Edit::Delete && edit.kind == Kind::Attachment && edit.word == "moved";
        if (const Attachment *attachment = goes ? review.find(AttachmentId(edit.record.uuid)) : nullptr)
            moved += attachment;
    }
    return moved;
}

} // namespace

Status keepContentsOf(sqlite3 *database, const Review &review, const ChangeSet &changes)
{
    const QList<const Attachment *> moved = movedAway(review, changes);
    if (changes.files.isEmpty() && moved.isEmpty())
        return {};
    ChangeSet settled = changes;
    if (Status apart = settleAudiences(review, settled); !apart)
        return apart;
    Contents contents(database);
    for (const FileToKeep &file : changes.files) {
        if (Status kept = contents.keepFile(file, audienceOf(review, settled, file.attachment)); !kept)
            return kept;
    }
    for (const Edit &edit : std::as_const(settled.edits)) {
        if (edit.what != Edit::Set || edit.kind != Kind::Attachment || edit.field != "sha256")
            continue;
        for (const Attachment *attachment : moved) {
            if (edit.value.isBytes() && attachment->sha256 == edit.value.rawBytes())
                contents.share(attachment->sha256, attachment->audience,
                               audienceOf(review, settled, edit.record));
        }
    }
    return {};
}

} // namespace plumbline
