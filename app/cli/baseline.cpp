#include "core/edits/baselines.h"
#include "core/session/fileplace.h"

#include "app/cli/cli.h"

namespace plumbline::cli {

using namespace Qt::StringLiterals;

static QString say(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

int runBaseline(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"NAME"_s, say(QT_TRANSLATE_NOOP("Cli", "the name of the baseline: “Draft report”")));
    if (!call.parse())
        return call.exitCode();
    const auto session = call.open(Store::ReadWrite);
    if (!session)
        return call.exitCode();
    const auto commit = session->commit(takeBaseline(session->context(), call.at(1)));
    if (!commit)
        return call.fail(commit.error());
    call.print(say(QT_TRANSLATE_NOOP("Cli", "Baseline “%1” is taken.")).arg(call.at(1)));
    return Done;
}

int runVerify(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    if (!call.parse())
        return call.exitCode();
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    const auto report = session->store().verify();
    if (!report)
        return call.fail(report.error());
    if (const FilePlace place = placeOf(session->path()); place.danger != FilePlace::None)
        call.print(describePlace(place) + u' ' + adviceFor(place));
    if (report->problems.isEmpty()) {
        call.print(
            say(QT_TRANSLATE_NOOP("Cli", "Nothing is damaged: %1 changes with %2 values hold together."))
                .arg(report->transactions)
                .arg(report->operations));
        return Done;
    }
    for (const QString &problem : report->problems)
        call.print(problem);
    return call.fail(
        {ErrorCode::Damaged,
         say(QT_TRANSLATE_NOOP(
             "Cli", "The file is damaged; it was left as it is. Open a backup, or a copy someone else has.")),
         {},
         {}});
}

} // namespace plumbline::cli
