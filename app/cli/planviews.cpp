#include "app/cli/planviews.h"

#include "core/base/json.h"
#include "core/checks/teamstate.h"
#include "core/checks/wording.h"
#include "core/domain/decision.h"
#include "core/domain/person.h"
#include "core/domain/subteam.h"
#include "core/edits/plan.h"
#include "core/edits/whatif.h"
#include "core/schedule/scheduleagreement.h"
#include "core/session/formerdates.h"
#include "core/timeline/timelineconflicts.h"

#include <QJsonArray>
#include <QJsonObject>

namespace plumbline::cli {

using namespace Qt::StringLiterals;

void declarePlanViews(Call &call)
{
    call.option(u"agreements"_s, say(QT_TRANSLATE_NOOP("Cli", "what each sub-team agreed to, and whether that still holds")));
    call.option(u"trend"_s, say(QT_TRANSLATE_NOOP("Cli", "every target that item had, and why it moved")), u"KEY"_s);
    call.option(u"if"_s,
                say(QT_TRANSLATE_NOOP("Cli", "what would turn red if that item got that date; may be given several times")),
                u"KEY=DAY"_s);
}

static QString agreedWords(const Review &review, const ScheduleAgreement &agreement)
{
    if (agreement.state == ScheduleAgreement::None)
        return say(QT_TRANSLATE_NOOP("Cli", "not agreed"));
    const Decision *decision = review.find(agreement.decision);
    const QString by = decision->date ? decision->date->toText() + u", "_s + review.shownKey(*decision)
                                      : review.shownKey(*decision);
    return agreement.state == ScheduleAgreement::Holds ? say(QT_TRANSLATE_NOOP("Cli", "agreed (%1)")).arg(by)
                                                       : say(QT_TRANSLATE_NOOP("Cli", "lapsed (agreed %1)")).arg(by);
}

int showAgreements(Call &call, const Session &session)
{
    const Review &review = session.review();
    static const char *const states[]{"none", "holds", "lapsed"};
    QJsonArray array;
    for (const SubTeam *subTeam : review.all<SubTeam>()) {
        const ScheduleAgreement agreement = scheduleAgreement(review, SubTeamId(subTeam->id.uuid));
        QStringList changes;
        for (const AgreedDateChange &change : agreement.changes)
            changes += agreedChangeWords(review, change);
        if (call.isSet(u"json"_s)) {
            array += QJsonObject{{u"key"_s, review.shownKey(*subTeam)},
                                 {u"state"_s, QLatin1String(states[agreement.state])},
                                 {u"changes"_s, QJsonArray::fromStringList(changes)}};
            continue;
        }
        call.print(u"%1  %2: %3"_s.arg(review.shownKey(*subTeam), subTeam->title, agreedWords(review, agreement)));
        for (const QString &change : changes)
            call.print(u"    "_s + change);
    }
    if (call.isSet(u"json"_s))
        call.print(jsonLine(array));
    else if (review.count(Kind::SubTeam) == 0)
        call.print(say(QT_TRANSLATE_NOOP("Cli", "This review has no sub-team yet.")));
    return Done;
}

int showTrend(Call &call, const Session &session)
{
    const Review &review = session.review();
    const auto record = review.byKey(call.value(u"trend"_s));
    if (!record)
        return call.fail(record.error());
    if (!review.find(MilestoneId(record->uuid)))
        return call.fail({ErrorCode::BadInput,
                          say(QT_TRANSLATE_NOOP("Cli", "“%1” is no item of the plan.")).arg(call.value(u"trend"_s)), {}, {}});
    QJsonArray array;
    for (const FormerDate &date : formerDates(session, MilestoneId(record->uuid))) {
        const QString said = date.said.toUTC().date().toString(Qt::ISODate);
        const QString target = date.target ? date.target->toText() : QString();
        const Person *person = review.find(PersonId(date.person.uuid));
        if (call.isSet(u"json"_s)) {
            QJsonObject object{{u"said"_s, said}, {u"target"_s, target}, {u"reason"_s, date.reason}};
            if (date.moved)
                object.insert(u"moved"_s, *date.moved);
            if (person)
                object.insert(u"by"_s, person->name);
            array += object;
            continue;
        }
        QStringList words{said, target.isEmpty() ? say(QT_TRANSLATE_NOOP("Cli", "no date")) : target};
        if (date.moved)
            words += say(QT_TRANSLATE_N_NOOP("Cli", "%n day(s) later"), *date.moved);
        if (date.moved && *date.moved < 0)
            words.last() = say(QT_TRANSLATE_N_NOOP("Cli", "%n day(s) earlier"), -*date.moved);
        if (person)
            words += person->name;
        if (!date.reason.isEmpty())
            words += date.reason;
        call.print(words.join(u"  "_s));
    }
    if (call.isSet(u"json"_s))
        call.print(jsonLine(array));
    return Done;
}

/// Tries one `KEY=DAY`.
static Status tryMove(WhatIf &trial, Session &session, const QString &word)
{
    const qsizetype sign = word.indexOf(u'=');
    const auto day = PartialDate::fromText(word.mid(sign + 1));
    if (sign <= 0 || !day)
        return Error{ErrorCode::BadInput,
                     say(QT_TRANSLATE_NOOP("Cli", "“%1” is no item with a date; write it like M-009=2020-02-01.")).arg(word.left(60)),
                     {},
                     {}};
    const auto record = trial.review().byKey(word.left(sign));
    if (!record)
        return record.error();
    EditContext context{trial.review(), session.clock().now(), session.me()};
    const auto moved = reschedule(context, MilestoneId(record->uuid), {}, *day, {});
    return moved ? trial.apply(*moved) : Status(moved.error());
}

int showWhatIf(Call &call, Session &session)
{
    WhatIf trial(session.review());
    for (const QString &word : call.values(u"if"_s)) {
        if (Status tried = tryMove(trial, session, word); !tried)
            return call.fail(tried.error());
    }
    const QDate today = session.clock().today();
    const auto before = timelineConflicts(session.review(), PlanSchedule(session.review(), today));
    const auto after = timelineConflicts(trial.review(), PlanSchedule(trial.review(), today));
    const auto lines = [&](const QList<TimelineConflict> &some, const QList<TimelineConflict> &others) {
        QStringList words;
        for (const TimelineConflict &conflict : some) {
            const Record *milestone = trial.review().find(conflict.milestone);
            if (milestone && !others.contains(conflict))
                words += u"%1: %2"_s.arg(nameOf(trial.review(), *milestone), conflict.words);
        }
        return words;
    };
    const QStringList worse = lines(after, before);
    const QStringList better = lines(before, after);
    if (call.isSet(u"json"_s)) {
        call.print(jsonLine(QJsonObject{{u"turnsRed"_s, QJsonArray::fromStringList(worse)},
                                        {u"goesAway"_s, QJsonArray::fromStringList(better)}}));
        return worse.isEmpty() ? Done : ProblemsFound;
    }
    for (const QString &line : worse)
        call.print(say(QT_TRANSLATE_NOOP("Cli", "Would turn red: %1")).arg(line));
    for (const QString &line : better)
        call.print(say(QT_TRANSLATE_NOOP("Cli", "Would go away: %1")).arg(line));
    if (worse.isEmpty() && better.isEmpty())
        call.print(say(QT_TRANSLATE_NOOP("Cli", "No date would come too late that does not now.")));
    return worse.isEmpty() ? Done : ProblemsFound;
}

} // namespace plumbline::cli
