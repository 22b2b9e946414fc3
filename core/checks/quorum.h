#pragma once

#include <QString>

#include <optional>

namespace plumbline {

/// How many members of the full team must be present for a decision: the rule `quorum`. By default none.
struct Quorum {
    int members = 0;   ///< A fixed number, when @ref percent is 0.
    int percent = 0;   ///< Of the members the team has on the day.
    bool more = false; ///< More than that share: a majority.

    /// Reads a number, `half`, `majority`, a percentage such as `60%`, or `none`; nullopt for anything else.
    static std::optional<Quorum> fromRule(const QString &rule);
    bool isNone() const { return members == 0 && percent == 0; }
    /// How many must be present of a team of that many @p members.
    int of(int members) const;
};

} // namespace plumbline
