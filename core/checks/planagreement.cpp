// Whether the sub-teams agreed to the schedule they have.

#include "core/checks/planrules.h"

#include "core/checks/teamstate.h"
#include "core/checks/wording.h"
#include "core/domain/decision.h"
#include "core/domain/milestone.h"
#include "core/domain/subteam.h"
#include "core/schedule/scheduleagreement.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

static QString dayWords(const std::optional<PartialDate> &date)
{
    return date && !date->isOpen() ? dateWords(*date)
                                   : QCoreApplication::translate("Checks", "no date", "in place of a date");
}

QString agreedChangeWords(const Review &review, const AgreedDateChange &change)
{
    const Record *record = review.findAny(RecordId(change.milestone.uuid));
    const QString name = record ? nameOf(review, *record) : QString();
    const auto say = [&](const char *sentence) { return QCoreApplication::translate("Checks", sentence).arg(name); };
    switch (change.what) {
    case AgreedDateChange::Moved:
        return say(QT_TRANSLATE_NOOP("Checks", "%1 was moved from %2 to %3")).arg(dayWords(change.before), dayWords(change.now));
    case AgreedDateChange::Deadline:
        return say(QT_TRANSLATE_NOOP("Checks", "the deadline of %1 was changed from %2 to %3"))
            .arg(dayWords(change.before), dayWords(change.now));
    case AgreedDateChange::Bound:
        return say(QT_TRANSLATE_NOOP("Checks", "%1, which it must be in time for, was moved from %2 to %3"))
            .arg(dayWords(change.before), dayWords(change.now));
    case AgreedDateChange::Added:
        return say(QT_TRANSLATE_NOOP("Checks", "%1 was added"));
    case AgreedDateChange::Removed:
        return say(QT_TRANSLATE_NOOP("Checks", "%1 was deleted"));
    }
    return {};
}

namespace planrules {

static bool hasSchedule(const Review &review, SubTeamId subTeam)
{
    const auto milestones = review.all<Milestone>();
    return std::any_of(milestones.begin(), milestones.end(), [&](const Milestone *milestone) {
        return milestone->subteam == subTeam && milestone->target && !milestone->target->isOpen();
    });
}

void agreement(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    for (const SubTeam *subTeam : review.all<SubTeam>()) {
        const SubTeamId id(subTeam->id.uuid);
        if (!isAtWork(*subTeam) || !hasSchedule(review, id))
            continue; // Nothing to agree to; that the draft date is missing is said by another check.
        const ScheduleAgreement agreed = scheduleAgreement(review, id);
        if (agreed.state == ScheduleAgreement::None) {
            problems += problemOn(*subTeam,
                                  QCoreApplication::translate("Checks", "%1 has not agreed to its schedule.")
                                      .arg(nameOf(review, *subTeam)),
                                  QCoreApplication::translate(
                                      "Checks", "Have the sub-team agree to its schedule, and record the decision."));
            continue;
        }
        if (agreed.state != ScheduleAgreement::Lapsed)
            continue;
        const Decision *decision = review.find(agreed.decision);
        QString sentence = QCoreApplication::translate("Checks", "The agreement of %1 to its schedule (%2) has lapsed: %3.")
                               .arg(nameOf(review, *subTeam), review.shownKey(*decision),
                                    agreedChangeWords(review, agreed.changes.first()));
        if (const int more = int(agreed.changes.size()) - 1; more > 0)
            sentence += u' ' + QCoreApplication::translate("Checks", "%n more date(s) changed.", nullptr, more);
        problems += problemOn(*subTeam, sentence,
                              QCoreApplication::translate("Checks", "Have the sub-team agree to the schedule as it is now, "
                                                                    "or move the dates back."));
    }
}

} // namespace planrules
} // namespace plumbline
