#include "core/domain/adoption.h"

#include "core/base/cbor.h"
#include "core/domain/baselineitem.h"
#include "core/domain/link.h"
#include "core/domain/materialhash.h"
#include "core/domain/review.h"
#include "core/domain/reviewrecord.h"
#include "core/domain/teamdecision.h"

#include <QHash>

#include <algorithm>

namespace plumbline {

const QList<Kind> &termsOfReferenceKinds()
{
    static const QList<Kind> kinds{Kind::Review, Kind::TorSection, Kind::ScopeItem};
    return kinds;
}

static QHash<RecordId, QByteArray> adoptedHashes(const Review &review, BaselineId text)
{
    QHash<RecordId, QByteArray> hashes;
    for (const BaselineItem *item : review.all<BaselineItem>()) {
        const auto kind = review.kindOf(item->record);
        if (item->baseline == text && kind && termsOfReferenceKinds().contains(*kind))
            hashes.insert(item->record, item->hash);
    }
    return hashes;
}

Adoption adoption(const Review &review)
{
    Adoption found;
    const auto *record = review.find(ReviewRecordId(review.uuid()));
    if (!record || record->toradopted.isNull() || record->tortext.isNull())
        return found;
    const RecordId decision(record->toradopted.uuid);
    if (review.findAny(decision) && !review.find(decision))
        return found;
    found.decision = record->toradopted;
    found.text = record->tortext;
    QHash<RecordId, QByteArray> adopted = adoptedHashes(review, found.text);
    for (const Kind kind : termsOfReferenceKinds()) {
        for (const Record *part : review.list(kind)) {
            const auto before = adopted.constFind(part->id);
            if (before == adopted.constEnd())
                found.changes += AdoptedPartChange{part->id, AdoptedPartChange::Added};
            else if (*before != materialHash(kind, *part))
                found.changes += AdoptedPartChange{part->id, AdoptedPartChange::Changed};
            adopted.remove(part->id);
        }
    }
    for (const Kind kind : termsOfReferenceKinds()) {
        for (const Record *part : review.everyRecord(kind)) {
            if (adopted.contains(part->id))
                found.changes += AdoptedPartChange{part->id, AdoptedPartChange::Removed};
        }
    }
    const Decision *adopting = review.find(found.decision);
    if (adopting && isOfSubTeam(review, adopting->meeting))
        found.state = Adoption::NotTeam;
    else if (isSuperseded(review, found.decision))
        found.state = Adoption::Undone;
    else
        found.state = found.changes.isEmpty() ? Adoption::Holds : Adoption::Lapsed;
    return found;
}

QByteArray termsOfReferenceHash(const Review &review)
{
    QByteArrayList parts;
    for (const Kind kind : termsOfReferenceKinds()) {
        for (const Record *part : review.list(kind))
            parts += part->id.uuid.toRfc4122() + materialHash(kind, *part);
    }
    std::sort(parts.begin(), parts.end()); // To be moved about changes nothing.
    return digest32(parts.join());
}

Acknowledgement acknowledgement(const Review &review, PersonId person)
{
    for (const Link *link : review.all<Link>()) {
        if (link->type.is(LinkType::Acknowledges) && link->from == RecordId(person.uuid) &&
            link->to == RecordId(review.uuid()))
            return link->confirmed == termsOfReferenceHash(review) ? Acknowledgement::Given
                                                                   : Acknowledgement::OfFormerText;
    }
    return Acknowledgement::Missing;
}

} // namespace plumbline
