#pragma once

#include "core/domain/implementabilityinput.h"
#include "core/domain/person.h"
#include "core/domain/recommendation.h"
#include "core/edits/context.h"

namespace plumbline {

/// Shares a draft with the full team. @p by is the lead; null: whoever edits. Errors: NotFound; Refused when
/// it was shared already, withdrawn, split or merged. Source: SSR2 work plan, section 3e: shared by the lead,
/// agreed by the full team.
Result<ChangeSet> shareRecommendation(const EditContext &context, RecommendationId recommendation,
                                      PersonId by, const std::optional<PartialDate> &date);

/// Asks Board or staff how the recommendation can be carried out, on the text it has now. Errors: NotFound;
/// Refused while it has no text; BadInput without a question.
Result<ChangeSet> askImplementability(const EditContext &context, RecommendationId recommendation,
                                      AskedOf whom, const QString &question,
                                      const std::optional<PartialDate> &date);
/// Records an answer, or replaces it. Errors: NotFound; BadInput without an answer.
Result<ChangeSet> answerImplementability(const EditContext &context, ImplementabilityInputId input,
                                         const QString &answer, const std::optional<PartialDate> &date);
/// Says that an answer still holds for the text the recommendation has now. Errors: NotFound; Refused without
/// an answer.
Result<ChangeSet> confirmImplementability(const EditContext &context, ImplementabilityInputId input);

/// Makes several recommendations out of one. Each begins as a copy, with the findings, scope items and place
/// of the old one, which becomes "split"; its number leads on to them. Errors: NotFound; BadInput for fewer
/// than two titles; Refused when it is not standing any more.
Result<ChangeSet> splitRecommendation(const EditContext &context, RecommendationId recommendation,
                                      const QStringList &titles);
/// Merges recommendations into one of the review, which takes over what they rest on. Errors: NotFound;
/// BadInput without one to merge; Refused when one of them is the other, or is not standing any more.
Result<ChangeSet> mergeRecommendations(const EditContext &context, const QList<RecommendationId> &merged,
                                       RecommendationId into);
/// Says that @p newer takes the place of @p older, which is withdrawn. Errors: as relate().
Result<ChangeSet> supersedeRecommendation(const EditContext &context, RecommendationId newer,
                                          RecommendationId older);
/// Withdraws it. Errors: NotFound; BadInput without a reason; Refused when it is not standing any more.
Result<ChangeSet> withdrawRecommendation(const EditContext &context, RecommendationId recommendation,
                                         const QString &reason);
/// Makes a suggestion of it, or a recommendation again. Errors: NotFound; BadInput without a reason; Refused
/// when it is one.
Result<ChangeSet> changeForm(const EditContext &context, RecommendationId recommendation,
                             RecommendationForm form, const QString &reason);

/// What a number of a report leads to: the record that had it and, through splits, merges and successors,
/// what it is now.
struct NumberTrail {
    QString baseline; ///< The name of the report's baseline; empty for the numbers of today.
    RecommendationId was;
    QList<RecommendationId> now; ///< Empty when it was withdrawn or deleted.
};
/// Every recommendation that ever had the number, in the order of the baselines, today last.
QList<NumberTrail> recommendationsNumbered(const Review &review, const QString &number);
/// What became of a recommendation; itself while it stands.
QList<RecommendationId> successorsOf(const Review &review, RecommendationId recommendation);

} // namespace plumbline
