#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct Person;

/// A problem or a gate accepted with a reason, which stays on record and is printed.
struct Waiver : Record {
    static constexpr Kind kind = Kind::Waiver;

    QString check; ///< The id of the check, or of the gate.
    RecordId on;
    QString reason; ///< CommonMark.
    Id<Person> person;
    std::optional<PartialDate> date;
    QByteArray text; ///< materialHash() of the record when advice on its wording was left; else empty.
    friend bool operator==(const Waiver &, const Waiver &) = default;
};

using WaiverId = Id<Waiver>;

} // namespace plumbline
