#include "core/timeline/timelineconflicts.h"

#include "core/domain/milestone.h"
#include "core/domain/review.h"
#include "core/schedule/violations.h"

#include <QCoreApplication>

namespace plumbline {

static QString wordsFor(const Review &review, const DateViolation &violation)
{
    const auto say = [&](const char *sentence) {
        return QCoreApplication::translate("Timeline", sentence, nullptr, violation.days);
    };
    if (violation.rule == DateRule::OwnDeadline)
        return say(QT_TRANSLATE_N_NOOP("Timeline", "%n day(s) after its deadline"));
    const Milestone *against = review.find(violation.against);
    const QString title = against ? against->title : QString();
    return violation.rule == DateRule::FreezeBuffer ? say(QT_TRANSLATE_N_NOOP("Timeline", "%n day(s) too late for %1")).arg(title)
                                                    : say(QT_TRANSLATE_N_NOOP("Timeline", "%n day(s) after %1")).arg(title);
}

/// What is planned in time and yet cannot be.
static QList<TimelineConflict> inVain(const Review &review, const PlanSchedule &schedule)
{
    QList<TimelineConflict> conflicts;
    for (const ItemSchedule &item : schedule.items()) {
        if (!item.promisedInVain)
            continue;
        const bool own = item.limit->rule == DateRule::OwnDeadline;
        const Milestone *against = review.find(item.limit->against);
        const auto say = [&](const char *sentence) {
            return QCoreApplication::translate("Timeline", sentence, nullptr, item.unkeepable);
        };
        conflicts += {RecordId(item.milestone.uuid), RecordId(item.limit->against.uuid), item.unkeepable,
                      own ? say(QT_TRANSLATE_N_NOOP("Timeline", "will be %n day(s) after its deadline"))
                          : say(QT_TRANSLATE_N_NOOP("Timeline", "will be %n day(s) too late for %1"))
                                .arg(against ? against->title : QString())};
    }
    return conflicts;
}

QList<TimelineConflict> timelineConflicts(const Review &review, const PlanSchedule &schedule)
{
    QList<TimelineConflict> conflicts;
    for (const DateViolation &violation : dateViolations(review)) {
        const RecordId milestone(violation.milestone.uuid);
        // One mark has room for one reason: the one that is missed by most.
        auto known = std::find_if(conflicts.begin(), conflicts.end(),
                                  [&](const TimelineConflict &other) { return other.milestone == milestone; });
        if (known == conflicts.end()) {
            conflicts += {milestone, RecordId(violation.against.uuid), violation.days, wordsFor(review, violation)};
        } else if (known->days < violation.days) {
            known->against = RecordId(violation.against.uuid);
            known->days = violation.days;
            known->words = wordsFor(review, violation);
        }
    }
    return conflicts + inVain(review, schedule);
}

QList<TimelineConflict> timelineConflictsIf(const Review &review, const QDate &today, RecordId milestone,
                                            const std::optional<PartialDate> &start, const PartialDate &target)
{
    const Milestone *present = review.find(MilestoneId(milestone.uuid));
    if (!present)
        return {};
    auto moved = std::make_shared<Milestone>(*present);
    if (start)
        moved->start = start;
    moved->target = target;
    Review trial = review; // Shares every record but the one that moves.
    trial.put(Kind::Milestone, moved);
    return timelineConflicts(trial, PlanSchedule(trial, today));
}

} // namespace plumbline
