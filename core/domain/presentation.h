#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct Meeting;
struct SubTeam;

/// Preliminary findings, shown to the full team with their methodology. Which findings: links *concerns*.
struct Presentation : Record {
    static constexpr Kind kind = Kind::Presentation;

    QString title;
    Id<Meeting> meeting;
    Id<SubTeam> subteam;
    QString methodology; ///< CommonMark.
    QString summary;     ///< CommonMark.
    QString source;
    friend bool operator==(const Presentation &, const Presentation &) = default;
};

using PresentationId = Id<Presentation>;

} // namespace plumbline
