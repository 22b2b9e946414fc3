#include "core/domain/changeset.h"

#include "core/domain/audience.h"
#include "core/domain/keys.h"
#include "core/domain/subteam.h"

#include <algorithm>

namespace plumbline {

RecordId ChangeSet::create(const Review &review, Kind kind, Id<SubTeam> subTeam, RecordId id, int audience)
{
    if (id.isNull())
        id = RecordId(QUuid::createUuid());
    edits += {Edit::Create, kind, id, {}, {}, audience};
    if (review.findAny(id))
        return id; // It comes back under the key it had.
    RecordId scope(subTeam.uuid);
    if (audience != wholeTeam) {
        const ClosedGroup *group = groupOfAudience(review, audience);
        scope = group ? group->id : RecordId();
    }
    QString scopeKey;
    if (!scope.isNull()) {
        // The sub-team may be created in this very change set.
        if (const Record *existing = review.find(scope))
            scopeKey = existing->key;
        else if (const auto made = std::find_if(edits.cbegin(), edits.cend(),
                                                [&](const Edit &edit) {
                                                    return edit.record == scope && edit.what == Edit::Set &&
                                                           edit.field == "key";
                                                });
                 made != edits.cend())
            scopeKey = made->value.toText();
    }
    if (const QString stem = keyStem(kind, scopeKey); !stem.isEmpty()) {
        const int number = std::max(review.highestKeyNumber(stem), highestKeyGiven(stem));
        set(kind, id, "key", numberedKey(stem, number + 1));
    }
    return id;
}

int ChangeSet::highestKeyGiven(const QString &stem)
{
    if (m_keysRead > edits.size()) { // Some were taken out again.
        m_keysRead = 0;
        m_highestKeys.clear();
    }
    for (; m_keysRead < edits.size(); ++m_keysRead) {
        const Edit &edit = edits.at(m_keysRead);
        if (edit.what != Edit::Set || edit.field != "key")
            continue;
        const KeyParts parts = splitKey(edit.value.toText());
        int &highest = m_highestKeys[parts.stem];
        highest = std::max(highest, parts.number);
    }
    return m_highestKeys.value(stem);
}

void ChangeSet::set(Kind kind, RecordId record, const QByteArray &field, const Value &value)
{
    edits += {Edit::Set, kind, record, field, value, 0};
}

void ChangeSet::resolve(Kind kind, RecordId record, const QByteArray &field, const Value &value)
{
    edits += {Edit::Resolve, kind, record, field, value, 0};
}

void ChangeSet::remove(Kind kind, RecordId record, const QByteArray &word)
{
    edits += {Edit::Delete, kind, record, {}, {}, 0, word};
}

void ChangeSet::restore(Kind kind, RecordId record)
{
    edits += {Edit::Restore, kind, record, {}, {}, 0};
}

} // namespace plumbline
