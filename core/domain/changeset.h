#pragma once

#include "core/domain/review.h"

#include <QHash>

namespace plumbline {

struct SubTeam;

/// Why a transaction was made; a closed list, part of the format. There is no free text in a transaction's
/// header.
enum class Cause {
    Edit,
    Create,
    Delete,
    Restore,
    Undo,
    Redo,
    Resolve,
    Merge,
    Import,
    Number,
    Publish,
    Rekey
};
inline constexpr int causeCount = int(Cause::Rekey) + 1;

/// One thing to be done to one record.
struct Edit {
    enum What {
        Create,
        Set,     ///< Replaces what was shown when the edit was prepared.
        Resolve, ///< Replaces every value a conflicted field holds.
        Delete,
        Restore,
    };
    What what = Set;
    Kind kind = Kind::Review;
    RecordId record;
    QByteArray field; ///< For Set and Resolve.
    Value value;      ///< For Set and Resolve.
    int audience = 0; ///< For Create: who may see it, for ever. See audience.h.
    QByteArray word = "deleted"; ///< For Delete: `deleted`, `moved` or `withdrawn`.
};

inline constexpr qint64 largestFile = 64 << 20; ///< Bytes a file that is kept in a review may have.

/// A file on the disk whose contents the review is to keep with an attachment that the change set creates.
///
/// It is read while the change set is committed, so that nothing of it stays in memory.
struct FileToKeep {
    RecordId attachment;
    QString path;
    qint64 size = 0;   ///< Bytes, when the edit was made; @ref largestFile at most.
    QByteArray sha256; ///< Of the contents, when the edit was made.
};

/// What is to be done, as a value: made by an edit function, committed by the session whole or not at all.
///
/// It names the state it was made from (readAt), so that an edit refers to what its author had before her,
/// not to what arrived since.
class ChangeSet
{
public:
    ChangeSet() = default;
    ChangeSet(const Review &review, Cause cause) : cause(cause), readAt(review.position()) {}

    Cause cause = Cause::Edit;
    qint64 readAt = 0; ///< Review::position() when the values that are being replaced were read.
    QList<Edit> edits;
    QList<FileToKeep> files;

    /// Creates a record with a fresh id (or @p id) and, where the kind has keys, the next key for @p subTeam. Only
    /// @p audience will ever see it; a record that was here before keeps the audience it had. What belongs to a closed
    /// group is numbered by the group and not by the sub-team, so that its keys neither clash with those others give
    /// nor tell how many there are.
    RecordId create(const Review &review, Kind kind, Id<SubTeam> subTeam = {}, RecordId id = {}, int audience = 0);
    template<class T>
    Id<T> create(const Review &review, Id<SubTeam> subTeam = {})
    {
        return Id<T>(create(review, T::kind, subTeam).uuid);
    }
    /// Sets a field by name. Nothing is checked here; the session checks the whole.
    void set(Kind kind, RecordId record, const QByteArray &field, const Value &value);
    /// Sets a field by member: `changes.set<&Milestone::target>(id, date)`.
    template<auto member>
    void set(Id<typename detail::MemberTraits<decltype(member)>::Class> record,
             const typename detail::MemberTraits<decltype(member)>::Member &value)
    {
        using T = typename detail::MemberTraits<decltype(member)>::Class;
        for (const Field &field : describe(T::kind).fields) {
            if (field.get == &detail::getMember<member>)
                return set(T::kind, RecordId(record.uuid), field.name, toValue(value));
        }
        Q_ASSERT_X(false, "ChangeSet::set", "the member is not described as a field");
    }
    void resolve(Kind kind, RecordId record, const QByteArray &field, const Value &value);
    /// Removes a record, saying why it is gone: `deleted`, `moved` (to another audience) or `withdrawn`.
    void remove(Kind kind, RecordId record, const QByteArray &word = "deleted");
    void restore(Kind kind, RecordId record);

    bool isEmpty() const { return edits.isEmpty(); }

private:
    /// The highest number of a key of @p stem that an edit of this change set gives; 0 for none.
    int highestKeyGiven(const QString &stem);

    QHash<QString, int> m_highestKeys; ///< Of each stem, in the edits read so far.
    qsizetype m_keysRead = 0;          ///< How many edits were read for it.
};

} // namespace plumbline
