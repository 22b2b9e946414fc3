#include "core/checks/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

/// The title of a record as people read it: the label of a choice, the text of anything else.
static QString shownTitle(Kind kind, const Record &record)
{
    const QString title = titleOf(kind, record);
    const KindDescription &description = describe(kind);
    const Field *field = description.field(description.title);
    if (!field || !field->choices)
        return title;
    for (const ChoiceWord &choice : *field->choices) {
        if (title == QLatin1String(choice.word))
            return QCoreApplication::translate("Choice", choice.label);
    }
    return title;
}

/// Characters of a title within a sentence; a note or a decision may have thousands.
static constexpr qsizetype longestTitle = 80;

static QString oneLineOf(const QString &title)
{
    const bool plain = std::none_of(title.cbegin(), title.cend(), [](QChar letter) {
        return letter.isSpace() && letter != u' ';
    });
    const QString line = plain ? title : title.simplified(); // A title is one line; a note or a decision need not be.
    if (line.size() <= longestTitle)
        return line;
    const qsizetype gap = line.lastIndexOf(u' ', longestTitle - 1);
    return line.left(gap > longestTitle / 2 ? gap : longestTitle - 1) + QChar(0x2026);
}

QString nameOf(const Review &review, const Record &record)
{
    const auto kind = review.kindOf(record.id);
    if (!kind)
        return record.key;
    const QString key = review.shownKey(record);
    const QString title = oneLineOf(shownTitle(*kind, record));
    const QString first = key.isEmpty() ? QCoreApplication::translate("Kind", describe(*kind).label) : key;
    if (title.isEmpty() || title == record.key)
        return first;
    return QCoreApplication::translate("Checks", "%1 “%2”", "key and title of a record").arg(first, title);
}

QString dateWords(const PartialDate &date)
{
    return formatDate(date, QLocale());
}

QString dateWords(const QDate &date)
{
    return dateWords(PartialDate::day(date));
}

Problem problemOn(const Record &record, const QString &sentence, const QString &next, int days)
{
    Problem problem;
    problem.sentence = sentence;
    problem.record = record.id;
    problem.next = next;
    problem.days = days;
    return problem;
}

} // namespace plumbline
