#include "core/session/create.h"

#include "app/cli/cli.h"

namespace plumbline::cli {

using namespace Qt::StringLiterals;

int runNew(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review file to make, such as ssr3.plumb")));
    call.option(u"template"_s,
                say(QT_TRANSLATE_NOOP("Cli", "the template: %1")).arg(templateNames().join(u", ")),
                u"NAME"_s);
    call.option(u"title"_s, say(QT_TRANSLATE_NOOP("Cli", "the title of the review")), u"TITLE"_s);
    if (!call.parse())
        return call.exitCode();
    const QString name = call.isSet(u"template"_s) ? call.value(u"template"_s) : templateNames().first();
    const Status made = createReview(call.at(0), name, call.value(u"title"_s));
    return made ? Done : call.fail(made.error());
}

int runSample(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review file to make")));
    if (!call.parse())
        return call.exitCode();
    const Status made = createSample(call.at(0));
    return made ? Done : call.fail(made.error());
}

} // namespace plumbline::cli
