// An import is a set of transactions that is added; nothing in it depends on order, number or overlap. It goes in chunks,
// each of which is a valid state.

#include "core/store/store.h"
#include "core/store/storeparts.h"

#include "core/base/cbor.h"

#include <map>

namespace plumbline {

using sqlite::Statement;

static constexpr int largestChunk = 64'000;

/// What one call of importTransactions() has taken so far.
struct Store::Intake {
    ImportCounts counts;
    std::map<QByteArray, ImportAuthor> authors; ///< By person.
    QSet<qint64> records;                       ///< That register operations on were brought.
    QSet<QByteArray> streams;                   ///< That something new came of.
    qint64 counted = 0;                         ///< Transactions that import_log knows of.
    int chunk = 2000;                           ///< Transactions of the next chunk.
    QHash<int, QByteArray> own;                 ///< Own streams; nothing of ours is written while this goes on.
};

QByteArray audiencesToText(QList<int> audiences)
{
    std::sort(audiences.begin(), audiences.end());
    audiences.erase(std::unique(audiences.begin(), audiences.end()), audiences.end());
    QByteArrayList words;
    for (const int audience : std::as_const(audiences))
        words += QByteArray::number(audience);
    return words.join(',');
}

QList<int> audiencesFromText(const QByteArray &text)
{
    QList<int> audiences;
    for (const QByteArray &word : text.split(','))
        audiences += word.toInt();
    return audiences;
}

void keepExtraNow(sqlite3 *database, const Extra &extra)
{
    const QByteArray name = digest16(extra.bytes);
    Statement(database, "INSERT OR IGNORE INTO extra(kind, k, data, audiences) VALUES(?, ?, ?, ?)")
        .bind(1, extra.kind)
        .bindBytes(2, name)
        .bindBytes(3, extra.bytes)
        .bindText(4, audiencesToText(extra.audiences))
        .run();
    Statement known(database, "SELECT audiences FROM extra WHERE kind = ? AND k = ?");
    known.bind(1, extra.kind).bindBytes(2, name);
    const QList<int> before = known.step() ? audiencesFromText(known.bytes(0)) : extra.audiences;
    known.reset();
    const bool fewer = extra.audiences.size() < before.size() &&
                       std::all_of(extra.audiences.begin(), extra.audiences.end(),
                                   [&](int audience) { return before.contains(audience); });
    if (fewer)
        Statement(database, "UPDATE extra SET audiences = ? WHERE kind = ? AND k = ?")
            .bindText(1, audiencesToText(extra.audiences))
            .bind(2, extra.kind)
            .bindBytes(3, name)
            .run();
}

static void countAuthor(std::map<QByteArray, ImportAuthor> &authors, const Transaction &transaction)
{
    ImportAuthor &author = authors[transaction.person];
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(transaction.wall, Qt::UTC);
    if (author.changes == 0 || wall < author.first)
        author.first = wall;
    if (author.changes == 0 || wall > author.last)
        author.last = wall;
    ++author.changes;
}

void Store::takeChunk(std::optional<Transaction> &transaction,
                      const std::function<std::optional<Transaction>()> &next, qint64 import, Intake &intake)
{
    Log &log = m_parts->log;
    sqlite::WriteTransaction writing(m_database);
    announceWriting();
    QSet<Register> touched;
    for (int i = 0; i < intake.chunk && transaction; ++i, transaction = next()) {
        if (!transaction->validate()) {
            ++intake.counts.setAside;
            continue;
        }
        if (!log.append(*transaction, &touched, import)) {
            ++intake.counts.alreadyHere;
            continue;
        }
        ++intake.counts.transactions;
        intake.counts.operations += transaction->operations.size();
        intake.streams.insert(transaction->stream);
        countAuthor(intake.authors, *transaction);
        // Somebody continued our own stream: this file was copied. Mint before the next write.
        const QByteArray suffix = '.' + QByteArray::number(transaction->audience);
        auto own = intake.own.find(transaction->audience);
        if (own == intake.own.end())
            own = intake.own.insert(transaction->audience, m_parts->meta.bytes("stream" + suffix));
        if (*own == transaction->stream)
            m_parts->meta.remove("h" + suffix);
    }
    Statement(m_database, "UPDATE import_log SET transactions = transactions + ? WHERE id = ?")
        .bind(1, intake.counts.transactions - intake.counted)
        .bind(2, import)
        .run();
    intake.counted = intake.counts.transactions;
    for (const Register &target : std::as_const(touched)) {
        if (!isMinorField(log.fieldName(target.fid)))
            intake.records.insert(target.eid);
    }
    reproject(touched, &intake.counts.changes);
    writing.commit();
    m_announced = true;
    m_parts->searchIsOurs = true;
    // Identities are random, so a chunk changes pages all over the indexes, and each is written twice. Large imports go
    // in large chunks, which write a page once for many changes.
    intake.chunk = std::min(intake.chunk * 2, largestChunk);
}

namespace {

/// More room for pages while very many change.
class LargePageCache
{
public:
    explicit LargePageCache(sqlite3 *database) : m_database(database)
    {
        sqlite::execute(m_database, "PRAGMA cache_size=-65536");
    }
    ~LargePageCache() { sqlite3_exec(m_database, "PRAGMA cache_size=-32768", nullptr, nullptr, nullptr); }
    LargePageCache(const LargePageCache &) = delete;
    LargePageCache &operator=(const LargePageCache &) = delete;

private:
    sqlite3 *m_database; // Not owned.
};

} // namespace

Result<ImportCounts> Store::importTransactions(const std::function<std::optional<Transaction>()> &next, qint64 import)
{
    if (isReadOnly())
        return readOnlyError();
    return guardedWrite(
        [&]() -> Result<ImportCounts> {
            const LargePageCache cache(m_database);
            Intake intake;
            std::optional<Transaction> transaction = next();
            while (transaction)
                takeChunk(transaction, next, import, intake);
            if (intake.counts.transactions > 0)
                noteForRereading(import, intake);
            for (const auto &[person, author] : intake.authors) {
                intake.counts.authors += author;
                intake.counts.authors.last().person = RecordId(QUuid::fromRfc4122(person));
            }
            return intake.counts;
        },
        m_stale, [this] { load(); });
}

Result<ImportCounts> Store::importTransactions(const std::function<std::optional<Transaction>()> &next,
                                               const QString &sender, const QDateTime &when)
{
    std::optional<Transaction> first = next();
    if (!first && !isReadOnly())
        return ImportCounts{};
    ImportSource source;
    source.name = sender;
    source.when = when;
    const auto import = beginImport(source);
    if (!import)
        return import.error();
    return importTransactions(
        [&]() -> std::optional<Transaction> { return first ? std::exchange(first, std::nullopt) : next(); }, *import);
}

/// The transactions of other streams than @p streams that this file had when @p import came and its sender had not.
static std::vector<qint64> unknownToSender(sqlite3 *database, const Chains &chains, const QList<StreamTip> &have,
                                           const QSet<QByteArray> &streams, qint64 import)
{
    QList<int> audiences;
    Statement every(database, "SELECT DISTINCT audience FROM stream");
    while (every.step())
        audiences += int(every.number(0));
    std::vector<qint64> unknown;
    Statement place(database, "SELECT s.uuid, t.via FROM txn t JOIN stream s ON s.sid = t.sid WHERE t.tid = ?");
    for (const qint64 tid : chains.transactions(chains.beyond(audiences, have))) {
        place.bind(1, tid);
        if (place.step() && !streams.contains(place.bytes(0)) && (place.isNull(1) || place.number(1) != import))
            unknown.push_back(tid);
        place.reset();
    }
    return unknown;
}

void Store::noteForRereading(qint64 import, const Intake &intake)
{
    QList<StreamTip> have;
    {
        Statement source(m_database, "SELECT have FROM import_log WHERE id = ?");
        source.bind(1, import);
        if (source.step())
            have = unpackTips(source.bytes(0));
    }
    if (have.isEmpty())
        return; // Nothing is known of what its author had seen.
    updateChains();
    const auto unknown = unknownToSender(m_database, m_parts->chains, have, intake.streams, import);
    QSet<qint64> both;
    const auto consider = [&](qint64 eid, qint64 fid) {
        if (!isMinorField(m_parts->log.fieldName(fid)))
            both.insert(eid);
    };
    // From whichever side there is less to look at.
    if (unknown.size() <= size_t(intake.records.size())) {
        Statement operations(m_database, "SELECT eid, fid FROM op WHERE tid = ? AND type < 64");
        for (const qint64 tid : unknown) {
            operations.bind(1, tid);
            while (operations.step()) {
                if (intake.records.contains(operations.number(0)))
                    consider(operations.number(0), operations.number(1));
            }
        }
    } else {
        Statement operations(m_database, "SELECT tid, fid FROM op WHERE eid = ? AND type < 64");
        for (const qint64 eid : intake.records) {
            operations.bind(1, eid);
            while (operations.step()) {
                if (std::binary_search(unknown.begin(), unknown.end(), operations.number(0)))
                    consider(eid, operations.number(1));
            }
        }
    }
    sqlite::WriteTransaction writing(m_database);
    Statement note(m_database, "INSERT OR IGNORE INTO reread(eid, import) VALUES(?, ?)");
    for (const qint64 eid : std::as_const(both))
        note.bind(1, eid).bind(2, import).run();
    rememberChains();
    writing.commit();
}

} // namespace plumbline
