#include "core/schedule/scheduleagreement.h"

#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "core/domain/decision.h"
#include "core/domain/milestone.h"
#include "core/domain/review.h"
#include "core/domain/subteam.h"
#include "core/schedule/slip.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace plumbline {

namespace {

using Date = std::optional<PartialDate>;
using Items = QHash<RecordId, const BaselineItem *>;

/// Another date, and not only the same one more exactly.
bool differs(const Date &before, const Date &now)
{
    if (before == now)
        return false;
    const bool wasOpen = !before || before->isOpen();
    const bool isOpen = !now || now->isOpen();
    if (wasOpen || isOpen)
        return wasOpen != isOpen;
    return now->first < before->first || before->last() < now->last();
}

Items itemsOf(const Review &review, BaselineId plan)
{
    Items items;
    for (const BaselineItem *item : review.all<BaselineItem>()) {
        if (item->baseline == plan)
            items.insert(item->record, item);
    }
    return items;
}

void compareOwn(const Milestone &milestone, const BaselineItem &item, QList<AgreedDateChange> &changes)
{
    const MilestoneId id(milestone.id.uuid);
    if (differs(item.target, milestone.target))
        changes += AgreedDateChange{id, AgreedDateChange::Moved, item.target, milestone.target};
    else if (differs(item.start, milestone.start))
        changes += AgreedDateChange{id, AgreedDateChange::Moved, item.start, milestone.start};
    if (differs(item.deadline, milestone.deadline))
        changes += AgreedDateChange{id, AgreedDateChange::Deadline, item.deadline, milestone.deadline};
}

/// What the full team set, where it binds: its deadline or, without one, its target.
void compareServed(const Milestone &served, const BaselineItem &item, QList<AgreedDateChange> &changes)
{
    const Date before = item.deadline ? item.deadline : item.target;
    const Date now = served.deadline ? served.deadline : served.target;
    if (differs(before, now))
        changes += AgreedDateChange{MilestoneId(served.id.uuid), AgreedDateChange::Bound, before, now};
}

QList<AgreedDateChange> changesSince(const Review &review, SubTeamId subTeam, const Items &items)
{
    QList<AgreedDateChange> changes;
    QSet<RecordId> served;
    for (const Milestone *milestone : review.all<Milestone>()) {
        if (milestone->subteam != subTeam)
            continue;
        if (const BaselineItem *item = items.value(milestone->id))
            compareOwn(*milestone, *item, changes);
        else
            changes += AgreedDateChange{MilestoneId(milestone->id.uuid), AgreedDateChange::Added, {}, milestone->target};
        const Milestone *bound = review.find(milestone->serves);
        if (!bound || bound->subteam == subTeam || served.contains(bound->id))
            continue;
        served.insert(bound->id);
        if (const BaselineItem *item = items.value(bound->id))
            compareServed(*bound, *item, changes);
    }
    // What was deleted since: the review remembers whose it was.
    QList<RecordId> gone;
    for (auto item = items.cbegin(); item != items.cend(); ++item) {
        const bool isGone = !review.find(item.key()) && review.kindOf(item.key()) == Kind::Milestone;
        if (isGone && static_cast<const Milestone *>(review.findAny(item.key()))->subteam == subTeam)
            gone += item.key();
    }
    std::sort(gone.begin(), gone.end());
    for (const RecordId id : std::as_const(gone))
        changes += AgreedDateChange{MilestoneId(id.uuid), AgreedDateChange::Removed, items.value(id)->target, {}};
    return changes;
}

} // namespace

ScheduleAgreement scheduleAgreement(const Review &review, SubTeamId subTeam)
{
    const SubTeam *found = review.find(subTeam);
    if (!found || !review.find(found->agreed) || !review.find(found->agreedplan))
        return {};
    ScheduleAgreement agreement{ScheduleAgreement::Holds, found->agreed, found->agreedplan,
                                changesSince(review, subTeam, itemsOf(review, found->agreedplan))};
    if (!agreement.changes.isEmpty())
        agreement.state = ScheduleAgreement::Lapsed;
    return agreement;
}

} // namespace plumbline
