#include "core/exchange/whohaswhat.h"

#include "core/checks/teamstate.h"
#include "core/domain/audience.h"
#include "core/domain/membership.h"
#include "core/domain/person.h"

#include <algorithm>

namespace plumbline {

qint64 changesBeyond(const QList<StreamTip> &have, const QList<StreamTip> &known)
{
    QHash<QByteArray, quint64> reached;
    for (const StreamTip &tip : known)
        reached[tip.stream] = std::max(reached.value(tip.stream), tip.seq);
    qint64 count = 0;
    for (const StreamTip &tip : have)
        count += tip.seq > reached.value(tip.stream) ? qint64(tip.seq - reached.value(tip.stream)) : 0;
    return count;
}

/// Everybody who serves on @p today, in the order of the review.
static QList<const Person *> teamOn(const Review &review, const QDate &today)
{
    QSet<QUuid> serving;
    for (const Membership *membership : review.all<Membership>()) {
        if (isCurrent(*membership, today))
            serving += membership->person.uuid;
    }
    const bool nobodySaid = review.count(Kind::Membership) == 0;
    QList<const Person *> team;
    for (const Person *person : review.all<Person>()) {
        if (nobodySaid || serving.contains(person->id.uuid))
            team += person;
    }
    return team;
}

/// Whether this only remembers that something was written for somebody of whom no file is known: it stands under the
/// person's own id then.
static bool isNoFileYet(const Peer &peer)
{
    return peer.file == peer.person.uuid.toRfc4122();
}

static SharingState stateOf(const Peer &peer, const QList<StreamTip> &ours)
{
    SharingState state;
    state.person = peer.person;
    state.name = peer.name;
    state.file = isNoFileYet(peer) ? QByteArray() : peer.file;
    state.heard = peer.lastIn.isValid();
    state.lastIn = peer.lastIn;
    state.lastOut = peer.lastOut;
    if (state.heard)
        state.oursLacking = changesBeyond(ours, peer.have);
    return state;
}

QList<SharingState> whoHasWhat(Store &store, RecordId me, const QDate &today)
{
    const Review &review = store.review();
    const QList<StreamTip> ours = store.have({wholeTeam});
    const QList<Gap> gaps = store.gaps();
    QList<Peer> peers = store.peers();
    QList<SharingState> states;
    const auto addFilesOf = [&](RecordId id, const QString &name) {
        const qsizetype before = states.size();
        std::optional<SharingState> unheard;
        for (const Peer &peer : std::as_const(peers)) {
            if (peer.person != id)
                continue;
            if (isNoFileYet(peer))
                unheard = stateOf(peer, ours);
            else
                states += stateOf(peer, ours);
        }
        if (unheard && states.size() == before)
            states += *unheard;
        else if (unheard) // Written for her before her file was known, so for the one she is heard of from first.
            states[before].lastOut = std::max(states[before].lastOut, unheard->lastOut);
        peers.removeIf([id](const Peer &peer) { return peer.person == id; });
        if (states.size() == before && id != me)
            states += SharingState{id, name, {}, false, {}, {}, 0, {}};
        for (qsizetype i = before; i < states.size(); ++i)
            states[i].name = name;
        for (const Gap &gap : gaps) {
            // A gap is the person's and not one of her files': it stands in her first row.
            if (gap.person == id && !id.isNull() && states.size() > before)
                states[before].theirsLacking += gap;
        }
    };
    for (const Person *person : teamOn(review, today))
        addFilesOf(person->id, person->name);
    while (!peers.isEmpty()) {
        const Peer first = peers.first();
        if (first.person.isNull()) {
            states += stateOf(peers.takeFirst(), ours);
            continue;
        }
        const Person *person = review.find(PersonId(first.person.uuid));
        addFilesOf(first.person, person ? person->name : first.name);
    }
    return states;
}

} // namespace plumbline
