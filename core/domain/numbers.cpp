#include "core/domain/numbers.h"

#include "core/domain/audience.h"
#include "core/domain/recommendationgroup.h"
#include "core/domain/review.h"

#include <algorithm>

namespace plumbline {

QString RecommendationNumber::toText() const
{
    return QStringLiteral("%1.%2").arg(group).arg(item);
}

/// Only what the whole team sees is counted: what a closed group keeps must not shift the numbers others read.
static bool isPrinted(const Recommendation &recommendation)
{
    return recommendation.audience == wholeTeam && isStanding(recommendation);
}

QHash<RecommendationId, RecommendationNumber> recommendationNumbers(const Review &review)
{
    QHash<RecommendationGroupId, int> groupNumbers;
    for (const RecommendationGroup *group : review.all<RecommendationGroup>()) {
        if (group->audience != wholeTeam)
            continue;
        groupNumbers.insert(RecommendationGroupId(group->id.uuid), int(groupNumbers.size()) + 1);
    }
    QHash<int, int> items;
    QHash<RecommendationId, RecommendationNumber> numbers;
    for (const Recommendation *recommendation : review.all<Recommendation>()) {
        const int group = groupNumbers.value(recommendation->group);
        if (group > 0 && isPrinted(*recommendation))
            numbers.insert(RecommendationId(recommendation->id.uuid), {group, ++items[group]});
    }
    return numbers;
}

std::vector<const Recommendation *> recommendationsInOrder(const Review &review)
{
    const auto numbers = recommendationNumbers(review);
    std::vector<const Recommendation *> ordered = review.all<Recommendation>();
    std::stable_sort(ordered.begin(), ordered.end(), [&](const Recommendation *a, const Recommendation *b) {
        const auto numberA = numbers.constFind(RecommendationId(a->id.uuid));
        const auto numberB = numbers.constFind(RecommendationId(b->id.uuid));
        if (numberA == numbers.constEnd() || numberB == numbers.constEnd())
            return numberA != numbers.constEnd() && numberB == numbers.constEnd();
        return *numberA < *numberB;
    });
    return ordered;
}

} // namespace plumbline
