#include "core/checks/planrules.h"

#include "core/checks/wording.h"
#include "core/domain/calendarevent.h"
#include "core/domain/milestone.h"
#include "core/domain/subteam.h"
#include "core/schedule/milestonedates.h"

#include <QCoreApplication>

namespace plumbline::planrules {

static QString sentenceOf(const DateViolation &violation)
{
    const int days = violation.days;
    switch (violation.rule) {
    case DateRule::OwnDeadline:
        return violation.exact
                   ? QCoreApplication::translate(
                         "Checks", "%1 is dated %2, %n day(s) after its deadline of %3.", nullptr, days)
                   : QCoreApplication::translate("Checks",
                                                 "%1 is dated %2, up to %n day(s) after its deadline of %3.",
                                                 nullptr, days);
    case DateRule::ServedDeadline:
        return violation.exact
                   ? QCoreApplication::translate(
                         "Checks", "%1 is dated %2, %n day(s) after %3, the deadline of %4, which it serves.",
                         nullptr, days)
                   : QCoreApplication::translate(
                         "Checks",
                         "%1 is dated %2, up to %n day(s) after %3, the deadline of %4, which it serves.",
                         nullptr, days);
    case DateRule::ServedTarget:
        return violation.exact
                   ? QCoreApplication::translate(
                         "Checks", "%1 is dated %2, %n day(s) after %3, the date of %4, which it serves.",
                         nullptr, days)
                   : QCoreApplication::translate(
                         "Checks",
                         "%1 is dated %2, up to %n day(s) after %3, the date of %4, which it serves.",
                         nullptr, days);
    case DateRule::FreezeBuffer:
        return violation.exact ? QCoreApplication::translate(
                                     "Checks",
                                     "%1 is dated %2, %n day(s) after %3, the last day that leaves the "
                                     "full team time to consider it before %4.",
                                     nullptr, days)
                               : QCoreApplication::translate(
                                     "Checks",
                                     "%1 is dated %2, up to %n day(s) after %3, the last day that "
                                     "leaves the full team time to consider it before %4.",
                                     nullptr, days);
    }
    return {};
}

static QString nextStep(const CheckContext &context, const Milestone &milestone,
                        const DateViolation &violation)
{
    if (isMet(milestone)) // What has happened cannot be moved.
        return QCoreApplication::translate("Checks", "Accept it with a reason, so that the record says why.");
    if (violation.rule == DateRule::OwnDeadline)
        return QCoreApplication::translate("Checks",
                                           "Move its target to %1 or earlier, or agree a later deadline.")
            .arg(dateWords(violation.limit));
    return QCoreApplication::translate("Checks",
                                       "Move its target to %1 or earlier, or ask the full team to move %2.")
        .arg(dateWords(violation.limit), context.review.shownKey(*context.review.find(violation.against)));
}

static void report(const CheckContext &context, QList<Problem> &problems, const QList<DateRule> &rules)
{
    const Review &review = context.review;
    for (const DateViolation &violation : context.violations()) {
        if (!rules.contains(violation.rule))
            continue;
        const Milestone &milestone = *review.find(violation.milestone);
        const Milestone &against = *review.find(violation.against);
        const QString sentence = sentenceOf(violation);
        const QString name = nameOf(review, milestone);
        const QString date = dateWords(*finishDate(milestone));
        const QString limit = dateWords(violation.limit);
        problems += problemOn(milestone,
                              violation.rule == DateRule::OwnDeadline
                                  ? sentence.arg(name, date, limit)
                                  : sentence.arg(name, date, limit, nameOf(review, against)),
                              nextStep(context, milestone, violation), violation.days);
    }
}

void afterDeadline(const CheckContext &context, QList<Problem> &problems)
{
    report(context, problems, {DateRule::OwnDeadline});
}

void serves(const CheckContext &context, QList<Problem> &problems)
{
    report(context, problems, {DateRule::ServedDeadline, DateRule::ServedTarget});
}

void freezeBuffer(const CheckContext &context, QList<Problem> &problems)
{
    report(context, problems, {DateRule::FreezeBuffer});
}

/// The last day of the target of a milestone that is still to be met by a sub-team at work or the full team.
static std::optional<QDate> openTarget(const Review &review, const Milestone &milestone)
{
    if (isMet(milestone))
        return std::nullopt;
    const SubTeam *subTeam = review.find(milestone.subteam);
    const bool closed = subTeam && subTeam->state.is(SubTeamState::Closed); // Its work has moved elsewhere.
    return closed ? std::nullopt : lastDay(milestone.target);
}

void overdue(const CheckContext &context, QList<Problem> &problems)
{
    for (const Milestone *milestone : context.review.all<Milestone>()) {
        const auto target = openTarget(context.review, *milestone);
        if (!target || *target >= context.today)
            continue;
        const int days = int(target->daysTo(context.today));
        problems += problemOn(
            *milestone,
            QCoreApplication::translate(
                "Checks", "%1 was due by %2, %n day(s) ago, and has neither been met nor planned anew.",
                nullptr, days)
                .arg(nameOf(context.review, *milestone), dateWords(*target)),
            QCoreApplication::translate("Checks",
                                        "Record the day it was met, or set a new target with a reason."),
            days);
    }
}

static bool isWithin(const QDate &day, const CalendarEvent &event)
{
    // A suspension without a last day has not ended.
    return lastDay(event.first) && day >= event.first->first && day <= lastDay(event.last).value_or(day);
}

void suspended(const CheckContext &context, QList<Problem> &problems)
{
    QList<const CalendarEvent *> suspensions;
    for (const CalendarEvent *event : context.review.all<CalendarEvent>()) {
        if (event->category.is(CalendarKind::Suspension))
            suspensions += event;
    }
    for (const Milestone *milestone : context.review.all<Milestone>()) {
        const auto target = suspensions.isEmpty() ? std::nullopt : openTarget(context.review, *milestone);
        for (const CalendarEvent *event : std::as_const(suspensions)) {
            if (!target || !isWithin(*target, *event))
                continue;
            problems += problemOn(
                *milestone,
                QCoreApplication::translate("Checks",
                                            "%1 is to be met by %2, while the review is suspended: %3.")
                    .arg(nameOf(context.review, *milestone), dateWords(*target),
                         nameOf(context.review, *event)),
                QCoreApplication::translate("Checks", "Move its target to a day after the suspension."));
            break; // Suspensions may overlap; the target is wrong once.
        }
    }
}

} // namespace plumbline::planrules
