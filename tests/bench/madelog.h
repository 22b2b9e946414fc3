#pragma once

#include "core/domain/kind.h"
#include "core/store/transaction.h"

#include <QRandomGenerator>

#include <optional>
#include <vector>

namespace plumbline::bench {

/// Made-up words that are as frequent as words are in prose (the n-th has 1/n of the first's frequency), so that texts
/// compress about as well as what people write.
class Prose
{
public:
    explicit Prose(quint32 seed);
    QByteArray words(int count);
    /// @p text with one to four words next to each other replaced, dropped or added, as an edit does.
    QByteArray edited(const QByteArray &text);

private:
    const QByteArray &word();
    QRandomGenerator m_random;
    QList<QByteArray> m_words;
    std::vector<double> m_sums;
};

/// The transactions of a made review as several people wrote them, one after the other; the same for the same
/// arguments. They verify: chains, times, references and hashes are as in a real log.
///
/// One operation in two belongs to the creation of a record: findings, recommendations, data sources, meetings, decisions,
/// action items, links and notes, with a few milestones; the other half edit what is there.
class MadeLog
{
public:
    MadeLog(const QUuid &review, qint64 operations);
    /// The next transaction; empty when there are as many operations as were asked for.
    std::optional<Transaction> next();
    qint64 operations() const { return m_made; }

private:
    struct Register {
        QByteArray record;
        QByteArray field;
        QByteArray text; ///< What stands in it now; empty for values that are not prose.
        OperationRef head;
    };
    struct Writer {
        QByteArray stream;
        QByteArray person;
        quint64 seq = 0;
        QByteArray last;
    };
    QByteArray bytes(int count);
    void create(Transaction &transaction);
    void set(Transaction &transaction, const QByteArray &record, const QByteArray &field, const Value &value,
             int words = 0);
    void edit(Transaction &transaction);
    void finish(Transaction &transaction);

    QRandomGenerator m_random{42};
    Prose m_prose{43};
    QUuid m_review;
    qint64 m_wanted;
    qint64 m_made = 0;
    quint64 m_lam = 0;
    qint64 m_wall;
    std::vector<Writer> m_writers;
    std::vector<Register> m_registers; ///< That edits change.
    std::vector<size_t> m_pending;     ///< Index in m_registers for the operations of this transaction; npos for none.
    QList<QByteArray> m_records;
};

} // namespace plumbline::bench
