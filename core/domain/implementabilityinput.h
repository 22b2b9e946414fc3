#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct Recommendation;

/// Whom the team asks.
enum class AskedOf { Board, Staff };
template<>
const QList<ChoiceWord> &choiceWords<AskedOf>();

/// What Board or staff say about how a recommendation can be carried out.
struct ImplementabilityInput : Record {
    static constexpr Kind kind = Kind::ImplementabilityInput;

    Id<Recommendation> recommendation;
    Choice<AskedOf> askedof;
    QString question; ///< CommonMark.
    std::optional<PartialDate> asked;
    QByteArray askedtext; ///< materialHash() of the recommendation then.
    QString answer;       ///< CommonMark.
    std::optional<PartialDate> answered;
    QString reaction; ///< CommonMark.
    QString source;
    friend bool operator==(const ImplementabilityInput &, const ImplementabilityInput &) = default;
};

using ImplementabilityInputId = Id<ImplementabilityInput>;

} // namespace plumbline
