#pragma once

#include "core/domain/kind.h"

namespace plumbline {

/// What one end is to the other.
enum class LinkType {
    Supports,
    CallsFor,
    LeadsTo,
    Addresses,
    Concerns,
    Decides,
    Causes,
    Duplicates,
    DependsOn,
    ConflictsWith,
    SplitFrom,
    MergedInto,
    Supersedes,
    AssignedTo,
    MemberOf,     ///< A person belongs to a closed group.
    MovedTo,      ///< A record was copied into another audience; this is the copy.
    Attended,     ///< A person was present at a meeting.
    ExcusedFrom,  ///< A person sent apologies for a meeting.
    Observed,     ///< A person observed a meeting.
    Acknowledges, ///< A person acknowledges the scope of the review, on the text @ref Link::confirmed.
    Tagged        ///< A tag is on a record.
};
template<>
const QList<ChoiceWord> &choiceWords<LinkType>();

/// A typed relation between two records, read both ways.
struct Link : Record {
    static constexpr Kind kind = Kind::Link;

    Choice<LinkType> type;
    RecordId from;
    RecordId to;
    QByteArray confirmed; ///< Material hashes of both ends when the link was last confirmed.
    QString passage;      ///< The words of the first end that are meant: an excerpt of a source.
    QString page;         ///< Where they stand: a page, a section.
    QString source;
    friend bool operator==(const Link &, const Link &) = default;
};

using LinkId = Id<Link>;

} // namespace plumbline
