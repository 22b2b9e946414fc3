#include "core/store/writer.h"

#include "core/domain/audiencerules.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace plumbline {

using sqlite::Statement;

QByteArray Meta::bytes(const QByteArray &name) const
{
    Statement query(m_database, "SELECT v FROM meta WHERE k = ?");
    query.bindText(1, name);
    return query.step() ? query.bytes(0) : QByteArray();
}

qint64 Meta::number(const QByteArray &name) const
{
    Statement query(m_database, "SELECT v FROM meta WHERE k = ?");
    query.bindText(1, name);
    return query.step() ? query.number(0) : 0;
}

void Meta::set(const QByteArray &name, const QByteArray &bytes)
{
    Statement(m_database, "INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)")
        .bindText(1, name)
        .bindBytes(2, bytes)
        .run();
}

void Meta::set(const QByteArray &name, qint64 number)
{
    Statement(m_database, "INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)")
        .bindText(1, name)
        .bind(2, number)
        .run();
}

void Meta::remove(const QByteArray &name)
{
    Statement(m_database, "DELETE FROM meta WHERE k = ?").bindText(1, name).run();
}

Writer::Writer(Log &log, Projector &projector, Meta &meta, const StreamRegistry &registry,
               const Entropy &entropy)
    : m_log(log), m_projector(projector), m_meta(meta), m_registry(registry), m_entropy(entropy)
{
}

static QByteArray fullName(Kind kind, const QByteArray &field)
{
    return QByteArray(describe(kind).name) + '.' + field;
}

static QList<OperationRef> sortedRefs(const QSet<OperationRef> &refs)
{
    QList<OperationRef> sorted(refs.begin(), refs.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

Value Writer::lifeValue(const char *word, Kind kind)
{
    return Value::Array{Value(QString::fromLatin1(word)), Value(QString::fromLatin1(describe(kind).name))};
}

PendingOperation Writer::lifeOperation(Kind kind, RecordId record, const char *word, qint64 position,
                                       int audience)
{
    PendingOperation life;
    life.audience = audience;
    life.operation.type = LifeOperation;
    life.operation.entity = record.uuid.toRfc4122();
    life.operation.field = fullName(kind, "life");
    life.operation.value = lifeValue(word, kind);
    QSet<OperationRef> refs;
    if (const qint64 eid = m_log.findEid(life.operation.entity)) {
        for (const StoredOperation &head :
             m_log.headsAt({eid, m_log.findFid(life.operation.field)}, position))
            refs.insert(head.self);
    }
    life.operation.refs = sortedRefs(refs);
    return life;
}

QList<PendingOperation> Writer::deletion(Kind kind, RecordId record, qint64 position, int audience,
                                         const QByteArray &word)
{
    PendingOperation witness;
    witness.audience = audience;
    witness.operation.type = WitnessOperation;
    witness.operation.entity = record.uuid.toRfc4122();
    witness.operation.field = fullName(kind, "witness");
    QSet<OperationRef> seen;
    const qint64 eid = m_log.findEid(witness.operation.entity);
    const auto headsNow = m_log.headsOf(eid);
    for (auto field = headsNow.cbegin(); field != headsNow.cend(); ++field) {
        for (const StoredOperation &head : m_log.headsAt({eid, m_log.findFid(field.key())}, position))
            seen.insert(head.self);
    }
    witness.operation.refs = sortedRefs(seen);
    return {lifeOperation(kind, record, word.constData(), position, audience), witness};
}

Result<PendingOperation> Writer::setOperation(const Edit &edit, int audience, qint64 readAt)
{
    const Field *field = describe(edit.kind).field(edit.field);
    if (!field)
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Store", "A %1 has no field “%2”.")
                         .arg(QLatin1String(describe(edit.kind).name), QString::fromUtf8(edit.field)),
                     {},
                     QString::fromUtf8(edit.field)};
    // The description says whether the value fits, on a record that is thrown away.
    if (Status fits = field->set(*describe(edit.kind).create(), edit.value); !fits) {
        Error error = fits.error();
        error.field = QString::fromUtf8(edit.field);
        return error;
    }
    PendingOperation pending;
    pending.audience = audience;
    pending.operation.entity = edit.record.uuid.toRfc4122();
    pending.operation.field = fullName(edit.kind, edit.field);
    pending.operation.value = edit.value;
    if (const qint64 eid = m_log.findEid(pending.operation.entity)) {
        const Register target{eid, m_log.findFid(pending.operation.field)};
        const auto heads = m_log.headsAt(target, readAt);
        QSet<OperationRef> refs;
        if (edit.what == Edit::Resolve) {
            for (const StoredOperation &head : heads)
                refs.insert(head.self);
        } else {
            refs = m_projector.shownFrom(heads, target, pending.operation.field).madeFrom;
        }
        pending.operation.refs = sortedRefs(refs);
    }
    return pending;
}

Result<QList<PendingOperation>> Writer::prepare(const Review &review, const ChangeSet &asked)
{
    ChangeSet changes = asked;
    if (Status apart = settleAudiences(review, changes); !apart)
        return apart.error();
    QList<PendingOperation> operations;
    std::map<QPair<QByteArray, QByteArray>, qsizetype> places;
    const auto add = [&](const PendingOperation &pending) {
        // One operation per register: a later edit of the same set replaces the earlier one.
        const auto [place, fresh] =
            places.try_emplace({pending.operation.entity, pending.operation.field}, operations.size());
        if (fresh)
            operations += pending;
        else
            operations[place->second] = pending;
    };
    QHash<RecordId, int> created; // With the audience that is fixed by it.
    for (const Edit &edit : std::as_const(changes.edits)) {
        const Record *record = review.findAny(edit.record);
        if (!record && edit.what != Edit::Create && !created.contains(edit.record))
            return Error{
                ErrorCode::NotFound,
                QCoreApplication::translate("Store", "The record to be changed is not in this review."),
                {},
                {}};
        const int audience = record ? record->audience : created.value(edit.record, edit.audience);
        switch (edit.what) {
        case Edit::Create:
        case Edit::Restore:
            created.insert(edit.record, audience);
            add(lifeOperation(edit.kind, edit.record, "alive", changes.readAt, audience));
            break;
        case Edit::Delete:
            for (const PendingOperation &pending : deletion(edit.kind, edit.record, changes.readAt, audience, edit.word))
                add(pending);
            break;
        case Edit::Set:
        case Edit::Resolve: {
            auto pending = setOperation(edit, audience, changes.readAt);
            if (!pending)
                return pending.error();
            add(*pending);
            break;
        }
        }
    }
    return operations;
}

Transaction Writer::startTransaction(int audience, const Written &written)
{
    const QByteArray suffix = '.' + QByteArray::number(audience);
    Transaction transaction;
    transaction.audience = audience;
    const QByteArray own = m_meta.bytes("stream" + suffix);
    const QByteArray last = m_meta.bytes("h" + suffix);
    // What this action has written already is told to the registry only after the commit.
    const bool goesOn = written.tips.contains({own, last}) || (!last.isEmpty() && m_registry.last(own) == last);
    if (own.isEmpty() || !goesOn) {
        transaction.stream = m_entropy(16);
        return transaction;
    }
    transaction.stream = own;
    transaction.seq = quint64(m_meta.number("seq" + suffix)) + 1;
    transaction.prev = last;
    return transaction;
}

/// Cuts operations into as few lists as a transaction can hold, never between two operations of one record that
/// stand together: the values of a conflict that is brought back must stand in one transaction.
static QList<QList<Operation>> inTransactions(const QList<Operation> &operations)
{
    QList<QList<Operation>> lists;
    for (qsizetype from = 0; from < operations.size();) {
        qsizetype to = std::min<qsizetype>(from + mostOperations, operations.size());
        if (to < operations.size()) {
            qsizetype cut = to;
            while (cut > from && operations.at(cut).entity == operations.at(cut - 1).entity)
                --cut;
            if (cut > from)
                to = cut;
        }
        lists += operations.mid(from, to - from);
        from = to;
    }
    return lists;
}

Status Writer::append(Transaction transaction, Written &written)
{
    QSet<QByteArray> below;
    if (!transaction.prev.isEmpty())
        below.insert(transaction.prev);
    for (const Operation &operation : std::as_const(transaction.operations)) {
        for (const OperationRef &ref : operation.refs)
            below.insert(ref.h);
    }
    transaction.lam = std::min(largestLam, 1 + m_log.largestLam(below));
    if (Status valid = transaction.validate(); !valid)
        return valid;
    // What is written is read back before it counts: an encoder that errs must not reach the file.
    const auto again = Transaction::fromBytes(transaction.toBytes());
    if (!again || !(*again == transaction))
        return Error{ErrorCode::BadInput,
                     QCoreApplication::translate("Store",
                                                 "The change cannot be written down; nothing was changed."),
                     {},
                     {}};
    const QByteArray h = transaction.identity();
    m_log.append(transaction, &written.touched);
    const QByteArray suffix = '.' + QByteArray::number(transaction.audience);
    m_meta.set("stream" + suffix, transaction.stream);
    m_meta.set("seq" + suffix, qint64(transaction.seq));
    m_meta.set("h" + suffix, h);
    written.transactions += h;
    written.tips += {transaction.stream, h};
    return {};
}

Result<Written> Writer::write(QList<PendingOperation> operations, Cause cause, const Author &author,
                              const QList<QByteArray> &undoes)
{
    Written written;
    written.group = m_entropy(8);
    std::map<int, QList<Operation>> byAudience;
    for (PendingOperation &pending : operations) {
        pending.operation.salt = m_entropy(16);
        byAudience[pending.audience] += pending.operation;
    }
    for (const auto &[audience, all] : byAudience) {
        const QList<QList<Operation>> lists = inTransactions(all);
        for (const QList<Operation> &list : lists) {
            Transaction transaction = startTransaction(audience, written);
            transaction.operations = list;
            transaction.wall = author.when.toMSecsSinceEpoch();
            transaction.person = author.person.uuid.toRfc4122();
            transaction.cause = int(cause);
            transaction.group = written.group;
            transaction.undoes = undoes;
            if (Status appended = append(transaction, written); !appended)
                return appended.error();
        }
    }
    return written;
}

} // namespace plumbline
