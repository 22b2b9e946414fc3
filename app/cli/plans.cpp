#include "app/cli/cli.h"
#include "app/cli/subteamasked.h"
#include "core/base/json.h"
#include "core/domain/subteam.h"
#include "core/edits/planimport.h"
#include "core/planfiles/planofreview.h"
#include "core/planfiles/planreader.h"
#include "core/planfiles/planwriter.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace plumbline::cli {

using namespace Qt::StringLiterals;

static void tell(Call &call, const PlanImport &import, bool dryRun)
{
    if (call.isSet(u"json"_s)) {
        call.print(jsonLine(QJsonObject{{u"tasks"_s, import.tasks},
                                        {u"links"_s, import.links},
                                        {u"events"_s, import.events},
                                        {u"baselines"_s, import.baselines},
                                        {u"notes"_s, QJsonArray::fromStringList(import.notes)}}));
        return;
    }
    const QString counts = QStringList{say(QT_TRANSLATE_N_NOOP("Cli", "%n item(s)"), import.tasks),
                                       say(QT_TRANSLATE_N_NOOP("Cli", "%n dependency(ies)"), import.links),
                                       say(QT_TRANSLATE_N_NOOP("Cli", "%n calendar event(s)"), import.events),
                                       say(QT_TRANSLATE_N_NOOP("Cli", "%n baseline(s)"), import.baselines)}
                               .join(u", "_s);
    call.print(dryRun ? say(QT_TRANSLATE_NOOP("Cli", "Would be added: %1.")).arg(counts)
                      : say(QT_TRANSLATE_NOOP("Cli", "Added: %1.")).arg(counts));
    for (const QString &note : import.notes)
        call.print(note);
}

int runImportPlan(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"PLAN"_s, say(QT_TRANSLATE_NOOP("Cli", "MS Project XML, .gan, .planner, .pod, .ics or .csv")));
    call.option(u"subteam"_s, say(QT_TRANSLATE_NOOP("Cli", "whose plan it is; the full team's without it")), u"KEY"_s);
    call.option(u"events"_s, say(QT_TRANSLATE_NOOP("Cli", "what appointments are: holidays, meetings or other")),
                u"KIND"_s);
    call.option(u"dry-run"_s, say(QT_TRANSLATE_NOOP("Cli", "only say what would be added")));
    call.option(u"json"_s, say(QT_TRANSLATE_NOOP("Cli", "print the counts as JSON")));
    if (!call.parse())
        return call.exitCode();
    static const QHash<QString, CalendarKind> kinds{
        {u"holidays"_s, CalendarKind::Holidays}, {u"meetings"_s, CalendarKind::Meeting}, {u"other"_s, CalendarKind::Other}};
    const QString kind = call.isSet(u"events"_s) ? call.value(u"events"_s) : u"other"_s;
    if (!kinds.contains(kind))
        return call.wrongUsage(
            say(QT_TRANSLATE_NOOP("Cli", "Appointments can be holidays, meetings or other, not “%1”.")).arg(kind));
    const bool dryRun = call.isSet(u"dry-run"_s);
    const auto session = call.open(dryRun ? Store::ReadOnly : Store::ReadWrite);
    if (!session)
        return call.exitCode();
    const auto plan = readPlanFile(call.at(1));
    if (!plan)
        return call.fail(plan.error());
    const auto team = subTeamAsked(call, session->review());
    if (!team)
        return call.fail(team.error());
    const auto import = importPlan(session->context(), *plan,
                                   {QFileInfo(call.at(1)).fileName(), Id<SubTeam>(team->uuid), kinds.value(kind)});
    if (!import)
        return call.fail(import.error());
    if (!dryRun) {
        if (const auto done = session->commit(import->changes); !done)
            return call.fail(done.error());
    }
    tell(call, *import, dryRun);
    return Done;
}

int runExportPlan(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"OUT"_s, say(QT_TRANSLATE_NOOP("Cli", "the file to write: .xml for MS Project, .ics or .csv")));
    call.option(u"subteam"_s, say(QT_TRANSLATE_NOOP("Cli", "only the items of that sub-team")), u"KEY"_s);
    if (!call.parse())
        return call.exitCode();
    if (Status free = Call::checkTarget(call.at(1)); !free)
        return call.fail(free.error());
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    const auto team = subTeamAsked(call, session->review());
    if (!team)
        return call.fail(team.error());
    const PlanFile plan = planOfReview(session->review(), *team);
    if (Status written = writePlanFile(plan, call.at(1), session->clock().now()); !written)
        return call.fail(written.error());
    for (const QString &note : plan.notes)
        call.print(note);
    return Done;
}

} // namespace plumbline::cli
