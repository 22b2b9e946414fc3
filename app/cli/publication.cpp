#include "app/cli/publication.h"

#include "core/exchange/unpublished.h"
#include "core/edits/baselines.h"
#include "core/session/baselinestate.h"

namespace plumbline::cli {

using namespace Qt::StringLiterals;

void declarePublication(Call &call)
{
    call.option(u"publication"_s, say(QT_TRANSLATE_NOOP("Cli", "for readers outside the team: only what may be published")));
    call.option(u"release"_s, say(QT_TRANSLATE_NOOP("Cli", "with --publication: write it although text that is not "
                                                           "published stands in it as well")));
    call.option(u"baseline"_s, say(QT_TRANSLATE_NOOP("Cli", "with --publication: as of a baseline instead of now")), u"NAME"_s);
}

/// The options that say to whom changes are sent make no sense with what holds none.
static QString misplacedOption(const Call &call)
{
    for (const QString &name : {u"for"_s, u"since"_s, u"full"_s, u"audience"_s}) {
        if (call.isSet(name))
            return name;
    }
    return {};
}

/// What is to be published: the review as it is, or as a baseline froze it.
static Result<Review> publishedState(const Call &call, Session &session)
{
    if (!call.isSet(u"baseline"_s))
        return session.review();
    const auto baseline = baselineNamed(session.review(), call.value(u"baseline"_s));
    return baseline ? session.stateOf(*baseline) : Result<Review>(baseline.error());
}

int exportPublication(Call &call)
{
    if (const QString name = misplacedOption(call); !name.isEmpty())
        return call.wrongUsage(say(QT_TRANSLATE_NOOP("Cli", "--publication and --%1 do not go together.")).arg(name));
    if (Status free = Call::checkTarget(call.at(1)); !free)
        return call.fail(free.error());
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    const auto state = publishedState(call, *session);
    if (!state)
        return call.fail(state.error());
    const auto publication = makePublication(*state, session->clock().now());
    if (!publication)
        return call.fail(publication.error());
    const auto hits = unpublishedSentences(session->store(), *state, *publication);
    if (!hits)
        return call.fail(hits.error());
    for (const UnpublishedHit &hit : *hits)
        call.print(describeHit(hit));
    if (!hits->isEmpty() && !call.isSet(u"release"_s))
        return call.fail({ErrorCode::Refused,
                          say(QT_TRANSLATE_N_NOOP("Cli", "%n piece(s) of text that is not published would be published; nothing "
                                                         "was written. Change the text, or add --release when that is meant."),
                              int(hits->size())),
                          {},
                          {}});
    if (Status written = writePublication(*publication, call.at(1)); !written)
        return call.fail(written.error());
    call.print(say(QT_TRANSLATE_N_NOOP("Cli", "Written and read back: a publication with %n record(s)."),
                   int(publication->records.size())));
    return Done;
}

std::optional<ReadState> readState(Call &call)
{
    ReadState state;
    if (isBundle(call.at(0))) {
        const auto published = readPublication(call.at(0));
        if (!published) {
            call.failed(published.error());
            return std::nullopt;
        }
        state.review = *published;
        return state;
    }
    state.session = call.open(Store::ReadOnly);
    if (!state.session)
        return std::nullopt;
    state.review = state.session->review();
    return state;
}

} // namespace plumbline::cli
