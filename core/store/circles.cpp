#include "core/store/circles.h"

#include "core/domain/tree.h"

#include <algorithm>

namespace plumbline {

/// The operation that gave the place which is shown: the one its policy chooses among the heads.
static StoredOperation shownPlace(Log &log, const Review &review, RecordId id)
{
    const QByteArray field = QByteArray(describe(*review.kindOf(id)).name) + ".~place";
    const Value shown = toValue(review.findAny(id)->place);
    StoredOperation chosen;
    for (const StoredOperation &head : log.heads({log.findEid(id.uuid.toRfc4122()), log.findFid(field)})) {
        if (head.value == shown)
            chosen = head;
    }
    return chosen;
}

void cutCircles(Log &log, Review &review)
{
    QHash<RecordId, RecordId> parents;
    for (const Kind kind : allKinds()) {
        for (const Record *record : review.everyRecord(kind)) {
            if (!record->place.parent.isNull() && record->life != Life::Deleted)
                parents.insert(record->id, record->place.parent);
        }
    }
    review.setCutParents(placesThatCloseACircle(parents, [&](RecordId a, RecordId b) {
        return shownPlace(log, review, a) < shownPlace(log, review, b);
    }));
}

bool mayCloseACircle(Log &log, const Review &review, const QSet<Register> &touched)
{
    if (review.hasCircles())
        return true;
    return std::any_of(touched.begin(), touched.end(), [&](const Register &target) {
        const QByteArray field = log.fieldName(target.fid);
        if (!field.endsWith(".~place") && !field.endsWith(".life"))
            return false;
        const Record *record = review.findAny(RecordId(QUuid::fromRfc4122(log.entity(target.eid))));
        return record && !record->place.parent.isNull();
    });
}

} // namespace plumbline
