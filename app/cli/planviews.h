#pragma once

#include "app/cli/cli.h"

namespace plumbline::cli {

/// Declares `--agreements`, `--trend` and `--if` of the verb `schedule`.
void declarePlanViews(Call &call);

/// `schedule FILE --agreements`: what each sub-team agreed to, and why it lapsed where it did.
int showAgreements(Call &call, const Session &session);

/// `schedule FILE --trend KEY`: every target the item had, with who moved it, by how much and why.
int showTrend(Call &call, const Session &session);

/// `schedule FILE --if KEY=DAY ...`: what would turn red, and what would no longer be, if these items got those dates.
/// Nothing is written.
int showWhatIf(Call &call, Session &session);

} // namespace plumbline::cli
