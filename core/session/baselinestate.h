#pragma once

#include "core/checks/problem.h"
#include "core/store/store.h"

namespace plumbline {

/// The review as a baseline holds it, computed from the log. Errors: NotFound when there is no such baseline, it does
/// not name the changes it is made of, or some of them are not in this copy.
Result<Review> baselineState(Store &store, RecordId baseline);

/// Whether the baselines still say what they froze. Needs the log, and is as slow as reading the review once for each
/// baseline; so it is no check of the running kind but asked for.
///
/// `data.fingerprint`, an error: the state can be computed here, and is another than the one that was frozen.
/// `data.baseline`, a hint: changes the baseline is made of are not in this copy. Baselines that hold no tips are
/// passed over.
QList<Problem> checkBaselines(Store &store);

} // namespace plumbline
