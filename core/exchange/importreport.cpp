#include "core/exchange/importer.h"

#include "core/domain/attachment.h"
#include "core/domain/person.h"
#include "core/domain/recordjson.h"

#include <QCollator>

#include <algorithm>

namespace plumbline {

/// What the checks see in @p now and did not see in @p before; accepted ones count as not seen.
static QList<Problem> onlyIn(const QList<Problem> &now, const QList<Problem> &before)
{
    QSet<QPair<QByteArray, RecordId>> known;
    for (const Problem &problem : before) {
        if (!problem.waived)
            known.insert({problem.check, problem.record});
    }
    QList<Problem> fresh;
    for (const Problem &problem : now) {
        if (!problem.waived && !known.contains({problem.check, problem.record}))
            fresh += problem;
    }
    return fresh;
}

static ImportedRecord importedRecord(const Review &review, RecordId id, const Changes::Entry &entry)
{
    ImportedRecord imported;
    imported.record = id;
    imported.kind = entry.kind;
    imported.what = entry.vanished   ? ImportedRecord::Gone
                    : entry.appeared ? ImportedRecord::New
                                     : ImportedRecord::Changed;
    imported.shown = review.share(id);
    if (imported.shown)
        imported.key = review.shownKey(*imported.shown);
    imported.changed = entry.fields;
    return imported;
}

QString ImportedRecord::title() const
{
    return shown ? titleOf(kind, *shown) : QString();
}

QList<Field> ImportedRecord::fields() const
{
    QList<Field> fields = shown ? describe(kind).fields : QList<Field>();
    fields.removeIf([this](const Field &field) { return !changed.contains(field.name); });
    return fields;
}

static QList<ImportedRecord> importedRecords(const Review &review, const Changes &changes, const QSet<RecordId> &both)
{
    QList<ImportedRecord> records;
    for (auto entry = changes.records.cbegin(); entry != changes.records.cend(); ++entry) {
        records += importedRecord(review, entry.key(), *entry);
        records.last().touchedByBoth = both.contains(entry.key());
    }
    QCollator collator;
    collator.setNumericMode(true);
    std::sort(records.begin(), records.end(), [&](const ImportedRecord &a, const ImportedRecord &b) {
        if (a.kind != b.kind)
            return a.kind < b.kind;
        const int order = collator.compare(a.key, b.key);
        return order != 0 ? order < 0 : a.record.uuid < b.record.uuid;
    });
    return records;
}

ImportReport Importer::report(const QList<Problem> &problemsBefore, const QList<Problem> &problemsNow)
{
    const Review &review = m_store.review();
    const QSet<QString> before(m_conflictsBefore.begin(), m_conflictsBefore.end());
    QSet<QString> now;
    for (const Conflict &conflict : review.conflicts()) {
        now.insert(conflict.id);
        if (before.contains(conflict.id))
            continue;
        m_report.newConflicts += conflict.id;
        m_report.conflicts += conflict;
    }
    for (const QString &name : std::as_const(m_conflictsBefore)) {
        if (!now.contains(name))
            m_report.settled += name;
    }
    m_report.newProblems = onlyIn(problemsNow, problemsBefore);
    m_report.goneProblems = onlyIn(problemsBefore, problemsNow);
    if (!m_report.imports.isEmpty())
        m_report.touchedByBoth = m_store.toReread(m_report.imports);
    const QSet<RecordId> both(m_report.touchedByBoth.begin(), m_report.touchedByBoth.end());
    m_report.records = importedRecords(review, m_report.counts.changes, both);
    m_report.authors = m_report.counts.authors;
    const auto nameOf = [&](const ImportAuthor &author) {
        const Person *person = review.find(PersonId(author.person.uuid));
        return person ? person->name : QString();
    };
    std::sort(m_report.authors.begin(), m_report.authors.end(), [&](const ImportAuthor &a, const ImportAuthor &b) {
        return QString::localeAwareCompare(nameOf(a), nameOf(b)) < 0;
    });
    m_report.gaps = m_store.gaps();
    for (const ImportedRecord &record : std::as_const(m_report.records)) {
        const Attachment *attachment = review.find(AttachmentId(record.record.uuid));
        m_report.withoutContents += attachment && !m_store.holdsContents(*attachment);
    }
    return m_report;
}

} // namespace plumbline
