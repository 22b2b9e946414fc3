#include "core/checks/completeness.h"

#include "core/domain/keys.h"
#include "core/domain/teamdecision.h"
#include "core/domain/trace.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Completeness", text);
}

} // namespace

bool restsOnFinding(const Review &review, const RecordLinks &links, RecordId recommendation)
{
    const auto findings = links.to(recommendation, LinkType::LeadsTo);
    return std::any_of(findings.cbegin(), findings.cend(), [&](const RecordLinks::Entry &entry) {
        return review.kindOf(entry.other) == Kind::Finding && stands(review, entry.other);
    });
}

QString Completeness::sentence() const
{
    if (isComplete())
        return tr("Complete: nothing is missing.");
    return tr("%1 of %2 are there; missing: %3.")
        .arg(QLocale().toString(filled()), QLocale().toString(total), QLocale().createSeparatedList(missing));
}

bool isBeingWritten(const Recommendation &recommendation)
{
    return isStanding(recommendation) && !recommendation.state.is(RecommendationState::Idea) &&
           !recommendation.state.is(RecommendationState::Final) &&
           !recommendation.state.is(RecommendationState::Transmitted);
}

bool isComplete(const Metric &metric)
{
    return !metric.what.isEmpty() && !metric.unit.isEmpty() && !metric.baseline.isEmpty() &&
           !metric.target.isEmpty() && metric.by && !metric.by->isOpen() && !metric.verification.isEmpty();
}

const Decision *consensusDecision(const Review &review, const RecordLinks &links, RecordId recommendation)
{
    const Decision *latest = nullptr;
    for (const RecordLinks::Entry &entry : links.to(recommendation, LinkType::Decides)) {
        const Decision *decision = review.find(DecisionId(entry.other.uuid));
        if (!decision || decision->level.isNone() ||
            !standsAsTeamDecision(links, review, DecisionId(decision->id.uuid)))
            continue;
        // A decision without a date was written down before its date was: any dated one is later. Of two of one day the
        // one recorded last counts.
        const bool sameDay = latest && latest->date == decision->date && keyLess(latest->key, decision->key);
        if (!latest || sameDay || (!latest->date && decision->date) ||
            (latest->date && decision->date && *latest->date < *decision->date))
            latest = decision;
    }
    return latest;
}

Completeness completenessOf(const Review &review, const RecordLinks &links,
                            const Recommendation &recommendation)
{
    Completeness result;
    const auto demand = [&](bool there, const QString &name) {
        if (!there)
            result.missing += name;
    };
    demand(!recommendation.text.trimmed().isEmpty(), tr("text"));
    demand(!recommendation.rationale.trimmed().isEmpty(), tr("rationale"));
    demand(restsOnFinding(review, links, recommendation.id), tr("a finding it rests on"));
    demand(!recommendation.category.isNone(), tr("category"));
    demand(!recommendation.addressee.trimmed().isEmpty(), tr("addressee"));
    demand(!recommendation.priority.level.isNone() && !recommendation.priority.reason.trimmed().isEmpty(),
           tr("priority with its reason"));
    demand(isComplete(recommendation.metric) || !recommendation.deferred.trimmed().isEmpty(),
           tr("metric or why it is deferred"));
    demand(consensusDecision(review, links, recommendation.id), tr("level of consensus"));
    return result;
}

} // namespace plumbline
