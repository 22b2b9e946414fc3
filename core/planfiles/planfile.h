#pragma once

#include "core/base/result.h"
#include "core/domain/dependency.h"
#include "core/domain/milestone.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace plumbline {

/// Days nobody works, both included.
struct PlanDaysOff {
    QDate first;
    QDate last;
    QString name; ///< May be empty.
    friend bool operator==(const PlanDaysOff &, const PlanDaysOff &) = default;
};

struct PlanCalendar {
    QList<int> weekend{6, 7}; ///< 1 Monday to 7 Sunday, in that order; empty when every day is worked.
    QList<PlanDaysOff> off;   ///< In the order of their first days.
    friend bool operator==(const PlanCalendar &, const PlanCalendar &) = default;
};

/// What a task was planned to be when a baseline was taken.
struct PlanBaseline {
    int number = 0;
    std::optional<QDate> start;
    std::optional<QDate> finish; ///< The last day. Some files hold one before the start; it is kept.
    friend bool operator==(const PlanBaseline &, const PlanBaseline &) = default;
};

/// A line of a plan: an activity, a milestone, or a heading when others name it as their parent.
struct PlanTask {
    QString id;   ///< As the file calls it; unique in the file, never empty.
    QString name; ///< One line.
    QString notes;
    int parent = -1; ///< Index of the heading it stands below, always smaller than its own; -1 at the top.
    bool milestone = false;
    std::optional<QDate> start;
    std::optional<QDate> finish; ///< The last day, included; of a milestone the day it stands on.
    std::optional<int>
        duration; ///< Days of @ref unit, a begun day counted whole; it never decides a date the file gives.
    DayUnit unit = DayUnit::Working;
    std::optional<int> percent;               ///< 0 to 100.
    std::optional<QDate> deadline;            ///< The last day that is in time.
    std::optional<DateConstraint> constraint; ///< Set when and only when @ref constraintDate is.
    std::optional<QDate> constraintDate;
    std::optional<QDate> actualFinish;
    QList<PlanBaseline> baselines;
    QStringList resources; ///< Names of those who work on it.
    /// What the program that wrote the file computed; for comparison only.
    std::optional<double> totalSlack; ///< Working days.
    std::optional<bool> critical;
    friend bool operator==(const PlanTask &, const PlanTask &) = default;
};

/// One task that waits for another.
struct PlanLink {
    int from = 0; ///< Index of a task.
    int to = 0;
    DependencyType type = DependencyType::FS;
    int lag = 0; ///< Days of @ref unit; negative for a lead.
    DayUnit unit = DayUnit::Working;
    friend bool operator==(const PlanLink &, const PlanLink &) = default;
};

/// An appointment or a holiday of an iCalendar file; one that repeats is there once for each time.
struct PlanEvent {
    QString id; ///< Its UID; of a repetition followed by "/" and its day.
    QString title;
    QDate first;
    QDate last;         ///< Included.
    bool allDay = true; ///< Otherwise the days are those of UTC.
    friend bool operator==(const PlanEvent &, const PlanEvent &) = default;
};

/// What the file of another planner says, independent of any review.
struct PlanFile {
    QString title; ///< May be empty.
    PlanCalendar calendar;
    QList<PlanTask> tasks; ///< Each after its heading, in the order of the file.
    QList<PlanLink> links; ///< Without circles.
    QList<PlanEvent> events;
    QStringList notes; ///< Sentences for the user: what was in the file and is not in here.
    QList<QStringList>
        loops; ///< Of each circle of links that was cut the names of its tasks, in the order of the links.
    friend bool operator==(const PlanFile &, const PlanFile &) = default;
};

/// Bounds of what is read; a file beyond them is refused. Computed here: ten times the largest plans we know.
inline constexpr qint64 maxPlanBytes = qint64(64) << 20;
inline constexpr int maxPlanTasks = 100000;
inline constexpr int maxPlanLinks = 500000;
inline constexpr int maxPlanDepth = 100;   ///< Of headings below each other.
inline constexpr int maxPlanDays = 100000; ///< Of a duration or a lag.

} // namespace plumbline
