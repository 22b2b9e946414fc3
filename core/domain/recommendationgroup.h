#pragma once

#include "core/domain/kind.h"

namespace plumbline {

/// Recommendations that are printed under one number; its place gives that number.
struct RecommendationGroup : Record {
    static constexpr Kind kind = Kind::RecommendationGroup;

    QString title;
    QString introduction; ///< CommonMark.
    QString source;
    friend bool operator==(const RecommendationGroup &, const RecommendationGroup &) = default;
};

using RecommendationGroupId = Id<RecommendationGroup>;

} // namespace plumbline
