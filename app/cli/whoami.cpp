#include "app/cli/cli.h"
#include "core/domain/person.h"
#include "core/edits/people.h"

namespace plumbline::cli {

using namespace Qt::StringLiterals;

int runWhoami(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.option(u"set"_s,
                say(QT_TRANSLATE_NOOP(
                    "Cli", "the name of the person; added to the review when it has none of that name")),
                u"NAME"_s);
    if (!call.parse())
        return call.exitCode();
    const bool sets = call.isSet(u"set"_s);
    const auto session = call.open(sets ? Store::ReadWrite : Store::ReadOnly);
    if (!session)
        return call.exitCode();
    if (sets) {
        const QString name = call.value(u"set"_s);
        if (personNamed(session->review(), name).isNull()) {
            if (const auto added = session->commit(addPerson(session->context(), name)); !added)
                return call.fail(added.error());
        }
        const RecordId person = personNamed(session->review(), name.simplified());
        if (Status set = session->setMe(person); !set)
            return call.fail(set.error());
    }
    const Person *me = session->review().find(PersonId(session->me().uuid));
    call.print(
        me ? u"%1 %2"_s.arg(session->review().shownKey(*me), me->name)
           : say(QT_TRANSLATE_NOOP("Cli", "Nobody yet; say who you are with: whoami FILE --set NAME")));
    return Done;
}

} // namespace plumbline::cli
