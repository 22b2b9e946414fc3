#pragma once

#include "core/domain/recommendation.h"

#include <QHash>

namespace plumbline {

class Review;

/// The number a recommendation is printed under: 7.4 is the fourth item of the seventh group.
///
/// Orders as a reader expects: 9.2 before 10.1. Computed from the order of groups and items; nothing stores
/// it but a baseline, which freezes it in its items.
struct RecommendationNumber {
    int group = 0;
    int item = 0;
    QString toText() const;
    friend auto operator<=>(const RecommendationNumber &, const RecommendationNumber &) = default;
};

/// The numbers of all living recommendations that stand in a group and are not withdrawn, split or merged
/// away.
QHash<RecommendationId, RecommendationNumber> recommendationNumbers(const Review &review);

/// The recommendations in the order of their numbers; those without one after them, in the order of
/// Review::list().
std::vector<const Recommendation *> recommendationsInOrder(const Review &review);

} // namespace plumbline
