#include "core/checks/check.h"

#include "core/checks/teamstate.h"
#include "core/checks/wording.h"
#include "core/domain/decision.h"
#include "core/domain/membership.h"
#include "core/domain/person.h"
#include "core/domain/subteam.h"
#include "core/domain/teamdecision.h"
#include "core/schedule/milestonedates.h"

#include <QCoreApplication>
#include <QSet>

namespace plumbline {

bool isAtWork(const SubTeam &subTeam)
{
    return !subTeam.state.value || subTeam.state.is(SubTeamState::Active);
}

bool isCurrent(const Membership &membership, const QDate &day)
{
    if (membership.from && (membership.from->isOpen() || membership.from->first > day))
        return false;
    return lastDay(membership.to).value_or(day) >= day;
}

QSet<PersonId> decidingMembers(const Review &review, const QDate &day)
{
    QSet<PersonId> members;
    for (const Membership *membership : review.all<Membership>()) {
        const bool decides = membership->role.is(Role::Member) || membership->role.is(Role::Chair) ||
                             membership->role.is(Role::ViceChair) || membership->role.is(Role::Lead);
        if (decides && membership->subteam.isNull() && isCurrent(*membership, day))
            members.insert(membership->person);
    }
    return members;
}

static void lead(const CheckContext &context, QList<Problem> &problems)
{
    QHash<SubTeamId, QSet<PersonId>> leads;
    for (const Membership *membership : context.review.all<Membership>()) {
        const bool counts = membership->role.is(Role::Lead) && !membership->subteam.isNull() &&
                            context.review.find(membership->person) && isCurrent(*membership, context.today);
        if (counts)
            leads[membership->subteam] += membership->person;
    }
    for (const SubTeam *subTeam : context.review.all<SubTeam>()) {
        const int count = int(leads.value(SubTeamId(subTeam->id.uuid)).size());
        if (!isAtWork(*subTeam) || count == 1)
            continue;
        const QString name = nameOf(context.review, *subTeam);
        if (count == 0) {
            problems += problemOn(*subTeam,
                                  QCoreApplication::translate("Checks", "%1 has no current lead.").arg(name),
                                  QCoreApplication::translate("Checks", "Appoint a lead."));
        } else {
            problems += problemOn(
                *subTeam,
                QCoreApplication::translate("Checks", "%1 has %n current leads and should have exactly one.",
                                            nullptr, count)
                    .arg(name),
                QCoreApplication::translate("Checks", "Agree which one leads."));
        }
    }
}

static void scope(const CheckContext &context, QList<Problem> &problems)
{
    for (const SubTeam *subTeam : context.review.all<SubTeam>()) {
        const bool watched = isAtWork(*subTeam) || subTeam->state.is(SubTeamState::Proposed);
        if (!watched || !subTeam->scope.trimmed().isEmpty())
            continue;
        problems += problemOn(*subTeam,
                              QCoreApplication::translate("Checks", "%1 has no scope of work.")
                                  .arg(nameOf(context.review, *subTeam)),
                              QCoreApplication::translate("Checks", "Write down its scope of work."));
    }
}

static void formed(const CheckContext &context, QList<Problem> &problems)
{
    for (const SubTeam *subTeam : context.review.all<SubTeam>()) {
        // What is only proposed waits for its decision.
        if (subTeam->state.is(SubTeamState::Proposed) ||
            standsAsTeamDecision(context.links(), context.review, subTeam->formed))
            continue;
        problems += problemOn(*subTeam,
                              QCoreApplication::translate(
                                  "Checks", "%1 was not formed by a recorded decision of the full team.")
                                  .arg(nameOf(context.review, *subTeam)),
                              QCoreApplication::translate("Checks", "Record the decision that formed it."));
    }
}

static void anySubTeam(const CheckContext &context, QList<Problem> &problems)
{
    if (context.review.count(Kind::SubTeam) == 0)
        problemOfNone(context, Phase::Preparation,
                      QCoreApplication::translate("Checks", "No sub-team has been formed."),
                      QCoreApplication::translate("Checks", "Form one by a decision of the full team."), problems);
}

const QList<Check> &teamChecks()
{
    static const QList<Check> checks{
        {"teams.lead",
         ProblemLevel::Error,
         {Kind::SubTeam, Kind::Membership, Kind::Person},
         true,
         lead,
         QT_TRANSLATE_NOOP("Checks", "An active sub-team has exactly one current lead.")},
        {"teams.scope",
         ProblemLevel::Error,
         {Kind::SubTeam},
         false,
         scope,
         QT_TRANSLATE_NOOP("Checks", "A sub-team has a written scope of work.")},
        {"teams.any",
         ProblemLevel::Hint,
         {Kind::Review, Kind::SubTeam},
         false,
         anySubTeam,
         QT_TRANSLATE_NOOP("Checks", "The work is done in sub-teams.")},
        {"teams.formed",
         ProblemLevel::Error,
         {Kind::SubTeam, Kind::Decision, Kind::Meeting, Kind::Link},
         false,
         formed,
         QT_TRANSLATE_NOOP("Checks", "A sub-team is formed by a recorded decision of the full team.")},
    };
    return checks;
}

} // namespace plumbline
