#pragma once

#include "core/store/log.h"

#include <vector>

namespace plumbline {

/// Where the streams of a log end, fork and break.
///
/// A transaction is *whole* when it is the first of its stream or the one it names as previous is here, stands one
/// place before it in the same stream, and is whole. As the log only grows, what is whole stays so; therefore what was
/// found out is kept, and only what arrived since is looked at. Every function throws sqlite::Failure.
class Chains
{
public:
    explicit Chains(sqlite3 *database) : m_database(database) {}

    /// Takes in what arrived since the last call; false when there was nothing.
    bool update();
    /// What update() found out, for the next opening of the file; empty when it would be too long to be worth it.
    QByteArray toBytes() const;
    /// Starts from toBytes() of an earlier time; bytes that are not ours are ignored.
    void fromBytes(const QByteArray &bytes);
    qint64 upTo() const { return m_upTo; } ///< Local number of the last transaction looked at.

    /// The whole transactions of a stream that no whole one follows; several on a fork. Ordered by (seq, h).
    QList<StreamTip> tips(qint64 sid, const QByteArray &stream) const;

    /// A transaction that is not whole.
    struct Hanging {
        qint64 tid = 0;
        qint64 sid = 0;
        quint64 seq = 0;
        QByteArray h;
        QByteArray prev;
    };
    const QHash<qint64, Hanging> &hanging() const { return m_hanging; }

    /// The part of a stream that cannot be reached from some tips.
    struct Rest {
        qint64 sid = 0;
        quint64 after = 0;       ///< Every transaction up to this place can be reached.
        std::vector<qint64> had; ///< Local numbers of those beyond it that can be reached, ascending.
    };
    /// One for each stream of the audiences. Tips that are not here say nothing.
    std::vector<Rest> beyond(const QList<int> &audiences, const QList<StreamTip> &tips) const;
    /// Local numbers of the transactions of these rests, in the order of arrival.
    std::vector<qint64> transactions(const std::vector<Rest> &rests) const;

private:
    struct Chain {
        QList<StreamTip> tips;
        quint64 forkedAt = 0; ///< The first place that is taken by two whole transactions; 0: none is.
    };
    void take(const Hanging &transaction);
    bool isWhole(const Hanging &transaction) const;
    void complete(Hanging transaction);
    quint64 trunkOf(qint64 sid, quint64 lowestHanging) const;
    void walk(const QByteArray &h, quint64 trunk, Rest &rest, QSet<qint64> &seen) const;

    sqlite3 *m_database; // Not owned, outlives the chains.
    QHash<qint64, Chain> m_chains;
    QHash<qint64, Hanging> m_hanging;
    QMultiHash<QByteArray, qint64> m_waiting; ///< By the previous transaction each waits for.
    qint64 m_upTo = 0;
};

} // namespace plumbline
