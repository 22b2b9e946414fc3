#include "core/edits/groups.h"

#include "core/domain/audiencerules.h"
#include "core/domain/identity.h"
#include "core/domain/link.h"
#include "core/domain/person.h"
#include "core/domain/subteam.h"

#include <QCoreApplication>

namespace plumbline {

static Error groupError(ErrorCode code, const char *sentence)
{
    return {code, QCoreApplication::translate("Edits", sentence), {}, {}};
}

/// An id whose audience number no group of the review has yet.
static RecordId newGroupId(const EditContext &context)
{
    static constexpr int tries = 100; // One in a thousand reviews with 30 groups needs a second.
    RecordId id = context.newId();
    for (int i = 0; i < tries && groupOfAudience(context.review, audienceNumber(ClosedGroupId(id.uuid))); ++i)
        id = context.newId();
    return id;
}

Result<ChangeSet> formGroup(const EditContext &context, const QString &typedTitle, const QString &purpose)
{
    const QString title = cleanText(typedTitle).simplified();
    if (title.isEmpty())
        return groupError(ErrorCode::BadInput, QT_TRANSLATE_NOOP("Edits", "A closed group needs a name."));
    for (const ClosedGroup *group : context.review.all<ClosedGroup>()) {
        if (group->title.compare(title, Qt::CaseInsensitive) == 0)
            return groupError(ErrorCode::BadInput,
                              QT_TRANSLATE_NOOP("Edits", "There is a closed group of that name already; choose another."));
    }
    ChangeSet changes(context.review, Cause::Create);
    const ClosedGroupId id(changes.create(context.review, Kind::ClosedGroup, {}, newGroupId(context)).uuid);
    changes.set<&ClosedGroup::title>(id, title);
    if (const QString text = cleanText(purpose).trimmed(); !text.isEmpty())
        changes.set<&ClosedGroup::purpose>(id, text);
    return changes;
}

static RecordId memberLink(const Review &review, ClosedGroupId group, PersonId person)
{
    return naturalId(review.uuid(), Kind::Link,
                     {{"type", toValue(Choice<LinkType>(LinkType::MemberOf))},
                      {"from", idValue(person.uuid)},
                      {"to", idValue(group.uuid)}});
}

Result<ChangeSet> addMember(const EditContext &context, ClosedGroupId group, PersonId person)
{
    const Review &review = context.review;
    if (!review.find(group))
        return groupError(ErrorCode::NotFound,
                          QT_TRANSLATE_NOOP("Edits", "That closed group is not in this review; nothing was changed."));
    if (!review.find(person))
        return groupError(ErrorCode::NotFound,
                          QT_TRANSLATE_NOOP("Edits", "That person is not in this review; nothing was changed."));
    const RecordId id = memberLink(review, group, person);
    if (review.find(id))
        return groupError(ErrorCode::Refused,
                          QT_TRANSLATE_NOOP("Edits", "That person belongs to the group already; nothing was changed."));
    ChangeSet changes(review, Cause::Create);
    const LinkId link(changes.create(review, Kind::Link, {}, id).uuid);
    changes.set<&Link::type>(link, LinkType::MemberOf);
    changes.set<&Link::from>(link, RecordId(person.uuid));
    changes.set<&Link::to>(link, RecordId(group.uuid));
    return changes;
}

Result<ChangeSet> removeMember(const EditContext &context, ClosedGroupId group, PersonId person)
{
    const RecordId id = memberLink(context.review, group, person);
    if (!context.review.find(id))
        return groupError(ErrorCode::NotFound,
                          QT_TRANSLATE_NOOP("Edits", "That person does not belong to the group; nothing was changed."));
    ChangeSet changes(context.review, Cause::Delete);
    changes.remove(Kind::Link, id);
    return changes;
}

static bool namesRecord(Kind kind, const Record &record, RecordId named)
{
    for (const Field &field : describe(kind).fields) {
        if (namedRecords(field, field.get(record)).contains(named))
            return true;
    }
    return false;
}

namespace {

/// Writes one move down, step by step, into a change set.
class Move
{
public:
    Move(const EditContext &context, const Record &record, Kind kind, int audience)
        : m_context(context),
          m_review(context.review),
          m_record(record),
          m_kind(kind),
          m_audience(audience),
          m_changes(context.review, Cause::Create)
    {
    }

    Result<ChangeSet> write()
    {
        if (Status copied = copyRecord(); !copied)
            return copied.error();
        for (const Kind kind : allKinds()) {
            for (const Record *other : m_review.list(kind)) {
                if (other->id != m_record.id && namesRecord(kind, *other, m_record.id))
                    followsWhatItNames(kind) ? moveAlong(kind, *other) : pointAnew(kind, *other);
            }
        }
        m_changes.remove(m_kind, m_record.id, "moved");
        if (m_record.audience == wholeTeam || m_audience == wholeTeam)
            linkBoth();
        return m_changes;
    }

private:
    Status copyRecord()
    {
        const QHash<QByteArray, Value> values = valuesOf(m_kind, m_record);
        RecordId id = naturalId(m_review.uuid(), m_kind, values, m_audience);
        if (m_review.find(id))
            return Error{ErrorCode::Refused,
                         QCoreApplication::translate("Edits", "The same thing is there already, as %1; nothing was moved.")
                             .arg(m_review.shownKey(*m_review.find(id))),
                         {},
                         {}};
        if (id.isNull())
            id = m_context.newId();
        const Id<SubTeam> subTeam(QUuid::fromRfc4122(values.value("subteam").rawBytes()));
        m_changes.create(m_review, m_kind, subTeam, id, m_audience);
        setAll(m_kind, id, values);
        m_new = id;
        return {};
    }

    /// The values of a record but its key, with the moved record's id replaced by the new one's.
    QHash<QByteArray, Value> valuesOf(Kind kind, const Record &record) const
    {
        QHash<QByteArray, Value> values;
        for (const Field &field : describe(kind).fields) {
            const Value value = field.get(record);
            if (field.name != "key" && !value.isNull())
                values.insert(field.name, renamed(value));
        }
        return values;
    }

    Value renamed(const Value &value) const
    {
        if (!m_new.isNull() && value == idValue(m_record.id.uuid))
            return idValue(m_new.uuid);
        if (!value.isArray())
            return value;
        Value::Array items = value.array();
        for (Value &item : items)
            item = renamed(item);
        return Value(items);
    }

    void setAll(Kind kind, RecordId id, const QHash<QByteArray, Value> &values)
    {
        for (const Field &field : describe(kind).fields) {
            if (values.contains(field.name))
                m_changes.set(kind, id, field.name, values.value(field.name));
        }
    }

    /// Whether a record of @p audience may name one of the new audience.
    bool mayMeet(int audience) const
    {
        return audience == wholeTeam || m_audience == wholeTeam || audience == m_audience;
    }

    /// What only speaks of the record is written anew about the new one, for whom that is.
    void moveAlong(Kind kind, const Record &other)
    {
        // What a baseline froze stays with what was frozen.
        if (kind == Kind::BaselineItem || !mayMeet(audienceOfTheRest(kind, other)))
            return;
        const QHash<QByteArray, Value> values = valuesOf(kind, other);
        RecordId id = naturalId(m_review.uuid(), kind, values);
        if (id.isNull())
            id = m_context.newId();
        // A deleted one of that identity would come back with the audience it had.
        m_changes.create(m_review, kind, {}, id, std::max(m_audience, audienceOfTheRest(kind, other)));
        setAll(kind, id, values);
        m_changes.remove(kind, other.id, "moved");
    }

    /// The audience of what @p other names besides the moved record.
    int audienceOfTheRest(Kind kind, const Record &other) const
    {
        for (const Field &field : describe(kind).fields) {
            const QList<RecordId> named = namedRecords(field, field.get(other));
            for (const RecordId id : named) {
                const Record *record = id == m_record.id ? nullptr : m_review.findAny(id);
                if (record && record->audience != wholeTeam)
                    return record->audience;
            }
        }
        return wholeTeam;
    }

    /// A record with a life of its own names the new one, if it may know of it.
    void pointAnew(Kind kind, const Record &other)
    {
        if (m_audience != wholeTeam && other.audience != m_audience)
            return;
        for (const Field &field : describe(kind).fields) {
            const Value value = field.get(other);
            if (namedRecords(field, value).contains(m_record.id) && !m_review.conflict(other.id, field.name))
                m_changes.set(kind, other.id, field.name, renamed(value));
        }
    }

    void linkBoth()
    {
        const QHash<QByteArray, Value> values{{"type", toValue(Choice<LinkType>(LinkType::MovedTo))},
                                              {"from", idValue(m_record.id.uuid)},
                                              {"to", idValue(m_new.uuid)}};
        const RecordId id = naturalId(m_review.uuid(), Kind::Link, values);
        m_changes.create(m_review, Kind::Link, {}, id, std::max(m_audience, m_record.audience));
        setAll(Kind::Link, id, values);
    }

    const EditContext &m_context; // Not owned.
    const Review &m_review;       // Not owned.
    const Record &m_record;       // Not owned.
    Kind m_kind;
    int m_audience;
    RecordId m_new;
    ChangeSet m_changes;
};

} // namespace

Result<ChangeSet> moveRecord(const EditContext &context, RecordId id, int audience)
{
    const Review &review = context.review;
    const Record *record = review.find(id);
    if (!record)
        return groupError(ErrorCode::NotFound,
                          QT_TRANSLATE_NOOP("Edits", "That record is not in this review; nothing was moved."));
    const Kind kind = *review.kindOf(id);
    if (record->audience == audience)
        return groupError(ErrorCode::Refused, QT_TRANSLATE_NOOP("Edits", "The record is there already; nothing was moved."));
    if (!mayBeClosed(kind) || followsWhatItNames(kind))
        return groupError(
            ErrorCode::Refused,
            QT_TRANSLATE_NOOP("Edits", "Records of this kind are not moved by themselves: they belong to the whole team, or "
                                       "go with what they speak of. Nothing was moved."));
    for (const Conflict &conflict : review.conflicts()) {
        const bool goesAlong = followsWhatItNames(conflict.kind) && review.find(conflict.record) &&
                               namesRecord(conflict.kind, *review.find(conflict.record), id);
        if (conflict.record == id || goesAlong)
            return Error{ErrorCode::Conflict,
                         QCoreApplication::translate("Edits", "%1 holds several values; resolve it before the record is "
                                                              "moved, so that none is left behind. Nothing was moved.")
                             .arg(conflict.id),
                         {},
                         {}};
    }
    auto changes = Move(context, *record, kind, audience).write();
    if (!changes)
        return changes;
    if (Status apart = settleAudiences(review, *changes); !apart)
        return apart.error();
    return changes;
}

QString movingConsequence(const Review &review, RecordId id, int audience)
{
    const Record *record = review.find(id);
    if (!record)
        return {};
    const QString from = audienceName(review, record->audience);
    const QString to = audienceName(review, audience);
    if (audience == wholeTeam)
        return QCoreApplication::translate("Edits", "What it says now becomes visible to the whole team and goes out with the "
                                                    "next bundle; that cannot be taken back. Its history stays with “%1”.")
            .arg(from);
    if (record->audience == wholeTeam)
        return QCoreApplication::translate("Edits", "From now on only members of “%1” see it. What the team has seen of it so "
                                                    "far stays in the team's history and in every copy.")
            .arg(to);
    return QCoreApplication::translate("Edits", "What it says now becomes visible to “%2”. Its history stays with “%1”.")
        .arg(from, to);
}

} // namespace plumbline
