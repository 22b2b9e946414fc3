#pragma once

#include "core/base/progress.h"
#include "core/store/searchhit.h"
#include "core/store/undoplan.h"

#include <QStringList>

#include <memory>

namespace plumbline {

struct Attachment;

/// What a commit, an undo or a redo did.
struct Commit {
    QByteArray group;               ///< The action; 8 bytes. Empty when nothing had to be written.
    QList<QByteArray> transactions; ///< Identities, 16 bytes each.
    Changes changes;
    QStringList left; ///< For undo and redo: fields that stayed because of later work on them.
};

/// One change of one field, as history shows it.
struct HistoryEntry {
    qint64 number = 0; ///< Order of arrival in this file.
    QByteArray group;
    QDateTime when; ///< By the writer's clock.
    RecordId person;
    Cause cause = Cause::Edit;
    RecordId record;
    Kind kind = Kind::Review;
    QByteArray field; ///< `life` for creation, deletion and restoring; then @ref after is the word.
    Value before;
    Value after;
    qint64 import = 0; ///< The import that brought it; 0 when it was made through this file.
    /// Every value it replaced, with who wrote it: more than one when it settled a conflict.
    QList<ConflictValue> replaced;
    bool inFuture = false;       ///< By the writer's clock it was made after it came here, or after HistoryFilter::now.
    bool beforeReplaced = false; ///< By the writers' clocks it was made before something it replaces.
};

/// Which changes are asked for; what is not set does not restrict.
struct HistoryFilter {
    RecordId record;
    QByteArray field;               ///< Of @ref record.
    std::optional<RecordId> person; ///< A null id: changes of nobody who said their name.
    QDateTime from;                 ///< By the writers' clocks, this instant included.
    QDateTime to;                   ///< By the writers' clocks, this instant not included.
    qint64 import = 0;              ///< Only what this import brought.
    qint64 before = 0;              ///< Only entries with a smaller number: the next page.
    int limit = -1;
    QDateTime now; ///< Restricts nothing: what counts as the future; see HistoryEntry::inFuture.
};

/// Whose changes an import brings.
struct ImportAuthor {
    RecordId person;
    qint64 changes = 0; ///< Transactions.
    QDateTime first;    ///< By the author's clock.
    QDateTime last;
};

/// What an import brought.
struct ImportCounts {
    qint64 transactions = 0; ///< New here.
    qint64 operations = 0;
    qint64 alreadyHere = 0;
    qint64 setAside = 0; ///< Transactions that did not verify; kept out.
    QList<ImportAuthor> authors; ///< Of what is new here, in the order of their ids.
    Changes changes;
};

/// Which transactions are meant: those of some audiences that a receiver does not have.
struct Selection {
    QList<int> audiences{0};
    QList<StreamTip> beyond; ///< What the receiver has: nothing that can be reached from these is given.
    qint64 until = 0;        ///< Nothing that arrived after the transaction of this local number; 0: everything.
};

/// How much a selection is, and how far the log had come at the moment of counting.
struct SelectionCount {
    qint64 transactions = 0;
    qint64 operations = 0;
    qint64 until = 0;      ///< Local number of the last transaction; put it into the selection to give the same.
    QList<StreamTip> have; ///< Of the audiences selected, at the same moment.
};

/// What a bundle brought that this version cannot take in, kept to be sent on.
struct Extra {
    int kind = 0; ///< 1: a transaction that could not be taken; from 128: a record of a bundle.
    QByteArray bytes;
    QList<int> audiences{0}; ///< Those of the bundle it came in: it goes only where all of them go.
};

/// Whose bundle is taken in.
struct ImportSource {
    QString bundle;  ///< Name of the file, for people.
    QByteArray file; ///< The sender's file, 16 bytes; see Store::fileId().
    RecordId person; ///< The sender; null when nobody said.
    QString name;    ///< The sender's name as the bundle says it.
    QDateTime made;  ///< By the sender's clock.
    QDateTime when;  ///< By ours.
    QList<StreamTip> have;
};

/// An import that was done, as this file remembers it.
struct ImportRecord {
    qint64 id = 0;
    ImportSource source;
    qint64 transactions = 0; ///< That were new here.
    bool setAside = false;   ///< All of it was taken back.
};

/// A file of somebody else's, as far as bundles told of it.
struct Peer {
    QByteArray file; ///< 16 bytes.
    RecordId person;
    QString name;
    QList<StreamTip> have; ///< What it had when it last sent something.
    QDateTime lastIn;      ///< When something of it was last taken in here; invalid: never.
    QDateTime lastOut;     ///< When something was last written for it here; invalid: never.
};

/// A stretch of a stream that this file lacks: somebody's changes that were made before others it has.
struct Gap {
    QByteArray stream;
    quint64 first = 0;
    quint64 last = 0;
    RecordId person; ///< Who wrote the change after the gap.
};

struct VerifyReport {
    qint64 transactions = 0;
    qint64 operations = 0;
    QStringList problems; ///< Whole sentences; empty when everything holds.
    QStringList notHere;  ///< Attached files whose contents are not in this copy, in sentences; nothing is wrong with it.
};

/// The working file: the log, its projection, and the Review read from it.
///
/// Public functions never throw. A Store belongs to the thread that opened it.
class Store
{
public:
    enum Mode { ReadWrite, ReadOnly };
    /// What open() reads before it returns.
    enum Loading {
        Everything,
        FewFirst, ///< Of a very large review only the kinds with few records; readRest() reads the others.
    };

    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// Creates an empty file for the review with that uuid. Error CannotWrite, Refused when the file exists.
    static Status create(const QString &path, const QUuid &review);
    /// Opens and checks a file of ours or a stranger's, and reads its review. For the errors see
    /// inspectFile(); also Locked when another program writes it, CannotWrite when the file or folder is
    /// read-only and the mode is ReadWrite.
    static Result<std::unique_ptr<Store>> open(const QString &path, Mode mode,
                                               const StreamRegistry &registry = StreamRegistry(),
                                               const Entropy &entropy = systemEntropy(),
                                               Loading loading = Everything);

    /// False as long as review() lacks the records, and the conflicts, of the kinds that open() left out. Whatever
    /// writes first reads them.
    bool isComplete() const { return m_complete; }
    /// Reads what @p few lacks, the review of a store of that file that is not complete; with a connection of its
    /// own, so in any thread. The records of @p few stay the same objects. Errors: those of open(); Cancelled.
    static Result<Review> readRest(const QString &path, const Review &few, const Progress &progress = {});
    /// Takes what readRest() gave; reads the rest itself when the file is not as it was read any more. An empty
    /// review does the same.
    Status takeRest(Review whole);

    const Review &review() const { return m_review; }
    bool isReadOnly() const { return m_mode == ReadOnly; }

    /// Also keeps the files that @p changes attaches; a record of an attached file never stands there without them.
    Result<Commit> commit(const ChangeSet &changes, const Author &author);
    Result<Commit> undo(const Author &author);
    Result<Commit> redo(const Author &author);
    /// The action undo or redo would take back, newest change first; empty when there is none.
    QList<HistoryEntry> nextUndo();
    QList<HistoryEntry> nextRedo();
    /// Forgets that this file may undo what was written so far, and under which streams it was written.
    Status disown();

    /// Takes transactions from @p next until it gives none, in chunks, each of which is a valid state.
    Result<ImportCounts> importTransactions(const std::function<std::optional<Transaction>()> &next,
                                            const QString &sender, const QDateTime &when);
    /// Calls @p each with every transaction in the order of arrival, until it fails.
    Status forEachTransaction(const std::function<Status(const Transaction &)> &each);
    /// The same for some of them. Locks the file for a moment at a time only, so others may write meanwhile.
    Status forEachTransaction(const Selection &selection, const std::function<Status(const Transaction &)> &each,
                              const Progress &progress = {});
    Result<SelectionCount> count(const Selection &selection);
    bool contains(const QByteArray &h);
    QList<StreamTip> tips();
    /// The last transactions with complete ancestry of every stream of these audiences: what a receiver needs not
    /// be sent.
    QList<StreamTip> have(const QList<int> &audiences);
    /// What everybody has of whom one of @p haves is known: the tips all of them reach. Where the streams of this
    /// file do not tell, less is said than is true.
    QList<StreamTip> inCommon(const QList<QList<StreamTip>> &haves);

    /// Tells this file from every other: another one after it was copied by hand. 16 bytes: its own team stream while
    /// the registry outside the file agrees on it, else made from where the file lies.
    QByteArray fileId();
    /// The files of others that bundles told of, the last heard of first.
    QList<Peer> peers();
    Status rememberPeer(const Peer &peer);
    QList<ImportRecord> imports();
    /// Begins an import; its number goes with every importTransactions() of it.
    Result<qint64> beginImport(const ImportSource &source);
    Result<ImportCounts> importTransactions(const std::function<std::optional<Transaction>()> &next, qint64 import);
    /// Takes back what an import brought, or what it did to some records only, as one action that can be undone.
    /// Fields others have gone on from stay and are named.
    Result<Commit> setAside(qint64 import, const QList<RecordId> &only, const Author &author);
    /// Records that both an import and this file had changed since their common past, for re-reading.
    QList<RecordId> toReread(const QList<qint64> &imports = {}); ///< Of some imports, or of all.
    Status markReread(const QList<RecordId> &records);
    /// Reads these records anew after another connection (a worker's) has changed them.
    Status refresh(const Changes &changes);
    QList<Gap> gaps();
    /// Fields that were in conflict and about which somebody has decided, whatever became of them since.
    qint64 settledConflicts();
    qint64 transactionCount();
    qint64 operationCount();

    /// The review as it was when it ended with these transactions (16 bytes each, one after the other): what
    /// everything reachable from them by `prev` shows under the merge rule, whatever has arrived since.
    /// Error NotFound when one of them, or something they build on, is not in this copy.
    Result<Review> stateAt(const QByteArray &tips);
    /// The last transactions of the streams of these audiences, for stateAt(): all there are, forks included.
    /// Error Refused when something they build on is missing here, which names how much and of whom.
    Result<QByteArray> tipsOf(const QList<int> &audiences);
    /// Who changed these records between two states: what is reachable from @p after (all there is, when it is
    /// empty) and not from @p before. Errors: those of stateAt().
    Result<QList<AuthoredChange>> changesBetween(const QByteArray &before, const std::optional<QByteArray> &after,
                                                 const QSet<RecordId> &records);
    /// Long texts that show a merge nobody has written down.
    QList<MergedText> mergedTexts();

    /// Changes of one record, or of one field of it, newest first.
    QList<HistoryEntry> history(RecordId record, const QByteArray &field = {});
    /// Newest first.
    QList<HistoryEntry> history(const HistoryFilter &filter);
    /// The newest changes of the whole review, newest first.
    QList<HistoryEntry> recent(int limit);

    /// Records that hold what a person typed, the best @p limit first. Chinese included; the last word may be a
    /// beginning; nothing typed is taken for a language.
    Result<QList<SearchHit>> search(const QString &text, int limit = 50);
    /// Indexes at most that many records that changed since the last search, so that the next need not; gives how many
    /// are left. Does nothing to a file that is open for reading.
    Result<qint64> prepareSearch(qint64 most);

    /// Hashes every transaction again and compares the projection with one computed from nothing.
    Result<VerifyReport> verify();

    /// While a new file is being made, waiting for the disk after each change is a waste: the maker syncs it
    /// at the end.
    Status setDurable(bool durable);
    /// Writes a compact copy of the whole file under another name. Error CannotWrite.
    Status copyTo(const QString &path);
    /// Copies a review file page by page while others may read and write it, from any thread; the copy is one valid
    /// state. Errors: those of inspectFile(); CannotWrite; Cancelled, then there is no copy.
    static Status copyFile(const QString &from, const QString &to, const Progress &progress = {});
    /// Keeps bytes of a bundle that this version cannot take in, so that they can be forwarded. Error
    /// CannotWrite.
    Status keepExtra(const Extra &extra);
    /// Calls @p each with everything keepExtra() kept that may go to these audiences, in an order that is the same
    /// on every copy, until it fails.
    Status forEachExtra(const QList<int> &audiences, const std::function<Status(const Extra &)> &each);

    /// Whether the contents of an attached file are in this copy, without looking at them.
    bool holdsContents(const Attachment &attachment);
    /// The contents of an attached file, compared with their fingerprint. Errors: NotFound when they are not in this
    /// copy; Damaged when they are not what they were.
    Result<QByteArray> contents(const Attachment &attachment);
    /// Keeps contents that came from somebody else, for attachments of that audience. Contents nobody names do no harm.
    /// Errors: BadInput when they are not those of the fingerprint, or too long; CannotWrite.
    Status keepContents(const QByteArray &sha256, int audience, const QByteArray &contents);

    RecordId me() const;
    Status setMe(RecordId person);

private:
    Store();
    Status openConnection(const QString &path, Mode mode);
    Status checkContent(const StreamRegistry &registry);
    void load();
    void loadFew();
    void complete();
    Review readFew();
    static Status readMany(sqlite3 *database, Log &log, Projector &projector, Review &review,
                           const Progress &progress = {});
    Result<Commit> finish(sqlite::WriteTransaction &transaction, const Written &written);
    void announceWriting();
    void reproject(const QSet<Register> &touched, Changes *changes);
    void updateChains();
    void rememberChains();
    struct Intake;
    void takeChunk(std::optional<Transaction> &transaction, const std::function<std::optional<Transaction>()> &next,
                   qint64 import, Intake &intake);
    void noteForRereading(qint64 import, const Intake &intake);
    QList<HistoryEntry> entries(sqlite::Statement &query, const HistoryFilter &filter);
    QList<HistoryEntry> actionOf(const QByteArray &group);
    Result<Commit> takeBack(const QByteArray &group, Cause cause, const Author &author);

    struct Parts;
    std::unique_ptr<Parts> m_parts;
    Review m_review;
    Mode m_mode = ReadOnly;
    QString m_connection;
    sqlite3 *m_database = nullptr; // Owned by the connection of Qt Sql.
    bool m_announced = false;
    bool m_complete = true;
    bool m_stale = false; ///< The Review may show what was not committed; it is read anew before the next write.
};

} // namespace plumbline
