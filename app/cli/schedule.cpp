#include "app/cli/planviews.h"
#include "core/base/json.h"
#include "core/domain/dependency.h"
#include "core/schedule/deadlineboard.h"
#include "core/schedule/forecast.h"

#include <QJsonArray>
#include <QJsonObject>

namespace plumbline::cli {

using namespace Qt::StringLiterals;

static QString iso(const QDate &day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : u"-"_s;
}

namespace {

/// What one call of the verb works with.
struct Asked {
    const Review &review;
    PlanSchedule schedule;
    QHash<MilestoneId, ItemForecast> forecasts;

    QString key(MilestoneId id) const { return review.shownKey(*review.find(id)); }
    QString name(MilestoneId id) const { return key(id) + u"  "_s + review.find(id)->title; }
    QStringList chain(MilestoneId id) const
    {
        QStringList keys;
        for (const ScheduleStep &step : schedule.chainTo(id))
            keys += key(step.from);
        return keys;
    }
};

} // namespace

static QString slackWords(const ItemSchedule &item)
{
    if (item.met)
        return say(QT_TRANSLATE_NOOP("Cli", "met"));
    const QString days =
        item.unit == DayUnit::Working
            ? say(QT_TRANSLATE_N_NOOP("Cli", "slack %n working day(s)"), std::abs(item.totalSlack))
            : say(QT_TRANSLATE_N_NOOP("Cli", "slack %n day(s)"), std::abs(item.totalSlack));
    const QString late =
        item.unit == DayUnit::Working
            ? say(QT_TRANSLATE_N_NOOP("Cli", "%n working day(s) too late"), std::abs(item.totalSlack))
            : say(QT_TRANSLATE_N_NOOP("Cli", "%n day(s) too late"), std::abs(item.totalSlack));
    if (item.totalSlack < 0)
        return late;
    return item.critical ? say(QT_TRANSLATE_NOOP("Cli", "critical")) : days;
}

static QJsonObject toJson(const Asked &asked, const ItemSchedule &item)
{
    QJsonObject object{{u"key"_s, asked.key(item.milestone)},
                       {u"title"_s, asked.review.find(item.milestone)->title},
                       {u"earlyStart"_s, iso(item.earlyStart)},
                       {u"earlyFinish"_s, iso(item.earlyFinish)},
                       {u"lateStart"_s, iso(item.lateStart)},
                       {u"lateFinish"_s, iso(item.lateFinish)},
                       {u"slack"_s, item.totalSlack},
                       {u"freeSlack"_s, item.freeSlack},
                       {u"unit"_s, Choice<DayUnit>(item.unit).word()},
                       {u"critical"_s, item.critical},
                       {u"met"_s, item.met},
                       {u"waitsFor"_s, QJsonArray::fromStringList(asked.chain(item.milestone))}};
    if (item.limit) {
        object.insert(u"limit"_s, iso(item.limit->last));
        object.insert(u"limitOf"_s, asked.key(item.limit->against));
    }
    if (const auto found = asked.forecasts.constFind(item.milestone); found != asked.forecasts.constEnd()) {
        QJsonObject forecast{{u"p50"_s, iso(found->p50)}, {u"p80"_s, iso(found->p80)}, {u"p95"_s, iso(found->p95)}};
        if (found->chance)
            forecast.insert(u"chance"_s, *found->chance);
        object.insert(u"forecast"_s, forecast);
    }
    return object;
}

static void print(Call &call, const Asked &asked, const ItemSchedule &item)
{
    call.print(asked.name(item.milestone));
    call.print(say(QT_TRANSLATE_NOOP("Cli", "    %1 to %2; at the latest %3 to %4; %5"))
                   .arg(iso(item.earlyStart), iso(item.earlyFinish), iso(item.lateStart), iso(item.lateFinish),
                        slackWords(item)));
    const QStringList chain = asked.chain(item.milestone);
    if (item.unkeepable > 0)
        call.print(say(QT_TRANSLATE_N_NOOP("Cli", "    %n day(s) after %1, the limit by %2"), item.unkeepable)
                       .arg(iso(item.limit->last), asked.key(item.limit->against)));
    if (!chain.isEmpty())
        call.print(say(QT_TRANSLATE_NOOP("Cli", "    waits for %1")).arg(chain.join(u", then "_s)));
    if (const auto found = asked.forecasts.constFind(item.milestone); found != asked.forecasts.constEnd()) {
        const QString dates = say(QT_TRANSLATE_NOOP("Cli", "    probably by %1, likely by %2, nearly surely by %3"))
                                  .arg(iso(found->p50), iso(found->p80), iso(found->p95));
        call.print(found->chance
                       ? dates + say(QT_TRANSLATE_NOOP("Cli", "; in time with %1 %")).arg(*found->chance)
                       : dates);
    }
}

static int showDeadlines(Call &call, const Asked &asked)
{
    QJsonArray array;
    const QList<DeadlineRow> rows = deadlineBoard(asked.review, asked.schedule);
    if (rows.isEmpty() && !call.isSet(u"json"_s))
        call.print(say(QT_TRANSLATE_NOOP("Cli", "No date binds an item of the plan yet.")));
    for (const DeadlineRow &row : rows) {
        if (call.isSet(u"json"_s)) {
            QJsonObject object{{u"key"_s, asked.key(row.milestone)},
                               {u"limit"_s, iso(row.limit.last)},
                               {u"limitOf"_s, asked.key(row.limit.against)},
                               {u"planned"_s, row.planned ? row.planned->toText() : QString()},
                               {u"earliest"_s, iso(row.earliest)},
                               {u"met"_s, row.met}};
            if (row.spare)
                object.insert(u"spare"_s, *row.spare);
            array += object;
            continue;
        }
        const QString spare = !row.spare ? say(QT_TRANSLATE_NOOP("Cli", "not dated"))
                              : *row.spare < 0
                                  ? say(QT_TRANSLATE_N_NOOP("Cli", "%n day(s) too late"), -*row.spare)
                                  : say(QT_TRANSLATE_N_NOOP("Cli", "%n day(s) to spare"), *row.spare);
        call.print(say(QT_TRANSLATE_NOOP("Cli", "%1  %2 (%3): %4"))
                       .arg(iso(row.limit.last), asked.name(row.milestone), asked.key(row.limit.against),
                            row.met ? say(QT_TRANSLATE_NOOP("Cli", "met, %1")).arg(spare) : spare));
    }
    if (call.isSet(u"json"_s))
        call.print(jsonLine(array));
    return Done;
}

static int planBackwards(Call &call, const Asked &asked)
{
    const auto record = asked.review.byKey(call.value(u"backward"_s));
    if (!record)
        return call.fail(record.error());
    const QDate day = QDate::fromString(call.value(u"by"_s), Qt::ISODate);
    if (!day.isValid())
        return call.wrongUsage(say(QT_TRANSLATE_NOOP("Cli", "Say by which day: --by 2020-01-24.")));
    const MilestoneId last(record->uuid);
    const auto items = asked.schedule.backwardFrom(last, day);
    if (items.isEmpty())
        return call.fail({ErrorCode::BadInput,
                          say(QT_TRANSLATE_NOOP("Cli", "“%1” has no place in the plan: give it a date or a duration."))
                              .arg(call.value(u"backward"_s)),
                          {},
                          {}});
    QJsonArray array;
    for (const ItemSchedule &item : items) {
        if (call.isSet(u"json"_s))
            array += toJson(asked, item);
        else
            print(call, asked, item);
    }
    const QDate possible = asked.schedule.find(last)->earlyFinish;
    if (call.isSet(u"json"_s))
        call.print(jsonLine(QJsonObject{{u"items"_s, array}, {u"possible"_s, iso(possible)}}));
    else if (possible > day)
        call.print(say(QT_TRANSLATE_N_NOOP("Cli", "There is no feasible plan for %1: move it by %n day(s), to %2."),
                       int(day.daysTo(possible)))
                       .arg(iso(day), iso(possible)));
    return possible > day ? ProblemsFound : Done;
}

int runSchedule(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.option(u"deadlines"_s, say(QT_TRANSLATE_NOOP("Cli", "what is due when, with the days to spare")));
    call.option(u"forecast"_s, say(QT_TRANSLATE_NOOP("Cli", "say too where items will probably end")));
    call.option(u"backward"_s, say(QT_TRANSLATE_NOOP("Cli", "the latest dates of all that leads to that item")),
                u"KEY"_s);
    call.option(u"by"_s, say(QT_TRANSLATE_NOOP("Cli", "with --backward: the day it is to be done")), u"DAY"_s);
    declarePlanViews(call);
    call.option(u"on"_s, say(QT_TRANSLATE_NOOP("Cli", "the day that counts as today, such as 2019-11-08")),
                u"DAY"_s);
    call.option(u"json"_s, say(QT_TRANSLATE_NOOP("Cli", "print JSON")));
    if (!call.parse())
        return call.exitCode();
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    if (call.isSet(u"agreements"_s))
        return showAgreements(call, *session);
    if (call.isSet(u"trend"_s))
        return showTrend(call, *session);
    if (call.isSet(u"if"_s))
        return showWhatIf(call, *session);
    const QDate today = session->clock().today();
    Asked asked{session->review(), PlanSchedule(session->review(), today), {}};
    if (call.isSet(u"forecast"_s))
        asked.forecasts = forecast(asked.review, asked.schedule, today);
    if (call.isSet(u"deadlines"_s))
        return showDeadlines(call, asked);
    if (call.isSet(u"backward"_s))
        return planBackwards(call, asked);
    QJsonArray array;
    for (const ItemSchedule &item : asked.schedule.items()) {
        if (call.isSet(u"json"_s))
            array += toJson(asked, item);
        else
            print(call, asked, item);
    }
    if (call.isSet(u"json"_s))
        call.print(jsonLine(array));
    else if (asked.schedule.items().isEmpty())
        call.print(say(QT_TRANSLATE_NOOP("Cli", "No item of the plan has a date or a duration yet.")));
    return Done;
}

} // namespace plumbline::cli
