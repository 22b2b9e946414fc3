#pragma once

#include "core/domain/datasource.h"
#include "core/domain/finding.h"
#include "core/domain/recommendation.h"
#include "core/domain/recordlinks.h"

namespace plumbline {

/// Whether something can rest on a record, or a record can be led to: it is on record, and the team has not given it
/// up. A source that is withdrawn or not used, a finding that was dropped and a recommendation that was withdrawn, split
/// or merged do not stand.
bool stands(const Review &review, RecordId record);

/// What would lose its ground if a data source were taken away.
struct Fall {
    QList<FindingId> findings; ///< Those that rest on nothing else.
    QList<RecommendationId> recommendations; ///< Those that rest only on such findings.
    bool isEmpty() const { return findings.isEmpty() && recommendations.isEmpty(); }
};
/// Dropped findings and recommendations that do not stand any more are not counted, neither as ground nor as falling.
Fall fallsWithout(const Review &review, const RecordLinks &links, DataSourceId source);

/// One way from evidence to a recommendation, as far as it goes: a null id is a gap.
struct ChainRow {
    RecordId source; ///< Data source, message or prior recommendation.
    FindingId finding;
    RecommendationId recommendation;
    LinkId supports;
    LinkId leadsTo;
    friend bool operator==(const ChainRow &, const ChainRow &) = default;
};
/// Every way from evidence over findings to recommendations, in the order of recommendations, then findings, then sources;
/// what leads nowhere comes last. Sources nothing rests on are not listed. O(records + links).
QList<ChainRow> chain(const Review &review, const RecordLinks &links);

} // namespace plumbline
