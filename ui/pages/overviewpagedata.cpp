#include "ui/pages/overviewpagedata.h"

#include "core/checks/teamstate.h"
#include "core/domain/actionitem.h"
#include "core/domain/meeting.h"
#include "core/domain/membership.h"
#include "core/domain/milestone.h"
#include "core/domain/person.h"
#include "core/domain/rule.h"
#include "core/domain/subteam.h"
#include "core/schedule/milestonedates.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

const Rule *gateRule(const Review &review, const QString &gate)
{
    for (const Rule *rule : review.all<Rule>()) {
        if (rule->name == u"gate."_s + gate)
            return rule;
    }
    return nullptr;
}

bool isMetOfType(const Review &review, MilestoneType type)
{
    const auto all = review.all<Milestone>();
    return std::any_of(all.begin(), all.end(), [type](const Milestone *milestone) {
        return isFullTeam(*milestone) && milestone->type.is(type) && isMet(*milestone);
    });
}

/// The types whose date is that of a gate, and whether it is its start that counts.
std::optional<PartialDate> dateForGate(const Milestone &milestone, const QString &gate)
{
    const auto is = [&](MilestoneType type) { return milestone.type.is(type); };
    if (gate == "G3"_L1 && is(MilestoneType::Comment))
        return startDate(milestone);
    const bool fits = (gate == "G1"_L1 && is(MilestoneType::WorkPlan))
        || (gate == "G2"_L1 && is(MilestoneType::Findings))
        || (gate == "G3"_L1 && is(MilestoneType::CommentOpen))
        || (gate == "G4"_L1 && (is(MilestoneType::CommentClose) || is(MilestoneType::Comment)))
        || (gate == "G5"_L1 && is(MilestoneType::FinalAgreed))
        || (gate == "G6"_L1 && is(MilestoneType::Published)) || (gate == "G7"_L1 && is(MilestoneType::FollowUp));
    return fits ? finishDate(milestone) : std::nullopt;
}

/// What binds everybody: a date with a deadline, or one of the steps in the life of a review.
bool isImportant(const Milestone &milestone)
{
    if (milestone.deadline)
        return true;
    if (!milestone.type.value)
        return false;
    switch (*milestone.type.value) {
    case MilestoneType::DataReview:
    case MilestoneType::Meeting:
    case MilestoneType::Other:
    case MilestoneType::FollowUp:
        return false;
    default:
        return true;
    }
}

QString ownerOf(const Review &review, const Milestone &milestone)
{
    if (const SubTeam *subTeam = review.find(milestone.subteam))
        return subTeam->title;
    return milestone.responsible;
}

/// Whether @p me serves in the sub-team, or in the role, on that day.
bool isMine(const Review &review, RecordId me, Id<SubTeam> subTeam, const QString &owner, const QDate &day)
{
    const Person *person = review.find(PersonId(me.uuid));
    if (!person)
        return false;
    if (!person->name.isEmpty() && owner.contains(person->name, Qt::CaseInsensitive))
        return true;
    for (const Membership *membership : review.all<Membership>()) {
        const bool here = !subTeam.isNull() && membership->subteam == subTeam;
        if (here && membership->person.uuid == me.uuid && isCurrent(*membership, day))
            return true;
    }
    return false;
}

bool isWithin(const std::optional<PartialDate> &date, const QDate &from, const QDate &to)
{
    const auto day = lastDay(date);
    return day && *day >= from && *day <= to;
}

void addMilestones(const Review &review, RecordId me, const QDate &from, const QDate &to, QList<DatedThing> &things)
{
    for (const Milestone *milestone : review.all<Milestone>()) {
        if (isMet(*milestone) || !isWithin(milestone->target, from, to))
            continue;
        things += {milestone->id, *milestone->target, milestone->title, ownerOf(review, *milestone), {},
                   isMine(review, me, milestone->subteam, milestone->responsible, from),
                   isFullTeam(*milestone) && milestone->deadline.has_value()};
    }
}

void addActionItems(const Review &review, RecordId me, const QDate &from, const QDate &to, QList<DatedThing> &things)
{
    for (const ActionItem *item : review.all<ActionItem>()) {
        if (item->done || !isWithin(item->due, from, to))
            continue;
        things += {item->id, *item->due, item->text.simplified(), item->owner, {},
                   isMine(review, me, {}, item->owner, from), false};
    }
}

void addMeetings(const Review &review, RecordId me, const QDate &from, const QDate &to, QList<DatedThing> &things)
{
    for (const Meeting *meeting : review.all<Meeting>()) {
        if (!isWithin(meeting->held, from, to))
            continue;
        const QDateTime begins = QDateTime::fromString(meeting->time, Qt::ISODate);
        const SubTeam *subTeam = review.find(meeting->subteam);
        things += {meeting->id, *meeting->held, meeting->title, subTeam ? subTeam->title : QString(),
                   begins.isValid() ? QCoreApplication::translate("OverviewPage", "%1 UTC")
                                          .arg(begins.toUTC().toString(u"HH:mm"_s))
                                    : QString(),
                   isMine(review, me, meeting->subteam, {}, from), false};
    }
}

} // namespace

const ReviewRecord *reviewRecord(const Review &review)
{
    const auto all = review.all<ReviewRecord>();
    return all.empty() ? nullptr : all.front();
}

Phase currentPhase(const Review &review)
{
    const ReviewRecord *record = reviewRecord(review);
    return record ? record->phase.value.value_or(Phase::Preparation) : Phase::Preparation;
}

QString phaseLabel(Phase phase)
{
    return QCoreApplication::translate("Choice", choiceWords<Phase>().at(qsizetype(phase)).label);
}

QString nextGate(const Review &review)
{
    const Phase phase = currentPhase(review);
    for (const GateOfPhase &gate : gatesOfPhases()) {
        const QString name = QString::fromLatin1(gate.gate);
        const bool isPassed = !gate.after && isMetOfType(review, MilestoneType::FinalAgreed);
        if (gate.before == phase && !isPassed && gateRule(review, name))
            return name;
    }
    return {};
}

QString gateTitle(const Review &review, const QString &gate)
{
    const Rule *rule = gateRule(review, gate);
    return rule ? rule->title : QString();
}

QString gateExplanation(const Review &review, const QString &gate)
{
    const Rule *rule = gateRule(review, gate);
    return rule ? rule->explanation : QString();
}

std::optional<PartialDate> gateDate(const Review &review, const QString &gate)
{
    std::optional<PartialDate> date;
    for (const Milestone *milestone : review.all<Milestone>()) {
        if (!isFullTeam(*milestone))
            continue;
        const auto candidate = dateForGate(*milestone, gate);
        if (candidate && (!date || *date < *candidate))
            date = candidate;
    }
    return date;
}

std::optional<DatedThing> nextImportantDate(const Review &review, const QDate &today)
{
    std::optional<DatedThing> next;
    for (const Milestone *milestone : review.all<Milestone>()) {
        if (!isFullTeam(*milestone) || isMet(*milestone) || !isImportant(*milestone))
            continue;
        const auto date = milestone->deadline ? milestone->deadline : milestone->target;
        const auto day = lastDay(date);
        if (day && *day >= today && (!next || *date < next->date))
            next = DatedThing{milestone->id, *date, milestone->title, {}, {}, false, true};
    }
    return next;
}

QList<DatedThing> datesAhead(const Review &review, RecordId me, const QDate &today, int days)
{
    QList<DatedThing> things;
    const QDate last = today.addDays(days);
    addMilestones(review, me, today, last, things);
    addActionItems(review, me, today, last, things);
    addMeetings(review, me, today, last, things);
    std::stable_sort(things.begin(), things.end(),
                     [](const DatedThing &a, const DatedThing &b) { return a.date < b.date; });
    return things;
}

} // namespace plumbline
