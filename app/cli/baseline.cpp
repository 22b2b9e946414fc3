#include "core/edits/baselines.h"
#include "core/session/baselinestate.h"
#include "core/session/fileplace.h"

#include "app/cli/cli.h"

namespace plumbline::cli {

using namespace Qt::StringLiterals;

/// Lists the problems of the baselines; the number of those that are errors.
static int printProblems(Call &call, Session &session)
{
    int errors = 0;
    for (const Problem &problem : checkBaselines(session.store())) {
        call.print(u"%1: %2 %3"_s.arg(QString::fromLatin1(problem.check), problem.sentence, problem.next));
        errors += problem.level == ProblemLevel::Error;
    }
    return errors;
}

static int listBaselines(Call &call, Session &session)
{
    if (printProblems(call, session) > 0)
        return ProblemsFound;
    call.print(say(QT_TRANSLATE_NOOP("Cli", "Every baseline that can be computed here is what it was.")));
    return Done;
}

int runBaseline(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"NAME"_s, say(QT_TRANSLATE_NOOP("Cli", "the name of the baseline: “Draft report”")), true);
    call.option(u"audience"_s, say(QT_TRANSLATE_NOOP("Cli", "the closed group whose records it holds as well")),
                u"GROUP"_s);
    call.option(u"check"_s, say(QT_TRANSLATE_NOOP("Cli", "take none, and see whether the others still hold")));
    if (!call.parse())
        return call.exitCode();
    const bool checks = call.isSet(u"check"_s);
    if (checks != call.at(1).isEmpty())
        return call.wrongUsage(say(QT_TRANSLATE_NOOP("Cli", "Give either the name of a new baseline, or --check.")));
    const auto session = call.open(checks ? Store::ReadOnly : Store::ReadWrite);
    if (!session)
        return call.exitCode();
    if (checks)
        return listBaselines(call, *session);
    const auto audience = call.isSet(u"audience"_s) ? audienceNamed(session->review(), call.value(u"audience"_s))
                                                    : Result<int>(wholeTeam);
    if (!audience)
        return call.fail(audience.error());
    const auto commit = session->takeBaseline(call.at(1), *audience);
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
    const int broken = printProblems(call, *session);
    if (const FilePlace place = placeOf(session->path()); place.danger != FilePlace::None)
        call.print(describePlace(place) + u' ' + adviceFor(place));
    for (const QString &sentence : report->notHere)
        call.print(sentence);
    if (report->problems.isEmpty()) {
        call.print(
            say(QT_TRANSLATE_NOOP("Cli", "Nothing is damaged: %1 changes with %2 values hold together."))
                .arg(report->transactions)
                .arg(report->operations));
        return broken > 0 ? ProblemsFound : Done;
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
