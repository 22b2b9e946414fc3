#include "core/domain/linkstate.h"

#include "core/domain/materialhash.h"
#include "core/domain/review.h"

namespace plumbline {

static constexpr qsizetype hashBytes = 32;

QByteArray linkFingerprintOf(Kind fromKind, const Record &from, Kind toKind, const Record &to)
{
    if (!hasMaterial(fromKind) && !hasMaterial(toKind))
        return {};
    return materialHash(fromKind, from) + materialHash(toKind, to);
}

QByteArray linkFingerprint(const Review &review, RecordId from, RecordId to)
{
    const Record *first = review.find(from);
    const Record *second = review.find(to);
    if (!first || !second)
        return {};
    return linkFingerprintOf(*review.kindOf(from), *first, *review.kindOf(to), *second);
}

LinkState linkState(const Review &review, const Link &link)
{
    if (link.confirmed.size() != 2 * hashBytes)
        return LinkState::Unconfirmed;
    const QByteArray now = linkFingerprint(review, link.from, link.to);
    if (now.isEmpty())
        return LinkState::Unconfirmed;
    return now == link.confirmed ? LinkState::Confirmed : LinkState::Suspect;
}

QList<RecordId> changedEnds(const Review &review, const Link &link)
{
    QList<RecordId> changed;
    if (linkState(review, link) != LinkState::Suspect)
        return changed;
    const QByteArray now = linkFingerprint(review, link.from, link.to);
    if (now.first(hashBytes) != link.confirmed.first(hashBytes))
        changed += link.from;
    if (now.last(hashBytes) != link.confirmed.last(hashBytes))
        changed += link.to;
    return changed;
}

} // namespace plumbline
