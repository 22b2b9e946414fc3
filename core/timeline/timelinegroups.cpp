#include "core/timeline/timelinegroups.h"

#include "core/base/cbor.h"
#include "core/domain/dependency.h"
#include "core/domain/milestone.h"
#include "core/domain/review.h"
#include "core/domain/subteam.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <limits>

namespace plumbline {

namespace {

using Entries = std::vector<TimelineEntry>;

/// Puts every item that lies below another one of the same group right under it.
Entries nested(const Review &review, const Entries &entries)
{
    QHash<RecordId, std::vector<const Milestone *>> below;
    QSet<RecordId> here;
    for (const TimelineEntry &entry : entries)
        here.insert(entry.milestone->id);
    Entries waiting;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const RecordId parent = review.parentOf(*entry->milestone);
        if (here.contains(parent) && parent != entry->milestone->id)
            below[parent].push_back(entry->milestone); // Last first, like the stack below.
        else
            waiting.push_back(*entry);
    }
    Entries ordered;
    const auto drain = [&] {
        while (!waiting.empty()) {
            const TimelineEntry entry = waiting.back();
            waiting.pop_back();
            ordered.push_back(entry);
            for (const Milestone *child : below.take(entry.milestone->id))
                waiting.push_back({child, quint8(std::min(entry.depth + 1, 200))});
        }
    };
    drain();
    // The review cuts circles; should one be left, its items are not lost all the same.
    for (const TimelineEntry &entry : entries) {
        if (below.contains(review.parentOf(*entry.milestone))) {
            waiting.push_back({entry.milestone, 1});
            auto &siblings = below[review.parentOf(*entry.milestone)];
            std::erase(siblings, entry.milestone);
            drain();
        }
    }
    return ordered;
}

std::vector<TimelineGroup> bySubTeam(const Review &review)
{
    QHash<RecordId, size_t> groupOf{{RecordId(), 0}};
    std::vector<TimelineGroup> groups(1);
    for (const auto *subTeam : review.all<SubTeam>()) {
        groupOf.insert(subTeam->id, groups.size());
        groups.push_back(
            {subTeam->id, {}, int(groups.size()) - 1, !subTeam->state.is(SubTeamState::Closed), {}});
    }
    bool levels = false;
    for (const auto *milestone : review.all<Milestone>()) {
        // An item of a sub-team that is gone is shown with the full team's rather than lost from sight.
        const size_t group = groupOf.value(RecordId(milestone->subteam.uuid), 0);
        groups[group].entries.push_back({milestone, 1});
        levels = levels || !review.parentOf(*milestone).isNull();
    }
    if (levels) {
        for (TimelineGroup &group : groups)
            group.entries = nested(review, group.entries);
    }
    return groups;
}

TimelineGroup namedGroup(const QString &name)
{
    // An id that follows from the name, so that a folded group stays folded.
    return {RecordId(QUuid::fromRfc4122(digest16("timeline group " + name.toUtf8()))), name, -1, false, {}};
}

std::vector<TimelineGroup> byOwner(const Review &review)
{
    QMap<QString, Entries> owners; // In the order of their names.
    Entries nobody;
    for (const auto *milestone : review.all<Milestone>()) {
        const QString owner = milestone->responsible.simplified();
        (owner.isEmpty() ? nobody : owners[owner]).push_back({milestone, 1});
    }
    std::vector<TimelineGroup> groups;
    for (auto owner = owners.cbegin(); owner != owners.cend(); ++owner) {
        groups.push_back(namedGroup(owner.key()));
        groups.back().entries = owner.value();
    }
    groups.push_back(namedGroup(QCoreApplication::translate("Timeline", "Nobody answers for it", "items without an owner")));
    groups.back().entries = std::move(nobody);
    return groups;
}

std::vector<TimelineGroup> byPhase(const Review &review, const std::vector<TimelinePhase> &phases)
{
    static const char *const names[]{
        QT_TRANSLATE_NOOP("Timeline", "Preparation"),  QT_TRANSLATE_NOOP("Timeline", "Analysis"),
        QT_TRANSLATE_NOOP("Timeline", "Drafting"),     QT_TRANSLATE_NOOP("Timeline", "Public comment"),
        QT_TRANSLATE_NOOP("Timeline", "Finalisation"), QT_TRANSLATE_NOOP("Timeline", "Follow-up"),
    };
    std::vector<TimelineGroup> groups;
    for (const char *name : names)
        groups.push_back(namedGroup(QCoreApplication::translate("Timeline", name)));
    groups.push_back(namedGroup(QCoreApplication::translate("Timeline", "Not dated")));
    for (const auto *milestone : review.all<Milestone>()) {
        const auto &date = milestone->actual ? milestone->actual : milestone->target;
        size_t group = groups.size() - 1;
        if (date && !date->isOpen()) {
            const int day = dayNumber(date->last());
            group = phases.empty() ? 0 : size_t(Phase::FollowUp);
            for (auto phase = phases.rbegin(); phase != phases.rend(); ++phase) {
                if (day <= phase->end)
                    group = size_t(phase->phase);
            }
        }
        groups[group].entries.push_back({milestone, 1});
    }
    return groups;
}

int lastDay(const std::optional<PartialDate> &date)
{
    return date && !date->isOpen() ? dayNumber(date->last()) : noDay;
}

/// What an item is ordered by; the words of columns of words come second.
std::pair<qint64, QString> rank(const Milestone &milestone, const TimelineOptions &options)
{
    const auto number = [](int day) { return qint64(day == noDay ? std::numeric_limits<int>::max() : day); };
    switch (*options.sortBy) {
    case TimelineColumn::Title:
        return {0, milestone.title.toCaseFolded()};
    case TimelineColumn::Owner:
        return {milestone.responsible.isEmpty(), milestone.responsible.toCaseFolded()};
    case TimelineColumn::Start:
        return {number(lastDay(milestone.start ? milestone.start : milestone.target)), {}};
    case TimelineColumn::Target:
        return {number(lastDay(milestone.actual ? milestone.actual : milestone.target)), {}};
    case TimelineColumn::Deadline:
        return {number(lastDay(milestone.deadline)), {}};
    case TimelineColumn::Slack:
        return {options.slack.value(milestone.id, std::numeric_limits<int>::max()), {}};
    case TimelineColumn::Progress:
        return {milestone.actual ? 100 : milestone.progress.value_or(0), {}};
    case TimelineColumn::Forecast:
        return {number(options.forecasts.value(milestone.id).p80), {}};
    case TimelineColumn::Slip: // Known only once the rows are built; see Builder.
    case TimelineColumn::Key:  // The order of the plan where nothing was arranged.
        break;
    }
    return {};
}

void sort(Entries &entries, const TimelineOptions &options)
{
    for (TimelineEntry &entry : entries)
        entry.depth = 1;
    std::stable_sort(entries.begin(), entries.end(), [&](const TimelineEntry &a, const TimelineEntry &b) {
        return options.descending ? rank(*b.milestone, options) < rank(*a.milestone, options)
                                  : rank(*a.milestone, options) < rank(*b.milestone, options);
    });
}

} // namespace

QHash<RecordId, int> subTeamHues(const Review &review)
{
    QHash<RecordId, int> hues;
    for (const auto *subTeam : review.all<SubTeam>())
        hues.insert(subTeam->id, int(hues.size()));
    return hues;
}

QSet<RecordId> itemsBinding(const Review &review, RecordId subTeam)
{
    QSet<RecordId> own;
    QSet<RecordId> binding;
    for (const auto *milestone : review.all<Milestone>()) {
        if (milestone->subteam.uuid != subTeam.uuid)
            continue;
        own.insert(milestone->id);
        if (!milestone->serves.isNull())
            binding.insert(RecordId(milestone->serves.uuid));
    }
    for (const auto *dependency : review.all<Dependency>()) {
        const RecordId from(dependency->from.uuid);
        const RecordId to(dependency->to.uuid);
        if (own.contains(from) != own.contains(to))
            binding.insert(own.contains(from) ? to : from);
    }
    return binding.subtract(own);
}

std::vector<TimelineGroup> timelineGroups(const Review &review, const TimelineOptions &options,
                                          const std::vector<TimelinePhase> &phases)
{
    std::vector<TimelineGroup> groups = options.grouping == TimelineGrouping::Owner   ? byOwner(review)
                                        : options.grouping == TimelineGrouping::Phase ? byPhase(review, phases)
                                                                                      : bySubTeam(review);
    if (options.sortBy && *options.sortBy != TimelineColumn::Slip) {
        for (TimelineGroup &group : groups)
            sort(group.entries, options);
    }
    return groups;
}

} // namespace plumbline
