#include "ui/models/fieldwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

/// What is to be said of a single value, of a field or of a part of one.
struct Described {
    FieldType type;
    const QList<ChoiceWord> *choices;
    QList<Part> parts;
};

QString words(const Review &review, const Described &described, const Value &value, const QDate &today);

QString dateWordsOf(const QString &text, const QDate &today)
{
    const Result<PartialDate> date = PartialDate::fromText(text);
    return date ? formatDate(*date, QLocale(), today) : text;
}

QString instantWords(const QString &text)
{
    const QDateTime instant = QDateTime::fromString(text, Qt::ISODate);
    if (!instant.isValid())
        return text;
    return QCoreApplication::translate("FieldWords", "%1 UTC")
        .arg(QLocale().toString(instant.toUTC(), QLocale::ShortFormat));
}

QString partsWords(const Review &review, const QList<Part> &parts, const Value &value, const QDate &today)
{
    const Value::Array items = value.array();
    QStringList shown;
    for (qsizetype i = 0; i < parts.size() && i < items.size(); ++i) {
        const Part &part = parts.at(i);
        if (const QString text = words(review, {part.type, part.choices, {}}, items.at(i), today);
            !text.isEmpty())
            shown += text;
    }
    return shown.join(u" · "_s);
}

QString words(const Review &review, const Described &described, const Value &value, const QDate &today)
{
    if (value.isNull())
        return {};
    switch (described.type) {
    case FieldType::Line:
    case FieldType::Text:
        return value.toText();
    case FieldType::Date:
        return dateWordsOf(value.toText(), today);
    case FieldType::Instant:
        return instantWords(value.toText());
    case FieldType::Number:
        return QLocale().toString(value.number());
    case FieldType::Choice:
        return choiceLabel(described.choices, value.toText());
    case FieldType::Reference:
        return recordWords(review, referenceOf(value));
    case FieldType::Parts:
        return partsWords(review, described.parts, value, today);
    case FieldType::Bytes:
        return QString::fromLatin1(value.rawBytes().toHex());
    }
    return {};
}

} // namespace

QString fieldLabel(const Field &field)
{
    return QCoreApplication::translate("Field", field.label);
}

QString partLabel(const Part &part)
{
    return QCoreApplication::translate("Field", part.label);
}

QString fieldHelp(const Field &field)
{
    return *field.help ? QCoreApplication::translate("Field", field.help) : QString();
}

QString kindWord(Kind kind)
{
    return QCoreApplication::translate("Kind", describe(kind).label);
}

QString kindWords(Kind kind)
{
    return QCoreApplication::translate("Kind", describe(kind).plural);
}

QString choiceLabel(const QList<ChoiceWord> *words, const QString &word)
{
    if (words) {
        for (const ChoiceWord &choice : *words) {
            if (word == QLatin1String(choice.word))
                return QCoreApplication::translate("Choice", choice.label);
        }
    }
    return word;
}

QString recordWords(const Review &review, RecordId record)
{
    if (record.isNull())
        return {};
    const std::optional<Kind> kind = review.kindOf(record);
    const Record *found = kind ? review.findAny(record) : nullptr;
    if (!found)
        return QCoreApplication::translate("FieldWords", "a record that is not in this copy");
    const QString key = review.shownKey(*found);
    const Field *titleField = describe(*kind).field(describe(*kind).title);
    const QString title = titleField && titleField->choices
                              ? choiceLabel(titleField->choices, titleField->get(*found).toText())
                              : titleOf(*kind, *found);
    QString words = key.isEmpty() || title == found->key ? title : key + u' ' + title;
    if (words.isEmpty())
        words = kindWord(*kind);
    return review.find(record) ? words : QCoreApplication::translate("FieldWords", "%1 (deleted)").arg(words);
}

QString subTeamWords(const Review &review, RecordId subTeam)
{
    return subTeam.isNull() ? QCoreApplication::translate("FieldWords", "Full team")
                            : recordWords(review, subTeam);
}

RecordId referenceOf(const Value &value)
{
    return value.rawBytes().size() == 16 ? RecordId(QUuid::fromRfc4122(value.rawBytes())) : RecordId();
}

QString dateText(const std::optional<PartialDate> &date, const QDate &today)
{
    return date ? formatDate(*date, QLocale(), today) : QString();
}

QString fieldWords(const Review &review, const Field &field, const Value &value, const QDate &today)
{
    return words(review, {field.type, field.choices, field.parts}, value, today);
}

} // namespace plumbline
