// What is watched about meetings and what they decide.

#include "core/checks/check.h"

#include "core/checks/quorum.h"
#include "core/checks/teamstate.h"
#include "core/checks/wording.h"
#include "core/domain/actionitem.h"
#include "core/domain/attendance.h"
#include "core/domain/decision.h"
#include "core/domain/rule.h"
#include "core/domain/teamdecision.h"
#include "core/schedule/milestonedates.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

std::optional<Quorum> Quorum::fromRule(const QString &rule)
{
    const QString words = rule.trimmed().toLower();
    Quorum quorum;
    bool isNumber = false;
    if (words.isEmpty() || words == QStringLiteral("none"))
        return quorum;
    if (words == QStringLiteral("half")) {
        quorum.percent = 50;
    } else if (words == QStringLiteral("majority")) {
        quorum.percent = 50;
        quorum.more = true;
    } else if (words.endsWith(u'%')) {
        quorum.percent = words.chopped(1).trimmed().toInt(&isNumber);
        if (!isNumber || quorum.percent < 0 || quorum.percent > 100)
            return std::nullopt;
    } else {
        quorum.members = words.toInt(&isNumber);
        if (!isNumber || quorum.members < 0)
            return std::nullopt;
    }
    return quorum;
}

int Quorum::of(int members) const
{
    if (percent == 0)
        return this->members;
    return more ? members * percent / 100 + 1 : (members * percent + 99) / 100;
}

/// A rule nobody can apply would else switch the check off without a word.
static void quorumRule(const CheckContext &context, QList<Problem> &problems)
{
    for (const Rule *rule : context.review.all<Rule>()) {
        if (rule->name != QStringLiteral("quorum") || Quorum::fromRule(rule->value))
            continue;
        problems += problemOn(*rule,
                              QCoreApplication::translate("Checks", "The quorum “%1” is not understood, so no decision is held "
                                                                    "against it.").arg(rule->value.left(60)),
                              QCoreApplication::translate("Checks", "Write a number of members, “half”, “majority” or a "
                                                                    "percentage such as “60%”."));
    }
}

/// Decisions of a meeting whose roll was called and that fewer members attended than the rule asks for.
static void quorum(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    const auto rule = Quorum::fromRule(review.rule(QStringLiteral("quorum")));
    if (!rule || rule->isNone())
        return;
    for (const Decision *decision : review.all<Decision>()) {
        const Meeting *meeting = review.find(decision->meeting);
        const DecisionId id(decision->id.uuid);
        if (!meeting || isOfSubTeam(review, decision->meeting) || isSuperseded(context.links(), review, id))
            continue;
        const QDate day = meeting->held && !meeting->held->isOpen() ? meeting->held->first : context.today;
        const QSet<PersonId> members = decidingMembers(review, day);
        const auto roll = rollCall(review, decision->meeting);
        int present = 0;
        for (auto one = roll.cbegin(); one != roll.cend(); ++one)
            present += *one == Attendance::Present && (members.isEmpty() || members.contains(one.key())) ? 1 : 0;
        const int least = rule->of(int(members.size()));
        if (roll.isEmpty() || present >= least)
            continue; // Nothing is said of a meeting whose roll nobody called.
        problems += problemOn(*decision,
                              QCoreApplication::translate("Checks", "%1 was decided by %n member(s) present; the rules of this "
                                                                    "review ask for %2.", nullptr, present)
                                  .arg(nameOf(review, *decision))
                                  .arg(least),
                              QCoreApplication::translate("Checks", "Confirm it on the list or in a meeting with a quorum."));
    }
}

/// Somebody must do it, or nobody will.
static void owner(const CheckContext &context, QList<Problem> &problems)
{
    for (const ActionItem *item : context.review.all<ActionItem>()) {
        if (item->done || !item->owner.trimmed().isEmpty())
            continue;
        problems += problemOn(*item,
                              QCoreApplication::translate("Checks", "%1 has no owner.").arg(nameOf(context.review, *item)),
                              QCoreApplication::translate("Checks", "Say who does it."));
    }
}

static void overdueAction(const CheckContext &context, QList<Problem> &problems)
{
    for (const ActionItem *item : context.review.all<ActionItem>()) {
        const auto due = lastDay(item->due);
        if (item->done || !due || *due >= context.today)
            continue;
        const int days = int(due->daysTo(context.today));
        problems += problemOn(*item,
                              QCoreApplication::translate("Checks", "%1 was due by %2 and is %n day(s) overdue.", nullptr, days)
                                  .arg(nameOf(context.review, *item), dateWords(*item->due)),
                              QCoreApplication::translate("Checks", "Ask its owner, or agree another day."), days);
    }
}

const QList<Check> &meetingChecks()
{
    static const QList<Check> checks{
        {"meeting.quorum",
         ProblemLevel::Error,
         {Kind::Decision, Kind::Meeting, Kind::Link, Kind::Person, Kind::Membership, Kind::Rule},
         true,
         quorum,
         QT_TRANSLATE_NOOP("Checks", "Decisions of the full team are taken by as many members present as the rules of the review ask for.")},
        {"meeting.quorumRule",
         ProblemLevel::Warning,
         {Kind::Rule},
         false,
         quorumRule,
         QT_TRANSLATE_NOOP("Checks", "The rule on the quorum can be understood.")},
        {"meeting.actionOverdue",
         ProblemLevel::Hint,
         {Kind::ActionItem},
         true,
         overdueAction,
         QT_TRANSLATE_NOOP("Checks", "Action items are done by the day they are due.")},
        {"meeting.actionOwner",
         ProblemLevel::Hint,
         {Kind::ActionItem},
         false,
         owner,
         QT_TRANSLATE_NOOP("Checks", "Every open action item has an owner.")},
    };
    return checks;
}

} // namespace plumbline
