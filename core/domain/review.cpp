#include "core/domain/review.h"

#include "core/domain/keys.h"
#include "core/domain/rule.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

const Record *Review::findAny(RecordId id) const
{
    if (id.isNull())
        return nullptr;
    const auto kind = m_kinds.constFind(id);
    if (kind == m_kinds.constEnd())
        return nullptr;
    const auto &records = m_tables[size_t(*kind)].records;
    const auto record = records.constFind(id);
    return record == records.constEnd() ? nullptr : record->get();
}

/// The living record of that kind: one look-up, as most ask for a kind they know.
const Record *Review::findOf(Kind kind, RecordId id) const
{
    const auto &records = m_tables[size_t(kind)].records;
    const auto record = id.isNull() ? records.constEnd() : records.constFind(id);
    return record == records.constEnd() || (*record)->life == Life::Deleted ? nullptr : record->get();
}

Review::Pointer Review::share(RecordId id) const
{
    const auto kind = kindOf(id);
    return kind ? m_tables[size_t(*kind)].records.value(id) : nullptr;
}

const Record *Review::find(RecordId id) const
{
    const Record *record = findAny(id);
    return record && record->life != Life::Deleted ? record : nullptr;
}

std::optional<Kind> Review::kindOf(RecordId id) const
{
    const auto kind = m_kinds.constFind(id);
    return kind == m_kinds.constEnd() ? std::nullopt : std::optional(*kind);
}

static bool inOrder(const Record *a, const Record *b)
{
    if (a->place.order != b->place.order)
        return a->place.order.toUtf8() < b->place.order.toUtf8();
    if (a->key != b->key)
        return keyLess(a->key, b->key);
    return a->id < b->id;
}

const std::vector<const Record *> &Review::list(Kind kind) const
{
    const Table &table = m_tables[size_t(kind)];
    if (table.dirty) {
        table.sorted.clear();
        for (const Pointer &record : table.records) {
            if (record->life != Life::Deleted)
                table.sorted.push_back(record.get());
        }
        std::sort(table.sorted.begin(), table.sorted.end(), inOrder);
        table.dirty = false;
    }
    table.patches = 0;
    return table.sorted;
}

std::vector<const Record *> Review::everyRecord(Kind kind) const
{
    std::vector<const Record *> records;
    for (const Pointer &record : m_tables[size_t(kind)].records)
        records.push_back(record.get());
    return records;
}

Result<RecordId> Review::byKey(const QString &key) const
{
    const auto notFound = [&] {
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Review", "There is no record “%1” in this review.")
                         .arg(key.left(80)),
                     {},
                     {}};
    };
    if (const QUuid uuid(key); !uuid.isNull())
        return findAny(RecordId(uuid)) ? Result<RecordId>(RecordId(uuid)) : notFound();
    const qsizetype tilde = key.indexOf(u'~');
    QList<RecordId> found = m_keys.value(key.left(tilde < 0 ? key.size() : tilde));
    if (tilde > 0)
        found.removeIf([&](RecordId id) { return !idTail(id.uuid).startsWith(key.mid(tilde + 1)); });
    if (found.isEmpty())
        return notFound();
    if (found.size() > 1) {
        // Only the living count, unless all of them are deleted.
        QList<RecordId> living = found;
        living.removeIf([this](RecordId id) { return !find(id); });
        if (living.size() != 1) {
            QStringList names;
            for (const RecordId id : found)
                names += shownKey(*findAny(id));
            names.sort();
            return Error{
                ErrorCode::BadInput,
                QCoreApplication::translate("Review", "“%1” names several records; say which one: %2.")
                    .arg(key, names.join(u", ")),
                {},
                {}};
        }
        found = living;
    }
    return found.first();
}

QString Review::shownKey(const Record &record) const
{
    const QList<RecordId> sharing = m_keys.value(record.key);
    if (record.key.isEmpty() || sharing.size() < 2)
        return record.key;
    const QString tail = idTail(record.id.uuid);
    qsizetype digits = 2;
    for (const RecordId other : sharing) {
        if (other == record.id)
            continue;
        const QString otherTail = idTail(other.uuid);
        while (digits < tail.size() && otherTail.startsWith(tail.left(digits)))
            ++digits;
    }
    return record.key + u'~' + tail.left(digits);
}

QList<RecordId> Review::duplicateKeys() const
{
    QList<RecordId> duplicates;
    for (const QList<RecordId> &sharing : m_keys) {
        if (sharing.size() < 2)
            continue; // Nearly all of them; not even the list is copied.
        QList<RecordId> living = sharing;
        living.removeIf([this](RecordId id) { return !find(id); });
        if (living.size() > 1)
            duplicates += living;
    }
    std::sort(duplicates.begin(), duplicates.end());
    return duplicates;
}

int Review::highestKeyNumber(const QString &stem) const
{
    return m_highest.value(stem);
}

QString Review::rule(const QString &name) const
{
    for (const Record *record : list(Kind::Rule)) {
        const auto &candidate = static_cast<const Rule &>(*record);
        if (candidate.name == name)
            return candidate.value;
    }
    return {};
}

int Review::ruleNumber(const QString &name, int fallback) const
{
    bool ok = false;
    const int number = rule(name).toInt(&ok);
    return ok ? number : fallback;
}

QList<Conflict> Review::conflicts() const
{
    QList<Conflict> all;
    for (const auto &fields : m_conflicts)
        all += fields.values();
    std::sort(all.begin(), all.end(), [](const Conflict &a, const Conflict &b) {
        if (a.kind != b.kind)
            return a.kind < b.kind;
        return a.id != b.id ? keyLess(a.id, b.id) : a.record < b.record;
    });
    return all;
}

const Conflict *Review::conflict(RecordId record, const QByteArray &field) const
{
    const auto fields = m_conflicts.constFind(record);
    if (fields == m_conflicts.constEnd())
        return nullptr;
    const auto found = fields->constFind(field);
    return found == fields->constEnd() ? nullptr : &*found;
}

void Review::countKey(const QString &key)
{
    const KeyParts parts = splitKey(key);
    if (parts.number > 0)
        m_highest[parts.stem] = std::max(m_highest.value(parts.stem), parts.number);
}

/// Keeps the sorted list sorted: an edit of one record must not cost the sorting of all. Many in a row are sorted together.
void Review::patch(Table &table, const Record *before, const Record *now)
{
    static constexpr int mostPatches = 64;
    if (table.dirty || ++table.patches > mostPatches) {
        table.dirty = true;
        return;
    }
    const auto placeOf = [&](const Record *record) {
        return std::lower_bound(table.sorted.begin(), table.sorted.end(), record, inOrder);
    };
    const bool was = before && before->life != Life::Deleted;
    const bool is = now->life != Life::Deleted;
    if (was && is && before->key == now->key && before->place.order == now->place.order) {
        *placeOf(before) = now;
        return;
    }
    if (was)
        table.sorted.erase(placeOf(before));
    if (is)
        table.sorted.insert(placeOf(now), now);
}

void Review::put(Kind kind, const Pointer &record)
{
    if (const auto former = kindOf(record->id); former && *former != kind) {
        m_tables[size_t(*former)].records.remove(record->id);
        m_tables[size_t(*former)].dirty = true;
    }
    Table &table = m_tables[size_t(kind)];
    Pointer &slot = table.records[record->id];
    patch(table, slot.get(), record.get());
    if (slot && slot->key != record->key) {
        QList<RecordId> &sharing = m_keys[slot->key];
        sharing.removeOne(record->id);
        if (sharing.isEmpty())
            m_keys.remove(slot->key);
    }
    if (!record->key.isEmpty() && (!slot || slot->key != record->key)) {
        m_keys[record->key] += record->id;
        countKey(record->key);
    }
    slot = record;
    m_kinds.insert(record->id, kind);
}

void Review::setConflict(RecordId record, const QByteArray &field, std::optional<Conflict> conflict)
{
    if (conflict) {
        m_conflicts[record].insert(field, *conflict);
        return;
    }
    const auto fields = m_conflicts.find(record);
    if (fields == m_conflicts.end())
        return;
    fields->remove(field);
    if (fields->isEmpty())
        m_conflicts.erase(fields);
}

} // namespace plumbline
