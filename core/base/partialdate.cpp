#include "core/base/partialdate.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace plumbline {

using namespace Qt::StringLiterals;

QDate PartialDate::last() const
{
    switch (precision) {
    case DatePrecision::Day:
        return first;
    case DatePrecision::Month:
        return first.addMonths(1).addDays(-1);
    case DatePrecision::Quarter:
        return first.addMonths(3).addDays(-1);
    case DatePrecision::Year:
        return first.addYears(1).addDays(-1);
    case DatePrecision::Open:
        break;
    }
    return {};
}

QString PartialDate::toText() const
{
    QString text;
    switch (precision) {
    case DatePrecision::Day:
        text = first.toString(Qt::ISODate);
        break;
    case DatePrecision::Month:
        text = first.toString(u"yyyy-MM"_s);
        break;
    case DatePrecision::Quarter:
        text = u"%1-Q%2"_s.arg(first.year(), 4, 10, QLatin1Char('0')).arg((first.month() + 2) / 3);
        break;
    case DatePrecision::Year:
        text = u"%1"_s.arg(first.year(), 4, 10, QLatin1Char('0'));
        break;
    case DatePrecision::Open:
        return u"TBD"_s;
    }
    return tentative ? text + u'?' : text;
}

static Error notADate(const QString &text)
{
    return {ErrorCode::BadInput,
            QCoreApplication::translate("PartialDate", "“%1” is not a date. Write it as 2020-01-24, 2017-06, "
                                                       "2017-Q3, 2017 or TBD, with a ? when tentative.")
                .arg(text.left(60)),
            {},
            {}};
}

Result<PartialDate> PartialDate::fromText(const QString &text)
{
    if (text == u"TBD")
        return PartialDate{{}, DatePrecision::Open, false};
    static const QRegularExpression form(
        u"^([0-9]{4})(?:-(?:Q([1-4])|([0-9]{2})(?:-([0-9]{2}))?))?(\\?)?$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch() || text.endsWith(u'\n'))
        return notADate(text);
    const int year = match.captured(1).toInt();
    PartialDate date;
    date.tentative = match.hasCaptured(5) && !match.captured(5).isEmpty();
    if (!match.captured(2).isEmpty()) {
        date.precision = DatePrecision::Quarter;
        date.first = QDate(year, 3 * match.captured(2).toInt() - 2, 1);
    } else if (!match.captured(4).isEmpty()) {
        date.first = QDate(year, match.captured(3).toInt(), match.captured(4).toInt());
    } else if (!match.captured(3).isEmpty()) {
        date.precision = DatePrecision::Month;
        date.first = QDate(year, match.captured(3).toInt(), 1);
    } else {
        date.precision = DatePrecision::Year;
        date.first = QDate(year, 1, 1);
    }
    if (!date.first.isValid() || year < 1)
        return notADate(text);
    return date;
}

bool operator<(const PartialDate &a, const PartialDate &b)
{
    if (a.isOpen() != b.isOpen())
        return b.isOpen();
    if (a.last() != b.last())
        return a.last() < b.last();
    return a.first < b.first;
}

/// The month a word names, in English or @p locale, by its first three letters at least; 0 when it names
/// none.
static int monthNamed(const QString &word, const QLocale &locale)
{
    if (word.size() < 3)
        return 0;
    for (const QLocale &language : {QLocale(QLocale::English), locale}) {
        for (int month = 1; month <= 12; ++month) {
            if (language.monthName(month).startsWith(word, Qt::CaseInsensitive) ||
                language.standaloneMonthName(month).startsWith(word, Qt::CaseInsensitive) ||
                word.compare(language.monthName(month, QLocale::ShortFormat), Qt::CaseInsensitive) == 0)
                return month;
        }
    }
    return 0;
}

/// @p year as digits, empty for the first such day not before @p today.
static Result<PartialDate> dayInMonth(int day, int month, const QString &year, const QDate &today,
                                      const QString &typed)
{
    if (!year.isEmpty()) {
        const QDate date(year.toInt(), month, day);
        return date.isValid() ? Result<PartialDate>(PartialDate::day(date)) : notADate(typed);
    }
    for (int next = today.year(); next <= today.year() + 8; ++next) {
        const QDate date(next, month, day);
        if (date.isValid() && date >= today)
            return PartialDate::day(date);
    }
    return notADate(typed);
}

Result<PartialDate> parseTypedDate(const QString &typed, const QDate &today, const QLocale &locale)
{
    QString text = typed.simplified();
    bool tentative = false;
    static const QRegularExpression tentativeWord(u"^(tentatively|tentative|about|perhaps)\\s+"_s,
                                                  QRegularExpression::CaseInsensitiveOption);
    if (const auto match = tentativeWord.match(text); match.hasMatch()) {
        tentative = true;
        text = text.mid(match.capturedLength());
    }
    if (text.endsWith(u'?') && !text.startsWith(u"TBD", Qt::CaseInsensitive)) {
        tentative = true;
        text.chop(1);
        text = text.trimmed();
    }
    const auto finish = [&](Result<PartialDate> date) -> Result<PartialDate> {
        if (date && !date->isOpen() && !date->first.isValid())
            return notADate(typed); // There is no year 0.
        if (date && !date->isOpen())
            date->tentative = tentative;
        return date;
    };
    const QString lower = text.toLower();
    if (lower == u"tbd")
        return PartialDate{{}, DatePrecision::Open, false};
    if (lower == u"today")
        return finish(PartialDate::day(today));
    if (lower == u"tomorrow")
        return finish(PartialDate::day(today.addDays(1)));
    if (auto iso = PartialDate::fromText(text))
        return finish(iso);

    static const QRegularExpression inDays(u"^in (\\d{1,5}) (days?|weeks?)$"_s);
    if (const auto match = inDays.match(lower); match.hasMatch()) {
        const int factor = match.captured(2).startsWith(u"week") ? 7 : 1;
        return finish(PartialDate::day(today.addDays(factor * match.captured(1).toInt())));
    }
    static const QRegularExpression quarter(u"^q([1-4]) (\\d{4})$"_s);
    if (const auto match = quarter.match(lower); match.hasMatch())
        return finish(PartialDate{QDate(match.captured(2).toInt(), 3 * match.captured(1).toInt() - 2, 1),
                                  DatePrecision::Quarter, false});
    static const QRegularExpression dayMonth(u"^(\\d{1,2})\\.?\\s+(\\p{L}+)\\.?(?:\\s+(\\d{4}))?$"_s);
    if (const auto match = dayMonth.match(text); match.hasMatch()) {
        if (const int month = monthNamed(match.captured(2), locale))
            return finish(dayInMonth(match.captured(1).toInt(), month, match.captured(3), today, typed));
    }
    static const QRegularExpression monthDay(u"^(\\p{L}+)\\.?\\s+(\\d{1,2})(?:,?\\s+(\\d{4}))?$"_s);
    if (const auto match = monthDay.match(text); match.hasMatch()) {
        if (const int month = monthNamed(match.captured(1), locale))
            return finish(dayInMonth(match.captured(2).toInt(), month, match.captured(3), today, typed));
    }
    static const QRegularExpression monthYear(u"^(\\p{L}+)\\.?\\s+(\\d{4})$"_s);
    if (const auto match = monthYear.match(text); match.hasMatch()) {
        if (const int month = monthNamed(match.captured(1), locale))
            return finish(
                PartialDate{QDate(match.captured(2).toInt(), month, 1), DatePrecision::Month, false});
    }
    const QDate localDate = locale.toDate(text, QLocale::ShortFormat);
    if (localDate.isValid() && localDate.year() >= 1970)
        return finish(PartialDate::day(localDate));
    return notADate(typed);
}

QString formatDate(const PartialDate &date, const QLocale &locale, const QDate &today)
{
    QString text;
    switch (date.precision) {
    case DatePrecision::Day:
        text = locale.toString(
            date.first, today.isValid() && today.year() == date.first.year() ? u"d MMM"_s : u"d MMM yyyy"_s);
        break;
    case DatePrecision::Month:
        text = locale.toString(date.first, u"MMM yyyy"_s);
        break;
    case DatePrecision::Quarter:
        text = QCoreApplication::translate("PartialDate", "Q%1 %2")
                   .arg((date.first.month() + 2) / 3)
                   .arg(locale.toString(date.first, u"yyyy"_s));
        break;
    case DatePrecision::Year:
        text = locale.toString(date.first, u"yyyy"_s);
        break;
    case DatePrecision::Open:
        return QCoreApplication::translate("PartialDate", "TBD");
    }
    return date.tentative ? QCoreApplication::translate("PartialDate", "%1, tentative").arg(text) : text;
}

std::optional<int> daysBetween(const std::optional<PartialDate> &from, const std::optional<PartialDate> &to)
{
    if (!from || !to || !from->isExact() || !to->isExact())
        return std::nullopt;
    return int(from->first.daysTo(to->first));
}

} // namespace plumbline
