#pragma once

#include "core/domain/baseline.h"
#include "core/domain/milestone.h"
#include "core/domain/review.h"
#include "core/report/document.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace plumbline {
struct BaselineItem;
struct SubTeam;
} // namespace plumbline

namespace plumbline::report {

/// The dates of one item of the plan, side by side, and what they amount to.
struct PlanDates {
    std::optional<PartialDate> baselineStart;
    std::optional<PartialDate> baseline; ///< The target as the baseline froze it.
    std::optional<PartialDate> start;
    std::optional<PartialDate> target;
    std::optional<PartialDate> actual;
    /// Calendar days from the baseline's target to the day met, or to the present target while it is not met;
    /// negative when earlier. Empty when either is missing or not exact to the day.
    std::optional<int> slip;
    std::optional<QDate> limit; ///< The latest date that judges the item: its own deadline or what it serves.
    QString words;              ///< "9 days after Draft freeze", "12 days overdue", "due in 5 days".
    Tone tone =
        Tone::Normal; ///< Bad when a latest date is broken or the target has passed, Attention without one.
    bool breaksLimit = false; ///< It is planned, or was met, after @ref limit.
};

/// The items of one lane, in the order of the plan.
struct PlanLane {
    const SubTeam *subTeam = nullptr; ///< Null: the full team.
    std::vector<const Milestone *> items;
};

/// Reads the plan for a report: lanes, dates against a baseline, lateness in words as of a day. Computed
/// here.
class PlanReader
{
    Q_DECLARE_TR_FUNCTIONS(Report)

public:
    /// @p baseline may be null: the first baseline in order that holds dates of the plan is then taken, if
    /// there is one.
    PlanReader(const Review &review, BaselineId baseline, const QDate &today, const QLocale &locale);

    PlanDates datesOf(const Milestone &milestone) const;
    /// The full team first, then the sub-teams in order, empty lanes left out. Items of sub-teams outsiders
    /// may not read of stand in the full team's lane.
    std::vector<PlanLane> lanes() const;
    /// The baseline compared against; null when there is none.
    const Baseline *baseline() const { return m_baseline; }

private:
    struct Limit {
        PartialDate date;
        QString name;
    };
    std::optional<Limit> limitOf(const Milestone &milestone) const;
    void judgeMet(PlanDates &dates, const std::optional<Limit> &limit) const;
    void judgePlanned(PlanDates &dates, const std::optional<Limit> &limit) const;

    const Review &m_review; // Not owned, outlives this.
    QDate m_today;
    QLocale m_locale;
    const Baseline *m_baseline = nullptr;
    QHash<RecordId, const BaselineItem *> m_frozen;
};

} // namespace plumbline::report
