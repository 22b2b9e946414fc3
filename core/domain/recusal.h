#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct Person;

/// That a person takes no part in something, and why.
struct Recusal : Record {
    static constexpr Kind kind = Kind::Recusal;

    Id<Person> person;
    RecordId on;    ///< Any record.
    QString reason; ///< CommonMark.
    std::optional<PartialDate> date;
    QString source;
    friend bool operator==(const Recusal &, const Recusal &) = default;
};

using RecusalId = Id<Recusal>;

} // namespace plumbline
