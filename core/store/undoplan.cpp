#include "core/store/undoplan.h"

#include <algorithm>

namespace plumbline {

namespace {

struct RegisterUndo {
    bool possible = false;
    std::vector<StoredOperation> before; ///< The heads the log without the set gives.
    QList<OperationRef> present;         ///< All heads there are now.
};

/// The operations of a register as they count once what was taken back before is left out.
///
/// An undo that still holds and what it took back cancel each other: neither of them stands in the way of
/// taking back what came earlier. What others built on either is then built on what the cancelled operations
/// were built on.
class EffectiveRegister
{
public:
    EffectiveRegister(const std::vector<StoredOperation> &operations, const QSet<QByteArray> &undone)
    {
        for (const StoredOperation &operation : operations)
            m_all.insert(operation.self, &operation);
        // Later operations first: whether an undo still holds is known before what it took back is judged.
        QList<QSet<QByteArray>> cancelled;
        const auto isCancelled = [&](const QByteArray &h) {
            return std::any_of(cancelled.begin(), cancelled.end(),
                               [&](const QSet<QByteArray> &takenBack) { return takenBack.contains(h); });
        };
        for (auto operation = operations.rbegin(); operation != operations.rend(); ++operation) {
            const QByteArray &h = operation->self.h;
            if (undone.contains(h)) {
                m_ours.insert(operation->self);
            } else if (isCancelled(h)) {
                m_cancelled.insert(h);
                continue;
            } else if (!operation->undoes.isEmpty()) {
                cancelled += operation->undoes;
                continue;
            }
            m_standing.push_back(&*operation);
            m_isStanding.insert(&*operation);
        }
        for (const StoredOperation *operation : m_standing)
            m_refs.insert(operation->self, standingRefs(*operation));
    }

    /// The transactions whose operation an undo that still holds took back.
    const QSet<QByteArray> &cancelled() const { return m_cancelled; }
    bool isOurs(const StoredOperation *operation) const { return m_ours.contains(operation->self); }

    /// The standing operations on which no standing operation builds; with @p withoutOurs as if ours had
    /// never been.
    std::vector<const StoredOperation *> heads(bool withoutOurs) const
    {
        QSet<OperationRef> replaced;
        for (const StoredOperation *operation : m_standing) {
            if (!withoutOurs || !isOurs(operation))
                replaced.unite(m_refs.value(operation->self));
        }
        std::vector<const StoredOperation *> heads;
        for (const StoredOperation *operation : m_standing) {
            if (!replaced.contains(operation->self) && (!withoutOurs || !isOurs(operation)))
                heads.push_back(operation);
        }
        return heads;
    }

    /// Whether @p operation builds, directly or not, on one of ours.
    bool buildsOnOurs(const StoredOperation *operation) const
    {
        QSet<OperationRef> seen;
        QList<OperationRef> open(m_refs.value(operation->self).values());
        while (!open.isEmpty()) {
            const OperationRef next = open.takeLast();
            if (m_ours.contains(next))
                return true;
            if (!seen.contains(next))
                open += m_refs.value(next).values();
            seen.insert(next);
        }
        return false;
    }

private:
    /// What an operation builds on, cancelled operations replaced by what they were built on.
    QSet<OperationRef> standingRefs(const StoredOperation &operation) const
    {
        QSet<OperationRef> found;
        QSet<OperationRef> seen;
        QList<OperationRef> open = operation.refs;
        while (!open.isEmpty()) {
            const OperationRef next = open.takeLast();
            const StoredOperation *below = m_all.value(next);
            if (!below || seen.contains(next))
                continue;
            seen.insert(next);
            if (m_isStanding.contains(below))
                found.insert(next);
            else
                open += below->refs;
        }
        return found;
    }

    QHash<OperationRef, const StoredOperation *> m_all;
    QSet<OperationRef> m_ours;
    QSet<QByteArray> m_cancelled;
    std::vector<const StoredOperation *> m_standing;
    QSet<const StoredOperation *> m_isStanding;
    QHash<OperationRef, QSet<OperationRef>> m_refs;
};

RegisterUndo undoRegister(Log &log, const Register &target, const QSet<QByteArray> &undone)
{
    const std::vector<StoredOperation> operations = log.operations(target);
    const EffectiveRegister effective(operations, undone);
    RegisterUndo undo;
    for (const StoredOperation &head : log.heads(target))
        undo.present += head.self;
    std::sort(undo.present.begin(), undo.present.end());
    bool oursIsHead = false;
    for (const StoredOperation *head : effective.heads(false)) {
        if (effective.isOurs(head))
            oursIsHead = true;
        else if (effective.buildsOnOurs(head))
            return undo; // Somebody went on from it: left as it is.
    }
    undo.possible = oursIsHead;
    for (const StoredOperation *head : effective.heads(true))
        undo.before.push_back(*head);
    std::sort(undo.before.begin(),
              undo.before.end()); // A conflict comes back with the same value shown first.
    return undo;
}

/// Whether the record was here when the first of the transactions of @p undone was written.
Life lifeBefore(Log &log, qint64 eid, const QByteArray &lifeField, const QSet<QByteArray> &undone)
{
    qint64 position = log.position();
    for (const StoredOperation &operation : log.everyOperation(eid)) {
        if (undone.contains(operation.self.h)) {
            position = operation.oid - 1;
            break;
        }
    }
    QHash<QByteArray, std::vector<StoredOperation>> heads;
    const QList<QByteArray> fields = log.headsOf(eid).keys();
    for (const QByteArray &field : fields)
        heads.insert(field, log.headsAt({eid, log.findFid(field)}, position));
    return lifeOf(heads.value(lifeField), heads,
                  [&](const QSet<QByteArray> &groups) { return log.witnessed(eid, groups); });
}

std::optional<Kind> kindOfField(const QByteArray &fullName)
{
    return kindNamed(fullName.left(std::max<qsizetype>(fullName.indexOf('.'), 0)));
}

/// Plans the undo of some transactions register by register, each of which is read once.
class UndoPlanner
{
public:
    UndoPlanner(Log &log, Projector &projector, Writer &writer)
        : m_log(log), m_projector(projector), m_writer(writer), m_now(log.position())
    {
    }

    UndoPlan plan(const QList<qint64> &transactions, const QSet<QByteArray> &only)
    {
        for (const qint64 tid : transactions)
            collect(m_log.read(tid), only);
        followUndoes();
        for (const Touched &touched : std::as_const(m_touched)) {
            if (touched.operation.type == LifeOperation)
                takeBackCreation(touched);
        }
        for (const Touched &touched : std::as_const(m_touched)) {
            if (!m_settled.contains(touched.target.eid))
                takeBack(touched);
        }
        return m_plan;
    }

private:
    struct Touched {
        Register target;
        Operation operation;
    };

    void collect(const Transaction &transaction, const QSet<QByteArray> &only)
    {
        const QByteArray h = transaction.identity();
        bool concerned = false;
        for (const Operation &operation : transaction.operations) {
            if (!only.isEmpty() && !only.contains(operation.entity))
                continue;
            concerned = true;
            const Register target{m_log.eid(operation.entity), m_log.fid(operation.field)};
            const QByteArray life = operation.field.left(operation.field.indexOf('.')) + ".life";
            if (!m_audiences.contains(target.eid))
                m_audiences.insert(target.eid, m_log.audienceOf(target.eid, m_log.findFid(life)));
            if (operation.isRegister() && !m_seen.contains(target)) {
                m_seen.insert(target);
                m_touched += {target, operation};
            }
        }
        if (!concerned)
            return;
        m_plan.transactions += h;
        m_undone.insert(h);
    }

    /// An undo of an undo also stands for what it brought back, and so on.
    void followUndoes()
    {
        QList<QByteArray> open(m_undone.begin(), m_undone.end());
        while (!open.isEmpty()) {
            const QByteArray h = open.takeLast();
            if (m_ours.contains(h))
                continue;
            m_ours.insert(h);
            const QSet<QByteArray> undone = m_log.undoneBy(m_log.transactionNumber(h));
            open += QList<QByteArray>(undone.begin(), undone.end());
        }
    }

    /// Deletes a record whose creation is taken back; its fields go with it. A record others have gone on from
    /// stays whole: nobody's later work is deleted, and a record without its first values is no record.
    void takeBackCreation(const Touched &touched)
    {
        const RegisterUndo undo = undoRegister(m_log, touched.target, m_undone);
        const auto kind = kindOfField(touched.operation.field);
        if (!undo.possible || !undo.before.empty() || !kind)
            return;
        m_settled.insert(touched.target.eid);
        // The fields of a creation that was taken back before went with it; they are nobody's work any more.
        const EffectiveRegister life(m_log.operations(touched.target), m_undone);
        if (hasWorkOfOthers(touched.target.eid, life.cancelled()))
            leave(touched.operation);
        else
            addDeletion(touched, *kind, "deleted");
    }

    /// Whether anything that stands on the record's fields, minor ones aside, was written outside the set and outside
    /// @p takenBack.
    bool hasWorkOfOthers(qint64 eid, const QSet<QByteArray> &takenBack)
    {
        const auto heads = m_log.headsOf(eid);
        for (auto field = heads.cbegin(); field != heads.cend(); ++field) {
            const bool onlyOurs = std::all_of(
                field->begin(), field->end(),
                [&](const StoredOperation &head) { return m_ours.contains(head.self.h); });
            if (onlyOurs || isMinorField(field.key()))
                continue;
            const auto operations = m_log.operations({eid, m_log.findFid(field.key())});
            const EffectiveRegister effective(operations, m_undone);
            for (const StoredOperation *head : effective.heads(false)) {
                if (!m_ours.contains(head->self.h) && !takenBack.contains(head->self.h))
                    return true;
            }
        }
        return false;
    }

    void takeBack(const Touched &touched)
    {
        const Operation &operation = touched.operation;
        const RegisterUndo undo = undoRegister(m_log, touched.target, m_undone);
        if (!undo.possible)
            return leave(operation);
        const ShownValue before = m_projector.shownFrom(undo.before, touched.target, operation.field);
        if (operation.type == LifeOperation && !before.conflict) {
            const auto kind = kindOfField(operation.field);
            const QByteArray word = before.value.array().value(0).toText().toUtf8();
            const bool gone = word == "deleted" || word == "moved" || word == "withdrawn";
            // A delete that nobody disputed must be undisputed again, so it needs a witness of what is here now.
            if (kind && gone &&
                lifeBefore(m_log, touched.target.eid, operation.field, m_undone) == Life::Deleted)
                return addDeletion(touched, *kind, word);
        }
        PendingOperation pending;
        pending.audience = m_audiences.value(touched.target.eid);
        pending.operation.type = operation.type;
        pending.operation.entity = operation.entity;
        pending.operation.field = operation.field;
        pending.operation.refs = undo.present;
        QList<Value> values{before.value};
        if (before.conflict) {
            values.clear();
            for (const StoredOperation &head : before.distinct)
                values += head.value;
        }
        for (const Value &value : std::as_const(values)) {
            pending.operation.value = value;
            m_plan.operations += pending;
        }
    }

    void addDeletion(const Touched &touched, Kind kind, const QByteArray &word)
    {
        m_plan.operations += m_writer.deletion(kind, RecordId(QUuid::fromRfc4122(touched.operation.entity)),
                                               m_now, m_audiences.value(touched.target.eid), word);
    }

    void leave(const Operation &operation)
    {
        const QByteArray name = operation.field.mid(operation.field.indexOf('.') + 1);
        m_plan.left += {RecordId(QUuid::fromRfc4122(operation.entity)), name};
    }

    Log &m_log;             // Not owned.
    Projector &m_projector; // Not owned.
    Writer &m_writer;       // Not owned.
    const qint64 m_now;
    QList<Touched> m_touched;
    QSet<Register> m_seen;
    QSet<QByteArray> m_undone;
    QSet<QByteArray> m_ours; ///< The same, and what an undo among them brings back.
    QHash<qint64, int> m_audiences;
    QSet<qint64> m_settled; ///< Records about which all is said.
    UndoPlan m_plan;
};

} // namespace

UndoPlan planUndo(Log &log, Projector &projector, Writer &writer, const QList<qint64> &transactions,
                  const QSet<QByteArray> &only)
{
    return UndoPlanner(log, projector, writer).plan(transactions, only);
}

} // namespace plumbline
