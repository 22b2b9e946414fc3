#include "core/checks/planrules.h"

#include "core/checks/teamstate.h"
#include "core/checks/wording.h"
#include "core/domain/baseline.h"
#include "core/domain/milestone.h"
#include "core/domain/subteam.h"
#include "core/schedule/milestonedates.h"
#include "core/schedule/slip.h"

#include <QCoreApplication>

namespace plumbline::planrules {

void noTarget(const CheckContext &context, QList<Problem> &problems)
{
    for (const Milestone *milestone : context.review.all<Milestone>()) {
        if (lifecycleStage(*milestone) < 0 || finishDate(*milestone))
            continue;
        const SubTeam *subTeam = context.review.find(milestone->subteam);
        if (subTeam && subTeam->state.is(SubTeamState::Closed))
            continue;
        problems += problemOn(*milestone,
                              QCoreApplication::translate("Checks", "%1 has no target date yet.")
                                  .arg(nameOf(context.review, *milestone)),
                              QCoreApplication::translate("Checks", "Set a target date."));
    }
}

static QString baselineName(const Review &review, const BaselineItem &item)
{
    const Baseline *baseline = review.find(item.baseline);
    return baseline ? nameOf(review, *baseline) : QString();
}

void slip(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    bool known = false;
    const int allowed = review.rule(QStringLiteral("slipWarningDays")).toInt(&known);
    if (!known)
        return;
    for (const Milestone *milestone : review.all<Milestone>()) {
        const BaselineItem *item = context.firstBaselineItem(milestone->id);
        if (!item || isMet(*milestone)) // What has been met can no longer be steered.
            continue;
        const int days = slipInDays(*milestone, *item).value_or(0);
        if (days <= allowed)
            continue;
        problems += problemOn(*milestone,
                              QCoreApplication::translate(
                                  "Checks", "%1 has moved by %n day(s), from %2 in %3 to %4.", nullptr, days)
                                  .arg(nameOf(review, *milestone), dateWords(*item->target),
                                       baselineName(review, *item), dateWords(*milestone->target)),
                              QCoreApplication::translate(
                                  "Checks", "Agree the new date with the full team, or bring it forward."),
                              days);
    }
}

void movedWithoutReason(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    for (const Milestone *milestone : review.all<Milestone>()) {
        if (!milestone->reason.trimmed().isEmpty())
            continue;
        const BaselineItem *item = context.firstBaselineItem(milestone->id);
        if (!item || !targetMoved(*milestone, *item))
            continue;
        const QString name = nameOf(review, *milestone);
        const QString before = dateWords(*item->target);
        const QString baseline = baselineName(review, *item);
        const QString sentence =
            milestone->target
                ? QCoreApplication::translate("Checks", "%1 was moved from %2 in %3 to %4 without a reason.")
                      .arg(name, before, baseline, dateWords(*milestone->target))
                : QCoreApplication::translate("Checks", "%1 lost its target of %2 in %3 without a reason.")
                      .arg(name, before, baseline);
        problems += problemOn(*milestone, sentence,
                              QCoreApplication::translate("Checks", "Write down why its date was changed."),
                              std::abs(slipInDays(*milestone, *item).value_or(0)));
    }
}

void subteamDraftDate(const CheckContext &context, QList<Problem> &problems)
{
    QSet<SubTeamId> dated;
    for (const Milestone *milestone : context.review.all<Milestone>()) {
        if (milestone->type.is(MilestoneType::DraftRecommendations) && finishDate(*milestone))
            dated += milestone->subteam;
    }
    for (const SubTeam *subTeam : context.review.all<SubTeam>()) {
        if (!isAtWork(*subTeam) || dated.contains(SubTeamId(subTeam->id.uuid)))
            continue;
        problems += problemOn(
            *subTeam,
            QCoreApplication::translate("Checks", "%1 has no date for its draft recommendations.")
                .arg(nameOf(context.review, *subTeam)),
            QCoreApplication::translate("Checks", "Agree a date for its draft recommendations and plan it."));
    }
}

} // namespace plumbline::planrules
