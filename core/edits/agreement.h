#pragma once

#include "core/domain/decision.h"
#include "core/edits/context.h"

namespace plumbline {

struct Baseline;
struct Meeting;
struct SubTeam;

/// How a sub-team agreed to its schedule. What is left out is made: a decision, and a baseline of the plan as it is now.
struct AgreementDetails {
    Id<Decision> decision; ///< One that is recorded already; then the next four say nothing.
    std::optional<PartialDate> date; ///< None: the day the edit is made on.
    Choice<Channel> channel;
    Choice<Consensus> level;
    Id<Meeting> meeting;
    Id<Baseline> plan; ///< The baseline agreed to; null: one is taken.
};

/// Records that a sub-team agrees to its schedule. A former agreement stays in history.
/// Errors: NotFound when the sub-team, the decision, the meeting or the baseline is gone; Refused when the sub-team has no
/// dated item to agree to; those of takeBaseline().
/// Source: SSR2 work plan, section 2; see scheduleAgreement().
Result<ChangeSet> agreeSchedule(const EditContext &context, Id<SubTeam> subTeam, const AgreementDetails &details);

} // namespace plumbline
