#include "core/planfiles/planofreview.h"

#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "core/domain/calendarevent.h"
#include "core/domain/review.h"
#include "core/domain/reviewrecord.h"
#include "core/domain/subteam.h"
#include "core/schedule/milestonedates.h"
#include "core/schedule/weekend.h"

#include <QCoreApplication>
#include <QHash>

namespace plumbline {

namespace {

/// Gathers the items of a review, each after the heading it lies below.
class PlanOfReview
{
public:
    PlanOfReview(const Review &review, RecordId subTeam) : m_review(review), m_subTeam(subTeam) {}
    PlanFile gather();

private:
    void addBelow(RecordId parent, int index);
    void addItem(const Milestone &milestone, int parent);
    void addLinks();
    void addBaselines();
    void addCalendar();
    std::optional<QDate> dayOf(const std::optional<PartialDate> &date);

    const Review &m_review; // Not owned.
    RecordId m_subTeam;
    PlanFile m_plan;
    QHash<RecordId, QList<const Milestone *>> m_below;
    QHash<MilestoneId, int> m_index;
    int m_inexact = 0;
};

std::optional<QDate> PlanOfReview::dayOf(const std::optional<PartialDate> &date)
{
    const auto day = lastDay(date);
    m_inexact += day && !date->isExact() ? 1 : 0;
    return day;
}

void PlanOfReview::addItem(const Milestone &milestone, int parent)
{
    PlanTask task;
    const QString key = m_review.shownKey(milestone);
    task.id = key.isEmpty() ? milestone.id.uuid.toString(QUuid::WithoutBraces) : key;
    task.name = milestone.title.simplified();
    task.notes = milestone.description;
    task.parent = parent;
    task.milestone = !lastDay(milestone.start) && milestone.duration.value_or(0) <= 0;
    if (!task.milestone)
        task.start = dayOf(milestone.start);
    task.finish = dayOf(isMet(milestone) ? milestone.actual : milestone.target);
    if (task.start && task.finish && *task.finish < *task.start)
        task.finish = task.start;
    if (milestone.duration.value_or(0) > 0) {
        task.duration = int(std::min<qint64>(*milestone.duration, maxPlanDays));
        task.unit = milestone.dayunit.value.value_or(DayUnit::Calendar);
    }
    if (milestone.progress)
        task.percent = int(std::clamp<qint64>(*milestone.progress, 0, 100));
    if (isMet(milestone))
        task.percent = 100;
    task.deadline = dayOf(milestone.deadline);
    if (milestone.constraint.value && lastDay(milestone.constraintdate)) {
        task.constraint = milestone.constraint.value;
        task.constraintDate = dayOf(milestone.constraintdate);
    }
    task.actualFinish = lastDay(milestone.actual);
    if (!milestone.responsible.isEmpty())
        task.resources = {milestone.responsible};
    m_index.insert(MilestoneId(milestone.id.uuid), int(m_plan.tasks.size()));
    m_plan.tasks += task;
}

void PlanOfReview::addBelow(RecordId parent, int index)
{
    for (const Milestone *milestone : m_below.value(parent)) {
        addItem(*milestone, index);
        addBelow(milestone->id, int(m_plan.tasks.size()) - 1);
    }
}

void PlanOfReview::addLinks()
{
    for (const Dependency *dependency : m_review.all<Dependency>()) {
        const int from = m_index.value(dependency->from, -1);
        const int to = m_index.value(dependency->to, -1);
        if (from < 0 || to < 0 || from == to || (!dependency->type.value && !dependency->type.isNone()))
            continue;
        const qint64 lag = std::clamp<qint64>(dependency->lag.value_or(0), -maxPlanDays, maxPlanDays);
        m_plan.links += {from, to, dependency->type.value.value_or(DependencyType::FS), int(lag),
                         dependency->lagunit.value.value_or(DayUnit::Calendar)};
    }
}

void PlanOfReview::addBaselines()
{
    QHash<BaselineId, int> numbers;
    for (const Baseline *baseline : m_review.all<Baseline>())
        numbers.insert(BaselineId(baseline->id.uuid), int(numbers.size()));
    for (const BaselineItem *item : m_review.all<BaselineItem>()) {
        const int index = m_index.value(MilestoneId(item->record.uuid), -1);
        const auto number = numbers.constFind(item->baseline);
        if (index < 0 || number == numbers.constEnd() || (!lastDay(item->target) && !lastDay(item->start)))
            continue;
        m_plan.tasks[index].baselines += {*number, lastDay(item->start), lastDay(item->target)};
    }
}

void PlanOfReview::addCalendar()
{
    m_plan.calendar.weekend = weekendOf(m_review);
    for (const CalendarEvent *event : m_review.all<CalendarEvent>()) {
        const auto first = event->first && !event->first->isOpen() ? std::optional(event->first->first) : std::nullopt;
        if (!first)
            continue;
        const QDate last = std::max(*first, lastDay(event->last).value_or(event->first->last()));
        if (!event->category.is(CalendarKind::Other) && event->category.value)
            m_plan.calendar.off += {*first, last, event->title};
        m_plan.events += {m_review.shownKey(*event), event->title, *first, last, true};
    }
    std::stable_sort(m_plan.calendar.off.begin(), m_plan.calendar.off.end(),
                     [](const PlanDaysOff &a, const PlanDaysOff &b) { return a.first < b.first; });
}

PlanFile PlanOfReview::gather()
{
    const ReviewRecord *record = m_review.find(Id<ReviewRecord>(m_review.uuid()));
    m_plan.title = record ? record->title : QString();
    for (const Milestone *milestone : m_review.all<Milestone>()) {
        if (!m_subTeam.isNull() && RecordId(milestone->subteam.uuid) != m_subTeam)
            continue;
        const RecordId parent = m_review.parentOf(*milestone);
        const Milestone *above = m_review.find(MilestoneId(parent.uuid));
        const bool within = above && (m_subTeam.isNull() || RecordId(above->subteam.uuid) == m_subTeam);
        m_below[within ? parent : RecordId()] += milestone;
    }
    addBelow({}, -1);
    addLinks();
    addBaselines();
    addCalendar();
    if (m_inexact > 0)
        m_plan.notes += QCoreApplication::translate(
            "PlanFile", "%n date(s) known less exactly than to the day stand(s) at the last day meant.", nullptr, m_inexact);
    return m_plan;
}

} // namespace

PlanFile planOfReview(const Review &review, RecordId subTeam)
{
    return PlanOfReview(review, subTeam).gather();
}

} // namespace plumbline
