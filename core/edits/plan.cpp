#include "core/edits/plan.h"

#include "core/domain/subteam.h"
#include "core/schedule/commentperiod.h"

#include <QCoreApplication>

namespace plumbline {

static Error planError(ErrorCode code, const char *sentence)
{
    return {code, QCoreApplication::translate("Edits", sentence), {}, {}};
}

static Status checkCommentPeriod(const Review &review, const Milestone &milestone,
                                 const std::optional<PartialDate> &start, const PartialDate &target)
{
    if (!milestone.type.is(MilestoneType::Comment) || !start || !start->isExact() || !target.isExact())
        return {};
    const int floor = review.ruleNumber(QStringLiteral("minCommentDays"), 0);
    const DayCount rule = dayCountRule(review);
    if (floor <= 0 || commentDays(start->first, target.first, rule) >= floor)
        return {};
    const QDate earliest = earliestClosing(start->first, floor, rule);
    Error error =
        planError(ErrorCode::Refused,
                  QT_TRANSLATE_NOOP("Edits", "The public comment period must last %1 days at least: it may "
                                             "close on %2 at the earliest. The date was left as it was."));
    error.sentence = error.sentence.arg(floor).arg(earliest.toString(Qt::ISODate));
    error.field = QStringLiteral("target");
    return error;
}

Result<ChangeSet> reschedule(const EditContext &context, MilestoneId id,
                             const std::optional<PartialDate> &start, const PartialDate &target,
                             const QString &reason)
{
    const Milestone *milestone = context.review.find(id);
    if (!milestone)
        return planError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Edits", "The milestone is not in this review any more; nothing was moved."));
    const std::optional<PartialDate> newStart = start ? start : milestone->start;
    if (newStart && !newStart->isOpen() && !target.isOpen() && target.last() < newStart->first)
        return planError(
            ErrorCode::Refused,
            QT_TRANSLATE_NOOP("Edits", "It would end before it starts; the dates were left as they were."));
    if (Status allowed = checkCommentPeriod(context.review, *milestone, newStart, target); !allowed)
        return allowed.error();
    ChangeSet changes(context.review, Cause::Edit);
    if (newStart != milestone->start)
        changes.set<&Milestone::start>(id, newStart);
    if (milestone->target != target)
        changes.set<&Milestone::target>(id, target);
    // A reason belongs to its date: moving without one clears the reason of the former date, and a reason given later
    // joins the date that stands.
    if (milestone->reason != reason && (!changes.isEmpty() || !reason.isEmpty()))
        changes.set<&Milestone::reason>(id, reason);
    return changes;
}

Result<ChangeSet> addMilestone(const EditContext &context, Id<SubTeam> subTeam, const QString &title,
                               const std::optional<PartialDate> &target)
{
    if (title.trimmed().isEmpty())
        return planError(ErrorCode::BadInput, QT_TRANSLATE_NOOP("Edits", "A milestone needs a title."));
    if (!subTeam.isNull() && !context.review.find(subTeam))
        return planError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Edits", "The sub-team is not in this review any more; nothing was added."));
    ChangeSet changes(context.review, Cause::Create);
    const MilestoneId id(changes.create(context.review, Kind::Milestone, subTeam, context.newId()).uuid);
    changes.set<&Milestone::title>(id, title.simplified());
    if (!subTeam.isNull())
        changes.set<&Milestone::subteam>(id, subTeam);
    if (target)
        changes.set<&Milestone::target>(id, target);
    return changes;
}

} // namespace plumbline
