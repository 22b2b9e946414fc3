// What follows from how the items of the plan hang together.

#include "core/checks/planrules.h"

#include "core/checks/wording.h"
#include "core/domain/calendarevent.h"
#include "core/domain/milestone.h"
#include "core/schedule/commentperiod.h"
#include "core/schedule/milestonedates.h"
#include "core/schedule/planschedule.h"

#include <QCoreApplication>

namespace plumbline::planrules {

static QString between(const QStringList &names)
{
    return names.join(QCoreApplication::translate("Checks", " → ", "between items that follow each other"));
}

void circles(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    for (const QList<MilestoneId> &circle : context.schedule().circles()) {
        QStringList keys;
        for (const MilestoneId id : circle)
            keys += review.shownKey(*review.find(id));
        keys += keys.first();
        problems += problemOn(*review.find(circle.first()),
                              QCoreApplication::translate("Checks", "%1 waits for itself: %2.")
                                  .arg(nameOf(review, *review.find(circle.first())), between(keys)),
                              QCoreApplication::translate("Checks", "Remove one of these dependencies."));
    }
}

/// The items that lead to a date that cannot be kept, each with the day it can be done: "M-001 (3 May) → M-002 (9 May)".
static QString chainWords(const Review &review, const PlanSchedule &schedule, MilestoneId late)
{
    QStringList words;
    const auto add = [&](MilestoneId id) {
        words += QCoreApplication::translate("Checks", "%1 (%2)", "key of an item, the day it can be done")
                     .arg(review.shownKey(*review.find(id)), dateWords(schedule.find(id)->earlyFinish));
    };
    const QList<ScheduleStep> chain = schedule.chainTo(late);
    for (const ScheduleStep &step : chain)
        add(step.from);
    if (!chain.isEmpty())
        add(late);
    return between(words);
}

static QString limitWords(const Review &review, const DateLimit &limit)
{
    const QString day = dateWords(limit.last);
    const QString against = nameOf(review, *review.find(limit.against));
    switch (limit.rule) {
    case DateRule::OwnDeadline:
        return QCoreApplication::translate("Checks", "its deadline of %1").arg(day);
    case DateRule::ServedDeadline:
        return QCoreApplication::translate("Checks", "%1, the deadline of %2, which it serves").arg(day, against);
    case DateRule::ServedTarget:
        return QCoreApplication::translate("Checks", "%1, the date of %2, which it serves").arg(day, against);
    case DateRule::FreezeBuffer:
        return QCoreApplication::translate(
                   "Checks", "%1, the last day that leaves the full team time to consider it before %2")
            .arg(day, against);
    }
    return day;
}

void feasible(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    const PlanSchedule &schedule = context.schedule();
    for (const ItemSchedule &item : schedule.items()) {
        if (!item.promisedInVain)
            continue;
        const Milestone &milestone = *review.find(item.milestone);
        QString sentence = QCoreApplication::translate("Checks", "%1 cannot be done before %2, %n day(s) after %3.",
                                                       nullptr, item.unkeepable)
                               .arg(nameOf(review, milestone), dateWords(item.earlyFinish),
                                    limitWords(review, *item.limit));
        if (const QString chain = chainWords(review, schedule, item.milestone); !chain.isEmpty())
            sentence += u' ' + QCoreApplication::translate("Checks", "It waits: %1.").arg(chain);
        problems += problemOn(
            milestone, sentence,
            QCoreApplication::translate("Checks", "Shorten what it waits for, or ask the full team to move %1 by %n day(s).",
                                        nullptr, item.unkeepable)
                .arg(review.shownKey(*review.find(item.limit->against))),
            item.unkeepable);
    }
}

/// The meeting, the holidays or the suspension in which that day lies; null when it lies in none.
static const CalendarEvent *eventOn(const Review &review, const QDate &day)
{
    for (const CalendarEvent *event : review.all<CalendarEvent>()) {
        if (!event->category.value || event->category.is(CalendarKind::Other) || !event->first || event->first->isOpen())
            continue;
        // A day that such an event only may include is not held against anybody.
        const QDate first = event->first->last();
        const bool ends = event->last && !event->last->isOpen();
        const bool goesOn = event->last ? event->last->isOpen() : event->category.is(CalendarKind::Suspension);
        const QDate last = ends ? event->last->first : first;
        if (first <= day && (goesOn || day <= last))
            return event;
    }
    return nullptr;
}

void blackout(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    for (const CommentPeriod &period : commentPeriods(review)) {
        const Milestone &closing = *review.find(period.closing);
        if (!period.closes.isExact() || isMet(closing))
            continue;
        const CalendarEvent *event = eventOn(review, period.closes.first);
        if (!event)
            continue;
        const bool ends = event->last && event->last->isExact();
        problems += problemOn(
            closing,
            QCoreApplication::translate("Checks", "%1 closes public comment on %2, while few can write: %3.")
                .arg(nameOf(review, closing), dateWords(period.closes), nameOf(review, *event)),
            ends ? QCoreApplication::translate("Checks", "Close it on %1 or later.")
                       .arg(dateWords(event->last->first.addDays(1)))
                 : QCoreApplication::translate("Checks", "Close it after that."));
    }
}

} // namespace plumbline::planrules
