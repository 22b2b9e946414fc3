// What is watched about meetings and what they decide.

#include "core/checks/check.h"

#include "core/checks/wording.h"
#include "core/domain/actionitem.h"
#include "core/domain/attendance.h"
#include "core/domain/decision.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

/// Decisions of a meeting whose roll was called and that fewer members attended than the rule asks for.
static void quorum(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    bool isRule = false;
    const int least = review.rule(QStringLiteral("quorum")).toInt(&isRule);
    if (!isRule || least <= 0)
        return;
    for (const Decision *decision : review.all<Decision>()) {
        const Meeting *meeting = review.find(decision->meeting);
        if (!meeting)
            continue;
        const auto roll = rollCall(review, decision->meeting);
        const int present = int(std::count(roll.cbegin(), roll.cend(), Attendance::Present));
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

const QList<Check> &meetingChecks()
{
    static const QList<Check> checks{
        {"meeting.quorum",
         ProblemLevel::Error,
         {Kind::Decision, Kind::Meeting, Kind::Link, Kind::Person, Kind::Rule},
         false,
         quorum,
         QT_TRANSLATE_NOOP("Checks", "Decisions are taken by as many members present as the rules of the review ask for.")},
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
