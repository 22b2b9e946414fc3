// A state of the past is computed from the log as the present one is, by the same rule from fewer transactions. So it
// does not depend on what has arrived since, nor on the order in which anything arrived.

#include "core/store/past.h"
#include "core/store/store.h"
#include "core/store/storeparts.h"

#include <QCoreApplication>

namespace plumbline {

using sqlite::Statement;

static Status mustBeComplete(const Reachable &past)
{
    if (past.missing.isEmpty())
        return {};
    return Error{ErrorCode::NotFound,
                 QCoreApplication::translate("Store",
                                             "Changes this state is made of are not in this copy yet. Ask the others "
                                             "for a bundle with everything, and import it."),
                 QStringLiteral("%1 named transactions are missing.").arg(past.missing.size()),
                 {}};
}

Result<Review> Store::stateAt(const QByteArray &tips)
{
    try {
        const Reachable past = reachableFrom(m_database, tips);
        if (Status complete = mustBeComplete(past); !complete)
            return complete.error();
        PastLog log(m_database, past);
        Projector projector(log);
        Review review;
        review.setUuid(m_review.uuid());
        const QList<qint64> records = log.records();
        for (const qint64 eid : records)
            projector.project(eid, &review, nullptr, Projector::IntoReview);
        // The names of conflicts depend on which records share a key, so they are made when all are there.
        const QList<Conflict> conflicts = review.conflicts();
        for (const Conflict &conflict : conflicts)
            projector.project(log.findEid(conflict.record.uuid.toRfc4122()), &review, nullptr, Projector::IntoReview);
        return review;
    } catch (const sqlite::Failure &failure) {
        return failure.toError();
    }
}

/// The condition that a stream belongs to one of the audiences.
static QByteArray amongAudiences(const QList<int> &audiences)
{
    QList<QByteArray> numbers;
    for (const int audience : audiences)
        numbers += QByteArray::number(audience);
    return "s.audience IN (" + numbers.join(',') + ')';
}

Result<QByteArray> Store::tipsOf(const QList<int> &audiences)
{
    try {
        const QByteArray among = amongAudiences(audiences);
        Statement hole(m_database, ("SELECT t.person FROM txn t JOIN stream s ON s.sid = t.sid WHERE " + among +
                                    " AND t.seq > 1 AND NOT EXISTS (SELECT 1 FROM txn q WHERE q.h = t.prev) LIMIT 1")
                                       .constData());
        if (hole.step())
            return Error{ErrorCode::Refused,
                         QCoreApplication::translate("Store",
                                                     "Changes that others have built upon are not in this copy yet, "
                                                     "so what it shows is not whole. Ask the others for a bundle with "
                                                     "everything, and import it first."),
                         {},
                         {}};
        Statement last(m_database,
                       ("SELECT t.h FROM stream s JOIN txn t ON t.sid = s.sid WHERE " + among +
                        " AND NOT EXISTS (SELECT 1 FROM txn n WHERE n.sid = t.sid AND n.seq = t.seq + 1 AND "
                        "n.prev = t.h) ORDER BY t.h")
                           .constData());
        QByteArray tips;
        while (last.step())
            tips += last.bytes(0);
        return tips;
    } catch (const sqlite::Failure &failure) {
        return failure.toError();
    }
}

Result<QList<AuthoredChange>> Store::changesBetween(const QByteArray &before, const std::optional<QByteArray> &after,
                                                    const QSet<RecordId> &records)
{
    try {
        const Reachable old = reachableFrom(m_database, before);
        const Reachable young = after ? reachableFrom(m_database, *after) : Reachable();
        for (const Reachable *past : {&old, &young}) {
            if (Status complete = mustBeComplete(*past); !complete)
                return complete.error();
        }
        QList<AuthoredChange> changes;
        Statement query(m_database, "SELECT t.tid, f.name, t.person, t.wall FROM op o JOIN txn t ON t.tid = o.tid JOIN "
                                    "field f ON f.fid = o.fid WHERE o.eid = ? AND o.type < 64 ORDER BY o.oid");
        for (const RecordId &record : records) {
            query.bind(1, m_parts->log.findEid(record.uuid.toRfc4122()));
            while (query.step()) {
                const qint64 tid = query.number(0);
                if (old.contains(tid) || (after && !young.contains(tid)))
                    continue;
                const QByteArray name = query.bytes(1);
                changes += {record, name.mid(name.indexOf('.') + 1), RecordId(QUuid::fromRfc4122(query.bytes(2))),
                            QDateTime::fromMSecsSinceEpoch(query.number(3), Qt::UTC)};
            }
        }
        return changes;
    } catch (const sqlite::Failure &failure) {
        return failure.toError();
    }
}

QList<MergedText> Store::mergedTexts()
{
    try {
        QList<MergedText> texts;
        Statement query(m_database,
                        "SELECT d.eid, d.fid, f.name, e.uuid FROM head d JOIN field f ON f.fid = d.fid JOIN ent e ON "
                        "e.eid = d.eid GROUP BY d.eid, d.fid HAVING count(*) > 1 ORDER BY d.eid, d.fid");
        while (query.step()) {
            const QByteArray name = query.bytes(2);
            const auto kind = kindNamed(name.left(std::max<qsizetype>(name.indexOf('.'), 0)));
            if (!kind || policyOf(name) != MergePolicy::Text3)
                continue;
            const RecordId record(QUuid::fromRfc4122(query.bytes(3)));
            if (m_review.find(record) && m_parts->projector.shown({query.number(0), query.number(1)}, name).merged)
                texts += {record, *kind, name.mid(name.indexOf('.') + 1)};
        }
        return texts;
    } catch (const sqlite::Failure &) {
        return {};
    }
}

} // namespace plumbline
