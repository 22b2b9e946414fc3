// Invariant: before[d] worked days of the tables lie before their d-th day, and worked lists them, so each undoes the other.
// Outside the tables one step is one day in both, which keeps both monotone.

#include "core/schedule/workcalendar.h"

#include "core/domain/calendarevent.h"
#include "core/domain/review.h"
#include "core/domain/rule.h"
#include "core/schedule/weekend.h"

#include <QMutex>

#include <algorithm>

namespace plumbline {

WorkCalendar::WorkCalendar(const QList<int> &weekend, const QList<QPair<QDate, QDate>> &off)
{
    // Checks make one after every edit, nearly always the same.
    static QMutex mutex;
    static QList<int> lastWeekend;
    static QList<QPair<QDate, QDate>> lastOff;
    static std::shared_ptr<const Tables> lastTables;
    const QMutexLocker lock(&mutex);
    if (!lastTables || lastWeekend != weekend || lastOff != off) {
        lastTables = tablesFor(weekend, off);
        lastWeekend = weekend;
        lastOff = off;
    }
    m_tables = lastTables;
}

std::shared_ptr<const WorkCalendar::Tables> WorkCalendar::tablesFor(const QList<int> &weekend,
                                                                    const QList<QPair<QDate, QDate>> &off)
{
    auto tables = std::make_shared<Tables>();
    tables->first = boundOf(QDate(1950, 1, 1));
    const int last = boundOf(QDate(2199, 12, 31));
    std::vector<bool> isOff(size_t(last - tables->first + 1));
    for (int day = tables->first; day <= last; ++day) {
        const int ofWeek = day % 7 + 1; // Julian day 0 was a Monday.
        isOff[size_t(day - tables->first)] = weekend.contains(ofWeek);
    }
    for (const auto &[from, to] : off) {
        for (int day = std::max(boundOf(from), tables->first); day <= std::min(boundOf(to), last); ++day)
            isOff[size_t(day - tables->first)] = true;
    }
    tables->before.reserve(isOff.size());
    for (int day = tables->first; day <= last; ++day) {
        tables->before.push_back(int(tables->worked.size()));
        if (!isOff[size_t(day - tables->first)])
            tables->worked.push_back(day);
    }
    return tables;
}

WorkCalendar WorkCalendar::of(const Review &review, const QDate &today)
{
    QList<QPair<QDate, QDate>> off;
    for (const CalendarEvent *event : review.all<CalendarEvent>()) {
        const bool isOff = event->category.is(CalendarKind::Holidays) || event->category.is(CalendarKind::Meeting) ||
                           event->category.is(CalendarKind::Suspension);
        if (!isOff || !event->first || event->first->isOpen())
            continue;
        QDate last = event->first->last();
        if (event->last)
            last = event->last->isOpen() ? today : event->last->last();
        else if (event->category.is(CalendarKind::Suspension))
            last = today;
        off += {event->first->first, last};
    }
    return WorkCalendar(weekendOf(review), off);
}

int WorkCalendar::before(int bound) const
{
    const int index = bound - m_tables->first;
    if (index < 0)
        return index;
    if (index >= int(m_tables->before.size()))
        return int(m_tables->worked.size()) + index - int(m_tables->before.size());
    return m_tables->before[size_t(index)];
}

int WorkCalendar::worked(int number) const
{
    if (number < 0)
        return m_tables->first + number;
    if (number >= int(m_tables->worked.size()))
        return m_tables->first + int(m_tables->before.size()) + number - int(m_tables->worked.size());
    return m_tables->worked[size_t(number)];
}

int WorkCalendar::days(int from, int to, DayUnit unit) const
{
    return unit == DayUnit::Calendar ? to - from : before(to) - before(from);
}

int WorkCalendar::finish(int start, int days, DayUnit unit) const
{
    if (unit == DayUnit::Calendar || days <= 0)
        return start + std::max(days, 0);
    return worked(before(start) + days - 1) + 1;
}

int WorkCalendar::start(int finish, int days, DayUnit unit) const
{
    if (unit == DayUnit::Calendar || days <= 0)
        return finish - std::max(days, 0);
    return worked(before(finish) - days);
}

int WorkCalendar::after(int bound, int days, DayUnit unit) const
{
    if (unit == DayUnit::Calendar || days == 0)
        return bound + days;
    return days > 0 ? worked(before(bound) + days - 1) + 1 : worked(before(bound) + days);
}

int WorkCalendar::before(int bound, int days, DayUnit unit) const
{
    if (unit == DayUnit::Calendar || days == 0)
        return bound - days;
    return days > 0 ? worked(before(bound) - days) : worked(before(bound + 1) - 1 - days);
}

} // namespace plumbline
