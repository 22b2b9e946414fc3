#include "core/planfiles/plannercalendar.h"

namespace plumbline {

using namespace Qt::StringLiterals;

/// Types of days: 0 worked, 1 not worked, 2 as in the calendar this one is derived from; others are the user's own,
/// worked.
static void readPlannerWeek(PlanXml &xml, PlannerCalendar &calendar)
{
    static constexpr std::array names{"mon"_L1, "tue"_L1, "wed"_L1, "thu"_L1, "fri"_L1, "sat"_L1, "sun"_L1};
    for (size_t day = 1; day <= 7; ++day) {
        const auto type = xml.number(xml.attribute(names[day - 1]), 0, 100000);
        if (type && *type != 2)
            calendar.worked[day] = *type != 1;
    }
    xml.skip();
}

static QTime plannerTime(const QString &text)
{
    return QTime::fromString(text.trimmed(), u"HHmm"_s);
}

/// The hours of a working day.
static void readPlannerHours(PlanXml &xml, PlannerCalendar &calendar)
{
    QTime earliest;
    int seconds = 0;
    while (xml.next()) { // interval
        const QTime start = plannerTime(xml.attribute("start"_L1));
        const QTime end = plannerTime(xml.attribute("end"_L1));
        if (start.isValid() && end.isValid()) {
            seconds += end > start ? start.secsTo(end) : start.secsTo(end) + 86400; // Until midnight.
            if (!earliest.isValid() || start < earliest)
                earliest = start;
        }
        xml.skip();
    }
    if (seconds > 0 && earliest.isValid()) {
        calendar.dayStart = earliest;
        calendar.daySeconds = std::min(seconds, 86400);
    }
}

static void readPlannerTypes(PlanXml &xml, PlannerCalendar &calendar)
{
    while (xml.next()) {
        if (xml.attribute("id"_L1) == u"0")
            readPlannerHours(xml, calendar);
        else
            xml.skip();
    }
}

static void readPlannerDays(PlanXml &xml, PlannerCalendar &calendar)
{
    constexpr int most = 40000;
    while (xml.next()) {
        const auto date = xml.moment(xml.attribute("date"_L1));
        const auto type = xml.number(xml.attribute("id"_L1), 0, 100000);
        if (date && type && *type != 2 && calendar.days.size() < most)
            calendar.days.insert(date->day, *type != 1);
        xml.skip();
    }
}

/// Calendars stand in the one they are derived from, after what it says itself.
static void readPlannerCalendar(PlanXml &xml, PlannerCalendar calendar, QHash<QString, PlannerCalendar> &calendars)
{
    constexpr int most = 200;
    const QString id = xml.attribute("id"_L1);
    while (xml.next()) {
        if (xml.name() == "default-week"_L1)
            readPlannerWeek(xml, calendar);
        else if (xml.name() == "overridden-day-types"_L1)
            readPlannerTypes(xml, calendar);
        else if (xml.name() == "days"_L1)
            readPlannerDays(xml, calendar);
        else if (xml.name() == "calendar"_L1 && calendars.size() < most)
            readPlannerCalendar(xml, calendar, calendars);
        else
            xml.skip();
    }
    calendars.insert(id, calendar);
}

QHash<QString, PlannerCalendar> readPlannerCalendars(PlanXml &xml)
{
    QHash<QString, PlannerCalendar> calendars;
    while (xml.next()) {
        if (xml.name() == "calendar"_L1)
            readPlannerCalendar(xml, {}, calendars);
        else
            xml.skip();
    }
    return calendars;
}

} // namespace plumbline
