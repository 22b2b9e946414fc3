#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct Person;

/// What a person declares about whom she works for and what she has at stake.
struct InterestStatement : Record {
    static constexpr Kind kind = Kind::InterestStatement;

    Id<Person> person;
    std::optional<PartialDate> date;
    QString text; ///< CommonMark.
    QString url;
    QString source;
    friend bool operator==(const InterestStatement &, const InterestStatement &) = default;
};

using InterestStatementId = Id<InterestStatement>;

} // namespace plumbline
