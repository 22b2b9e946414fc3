#include "core/timeline/timelinemarks.h"

#include "core/domain/milestone.h"
#include "core/domain/review.h"

#include <algorithm>
#include <array>

namespace plumbline {

namespace {

int planDay(const std::optional<PartialDate> &date)
{
    return date && !date->isOpen() ? dayNumber(date->last()) : noDay;
}

/// When a milestone was met, else when it is planned.
int dayOf(const Milestone &milestone)
{
    return planDay(milestone.actual ? milestone.actual : milestone.target);
}

void addDeadlines(TimelinePlan &plan)
{
    const int today = dayNumber(plan.options.today);
    for (const auto *milestone : plan.review->all<Milestone>()) {
        const int day = planDay(milestone->deadline);
        if (day != noDay && milestone->subteam.isNull())
            plan.deadlines.push_back({milestone->id, day, milestone->actual.has_value() || day < today});
    }
    std::stable_sort(plan.deadlines.begin(), plan.deadlines.end(),
                     [](const TimelineDeadline &a, const TimelineDeadline &b) { return a.day < b.day; });
}

void addEvents(TimelinePlan &plan)
{
    const int today = dayNumber(plan.options.today);
    for (const auto *event : plan.review->all<CalendarEvent>()) {
        TimelineEvent shown;
        shown.id = event->id;
        shown.first = event->first ? dayNumber(event->first->first) : noDay;
        shown.last = planDay(event->last);
        shown.suspension = event->category.is(CalendarKind::Suspension);
        shown.open = shown.last == noDay && shown.suspension;
        if (shown.last == noDay)
            shown.last = shown.open ? std::max(shown.first, today) : shown.first;
        if (shown.first != noDay && shown.first <= shown.last)
            plan.events.push_back(shown);
    }
    std::stable_sort(plan.events.begin(), plan.events.end(),
                     [](const TimelineEvent &a, const TimelineEvent &b) { return a.first < b.first; });
}

/// Ends of the phases from preparation to finalisation, noDay where the plan has none.
std::array<int, 5> phaseEnds(const Review &review)
{
    std::array<int, 5> ends{noDay, noDay, noDay, noDay, noDay};
    const auto set = [&ends](Phase phase, int day) {
        int &end = ends[size_t(phase)];
        end = std::max(end, day);
    };
    for (const auto *milestone : review.all<Milestone>()) {
        if (!milestone->subteam.isNull() || !milestone->type.value)
            continue;
        switch (*milestone->type.value) {
        case MilestoneType::TermsOfReference:
        case MilestoneType::WorkPlan:
            set(Phase::Preparation, dayOf(*milestone));
            break;
        case MilestoneType::Findings:
            set(Phase::Analysis, dayOf(*milestone));
            break;
        case MilestoneType::CommentOpen:
            set(Phase::Drafting, dayOf(*milestone));
            break;
        case MilestoneType::CommentClose:
            set(Phase::PublicComment, dayOf(*milestone));
            break;
        case MilestoneType::Comment:
            set(Phase::Drafting, milestone->start ? dayNumber(milestone->start->first) : noDay);
            set(Phase::PublicComment, dayOf(*milestone));
            break;
        case MilestoneType::Published:
            // The draft report is published too, but opens the comments rather than ending the review.
            set(Phase::Finalisation, dayOf(*milestone));
            break;
        default:
            break;
        }
    }
    return ends;
}

void addPhases(TimelinePlan &plan)
{
    const auto reviews = plan.review->all<ReviewRecord>();
    const ReviewRecord *record = reviews.empty() ? nullptr : reviews.front();
    const auto ends = phaseEnds(*plan.review);
    const int today = dayNumber(plan.options.today);
    int start = record && record->started ? dayNumber(record->started->first) : noDay;
    for (size_t i = 0; i < ends.size(); ++i) {
        const int end = ends[i];
        if (end == noDay || (start != noDay && end <= start))
            continue;
        if (start != noDay) {
            TimelinePhase phase{Phase(i), start, end, false};
            phase.current =
                record && record->phase.value ? record->phase.is(phase.phase) : today >= start && today < end;
            plan.phases.push_back(phase);
        }
        start = end;
    }
}

} // namespace

void addTimelineMarks(TimelinePlan &plan)
{
    addDeadlines(plan);
    addEvents(plan);
    addPhases(plan);
}

} // namespace plumbline
