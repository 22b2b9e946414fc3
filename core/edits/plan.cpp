#include "core/edits/plan.h"

#include "core/domain/subteam.h"
#include "core/schedule/commentperiod.h"

#include <QCoreApplication>
#include <QHash>

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

/// The items by way of which @p from waits for @p to, both included; empty when it does not. The shortest way.
static QList<MilestoneId> wayBack(const Review &review, MilestoneId from, MilestoneId to)
{
    QHash<MilestoneId, QList<MilestoneId>> followers;
    for (const Dependency *dependency : review.all<Dependency>())
        followers[dependency->from] += dependency->to;
    QHash<MilestoneId, MilestoneId> reachedFrom{{to, MilestoneId()}};
    QList<MilestoneId> open{to};
    for (qsizetype i = 0; i < open.size(); ++i) {
        if (open.at(i) == from)
            break;
        for (const MilestoneId next : followers.value(open.at(i))) {
            if (reachedFrom.contains(next))
                continue;
            reachedFrom.insert(next, open.at(i));
            open += next;
        }
    }
    QList<MilestoneId> way;
    if (reachedFrom.contains(from)) {
        for (MilestoneId at = from; !at.isNull(); at = reachedFrom.value(at))
            way.prepend(at);
    }
    return way;
}

static const Dependency *dependencyBetween(const Review &review, MilestoneId from, MilestoneId to)
{
    for (const Dependency *dependency : review.all<Dependency>()) {
        if (dependency->from == from && dependency->to == to)
            return dependency;
    }
    return nullptr;
}

Result<ChangeSet> linkItems(const EditContext &context, MilestoneId from, MilestoneId to, DependencyType type,
                            std::optional<qint64> lag)
{
    const Review &review = context.review;
    if (!review.find(from) || !review.find(to))
        return planError(ErrorCode::NotFound,
                         QT_TRANSLATE_NOOP("Edits", "The milestone is not in this review any more; nothing was linked."));
    if (dependencyBetween(review, from, to)) {
        Error error = planError(ErrorCode::Refused, QT_TRANSLATE_NOOP("Edits", "%1 waits for %2 already."));
        error.sentence = error.sentence.arg(review.shownKey(*review.find(to)), review.shownKey(*review.find(from)));
        return error;
    }
    if (const QList<MilestoneId> way = wayBack(review, from, to); !way.isEmpty()) {
        QStringList keys;
        for (const MilestoneId id : way)
            keys += review.shownKey(*review.find(id));
        keys += keys.first();
        Error error = planError(ErrorCode::Refused,
                                QT_TRANSLATE_NOOP("Edits", "It would wait for itself: %1. Nothing was linked."));
        error.sentence = error.sentence.arg(keys.join(QStringLiteral(" → ")));
        return error;
    }
    ChangeSet changes(review, Cause::Create);
    const DependencyId id(changes.create(review, Kind::Dependency, {}, context.newId()).uuid);
    changes.set<&Dependency::from>(id, from);
    changes.set<&Dependency::to>(id, to);
    changes.set<&Dependency::type>(id, Choice<DependencyType>(type));
    if (lag)
        changes.set<&Dependency::lag>(id, lag);
    return changes;
}

Result<ChangeSet> unlinkItems(const EditContext &context, MilestoneId from, MilestoneId to)
{
    const Dependency *dependency = dependencyBetween(context.review, from, to);
    if (!dependency)
        return planError(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Edits", "These two items are not linked; nothing was changed."));
    ChangeSet changes(context.review, Cause::Delete);
    changes.remove(Kind::Dependency, dependency->id);
    return changes;
}

Result<ChangeSet> setDeadline(const EditContext &context, MilestoneId id, const std::optional<PartialDate> &deadline)
{
    const Milestone *milestone = context.review.find(id);
    if (!milestone)
        return planError(ErrorCode::NotFound,
                         QT_TRANSLATE_NOOP("Edits", "The milestone is not in this review any more; nothing was changed."));
    ChangeSet changes(context.review, Cause::Edit);
    if (milestone->deadline != deadline)
        changes.set<&Milestone::deadline>(id, deadline);
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
