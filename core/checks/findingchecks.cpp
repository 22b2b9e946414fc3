// What is watched about findings, their presentation to the full team, and its feedback.

#include "core/checks/check.h"

#include "core/checks/wording.h"
#include "core/domain/feedbackpoint.h"
#include "core/domain/finding.h"
#include "core/domain/linkstate.h"
#include "core/domain/meeting.h"
#include "core/domain/presentation.h"
#include "core/domain/teamdecision.h"
#include "core/domain/trace.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

/// The findings the team still stands by.
static std::vector<const Finding *> standing(const Review &review)
{
    std::vector<const Finding *> findings = review.all<Finding>();
    std::erase_if(findings, [](const Finding *finding) { return finding->state.is(FindingState::Dropped); });
    return findings;
}

/// Whether one of the entries leads to a record that stands.
static bool leadsToStanding(const Review &review, const QList<RecordLinks::Entry> &entries,
                      const QList<Kind> &kinds)
{
    return std::any_of(entries.cbegin(), entries.cend(), [&](const RecordLinks::Entry &entry) {
        return stands(review, entry.other) && kinds.contains(*review.kindOf(entry.other));
    });
}

static void source(const CheckContext &context, QList<Problem> &problems)
{
    for (const Finding *finding : standing(context.review)) {
        if (leadsToStanding(context.review, context.links().to(finding->id, LinkType::Supports),
                      {Kind::DataSource, Kind::Message, Kind::PriorRecommendation}))
            continue;
        problems += problemOn(*finding,
                              QCoreApplication::translate("Checks", "%1 rests on no data source.")
                                  .arg(nameOf(context.review, *finding)),
                              QCoreApplication::translate("Checks", "Link the sources it rests on."));
    }
}

static void methodology(const CheckContext &context, QList<Problem> &problems)
{
    for (const Finding *finding : standing(context.review)) {
        if (!finding->methodology.trimmed().isEmpty())
            continue;
        problems += problemOn(*finding,
                              QCoreApplication::translate("Checks", "%1 does not say how it was reached.")
                                  .arg(nameOf(context.review, *finding)),
                              QCoreApplication::translate("Checks", "Write down the methodology."));
    }
}

static void presented(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    for (const Finding *finding : standing(review)) {
        const Meeting *named = review.find(finding->presented);
        bool shown = named ? !isOfSubTeam(review, finding->presented)
                           : !finding->presented.isNull() && !review.findAny(RecordId(finding->presented.uuid));
        bool current = shown; // Of a mere date nothing is known of the text.
        const auto presentations = context.links().to(finding->id, LinkType::Concerns);
        bool first = true;
        for (const RecordLinks::Entry &entry : presentations) {
            const Link *link = review.find(entry.link);
            const Presentation *presentation = review.find(PresentationId(entry.other.uuid));
            if (!presentation || !link || isOfSubTeam(review, presentation->meeting))
                continue;
            const bool same = linkState(review, *link) != LinkState::Suspect;
            current = first ? same : current || same;
            shown = true;
            first = false;
        }
        if (!shown) {
            problems +=
                problemOn(*finding,
                          QCoreApplication::translate("Checks", "%1 was never presented to the full team.")
                              .arg(nameOf(review, *finding)),
                          QCoreApplication::translate("Checks", "Present it, with its methodology."));
        } else if (!current) {
            problems += problemOn(
                *finding,
                QCoreApplication::translate("Checks", "%1 changed since it was presented to the full team.")
                    .arg(nameOf(review, *finding)),
                QCoreApplication::translate(
                    "Checks", "Present the new text, or confirm that the change does not matter."));
        }
    }
}

static void feedback(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    for (const FeedbackPoint *point : review.all<FeedbackPoint>()) {
        if (!point->outcome.isNone() && !point->how.trimmed().isEmpty())
            continue;
        problems += problemOn(
            *point,
            (point->outcome.isNone()
                 ? QCoreApplication::translate("Checks", "%1 is not answered.")
                 : QCoreApplication::translate("Checks", "%1 is answered, but not how or why."))
                .arg(nameOf(review, *point)),
            QCoreApplication::translate("Checks", "Say whether it was incorporated, and how or why not."));
    }
}

static void leads(const CheckContext &context, QList<Problem> &problems)
{
    for (const Finding *finding : standing(context.review)) {
        if (!finding->state.is(FindingState::Agreed))
            continue;
        if (leadsToStanding(context.review, context.links().from(finding->id, LinkType::LeadsTo),
                      {Kind::Recommendation}))
            continue;
        problems += problemOn(
            *finding,
            QCoreApplication::translate("Checks", "%1 is agreed and leads to no recommendation.")
                .arg(nameOf(context.review, *finding)),
            QCoreApplication::translate("Checks", "Link what it leads to, or accept it with a reason."));
    }
}

static void anyFinding(const CheckContext &context, QList<Problem> &problems)
{
    if (standing(context.review).empty())
        problemOfNone(context, Phase::Analysis, QCoreApplication::translate("Checks", "There is no finding yet."),
                      QCoreApplication::translate("Checks", "Write down what the sub-teams have found."), problems);
}

const QList<Check> &findingChecks()
{
    static const QList<Check> checks{
        {"finding.any",
         ProblemLevel::Hint,
         {Kind::Review, Kind::Finding},
         false,
         anyFinding,
         QT_TRANSLATE_NOOP("Checks", "The analysis ends in findings.")},
        {"finding.source",
         ProblemLevel::Error,
         {Kind::Finding, Kind::Link, Kind::DataSource, Kind::Message, Kind::PriorRecommendation},
         false,
         source,
         QT_TRANSLATE_NOOP("Checks", "A finding rests on at least one data source.")},
        {"finding.methodology",
         ProblemLevel::Error,
         {Kind::Finding},
         false,
         methodology,
         QT_TRANSLATE_NOOP("Checks", "A finding says how it was reached.")},
        {"finding.presented",
         ProblemLevel::Warning,
         {Kind::Finding, Kind::Meeting, Kind::Presentation, Kind::Link},
         false,
         presented,
         QT_TRANSLATE_NOOP("Checks", "A finding was presented to the full team as it stands.")},
        {"finding.feedback",
         ProblemLevel::Error,
         {Kind::FeedbackPoint},
         false,
         feedback,
         QT_TRANSLATE_NOOP("Checks",
                           "Every feedback point is answered: incorporated and how, or not and why.")},
        {"finding.leads",
         ProblemLevel::Warning,
         {Kind::Finding, Kind::Recommendation, Kind::Link},
         false,
         leads,
         QT_TRANSLATE_NOOP("Checks", "An agreed finding leads to a recommendation.")},
    };
    return checks;
}

} // namespace plumbline
