#pragma once

#include "app/cli/cli.h"

namespace plumbline::cli {

/// The sub-team named by --subteam; null without it. Errors: NotFound and BadInput as for any key, Refused
/// when it is no sub-team.
Result<RecordId> subTeamAsked(const Call &call, const Review &review);

} // namespace plumbline::cli
