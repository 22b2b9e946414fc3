#pragma once

#include "core/domain/kind.h"

namespace plumbline {

/// A word the team sorts records by. Which records: links *tagged*.
struct Tag : Record {
    static constexpr Kind kind = Kind::Tag;

    QString name;
    QString meaning;
    friend bool operator==(const Tag &, const Tag &) = default;
};

using TagId = Id<Tag>;

} // namespace plumbline
