#include "core/report/redline.h"

#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "core/domain/numbers.h"
#include "core/domain/person.h"
#include "core/edits/baselines.h"
#include "core/report/valuewords.h"
#include "core/session/baselinestate.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::report {

using namespace Qt::StringLiterals;

static QString trRedline(const char *text)
{
    return QCoreApplication::translate("Redline", text);
}

namespace {

/// Compares records of two states.
class StateComparison
{
public:
    StateComparison(const Review &before, const Review &after, const QLocale &locale)
        : m_before(before), m_after(after), m_locale(locale)
    {
    }

    /// One of the two may be null: the record is new or gone.
    RedlineRecord compare(Kind kind, const Record *old, const Record *young) const
    {
        const Record &shown = young ? *young : *old;
        const Review &review = young ? m_after : m_before;
        RedlineRecord record;
        record.what = !old ? RedlineRecord::New : !young ? RedlineRecord::Gone : RedlineRecord::Changed;
        record.record = shown.id;
        record.kind = kind;
        record.key = review.shownKey(shown);
        record.title = titleWords(review, kind, shown);
        for (const Field &field : describe(kind).fields) {
            const Value was = old ? field.get(*old) : Value();
            const Value is = young ? field.get(*young) : Value();
            // The key of a record that is new or gone stands beside its title already.
            const bool isSaid = field.name == "key" && record.what != RedlineRecord::Changed;
            if (was == is || isSaid || field.name.startsWith('~') || field.type == FieldType::Bytes)
                continue;
            record.fields += compareField(field, was, is);
        }
        return record;
    }

private:
    /// A membership is known by whom it concerns, and only then by the role.
    QString titleWords(const Review &review, Kind kind, const Record &record) const
    {
        QStringList words;
        const Field *person = kind == Kind::Membership ? describe(kind).field("person") : nullptr;
        for (const Field *field : {person, describe(kind).field(describe(kind).title)}) {
            const QString text = field ? valueWords(review, *field, field->get(record), m_locale).simplified() : QString();
            if (!text.isEmpty())
                words += text;
        }
        return words.join(u", "_s);
    }

    RedlineField compareField(const Field &field, const Value &was, const Value &is) const
    {
        RedlineField result;
        result.field = field.name;
        result.label = QCoreApplication::translate("Field", field.label);
        result.before = valueWords(m_before, field, was, m_locale);
        result.after = valueWords(m_after, field, is, m_locale);
        const bool isText = field.type == FieldType::Line || field.type == FieldType::Text;
        if (isText) {
            result.diff = wordDiff(result.before, result.after);
        } else {
            // Of a date or a choice, all of it is another.
            if (!result.before.isEmpty())
                result.diff += {DiffPiece::Deleted, result.before};
            if (!result.after.isEmpty())
                result.diff += {DiffPiece::Inserted, result.after};
        }
        return result;
    }

    const Review &m_before; // Not owned.
    const Review &m_after;  // Not owned.
    const QLocale &m_locale;
};

void addAuthor(QList<RedlineAuthor> &authors, const AuthoredChange &change, const QString &name)
{
    auto known = std::find_if(authors.begin(), authors.end(),
                              [&](const RedlineAuthor &author) { return author.person == change.person; });
    if (known == authors.end())
        known = authors.insert(authors.end(), {change.person, name, change.when, change.when, 0});
    known->first = std::min(known->first, change.when);
    known->last = std::max(known->last, change.when);
    ++known->changes;
}

void addAuthors(Redline &redline, const QList<AuthoredChange> &changes, const Review &review)
{
    QHash<RecordId, RedlineRecord *> records;
    for (RedlineRecord &record : redline.records)
        records.insert(record.record, &record);
    for (const AuthoredChange &change : changes) {
        RedlineRecord *record = records.value(change.record);
        if (!record || change.field.startsWith('~'))
            continue;
        const Person *person = review.find(PersonId(change.person.uuid));
        const QString name = person ? person->name : trRedline(QT_TRANSLATE_NOOP("Redline", "somebody"));
        addAuthor(record->authors, change, name);
        for (RedlineField &field : record->fields) {
            if (field.field == change.field)
                addAuthor(field.authors, change, name);
        }
    }
}

/// The numbers a baseline froze.
FrozenNumbers numbersOf(const Review &review, RecordId baseline)
{
    FrozenNumbers numbers;
    for (const BaselineItem *item : review.all<BaselineItem>()) {
        if (item->baseline.uuid == baseline.uuid && !item->number.isEmpty())
            numbers.insert(item->record, item->number);
    }
    return numbers;
}

FrozenNumbers numbersNow(const Review &review)
{
    FrozenNumbers numbers;
    const auto computed = recommendationNumbers(review);
    for (auto number = computed.cbegin(); number != computed.cend(); ++number)
        numbers.insert(RecordId(number.key().uuid), number->toText());
    return numbers;
}

} // namespace

QList<RedlineRecord> compareStates(const Review &before, const Review &after, const FrozenNumbers &numbersBefore,
                                   const FrozenNumbers &numbersAfter, const QLocale &locale)
{
    const StateComparison comparison(before, after, locale);
    QList<RedlineRecord> records;
    const auto add = [&](RedlineRecord record) {
        record.numberBefore = numbersBefore.value(record.record);
        record.numberAfter = numbersAfter.value(record.record);
        if (record.what != RedlineRecord::Changed || !record.fields.isEmpty() ||
            record.numberBefore != record.numberAfter)
            records += record;
    };
    for (const Kind kind : allKinds()) {
        if (kind == Kind::Baseline || kind == Kind::BaselineItem)
            continue;
        for (const Record *record : after.list(kind))
            add(comparison.compare(kind, before.find(record->id), record));
        for (const Record *record : before.list(kind)) {
            if (!after.find(record->id))
                add(comparison.compare(kind, record, nullptr));
        }
    }
    return records;
}

Result<Redline> redline(Store &store, RecordId from, RecordId to, const QLocale &locale)
{
    const Review &now = store.review();
    const Baseline *base = now.find(BaselineId(from.uuid));
    const Baseline *against = now.find(BaselineId(to.uuid));
    if (from.isNull())
        return Error{ErrorCode::Refused,
                     trRedline(QT_TRANSLATE_NOOP("Redline", "A redline begins with a baseline; choose one.")),
                     {},
                     {}};
    const auto before = baselineState(store, from);
    if (!before)
        return before.error();
    const QList<int> audiences = audiencesSeenBy(base->audience);
    const auto after = to.isNull() ? Result<Review>(ofAudiences(now, audiences)) : baselineState(store, to);
    if (!after)
        return after.error();
    Redline result;
    result.from = base->name;
    result.to = against ? against->name : trRedline(QT_TRANSLATE_NOOP("Redline", "now"));
    result.records = compareStates(*before, *after, numbersOf(now, from),
                                   to.isNull() ? numbersNow(*after) : numbersOf(now, to), locale);
    QSet<RecordId> touched;
    for (const RedlineRecord &record : std::as_const(result.records))
        touched.insert(record.record);
    const auto changes = store.changesBetween(base->tips, against ? std::optional(against->tips) : std::nullopt, touched);
    if (!changes)
        return changes.error();
    addAuthors(result, *changes, now);
    return result;
}

} // namespace plumbline::report
