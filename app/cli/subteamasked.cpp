#include "app/cli/subteamasked.h"

#include "core/domain/subteam.h"

namespace plumbline::cli {

using namespace Qt::StringLiterals;

Result<RecordId> subTeamAsked(const Call &call, const Review &review)
{
    if (!call.isSet(u"subteam"_s))
        return RecordId();
    const auto team = review.byKey(call.value(u"subteam"_s));
    if (!team)
        return team.error();
    if (review.kindOf(*team) != Kind::SubTeam)
        return Error{
            ErrorCode::Refused,
            QCoreApplication::translate("Cli", "“%1” is not a sub-team.").arg(call.value(u"subteam"_s)),
            {},
            {}};
    return *team;
}

} // namespace plumbline::cli
