#include "core/report/valuewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::report {

using namespace Qt::StringLiterals;

namespace {

QString wordOfList(const QList<ChoiceWord> *choices, const QString &word)
{
    if (choices) {
        for (const ChoiceWord &choice : *choices) {
            if (word == QLatin1String(choice.word))
                return QCoreApplication::translate("Choice", choice.label);
        }
    }
    return word;
}

QString dateWords(const QString &text, const QLocale &locale)
{
    const auto date = PartialDate::fromText(text);
    return date ? formatDate(*date, locale) : text;
}

QString recordWords(const Review &review, const Value &value)
{
    QUuid uuid;
    if (!idFromValue(value, uuid) || uuid.isNull())
        return {};
    const Record *record = review.findAny(RecordId(uuid));
    if (!record)
        return QCoreApplication::translate("Report", "a record that is not here");
    const QString key = review.shownKey(*record);
    const QString title = titleOf(*review.kindOf(record->id), *record);
    return key.isEmpty() || title == key ? title : key + u' ' + title;
}

QString partsWords(const Field &field, const Value &value, const QLocale &locale)
{
    QStringList words;
    const Value::Array items = value.isArray() ? value.array() : Value::Array{value};
    for (qsizetype i = 0; i < std::min(items.size(), field.parts.size()); ++i) {
        const Value &item = items.at(i);
        QString text = item.isNumber() ? QString::number(item.number()) : item.toText();
        if (field.parts.at(i).type == FieldType::Choice)
            text = wordOfList(field.parts.at(i).choices, text);
        else if (field.parts.at(i).type == FieldType::Date && !text.isEmpty())
            text = dateWords(text, locale);
        if (!text.isEmpty())
            words += text;
    }
    return words.join(u", "_s);
}

} // namespace

QString valueWords(const Review &review, const Field &field, const Value &value, const QLocale &locale)
{
    if (value.isNull())
        return {};
    switch (field.type) {
    case FieldType::Line:
    case FieldType::Text:
    case FieldType::Instant:
        return value.toText();
    case FieldType::Date:
        return dateWords(value.toText(), locale);
    case FieldType::Number:
        return locale.toString(value.number());
    case FieldType::Choice:
        return wordOfList(field.choices, value.toText());
    case FieldType::Reference:
        return recordWords(review, value);
    case FieldType::Parts:
        return partsWords(field, value, locale);
    case FieldType::Bytes:
        return QString::fromLatin1(value.rawBytes().toHex());
    }
    return {};
}

} // namespace plumbline::report
