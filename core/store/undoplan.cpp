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
        QSet<QByteArray> cancelled;
        for (auto operation = operations.rbegin(); operation != operations.rend(); ++operation) {
            const QByteArray &h = operation->self.h;
            if (undone.contains(h)) {
                m_ours.insert(operation->self);
            } else if (cancelled.contains(h)) {
                continue;
            } else if (!operation->undoes.isEmpty()) {
                cancelled.unite(QSet<QByteArray>(operation->undoes.begin(), operation->undoes.end()));
                continue;
            }
            m_standing.push_back(&*operation);
        }
        for (const StoredOperation *operation : m_standing)
            m_refs.insert(operation->self, standingRefs(*operation));
    }

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
            if (std::find(m_standing.begin(), m_standing.end(), below) != m_standing.end())
                found.insert(next);
            else
                open += below->refs;
        }
        return found;
    }

    QHash<OperationRef, const StoredOperation *> m_all;
    QSet<OperationRef> m_ours;
    std::vector<const StoredOperation *> m_standing;
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

} // namespace

UndoPlan planUndo(Log &log, Projector &projector, Writer &writer, const QList<qint64> &transactions)
{
    UndoPlan plan;
    QSet<QByteArray> undone;
    QList<QPair<Register, Operation>> touched;
    QSet<Register> seen;
    QHash<qint64, int> audiences;
    for (const qint64 tid : transactions) {
        const Transaction transaction = log.read(tid);
        plan.transactions += transaction.identity();
        undone.insert(transaction.identity());
        for (const Operation &operation : transaction.operations) {
            const Register target{log.eid(operation.entity), log.fid(operation.field)};
            const QByteArray life = operation.field.left(operation.field.indexOf('.')) + ".life";
            if (!audiences.contains(target.eid))
                audiences.insert(target.eid, log.audienceOf(target.eid, log.findFid(life)));
            if (operation.isRegister() && !seen.contains(target)) {
                seen.insert(target);
                touched += {target, operation};
            }
        }
    }
    const qint64 now = log.position();
    QSet<qint64> removed; // Records whose creation is taken back; their fields go with them.
    for (const auto &[target, operation] : std::as_const(touched)) {
        if (operation.type != LifeOperation)
            continue;
        const RegisterUndo undo = undoRegister(log, target, undone);
        const auto kind = kindNamed(operation.field.left(operation.field.indexOf('.')));
        if (undo.possible && undo.before.empty() && kind) {
            plan.operations += writer.deletion(*kind, RecordId(QUuid::fromRfc4122(operation.entity)), now,
                                               audiences.value(target.eid));
            removed.insert(target.eid);
        }
    }
    for (const auto &[target, operation] : std::as_const(touched)) {
        if (removed.contains(target.eid))
            continue;
        const RegisterUndo undo = undoRegister(log, target, undone);
        if (!undo.possible) {
            plan.left += QString::fromLatin1(operation.field);
            continue;
        }
        PendingOperation pending;
        pending.audience = audiences.value(target.eid);
        pending.operation.type = operation.type;
        pending.operation.entity = operation.entity;
        pending.operation.field = operation.field;
        pending.operation.refs = undo.present;
        const ShownValue before = projector.shownFrom(undo.before, target, operation.field);
        const auto kind = kindNamed(operation.field.left(operation.field.indexOf('.')));
        const QByteArray word = before.value.array().value(0).toText().toUtf8(); // deleted, moved or withdrawn
        const bool deletes = operation.type == LifeOperation && kind && !before.conflict && !word.isEmpty() &&
                             word != "alive";
        if (deletes && lifeBefore(log, target.eid, operation.field, undone) == Life::Deleted) {
            // A delete that nobody disputed must be undisputed again, so it needs a witness of what is here
            // now.
            plan.operations += writer.deletion(*kind, RecordId(QUuid::fromRfc4122(operation.entity)), now,
                                               audiences.value(target.eid), word);
            continue;
        }
        if (!before.conflict) {
            pending.operation.value = before.value;
            plan.operations += pending;
            continue;
        }
        for (const StoredOperation &value : before.distinct) {
            pending.operation.value = value.value;
            plan.operations += pending;
        }
    }
    return plan;
}

} // namespace plumbline
