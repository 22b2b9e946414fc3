#pragma once

#include "core/store/sqlite.h"
#include "core/store/storedvalue.h"
#include "core/store/transaction.h"
#include "core/store/valuecoding.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace plumbline {

/// An operation as it stands in the log, with what orders it and what tells people who wrote it.
struct StoredOperation {
    qint64 oid = 0; ///< Counts up in the order of arrival in this file.
    OperationRef self;
    int type = 0;
    QList<OperationRef> refs;
    Value value;
    QByteArray field;
    quint64 lam = 0;
    QByteArray stream;
    quint64 seq = 0;
    qint64 wall = 0;
    QByteArray person;
    int cause = 0;
    QByteArray group;
    QSet<QByteArray> undoes; ///< Identities of the transactions its transaction takes back; shared between operations.

    /// The order of operations everywhere: (lam, stream, seq, h, index), total even on forks.
    friend bool operator<(const StoredOperation &a, const StoredOperation &b);
};

/// Local number of a record and of a field name; together a register.
struct Register {
    qint64 eid = 0;
    qint64 fid = 0;
    friend bool operator==(const Register &, const Register &) = default;
    friend size_t qHash(const Register &r, size_t seed = 0) { return qHashMulti(seed, r.eid, r.fid); }
};

/// The last transaction of a stream as far as this file has it.
struct StreamTip {
    QByteArray stream;
    quint64 seq = 0;
    QByteArray h;
    friend bool operator==(const StreamTip &, const StreamTip &) = default;
};

/// The identities of 16 bytes that stand one after the other in @p joined.
QList<QByteArray> splitIdentities(const QByteArray &joined);

/// The append-only log on a bare connection, and the heads that follow from it.
///
/// Every function throws sqlite::Failure. Writing functions belong inside a WriteTransaction.
class Log
{
public:
    explicit Log(sqlite3 *database);
    virtual ~Log() = default;

    /// Appends a transaction that was validated; false when it is here already (then nothing happens).
    /// Adds the registers whose heads changed to @p touched.
    bool append(const Transaction &transaction, QSet<Register> *touched, qint64 via = 0);
    bool contains(const QByteArray &h);
    /// The transaction with that local number, whole, as it was appended.
    Transaction read(qint64 tid);
    /// Local numbers of all transactions, in the order of arrival.
    QList<qint64> transactions();
    QList<qint64> transactionsOfGroup(const QByteArray &group);
    /// Those an import brought.
    QList<qint64> transactionsOfImport(qint64 import);
    qint64 transactionNumber(const QByteArray &h);
    qint64 streamNumber(const QByteArray &uuid); ///< 0 when the stream is not here.
    /// Who may see what stands in a stream; none when the stream is not here.
    std::optional<int> audienceOfStream(const QByteArray &uuid);
    /// Identities of the transactions that one takes back.
    QSet<QByteArray> undoneBy(qint64 tid);

    /// The operations nobody replaced, in order.
    virtual std::vector<StoredOperation> heads(const Register &target);
    /// The heads as they were when the log ended at @p position: later operations do not count.
    std::vector<StoredOperation> headsAt(const Register &target, qint64 position);
    /// Every register operation of a register, in order.
    virtual std::vector<StoredOperation> operations(const Register &target);
    /// All heads of a record, grouped by field, each group in order.
    virtual QHash<QByteArray, std::vector<StoredOperation>> headsOf(qint64 eid);
    /// The same for who only wants to know what the record shows. Where every field has one head and the record is
    /// alive, which is nearly always, the operations have a number, a type, a field and a value, and nothing else.
    virtual QHash<QByteArray, std::vector<StoredOperation>> headsToShow(qint64 eid);
    /// Every operation on a record, annotations included, in order of arrival.
    std::vector<StoredOperation> everyOperation(qint64 eid);
    /// The operations listed by witnesses that stand in a transaction of one of the groups, and what the same
    /// actions wrote on the record themselves: who edits and deletes in one action has seen the edit.
    virtual QSet<OperationRef> witnessed(qint64 eid, const QSet<QByteArray> &groups);

    qint64 eid(const QByteArray &uuid);     ///< Local number of a record, given one when new.
    qint64 fid(const QByteArray &name);     ///< Local number of a field name, given one when new.
    qint64 findEid(const QByteArray &uuid); ///< 0 when the record was never mentioned.
    qint64 findFid(const QByteArray &name); ///< 0 when the name was never used.
    QByteArray entity(qint64 eid);
    QByteArray fieldName(qint64 fid);
    QList<qint64> entities();
    /// Whom a record belongs to: the audience its first life operation stands in, by the order of operations, so that it
    /// does not depend on what arrived first; of a record without a life, that of its first operation. @p lifeFid is the
    /// local number of its kind's life. 0 when nothing is known of it.
    int audienceOf(qint64 eid, qint64 lifeFid);

    /// The transaction of the last operation with a smaller number; 0 when there is none.
    qint64 transactionBefore(qint64 oid);
    /// Highest number an operation has; what an edit read stands at or below it.
    qint64 position();
    /// Largest lam of the transactions with these identities.
    quint64 largestLam(const QSet<QByteArray> &hs);
    StreamTip tip(const QByteArray &stream);
    QList<StreamTip> tips();
    qint64 transactionCount();
    qint64 operationCount();

    /// Empties the table of heads and computes it from the log alone.
    void rebuildHeads();
    sqlite3 *database() const { return m_database; }
    /// Forgets local numbers given in a transaction that was rolled back.
    void forgetNumbers();

protected:
    /// A statement that is kept; @p sql is a literal.
    sqlite::Statement &statement(const char *sql);
    /// The operation with that number; none when there is none.
    std::vector<StoredOperation> operation(qint64 oid);

private:
    qint64 number(QHash<QByteArray, qint64> &cache, const char *find, const char *insert,
                  const QByteArray &name, bool text);
    qint64 stream(const QByteArray &uuid, int audience);
    void insertOperation(qint64 tid, const QByteArray &h, quint32 index, const Operation &operation,
                         QSet<Register> *touched);
    void bindLongText(sqlite::Statement &insert, const QByteArray &utf8, qint64 replaced);
    /// The text a difference to operation @p oid is written to: its own, or the one it is itself a difference to.
    std::optional<TextBase> textBase(qint64 oid);
    /// Local number of the operation that is named; 0 when it is not here or sets another register.
    qint64 operationNumber(const OperationRef &ref, const Register &target);
    bool isReplaced(const OperationRef &self, const Register &target);
    std::vector<StoredOperation> collect(sqlite::Statement &statement);

    sqlite3 *m_database; // Not owned, outlives the log.
    std::unordered_map<const char *, sqlite::Statement> m_statements;
    QHash<QByteArray, qint64> m_eids;
    QHash<QByteArray, qint64> m_fids;
    QHash<QByteArray, qint64> m_sids;
    QHash<QByteArray, int> m_audiences; ///< By stream.
    QHash<qint64, QByteArray> m_fieldNames;
    QHash<qint64, QSet<QByteArray>> m_undone; ///< By transaction: an undo of thousands names each of them.
};

} // namespace plumbline
