#include "core/planfiles/plancsvdates.h"

#include "core/planfiles/planmoment.h"

#include <QLocale>
#include <QRegularExpression>

namespace plumbline {

using namespace Qt::StringLiterals;

/// A date without a weekday before it and a time after it: "Mon 2020-01-06 08:00" is 2020-01-06.
static QString bareDate(const QString &text)
{
    static const QRegularExpression weekday(u"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? +"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression time(u"[ T]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)? *(?:[ap]m|Z)?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return text.simplified().remove(weekday).remove(time);
}

struct SlashedDate {
    int first = 0;
    int second = 0;
    int year = 0;
};

static std::optional<SlashedDate> slashedDate(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})$"_s);
    const auto match = form.match(bareDate(text));
    if (!match.hasMatch())
        return {};
    const int year = match.captured(3).toInt();
    return SlashedDate{match.captured(1).toInt(), match.captured(2).toInt(), year < 100 ? 2000 + year : year};
}

void CsvDateOrder::learn(const QString &text)
{
    if (const auto date = slashedDate(text)) {
        m_dayFirst = m_dayFirst || (date->first > 12 && date->second <= 12);
        m_monthFirst = m_monthFirst || (date->second > 12 && date->first <= 12);
    }
}

bool CsvDateOrder::isAmbiguous(const QString &text) const
{
    const auto date = slashedDate(text);
    return date && date->first <= 12 && date->second <= 12 && date->first != date->second && m_dayFirst == m_monthFirst;
}

static std::optional<QDate> wordedDate(const QString &text)
{
    static const QStringList forms{u"d MMM yyyy"_s, u"d MMMM yyyy"_s, u"MMM d, yyyy"_s, u"MMMM d, yyyy"_s,
                                   u"MMM d yyyy"_s, u"MMMM d yyyy"_s, u"d-MMM-yyyy"_s,  u"d.M.yyyy"_s,
                                   u"yyyy/M/d"_s,   u"yyyy.M.d"_s};
    for (const QString &form : forms) {
        if (const QDate day = QLocale::c().toDate(text, form); isPlanDay(day))
            return day;
    }
    return {};
}

std::optional<QDate> CsvDateOrder::day(const QString &text) const
{
    if (isAmbiguous(text))
        return {};
    if (const auto date = slashedDate(text)) {
        const bool dayFirst = date->first > 12 || (date->second <= 12 && m_dayFirst);
        const QDate day(date->year, dayFirst ? date->second : date->first, dayFirst ? date->first : date->second);
        return isPlanDay(day) ? std::optional(day) : std::nullopt;
    }
    const QString bare = bareDate(text);
    if (const auto moment = planMoment(bare))
        return moment->day;
    return wordedDate(bare);
}

} // namespace plumbline
