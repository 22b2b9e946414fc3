#pragma once

#include "core/timeline/timelineplan.h"

namespace plumbline {

struct Milestone;

/// An item in its group, and how deep it lies below others there; 1 is the top.
struct TimelineEntry {
    const Milestone *milestone = nullptr; ///< Not owned.
    quint8 depth = 1;
};

/// What becomes a lane.
struct TimelineGroup {
    RecordId id;  ///< As TimelineLane::subTeam.
    QString name; ///< As TimelineLane::name.
    int hue = -1;
    bool keptEmpty = true; ///< Shown also without items.
    std::vector<TimelineEntry> entries;
};

/// The items of @p review in the groups and the order @p options asks for, none of them filtered. The first group is the
/// full team's where sub-teams are the groups. @p phases are those of the plan, for grouping by them.
std::vector<TimelineGroup> timelineGroups(const Review &review, const TimelineOptions &options,
                                          const std::vector<TimelinePhase> &phases);

/// Place of each sub-team among all of the review, which fixes its colour.
QHash<RecordId, int> subTeamHues(const Review &review);

/// Items of others that bind those of a sub-team: what they serve, what they wait for and what waits for them.
QSet<RecordId> itemsBinding(const Review &review, RecordId subTeam);

} // namespace plumbline
