#include "core/session/formertext.h"

#include "core/domain/linkstate.h"
#include "core/domain/materialhash.h"
#include "core/session/session.h"

namespace plumbline {

std::shared_ptr<const Record> recordWithHash(const Session &session, RecordId id, const QByteArray &hash)
{
    const Record *now = session.review().find(id);
    if (!now)
        return {};
    const Kind kind = *session.review().kindOf(id);
    const KindDescription &description = describe(kind);
    const std::shared_ptr<Record> record = description.copy(*now);
    if (materialHash(kind, *record) == hash)
        return record;
    for (const HistoryEntry &entry : session.history(id)) { // The latest first.
        const Field *field = description.field(entry.field);
        if (!field || !field->material || !field->set(*record, entry.before))
            continue;
        if (materialHash(kind, *record) == hash)
            return record;
    }
    return {};
}

QList<ChangedField> changedSince(const Session &session, RecordId record, const QByteArray &hash)
{
    QList<ChangedField> changes;
    const auto before = recordWithHash(session, record, hash);
    const Record *now = session.review().find(record);
    if (!before || !now)
        return changes;
    for (const Field &field : describe(*session.review().kindOf(record)).fields) {
        if (field.material && field.get(*before) != field.get(*now))
            changes += ChangedField{record, field.name, field.get(*before), field.get(*now)};
    }
    return changes;
}

QList<ChangedField> changedSinceConfirmed(const Session &session, const Link &link)
{
    QList<ChangedField> changes;
    const QList<RecordId> ends = changedEnds(session.review(), link);
    for (const RecordId end : ends)
        changes += changedSince(session, end, end == link.from ? link.confirmed.first(32) : link.confirmed.last(32));
    return changes;
}

} // namespace plumbline
