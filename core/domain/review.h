#pragma once

#include "core/base/result.h"
#include "core/domain/kind.h"

#include <QDateTime>
#include <QHash>
#include <QList>

#include <algorithm>
#include <memory>
#include <vector>

namespace plumbline {

/// One of the values a conflicted field holds, with who wrote it.
struct ConflictValue {
    Value value;
    RecordId by;    ///< The Person who wrote it; null when unknown.
    QDateTime when; ///< As the writer's clock said, UTC.
    friend bool operator==(const ConflictValue &, const ConflictValue &) = default;
};

/// A field that holds several values nobody has chosen between yet, or a record deleted while it was edited.
struct Conflict {
    QString id; ///< `R-S2-04.text`, or with the record's id where it has no key: what `resolve` takes.
    RecordId record;
    Kind kind = Kind::Review;
    QByteArray field;              ///< `life` when the record was deleted by one while another edited it.
    QList<ConflictValue> values;   ///< In the order of their operations; the first is the one shown.
    Value base;                    ///< What the field held before they parted; none when nothing is known.
    std::optional<Value> proposal; ///< A merged text to offer.
    friend bool operator==(const Conflict &, const Conflict &) = default;
};

/// All records of a review as plain values in memory: what views, checks and reports read.
///
/// Records are shared, immutable values: copying a Review costs a pointer per record, so a worker may hold
/// its own and a trial edit may be made on a copy. Deleted records stay, for the trash and for keys that are
/// never reused.
class Review
{
public:
    using Pointer = std::shared_ptr<const Record>;

    /// The record of that id if it is alive (or in dispute between deletion and edit), else null.
    const Record *find(RecordId id) const;
    /// The same, deleted records included.
    const Record *findAny(RecordId id) const;
    /// The same as findAny(), for whoever keeps it longer than this Review; null when there is none.
    Pointer share(RecordId id) const;
    std::optional<Kind> kindOf(RecordId id) const;
    template<class T>
    const T *find(Id<T> id) const
    {
        return static_cast<const T *>(findOf(T::kind, RecordId(id.uuid)));
    }
    /// The record that one lies below. Null at the top level, and where the places of several records close a circle,
    /// for the one that was put there last.
    RecordId parentOf(const Record &record) const
    {
        return m_cut.contains(record.id) ? RecordId() : record.place.parent;
    }
    bool hasCircles() const { return !m_cut.isEmpty(); }
    /// All living records of a kind in the order people see: by place, then key as numbers count, then id.
    template<class T>
    std::vector<const T *> all() const
    {
        std::vector<const T *> records;
        const auto &sorted = list(T::kind);
        records.reserve(sorted.size());
        for (const Record *record : sorted)
            records.push_back(static_cast<const T *>(record));
        return records;
    }
    /// The same without a type.
    const std::vector<const Record *> &list(Kind kind) const;
    /// Every record of the kind that was ever here, deleted ones included, in no particular order.
    std::vector<const Record *> everyRecord(Kind kind) const;
    /// True when @p wanted holds for one of the living records of the kind; asks them in no particular order.
    template<class Wanted>
    bool any(Kind kind, const Wanted &wanted) const
    {
        const auto &records = m_tables[size_t(kind)].records;
        return std::any_of(records.cbegin(), records.cend(), [&](const Pointer &record) {
            return record->life != Life::Deleted && wanted(*record);
        });
    }
    int count(Kind kind) const { return int(list(kind).size()); }

    /// The record with that key, `KEY~ab` for one of several with the same key, or its id.
    /// Error NotFound when there is none, BadInput when the key is ambiguous.
    Result<RecordId> byKey(const QString &key) const;
    /// The key as people see it: with a short tail of the id while two records share the key.
    QString shownKey(const Record &record) const;
    /// The living records that share a key with another one.
    QList<RecordId> duplicateKeys() const;
    /// Highest number ever given to a key beginning with @p stem (`M-`, `R-S2-`, `S`); 0 when none was.
    int highestKeyNumber(const QString &stem) const;

    /// The value of a rule of this review, by its name; empty when the review does not have the rule.
    QString rule(const QString &name) const;
    /// The value of a rule as a whole number; @p fallback only when the rule is absent or not a number.
    int ruleNumber(const QString &name, int fallback) const;

    /// Open conflicts, in the order of kind, key and field.
    QList<Conflict> conflicts() const;
    const Conflict *conflict(RecordId record, const QByteArray &field) const;

    /// The review's own uuid; also the id of its one record of kind Review.
    QUuid uuid() const { return m_uuid; }
    /// Number of the last operation this state includes; an edit made from it refers to what was current
    /// then.
    qint64 position() const { return m_position; }

    // Written by the store only.
    void setUuid(const QUuid &uuid) { m_uuid = uuid; }
    void setPosition(qint64 position) { m_position = position; }
    void put(Kind kind, const Pointer &record);
    void setConflict(RecordId record, const QByteArray &field, std::optional<Conflict> conflict);
    void setCutParents(const QSet<RecordId> &records) { m_cut = records; }

private:
    struct Table {
        QHash<RecordId, Pointer> records;
        mutable std::vector<const Record *> sorted;
        mutable bool dirty = true;
        mutable int patches = 0; ///< Records put into @ref sorted since it was last asked for.
    };
    const Record *findOf(Kind kind, RecordId id) const;
    void countKey(const QString &key);
    static void patch(Table &table, const Record *before, const Record *now);

    std::array<Table, kindCount> m_tables;
    QHash<RecordId, Kind> m_kinds;
    QHash<QString, QList<RecordId>> m_keys;
    QHash<QString, int> m_highest;
    QHash<RecordId, QHash<QByteArray, Conflict>> m_conflicts;
    QSet<RecordId> m_cut; ///< Whose place closes a circle; see tree.h.
    QUuid m_uuid;
    qint64 m_position = 0;
};

} // namespace plumbline
