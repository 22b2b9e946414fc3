#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct Meeting;

/// Something a meeting asked somebody to do.
struct ActionItem : Record {
    static constexpr Kind kind = Kind::ActionItem;

    QString text;   ///< CommonMark.
    QString number; ///< As the team numbers its action items.
    QString category;
    Id<Meeting> meeting;
    QString owner;
    std::optional<PartialDate> requested;
    std::optional<PartialDate> due; ///< May be TBD.
    QString progress;
    std::optional<PartialDate> done;
    QString source;
    friend bool operator==(const ActionItem &, const ActionItem &) = default;
};

using ActionItemId = Id<ActionItem>;

} // namespace plumbline
