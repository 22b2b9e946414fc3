#pragma once

#include "core/domain/record.h"
#include "core/store/transaction.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace plumbline {

// What any copy must make of a set of transactions, computed by an independent program: written from
// docs/file-format.md, it works on plain lists in memory and calls nothing of core/store but the types that carry a
// transaction. It knows milestones only.

using Name = std::pair<QByteArray, QByteArray>; ///< Record and field.

/// Which rule of the format an oracle gets wrong, to prove that the histories exercise it.
enum class Mutant {
    None,
    RefsToOthersReplace,     ///< A reference to another register's operation replaces it.
    AnnotationsReplace,      ///< Annotations replace what they refer to.
    TypesAboveTwoAreNoHeads, ///< Register operations of unknown types cannot be heads.
    OrderBySeqFirst,         ///< (seq, stream) instead of (lam, stream, seq).
    LamIsNotClamped,
    AnyDeleteWins,          ///< A record is deleted as soon as one life head says so.
    WitnessesAreIgnored,    ///< A delete needs no witness.
    OwnEditsAreNotSeen,     ///< What the deleting action itself wrote keeps the record.
    MinorFieldsKeepRecords, ///< An unwitnessed drag keeps a record from being deleted.
    RekeyCountsAsAny,
    LastIsShown, ///< `ask` shows the last in order.
};

/// What one register holds and what each policy shows of it.
struct Shown {
    QList<OperationRef> heads; ///< In order.
    bool conflict = false;     ///< Under `ask`.
    Value ask;
    Value lww;
    Value first;
    friend bool operator==(const Shown &, const Shown &) = default;
};

/// Everything people could see of a set of transactions.
struct State {
    std::map<Name, Shown> registers;
    std::map<QByteArray, Life> lives;
    friend bool operator==(const State &, const State &) = default;
};

using Heads = std::map<Name, QList<OperationRef>>;

inline QByteArray textOf(const Value &value)
{
    return value.isArray() ? textOf(value.array().value(0)) + '/' + textOf(value.array().value(1))
                           : value.utf8();
}

inline QByteArray textOf(const Name &name, const QList<OperationRef> &heads)
{
    QByteArray text = name.first.left(1) + ' ' + name.second + ':';
    for (const OperationRef &head : heads)
        text += ' ' + head.h.toHex().left(8) + '.' + QByteArray::number(head.index);
    return text;
}

inline QByteArray textOf(const Heads &all)
{
    QByteArray text;
    for (const auto &[name, heads] : all)
        text += textOf(name, heads) + '\n';
    return text;
}

/// For messages.
inline QByteArray textOf(const State &state)
{
    QByteArray text;
    for (const auto &[name, shown] : state.registers)
        text += textOf(name, shown.heads) + (shown.conflict ? " conflict " : " settled ") +
                textOf(shown.ask) + " lww " + textOf(shown.lww) + " first " + textOf(shown.first) + '\n';
    for (const auto &[record, life] : state.lives)
        text += record.left(1) + " life " + QByteArray::number(int(life)) + '\n';
    return text;
}

/// What any copy must make of a set of transactions.
class Oracle
{
public:
    struct Op {
        QByteArray h;
        quint32 index = 0;
        const Transaction *transaction = nullptr;
        const Operation *operation = nullptr;
    };

    /// A transaction and its identity; the transaction must outlive the oracle.
    using Known = std::pair<QByteArray, const Transaction *>;

    explicit Oracle(const std::vector<Known> &all, Mutant mutant = Mutant::None) : m_mutant(mutant)
    {
        for (const auto &[h, transaction] : all) {
            for (qsizetype k = 0; k < transaction->operations.size(); ++k)
                m_ops.push_back({h, quint32(k), transaction, &transaction->operations.at(k)});
        }
        findHeads();
    }

    /// The operations nobody replaced, in order.
    Heads headRefs() const
    {
        Heads refs;
        for (const auto &[name, heads] : m_heads)
            refs[name] = refsOf(heads);
        return refs;
    }

    State state() const
    {
        State state;
        for (const auto &[name, heads] : m_heads) {
            Shown shown;
            shown.heads = refsOf(heads);
            shown.first = heads.front().operation->value;
            shown.ask = m_mutant == Mutant::LastIsShown ? heads.back().operation->value : shown.first;
            shown.lww = lastWriter(heads).operation->value;
            for (const Op &head : heads)
                shown.conflict |= !(head.operation->value == shown.first);
            state.registers[name] = shown;
            state.lives[name.first] = lifeOfRecord(name.first);
        }
        return state;
    }

    int conflicts() const
    {
        int count = 0;
        for (const auto &[name, heads] : m_heads)
            count += heads.size() > 1;
        return count;
    }

    const std::map<Name, std::vector<Op>> &heads() const { return m_heads; }

    /// All operations of a record are of one audience.
    int audienceOf(const QByteArray &record) const
    {
        const auto op = std::find_if(m_ops.begin(), m_ops.end(),
                                     [&](const Op &candidate) { return candidate.operation->entity == record; });
        return op == m_ops.end() ? 0 : op->transaction->audience;
    }

private:
    static QList<OperationRef> refsOf(const std::vector<Op> &heads)
    {
        QList<OperationRef> refs;
        for (const Op &head : heads)
            refs += {head.h, head.index};
        return refs;
    }

    bool before(const Op &a, const Op &b) const
    {
        const auto lam = [&](const Op &op) {
            const quint64 most = quint64(1) << 48;
            return m_mutant == Mutant::LamIsNotClamped ? op.transaction->lam
                                                       : std::min(op.transaction->lam, most);
        };
        if (m_mutant == Mutant::OrderBySeqFirst && a.transaction->seq != b.transaction->seq)
            return a.transaction->seq < b.transaction->seq;
        if (lam(a) != lam(b))
            return lam(a) < lam(b);
        if (a.transaction->stream != b.transaction->stream)
            return a.transaction->stream < b.transaction->stream;
        if (a.transaction->seq != b.transaction->seq)
            return a.transaction->seq < b.transaction->seq;
        return a.h != b.h ? a.h < b.h : a.index < b.index;
    }

    bool replaces(const Op &later, const Op &earlier) const
    {
        const bool same = later.operation->entity == earlier.operation->entity &&
                          later.operation->field == earlier.operation->field;
        return (same || m_mutant == Mutant::RefsToOthersReplace) &&
               (later.operation->type < 64 || m_mutant == Mutant::AnnotationsReplace);
    }

    void findHeads()
    {
        using Ref = std::pair<QByteArray, quint32>;
        std::map<Ref, const Op *> byRef;
        for (const Op &op : m_ops)
            byRef[{op.h, op.index}] = &op;
        std::set<Ref> replaced;
        for (const Op &later : m_ops) {
            for (const OperationRef &ref : later.operation->refs) {
                const auto earlier = byRef.find({ref.h, ref.index});
                if (earlier != byRef.end() && replaces(later, *earlier->second))
                    replaced.insert(earlier->first);
            }
        }
        for (const Op &op : m_ops) {
            const int type = op.operation->type;
            if (type >= 64 || (m_mutant == Mutant::TypesAboveTwoAreNoHeads && type > 2))
                continue;
            if (!replaced.count({op.h, op.index}))
                m_heads[{op.operation->entity, op.operation->field}].push_back(op);
        }
        for (auto &[name, heads] : m_heads)
            std::sort(heads.begin(), heads.end(), [this](const Op &a, const Op &b) { return before(a, b); });
    }

    Op lastWriter(const std::vector<Op> &heads) const
    {
        constexpr int rekey = 11;
        for (auto head = heads.rbegin(); head != heads.rend(); ++head) {
            if (head->transaction->cause != rekey || m_mutant == Mutant::RekeyCountsAsAny)
                return *head;
        }
        return heads.back();
    }

    Life lifeOfRecord(const QByteArray &record) const
    {
        const auto life = m_heads.find({record, "milestone.life"});
        if (life == m_heads.end())
            return Life::Deleted; // Nobody here has created it yet.
        std::set<QByteArray> deletes;
        bool alive = false;
        for (const Op &head : life->second) {
            if (head.operation->value.array().value(0).toText() == u"alive")
                alive = true;
            else
                deletes.insert(head.transaction->group);
        }
        if (m_mutant == Mutant::AnyDeleteWins ? deletes.empty() : alive)
            return Life::Alive;
        std::set<std::pair<QByteArray, quint32>> witnessed;
        for (const Op &op : m_ops) {
            if (op.operation->type != 64 || op.operation->entity != record ||
                !deletes.count(op.transaction->group))
                continue;
            for (const OperationRef &ref : op.operation->refs)
                witnessed.insert({ref.h, ref.index});
            // What the deleter wrote in the same action, she has seen.
            for (const Op &own : m_ops) {
                if (own.transaction->group == op.transaction->group && m_mutant != Mutant::OwnEditsAreNotSeen)
                    witnessed.insert({own.h, own.index});
            }
        }
        for (const auto &[name, heads] : m_heads) {
            const bool minor = name.second.contains(".~") && m_mutant != Mutant::MinorFieldsKeepRecords;
            if (name.first != record || name.second == "milestone.life" || minor)
                continue;
            for (const Op &head : heads) {
                if (!witnessed.count({head.h, head.index}) && m_mutant != Mutant::WitnessesAreIgnored)
                    return Life::DeletedWhileEdited;
            }
        }
        return Life::Deleted;
    }

    Mutant m_mutant;
    std::vector<Op> m_ops;
    std::map<Name, std::vector<Op>> m_heads;
};

} // namespace plumbline
