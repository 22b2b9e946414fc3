// Up to the *trunk* of a stream every place is taken once, by a whole transaction. Whoever reaches one of them reaches all
// before it, so for streams that never forked (nearly all) a number says what a receiver has. Beyond the trunk the
// previous transactions are followed one by one.

#include "core/store/chains.h"

#include "core/base/cbor.h"

#include <algorithm>

namespace plumbline {

using sqlite::Statement;

static constexpr qsizetype mostRemembered = 1000; ///< Of transactions that are not whole.

bool Chains::update()
{
    const qint64 before = m_upTo;
    Statement rows(m_database, "SELECT tid, sid, seq, h, prev FROM txn WHERE tid > ? ORDER BY tid");
    rows.bind(1, m_upTo);
    while (rows.step()) {
        const Hanging transaction{rows.number(0), rows.number(1), quint64(rows.number(2)), rows.bytes(3),
                                  rows.bytes(4)};
        take(transaction);
        m_upTo = transaction.tid;
    }
    return m_upTo != before;
}

void Chains::take(const Hanging &transaction)
{
    if (isWhole(transaction))
        return complete(transaction);
    m_hanging.insert(transaction.tid, transaction);
    m_waiting.insert(transaction.prev, transaction.tid);
}

bool Chains::isWhole(const Hanging &transaction) const
{
    if (transaction.prev.isEmpty())
        return transaction.seq == 1;
    if (const auto chain = m_chains.constFind(transaction.sid); chain != m_chains.constEnd()) {
        for (const StreamTip &tip : chain->tips) {
            if (tip.h == transaction.prev)
                return tip.seq + 1 == transaction.seq;
        }
    }
    Statement previous(m_database, "SELECT tid, sid, seq FROM txn WHERE h = ?");
    previous.bindBytes(1, transaction.prev);
    // One that arrived later is not looked at yet; it finds those that wait for it.
    return previous.step() && previous.number(0) < transaction.tid && !m_hanging.contains(previous.number(0)) &&
           previous.number(1) == transaction.sid && quint64(previous.number(2)) + 1 == transaction.seq;
}

void Chains::complete(Hanging transaction)
{
    QList<Hanging> next{transaction};
    while (!next.isEmpty()) {
        transaction = next.takeLast();
        Chain &chain = m_chains[transaction.sid];
        const qsizetype followed = chain.tips.removeIf([&](const StreamTip &tip) { return tip.h == transaction.prev; });
        const bool forks = followed == 0 && !chain.tips.isEmpty();
        if (forks && (chain.forkedAt == 0 || transaction.seq < chain.forkedAt))
            chain.forkedAt = transaction.seq;
        chain.tips += {{}, transaction.seq, transaction.h};
        const QList<qint64> waiting = m_waiting.values(transaction.h);
        for (const qint64 tid : waiting) {
            const Hanging waiter = m_hanging.value(tid);
            if (waiter.sid != transaction.sid || waiter.seq != transaction.seq + 1)
                continue;
            m_hanging.remove(tid);
            m_waiting.remove(transaction.h, tid);
            next += waiter;
        }
    }
}

QList<StreamTip> Chains::tips(qint64 sid, const QByteArray &stream) const
{
    QList<StreamTip> tips = m_chains.value(sid).tips;
    for (StreamTip &tip : tips)
        tip.stream = stream;
    std::sort(tips.begin(), tips.end(),
              [](const StreamTip &a, const StreamTip &b) { return a.seq != b.seq ? a.seq < b.seq : a.h < b.h; });
    return tips;
}

quint64 Chains::trunkOf(qint64 sid, quint64 lowestHanging) const
{
    const Chain chain = m_chains.value(sid);
    quint64 trunk = 0;
    for (const StreamTip &tip : chain.tips)
        trunk = std::max(trunk, tip.seq);
    if (chain.forkedAt > 0)
        trunk = std::min(trunk, chain.forkedAt - 1);
    return lowestHanging > 0 ? std::min(trunk, lowestHanging - 1) : trunk;
}

void Chains::walk(const QByteArray &h, quint64 trunk, Rest &rest, QSet<qint64> &seen) const
{
    Statement find(m_database, "SELECT tid, sid, seq, prev FROM txn WHERE h = ?");
    QByteArray at = h;
    while (!at.isEmpty()) {
        find.bindBytes(1, at);
        if (!find.step())
            return;
        const qint64 tid = find.number(0);
        const bool here = find.number(1) == rest.sid;
        const auto seq = quint64(find.number(2));
        at = find.bytes(3);
        find.reset();
        if (!here || seen.contains(tid))
            return;
        if (seq <= trunk) {
            rest.after = std::max(rest.after, seq);
            return;
        }
        seen.insert(tid);
    }
}

std::vector<Chains::Rest> Chains::beyond(const QList<int> &audiences, const QList<StreamTip> &tips) const
{
    QHash<QByteArray, QList<QByteArray>> known;
    for (const StreamTip &tip : tips)
        known[tip.stream] += tip.h;
    QHash<qint64, quint64> lowest; // Place of the first one in each stream that is not whole.
    for (const Hanging &transaction : m_hanging) {
        quint64 &place = lowest[transaction.sid];
        place = place == 0 ? transaction.seq : std::min(place, transaction.seq);
    }
    std::vector<Rest> rests;
    Statement streams(m_database, "SELECT sid, uuid, audience FROM stream ORDER BY uuid");
    while (streams.step()) {
        if (!audiences.contains(int(streams.number(2))))
            continue;
        Rest rest;
        rest.sid = streams.number(0);
        const QList<QByteArray> ends = known.value(streams.bytes(1));
        if (!ends.isEmpty()) {
            const quint64 trunk = trunkOf(rest.sid, lowest.value(rest.sid));
            QSet<qint64> seen;
            for (const QByteArray &h : ends)
                walk(h, trunk, rest, seen);
            rest.had.assign(seen.cbegin(), seen.cend());
            std::sort(rest.had.begin(), rest.had.end());
        }
        rests.push_back(std::move(rest));
    }
    return rests;
}

std::vector<qint64> Chains::transactions(const std::vector<Rest> &rests) const
{
    std::vector<qint64> all;
    Statement query(m_database, "SELECT tid FROM txn WHERE sid = ? AND seq > ?");
    for (const Rest &rest : rests) {
        query.bind(1, rest.sid).bind(2, qint64(rest.after));
        while (query.step()) {
            const qint64 tid = query.number(0);
            if (!std::binary_search(rest.had.begin(), rest.had.end(), tid))
                all.push_back(tid);
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

QByteArray Chains::toBytes() const
{
    if (m_hanging.size() > mostRemembered)
        return {};
    QByteArray out;
    cbor::arrayHead(out, 3);
    cbor::number(out, m_upTo);
    cbor::arrayHead(out, quint64(m_chains.size()));
    for (auto chain = m_chains.cbegin(); chain != m_chains.cend(); ++chain) {
        cbor::arrayHead(out, 3);
        cbor::number(out, chain.key());
        cbor::unsignedNumber(out, chain->forkedAt);
        cbor::arrayHead(out, quint64(chain->tips.size()));
        for (const StreamTip &tip : chain->tips) {
            cbor::arrayHead(out, 2);
            cbor::unsignedNumber(out, tip.seq);
            cbor::bytes(out, tip.h);
        }
    }
    cbor::arrayHead(out, quint64(m_hanging.size()));
    for (const Hanging &transaction : m_hanging) {
        cbor::arrayHead(out, 5);
        cbor::number(out, transaction.tid);
        cbor::number(out, transaction.sid);
        cbor::unsignedNumber(out, transaction.seq);
        cbor::bytes(out, transaction.h);
        cbor::bytes(out, transaction.prev);
    }
    return out;
}

void Chains::fromBytes(const QByteArray &bytes)
{
    Chains read(m_database);
    cbor::Reader reader(bytes);
    const auto expect = [&](quint64 size) {
        if (reader.readArrayHead() != size)
            reader.fail();
    };
    expect(3);
    read.m_upTo = reader.readNumber();
    for (quint64 chains = reader.readArrayHead(); reader.ok() && chains > 0; --chains) {
        expect(3);
        Chain &chain = read.m_chains[reader.readNumber()];
        chain.forkedAt = reader.readUnsigned();
        for (quint64 tips = reader.readArrayHead(); reader.ok() && tips > 0; --tips) {
            expect(2);
            const quint64 seq = reader.readUnsigned();
            chain.tips += {{}, seq, reader.readBytes()};
        }
    }
    for (quint64 count = reader.readArrayHead(); reader.ok() && count > 0; --count) {
        expect(5);
        Hanging transaction;
        transaction.tid = reader.readNumber();
        transaction.sid = reader.readNumber();
        transaction.seq = reader.readUnsigned();
        transaction.h = reader.readBytes();
        transaction.prev = reader.readBytes();
        read.m_hanging.insert(transaction.tid, transaction);
        read.m_waiting.insert(transaction.prev, transaction.tid);
    }
    if (reader.ok() && reader.atEnd())
        *this = read;
}

} // namespace plumbline
