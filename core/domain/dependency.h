#pragma once

#include "core/domain/dayunit.h"
#include "core/domain/kind.h"

namespace plumbline {

struct Milestone;

/// Which end waits for which.
enum class DependencyType { FS, SS, FF, SF };
template<>
const QList<ChoiceWord> &choiceWords<DependencyType>();

/// One item of the plan that waits for another.
struct Dependency : Record {
    static constexpr Kind kind = Kind::Dependency;

    Id<Milestone> from;
    Id<Milestone> to;
    Choice<DependencyType> type;
    std::optional<qint64> lag; ///< Days of @ref lagunit; negative for a lead.
    Choice<DayUnit> lagunit;   ///< None: calendar days.
    friend bool operator==(const Dependency &, const Dependency &) = default;
};

using DependencyId = Id<Dependency>;

} // namespace plumbline
