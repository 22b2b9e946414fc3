#include "core/edits/agreement.h"

#include "core/domain/baseline.h"
#include "core/domain/meeting.h"
#include "core/domain/milestone.h"
#include "core/domain/subteam.h"
#include "core/edits/baselines.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

static Error agreementError(ErrorCode code, const char *sentence)
{
    return {code, QCoreApplication::translate("Edits", sentence), {}, {}};
}

/// A name no baseline has: "Schedule of S5, 2018-09-20", and a number when there is one of that day.
static QString freeName(const EditContext &context, const SubTeam &subTeam)
{
    const QString plain = QCoreApplication::translate("Edits", "Schedule of %1, %2", "a sub-team, a day")
                              .arg(context.review.shownKey(subTeam), context.now.date().toString(Qt::ISODate));
    const auto all = context.review.all<Baseline>();
    QString name = plain;
    for (int number = 2; std::any_of(all.begin(), all.end(), [&](const Baseline *other) { return other->name == name; });
         ++number)
        name = QCoreApplication::translate("Edits", "%1 (%2)", "a name that is taken, a number").arg(plain).arg(number);
    return name;
}

static Status mayAgree(const Review &review, Id<SubTeam> subTeam, const AgreementDetails &details)
{
    if (!review.find(subTeam))
        return agreementError(ErrorCode::NotFound,
                              QT_TRANSLATE_NOOP("Edits", "The sub-team is not in this review any more; nothing was recorded."));
    if (!details.decision.isNull() && !review.find(details.decision))
        return agreementError(ErrorCode::NotFound,
                              QT_TRANSLATE_NOOP("Edits", "The decision is not in this review any more; nothing was recorded."));
    if (!details.plan.isNull() && !review.find(details.plan))
        return agreementError(ErrorCode::NotFound,
                              QT_TRANSLATE_NOOP("Edits", "The baseline is not in this review any more; nothing was recorded."));
    if (!details.meeting.isNull() && !review.find(details.meeting))
        return agreementError(ErrorCode::NotFound,
                              QT_TRANSLATE_NOOP("Edits", "The meeting is not in this review any more; nothing was recorded."));
    const auto milestones = review.all<Milestone>();
    const bool dated = std::any_of(milestones.begin(), milestones.end(), [&](const Milestone *milestone) {
        return milestone->subteam == subTeam && milestone->target && !milestone->target->isOpen();
    });
    if (!dated)
        return agreementError(ErrorCode::Refused,
                              QT_TRANSLATE_NOOP("Edits", "The sub-team has no dated item yet, so there is no schedule to agree "
                                                         "to. Plan its milestones first."));
    return {};
}

Result<ChangeSet> agreeSchedule(const EditContext &context, Id<SubTeam> id, const AgreementDetails &details)
{
    if (Status allowed = mayAgree(context.review, id, details); !allowed)
        return allowed.error();
    const SubTeam &subTeam = *context.review.find(id);
    ChangeSet changes(context.review, Cause::Edit);
    BaselineId plan = details.plan;
    QString planName;
    if (plan.isNull()) {
        planName = freeName(context, subTeam);
        const auto taken = takeBaseline(context, planName);
        if (!taken)
            return taken.error();
        changes = *taken;
        plan = BaselineId(changes.edits.first().record.uuid);
    } else {
        planName = context.review.find(plan)->name;
    }
    DecisionId decision = details.decision;
    if (decision.isNull()) {
        decision = DecisionId(changes.create(context.review, Kind::Decision, {}, context.newId()).uuid);
        changes.set<&Decision::text>(decision, QCoreApplication::translate("Edits", "%1 agrees to its schedule: “%2”.")
                                                   .arg(subTeam.title, planName));
        changes.set<&Decision::date>(decision, details.date ? details.date : PartialDate::day(context.now.date()));
        if (!details.channel.isNone())
            changes.set<&Decision::channel>(decision, details.channel);
        if (!details.level.isNone())
            changes.set<&Decision::level>(decision, details.level);
        if (!details.meeting.isNull())
            changes.set<&Decision::meeting>(decision, details.meeting);
    }
    changes.set<&SubTeam::agreed>(id, decision);
    changes.set<&SubTeam::agreedplan>(id, plan);
    return changes;
}

} // namespace plumbline
