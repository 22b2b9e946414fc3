#pragma once

#include "core/base/progress.h"
#include "core/store/undoplan.h"

#include <QStringList>

#include <memory>

class QSqlDatabase;

namespace plumbline {

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
};

/// What an import brought.
struct ImportCounts {
    qint64 transactions = 0; ///< New here.
    qint64 operations = 0;
    qint64 alreadyHere = 0;
    qint64 setAside = 0; ///< Transactions that did not verify; kept out.
    Changes changes;
};

/// Which transactions are meant: those of some audiences that a receiver does not have.
struct Selection {
    QList<int> audiences{0};
    QList<StreamTip> beyond; ///< What the receiver has: nothing that can be reached from these is given.
};

struct SelectionCount {
    qint64 transactions = 0;
    qint64 operations = 0;
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
};

/// The working file: the log, its projection, and the Review read from it.
///
/// Public functions never throw. A Store belongs to the thread that opened it.
class Store
{
public:
    enum Mode { ReadWrite, ReadOnly };

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
                                               const Entropy &entropy = systemEntropy());

    const Review &review() const { return m_review; }
    bool isReadOnly() const { return m_mode == ReadOnly; }

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

    /// Tells this file from every other: another one after it was copied by hand. 16 bytes.
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
    QList<RecordId> toReread();
    Status markReread(const QList<RecordId> &records);
    /// Reads these records anew after another connection (a worker's) has changed them.
    Status refresh(const Changes &changes);
    QList<Gap> gaps();
    qint64 transactionCount();
    qint64 operationCount();

    /// Changes of one record, or of one field of it, newest first.
    QList<HistoryEntry> history(RecordId record, const QByteArray &field = {});
    /// Newest first.
    QList<HistoryEntry> history(const HistoryFilter &filter);
    /// The newest changes of the whole review, newest first.
    QList<HistoryEntry> recent(int limit);

    /// Hashes every transaction again and compares the projection with one computed from nothing.
    Result<VerifyReport> verify();

    /// While a new file is being made, waiting for the disk after each change is a waste: the maker syncs it
    /// at the end.
    Status setDurable(bool durable);
    /// Writes a compact copy of the whole file under another name. Error CannotWrite.
    Status copyTo(const QString &path);
    /// Keeps bytes of a bundle that this version cannot take in, so that they can be forwarded. Error
    /// CannotWrite.
    Status keepExtra(int kind, const QByteArray &bytes);

    /// Calls @p each with everything keepExtra() kept, in an order that is the same on every copy, until it fails.
    Status forEachExtra(const std::function<Status(int kind, const QByteArray &bytes)> &each);

    RecordId me() const;
    Status setMe(RecordId person);

private:
    Store();
    Status openConnection(const QString &path, Mode mode);
    Status checkContent(const StreamRegistry &registry);
    void load();
    void loadKind(QSqlDatabase &database, Kind kind);
    Result<Commit> finish(sqlite::WriteTransaction &transaction, const Written &written);
    void announceWriting();
    void reproject(const QSet<Register> &touched, Changes *changes);
    void cutCircles();
    QList<HistoryEntry> entries(sqlite::Statement &query);
    QList<HistoryEntry> actionOf(const QByteArray &group);
    Result<Commit> takeBack(const QByteArray &group, Cause cause, const Author &author);

    struct Parts;
    std::unique_ptr<Parts> m_parts;
    Review m_review;
    Mode m_mode = ReadOnly;
    QString m_connection;
    sqlite3 *m_database = nullptr; // Owned by the connection of Qt Sql.
    bool m_announced = false;
    bool m_stale = false; ///< The Review may show what was not committed; it is read anew before the next write.
};

} // namespace plumbline
