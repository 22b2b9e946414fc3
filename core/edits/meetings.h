#pragma once

#include "core/domain/attendance.h"
#include "core/domain/decision.h"
#include "core/edits/context.h"

namespace plumbline {

/// Calls somebody in a meeting's roll; none strikes what was recorded of her.
/// Errors: NotFound when the meeting or the person is gone.
Result<ChangeSet> callRoll(const EditContext &context, MeetingId meeting, PersonId person,
                           std::optional<Attendance> attendance);

/// Records a decision of a meeting, on its day.
/// Errors: NotFound when the meeting is gone, BadInput without a text.
Result<ChangeSet> decideIn(const EditContext &context, MeetingId meeting, const QString &text);

/// Notes an action item of a meeting. @p owner may be empty, @p due none.
/// Errors: NotFound when the meeting is gone, BadInput without a text.
Result<ChangeSet> assignIn(const EditContext &context, MeetingId meeting, const QString &text, const QString &owner,
                           const std::optional<PartialDate> &due);

/// Says that @p newer takes the place of @p older; both stay on record.
/// Errors: NotFound; Refused when it is the same decision, or when the older one supersedes the newer one already.
Result<ChangeSet> supersede(const EditContext &context, DecisionId newer, DecisionId older);

} // namespace plumbline
