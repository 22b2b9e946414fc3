#include "core/planfiles/mspdixml.h"

namespace plumbline {

using namespace Qt::StringLiterals;

static void writeMspdiException(MspdiXml &xml, const PlanDaysOff &off)
{
    xml.open("Exception");
    xml.number("EnteredByOccurrences", 0);
    xml.open("TimePeriod");
    xml.moment("FromDate", off.first, QTime(0, 0));
    xml.moment("ToDate", off.last, QTime(23, 59));
    xml.close();
    xml.number("Occurrences", off.first.daysTo(off.last) + 1);
    xml.text("Name", off.name);
    xml.number("Type", 1);
    xml.number("DayWorking", 0);
    xml.close();
}

static void writeMspdiHours(MspdiXml &xml, const char *from, const char *to)
{
    xml.open("WorkingTime");
    xml.text("FromTime", QLatin1String(from));
    xml.text("ToTime", QLatin1String(to));
    xml.close();
}

void writeMspdiCalendar(MspdiXml &xml, const PlanCalendar &calendar)
{
    xml.open("Calendars");
    xml.open("Calendar");
    xml.number("UID", 1);
    xml.text("Name", u"Standard"_s);
    xml.number("IsBaseCalendar", 1);
    xml.number("BaseCalendarUID", -1);
    xml.open("WeekDays");
    for (int type = 1; type <= 7; ++type) { // 1 is Sunday.
        const bool worked = !calendar.weekend.contains(type == 1 ? 7 : type - 1);
        xml.open("WeekDay");
        xml.number("DayType", type);
        xml.number("DayWorking", worked);
        if (worked) {
            xml.open("WorkingTimes");
            writeMspdiHours(xml, "08:00:00", "12:00:00");
            writeMspdiHours(xml, "13:00:00", "17:00:00");
            xml.close();
        }
        xml.close();
    }
    xml.close();
    if (!calendar.off.isEmpty()) {
        xml.open("Exceptions");
        for (const PlanDaysOff &off : calendar.off)
            writeMspdiException(xml, off);
        xml.close();
    }
    xml.close();
    xml.close();
}

} // namespace plumbline
