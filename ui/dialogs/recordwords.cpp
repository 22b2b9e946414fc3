#include "ui/dialogs/recordwords.h"

#include "core/domain/person.h"
#include "ui/models/fieldwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdlib>
#include <functional>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecordWords)
};

QString dateText(const QString &text, const QDate &today)
{
    const auto date = PartialDate::fromText(text);
    return date ? formatDate(*date, QLocale(), today) : text;
}

QString instantText(const QString &text)
{
    const QDateTime when = QDateTime::fromString(text, Qt::ISODate);
    return when.isValid() ? Words::tr("%1 UTC").arg(QLocale().toString(when.toUTC(), u"d MMM yyyy HH:mm"_s)) : text;
}

QString referenceText(const Review &review, const Value &value)
{
    QUuid uuid;
    if (!idFromValue(value, uuid) || uuid.isNull())
        return {};
    const Record *record = review.findAny(RecordId(uuid));
    if (!record)
        return Words::tr("a record that is not here");
    const QString title = titleWords(review, record->id);
    const QString key = review.shownKey(*record);
    if (key.isEmpty() || review.kindOf(record->id) == Kind::Person)
        return title;
    return title.isEmpty() ? key : Words::tr("%1 %2", "key and title of a record").arg(key, title);
}

QString partText(const Part &part, const Value &value, const QDate &today)
{
    const QString text = value.isNumber() ? QString::number(value.number()) : value.toText();
    if (part.type == FieldType::Choice)
        return choiceLabel(part.choices, text);
    return part.type == FieldType::Date && !text.isEmpty() ? dateText(text, today) : text;
}

/// The parts that are filled in, as @p say puts each of them.
QStringList partsOf(const Field &field, const Value &value, const QDate &today,
                    const std::function<QString(const Part &, const QString &)> &say)
{
    QStringList words;
    const Value::Array items = value.isArray() ? value.array() : Value::Array{value};
    for (qsizetype i = 0; i < std::min(items.size(), field.parts.size()); ++i) {
        const QString text = partText(field.parts.at(i), items.at(i), today);
        if (!text.isEmpty())
            words += say(field.parts.at(i), text);
    }
    return words;
}

QString partsText(const Field &field, const Value &value, const QDate &today)
{
    return partsOf(field, value, today, [](const Part &, const QString &text) { return text; })
        .join(u" · "_s); // A part may be a sentence, or begin with a capital.
}

} // namespace

QString kindLabel(Kind kind)
{
    return QCoreApplication::translate("Kind", describe(kind).label);
}

QString kindPlural(Kind kind)
{
    return QCoreApplication::translate("Kind", describe(kind).plural);
}

QString kindIcon(Kind kind)
{
    switch (kind) {
    case Kind::Review:
        return u"overview"_s;
    case Kind::Rule:
    case Kind::TorSection:
    case Kind::ScopeItem:
        return u"report"_s;
    case Kind::Person:
    case Kind::InterestStatement:
    case Kind::Recusal:
    case Kind::Membership:
        return u"person"_s;
    case Kind::ClosedGroup:
        return u"lock"_s;
    case Kind::ReportBack:
    case Kind::SubTeam:
        return u"sub-teams"_s;
    case Kind::Milestone:
        return u"milestone"_s;
    case Kind::CalendarEvent:
    case Kind::Meeting:
        return u"calendar"_s;
    case Kind::DataRequest:
    case Kind::DataSource:
        return u"evidence"_s;
    case Kind::Presentation:
    case Kind::FeedbackPoint:
    case Kind::Finding:
        return u"findings"_s;
    case Kind::RecommendationGroup:
    case Kind::PriorRecommendation:
    case Kind::ImplementabilityInput:
    case Kind::Recommendation:
        return u"recommendations"_s;
    case Kind::Decision:
        return u"decisions"_s;
    case Kind::ActionItem:
        return u"check"_s;
    case Kind::BoardAction:
        return u"after"_s;
    case Kind::Baseline:
    case Kind::BaselineItem:
        return u"history"_s;
    case Kind::Dependency:
    case Kind::Link:
        return u"link"_s;
    case Kind::Message:
        return u"inbox"_s;
    case Kind::Attachment:
        return u"report"_s;
    case Kind::Tag:
        return u"group"_s;
    case Kind::Note:
        return u"note"_s;
    case Kind::Waiver:
        return u"hint"_s;
    }
    return {};
}

QString fieldLabel(Kind kind, const QByteArray &name)
{
    if (name == "life")
        return Words::tr("Deleted or kept");
    const Field *field = describe(kind).field(name);
    return field ? QCoreApplication::translate("Field", field->label) : QString::fromUtf8(name);
}

QString valueWords(const Review &review, const Field &field, const Value &value, const QDate &today)
{
    if (value.isNull())
        return {};
    switch (field.type) {
    case FieldType::Line:
    case FieldType::Text:
        return value.toText();
    case FieldType::Date:
        return dateText(value.toText(), today);
    case FieldType::Instant:
        return instantText(value.toText());
    case FieldType::Number:
        return QLocale().toString(value.number());
    case FieldType::Choice:
        return choiceLabel(field.choices, value.toText());
    case FieldType::Reference:
        return referenceText(review, value);
    case FieldType::Parts:
        return field.name == "~place" ? Words::tr("another place") : partsText(field, value, today);
    case FieldType::Bytes:
        return QString::fromLatin1(value.rawBytes().left(4).toHex());
    }
    return {};
}

QStringList partLines(const Field &field, const Value &value, const QDate &today)
{
    return partsOf(field, value, today, [](const Part &part, const QString &text) {
        return Words::tr("%1: %2", "name of a part and its value")
            .arg(QCoreApplication::translate("Field", part.label), text);
    });
}

QString titleWords(const Review &review, RecordId id)
{
    const Record *record = review.findAny(id);
    const auto kind = review.kindOf(id);
    if (!record || !kind)
        return {};
    // A membership is known by whom it concerns, and only then by the role.
    const Field *person = *kind == Kind::Membership ? describe(*kind).field("person") : nullptr;
    const Field *field = describe(*kind).field(describe(*kind).title);
    if (person && field)
        return Words::tr("%1, %2", "name and role of a person")
            .arg(valueWords(review, *person, person->get(*record)), valueWords(review, *field, field->get(*record)));
    return field ? valueWords(review, *field, field->get(*record)).simplified() : QString();
}

QString keyWords(const Review &review, RecordId id)
{
    const Record *record = review.findAny(id);
    const auto kind = review.kindOf(id);
    const QString key = record ? review.shownKey(*record) : QString();
    return key.isEmpty() && kind ? kindLabel(*kind) : key;
}

QString shortName(const Review &review, RecordId id)
{
    const Record *record = review.findAny(id);
    const auto kind = review.kindOf(id);
    if (!record || !kind)
        return Words::tr("a record that is not here");
    const QString title = titleWords(review, id);
    const bool byTitle = *kind == Kind::Milestone || *kind == Kind::Person || record->key.isEmpty();
    if (byTitle && !title.isEmpty() && *kind != Kind::Link)
        return title;
    return record->key.isEmpty() ? kindLabel(*kind) : review.shownKey(*record);
}

QString personWords(const Review &review, RecordId person, RecordId me)
{
    if (!person.isNull() && person == me)
        return Words::tr("You");
    const Person *found = review.find(PersonId(person.uuid));
    return found && !found->name.isEmpty() ? found->name : Words::tr("Somebody");
}

QString whenWords(const QDateTime &when, const QDateTime &now)
{
    const QDateTime local = when.toLocalTime();
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return QLocale().toString(local.time(), u"HH:mm"_s);
    if (days == 1)
        return Words::tr("Yesterday");
    return formatDate(PartialDate::day(local.date()), QLocale(), now.toLocalTime().date());
}

QString longWhenWords(const QDateTime &when, const QDateTime &now)
{
    const QDateTime local = when.toLocalTime();
    const QString time = QLocale().toString(local.time(), u"HH:mm"_s);
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return Words::tr("Today %1").arg(time);
    if (days == 1)
        return Words::tr("Yesterday %1").arg(time);
    return whenWords(when, now);
}

QString slipWords(int days)
{
    // Marks that keep the sign before the number in right-to-left text.
    const QString sign = days < 0 ? QString(QChar(0x2212)) : u"+"_s;
    return QChar(0x200E) + sign + Words::tr("%1 d", "number of days").arg(std::abs(days));
}

Severity severityOf(ProblemLevel level)
{
    switch (level) {
    case ProblemLevel::Hint:
        return Severity::Hint;
    case ProblemLevel::Warning:
        return Severity::Warning;
    case ProblemLevel::Error:
        return Severity::Error;
    }
    return Severity::None;
}

} // namespace plumbline
