#include "core/store/projector.h"

#include "core/base/cbor.h"

namespace plumbline {

using sqlite::Statement;

QString conflictName(const Review &review, const Record &record, const QByteArray &field)
{
    const QString key = review.shownKey(record);
    const QString name = key.isEmpty() ? record.id.uuid.toString(QUuid::WithoutBraces) : key;
    return name + u'.' + QString::fromLatin1(field);
}

ShownValue Projector::shownFrom(const std::vector<StoredOperation> &heads, const Register &target,
                                const QByteArray &fullName)
{
    return shownValue(heads, policyOf(fullName), [&] { return m_log.operations(target); });
}

ShownValue Projector::shown(const Register &target, const QByteArray &fullName)
{
    return shownFrom(m_log.heads(target), target, fullName);
}

/// The kind a record is of, from the names of its fields, which all begin with it.
///
/// Only a faulty program gives one record fields of several kinds; every copy must then choose alike: the
/// kind whose life it has, else the first by name.
static std::optional<Kind> kindOfHeads(const QHash<QByteArray, std::vector<StoredOperation>> &heads)
{
    QByteArray chosen;
    bool lives = false;
    for (auto field = heads.cbegin(); field != heads.cend(); ++field) {
        const QByteArray name = field.key().left(std::max<qsizetype>(field.key().indexOf('.'), 0));
        const bool life = field.key() == name + ".life";
        if (!kindNamed(name) || (lives && !life))
            continue;
        if (chosen.isEmpty() || (life && !lives) || name < chosen)
            chosen = name;
        lives |= life;
    }
    return kindNamed(chosen);
}

/// The names of the fields of a kind: one set, which all records that come at once share.
static const QSet<QByteArray> &everyField(Kind kind)
{
    static const QHash<Kind, QSet<QByteArray>> sets = [] {
        QHash<Kind, QSet<QByteArray>> all;
        for (const Kind one : allKinds()) {
            for (const Field &field : describe(one).fields)
                all[one].insert(field.name);
        }
        return all;
    }();
    return *sets.constFind(kind);
}

std::optional<Conflict> Projector::conflictOf(const Review &review, const Record &record, Kind kind,
                                              const QByteArray &field, const ShownValue &shown) const
{
    if (!shown.conflict)
        return std::nullopt;
    Conflict conflict;
    conflict.id = conflictName(review, record, field);
    conflict.record = record.id;
    conflict.kind = kind;
    conflict.field = field;
    conflict.base = shown.base;
    conflict.proposal = shown.proposal;
    for (const StoredOperation &head : shown.distinct)
        conflict.values += {head.value, RecordId(QUuid::fromRfc4122(head.person)),
                            QDateTime::fromMSecsSinceEpoch(head.wall, Qt::UTC)};
    return conflict;
}

void Projector::project(qint64 eid, Review *review, Changes *changes, Target target, bool born)
{
    const auto headsByField = m_log.headsToShow(eid);
    const auto kind = kindOfHeads(headsByField);
    if (!kind)
        return;
    const KindDescription &description = describe(*kind);
    const QByteArray prefix = QByteArray(description.name) + '.';
    const RecordId id(QUuid::fromRfc4122(m_log.entity(eid)));

    const auto lifeHeads = headsByField.value(prefix + "life");
    const Life life = lifeOf(lifeHeads, headsByField,
                             [&](const QSet<QByteArray> &groups) { return m_log.witnessed(eid, groups); });
    std::shared_ptr<Record> record = description.create();
    record->id = id;
    record->life = life;
    const Record *before = review ? review->findAny(id) : nullptr;
    const bool sameAudience = before && !born && !lifeHeads.empty();
    record->audience = sameAudience ? before->audience : m_log.audienceOf(eid, m_log.findFid(prefix + "life"));

    QHash<QByteArray, Value> values;
    QHash<QByteArray, ShownValue> conflicts;
    QList<QByteArray> issues;
    for (const Field &field : description.fields) {
        const QByteArray fullName = prefix + field.name;
        const auto heads = headsByField.constFind(fullName);
        if (heads == headsByField.constEnd())
            continue;
        const ShownValue shown = shownFrom(*heads, {eid, m_log.fid(fullName)}, fullName);
        // A value of a type this version does not expect stays in the log and shows as missing.
        if (!field.set(*record, shown.value))
            continue;
        // The row holds what the record made of it, so that a file opened again shows the same.
        if (const Value kept = field.get(*record); !kept.isNull())
            values.insert(field.name, kept);
        if (shown.conflict && life != Life::Deleted) {
            conflicts.insert(field.name, shown);
            issues += field.name;
        }
    }
    if (life == Life::DeletedWhileEdited) {
        ShownValue decision;
        decision.conflict = true;
        for (const StoredOperation &head : lifeHeads)
            decision.distinct += head;
        conflicts.insert("life", decision);
        issues += "life";
    }
    if (target == IntoTableAndReview)
        writeRow(eid, *kind, life, record->audience, values, issues);
    if (!review)
        return;

    if (const auto was = review->kindOf(id); was && *was != *kind) {
        const QByteArray sql = QByteArray("DELETE FROM p_") + describe(*was).name + " WHERE eid = ?";
        if (target == IntoTableAndReview)
            Statement(m_log.database(), sql.constData()).bind(1, eid).run();
        if (changes)
            changes->everything = true; // The review is read anew.
        return;
    }
    Changes::Entry entry{*kind, false, false, {}};
    const bool wasVisible = before && before->life != Life::Deleted;
    entry.appeared = !wasVisible && life != Life::Deleted;
    entry.vanished = wasVisible && life == Life::Deleted;
    if (!before)
        entry.fields = everyField(*kind);
    for (const Field &field : description.fields) {
        if (before && !(field.get(*before) == field.get(*record)))
            entry.fields.insert(field.name);
    }
    if (before && before->life != life)
        entry.fields.insert("life");
    review->put(*kind, record);
    showConflicts(*review, *record, description, conflicts, entry);
    if (changes && (entry.appeared || entry.vanished || !entry.fields.isEmpty())) {
        changes->add(id, entry);
    }
}

void Projector::showConflicts(Review &review, const Record &record, const KindDescription &description,
                              const QHash<QByteArray, ShownValue> &conflicts, Changes::Entry &entry) const
{
    QList<QByteArray> names{"life"};
    for (const Field &field : description.fields)
        names += field.name;
    for (const QByteArray &name : names) {
        const auto shown = conflicts.constFind(name);
        const Conflict *was = review.conflict(record.id, name);
        std::optional<Conflict> now;
        if (shown != conflicts.constEnd())
            now = conflictOf(review, record, description.kind, name, *shown);
        if (was ? !now || !(*was == *now) : now.has_value())
            entry.fields.insert(name); // Also when other values stand against each other than before.
        review.setConflict(record.id, name, now);
    }
}

void Projector::writeRow(qint64 eid, Kind kind, Life life, int audience,
                         const QHash<QByteArray, Value> &values, const QList<QByteArray> &issues)
{
    const KindDescription &description = describe(kind);
    auto known = m_inserts.find(kind);
    if (known == m_inserts.end()) {
        QByteArray marks;
        QByteArray sql = QByteArray("INSERT OR REPLACE INTO p_") + description.name + "(eid, life, audience";
        for (const Field &field : description.fields) {
            sql += ", \"" + field.name + '"';
            marks += ", ?";
        }
        sql += ") VALUES(?, ?, ?" + marks + ')';
        known = m_inserts.emplace(kind, Statement(m_log.database(), sql.constData())).first;
    }
    Statement &insert = known->second;
    insert.bind(1, eid).bind(2, int(life)).bind(3, audience);
    int column = 4;
    for (const Field &field : description.fields) {
        const Value value = values.value(field.name);
        if (value.isNumber())
            insert.bind(column, value.number());
        else if (value.isText())
            insert.bindText(column, value.utf8());
        else if (value.isBytes())
            insert.bindBytes(column, value.rawBytes());
        else if (value.isArray())
            insert.bindBytes(column, cbor::encode(value));
        else
            insert.bindNull(column);
        ++column;
    }
    insert.run();
    if (!m_forgetIssues)
        m_forgetIssues.emplace(m_log.database(), "DELETE FROM issue WHERE eid = ?");
    m_forgetIssues->bind(1, eid).run();
    // What search has indexed of the record no longer holds; the next search reads it anew.
    if (!m_markStale)
        m_markStale.emplace(m_log.database(), "INSERT OR IGNORE INTO stale(eid) VALUES(?)");
    m_markStale->bind(1, eid).run();
    for (const QByteArray &field : issues) {
        const qint64 fid = m_log.fid(QByteArray(description.name) + '.' + field);
        Statement(m_log.database(), "INSERT INTO issue(eid, fid, code) VALUES(?, ?, ?)")
            .bind(1, eid)
            .bind(2, fid)
            .bindText(3, field == "life" ? "deleted-while-edited" : "conflict")
            .run();
    }
}

void Projector::rebuild()
{
    m_log.rebuildHeads();
    for (const qint64 eid : m_log.entities())
        project(eid, nullptr, nullptr);
}

} // namespace plumbline
