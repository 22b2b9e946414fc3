#include "core/edits/recommendations.h"

#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "core/domain/materialhash.h"
#include "core/domain/numbers.h"
#include "core/domain/recordlinks.h"
#include "core/edits/linking.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace plumbline {

static Error recommendationError(ErrorCode code, const char *sentence)
{
    return {code, QCoreApplication::translate("Edits", sentence), {}, {}};
}

static Error gone()
{
    return recommendationError(
        ErrorCode::NotFound,
        QT_TRANSLATE_NOOP("Edits",
                          "The recommendation is not in this review any more; nothing was changed."));
}

static Error notStanding()
{
    return recommendationError(
        ErrorCode::Refused,
        QT_TRANSLATE_NOOP("Edits",
                          "The recommendation was withdrawn, split or merged already; nothing was changed."));
}

Result<ChangeSet> shareRecommendation(const EditContext &context, RecommendationId id, PersonId by,
                                      const std::optional<PartialDate> &date)
{
    const Recommendation *recommendation = context.review.find(id);
    if (!recommendation)
        return gone();
    if (!isStanding(*recommendation))
        return notStanding();
    const PersonId lead = by.isNull() ? PersonId(context.me.uuid) : by;
    if (lead.isNull())
        return recommendationError(
            ErrorCode::Refused,
            QT_TRANSLATE_NOOP("Edits", "Say who shares it: name the lead, or say who you are; nothing was changed."));
    if (!context.review.find(lead))
        return recommendationError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Edits", "The person is not in this review any more; nothing was changed."));
    // The lead may share anew what somebody else shared, until the full team has begun to decide on it.
    const bool byAnother = recommendation->state.is(RecommendationState::Shared) && recommendation->sharedby != lead;
    if (!byAnother && !recommendation->state.isNone() && !recommendation->state.is(RecommendationState::Idea) &&
        !recommendation->state.is(RecommendationState::Draft))
        return recommendationError(
            ErrorCode::Refused,
            QT_TRANSLATE_NOOP(
                "Edits", "The recommendation was shared with the full team already; nothing was changed."));
    if (recommendation->text.trimmed().isEmpty())
        return recommendationError(
            ErrorCode::Refused,
            QT_TRANSLATE_NOOP("Edits", "The recommendation has no text yet that could be shared; nothing was changed."));
    ChangeSet changes(context.review, Cause::Edit);
    changes.set<&Recommendation::state>(id, Choice<RecommendationState>(RecommendationState::Shared));
    changes.set<&Recommendation::sharedby>(id, lead);
    changes.set<&Recommendation::shared>(id, date ? date : PartialDate::day(context.now.date()));
    return changes;
}

Result<ChangeSet> askImplementability(const EditContext &context, RecommendationId id, AskedOf whom,
                                      const QString &question, const std::optional<PartialDate> &date)
{
    const Recommendation *recommendation = context.review.find(id);
    if (!recommendation)
        return gone();
    if (recommendation->text.trimmed().isEmpty())
        return recommendationError(
            ErrorCode::Refused,
            QT_TRANSLATE_NOOP("Edits",
                              "The recommendation has no text yet, so nobody can say how to carry it out."));
    if (question.trimmed().isEmpty())
        return recommendationError(ErrorCode::BadInput, QT_TRANSLATE_NOOP("Edits", "Say what is asked."));
    ChangeSet changes(context.review, Cause::Create);
    const ImplementabilityInputId input(
        changes.create(context.review, Kind::ImplementabilityInput, recommendation->subteam, context.newId())
            .uuid);
    changes.set<&ImplementabilityInput::recommendation>(input, id);
    changes.set<&ImplementabilityInput::askedof>(input, Choice<AskedOf>(whom));
    changes.set<&ImplementabilityInput::question>(input, cleanText(question).trimmed());
    changes.set<&ImplementabilityInput::asked>(input, date ? date : PartialDate::day(context.now.date()));
    changes.set<&ImplementabilityInput::askedtext>(input,
                                                   materialHash(Kind::Recommendation, *recommendation));
    return changes;
}

static Error inputGone()
{
    return recommendationError(
        ErrorCode::NotFound,
        QT_TRANSLATE_NOOP("Edits", "The question is not in this review any more; nothing was changed."));
}

Result<ChangeSet> answerImplementability(const EditContext &context, ImplementabilityInputId id,
                                         const QString &answer, const std::optional<PartialDate> &date)
{
    if (!context.review.find(id))
        return inputGone();
    if (answer.trimmed().isEmpty())
        return recommendationError(ErrorCode::BadInput,
                                   QT_TRANSLATE_NOOP("Edits", "Say what the answer is."));
    ChangeSet changes(context.review, Cause::Edit);
    changes.set<&ImplementabilityInput::answer>(id, cleanText(answer).trimmed());
    changes.set<&ImplementabilityInput::answered>(id, date ? date : PartialDate::day(context.now.date()));
    return changes;
}

Result<ChangeSet> confirmImplementability(const EditContext &context, ImplementabilityInputId id)
{
    const ImplementabilityInput *input = context.review.find(id);
    const Recommendation *recommendation = input ? context.review.find(input->recommendation) : nullptr;
    if (!recommendation)
        return inputGone();
    if (input->answer.trimmed().isEmpty())
        return recommendationError(
            ErrorCode::Refused, QT_TRANSLATE_NOOP("Edits", "There is no answer yet that could still hold."));
    ChangeSet changes(context.review, Cause::Edit);
    changes.set<&ImplementabilityInput::askedtext>(id, materialHash(Kind::Recommendation, *recommendation));
    return changes;
}

/// Gives @p heir what @p recommendation rests on and what it addresses.
static void inheritLinks(ChangeSet &changes, const Review &review, RecordId recommendation, RecordId heir)
{
    for (const Link *link : review.all<Link>()) {
        if (link->to == recommendation && link->type.is(LinkType::LeadsTo))
            addLink(changes, review, LinkType::LeadsTo, link->from, heir);
        if (link->from == recommendation && link->type.is(LinkType::Addresses))
            addLink(changes, review, LinkType::Addresses, heir, link->to);
    }
}

Result<ChangeSet> splitRecommendation(const EditContext &context, RecommendationId id,
                                      const QStringList &titles)
{
    const Review &review = context.review;
    const Recommendation *recommendation = review.find(id);
    if (!recommendation)
        return gone();
    if (!isStanding(*recommendation))
        return notStanding();
    const bool named = std::none_of(titles.begin(), titles.end(),
                                    [](const QString &title) { return title.trimmed().isEmpty(); });
    if (titles.size() < 2 || !named)
        return recommendationError(
            ErrorCode::BadInput,
            QT_TRANSLATE_NOOP("Edits", "A recommendation is split into two or more; give each a title."));
    static const QList<QByteArray> own{"key", "title", "state", "reason", "sharedby", "shared"};
    ChangeSet changes(review, Cause::Create);
    // One that members put into both categories is split by them: each part gets one, and the dispute is over.
    QList<Value> categories;
    if (const Conflict *conflict = review.conflict(recommendation->id, "category")) {
        for (const ConflictValue &value : conflict->values)
            categories += value.value;
        changes.resolve(Kind::Recommendation, recommendation->id, "category", categories.first());
    }
    int number = 0;
    // Keys are given by what is in the review, so the second of one change set counts on by itself.
    for (const QString &title : titles) {
        const RecordId part =
            changes.create(review, Kind::Recommendation, recommendation->subteam, context.newId());
        changes.set<&Recommendation::title>(RecommendationId(part.uuid), cleanText(title).simplified());
        for (const Field &field : describe(Kind::Recommendation).fields) {
            const Value value = field.get(*recommendation);
            if (!own.contains(field.name) && !value.isNull())
                changes.set(Kind::Recommendation, part, field.name, value);
        }
        if (!categories.isEmpty())
            changes.set(Kind::Recommendation, part, "category", categories.at(std::min<qsizetype>(number, categories.size() - 1)));
        ++number;
        changes.set<&Recommendation::state>(RecommendationId(part.uuid),
                                            Choice<RecommendationState>(RecommendationState::Draft));
        addLink(changes, review, LinkType::SplitFrom, part, recommendation->id);
        inheritLinks(changes, review, recommendation->id, part);
    }
    changes.set<&Recommendation::state>(id, Choice<RecommendationState>(RecommendationState::Split));
    return changes;
}

Result<ChangeSet> mergeRecommendations(const EditContext &context, const QList<RecommendationId> &merged,
                                       RecommendationId into)
{
    const Review &review = context.review;
    const Recommendation *target = review.find(into);
    if (!target)
        return gone();
    if (merged.isEmpty())
        return recommendationError(
            ErrorCode::BadInput,
            QT_TRANSLATE_NOOP("Edits", "Name the recommendations that are merged into it."));
    if (!isStanding(*target))
        return notStanding();
    ChangeSet changes(review, Cause::Edit);
    for (const RecommendationId id : merged) {
        const Recommendation *recommendation = review.find(id);
        if (!recommendation)
            return gone();
        if (id == into)
            return recommendationError(
                ErrorCode::Refused,
                QT_TRANSLATE_NOOP("Edits", "A recommendation cannot be merged into itself."));
        if (!isStanding(*recommendation))
            return notStanding();
        changes.set<&Recommendation::state>(id, Choice<RecommendationState>(RecommendationState::Merged));
        addLink(changes, review, LinkType::MergedInto, recommendation->id, target->id);
        inheritLinks(changes, review, recommendation->id, target->id);
    }
    return changes;
}

Result<ChangeSet> supersedeRecommendation(const EditContext &context, RecommendationId newer,
                                          RecommendationId older)
{
    const Recommendation *successor = context.review.find(newer);
    const Recommendation *former = context.review.find(older);
    if (!successor || !former)
        return gone();
    if (!isStanding(*successor) || !isStanding(*former))
        return notStanding();
    if (newer == older)
        return recommendationError(ErrorCode::Refused,
                                   QT_TRANSLATE_NOOP("Edits", "A recommendation cannot take the place of itself."));
    ChangeSet changes(context.review, Cause::Edit);
    addLink(changes, context.review, LinkType::Supersedes, successor->id, former->id);
    changes.set<&Recommendation::state>(older, Choice<RecommendationState>(RecommendationState::Withdrawn));
    changes.set<&Recommendation::reason>(
        older,
        QCoreApplication::translate("Edits", "Superseded by %1.").arg(context.review.shownKey(*successor)));
    return changes;
}

Result<ChangeSet> withdrawRecommendation(const EditContext &context, RecommendationId id,
                                         const QString &reason)
{
    const Recommendation *recommendation = context.review.find(id);
    if (!recommendation)
        return gone();
    if (!isStanding(*recommendation))
        return notStanding();
    if (reason.trimmed().isEmpty())
        return recommendationError(ErrorCode::BadInput,
                                   QT_TRANSLATE_NOOP("Edits", "Say why it is withdrawn."));
    ChangeSet changes(context.review, Cause::Edit);
    changes.set<&Recommendation::state>(id, Choice<RecommendationState>(RecommendationState::Withdrawn));
    changes.set<&Recommendation::reason>(id, cleanText(reason).trimmed());
    return changes;
}

Result<ChangeSet> changeForm(const EditContext &context, RecommendationId id, RecommendationForm form,
                             const QString &reason)
{
    const Recommendation *recommendation = context.review.find(id);
    if (!recommendation)
        return gone();
    if (!isStanding(*recommendation))
        return notStanding();
    const auto now = recommendation->form.isNone()
                         ? Choice<RecommendationForm>(RecommendationForm::Recommendation)
                         : recommendation->form;
    if (now.is(form))
        return recommendationError(ErrorCode::Refused,
                                   QT_TRANSLATE_NOOP("Edits", "It is one already; nothing was changed."));
    if (reason.trimmed().isEmpty())
        return recommendationError(ErrorCode::BadInput, QT_TRANSLATE_NOOP("Edits", "Say why."));
    ChangeSet changes(context.review, Cause::Edit);
    changes.set<&Recommendation::form>(id, Choice<RecommendationForm>(form));
    changes.set<&Recommendation::reason>(id, cleanText(reason).trimmed());
    return changes;
}

QList<RecommendationId> successorsOf(const Review &review, RecommendationId start)
{
    const RecordLinks links(review);
    QList<RecommendationId> now;
    QSet<RecommendationId> seen;
    QList<RecommendationId> open{start};
    while (!open.isEmpty()) {
        const RecommendationId id = open.takeFirst();
        if (seen.contains(id))
            continue;
        seen.insert(id);
        const Recommendation *recommendation = review.find(id);
        if (recommendation && isStanding(*recommendation)) {
            now += id;
            continue;
        }
        const RecordId record(id.uuid);
        for (const auto &entry : links.to(record, LinkType::SplitFrom) +
                                     links.from(record, LinkType::MergedInto) +
                                     links.to(record, LinkType::Supersedes))
            open += RecommendationId(entry.other.uuid);
    }
    return now;
}

QList<NumberTrail> recommendationsNumbered(const Review &review, const QString &number)
{
    QList<NumberTrail> trails;
    for (const Baseline *baseline : review.all<Baseline>()) {
        for (const BaselineItem *item : review.all<BaselineItem>()) {
            if (item->baseline != BaselineId(baseline->id.uuid) || item->number != number)
                continue;
            const RecommendationId was(item->record.uuid);
            trails += NumberTrail{baseline->name, was, successorsOf(review, was)};
        }
    }
    const auto numbers = recommendationNumbers(review);
    for (auto current = numbers.cbegin(); current != numbers.cend(); ++current) {
        if (current->toText() == number)
            trails += NumberTrail{{}, current.key(), {current.key()}};
    }
    return trails;
}

} // namespace plumbline
