// Invariants: the network holds the items that are placed and are no headings, in the order of the plan; every link of it
// comes of a dependency of the review, which m_parts->dependencies names.

#include "core/schedule/planschedule.h"

#include "core/domain/review.h"
#include "core/domain/subteam.h"
#include "core/schedule/milestonedates.h"

#include <algorithm>
#include <utility>

namespace plumbline {

struct PlanSchedule::Parts {
    WorkCalendar calendar;
    std::unique_ptr<Network> network;
    std::vector<MilestoneId> items;
    std::vector<DependencyId> dependencies; ///< Of each link.
    std::vector<std::optional<DateLimit>> limits;
    QDate today;
};

/// A nonsensical number of days in a file must not overflow anything; dates go to the year 9999.
static int sane(qint64 days)
{
    return int(std::clamp<qint64>(days, -100'000, 100'000));
}

/// Reads a review into items and links.
class PlanSchedule::Builder
{
public:
    Builder(const Review &review, const QDate &today) : m_review(review), m_today(today), m_limits(review) {}

    void build(PlanSchedule &schedule);

private:
    void findHeadings();
    void choosePlaced();
    void addItem(const Milestone &milestone, Parts &parts);
    void addLinks(PlanSchedule &schedule);
    bool isPlacedByItself(const Milestone &milestone) const
    {
        return finishDate(milestone) || lastDay(milestone.start) || milestone.duration;
    }
    void constrain(NetworkItem &item, const Milestone &milestone) const;
    /// The items a dependency on that milestone speaks of: itself, or all that lies below it.
    std::vector<MilestoneId> leaves(MilestoneId milestone) const;

    const Review &m_review;
    QDate m_today;
    DateLimits m_limits;
    QHash<MilestoneId, std::vector<MilestoneId>> m_below;
    QSet<MilestoneId> m_placed;
    QSet<MilestoneId> m_waiting; ///< Placed ones that wait for a placed one.
    int m_begin = std::numeric_limits<int>::max();
    std::vector<NetworkItem> m_items;
    std::vector<NetworkLink> m_links;
};

void PlanSchedule::Builder::findHeadings()
{
    for (const Milestone *milestone : m_review.all<Milestone>()) {
        const MilestoneId parent(m_review.parentOf(*milestone).uuid);
        if (m_review.find(parent))
            m_below[parent].push_back(MilestoneId(milestone->id.uuid));
    }
}

std::vector<MilestoneId> PlanSchedule::Builder::leaves(MilestoneId milestone) const
{
    const auto below = m_below.constFind(milestone);
    if (below == m_below.constEnd())
        return {milestone};
    std::vector<MilestoneId> all;
    for (const MilestoneId one : *below) {
        const auto deeper = leaves(one);
        all.insert(all.end(), deeper.begin(), deeper.end());
    }
    return all;
}

void PlanSchedule::Builder::choosePlaced()
{
    QHash<MilestoneId, std::vector<MilestoneId>> after;
    for (const Dependency *dependency : m_review.all<Dependency>()) {
        for (const MilestoneId from : leaves(dependency->from)) {
            for (const MilestoneId to : leaves(dependency->to))
                after[from].push_back(to);
        }
    }
    std::vector<MilestoneId> next;
    for (const Milestone *milestone : m_review.all<Milestone>()) {
        const MilestoneId id(milestone->id.uuid);
        if (!m_below.contains(id) && isPlacedByItself(*milestone)) {
            m_placed.insert(id);
            next.push_back(id);
        }
    }
    while (!next.empty()) {
        const MilestoneId from = next.back();
        next.pop_back();
        for (const MilestoneId to : after.value(from)) {
            m_waiting.insert(to);
            if (m_review.find(to) && !m_placed.contains(to)) {
                m_placed.insert(to);
                next.push_back(to);
            }
        }
    }
}

void PlanSchedule::Builder::constrain(NetworkItem &item, const Milestone &milestone) const
{
    const auto day = lastDay(milestone.constraintdate);
    if (!day || !milestone.constraint.value)
        return;
    const int start = boundOf(*day);
    const int finish = start + 1;
    const auto least = [](int &bound, int other) { bound = bound == noBound ? other : std::min(bound, other); };
    switch (*milestone.constraint.value) {
    case DateConstraint::StartOn:
        item.notEarlier = std::max(item.notEarlier, start);
        least(item.startNotLater, start);
        break;
    case DateConstraint::FinishOn:
        item.finishNotEarlier = std::max(item.finishNotEarlier, finish);
        least(item.finishNotLater, finish);
        break;
    case DateConstraint::StartNotEarlier:
        item.notEarlier = std::max(item.notEarlier, start);
        break;
    case DateConstraint::FinishNotEarlier:
        item.finishNotEarlier = std::max(item.finishNotEarlier, finish);
        break;
    case DateConstraint::StartNotLater:
        least(item.startNotLater, start);
        break;
    case DateConstraint::FinishNotLater:
        least(item.finishNotLater, finish);
        break;
    }
}

void PlanSchedule::Builder::addItem(const Milestone &milestone, Parts &parts)
{
    NetworkItem item;
    item.unit = milestone.dayunit.value.value_or(DayUnit::Calendar);
    const auto begins = lastDay(milestone.start);
    const auto ends = lastDay(milestone.target);
    item.point = !begins && milestone.duration.value_or(0) <= 0;
    const bool flexible = milestone.duration.has_value();
    if (isMet(milestone)) {
        const int last = boundOf(milestone.actual->last());
        item.doneFinish = last + 1;
        item.doneStart = item.point ? last : std::min(last, begins ? boundOf(*begins) : last);
        m_begin = std::min(m_begin, item.doneStart);
    } else {
        if (milestone.duration.value_or(0) > 0) {
            item.duration = sane(*milestone.duration);
        } else if (!item.point) {
            // From the dates, so in calendar days, whatever estimates count in.
            item.unit = DayUnit::Calendar;
            item.duration = ends && begins ? std::max(1, sane(begins->daysTo(*ends) + 1)) : 1;
        }
        const bool placed = !flexible || !m_waiting.contains(MilestoneId(milestone.id.uuid));
        if (placed && begins)
            item.notEarlier = boundOf(*begins);
        else if (placed && ends && item.point)
            item.notEarlier = boundOf(*ends);
        else if (placed && ends)
            item.notEarlier = parts.calendar.start(boundOf(*ends) + 1, item.duration, item.unit);
        constrain(item, milestone);
        if (m_today.isValid())
            item.finishNotEarlier = std::max(item.finishNotEarlier, boundOf(m_today) + 1);
        if (item.notEarlier != noBound)
            m_begin = std::min(m_begin, item.notEarlier);
    }
    std::optional<DateLimit> first;
    for (const DateLimit &limit : m_limits.of(milestone)) {
        if (!first || limit.last < first->last)
            first = limit;
    }
    if (first) {
        const int bound = boundOf(first->last) + 1;
        item.finishNotLater = item.finishNotLater == noBound ? bound : std::min(item.finishNotLater, bound);
    }
    parts.limits.push_back(first);
    parts.items.emplace_back(milestone.id.uuid);
    m_items.push_back(item);
}

void PlanSchedule::Builder::addLinks(PlanSchedule &schedule)
{
    for (const Dependency *dependency : m_review.all<Dependency>()) {
        // An unknown word of a newer version is not judged.
        if (!dependency->type.value && !dependency->type.isNone())
            continue;
        for (const MilestoneId from : leaves(dependency->from)) {
            for (const MilestoneId to : leaves(dependency->to)) {
                const int a = schedule.m_index.value(from, -1);
                const int b = schedule.m_index.value(to, -1);
                if (a < 0 || b < 0)
                    continue;
                m_links.push_back({a, b, dependency->type.value.value_or(DependencyType::FS),
                                   sane(dependency->lag.value_or(0)),
                                   dependency->lagunit.value.value_or(DayUnit::Calendar)});
                schedule.m_parts->dependencies.emplace_back(dependency->id.uuid);
            }
        }
    }
}

void PlanSchedule::Builder::build(PlanSchedule &schedule)
{
    Parts &parts = *schedule.m_parts;
    findHeadings();
    choosePlaced();
    for (const Milestone *milestone : m_review.all<Milestone>()) {
        const MilestoneId id(milestone->id.uuid);
        if (!m_placed.contains(id) || m_below.contains(id))
            continue;
        schedule.m_index.insert(id, int(m_items.size()));
        addItem(*milestone, parts);
    }
    addLinks(schedule);
    if (m_begin == std::numeric_limits<int>::max())
        m_begin = boundOf(m_today.isValid() ? m_today : QDate(2000, 1, 1));
    parts.network = std::make_unique<Network>(std::move(m_items), std::move(m_links), parts.calendar, m_begin);
}

PlanSchedule::PlanSchedule(const Review &review, const QDate &today)
    : m_parts(std::make_unique<Parts>(Parts{WorkCalendar::of(review, today), {}, {}, {}, {}, today}))
{
    Builder(review, today).build(*this);
    for (int index = 0; index < int(m_parts->items.size()); ++index)
        m_items += scheduleOf(*m_parts->network, index);
    addHeadings(review);
    judge(review);
    for (const auto &circle : m_parts->network->circles()) {
        QList<MilestoneId> items;
        for (const int item : circle)
            items += m_parts->items[size_t(item)];
        m_circles += items;
    }
}

PlanSchedule::~PlanSchedule() = default;
PlanSchedule::PlanSchedule(PlanSchedule &&) noexcept = default;
PlanSchedule &PlanSchedule::operator=(PlanSchedule &&) noexcept = default;

ItemSchedule PlanSchedule::scheduleOf(const Network &network, int index) const
{
    const NetworkItem &item = network.items()[size_t(index)];
    const NetworkDates &dates = network.dates(index);
    const auto day = [](int bound) { return QDate::fromJulianDay(bound); };
    ItemSchedule schedule;
    schedule.milestone = m_parts->items[size_t(index)];
    schedule.earlyStart = day(dates.earlyStart);
    schedule.earlyFinish = day(std::max(dates.earlyFinish - 1, dates.earlyStart));
    schedule.lateStart = day(dates.lateStart);
    schedule.lateFinish = day(std::max(dates.lateFinish - 1, dates.lateStart));
    schedule.totalSlack = dates.totalSlack;
    schedule.freeSlack = dates.freeSlack;
    schedule.unit = item.unit;
    schedule.met = item.isDone();
    schedule.critical = network.isCritical(index);
    schedule.limit = m_parts->limits[size_t(index)];
    if (schedule.limit && !schedule.met)
        schedule.unkeepable = int(std::max<qint64>(0, schedule.limit->last.daysTo(schedule.earlyFinish)));
    return schedule;
}

void PlanSchedule::addHeadings(const Review &review)
{
    // What lies below a heading widens it, and the headings above that.
    QHash<MilestoneId, ItemSchedule> headings;
    for (const ItemSchedule &item : std::as_const(m_items)) {
        const Record *record = review.find(RecordId(item.milestone.uuid));
        for (RecordId parent = record ? review.parentOf(*record) : RecordId(); !parent.isNull();) {
            const Record *above = review.find(parent);
            if (!above || review.kindOf(parent) != Kind::Milestone)
                break;
            const MilestoneId id(parent.uuid);
            const auto known = headings.find(id);
            if (known == headings.end()) {
                headings.insert(id, item)->milestone = id;
            } else {
                known->earlyStart = std::min(known->earlyStart, item.earlyStart);
                known->earlyFinish = std::max(known->earlyFinish, item.earlyFinish);
                known->lateStart = std::min(known->lateStart, item.lateStart);
                known->lateFinish = std::max(known->lateFinish, item.lateFinish);
                known->met &= item.met;
                known->critical |= item.critical;
                if (!item.met)
                    known->totalSlack = std::min(known->totalSlack, item.totalSlack);
                known->freeSlack = std::min(known->freeSlack, item.freeSlack);
            }
            parent = review.parentOf(*above);
        }
    }
    if (!headings.isEmpty()) {
        // Both in the order of the plan.
        const QList<ItemSchedule> items = std::exchange(m_items, {});
        auto item = items.cbegin();
        for (const Milestone *milestone : review.all<Milestone>()) {
            const MilestoneId id(milestone->id.uuid);
            if (item != items.cend() && item->milestone == id)
                m_items += *item++;
            else if (const auto heading = headings.constFind(id); heading != headings.constEnd())
                m_items += *heading;
        }
    }
    m_at.reserve(m_items.size());
    for (qsizetype i = 0; i < m_items.size(); ++i)
        m_at.insert(m_items.at(i).milestone, i);
}

void PlanSchedule::judge(const Review &review)
{
    for (ItemSchedule &item : m_items) {
        const Milestone &milestone = *review.find(item.milestone);
        const SubTeam *subTeam = review.find(milestone.subteam);
        const bool closed = subTeam && subTeam->state.is(SubTeamState::Closed);
        if (item.met || item.unkeepable <= 0 || closed)
            continue;
        const auto planned = finishDate(milestone);
        const bool plannedLate = planned && planned->last() > item.limit->last;
        const bool overdue = m_parts->today.isValid() && item.earlyFinish <= m_parts->today;
        item.promisedInVain = !plannedLate && !overdue;
    }
}

const ItemSchedule *PlanSchedule::find(MilestoneId milestone) const
{
    const auto at = m_at.constFind(milestone);
    return at == m_at.constEnd() ? nullptr : &m_items.at(*at);
}

QDate PlanSchedule::end() const
{
    return m_parts->items.empty() ? QDate() : QDate::fromJulianDay(m_parts->network->end() - 1);
}

QList<ScheduleStep> PlanSchedule::chainTo(MilestoneId milestone) const
{
    QList<ScheduleStep> steps;
    const int index = indexOf(milestone);
    for (const int link : index < 0 ? std::vector<int>() : m_parts->network->chainTo(index)) {
        const NetworkLink &through = m_parts->network->links()[size_t(link)];
        steps += {m_parts->items[size_t(through.from)], m_parts->items[size_t(through.to)],
                  m_parts->dependencies[size_t(link)]};
    }
    return steps;
}

QList<ItemSchedule> PlanSchedule::backwardFrom(MilestoneId milestone, const QDate &day) const
{
    const int last = indexOf(milestone);
    if (last < 0)
        return {};
    // Only that one date binds; what else has a limit is judged elsewhere.
    std::vector<NetworkItem> items = m_parts->network->items();
    for (NetworkItem &item : items) {
        item.startNotLater = noBound;
        item.finishNotLater = noBound;
    }
    items[size_t(last)].finishNotLater = boundOf(day) + 1;
    int begin = std::numeric_limits<int>::max();
    for (int i = 0; i < int(items.size()); ++i)
        begin = std::min(begin, m_parts->network->dates(i).earlyStart);
    const Network network(std::move(items), m_parts->network->links(), m_parts->calendar, begin,
                          boundOf(day) + 1);
    QMultiHash<int, int> causes;
    for (const NetworkLink &link : network.links())
        causes.insert(link.to, link.from);
    std::vector<char> before(m_parts->items.size());
    std::vector<int> next{last};
    before[size_t(last)] = 1;
    while (!next.empty()) {
        const int at = next.back();
        next.pop_back();
        for (const int from : causes.values(at)) {
            if (before[size_t(from)] == 0) {
                before[size_t(from)] = 1;
                next.push_back(from);
            }
        }
    }
    QList<ItemSchedule> schedules;
    for (int i = 0; i < int(before.size()); ++i) {
        if (before[size_t(i)] != 0)
            schedules += scheduleOf(network, i);
    }
    return schedules;
}

const WorkCalendar &PlanSchedule::calendar() const
{
    return m_parts->calendar;
}

const Network &PlanSchedule::network() const
{
    return *m_parts->network;
}

} // namespace plumbline
