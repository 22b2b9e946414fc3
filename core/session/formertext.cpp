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

QList<ChangedField> changedSinceConfirmed(const Session &session, const Link &link)
{
    QList<ChangedField> changes;
    const QList<RecordId> ends = changedEnds(session.review(), link);
    for (const RecordId end : ends) {
        const bool first = end == link.from;
        const auto before =
            recordWithHash(session, end, first ? link.confirmed.first(32) : link.confirmed.last(32));
        const Record *now = session.review().find(end);
        if (!before || !now)
            continue;
        for (const Field &field : describe(*session.review().kindOf(end)).fields) {
            if (field.material && field.get(*before) != field.get(*now))
                changes += ChangedField{end, field.name, field.get(*before), field.get(*now)};
        }
    }
    return changes;
}

} // namespace plumbline
