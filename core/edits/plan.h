#pragma once

#include "core/domain/dependency.h"
#include "core/domain/milestone.h"
#include "core/edits/context.h"

namespace plumbline {

/// Moves a milestone, or an activity with its start, keeping the former dates and the reason in its history.
///
/// @p start is left as it is when empty. @p reason may be empty; the check plan.movedWithoutReason then says
/// so. Errors: NotFound when the milestone is gone; Refused when a comment period would become shorter than
/// the rules of the review allow (the message names the earliest closing date), or when an activity would end
/// before it starts. Source: SSR2 work plan, sections 3b and 4; rules minCommentDays and dayCountRule.
Result<ChangeSet> reschedule(const EditContext &context, MilestoneId milestone,
                             const std::optional<PartialDate> &start, const PartialDate &target,
                             const QString &reason);

/// Adds a milestone of the full team (@p subTeam null) or of a sub-team.
/// Errors: BadInput when the title is empty, NotFound when the sub-team is gone.
Result<ChangeSet> addMilestone(const EditContext &context, Id<SubTeam> subTeam, const QString &title,
                               const std::optional<PartialDate> &target);

/// Makes @p to wait for @p from; of days of @p lag see Dependency::lag.
/// Errors: NotFound when one of them is gone; Refused when it does so already, or when it would then wait, by way of others,
/// for itself: the message names the circle.
Result<ChangeSet> linkItems(const EditContext &context, MilestoneId from, MilestoneId to, DependencyType type = DependencyType::FS,
                            std::optional<qint64> lag = {});

/// Ends that. Error NotFound when @p to does not wait for @p from.
Result<ChangeSet> unlinkItems(const EditContext &context, MilestoneId from, MilestoneId to);

/// Sets the deadline of an item, which judges and never moves anything; none takes it away. Error NotFound.
Result<ChangeSet> setDeadline(const EditContext &context, MilestoneId milestone, const std::optional<PartialDate> &deadline);

} // namespace plumbline
