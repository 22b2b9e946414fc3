#pragma once

#include "core/base/id.h"
#include "core/domain/calendarevent.h"
#include "core/domain/reviewrecord.h"
#include "core/schedule/commentperiod.h"
#include "core/timeline/timelinelinks.h"
#include "core/timeline/timescale.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace plumbline {

class Review;

/// A milestone that ends after a date it must keep. What the arithmetic of the schedule found, ready to be
/// shown.
struct TimelineConflict {
    RecordId milestone; ///< The one that is too late.
    RecordId against;   ///< The milestone whose deadline (or target) it misses.
    int days = 0;       ///< By how many calendar days.
    QString words;      ///< "9 days after Draft freeze".
    friend bool operator==(const TimelineConflict &, const TimelineConflict &) = default;
};

/// Where a milestone will probably end up.
struct TimelineForecast {
    int p50 = noDay; ///< Day number reached in half of the runs.
    int p80 = noDay; ///< Day number reached in four of five runs.
    int chance = -1; ///< Percent of the runs that kept the date that counts; negative when nothing counts.
    friend bool operator==(const TimelineForecast &, const TimelineForecast &) = default;
};

/// What the lanes are.
enum class TimelineGrouping { SubTeam, Owner, Phase };

/// What the colour of a mark says.
enum class TimelineColour { SubTeam, State, Lateness };

/// A column of the table. The title is always the first one.
enum class TimelineColumn { Title, Key, Start, Target, Deadline, Slip, Slack, Progress, Forecast, Owner };
inline constexpr int timelineColumnCount = int(TimelineColumn::Owner) + 1;

/// Whose items are somebody's own: those she answers for, and those of the sub-teams she leads.
struct TimelineMine {
    QString name;
    QSet<RecordId> subTeams;
};

/// What of the plan is to be shown, and how. A lane is named by its sub-team, the full team's by a null id.
struct TimelineOptions {
    QDate today;           ///< Judges what is late; the day of the record on paper.
    QSet<RecordId> folded; ///< Lanes shown as one row.
    QString filter;        ///< Only items whose title, owner or key contains it; empty: all.
    bool lateOnly = false; ///< Only items that are late or past a deadline.
    int nextDays = 0;      ///< Only items that are to be met within so many days; 0: whenever.
    std::optional<TimelineMine> mine; ///< Only these.
    std::optional<RecordId> onlyLane;
    /// With @ref onlyLane of a sub-team: also the items of others that bind it, because its own serve or wait for them.
    bool withBinding = false;
    TimelineGrouping grouping = TimelineGrouping::SubTeam;
    TimelineColour colour = TimelineColour::SubTeam;
    QList<TimelineColumn> columns{TimelineColumn::Target, TimelineColumn::Slip, TimelineColumn::Owner}; ///< After the title.
    std::optional<TimelineColumn> sortBy; ///< Within each lane, then without levels; none: the order of the plan.
    bool descending = false;
    RecordId baseline; ///< The Baseline to compare with; null: none.
    QList<TimelineConflict> conflicts;
    QSet<RecordId> critical; ///< Items without slack.
    QHash<RecordId, int> slack; ///< Days each item may move, for the column of that name.
    QHash<RecordId, TimelineForecast> forecasts;
    bool newItemRow = true; ///< A last row in which a new item can be typed; not on paper.
};

/// One row of table and chart. Texts are not here: they are asked of the Review when a row is painted.
struct TimelineRow {
    enum class Kind : quint8 { LaneHead, Item, NewItem };

    RecordId id; ///< The milestone; of a lane head the sub-team, null for the full team and a new item.
    int start =
        noDay;       ///< First day. Of a milestone known less exactly than to the day, the first it may mean.
    int end = noDay; ///< Last day, included: the actual date when reached, else the target. noDay: not dated.
    int baseStart = noDay; ///< As start, in the chosen baseline.
    int baseEnd = noDay;
    int deadline = noDay; ///< Its own deadline.
    int slip = noDay;  ///< Calendar days after the baseline; noDay when either date is not exact or missing.
    int conflict = -1; ///< Index into TimelineOptions::conflicts.
    qint16 lane = 0;   ///< Index into TimelinePlan::lanes.
    qint16 hue = -1;   ///< Place of its sub-team among all of the review; -1: the full team's.
    Kind kind = Kind::Item;
    quint8 depth = 0;           ///< 0 lane heads, 1 items, 2 items below an item and so on.
    quint8 progress = 0;        ///< Percent.
    bool milestone : 1 = false; ///< A point; else an activity, or a lane head's span.
    bool reached : 1 = false;
    bool late : 1 = false; ///< Not reached although its target is past, or planned after its own deadline.
    bool critical : 1 = false;
    bool board : 1 = false;   ///< The Board's action on a report, which has a clock.
    bool comment : 1 = false; ///< A public comment period, which has a floor.

    bool isDated() const { return end != noDay; }
    bool hasBaseline() const { return baseEnd != noDay; }
    bool hasSlip() const { return slip != noDay; }
};

/// The items of the full team or of one sub-team.
struct TimelineLane {
    RecordId subTeam; ///< Null: the full team. Of a group that is no sub-team an id made from its name.
    QString name;     ///< Of a group that is no sub-team.
    int hue = -1;   ///< Place of the sub-team among all of the review, which fixes its colour; -1 full team.
    int head = 0;   ///< Row of its head.
    int items = 0;  ///< Items shown, folded ones included.
    int errors = 0; ///< How many of them are in conflict.
    int late = 0;   ///< How many of them are late.
    int start = noDay; ///< First day of any of them.
    int end = noDay;   ///< Last day of any of them.
    bool folded = false;
    int foldedFrom = 0; ///< What its one row shows: TimelinePlan::foldedItems from here ...
    int foldedTo = 0;   ///< ... to before here, in the order of their first days.
};

/// A date of the full team that binds everybody.
struct TimelineDeadline {
    RecordId milestone;
    int day = noDay;
    bool over = false; ///< Past or met: shown, but not calling.
};

/// A stretch of days that concerns the whole plan.
struct TimelineEvent {
    RecordId id;
    int first = noDay;
    int last = noDay; ///< Included.
    bool suspension = false;
    bool open = false; ///< Nobody knows yet when it ends; shown up to today.
};

/// A phase in the life of the review, as its milestones part it.
struct TimelinePhase {
    Phase phase = Phase::Preparation;
    int start = noDay;
    int end = noDay; ///< Included.
    bool current = false;
};

/// Everything the timeline shows, as one value made by buildTimeline().
///
/// It holds ids, no texts: @ref review must live as long, but its records may change or vanish meanwhile.
struct TimelinePlan {
    const Review *review = nullptr; ///< Not owned.
    TimelineOptions options;
    std::vector<TimelineRow> rows;
    std::vector<TimelineLane> lanes; ///< Those shown, the full team first.
    std::vector<TimelineRow> foldedItems;
    TimelineLinks links;
    std::vector<TimelineDeadline> deadlines; ///< By day.
    std::vector<TimelineEvent> events;       ///< By first day.
    std::vector<TimelinePhase> phases;
    int firstDay = noDay; ///< Of anything shown, today and deadlines included.
    int lastDay = noDay;
    int items = 0;     ///< Items of the whole review, whatever is shown of them.
    int lateItems = 0; ///< How many of the items shown are late.
    int minCommentDays = 0;                    ///< Floor of a public comment period; 0: none.
    DayCount dayCount = DayCount::Full24h;

    int rowCount() const { return int(rows.size()); }
    const TimelineLane &laneOf(const TimelineRow &row) const { return lanes[size_t(row.lane)]; }
    /// The row of a milestone, or of the head of a lane by its sub-team; -1 when it is not shown.
    int rowOf(RecordId id) const;
    /// The row of the head of a lane; -1 when it is not shown.
    int headOf(RecordId subTeam) const;
    /// The day a conflict is measured against: the deadline of that milestone, else its target. noDay:
    /// unknown.
    int dayOf(const TimelineConflict &conflict) const;
};

} // namespace plumbline
