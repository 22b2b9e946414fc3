#pragma once

#include "core/domain/kind.h"

namespace plumbline {

/// An immutable named snapshot of a plan or a text.
struct Baseline : Record {
    static constexpr Kind kind = Kind::Baseline;

    QString name;
    std::optional<PartialDate> taken; ///< The day whose state it holds.
    QString purpose;
    QByteArray tips;        ///< Last transaction of each stream, 16 bytes each: the snapshot is all they build on.
    QByteArray fingerprint; ///< Of the snapshot, so that a copy can tell whether it has all of it.
    QString source;
    friend bool operator==(const Baseline &, const Baseline &) = default;
};

using BaselineId = Id<Baseline>;

} // namespace plumbline
