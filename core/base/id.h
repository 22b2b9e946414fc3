#pragma once

#include <QHash>
#include <QUuid>

namespace plumbline {

/// A UUID with a type: a MilestoneId cannot be passed where a FindingId is asked for.
///
/// A null id means "none"; records always have one that is not null.
template<class T>
struct Id {
    QUuid uuid;

    Id() = default;
    explicit Id(const QUuid &value) : uuid(value) {}
    bool isNull() const { return uuid.isNull(); }
    friend bool operator==(const Id &a, const Id &b) { return a.uuid == b.uuid; }
    friend bool operator<(const Id &a, const Id &b) { return a.uuid.toRfc4122() < b.uuid.toRfc4122(); }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.uuid, seed); }
};

struct Record;
/// The id of a record of any kind. Typed ids convert to it by `RecordId(id.uuid)`.
using RecordId = Id<Record>;

} // namespace plumbline
