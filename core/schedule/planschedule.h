#pragma once

#include "core/domain/milestone.h"
#include "core/schedule/network.h"
#include "core/schedule/violations.h"

#include <QDate>
#include <QHash>
#include <QList>

#include <memory>
#include <optional>

namespace plumbline {

class Review;

/// What the arithmetic says of one item of the plan. Days are the first and the last on which it is at work; of a
/// milestone both are the day it stands on.
struct ItemSchedule {
    MilestoneId milestone;
    QDate earlyStart;
    QDate earlyFinish;
    QDate lateStart;
    QDate lateFinish;
    int totalSlack = 0; ///< Days of @ref unit it may move before something is late; negative: something is late already.
    int freeSlack = 0;  ///< Days of @ref unit it may move before anything else does.
    DayUnit unit = DayUnit::Calendar;
    bool critical = false; ///< Not met, and without slack.
    bool met = false;
    std::optional<DateLimit> limit; ///< The earliest of its limits.
    /// Calendar days its earliest finish comes after its limit; 0 when it can be in time.
    int unkeepable = 0;
    /// Planned in time, or not dated, and yet it cannot be: what it waits for or a condition comes too late. What is simply
    /// planned too late, is overdue, or belongs to a sub-team that was closed is not meant.
    bool promisedInVain = false;
};

/// One link of an explanation.
struct ScheduleStep {
    MilestoneId from;
    MilestoneId to;
    DependencyId dependency;
};

/// The plan of a review as a network, with the dates that follow from it.
///
/// An item that was met stands where it was met. One with a duration is placed by what it waits for, and not before its
/// planned start where it waits for nothing; its own target is then no reason to be later. One without a duration stands
/// where it is planned and is pushed only when what it waits for comes later. One without any date is placed where it waits
/// for something placed, and is left out otherwise. Nothing that was not met can end before @p today.
/// An item with others below it is a heading: it spans them, and its links are theirs.
/// Partial dates plan at their end.
class PlanSchedule
{
public:
    /// Without a valid @p today the day does not matter. O(items + links).
    PlanSchedule(const Review &review, const QDate &today);
    ~PlanSchedule();
    PlanSchedule(PlanSchedule &&) noexcept;
    PlanSchedule &operator=(PlanSchedule &&) noexcept;

    /// In the order of the plan; items that are left out are not among them, headings are.
    const QList<ItemSchedule> &items() const { return m_items; }
    const ItemSchedule *find(MilestoneId milestone) const;
    /// The last day of the plan; invalid when nothing is placed.
    QDate end() const;
    /// The items of each circle of dependencies, in their order.
    const QList<QList<MilestoneId>> &circles() const { return m_circles; }
    /// The fewest dependencies that explain why an item cannot begin earlier; empty when its own dates alone say so.
    QList<ScheduleStep> chainTo(MilestoneId milestone) const;
    /// The latest days on which everything before @p milestone must begin and end for it to end on @p day, in the order of
    /// the plan. Where that is before what is possible, ItemSchedule::totalSlack is negative, and the plan is feasible when
    /// @p day comes by the most negative one later.
    QList<ItemSchedule> backwardFrom(MilestoneId milestone, const QDate &day) const;

    const WorkCalendar &calendar() const;
    const Network &network() const;
    /// Index in network(), or -1.
    int indexOf(MilestoneId milestone) const { return m_index.value(milestone, -1); }

private:
    struct Parts;
    class Builder;
    ItemSchedule scheduleOf(const Network &network, int index) const;
    void addHeadings(const Review &review);
    void judge(const Review &review);

    std::unique_ptr<Parts> m_parts;
    QList<ItemSchedule> m_items;
    QHash<MilestoneId, int> m_index;     ///< In the network.
    QHash<MilestoneId, qsizetype> m_at;  ///< In m_items.
    QList<QList<MilestoneId>> m_circles;
};

} // namespace plumbline
