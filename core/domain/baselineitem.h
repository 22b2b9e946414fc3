#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct Baseline;

/// What one record was in a baseline: its display number, its dates, its material hash.
struct BaselineItem : Record {
    static constexpr Kind kind = Kind::BaselineItem;

    Id<Baseline> baseline;
    RecordId record;
    QString number; ///< The display number, frozen.
    std::optional<PartialDate> start;
    std::optional<PartialDate> target;
    std::optional<PartialDate> deadline;
    QByteArray hash;
    friend bool operator==(const BaselineItem &, const BaselineItem &) = default;
};

using BaselineItemId = Id<BaselineItem>;

} // namespace plumbline
