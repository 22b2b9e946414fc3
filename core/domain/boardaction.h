#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct Recommendation;

/// What the Board did.
enum class BoardClass { Approved, ApprovedInPart, Pending, PassedThrough, Rejected };
template<>
const QList<ChoiceWord> &choiceWords<BoardClass>();

/// The addressee's formal answer to a recommendation or a part of it; repeated over time.
struct BoardAction : Record {
    static constexpr Kind kind = Kind::BoardAction;

    Id<Recommendation> recommendation;
    QString part; ///< Empty: the whole.
    Choice<BoardClass> action;
    std::optional<PartialDate> date;
    QString rationale; ///< CommonMark.
    QString source;
    friend bool operator==(const BoardAction &, const BoardAction &) = default;
};

using BoardActionId = Id<BoardAction>;

} // namespace plumbline
