#pragma once

#include "core/domain/kind.h"

namespace plumbline {

/// A section of the Terms of Reference. Its scope items are records of their own.
struct TorSection : Record {
    static constexpr Kind kind = Kind::TorSection;

    QString number; ///< 1, 2, 2.1 ...
    QString title;
    QString text; ///< CommonMark.
    QString source;
    friend bool operator==(const TorSection &, const TorSection &) = default;
};

using TorSectionId = Id<TorSection>;

} // namespace plumbline
