#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct Meeting;
struct Person;
struct SubTeam;

/// A lead's dated note to the full team about how the work goes.
struct ReportBack : Record {
    static constexpr Kind kind = Kind::ReportBack;

    Id<SubTeam> subteam;
    std::optional<PartialDate> date;
    Id<Person> by;
    Id<Meeting> meeting;
    QString text; ///< CommonMark.
    QString source;
    friend bool operator==(const ReportBack &, const ReportBack &) = default;
};

using ReportBackId = Id<ReportBack>;

} // namespace plumbline
