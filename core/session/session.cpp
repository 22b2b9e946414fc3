#include "core/session/session.h"

#include "core/edits/baselines.h"
#include "core/session/baselinestate.h"
#include "core/store/schema.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QLockFile>
#include <QTemporaryDir>

#include <algorithm>

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

/// Takes the lock, at once or not at all.
///
/// A process that ends between making the lock file and writing its name into it leaves one that names nobody. Such a
/// file is taken away: Qt leaves it where the process still lives, because that one holds it in the kernel too.
static bool takeLock(QLockFile &lock)
{
    lock.setStaleLockTime(0); // A lock ends with its process, not with time.
    if (lock.tryLock(0))
        return true;
    const auto namesNobody = [&lock] {
        qint64 process = 0;
        QString host;
        QString program;
        return lock.error() == QLockFile::LockFailedError && !lock.getLockInfo(&process, &host, &program);
    };
    // Whoever is just making it has its name in there long before.
    return namesNobody() && (lock.tryLock(100) || (namesNobody() && lock.removeStaleLockFile() && lock.tryLock(0)));
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
        if (!takeLock(*session->m_lock))
            return lockedError(path, *session->m_lock);
    }
    auto store = Store::open(session->m_path, options.mode, options.registry, options.entropy, options.loading);
    if (!store)
        return store.error();
    session->m_store = std::move(*store);
    session->m_copy = options.copy;
    if (session->isPublication())
        session->m_path = options.copy.of;
    else if (session->m_store->isComplete())
        session->m_checks.run(session->review(), session->clock());
    else
        session->loadRest();
    return session;
}

/// What the background leaves for the session.
struct Session::Rest {
    Result<Review> review = Review();
    CheckRunner checks;
};

void Session::loadRest()
{
    m_rest = std::make_shared<Rest>();
    m_loading = std::make_unique<Job>(
        [rest = m_rest, path = m_path, few = review(), now = m_clock->now()](const Progress &progress) {
            rest->review = Store::readRest(path, few, progress);
            if (rest->review)
                rest->checks.run(*rest->review, FixedClock(now));
        });
    connect(m_loading.get(), &Job::finished, this, &Session::takeRest);
    m_loading->start();
}

void Session::takeRest()
{
    const std::shared_ptr<Rest> rest = std::exchange(m_rest, nullptr);
    if (!rest)
        return; // Somebody waited for it.
    m_loading.release()->deleteLater(); // This may be its own signal.
    // What could not be read there is read here, or the error is met here again.
    const qint64 read = rest->review ? rest->review->position() : -1;
    const Status taken = m_store->takeRest(rest->review ? std::move(*rest->review) : Review());
    if (!taken) {
        emit loadingFailed(taken.error());
        return;
    }
    if (read == review().position())
        m_checks = std::move(rest->checks);
    Changes news;
    news.everything = read != review().position();
    m_checks.update(review(), clock(), news); // Also when the day has changed meanwhile.
    news.everything = true;
    emit changed(news);
}

void Session::finishLoading()
{
    if (!m_rest)
        return;
    m_loading->wait();
    takeRest();
}

EditContext Session::context()
{
    finishLoading();
    EditContext context{review(), m_clock->now(), me()};
    Store *store = m_store.get();
    context.tips = [store](const QList<int> &audiences) { return store->tipsOf(audiences); };
    context.mergedTexts = [store] { return store->mergedTexts(); };
    context.formerValue = [store](qint64 number) -> std::optional<FormerValue> {
        HistoryFilter filter;
        filter.before = number + 1;
        filter.limit = 1;
        const QList<HistoryEntry> found = store->history(filter);
        if (found.isEmpty() || found.first().number != number || found.first().field == "life")
            return std::nullopt;
        const HistoryEntry &entry = found.first();
        return FormerValue{entry.record, entry.kind, entry.field, entry.after};
    };
    return context;
}

Result<Commit> Session::takeBaseline(const QString &name, int audience)
{
    if (Status allowed = mayTakeBaseline(context(), name, audience); !allowed)
        return allowed.error();
    // Written first and by itself, so that the baseline's tips hold it.
    if (const auto merged = commit(writeMerges(context(), audience)); !merged)
        return merged.error();
    return commit(plumbline::takeBaseline(context(), name, audience));
}

Result<Review> Session::stateOf(RecordId baseline)
{
    return baselineState(*m_store, baseline);
}

Result<Commit> Session::commit(const ChangeSet &changes)
{
    finishLoading();
    return announce(m_store->commit(changes, {me(), m_clock->now()}));
}

Result<Commit> Session::commit(const Result<ChangeSet> &changes)
{
    return changes ? commit(*changes) : Result<Commit>(changes.error());
}

Result<Commit> Session::undo()
{
    finishLoading();
    return announce(m_store->undo({me(), m_clock->now()}));
}

Result<Commit> Session::redo()
{
    finishLoading();
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

Status Session::takeNews(const Changes &changes)
{
    finishLoading();
    const Status read = m_store->refresh(changes);
    if (read)
        tellNews(changes);
    return read;
}

void Session::tellNews(const Changes &changes)
{
    m_lastSaved = m_clock->now();
    tell(changes);
}

Result<ImportCounts> Session::importTransactions(const std::function<std::optional<Transaction>()> &next,
                                                 const QString &sender)
{
    finishLoading();
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
    HistoryFilter filter;
    filter.record = record;
    filter.field = field;
    return record.isNull() ? QList<HistoryEntry>() : history(filter);
}

QList<HistoryEntry> Session::recent(int limit) const
{
    HistoryFilter filter;
    filter.limit = limit;
    return history(filter);
}

QList<HistoryEntry> Session::history(const HistoryFilter &filter) const
{
    if (isPublication())
        return {}; // What the passing copy tells of is its own making.
    HistoryFilter asked = filter;
    if (!asked.now.isValid())
        asked.now = m_clock->now();
    return m_store->history(asked);
}

Result<Commit> Session::setAsideImport(qint64 import, const QList<RecordId> &only)
{
    return announce(m_store->setAside(import, only, {me(), m_clock->now()}));
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
        // What else an action made, such as the reason a gate was passed for, comes with these.
        if (entry.kind == Kind::Review && entry.field == "phase")
            return QCoreApplication::translate("Session", "the move to another phase");
        if (entry.kind == Kind::Review && entry.field == "toradopted")
            return QCoreApplication::translate("Session", "the adoption of the Terms of Reference");
    }
    const auto isBirth = [](const HistoryEntry &entry) {
        return entry.field == "life" && entry.after.toText() == QLatin1String("alive");
    };
    const auto made = std::count_if(action.begin(), action.end(), isBirth);
    const auto first = std::find_if(action.rbegin(), action.rend(), isBirth);
    if (made > 1 && first->kind == Kind::Baseline) // What it holds came with it.
        return QCoreApplication::translate("Session", "creation of %1").arg(nameOf(review, *first));
    if (made > 1)
        return QCoreApplication::translate("Session", "creation of %n record(s)", nullptr, int(made));
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
