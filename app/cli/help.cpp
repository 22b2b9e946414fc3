#include "app/cli/cli.h"

#include "core/edits/functions.h"

#include <algorithm>

namespace plumbline::cli {

using namespace Qt::StringLiterals;

static int listVerbs(Call &call)
{
    call.print(say(QT_TRANSLATE_NOOP(
        "Cli", "Usage: plumbline-cli VERB ARGUMENTS; plumbline-cli help VERB explains one.")));
    call.print(QString());
    for (const Verb &verb : verbs())
        call.print(u"  %1  %2"_s.arg(QLatin1String(verb.name), -10).arg(say(verb.summary)));
    call.print(QString());
    call.print(say(QT_TRANSLATE_NOOP("Cli", "Exit codes: 0 done; 1 done, but problems or conflicts were "
                                            "found; 2 wrong usage; 3 bad input; 4 could "
                                            "not write, or the file is damaged.")));
    return Done;
}

static int listFunctions(Call &call)
{
    for (const EditFunction &function : editFunctions()) {
        call.print(u"%1 - %2"_s.arg(QLatin1String(function.name),
                                    QCoreApplication::translate("Edits", function.explanation)));
        for (const EditArgument &argument : function.arguments)
            call.print(u"    %1%2: %3"_s.arg(
                QLatin1String(argument.name),
                argument.required ? QString() : say(QT_TRANSLATE_NOOP("Cli", " (may be left out)")),
                QCoreApplication::translate("Edits", argument.explanation)));
    }
    return Done;
}

int runHelp(Call &call)
{
    call.word(u"VERB"_s, say(QT_TRANSLATE_NOOP("Cli", "the verb to explain, or “do” for the edit functions")),
              true);
    if (!call.parse())
        return call.exitCode();
    const QString name = call.at(0);
    if (name.isEmpty())
        return listVerbs(call);
    if (name == u"do")
        return listFunctions(call);
    for (const Verb &verb : verbs()) {
        if (name == QLatin1String(verb.name)) {
            call.print(say(verb.summary));
            Call asked(name, {u"--help"_s}, call.streams());
            return verb.run(asked);
        }
    }
    return call.wrongUsage(say(QT_TRANSLATE_NOOP("Cli", "There is no verb “%1”.")).arg(name));
}

} // namespace plumbline::cli
