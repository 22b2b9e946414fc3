#include "core/timeline/timelinerows.h"

#include "core/domain/baselineitem.h"
#include "core/domain/milestone.h"
#include "core/domain/review.h"
#include "core/domain/subteam.h"
#include "core/timeline/timelinemarks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

int firstDayOf(const std::optional<PartialDate> &date)
{
    return date ? dayNumber(date->first) : noDay;
}

int lastDayOf(const std::optional<PartialDate> &date)
{
    return date && !date->isOpen() ? dayNumber(date->last()) : noDay;
}

void include(int day, int &first, int &last)
{
    if (day == noDay)
        return;
    first = first == noDay ? day : std::min(first, day);
    last = last == noDay ? day : std::max(last, day);
}

/// Builds a plan; lives only while it does.
class Builder
{
public:
    Builder(const Review &review, const TimelineOptions &options) : m_review(review)
    {
        m_plan.review = &review;
        m_plan.options = options;
        m_today = dayNumber(options.today);
        m_plan.minCommentDays = review.ruleNumber(u"minCommentDays"_s, 0);
        m_plan.dayCount = dayCountRule(review);
    }

    TimelinePlan build()
    {
        readBaseline();
        readConflicts();
        sortIntoLanes();
        for (const Group &group : m_groups)
            addLane(group);
        if (m_plan.options.newItemRow && !m_plan.lanes.empty())
            addNewItemRow();
        m_plan.links = linksBetween(m_review, m_plan.rows);
        addTimelineMarks(m_plan);
        addReach();
        return std::move(m_plan);
    }

private:
    struct Entry {
        const Milestone *milestone;
        quint8 depth;
    };
    struct Group {
        RecordId subTeam;
        int hue = -1;
        bool keptEmpty = true; ///< Shown also without items.
        std::vector<Entry> entries;
    };

    void readBaseline()
    {
        if (m_plan.options.baseline.isNull())
            return;
        for (const auto *item : m_review.all<BaselineItem>()) {
            if (RecordId(item->baseline.uuid) == m_plan.options.baseline)
                m_baseline.insert(item->record, item);
        }
    }

    void readConflicts()
    {
        for (int i = 0; i < m_plan.options.conflicts.size(); ++i) {
            const TimelineConflict &conflict = m_plan.options.conflicts.at(i);
            // Of several the worst one is shown in the row; the others are in the list of problems.
            const auto known = m_conflicts.constFind(conflict.milestone);
            if (known == m_conflicts.constEnd() || m_plan.options.conflicts.at(*known).days < conflict.days)
                m_conflicts.insert(conflict.milestone, i);
        }
    }

    void sortIntoLanes()
    {
        QHash<RecordId, size_t> groupOf{{RecordId(), 0}};
        m_groups.push_back({});
        for (const auto *subTeam : m_review.all<SubTeam>()) {
            groupOf.insert(subTeam->id, m_groups.size());
            m_groups.push_back(
                {subTeam->id, int(m_groups.size()) - 1, !subTeam->state.is(SubTeamState::Closed), {}});
        }
        bool nested = false;
        for (const auto *milestone : m_review.all<Milestone>()) {
            // An item of a sub-team that is gone is shown with the full team's rather than lost from sight.
            const size_t group = groupOf.value(RecordId(milestone->subteam.uuid), 0);
            m_groups[group].entries.push_back({milestone, 1});
            nested = nested || !m_review.parentOf(*milestone).isNull();
            ++m_plan.items;
        }
        if (nested) {
            for (Group &group : m_groups)
                nest(group);
        }
    }

    /// Puts every item that lies below another one of the same lane right under it.
    void nest(Group &group) const
    {
        QHash<RecordId, std::vector<const Milestone *>> below;
        QSet<RecordId> here;
        for (const Entry &entry : group.entries)
            here.insert(entry.milestone->id);
        std::vector<Entry> waiting;
        for (auto entry = group.entries.rbegin(); entry != group.entries.rend(); ++entry) {
            const RecordId parent = m_review.parentOf(*entry->milestone);
            if (here.contains(parent) && parent != entry->milestone->id)
                below[parent].push_back(entry->milestone); // Last first, like the stack below.
            else
                waiting.push_back(*entry);
        }
        std::vector<Entry> ordered;
        const auto drain = [&] {
            while (!waiting.empty()) {
                const Entry entry = waiting.back();
                waiting.pop_back();
                ordered.push_back(entry);
                for (const Milestone *child : below.take(entry.milestone->id))
                    waiting.push_back({child, quint8(std::min(entry.depth + 1, 200))});
            }
        };
        drain();
        // The review cuts circles; should one be left, its items are not lost all the same.
        for (const Entry &entry : group.entries) {
            if (below.contains(m_review.parentOf(*entry.milestone))) {
                waiting.push_back({entry.milestone, 1});
                auto &siblings = below[m_review.parentOf(*entry.milestone)];
                std::erase(siblings, entry.milestone);
                drain();
            }
        }
        group.entries = std::move(ordered);
    }

    bool isFiltering() const { return !m_plan.options.filter.isEmpty() || m_plan.options.lateOnly; }

    bool isWanted(const Milestone &milestone, const TimelineRow &row) const
    {
        if (m_plan.options.lateOnly && !row.late && row.conflict < 0)
            return false;
        const QString &filter = m_plan.options.filter;
        return filter.isEmpty() || milestone.title.contains(filter, Qt::CaseInsensitive) ||
               milestone.responsible.contains(filter, Qt::CaseInsensitive) ||
               milestone.key.contains(filter, Qt::CaseInsensitive);
    }

    void addLane(const Group &group)
    {
        if (m_plan.options.onlyLane && *m_plan.options.onlyLane != group.subTeam)
            return;
        const size_t headRow = m_plan.rows.size();
        TimelineLane lane;
        lane.subTeam = group.subTeam;
        lane.hue = group.hue;
        lane.head = int(headRow);
        lane.folded = m_plan.options.folded.contains(group.subTeam);
        lane.foldedFrom = int(m_plan.foldedItems.size());
        m_plan.rows.push_back({});
        auto &target = lane.folded ? m_plan.foldedItems : m_plan.rows;
        for (const Entry &entry : group.entries) {
            TimelineRow row = itemRow(*entry.milestone, entry.depth);
            if (!isWanted(*entry.milestone, row))
                continue;
            count(row, lane);
            target.push_back(row);
        }
        if (lane.items == 0 && (isFiltering() || !group.keptEmpty)) {
            m_plan.rows.pop_back();
            return;
        }
        finishFolded(lane);
        m_plan.rows[headRow] = headOf(lane);
        m_plan.lanes.push_back(lane);
    }

    void count(const TimelineRow &row, TimelineLane &lane)
    {
        ++lane.items;
        lane.errors += row.conflict >= 0;
        lane.late += row.late;
        m_plan.lateItems += row.late;
        include(row.milestone ? row.end : row.start, lane.start, lane.end);
        include(row.end, lane.start, lane.end);
    }

    /// Orders what a folded lane shows in its one row, so that a painter can stop at the last visible day.
    void finishFolded(TimelineLane &lane)
    {
        auto &items = m_plan.foldedItems;
        std::erase_if(items, [](const TimelineRow &row) { return !row.isDated(); });
        std::stable_sort(items.begin() + lane.foldedFrom, items.end(),
                         [](const TimelineRow &a, const TimelineRow &b) { return a.start < b.start; });
        lane.foldedTo = int(items.size());
    }

    TimelineRow headOf(const TimelineLane &lane) const
    {
        TimelineRow row;
        row.kind = TimelineRow::Kind::LaneHead;
        row.id = lane.subTeam;
        row.start = lane.start;
        row.end = lane.end;
        row.lane = qint16(m_plan.lanes.size());
        row.late = lane.late > 0;
        return row;
    }

    TimelineRow itemRow(const Milestone &milestone, quint8 depth) const
    {
        TimelineRow row;
        row.id = milestone.id;
        row.lane = qint16(m_plan.lanes.size());
        row.depth = depth;
        row.milestone = !milestone.start;
        row.reached = milestone.actual.has_value();
        const auto &shown = row.reached ? milestone.actual : milestone.target;
        row.end = lastDayOf(shown);
        row.start = row.milestone ? firstDayOf(shown) : firstDayOf(milestone.start);
        if (row.start == noDay || row.start > row.end)
            row.start = row.end;
        row.progress = row.reached ? 100 : quint8(std::clamp<qint64>(milestone.progress.value_or(0), 0, 100));
        row.deadline = lastDayOf(milestone.deadline);
        row.late =
            !row.reached && row.isDated() &&
            ((m_today != noDay && row.end < m_today) || (row.deadline != noDay && row.end > row.deadline));
        row.critical = m_plan.options.critical.contains(row.id);
        row.comment = !row.milestone && milestone.type.is(MilestoneType::Comment);
        row.conflict = m_conflicts.value(row.id, -1);
        compare(row, shown);
        return row;
    }

    void compare(TimelineRow &row, const std::optional<PartialDate> &shown) const
    {
        const BaselineItem *item = m_baseline.value(row.id);
        if (!item)
            return;
        row.baseEnd = lastDayOf(item->target);
        row.baseStart = item->start ? firstDayOf(item->start) : firstDayOf(item->target);
        if (row.baseStart == noDay || row.baseStart > row.baseEnd)
            row.baseStart = row.baseEnd;
        row.slip = daysBetween(item->target, shown).value_or(noDay);
    }

    void addNewItemRow()
    {
        TimelineRow row;
        row.kind = TimelineRow::Kind::NewItem;
        row.lane = qint16(m_plan.lanes.size() - 1);
        row.depth = 1;
        m_plan.rows.push_back(row);
    }

    /// The days from the first to the last of anything that is shown.
    void addReach()
    {
        const auto reach = [this](int day) { include(day, m_plan.firstDay, m_plan.lastDay); };
        reach(m_today);
        for (const auto *rows : {&m_plan.rows, &m_plan.foldedItems}) {
            for (const TimelineRow &row : *rows) {
                for (const int day : {row.start, row.end, row.baseStart, row.baseEnd})
                    reach(day);
            }
        }
        for (const TimelineDeadline &deadline : m_plan.deadlines)
            reach(deadline.day);
        for (const TimelineForecast &forecast : std::as_const(m_plan.options.forecasts))
            reach(forecast.p80);
        for (const TimelineEvent &event : m_plan.events) {
            reach(event.first);
            reach(event.last);
        }
        if (m_plan.firstDay == noDay)
            m_plan.firstDay = m_plan.lastDay = dayNumber(QDate(2000, 1, 1));
    }

    const Review &m_review; // Not owned.
    TimelinePlan m_plan;
    int m_today = noDay;
    std::vector<Group> m_groups;
    QHash<RecordId, const BaselineItem *> m_baseline;
    QHash<RecordId, int> m_conflicts;
};

} // namespace

TimelinePlan buildTimeline(const Review &review, const TimelineOptions &options)
{
    return Builder(review, options).build();
}

int TimelinePlan::rowOf(RecordId id) const
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const TimelineRow &row) {
        return row.id == id && row.kind == TimelineRow::Kind::Item;
    });
    return found == rows.end() ? headOf(id) : int(found - rows.begin());
}

int TimelinePlan::headOf(RecordId subTeam) const
{
    for (const TimelineLane &lane : lanes) {
        if (lane.subTeam == subTeam)
            return lane.head;
    }
    return -1;
}

int TimelinePlan::dayOf(const TimelineConflict &conflict) const
{
    const auto *against = review->find(MilestoneId(conflict.against.uuid));
    if (!against)
        return noDay;
    const int deadline = lastDayOf(against->deadline);
    return deadline != noDay ? deadline : lastDayOf(against->target);
}

} // namespace plumbline
