#include "core/planfiles/ganttprojectcalendar.h"

#include "core/planfiles/plangatherer.h"

#include <array>

namespace plumbline {

using namespace Qt::StringLiterals;

static void readGanttProjectWeek(PlanXml &xml, GanttProjectCalendar &calendar)
{
    static constexpr std::array names{"mon"_L1, "tue"_L1, "wed"_L1, "thu"_L1, "fri"_L1, "sat"_L1, "sun"_L1};
    calendar.weekend.clear();
    for (int day = 1; day <= 7; ++day) {
        const auto type = xml.number(xml.attribute(names[size_t(day - 1)]), 0, 99);
        if (type ? *type == 1 : day >= 6)
            calendar.weekend += day;
    }
    xml.skip();
}

static void readGanttProjectDay(PlanXml &xml, GanttProjectCalendar &calendar)
{
    constexpr int most = 20000;
    GanttProjectDay day;
    if (const auto year = xml.number(xml.attribute("year"_L1), 1900, 2999))
        day.year = int(*year);
    day.month = int(xml.number(xml.attribute("month"_L1), 1, 12).value_or(1));
    day.day = int(xml.number(xml.attribute("date"_L1), 1, 31).value_or(1));
    const QString type = xml.attribute("type"_L1);
    day.off = type.isEmpty() || type == u"HOLIDAY"_s; // Older files know nothing else.
    const bool counts = day.off || type == u"WORKING_DAY"_s;
    day.name = planLine(xml.text());
    if (counts && calendar.days.size() < most)
        calendar.days += day;
}

/// In version 2.0 the week stands in an element calendar, later beside the types of days.
static void readGanttProjectTypes(PlanXml &xml, GanttProjectCalendar &calendar)
{
    while (xml.next()) {
        if (xml.name() == "default-week"_L1) {
            readGanttProjectWeek(xml, calendar);
        } else if (xml.name() == "only-show-weekends"_L1) {
            calendar.weekendIsWorked = xml.flag(xml.attribute("value"_L1)).value_or(false);
            xml.skip();
        } else if (xml.name() == "calendar"_L1) {
            readGanttProjectTypes(xml, calendar);
        } else {
            xml.skip();
        }
    }
}

GanttProjectCalendar readGanttProjectCalendar(PlanXml &xml)
{
    GanttProjectCalendar calendar;
    while (xml.next()) {
        if (xml.name() == "day-types"_L1)
            readGanttProjectTypes(xml, calendar);
        else if (xml.name() == "date"_L1)
            readGanttProjectDay(xml, calendar);
        else
            xml.skip();
    }
    return calendar;
}

PlanCalendar ganttProjectDays(const GanttProjectCalendar &calendar, int firstYear, int lastYear,
                              QSet<QDate> &workedAfterAll)
{
    lastYear = std::min(lastYear, firstYear + 99);
    PlanCalendar days;
    days.weekend = calendar.weekendIsWorked ? QList<int>() : calendar.weekend;
    QHash<QDate, QString> off; // The last word about a day counts.
    for (const GanttProjectDay &day : calendar.days) {
        for (int year = day.year.value_or(firstYear); year <= day.year.value_or(lastYear); ++year) {
            const QDate date(year, day.month, day.day);
            if (!date.isValid())
                continue;
            if (day.off) {
                off.insert(date, day.name);
                workedAfterAll.remove(date);
            } else {
                off.remove(date);
                if (days.weekend.contains(date.dayOfWeek()))
                    workedAfterAll += date;
            }
        }
    }
    for (auto date = off.cbegin(); date != off.cend(); ++date)
        days.off += {date.key(), date.key(), date.value()};
    return days;
}

} // namespace plumbline
