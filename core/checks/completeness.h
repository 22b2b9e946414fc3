#pragma once

#include "core/domain/decision.h"
#include "core/domain/recommendation.h"
#include "core/domain/recordlinks.h"

#include <QStringList>

namespace plumbline {

/// How far a recommendation is filled in: the eight things a report cannot print it without.
///
/// Text, rationale, a finding it rests on, category, addressee, priority with its reason, a metric or why it
/// is deferred, and a level of consensus.
struct Completeness {
    static constexpr int total = 8;
    QStringList missing; ///< What is missing, as words within a sentence, in the order above.

    int filled() const { return total - int(missing.size()); }
    bool isComplete() const { return missing.isEmpty(); }
    /// "6 of 8; missing: addressee, metric" for tool tips and screen readers.
    QString sentence() const;
    friend bool operator==(const Completeness &, const Completeness &) = default;
};

/// True when a finding the team stands by leads to @p recommendation.
bool restsOnFinding(const Review &review, const RecordLinks &links, RecordId recommendation);

/// True from the first draft to the last call: of an idea nothing is asked yet, and what is final can no
/// longer be mended. One without a state is a draft.
bool isBeingWritten(const Recommendation &recommendation);

/// True when every part of the metric is filled in.
bool isComplete(const Metric &metric);

/// The decision that gives @p recommendation its level of consensus: the latest one of the full team linked to it that
/// designates a level and was not superseded; null when there is none.
const Decision *consensusDecision(const Review &review, const RecordLinks &links, RecordId recommendation);

Completeness completenessOf(const Review &review, const RecordLinks &links,
                            const Recommendation &recommendation);

} // namespace plumbline
