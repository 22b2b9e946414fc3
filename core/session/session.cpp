#include "core/session/session.h"

#include "core/store/schema.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QLockFile>

namespace plumbline {

Session::Session() = default;
Session::~Session() = default;

/// Who holds the lock, since when and where, in words; what cannot be found out is left out of the sentence.
static Error lockedError(const QString &path, const QLockFile &lock)
{
    const auto say = [](const char *sentence) { return QCoreApplication::translate("Session", sentence); };
    qint64 process = 0;
    QString host;
    QString program;
    lock.getLockInfo(&process, &host, &program);
    const QFileInfo file(lock.fileName());
    // Seconds say nothing to people, and the lock of another day needs its day.
    const QString since = QLocale().toString(file.lastModified().toLocalTime(), QStringLiteral("d MMM yyyy, HH:mm"));
    const QString owner = file.owner();
    return {ErrorCode::Locked,
            say(QT_TRANSLATE_NOOP("Session",
                                  "“%1” has been open for writing since %2 (user: %3, computer: %4, program: %5); "
                                  "nothing was changed. Close it there, or open it here for reading only."))
                .arg(QFileInfo(path).fileName(), since,
                     owner.isEmpty() ? say(QT_TRANSLATE_NOOP("Session", "not known")) : owner,
                     host.isEmpty() ? say(QT_TRANSLATE_NOOP("Session", "not known")) : host,
                     program.isEmpty() ? say(QT_TRANSLATE_NOOP("Session", "not known")) : program),
            QStringLiteral("Process %1").arg(process),
            {}};
}

Result<std::unique_ptr<Session>> Session::open(const QString &path, const SessionOptions &options)
{
    std::unique_ptr<Session> session(new Session);
    session->m_path = QFileInfo(path).absoluteFilePath();
    if (options.clock)
        session->m_clock = options.clock;
    // What the file is comes first: a foreign file gets no lock file beside it.
    if (Status known = inspectFile(path); !known)
        return known.error();
    if (options.mode == Store::ReadWrite) {
        const QFileInfo info(path);
        if (!info.isWritable() || !QFileInfo(info.absolutePath()).isWritable())
            return Error{ErrorCode::CannotWrite,
                         QCoreApplication::translate("Session",
                                                     "“%1” or its folder cannot be written to; nothing was "
                                                     "changed. Copy it to a folder of yours and open it "
                                                     "there.")
                             .arg(info.fileName()),
                         {},
                         {}};
        session->m_lock = std::make_unique<QLockFile>(session->m_path + QStringLiteral(".lock"));
        session->m_lock->setStaleLockTime(0); // A lock ends with its process, not with time.
        if (!session->m_lock->tryLock(0))
            return lockedError(path, *session->m_lock);
    }
    auto store = Store::open(session->m_path, options.mode, options.registry, options.entropy);
    if (!store)
        return store.error();
    session->m_store = std::move(*store);
    session->m_checks.run(session->review(), session->clock());
    return session;
}

EditContext Session::context() const
{
    return {review(), m_clock->now(), me()};
}

Result<Commit> Session::commit(const ChangeSet &changes)
{
    return announce(m_store->commit(changes, {me(), m_clock->now()}));
}

Result<Commit> Session::commit(const Result<ChangeSet> &changes)
{
    return changes ? commit(*changes) : Result<Commit>(changes.error());
}

Result<Commit> Session::undo()
{
    return announce(m_store->undo({me(), m_clock->now()}));
}

Result<Commit> Session::redo()
{
    return announce(m_store->redo({me(), m_clock->now()}));
}

Result<Commit> Session::announce(Result<Commit> result)
{
    if (result && !result->group.isEmpty()) {
        m_lastSaved = m_clock->now();
        tell(result->changes);
    }
    return result;
}

void Session::tell(const Changes &changes)
{
    m_checks.update(review(), clock(), changes);
    emit changed(changes);
}

Result<ImportCounts> Session::importTransactions(const std::function<std::optional<Transaction>()> &next,
                                                 const QString &sender)
{
    auto counts = m_store->importTransactions(next, sender, m_clock->now());
    if (counts && counts->transactions > 0) {
        m_lastSaved = m_clock->now();
        tell(counts->changes);
    }
    return counts;
}

Drafts *Session::drafts()
{
    if (!m_drafts && !isReadOnly())
        m_drafts = std::make_unique<Drafts>(review().uuid(), m_path);
    return m_drafts.get();
}

RecordId Session::me() const
{
    const RecordId person = m_store->me();
    return review().find(person) ? person : RecordId();
}

Status Session::setMe(RecordId person)
{
    const Status status = m_store->setMe(person);
    if (status)
        emit meChanged();
    return status;
}

QList<HistoryEntry> Session::history(RecordId record, const QByteArray &field) const
{
    return m_store->history(record, field);
}

QList<HistoryEntry> Session::recent(int limit) const
{
    return m_store->recent(limit);
}

QString Session::undoText() const
{
    return describeAction(review(), m_store->nextUndo());
}

QString Session::redoText() const
{
    return describeAction(review(), m_store->nextRedo());
}

static QString nameOf(const Review &review, const HistoryEntry &entry)
{
    const Record *record = review.findAny(entry.record);
    if (!record)
        return QCoreApplication::translate("Session", "a record");
    const QString key = review.shownKey(*record);
    return key.isEmpty() ? QCoreApplication::translate("Kind", describe(entry.kind).label) : key;
}

QString describeAction(const Review &review, const QList<HistoryEntry> &action)
{
    if (action.isEmpty())
        return {};
    for (const HistoryEntry &entry : action) {
        if (entry.field != "life")
            continue;
        const char *sentence = entry.after.toText() == QLatin1String("alive")
                                   ? QT_TRANSLATE_NOOP("Session", "creation of %1")
                                   : QT_TRANSLATE_NOOP("Session", "deletion of %1");
        return QCoreApplication::translate("Session", sentence).arg(nameOf(review, entry));
    }
    if (action.size() > 1)
        return QCoreApplication::translate("Session", "%n change(s)", nullptr, int(action.size()));
    const HistoryEntry &entry = action.first();
    const Field *field = describe(entry.kind).field(entry.field);
    return QCoreApplication::translate("Session", "change of %1 of %2")
        .arg(field ? QCoreApplication::translate("Field", field->label) : QString::fromLatin1(entry.field),
             nameOf(review, entry));
}

} // namespace plumbline
