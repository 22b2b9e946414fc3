#pragma once

#include "core/domain/kind.h"

namespace plumbline {

/// Somebody with a part in the review.
struct Person : Record {
    static constexpr Kind kind = Kind::Person;

    QString name;
    QString affiliation;
    QString group; ///< The supporting organisation or advisory committee that sent the person.
    QString email;
    QString country;
    friend bool operator==(const Person &, const Person &) = default;
};

using PersonId = Id<Person>;

} // namespace plumbline
