#pragma once

#include "core/domain/kind.h"

namespace plumbline {

/// A rule of this review as data: copied from the template when the review is made, so a newer program never
/// changes it.
struct Rule : Record {
    static constexpr Kind kind = Kind::Rule;

    QString name; ///< For ever: minCommentDays.
    QString title;
    QString value;
    QString unit;
    QString source; ///< Where the value is laid down, as a reader would cite it.
    QString edition;
    QString explanation; ///< CommonMark.
    friend bool operator==(const Rule &, const Rule &) = default;
};

using RuleId = Id<Rule>;

} // namespace plumbline
