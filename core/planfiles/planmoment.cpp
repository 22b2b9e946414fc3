#include "core/planfiles/planmoment.h"

namespace plumbline {

bool isPlanDay(const QDate &day)
{
    return day.isValid() && day.year() >= 1900 && day.year() <= 2999;
}

/// The number of these digits, or -1.
static int digitsAt(QStringView text, qsizetype at, qsizetype count)
{
    if (at + count > text.size())
        return -1;
    int number = 0;
    for (const QChar c : text.mid(at, count)) {
        if (c < u'0' || c > u'9')
            return -1;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

std::optional<PlanMoment> planMoment(QStringView text)
{
    text = text.trimmed();
    const bool spaced = text.size() > 4 && text[4] == u'-';
    if (spaced && (text.size() < 10 || text[7] != u'-'))
        return {};
    const qsizetype gap = spaced ? 1 : 0;
    const QDate day(digitsAt(text, 0, 4), digitsAt(text, 4 + gap, 2), digitsAt(text, 6 + 2 * gap, 2));
    const qsizetype dayEnd = 8 + 2 * gap;
    if (digitsAt(text, 0, 4) < 0 || digitsAt(text, 4 + gap, 2) < 0 || !isPlanDay(day))
        return {};
    if (text.size() == dayEnd || (text.size() == dayEnd + 1 && text.back() == u'Z'))
        return PlanMoment{day, QTime(0, 0)};
    if (text[dayEnd] != u'T' && text[dayEnd] != u' ')
        return {};
    const qsizetype at = dayEnd + 1;
    const bool colons = text.size() > at + 2 && text[at + 2] == u':';
    const qsizetype step = colons ? 3 : 2;
    const int second = text.size() >= at + 2 * step + 2 ? digitsAt(text, at + 2 * step, 2) : 0;
    const int hour = digitsAt(text, at, 2);
    const int minute = digitsAt(text, at + step, 2);
    if (hour == 24 && minute == 0 && second == 0)
        return PlanMoment{day.addDays(1), QTime(0, 0)};
    const QTime time(hour, minute, second);
    if (!time.isValid())
        return {};
    return PlanMoment{day, time};
}

QDate lastDayOf(const PlanMoment &finish, const QTime &dayStart)
{
    return finish.time <= dayStart ? finish.day.addDays(-1) : finish.day;
}

} // namespace plumbline
