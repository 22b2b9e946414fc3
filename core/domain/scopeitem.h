#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct Decision;

/// Why an item is in scope.
enum class ScopeOrigin { Mandated, Chosen };
template<>
const QList<ChoiceWord> &choiceWords<ScopeOrigin>();

/// A numbered part of the Terms of Reference.
struct ScopeItem : Record {
    static constexpr Kind kind = Kind::ScopeItem;

    QString number;
    QString title;
    QString text; ///< CommonMark.
    Choice<ScopeOrigin> origin;
    Id<Decision> adopted;
    QString source;
    friend bool operator==(const ScopeItem &, const ScopeItem &) = default;
};

using ScopeItemId = Id<ScopeItem>;

} // namespace plumbline
