// What goes from file to file: which transactions a receiver lacks, who has what, and what a worker's connection changed.
//
// No statement stays open while somebody else's code runs: a writer on another connection waits for one short read at
// most.

#include "core/base/cbor.h"
#include "core/store/circles.h"
#include "core/store/store.h"
#include "core/store/storeparts.h"

#include <QCoreApplication>

namespace plumbline {

using sqlite::Statement;

namespace {

/// Several reads that see one state; nothing when a transaction is open already.
class ReadTransaction
{
public:
    explicit ReadTransaction(sqlite3 *database) : m_database(database), m_open(sqlite3_get_autocommit(database) != 0)
    {
        if (m_open)
            sqlite::execute(m_database, "BEGIN");
    }
    ~ReadTransaction()
    {
        if (m_open)
            sqlite3_exec(m_database, "COMMIT", nullptr, nullptr, nullptr);
    }
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;

private:
    sqlite3 *m_database; // Not owned.
    bool m_open;
};

constexpr qint64 mostBytesInChunk = 4 << 20;
constexpr qsizetype mostInChunk = 200;

/// About how much memory a transaction takes.
qint64 weightOf(const Transaction &transaction)
{
    qint64 weight = 200;
    for (const Operation &operation : transaction.operations) {
        weight += 200 + 60 * operation.refs.size() + operation.extra.size();
        weight += operation.value.utf8().size() + operation.value.rawBytes().size();
    }
    return weight;
}

Error stopped()
{
    return {ErrorCode::Cancelled, QCoreApplication::translate("Store", "Stopped; nothing was changed."), {}, {}};
}

QByteArray packTips(const QList<StreamTip> &tips)
{
    QByteArray out;
    cbor::arrayHead(out, quint64(tips.size()));
    for (const StreamTip &tip : tips) {
        cbor::arrayHead(out, 3);
        cbor::bytes(out, tip.stream);
        cbor::unsignedNumber(out, tip.seq);
        cbor::bytes(out, tip.h);
    }
    return out;
}

QDateTime instantOf(const Statement &query, int column)
{
    return query.isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(query.number(column), Qt::UTC);
}

Statement &bindInstant(Statement &statement, int index, const QDateTime &instant)
{
    return instant.isValid() ? statement.bind(index, instant.toMSecsSinceEpoch()) : statement.bindNull(index);
}

} // namespace

QList<StreamTip> unpackTips(const QByteArray &bytes)
{
    QList<StreamTip> tips;
    cbor::Reader reader(bytes);
    for (quint64 count = reader.readArrayHead(); reader.ok() && count > 0; --count) {
        StreamTip tip;
        if (reader.readArrayHead() != 3)
            reader.fail();
        tip.stream = reader.readBytes();
        tip.seq = reader.readUnsigned();
        tip.h = reader.readBytes();
        if (reader.ok())
            tips += tip;
    }
    return tips;
}

static const char chainsName[] = "chains";

void Store::updateChains()
{
    Chains &chains = m_parts->chains;
    if (!m_parts->chainsLoaded) {
        m_parts->chainsLoaded = true;
        // What somebody else's file says about itself is not believed.
        const QByteArray last = m_parts->meta.bytes("h.0");
        if (!last.isEmpty() && m_parts->registry.last(m_parts->meta.bytes("stream.0")) == last)
            chains.fromBytes(m_parts->meta.bytes(chainsName));
    }
    chains.update();
}

void Store::rememberChains()
{
    static constexpr qint64 worthKeeping = 500; // Fewer are looked through in a moment.
    const qint64 last = m_parts->chains.upTo();
    if (isReadOnly() || last - m_parts->chainsKept < worthKeeping)
        return;
    m_parts->meta.set(chainsName, m_parts->chains.toBytes());
    m_parts->chainsKept = last;
}

static QList<StreamTip> tipsFrom(sqlite3 *database, const Chains &chains, const QList<int> &audiences)
{
    QList<StreamTip> tips;
    Statement streams(database, "SELECT sid, uuid, audience FROM stream ORDER BY uuid");
    while (streams.step()) {
        if (audiences.contains(int(streams.number(2))))
            tips += chains.tips(streams.number(0), streams.bytes(1));
    }
    return tips;
}

QList<StreamTip> Store::have(const QList<int> &audiences)
{
    try {
        updateChains();
        rememberChains();
        return tipsFrom(m_database, m_parts->chains, audiences);
    } catch (const sqlite::Failure &) {
        return {};
    }
}

/// True when the transaction named by @p tip can be reached from @p tips.
static bool reaches(const Chains &chains, Log &log, const QList<int> &audiences, const QList<StreamTip> &tips,
                    const StreamTip &tip)
{
    const qint64 tid = log.transactionNumber(tip.h);
    for (const Chains::Rest &rest : chains.beyond(audiences, tips)) {
        if (rest.sid == log.streamNumber(tip.stream))
            return tid != 0 && (tip.seq <= rest.after || std::binary_search(rest.had.begin(), rest.had.end(), tid));
    }
    return false;
}

QList<StreamTip> Store::inCommon(const QList<QList<StreamTip>> &haves)
{
    if (haves.size() < 2)
        return haves.value(0);
    try {
        updateChains();
        QList<int> all;
        Statement audiences(m_database, "SELECT DISTINCT audience FROM stream");
        while (audiences.step())
            all += int(audiences.number(0));
        QHash<QByteArray, QList<QList<StreamTip>>> byStream;
        for (const QList<StreamTip> &have : haves) {
            QHash<QByteArray, QList<StreamTip>> one;
            for (const StreamTip &tip : have)
                one[tip.stream] += tip;
            for (auto tips = one.cbegin(); tips != one.cend(); ++tips)
                byStream[tips.key()] += tips.value();
        }
        QList<StreamTip> common;
        for (const QList<QList<StreamTip>> &stream : std::as_const(byStream)) {
            if (stream.size() != haves.size())
                continue; // One of them has nothing of it.
            for (const QList<StreamTip> &tips : stream) {
                for (const StreamTip &tip : tips) {
                    const bool everybody = std::all_of(stream.begin(), stream.end(), [&](const auto &other) {
                        return other.contains(tip) || reaches(m_parts->chains, m_parts->log, all, other, tip);
                    });
                    if (everybody && !common.contains(tip))
                        common += tip;
                }
            }
        }
        return common;
    } catch (const sqlite::Failure &) {
        return {};
    }
}

QList<Gap> Store::gaps()
{
    QList<Gap> gaps;
    try {
        updateChains();
        Statement find(m_database, "SELECT s.uuid, t.person, (SELECT max(p.seq) FROM txn p WHERE p.sid = t.sid AND "
                                   "p.seq < t.seq) FROM txn t JOIN stream s ON s.sid = t.sid WHERE t.tid = ?");
        for (const Chains::Hanging &transaction : m_parts->chains.hanging()) {
            if (m_parts->log.contains(transaction.prev))
                continue;
            find.bind(1, transaction.tid);
            if (find.step() && (find.isNull(2) || quint64(find.number(2)) + 1 < transaction.seq))
                gaps += {find.bytes(0), find.isNull(2) ? 1 : quint64(find.number(2)) + 1, transaction.seq - 1,
                         RecordId(QUuid::fromRfc4122(find.bytes(1)))};
            else
                gaps += {find.bytes(0), transaction.seq - 1, transaction.seq - 1,
                         RecordId(QUuid::fromRfc4122(find.bytes(1)))}; // A place of a fork.
            find.reset();
        }
    } catch (const sqlite::Failure &) {
        gaps.clear();
    }
    std::sort(gaps.begin(), gaps.end(), [](const Gap &a, const Gap &b) {
        return a.stream != b.stream ? a.stream < b.stream : a.first < b.first;
    });
    return gaps;
}

static std::vector<qint64> selected(const Chains &chains, const Selection &selection)
{
    std::vector<qint64> tids = chains.transactions(chains.beyond(selection.audiences, selection.beyond));
    if (selection.until > 0)
        tids.erase(std::upper_bound(tids.begin(), tids.end(), selection.until), tids.end());
    return tids;
}

Result<SelectionCount> Store::count(const Selection &selection)
{
    return guarded([&]() -> Result<SelectionCount> {
        SelectionCount count;
        {
            const ReadTransaction reading(m_database);
            updateChains();
            count.until = m_parts->chains.upTo();
            count.have = tipsFrom(m_database, m_parts->chains, selection.audiences);
            Statement query(m_database, "SELECT nops FROM txn WHERE tid = ?");
            for (const qint64 tid : selected(m_parts->chains, selection)) {
                query.bind(1, tid);
                ++count.transactions;
                count.operations += query.step() ? query.number(0) : 0;
                query.reset();
            }
        }
        rememberChains();
        return count;
    });
}

Status Store::forEachTransaction(const Selection &selection, const std::function<Status(const Transaction &)> &each,
                                 const Progress &progress)
{
    std::vector<qint64> tids;
    const Status found = guarded([&]() -> Status {
        updateChains();
        tids = selected(m_parts->chains, selection);
        return {};
    });
    if (!found)
        return found;
    QList<Transaction> chunk;
    for (size_t at = 0; at < tids.size();) {
        chunk.clear();
        const Status read = guarded([&]() -> Status {
            const ReadTransaction reading(m_database);
            qint64 weight = 0;
            while (at < tids.size() && chunk.size() < mostInChunk && weight < mostBytesInChunk) {
                chunk += m_parts->log.read(tids[at++]);
                weight += weightOf(chunk.last());
            }
            return {};
        });
        if (!read)
            return read;
        for (const Transaction &transaction : std::as_const(chunk)) {
            if (Status status = each(transaction); !status)
                return status;
        }
        if (!progress.step(qint64(at), qint64(tids.size())))
            return stopped();
    }
    return {};
}

QList<Peer> Store::peers()
{
    QList<Peer> peers;
    try {
        Statement query(m_database, "SELECT file, person, name, have, came, went FROM peer "
                                    "ORDER BY coalesce(came, 0) DESC, coalesce(went, 0) DESC, file");
        while (query.step())
            peers += {query.bytes(0), RecordId(QUuid::fromRfc4122(query.bytes(1))), QString::fromUtf8(query.bytes(2)),
                      unpackTips(query.bytes(3)), instantOf(query, 4), instantOf(query, 5)};
    } catch (const sqlite::Failure &) {
        peers.clear();
    }
    return peers;
}

/// What a file has, by what it said before and says now: of each stream the newer word counts. Nothing is ever lost from
/// a log, so of streams that are not mentioned now the old word holds.
static QList<StreamTip> withNews(const QList<StreamTip> &before, const QList<StreamTip> &now)
{
    QSet<QByteArray> mentioned;
    for (const StreamTip &tip : now)
        mentioned.insert(tip.stream);
    QList<StreamTip> both = now;
    for (const StreamTip &tip : before) {
        if (!mentioned.contains(tip.stream))
            both += tip;
    }
    return both;
}

Status Store::rememberPeer(const Peer &peer)
{
    if (isReadOnly())
        return readOnlyError();
    return guarded([&]() -> Status {
        sqlite::WriteTransaction writing(m_database);
        QList<StreamTip> have = peer.have;
        QByteArray name = peer.name.toUtf8();
        QDateTime came = peer.lastIn;
        QDateTime went = peer.lastOut;
        Statement known(m_database, "SELECT have, name, came, went FROM peer WHERE file = ?");
        known.bindBytes(1, peer.file);
        if (known.step()) {
            have = withNews(unpackTips(known.bytes(0)), peer.have);
            if (name.isEmpty())
                name = known.bytes(1);
            // A QDateTime that is not valid is before every other.
            came = std::max(came, instantOf(known, 2));
            went = std::max(went, instantOf(known, 3));
        }
        known.reset();
        Statement keep(m_database,
                       "INSERT OR REPLACE INTO peer(file, person, name, have, came, went) VALUES(?, ?, ?, ?, ?, ?)");
        keep.bindBytes(1, peer.file).bindBytes(2, peer.person.uuid.toRfc4122()).bindText(3, name);
        keep.bindBytes(4, packTips(have));
        bindInstant(keep, 5, came);
        bindInstant(keep, 6, went).run();
        writing.commit();
        return {};
    });
}

Result<qint64> Store::beginImport(const ImportSource &source)
{
    if (isReadOnly())
        return readOnlyError();
    return guarded([&]() -> Result<qint64> {
        sqlite::WriteTransaction writing(m_database);
        Statement insert(m_database, "INSERT INTO import_log(at, sender, person, file, bundle, made, have, "
                                     "transactions) VALUES(?, ?, ?, ?, ?, ?, ?, 0)");
        insert.bind(1, source.when.toMSecsSinceEpoch()).bindText(2, source.name.toUtf8());
        insert.bindBytes(3, source.person.uuid.toRfc4122()).bindBytes(4, source.file);
        insert.bindText(5, source.bundle.toUtf8());
        bindInstant(insert, 6, source.made);
        insert.bindBytes(7, packTips(source.have)).run();
        const qint64 import = sqlite3_last_insert_rowid(m_database);
        writing.commit();
        return import;
    });
}

QList<RecordId> Store::toReread(const QList<qint64> &imports)
{
    QList<RecordId> records;
    try {
        Statement query(m_database,
                        "SELECT e.uuid, r.import FROM reread r JOIN ent e ON e.eid = r.eid ORDER BY r.import, e.uuid");
        QSet<RecordId> known;
        while (query.step()) {
            const RecordId record(QUuid::fromRfc4122(query.bytes(0)));
            const bool asked = imports.isEmpty() || imports.contains(query.number(1));
            if (!asked || known.contains(record))
                continue;
            known.insert(record);
            records += record;
        }
    } catch (const sqlite::Failure &) {
        records.clear();
    }
    return records;
}

Status Store::markReread(const QList<RecordId> &records)
{
    if (isReadOnly())
        return readOnlyError();
    return guarded([&]() -> Status {
        sqlite::WriteTransaction writing(m_database);
        Statement forget(m_database, "DELETE FROM reread WHERE eid = ?");
        for (const RecordId &record : records)
            forget.bind(1, m_parts->log.findEid(record.uuid.toRfc4122())).run();
        writing.commit();
        return {};
    });
}

Status Store::refresh(const Changes &changes)
{
    return guarded([&]() -> Status {
        // The other connection may have left the file as clean and given out numbers we do not know.
        m_announced = false;
        m_parts->log.forgetNumbers();
        qsizetype all = 0;
        for (const Kind kind : allKinds())
            all += m_review.count(kind);
        const ReadTransaction reading(m_database);
        complete();
        if (changes.everything || changes.records.size() > 100 + all / 4) {
            load();
            return {};
        }
        Changes seen;
        for (auto record = changes.records.cbegin(); record != changes.records.cend(); ++record) {
            if (const qint64 eid = m_parts->log.findEid(record.key().uuid.toRfc4122()))
                m_parts->projector.project(eid, &m_review, &seen, Projector::IntoReview);
        }
        if (seen.everything)
            load();
        else
            cutCircles(m_parts->log, m_review);
        m_review.setPosition(m_parts->log.position());
        return {};
    });
}

Status Store::keepExtra(const Extra &extra)
{
    if (isReadOnly())
        return readOnlyError();
    return guarded([&]() -> Status {
        keepExtraNow(m_database, extra);
        return {};
    });
}

Status Store::forEachExtra(const QList<int> &audiences, const std::function<Status(const Extra &)> &each)
{
    QList<QPair<qint64, QByteArray>> names;
    const Status found = guarded([&]() -> Status {
        Statement query(m_database, "SELECT kind, k, audiences FROM extra ORDER BY kind, k");
        while (query.step()) {
            const QList<int> needed = audiencesFromText(query.bytes(2));
            if (std::all_of(needed.begin(), needed.end(), [&](int one) { return audiences.contains(one); }))
                names += {query.number(0), query.bytes(1)};
        }
        return {};
    });
    if (!found)
        return found;
    for (const auto &named : std::as_const(names)) {
        Extra extra;
        const Status read = guarded([&]() -> Status {
            Statement query(m_database, "SELECT data, audiences FROM extra WHERE kind = ? AND k = ?");
            query.bind(1, named.first).bindBytes(2, named.second);
            if (query.step())
                extra = {int(named.first), query.bytes(0), audiencesFromText(query.bytes(1))};
            return {};
        });
        if (!read)
            return read;
        if (Status status = each(extra); !status)
            return status;
    }
    return {};
}

} // namespace plumbline
