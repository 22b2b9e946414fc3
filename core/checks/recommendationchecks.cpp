// What is watched about recommendations while they are being written: from the first draft to the last call.
// Of an idea nothing is asked yet, and what has been published as final can no longer be mended.

#include "core/checks/check.h"

#include "core/checks/completeness.h"
#include "core/checks/teamstate.h"
#include "core/checks/wording.h"
#include "core/domain/audience.h"
#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "core/domain/implementabilityinput.h"
#include "core/domain/linkstate.h"
#include "core/domain/materialhash.h"
#include "core/domain/membership.h"
#include "core/domain/numbers.h"
#include "core/domain/subteam.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace plumbline {

/// Recommendations proper among them: a suggestion needs no formal answer and no measure.
static std::vector<const Recommendation *> written(const Review &review, bool suggestionsToo = true)
{
    std::vector<const Recommendation *> all = review.all<Recommendation>();
    std::erase_if(all, [&](const Recommendation *recommendation) {
        const bool suggestion = recommendation->form.is(RecommendationForm::Suggestion);
        return !isBeingWritten(*recommendation) || (suggestion && !suggestionsToo);
    });
    return all;
}

static bool isShared(const Recommendation &recommendation)
{
    return recommendation.state.value && !recommendation.state.is(RecommendationState::Idea) &&
           !recommendation.state.is(RecommendationState::Draft);
}

static void text(const CheckContext &context, QList<Problem> &problems)
{
    for (const Recommendation *recommendation : written(context.review)) {
        if (recommendation->text.trimmed().isEmpty())
            problems += problemOn(*recommendation,
                                  QCoreApplication::translate("Checks", "%1 has no text.")
                                      .arg(nameOf(context.review, *recommendation)),
                                  QCoreApplication::translate("Checks", "Write down what is recommended."));
    }
}

static void rationale(const CheckContext &context, QList<Problem> &problems)
{
    for (const Recommendation *recommendation : written(context.review)) {
        if (recommendation->rationale.trimmed().isEmpty())
            problems += problemOn(*recommendation,
                                  QCoreApplication::translate("Checks", "%1 has no rationale.")
                                      .arg(nameOf(context.review, *recommendation)),
                                  QCoreApplication::translate("Checks", "Write down why it is recommended."));
    }
}

static void metric(const CheckContext &context, QList<Problem> &problems)
{
    for (const Recommendation *recommendation : written(context.review, false)) {
        if (isComplete(recommendation->metric) || !recommendation->deferred.trimmed().isEmpty())
            continue;
        problems += problemOn(
            *recommendation,
            (recommendation->metric == Metric()
                 ? QCoreApplication::translate("Checks", "%1 has no metric, and no reason to defer one.")
                 : QCoreApplication::translate("Checks", "%1 has a metric that is not complete."))
                .arg(nameOf(context.review, *recommendation)),
            QCoreApplication::translate("Checks",
                                        "Say how success will be measured, or why that is deferred."));
    }
}

static void finding(const CheckContext &context, QList<Problem> &problems)
{
    for (const Recommendation *recommendation : written(context.review)) {
        if (restsOnFinding(context.review, context.links(), recommendation->id))
            continue;
        problems += problemOn(*recommendation,
                              QCoreApplication::translate("Checks", "%1 rests on no finding.")
                                  .arg(nameOf(context.review, *recommendation)),
                              QCoreApplication::translate("Checks", "Link the findings that lead to it."));
    }
}

static void category(const CheckContext &context, QList<Problem> &problems)
{
    for (const Recommendation *recommendation : written(context.review)) {
        if (context.review.conflict(recommendation->id, "category")) {
            problems += problemOn(*recommendation,
                                  QCoreApplication::translate("Checks", "%1 was put into both categories.")
                                      .arg(nameOf(context.review, *recommendation)),
                                  QCoreApplication::translate(
                                      "Checks", "Split it: one part for staff, one for policy development."));
        } else if (recommendation->category.raw.compare(QStringLiteral("both"), Qt::CaseInsensitive) == 0) {
            problems += problemOn(*recommendation,
                                  QCoreApplication::translate("Checks", "%1 is in both categories.")
                                      .arg(nameOf(context.review, *recommendation)),
                                  QCoreApplication::translate(
                                      "Checks", "Split it: one part for staff, one for policy development."));
        } else if (!recommendation->category.value) {
            problems +=
                problemOn(*recommendation,
                          QCoreApplication::translate("Checks", "%1 has no category.")
                              .arg(nameOf(context.review, *recommendation)),
                          QCoreApplication::translate(
                              "Checks", "Say whether staff can carry it out, or a policy is needed first."));
        }
    }
}

/// Everybody is nobody: words for an addressee who cannot act.
static bool isEverybody(const QString &addressee)
{
    static const QStringList everybody{QStringLiteral("the community"),
                                       QStringLiteral("community"),
                                       QStringLiteral("icann community"),
                                       QStringLiteral("the icann community"),
                                       QStringLiteral("all stakeholders"),
                                       QStringLiteral("stakeholders"),
                                       QStringLiteral("everybody"),
                                       QStringLiteral("everyone"),
                                       QStringLiteral("all")};
    if (addressee.size() > 40)
        return false; // Longer than any of them, with whatever marks around it.
    QString plain;
    for (const QChar letter : addressee) {
        if (letter.isLetter() || letter.isSpace())
            plain += letter.toLower();
    }
    return everybody.contains(plain.simplified());
}

static void addressee(const CheckContext &context, QList<Problem> &problems)
{
    for (const Recommendation *recommendation : written(context.review)) {
        if (recommendation->addressee.trimmed().isEmpty())
            problems += problemOn(*recommendation,
                                  QCoreApplication::translate("Checks", "%1 has no addressee.")
                                      .arg(nameOf(context.review, *recommendation)),
                                  QCoreApplication::translate("Checks", "Name the body that must act."));
        else if (isEverybody(recommendation->addressee))
            problems += problemOn(
                *recommendation,
                QCoreApplication::translate("Checks", "%1 is addressed to “%2”, so to nobody who must act.")
                    .arg(nameOf(context.review, *recommendation), recommendation->addressee.simplified()),
                QCoreApplication::translate("Checks", "Name the body that must act."));
    }
}

static void priority(const CheckContext &context, QList<Problem> &problems)
{
    for (const Recommendation *recommendation : written(context.review, false)) {
        if (recommendation->priority.level.isNone())
            problems += problemOn(*recommendation,
                                  QCoreApplication::translate("Checks", "%1 has no priority.")
                                      .arg(nameOf(context.review, *recommendation)),
                                  QCoreApplication::translate("Checks", "Give it a priority, and say why."));
        else if (recommendation->priority.reason.trimmed().isEmpty())
            problems +=
                problemOn(*recommendation,
                          QCoreApplication::translate("Checks", "%1 has a priority and no reason for it.")
                              .arg(nameOf(context.review, *recommendation)),
                          QCoreApplication::translate("Checks", "Say why it has this priority."));
    }
}

static void topPriority(const CheckContext &context, QList<Problem> &problems)
{
    const auto all = written(context.review, false);
    const auto top = std::count_if(all.begin(), all.end(), [](const Recommendation *one) {
        return one->priority.level.is(Level::High);
    });
    const Record *record = context.review.find(RecordId(context.review.uuid()));
    constexpr int few = 5; // Of fewer nobody needs an order.
    if (!record || int(all.size()) < few || 2 * top <= int(all.size()))
        return;
    problems += problemOn(*record,
                          QCoreApplication::translate("Checks",
                                                      "%1 of %n recommendation(s) have the highest priority.",
                                                      nullptr, int(all.size()))
                              .arg(top),
                          QCoreApplication::translate("Checks", "Say which of them come first."));
}

/// The answers that count: of Board and of staff, each the latest that was answered.
static void implementability(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    QHash<RecommendationId, QHash<AskedOf, QList<const ImplementabilityInput *>>> answers;
    for (const ImplementabilityInput *input : review.all<ImplementabilityInput>()) {
        if (input->askedof.value && !input->answer.trimmed().isEmpty())
            answers[input->recommendation][*input->askedof.value] += input;
    }
    for (const Recommendation *recommendation : written(review, false)) {
        if (!isShared(*recommendation))
            continue;
        const auto given = answers.value(RecommendationId(recommendation->id.uuid));
        QStringList missing;
        QStringList stale;
        const QByteArray now = materialHash(Kind::Recommendation, *recommendation);
        for (const AskedOf whom : {AskedOf::Board, AskedOf::Staff}) {
            const auto inputs = given.value(whom);
            const QString name =
                QCoreApplication::translate("Choice", choiceWords<AskedOf>().at(int(whom)).label);
            if (inputs.isEmpty())
                missing += name;
            else if (std::none_of(inputs.cbegin(), inputs.cend(), [&](const ImplementabilityInput *input) {
                         return input->askedtext.isEmpty() || input->askedtext == now;
                     }))
                stale += name;
        }
        const QLocale locale;
        if (!missing.isEmpty())
            problems += problemOn(
                *recommendation,
                QCoreApplication::translate("Checks", "%1 has no input on its implementability from: %2.")
                    .arg(nameOf(review, *recommendation), locale.createSeparatedList(missing)),
                QCoreApplication::translate("Checks", "Ask them, and record the answer."));
        else if (!stale.isEmpty())
            problems +=
                problemOn(*recommendation,
                          QCoreApplication::translate(
                              "Checks", "%1 changed since its implementability was answered by: %2.")
                              .arg(nameOf(review, *recommendation), locale.createSeparatedList(stale)),
                          QCoreApplication::translate("Checks", "Ask whether the answer still holds."));
    }
}

/// What nobody has shared cannot be agreed on.
static void shared(const CheckContext &context, QList<Problem> &problems)
{
    for (const Recommendation *recommendation : written(context.review)) {
        if (isShared(*recommendation))
            continue;
        problems += problemOn(*recommendation,
                              QCoreApplication::translate("Checks", "%1 is a draft that was not shared with the full team.")
                                  .arg(nameOf(context.review, *recommendation)),
                              QCoreApplication::translate("Checks", "Share it, or withdraw it with a reason."));
    }
}

static void sharedByLead(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    for (const Recommendation *recommendation : written(review)) {
        if (!isShared(*recommendation) || recommendation->subteam.isNull())
            continue;
        if (recommendation->sharedby.isNull()) {
            if (recommendation->state.is(RecommendationState::Shared))
                problems += problemOn(
                    *recommendation,
                    QCoreApplication::translate("Checks", "Who shared %1 with the full team is not recorded.")
                        .arg(nameOf(review, *recommendation)),
                    QCoreApplication::translate("Checks", "Let the lead of its sub-team share it."));
            continue;
        }
        const QDate day = recommendation->shared && !recommendation->shared->isOpen()
                              ? recommendation->shared->first
                              : context.today;
        const auto memberships = review.all<Membership>();
        const bool led =
            std::any_of(memberships.begin(), memberships.end(), [&](const Membership *membership) {
                return membership->person == recommendation->sharedby &&
                       membership->subteam == recommendation->subteam && membership->role.is(Role::Lead) &&
                       isCurrent(*membership, day);
            });
        const Person *person = review.find(recommendation->sharedby);
        if (led || !person)
            continue;
        problems += problemOn(
            *recommendation,
            QCoreApplication::translate("Checks", "%1 was shared by %2, who did not lead its sub-team.")
                .arg(nameOf(review, *recommendation), nameOf(review, *person)),
            QCoreApplication::translate("Checks", "Let the lead of its sub-team share it."));
    }
}

static void idea(const CheckContext &context, QList<Problem> &problems)
{
    for (const Recommendation *recommendation : context.review.all<Recommendation>()) {
        if (recommendation->state.is(RecommendationState::Idea))
            problems +=
                problemOn(*recommendation,
                          QCoreApplication::translate("Checks", "%1 is still an idea.")
                              .arg(nameOf(context.review, *recommendation)),
                          QCoreApplication::translate("Checks", "Draft it, or withdraw it with a reason."));
    }
}

static void level(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    for (const Recommendation *recommendation : written(review)) {
        if (!isShared(*recommendation))
            continue;
        const Decision *decision = consensusDecision(review, context.links(), recommendation->id);
        if (!decision) {
            problems += problemOn(*recommendation,
                                  QCoreApplication::translate("Checks", "%1 has no level of consensus.")
                                      .arg(nameOf(review, *recommendation)),
                                  QCoreApplication::translate(
                                      "Checks", "Record what the full team decided, and with which level."));
            continue;
        }
        for (const RecordLinks::Entry &entry : context.links().to(recommendation->id, LinkType::Decides)) {
            const Link *link = review.find(entry.link);
            if (entry.other == decision->id && link && linkState(review, *link) == LinkState::Suspect)
                problems += problemOn(
                    *recommendation,
                    QCoreApplication::translate("Checks", "%1 changed since %2 gave it a level of consensus.")
                        .arg(nameOf(review, *recommendation), nameOf(review, *decision)),
                    QCoreApplication::translate(
                        "Checks", "Ask the full team again, or confirm that the change does not matter."));
        }
    }
}

/// Whether a number readers know leads on: to the record as it is, or over what it became to something that stands or
/// was withdrawn with a reason.
static bool leadsOn(const CheckContext &context, const Recommendation &first)
{
    const auto &links = context.links();
    QSet<RecordId> seen;
    QList<const Recommendation *> open{&first};
    while (!open.isEmpty()) {
        const Recommendation *one = open.takeLast();
        if (!one || one->life == Life::Deleted || seen.contains(one->id))
            continue;
        seen.insert(one->id);
        if (isStanding(*one))
            return true;
        if (one->state.is(RecommendationState::Withdrawn) && !one->reason.trimmed().isEmpty())
            return true;
        const auto next = one->state.is(RecommendationState::Merged)  ? links.from(one->id, LinkType::MergedInto)
                          : one->state.is(RecommendationState::Split) ? links.to(one->id, LinkType::SplitFrom)
                                                                      : links.to(one->id, LinkType::Supersedes);
        for (const RecordLinks::Entry &entry : next)
            open += context.review.find(RecommendationId(entry.other.uuid));
    }
    return false;
}

static void number(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    QSet<RecordId> told;
    for (const BaselineItem *item : review.all<BaselineItem>()) {
        const Record *record =
            item->number.isEmpty() || told.contains(item->record) ? nullptr : review.findAny(item->record);
        if (!record || review.kindOf(record->id) != Kind::Recommendation)
            continue;
        const auto &recommendation = static_cast<const Recommendation &>(*record);
        if (leadsOn(context, recommendation))
            continue;
        told.insert(record->id);
        const Baseline *baseline = review.find(item->baseline);
        problems += problemOn(
            *record,
            QCoreApplication::translate("Checks",
                                        "Number %1 of “%2” leads nowhere: what became of %3 is not recorded.")
                .arg(item->number, baseline ? baseline->name : QString(), nameOf(review, *record)),
            QCoreApplication::translate("Checks", "Withdraw it with a reason, or link what it became."));
    }
}

static void anyRecommendation(const CheckContext &context, QList<Problem> &problems)
{
    const auto all = context.review.all<Recommendation>();
    if (std::none_of(all.begin(), all.end(), [](const Recommendation *one) { return isStanding(*one); }))
        problemOfNone(context, Phase::Drafting,
                      QCoreApplication::translate("Checks", "There is no recommendation yet."),
                      QCoreApplication::translate("Checks", "Draft what the findings lead to."), problems);
}

const QList<Check> &recommendationChecks()
{
    const QList<Kind> own{Kind::Recommendation};
    static const QList<Check> checks{
        {"recommendation.any",
         ProblemLevel::Hint,
         {Kind::Review, Kind::Recommendation},
         false,
         anyRecommendation,
         QT_TRANSLATE_NOOP("Checks", "A review ends in recommendations.")},
        {"recommendation.text", ProblemLevel::Error, own, false, text,
         QT_TRANSLATE_NOOP("Checks", "A recommendation has a text.")},
        {"recommendation.rationale", ProblemLevel::Error, own, false, rationale,
         QT_TRANSLATE_NOOP("Checks", "A recommendation has a rationale.")},
        {"recommendation.metric", ProblemLevel::Error, own, false, metric,
         QT_TRANSLATE_NOOP("Checks",
                           "A recommendation has a whole metric, or a recorded reason to defer it.")},
        {"recommendation.finding",
         ProblemLevel::Error,
         {Kind::Recommendation, Kind::Finding, Kind::Link},
         false,
         finding,
         QT_TRANSLATE_NOOP("Checks", "A recommendation rests on a finding.")},
        {"recommendation.category", ProblemLevel::Error, own, false, category,
         QT_TRANSLATE_NOOP("Checks", "A recommendation has exactly one of the two categories.")},
        {"recommendation.addressee", ProblemLevel::Error, own, false, addressee,
         QT_TRANSLATE_NOOP("Checks", "A recommendation names the body that must act.")},
        {"recommendation.priority", ProblemLevel::Error, own, false, priority,
         QT_TRANSLATE_NOOP("Checks", "A recommendation has a priority with a reason.")},
        {"recommendation.topPriority", ProblemLevel::Hint, own, false, topPriority,
         QT_TRANSLATE_NOOP("Checks",
                           "The highest priority is given to no more than half of the recommendations.")},
        {"recommendation.implementability",
         ProblemLevel::Warning,
         {Kind::Recommendation, Kind::ImplementabilityInput},
         false,
         implementability,
         QT_TRANSLATE_NOOP("Checks", "Board and staff have said how a shared recommendation can be carried "
                                     "out, on the text it has.")},
        {"recommendation.shared", ProblemLevel::Hint, own, false, shared,
         QT_TRANSLATE_NOOP("Checks", "A draft is shared with the full team.")},
        {"recommendation.sharedByLead",
         ProblemLevel::Warning,
         {Kind::Recommendation, Kind::Membership, Kind::Person},
         true,
         sharedByLead,
         QT_TRANSLATE_NOOP("Checks",
                           "The lead of a sub-team shares its recommendations with the full team.")},
        {"recommendation.idea", ProblemLevel::Hint, own, false, idea,
         QT_TRANSLATE_NOOP("Checks", "An idea becomes a draft or is withdrawn.")},
        {"recommendation.number",
         ProblemLevel::Error,
         {Kind::Recommendation, Kind::Baseline, Kind::BaselineItem, Kind::Link},
         false,
         number,
         QT_TRANSLATE_NOOP("Checks",
                           "Every number of an earlier report leads to what became of the recommendation.")},
        {"consensus.level",
         ProblemLevel::Error,
         {Kind::Recommendation, Kind::Decision, Kind::Meeting, Kind::Link},
         false,
         level,
         QT_TRANSLATE_NOOP("Checks",
                           "A shared recommendation has a level of consensus, on the text it has.")},
    };
    return checks;
}

} // namespace plumbline
