#include "app/cli/cli.h"
#include "app/cli/subteamasked.h"
#include "core/base/json.h"
#include "core/domain/subteam.h"
#include "core/edits/mailimport.h"
#include "core/mail/mbox.h"

#include <QJsonArray>
#include <QJsonObject>

namespace plumbline::cli {

using namespace Qt::StringLiterals;

static void tell(Call &call, const MailImport &import, bool dryRun)
{
    const MailCounts &counts = import.counts;
    if (call.isSet(u"json"_s)) {
        call.print(jsonLine(QJsonObject{{u"new"_s, counts.added},
                                        {u"known"_s, counts.known},
                                        {u"repeated"_s, counts.repeated},
                                        {u"deleted"_s, counts.deleted},
                                        {u"notes"_s, QJsonArray::fromStringList(import.notes)}}));
        return;
    }
    call.print(dryRun ? say(QT_TRANSLATE_N_NOOP("Cli", "%n message(s) would be added."), counts.added)
                      : say(QT_TRANSLATE_N_NOOP("Cli", "%n message(s) were added."), counts.added));
    if (counts.known > 0)
        call.print(say(QT_TRANSLATE_N_NOOP("Cli", "%n message(s) were here already."), counts.known));
    for (const QString &note : import.notes)
        call.print(note);
}

int runImportMail(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"LIST"_s, say(QT_TRANSLATE_NOOP("Cli", "the mailing list's file, in mbox form")));
    call.option(u"subteam"_s, say(QT_TRANSLATE_NOOP("Cli", "whose list it is; the full team's without it")),
                u"KEY"_s);
    call.option(u"list"_s,
                say(QT_TRANSLATE_NOOP("Cli", "the list's address; that of the sub-team without it")),
                u"ADDRESS"_s);
    call.option(u"dry-run"_s, say(QT_TRANSLATE_NOOP("Cli", "only say what would be added")));
    call.option(u"json"_s, say(QT_TRANSLATE_NOOP("Cli", "print the counts as JSON")));
    if (!call.parse())
        return call.exitCode();
    const bool dryRun = call.isSet(u"dry-run"_s);
    const auto session = call.open(dryRun ? Store::ReadOnly : Store::ReadWrite);
    if (!session)
        return call.exitCode();
    const auto mail = readMboxFile(call.at(1));
    if (!mail)
        return call.fail(mail.error());
    const auto team = subTeamAsked(call, session->review());
    if (!team)
        return call.fail(team.error());
    const auto import =
        importMail(session->context(), *mail, {Id<SubTeam>(team->uuid), call.value(u"list"_s)});
    if (!import)
        return call.fail(import.error());
    for (const ChangeSet &step : import->steps) {
        if (dryRun)
            break;
        if (const auto done = session->commit(step); !done)
            return call.fail(done.error());
    }
    tell(call, *import, dryRun);
    return Done;
}

} // namespace plumbline::cli
