#include "core/timeline/timelinerows.h"

#include "core/domain/baselineitem.h"
#include "core/domain/milestone.h"
#include "core/domain/review.h"
#include "core/timeline/timelinegroups.h"
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
        addTimelineMarks(m_plan);
        m_hues = subTeamHues(m_review);
        if (m_plan.options.onlyLane && m_plan.options.withBinding)
            m_binding = itemsBinding(m_review, *m_plan.options.onlyLane);
        m_plan.items = m_review.count(Kind::Milestone);
        for (const TimelineGroup &group : timelineGroups(m_review, m_plan.options, m_plan.phases))
            addLane(group);
        if (m_plan.options.newItemRow && !m_plan.lanes.empty())
            addNewItemRow();
        m_plan.links = linksBetween(m_review, m_plan.rows);
        addReach();
        return std::move(m_plan);
    }

private:
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

    bool isFiltering() const
    {
        const TimelineOptions &options = m_plan.options;
        return !options.filter.isEmpty() || options.lateOnly || options.nextDays > 0 || options.mine;
    }

    bool isMine(const Milestone &milestone) const
    {
        const TimelineMine &mine = *m_plan.options.mine;
        return mine.subTeams.contains(RecordId(milestone.subteam.uuid)) ||
               (!mine.name.isEmpty() && milestone.responsible.contains(mine.name, Qt::CaseInsensitive));
    }

    bool isSoon(const TimelineRow &row) const
    {
        return !row.reached && row.isDated() && m_today != noDay && row.end >= m_today &&
               row.end <= m_today + m_plan.options.nextDays;
    }

    /// Whether the lane filter shows the item: all of the lane asked for, and what binds it.
    bool isOfLane(const TimelineGroup &group, const Milestone &milestone) const
    {
        return !m_plan.options.onlyLane || *m_plan.options.onlyLane == group.id || m_binding.contains(milestone.id);
    }

    bool isWanted(const Milestone &milestone, const TimelineRow &row) const
    {
        if (m_plan.options.lateOnly && !row.late && row.conflict < 0)
            return false;
        if (m_plan.options.mine && !isMine(milestone))
            return false;
        if (m_plan.options.nextDays > 0 && !isSoon(row))
            return false;
        const QString &filter = m_plan.options.filter;
        return filter.isEmpty() || milestone.title.contains(filter, Qt::CaseInsensitive) ||
               milestone.responsible.contains(filter, Qt::CaseInsensitive) ||
               milestone.key.contains(filter, Qt::CaseInsensitive);
    }

    void addLane(const TimelineGroup &group)
    {
        const bool whole = !m_plan.options.onlyLane || *m_plan.options.onlyLane == group.id;
        if (!whole && m_binding.isEmpty())
            return;
        const size_t headRow = m_plan.rows.size();
        TimelineLane lane;
        lane.subTeam = group.id;
        lane.name = group.name;
        lane.hue = group.hue;
        lane.head = int(headRow);
        lane.folded = m_plan.options.folded.contains(group.id);
        lane.foldedFrom = int(m_plan.foldedItems.size());
        m_plan.rows.push_back({});
        auto &target = lane.folded ? m_plan.foldedItems : m_plan.rows;
        for (const TimelineEntry &entry : group.entries) {
            if (!isOfLane(group, *entry.milestone))
                continue;
            TimelineRow row = itemRow(*entry.milestone, entry.depth);
            if (!isWanted(*entry.milestone, row))
                continue;
            count(row, lane);
            target.push_back(row);
        }
        if (m_plan.options.sortBy == TimelineColumn::Slip && !lane.folded)
            sortBySlip(headRow + 1);
        if (lane.items == 0 && (isFiltering() || !whole || !group.keptEmpty)) {
            m_plan.rows.pop_back();
            return;
        }
        finishFolded(lane);
        m_plan.rows[headRow] = headOf(lane);
        m_plan.lanes.push_back(lane);
    }

    /// The rows from @p first on; those without a slip come last either way.
    void sortBySlip(size_t first)
    {
        std::stable_sort(m_plan.rows.begin() + qsizetype(first), m_plan.rows.end(),
                         [this](const TimelineRow &a, const TimelineRow &b) {
                             if (a.hasSlip() != b.hasSlip())
                                 return a.hasSlip();
                             return m_plan.options.descending ? b.slip < a.slip : a.slip < b.slip;
                         });
        for (size_t row = first; row < m_plan.rows.size(); ++row)
            m_plan.rows[row].depth = 1;
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
        row.hue = qint16(m_hues.value(RecordId(milestone.subteam.uuid), -1));
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
        row.board = milestone.type.is(MilestoneType::BoardAction);
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
    QHash<RecordId, int> m_hues;
    QSet<RecordId> m_binding; ///< Items of other lanes that are shown for what they bind.
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
