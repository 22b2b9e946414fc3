#pragma once

#include "core/domain/kind.h"

namespace plumbline {

/// People who may see records that the rest of the team may not: the signers of the confidentiality agreement, those
/// without a conflict of interest, the leadership.
///
/// The group itself, its name and its members are known to the whole team; what is kept among them is not. Members are
/// links of type `memberof` from a Person. See audience.h.
struct ClosedGroup : Record {
    static constexpr Kind kind = Kind::ClosedGroup;

    QString title;   ///< One line: "Signers of the confidentiality agreement".
    QString purpose; ///< Why there is a group, and who may belong to it.
    QString source;
    friend bool operator==(const ClosedGroup &, const ClosedGroup &) = default;
};

using ClosedGroupId = Id<ClosedGroup>;

} // namespace plumbline
