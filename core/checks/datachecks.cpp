#include "core/checks/check.h"

#include "core/checks/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

static void duplicateKey(const CheckContext &context, QList<Problem> &problems)
{
    for (const RecordId id : context.review.duplicateKeys()) {
        const Record &record = *context.review.find(id);
        problems +=
            problemOn(record,
                      QCoreApplication::translate("Checks", "%1 shares the key %2 with another record.")
                          .arg(nameOf(context.review, record), record.key),
                      QCoreApplication::translate("Checks", "Give all but one of them a new key."));
    }
}

static void conflict(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    for (const Conflict &conflict : review.conflicts()) {
        const Record *record = review.find(conflict.record);
        if (!record)
            continue;
        if (conflict.field == "life") {
            problems += problemOn(
                *record,
                QCoreApplication::translate("Checks", "%1 was deleted by one person while another edited it.")
                    .arg(nameOf(review, *record)),
                QCoreApplication::translate("Checks", "Decide whether to keep it."));
            continue;
        }
        const Field *field = describe(conflict.kind).field(conflict.field);
        const QString label =
            field ? QCoreApplication::translate("Field", field->label) : QString::fromUtf8(conflict.field);
        problems +=
            problemOn(*record,
                      QCoreApplication::translate(
                          "Checks", "%1 holds %n different values in “%2”, and nobody has chosen yet.",
                          nullptr, int(conflict.values.size()))
                          .arg(nameOf(review, *record), label),
                      QCoreApplication::translate("Checks", "Choose one of the values."));
    }
}

/// True when the reference in @p field leads nowhere; @p target is then the deleted record, or null when it
/// is not in this copy at all or is not of the kind the field asks for.
static bool leadsNowhere(const Review &review, const Field &field, RecordId referred, const Record *&target)
{
    const auto kind = review.kindOf(referred);
    target = nullptr;
    if (!kind || (field.target && *field.target != *kind))
        return true;
    target = review.findAny(referred);
    return !review.find(referred);
}

/// The references of a kind that may be missing.
static QList<Field> referencesOf(Kind kind)
{
    // These two say what was, and may outlive what they speak of.
    if (kind == Kind::BaselineItem || kind == Kind::Waiver)
        return {};
    QList<Field> references = describe(kind).fields;
    references.removeIf([](const Field &field) { return field.type != FieldType::Reference; });
    return references;
}

static bool isMissing(const Review &review, const Record &record, const Field &field, const Record *&target)
{
    const Value value = field.get(record);
    if (value.isNull() || !leadsNowhere(review, field, RecordId(QUuid::fromRfc4122(value.rawBytes())), target))
        return false;
    // A link ends with the record it led to and comes back with it; nobody could choose another end.
    return !(target && review.kindOf(record.id) == Kind::Link);
}

static void checkReferences(const Review &review, const Record &record, const QList<Field> &references,
                            QList<Problem> &problems)
{
    for (const Field &field : references) {
        const Record *target = nullptr;
        if (!isMissing(review, record, field, target))
            continue;
        const QString name = nameOf(review, record);
        const QString label = QCoreApplication::translate("Field", field.label);
        const QString sentence =
            target
                ? QCoreApplication::translate("Checks", "%1 names in “%2” a record that was deleted: %3.")
                      .arg(name, label, nameOf(review, *target))
                : QCoreApplication::translate("Checks", "%1 names in “%2” a record that is not in this copy.")
                      .arg(name, label);
        problems +=
            problemOn(record, sentence,
                      QCoreApplication::translate("Checks", "Choose another record, or clear the field."));
    }
}

static void missingReference(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    for (const Kind kind : allKinds()) {
        const QList<Field> references = referencesOf(kind);
        if (references.isEmpty())
            continue;
        // This runs after every import. Nearly always nothing is missing, and then no order is needed, which costs more
        // than all the rest where there are very many.
        const bool missing = review.any(kind, [&](const Record &record) {
            return std::any_of(references.cbegin(), references.cend(), [&](const Field &field) {
                const Record *target = nullptr;
                return isMissing(review, record, field, target);
            });
        });
        if (!missing)
            continue;
        for (const Record *record : review.list(kind))
            checkReferences(review, *record, references, problems);
    }
}

static bool recordsOrKeysChanged(const Changes &changes)
{
    return std::any_of(changes.records.cbegin(), changes.records.cend(), [](const Changes::Entry &entry) {
        return entry.appeared || entry.vanished || entry.fields.contains("key");
    });
}

static bool recordsOrReferencesChanged(const Changes &changes)
{
    const auto concerns = [](const Changes::Entry &entry) {
        if (entry.appeared || entry.vanished)
            return true;
        return std::any_of(entry.fields.cbegin(), entry.fields.cend(), [&](const QByteArray &name) {
            const Field *field = describe(entry.kind).field(name);
            return field && field->type == FieldType::Reference;
        });
    };
    return std::any_of(changes.records.cbegin(), changes.records.cend(), concerns);
}

const QList<Check> &dataChecks()
{
    static const QList<Check> checks{
        {"data.duplicateKey", ProblemLevel::Error, allKinds(), false, duplicateKey,
         QT_TRANSLATE_NOOP("Checks", "No two records share a key."), recordsOrKeysChanged},
        {"data.conflict", ProblemLevel::Warning, allKinds(), false, conflict,
         QT_TRANSLATE_NOOP("Checks",
                           "Where two people wrote different values into one field, somebody has chosen.")},
        {"data.missingReference", ProblemLevel::Warning, allKinds(), false, missingReference,
         QT_TRANSLATE_NOOP("Checks", "A record names only records that are here and were not deleted."),
         recordsOrReferencesChanged},
    };
    return checks;
}

} // namespace plumbline
