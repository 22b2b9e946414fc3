#pragma once

#include "core/domain/baseline.h"
#include "core/domain/decision.h"
#include "core/domain/meeting.h"
#include "core/domain/person.h"
#include "core/domain/subteam.h"
#include "core/edits/context.h"

namespace plumbline {

/// How the full team decided something: by a decision that is on record, or by one to be recorded.
struct DecisionDetails {
    DecisionId decision;             ///< On record already; then the rest is not used.
    std::optional<PartialDate> date; ///< None: today.
    MeetingId meeting;
    Choice<Channel> channel;
    Choice<Consensus> level;
};

/// Adopts the Terms of Reference as they stand: takes a baseline of them and records the decision.
/// Errors: NotFound; Refused when they have neither a section nor a scope item; those of takeBaseline().
/// Source: SSR2 work plan, section 1.
Result<ChangeSet> adoptTermsOfReference(const EditContext &context, const DecisionDetails &details);

/// Records that a person acknowledges the scope of the review as it stands. Error NotFound when she is gone.
Result<ChangeSet> acknowledgeScope(const EditContext &context, PersonId person);

/// Forms a sub-team by decision, with its lead if one is named.
/// Errors: BadInput without a name or with one that another sub-team at work has; NotFound.
/// Source: SSR2 work plan, section 1: as many sub-teams as needed, through the standard decision process.
Result<ChangeSet> formSubTeam(const EditContext &context, const QString &name, const QString &scope,
                              PersonId lead, const DecisionDetails &details);
/// Records by which decision a sub-team was formed that was only proposed; it is active then. Errors: NotFound; Refused when one
/// is on record.
Result<ChangeSet> recordFormation(const EditContext &context, SubTeamId subTeam, const DecisionDetails &details);
/// Gives a sub-team another name by decision. Errors: BadInput, NotFound.
Result<ChangeSet> renameSubTeam(const EditContext &context, SubTeamId subTeam, const QString &name,
                                const DecisionDetails &details);
/// Forms sub-teams out of one by decision. The first one takes over its open work, until somebody divides it;
/// the old one is closed. Errors: BadInput for fewer than two names; NotFound; Refused when it is closed
/// already.
Result<ChangeSet> splitSubTeam(const EditContext &context, SubTeamId subTeam, const QStringList &names,
                               const DecisionDetails &details);
/// Closes a sub-team by decision; its memberships end, and its open work moves to @p heir, or to the full
/// team. Errors: NotFound; Refused when it is closed already or is its own heir.
Result<ChangeSet> closeSubTeam(const EditContext &context, SubTeamId subTeam, SubTeamId heir,
                               const DecisionDetails &details);

/// Records what the full team decided on some records, on the text they have: by a decision on record, or by a new one that
/// says @p text. A recommendation that was shared and finds consensus or full consensus is then agreed for the draft.
/// Errors: BadInput without a record, or without a text where no decision is named; NotFound; Refused for records no
/// decision is about.
Result<ChangeSet> decideOn(const EditContext &context, const QList<RecordId> &records, const QString &text,
                           const DecisionDetails &details);

/// Records what a lead tells the full team. Errors: NotFound; BadInput without a text.
Result<ChangeSet> reportBack(const EditContext &context, SubTeamId subTeam, const QString &text, PersonId by,
                             const std::optional<PartialDate> &date);

} // namespace plumbline
