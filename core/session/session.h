#pragma once

#include "core/base/clock.h"
#include "core/checks/checkrunner.h"
#include "core/edits/context.h"
#include "core/session/job.h"
#include "core/session/drafts.h"
#include "core/store/store.h"

#include <QObject>

#include <memory>

class QLockFile;
class QTemporaryDir;

namespace plumbline {

/// A publication is read through a passing copy in the form of a review file.
struct ReadingCopy {
    QString of;                            ///< Path of the publication, for people.
    std::shared_ptr<QTemporaryDir> folder; ///< Where the copy lies; it goes with the session.
};

/// How a review is opened.
struct SessionOptions {
    Store::Mode mode = Store::ReadWrite;
    const Clock *clock = nullptr; ///< Not owned, outlives the session; null: the machine's clock.
    StreamRegistry registry;
    Entropy entropy = systemEntropy();
    /// A window shows something at once and lets the rest of a very large review come later; everybody else waits.
    Store::Loading loading = Store::Everything;
    ReadingCopy copy = {}; ///< Only openPublication() fills it.
};

/// An open review: the one door through which it changes, and the news of every change.
///
/// There is no unsaved state: a commit is durable when it returns. Belongs to the thread that opened it.
class Session : public QObject
{
    Q_OBJECT

public:
    ~Session() override;

    /// Opens a review. For the errors see Store::open(); also Locked, naming who has it open, when another
    /// window or program writes it.
    static Result<std::unique_ptr<Session>> open(const QString &path, const SessionOptions &options = {});

    const Review &review() const { return m_store->review(); }
    const Clock &clock() const { return *m_clock; }
    QString path() const { return m_path; }
    /// Whether this is what outsiders were given: there is no history, nothing to send, and nothing to be put right, so
    /// problems() stays empty.
    bool isPublication() const { return bool(m_copy.folder); }
    bool isReadOnly() const { return m_store->isReadOnly(); }
    /// What edit functions need to know; made anew for each edit. Waits for a review that is not all here yet.
    EditContext context();

    /// True while records are still being read in the background. review() lacks most records and problems() are
    /// empty until changed() says that everything is different. Whoever commits before then waits for the rest.
    bool isLoading() const { return bool(m_rest); }
    /// Waits for the rest; changed() is emitted before it returns.
    void finishLoading();

    /// Commits all of @p changes or nothing. An empty set does nothing and is no error.
    Result<Commit> commit(const ChangeSet &changes);
    /// Passes on what an edit function gave: commits its changes, or returns its error.
    Result<Commit> commit(const Result<ChangeSet> &changes);

    /// Takes a baseline of what an audience sees; merges that long texts show are written down first, as an action of
    /// their own. Errors: those of plumbline::takeBaseline().
    Result<Commit> takeBaseline(const QString &name, int audience = 0);
    /// The review as a baseline holds it; see baselineState().
    Result<Review> stateOf(RecordId baseline);

    Result<Commit> undo();
    Result<Commit> redo();
    /// What undo or redo would take back, for a menu: "change of Target of M-S5-03". Empty when there is
    /// nothing.
    QString undoText() const;
    QString redoText() const;

    /// The person at the keyboard; null while nobody said. Local to this file.
    RecordId me() const;
    Status setMe(RecordId person);

    QList<HistoryEntry> history(RecordId record, const QByteArray &field = {}) const;
    QList<HistoryEntry> recent(int limit) const;

    QList<HistoryEntry> history(const HistoryFilter &filter) const;
    /// Reads what another connection (a worker's) has changed in the file, and tells.
    Status takeNews(const Changes &changes);
    /// Tells what was changed through store() itself, as an import does; the review shows it already.
    void tellNews(const Changes &changes);
    /// Takes back what an import brought, or what it did to some records only; an ordinary action, which undo takes
    /// back.
    Result<Commit> setAsideImport(qint64 import, const QList<RecordId> &only = {});

    /// All problems the checks see now, most urgent first; kept up to date as the review changes.
    const QList<Problem> &problems() const { return m_checks.problems(); }

    /// Used by exchange.
    Store &store() { return *m_store; }
    const Store &store() const { return *m_store; }
    Result<ImportCounts> importTransactions(const std::function<std::optional<Transaction>()> &next,
                                            const QString &sender);
    /// What is being typed and what an earlier run left; null when the review is open for reading only.
    Drafts *drafts();
    /// The last instant a change was made durable in this session; invalid before the first.
    QDateTime lastSaved() const { return m_lastSaved; }

signals:
    /// The review is different now; @p changes says where.
    void changed(const plumbline::Changes &changes);
    /// Somebody else sits at the keyboard now.
    void meChanged();
    /// The rest of the review could not be read; what is shown is not all of it.
    void loadingFailed(const plumbline::Error &error);

private:
    Session();
    Result<Commit> announce(Result<Commit> result);
    void tell(const Changes &changes);
    void loadRest();
    void takeRest();
    struct Rest;

    ReadingCopy m_copy;                // First, so that its folder goes last.
    std::unique_ptr<QLockFile> m_lock; // Before the store: released after it is closed.
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Drafts> m_drafts; // Made when first asked for: only the window types.
    SystemClock m_systemClock;
    const Clock *m_clock = &m_systemClock; // Not owned unless it is the member.
    CheckRunner m_checks;
    QString m_path;
    QDateTime m_lastSaved;
    std::shared_ptr<Rest> m_rest;    // Shared with the job; null when nothing is missing.
    std::unique_ptr<Job> m_loading;  // Last: it ends before anything else of the session goes.
};

/// What an action did, in words: "change of Target of M-S5-03", "creation of R-S2-04", "12 changes".
QString describeAction(const Review &review, const QList<HistoryEntry> &action);

} // namespace plumbline
