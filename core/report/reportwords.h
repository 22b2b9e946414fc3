#pragma once

#include "core/base/partialdate.h"
#include "core/domain/review.h"
#include "core/report/document.h"

#include <QCoreApplication>
#include <QLocale>

namespace plumbline {
struct Person;
struct SubTeam;
struct Milestone;
} // namespace plumbline

namespace plumbline::report {

/// The label of a choice in the user's language; the word as it came when this version does not know it;
/// empty for none.
template<class E>
QString wordOf(const Choice<E> &choice)
{
    if (!choice.value)
        return choice.raw;
    return QCoreApplication::translate("Choice", choiceWords<E>().at(qsizetype(*choice.value)).label);
}

/// The date with its year, as a person writes it; empty for none.
QString dateText(const std::optional<PartialDate> &date, const QLocale &locale);
QString dateText(const QDate &day, const QLocale &locale);

/// @p text, or a sentence in the attention tone that says what is missing.
Text orMissing(const QString &text, const QString &missing);
/// The same for CommonMark.
Text markdownOrMissing(const QString &markdown, const QString &missing);
Text missing(const QString &sentence);

/// Where the record is printed; the same in every report.
QString anchorOf(const Record &record);

/// "S5 DNS abuse", or "Full team" for null.
QString laneName(const Review &review, const SubTeam *subTeam);

/// The names of those who serve in a role, "Chair: A, B" per role, most responsible first; empty when nobody
/// does. Null @p subTeam means the full team. Names and roles only.
QStringList memberLines(const Review &review, const SubTeam *subTeam);

/// "+16", "−3" with a true minus, "0"; empty for none.
QString signedDays(std::optional<int> days);

/// The parts of a cover every report shares: title of the review, team, record date and facts.
void fillCover(Document &document, const Review &review, const QDate &recordDate, const QLocale &locale);

/// The contents, on a page of their own.
Section contentsSection();

} // namespace plumbline::report
