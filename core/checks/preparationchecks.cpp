// What is watched about the Terms of Reference and about leads who keep the full team informed.

#include "core/checks/check.h"

#include "core/checks/teamstate.h"
#include "core/checks/wording.h"
#include "core/domain/adoption.h"
#include "core/domain/membership.h"
#include "core/domain/milestone.h"
#include "core/domain/reportback.h"
#include "core/domain/reviewrecord.h"
#include "core/domain/subteam.h"
#include "core/schedule/milestonedates.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace plumbline {

static QString changedParts(const Review &review, const Adoption &adopted)
{
    QStringList names;
    for (const AdoptedPartChange &change :
         adopted.changes.first(std::min<qsizetype>(adopted.changes.size(), 3))) {
        const Record *part = review.findAny(change.record);
        if (part)
            names += nameOf(review, *part);
    }
    if (adopted.changes.size() > names.size())
        names += QCoreApplication::translate("Checks", "%n more", nullptr,
                                             int(adopted.changes.size() - names.size()));
    return QLocale().createSeparatedList(names);
}

static void adopted(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    const Record *record = review.find(RecordId(review.uuid()));
    if (!record)
        return;
    const Adoption found = adoption(review);
    if (found.state == Adoption::None) {
        problems +=
            problemOn(*record,
                      QCoreApplication::translate(
                          "Checks", "The Terms of Reference are not adopted by a recorded decision."),
                      QCoreApplication::translate("Checks", "Agree on them and record the decision."));
    } else if (found.state == Adoption::Undone) {
        problems += problemOn(
            *record,
            QCoreApplication::translate(
                "Checks", "The decision that adopted the Terms of Reference was superseded."),
            QCoreApplication::translate("Checks", "Adopt them again, by a decision that stands."));
    } else if (found.state == Adoption::NotTeam) {
        problems += problemOn(
            *record,
            QCoreApplication::translate(
                "Checks", "The Terms of Reference were adopted in a meeting of a sub-team, not by the full team."),
            QCoreApplication::translate("Checks", "Let the full team adopt them."));
    } else if (found.state == Adoption::Lapsed) {
        problems += problemOn(
            *record,
            QCoreApplication::translate(
                "Checks", "The adoption of the Terms of Reference has lapsed: %1 changed since.")
                .arg(changedParts(review, found)),
            QCoreApplication::translate("Checks", "Adopt the new text, or put the adopted one back."));
    }
}

static void acknowledged(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    if (adoption(review).state != Adoption::Holds)
        return; // There is nothing to acknowledge yet.
    const QSet<PersonId> members = decidingMembers(context.review, context.today);
    for (const Person *person : review.all<Person>()) {
        const PersonId id(person->id.uuid);
        if (!members.contains(id))
            continue;
        const Acknowledgement given = acknowledgement(review, id);
        if (given == Acknowledgement::Given)
            continue;
        problems += problemOn(
            *person,
            (given == Acknowledgement::Missing
                 ? QCoreApplication::translate("Checks", "%1 has not acknowledged the scope of the review.")
                 : QCoreApplication::translate("Checks",
                                               "%1 acknowledged a former text of the Terms of Reference."))
                .arg(nameOf(review, *person)),
            QCoreApplication::translate(
                "Checks", "Ask this member to read the Terms of Reference and to acknowledge them."));
    }
}

std::optional<QDate> lastReport(const Review &review, const SubTeam &subTeam, const QDate &today)
{
    std::optional<QDate> last;
    const auto take = [&](const std::optional<QDate> &day) {
        if (day && *day <= today && (!last || *last < *day))
            last = day;
    };
    take(lastDay(subTeam.reported));
    for (const ReportBack *report : review.all<ReportBack>()) {
        if (report->subteam == SubTeamId(subTeam.id.uuid))
            take(lastDay(report->date));
    }
    return last;
}

/// The last day on which something is known of a sub-team: its last report-back, or else the day it began.
static std::optional<QDate> lastHeard(const Review &review, const SubTeam &subTeam, const QDate &today)
{
    if (const auto reported = lastReport(review, subTeam, today))
        return reported;
    std::optional<QDate> began;
    const auto take = [&](const std::optional<PartialDate> &date) {
        if (date && !date->isOpen() && (!began || date->first < *began))
            began = date->first;
    };
    for (const Membership *membership : review.all<Membership>()) {
        if (membership->subteam == SubTeamId(subTeam.id.uuid))
            take(membership->from);
    }
    if (const Decision *formed = review.find(subTeam.formed))
        take(formed->date);
    return began;
}

static void silent(const CheckContext &context, QList<Problem> &problems)
{
    const int allowed = context.review.ruleNumber(QStringLiteral("reportBackDays"), 0);
    if (allowed <= 0)
        return;
    for (const SubTeam *subTeam : context.review.all<SubTeam>()) {
        const auto last = isAtWork(*subTeam) ? lastHeard(context.review, *subTeam, context.today) : std::nullopt;
        const int days = last ? int(last->daysTo(context.today)) : 0;
        if (days <= allowed)
            continue;
        problems +=
            problemOn(*subTeam,
                      QCoreApplication::translate(
                          "Checks", "%1 has not reported to the full team for %n day(s).", nullptr, days)
                          .arg(nameOf(context.review, *subTeam)),
                      QCoreApplication::translate("Checks", "Ask its lead for a short note."), days);
    }
}

static void thin(const CheckContext &context, QList<Problem> &problems)
{
    const int least = context.review.ruleNumber(QStringLiteral("minSubTeamMembers"), 0);
    if (least <= 0)
        return;
    QHash<SubTeamId, QSet<PersonId>> members;
    for (const Membership *membership : context.review.all<Membership>()) {
        const bool works = !membership->role.is(Role::Observer) && !membership->role.is(Role::Staff);
        if (works && !membership->subteam.isNull() && isCurrent(*membership, context.today))
            members[membership->subteam].insert(membership->person);
    }
    for (const SubTeam *subTeam : context.review.all<SubTeam>()) {
        const int count = int(members.value(SubTeamId(subTeam->id.uuid)).size());
        if (!isAtWork(*subTeam) || count >= least)
            continue;
        problems += problemOn(
            *subTeam,
            QCoreApplication::translate("Checks", "%1 has %n member(s) at work.", nullptr, count)
                .arg(nameOf(context.review, *subTeam)),
            QCoreApplication::translate("Checks", "Find more members, or join it with another sub-team."));
    }
}

const QList<Check> &preparationChecks()
{
    static const QList<Check> checks{
        {"tor.adopted",
         ProblemLevel::Error,
         {Kind::Review, Kind::TorSection, Kind::ScopeItem, Kind::Decision, Kind::Meeting, Kind::Link,
          Kind::BaselineItem},
         false,
         adopted,
         QT_TRANSLATE_NOOP(
             "Checks", "The Terms of Reference are adopted by a recorded decision on the text they have.")},
        {"tor.acknowledged",
         ProblemLevel::Hint,
         {Kind::Review, Kind::TorSection, Kind::ScopeItem, Kind::Decision, Kind::BaselineItem, Kind::Link,
          Kind::Person, Kind::Membership},
         true,
         acknowledged,
         QT_TRANSLATE_NOOP("Checks",
                           "Every member of the full team has acknowledged the scope of the review.")},
        {"teams.silent",
         ProblemLevel::Hint,
         {Kind::SubTeam, Kind::ReportBack, Kind::Membership, Kind::Decision, Kind::Rule},
         true,
         silent,
         QT_TRANSLATE_NOOP("Checks",
                           "A lead reports to the full team as often as the rules of the review ask for.")},
        {"teams.thin",
         ProblemLevel::Hint,
         {Kind::SubTeam, Kind::Membership, Kind::Rule},
         true,
         thin,
         QT_TRANSLATE_NOOP("Checks", "A sub-team has as many members as the rules of the review ask for.")},
    };
    return checks;
}

} // namespace plumbline
