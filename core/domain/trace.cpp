#include "core/domain/trace.h"

#include "core/domain/numbers.h"
#include "core/domain/review.h"

#include <QSet>

#include <algorithm>

namespace plumbline {

bool stands(const Review &review, RecordId id)
{
    if (const DataSource *source = review.find(DataSourceId(id.uuid)))
        return !source->state.is(SourceState::Withdrawn) && !source->state.is(SourceState::NotUsed);
    if (const Finding *finding = review.find(FindingId(id.uuid)))
        return !finding->state.is(FindingState::Dropped);
    if (const Recommendation *recommendation = review.find(RecommendationId(id.uuid)))
        return isStanding(*recommendation);
    return review.find(id);
}

static QList<RecordLinks::Entry> standing(const Review &review, const QList<RecordLinks::Entry> &entries)
{
    QList<RecordLinks::Entry> kept;
    std::copy_if(entries.cbegin(), entries.cend(), std::back_inserter(kept),
                 [&](const RecordLinks::Entry &entry) { return stands(review, entry.other); });
    return kept;
}

Fall fallsWithout(const Review &review, const RecordLinks &links, DataSourceId source)
{
    Fall fall;
    QSet<RecordId> fallen;
    for (const RecordLinks::Entry &entry :
         standing(review, links.from(RecordId(source.uuid), LinkType::Supports))) {
        const auto grounds = standing(review, links.to(entry.other, LinkType::Supports));
        if (std::any_of(grounds.cbegin(), grounds.cend(), [&](const RecordLinks::Entry &ground) {
                return ground.other != RecordId(source.uuid);
            }))
            continue;
        fall.findings += FindingId(entry.other.uuid);
        fallen.insert(entry.other);
    }
    QSet<RecordId> seen;
    for (const FindingId finding : std::as_const(fall.findings)) {
        for (const RecordLinks::Entry &entry :
             standing(review, links.from(RecordId(finding.uuid), LinkType::LeadsTo))) {
            const auto grounds = standing(review, links.to(entry.other, LinkType::LeadsTo));
            const bool falls =
                std::all_of(grounds.cbegin(), grounds.cend(),
                            [&](const RecordLinks::Entry &ground) { return fallen.contains(ground.other); });
            if (falls && !seen.contains(entry.other) && review.kindOf(entry.other) == Kind::Recommendation) {
                seen.insert(entry.other);
                fall.recommendations += RecommendationId(entry.other.uuid);
            }
        }
    }
    return fall;
}

/// The rows of a finding that leads to @p recommendation, or nowhere.
static void addFinding(const Review &review, const RecordLinks &links, FindingId finding,
                       RecommendationId recommendation, LinkId leadsTo, QList<ChainRow> &rows)
{
    const auto sources = standing(review, links.to(RecordId(finding.uuid), LinkType::Supports));
    for (const RecordLinks::Entry &source : sources)
        rows += ChainRow{source.other, finding, recommendation, source.link, leadsTo};
    if (sources.isEmpty())
        rows += ChainRow{{}, finding, recommendation, {}, leadsTo};
}

QList<ChainRow> chain(const Review &review, const RecordLinks &links)
{
    QList<ChainRow> rows;
    for (const Recommendation *recommendation : recommendationsInOrder(review)) {
        if (!isStanding(*recommendation))
            continue;
        const RecommendationId id(recommendation->id.uuid);
        bool rests = false;
        for (const RecordLinks::Entry &ground :
             standing(review, links.to(recommendation->id, LinkType::LeadsTo))) {
            if (review.kindOf(ground.other) != Kind::Finding)
                continue;
            addFinding(review, links, FindingId(ground.other.uuid), id, ground.link, rows);
            rests = true;
        }
        if (!rests)
            rows += ChainRow{{}, {}, id, {}, {}};
    }
    for (const Finding *finding : review.all<Finding>()) {
        if (finding->state.is(FindingState::Dropped))
            continue;
        const auto leads = standing(review, links.from(finding->id, LinkType::LeadsTo));
        if (leads.isEmpty())
            addFinding(review, links, FindingId(finding->id.uuid), {}, {}, rows);
    }
    return rows;
}

} // namespace plumbline
