#pragma once

#include "core/domain/feedbackpoint.h"
#include "core/domain/finding.h"
#include "core/domain/meeting.h"
#include "core/domain/person.h"
#include "core/domain/presentation.h"
#include "core/edits/context.h"

namespace plumbline {

/// Records that findings are presented to the full team with their methodology, on the text they have now;
/// they become presented. The meeting may be null: presented on the list. Errors: BadInput without a finding
/// or a methodology (taken from the findings when they say one); NotFound. Source: SSR2 work plan, section 3:
/// preliminary findings with methodology, presented to the full team.
Result<ChangeSet> presentFindings(const EditContext &context, const QList<FindingId> &findings,
                                  MeetingId meeting, const QString &methodology);

/// Notes what somebody said about a presentation, or about one of its findings. Errors: NotFound; BadInput
/// without a text.
Result<ChangeSet> noteFeedback(const EditContext &context, PresentationId presentation, FindingId finding,
                               const QString &text, PersonId by);
/// Says what became of a feedback point. Errors: NotFound; BadInput without saying how, or why not.
Result<ChangeSet> answerFeedback(const EditContext &context, FeedbackPointId point, FeedbackOutcome outcome,
                                 const QString &how);

} // namespace plumbline
