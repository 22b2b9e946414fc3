#include "core/planfiles/mspdicalendar.h"

#include "core/planfiles/plangatherer.h"

namespace plumbline {

using namespace Qt::StringLiterals;

static void readTimePeriod(PlanXml &xml, MspdiException &exception)
{
    while (xml.next()) {
        if (xml.name() == "FromDate"_L1)
            exception.from = xml.moment(xml.text());
        else if (xml.name() == "ToDate"_L1)
            exception.to = xml.moment(xml.text());
        else
            xml.skip();
    }
}

/// The first time of day at which work begins.
static QTime readWorkingTimes(PlanXml &xml)
{
    QTime earliest;
    while (xml.next()) { // WorkingTime
        while (xml.next()) {
            const bool isFrom = xml.name() == "FromTime"_L1;
            const QTime time = QTime::fromString(xml.text().trimmed().left(8), u"HH:mm:ss"_s);
            if (isFrom && time.isValid() && (!earliest.isValid() || time < earliest))
                earliest = time;
        }
    }
    return earliest;
}

static MspdiException readException(PlanXml &xml)
{
    MspdiException exception;
    while (xml.next()) {
        if (xml.name() == "TimePeriod"_L1)
            readTimePeriod(xml, exception);
        else if (xml.name() == "Name"_L1)
            exception.name = planLine(xml.text());
        else if (xml.name() == "DayWorking"_L1)
            exception.worked = xml.flag(xml.text()).value_or(false);
        else if (xml.name() == "Type"_L1)
            exception.type = int(xml.number(xml.text(), 0, 9).value_or(1));
        else if (xml.name() == "Period"_L1)
            exception.period = int(xml.number(xml.text(), 0, 9999).value_or(1));
        else if (xml.name() == "DaysOfWeek"_L1)
            exception.daysOfWeek = int(xml.number(xml.text(), 0, 127).value_or(0));
        else if (xml.name() == "MonthItem"_L1)
            exception.monthItem = int(xml.number(xml.text(), 0, 9).value_or(0));
        else if (xml.name() == "MonthPosition"_L1)
            exception.monthPosition = int(xml.number(xml.text(), 0, 4).value_or(0));
        else if (xml.name() == "Month"_L1)
            exception.month = int(xml.number(xml.text(), 0, 11).value_or(0)) + 1;
        else if (xml.name() == "MonthDay"_L1)
            exception.monthDay = int(xml.number(xml.text(), 0, 31).value_or(1));
        else
            xml.skip();
    }
    return exception;
}

/// A day of the week, or, as older files have it, a stretch of days that are otherwise (DayType 0).
static void readWeekDay(PlanXml &xml, MspdiCalendar &calendar, QList<MspdiException> &olderExceptions)
{
    int type = -1;
    MspdiException exception;
    QTime start;
    while (xml.next()) {
        if (xml.name() == "DayType"_L1)
            type = int(xml.number(xml.text(), 0, 7).value_or(-1));
        else if (xml.name() == "DayWorking"_L1)
            exception.worked = xml.flag(xml.text()).value_or(false);
        else if (xml.name() == "TimePeriod"_L1)
            readTimePeriod(xml, exception);
        else if (xml.name() == "WorkingTimes"_L1)
            start = readWorkingTimes(xml);
        else
            xml.skip();
    }
    if (type == 0 && olderExceptions.size() < 2000)
        olderExceptions += exception;
    if (type < 1)
        return;
    const int day = type == 1 ? 7 : type - 1; // 1 is Sunday here.
    calendar.worked[size_t(day)] = exception.worked;
    calendar.dayStart[size_t(day)] = start;
}

static void readCalendar(PlanXml &xml, QHash<int, MspdiCalendar> &calendars)
{
    MspdiCalendar calendar;
    int uid = -1;
    QList<MspdiException> older;
    QList<MspdiException> newer;
    constexpr int most = 2000;
    while (xml.next()) {
        if (xml.name() == "UID"_L1) {
            uid = int(xml.number(xml.text(), -1, 2147483647).value_or(-1));
        } else if (xml.name() == "BaseCalendarUID"_L1) {
            calendar.base = int(xml.number(xml.text(), -1, 2147483647).value_or(-1));
        } else if (xml.name() == "WeekDays"_L1) {
            while (xml.next())
                readWeekDay(xml, calendar, older);
        } else if (xml.name() == "Exceptions"_L1) {
            while (xml.next()) {
                if (const MspdiException exception = readException(xml); newer.size() < most)
                    newer += exception;
            }
        } else {
            xml.skip();
        }
    }
    // Newer programs write both forms, and only the newer one has names and repetitions.
    calendar.exceptions = newer.isEmpty() ? older : newer;
    calendars.insert(uid, calendar);
}

QHash<int, MspdiCalendar> readMspdiCalendars(PlanXml &xml)
{
    constexpr int most = 2000; // Every person may have one.
    QHash<int, MspdiCalendar> calendars;
    while (xml.next()) {
        if (calendars.size() < most)
            readCalendar(xml, calendars);
        else
            xml.skip();
    }
    return calendars;
}

/// Adds the days off of a calendar, and counts what it cannot add.
static void addExceptions(const MspdiCalendar &calendar, MspdiWeek &week)
{
    constexpr int mostRepeating = 200;
    constexpr int mostDays = 20000;
    int repeating = 0;
    for (const MspdiException &exception : calendar.exceptions) {
        if (!exception.from || !exception.to || exception.to->day < exception.from->day)
            continue;
        const bool isOnce = exception.type < 2 && exception.period <= 1;
        const bool tooMany = week.off.size() > mostDays || (!isOnce && ++repeating > mostRepeating);
        if (exception.worked || tooMany || !addDaysOff(exception, week.off))
            ++week.leftOut;
    }
}

MspdiWeek mspdiWeekOf(const QHash<int, MspdiCalendar> &calendars, int uid)
{
    constexpr int longestChain = 5;
    MspdiWeek week;
    std::array<bool, 8> known{};
    for (int i = 0; i < longestChain && calendars.contains(uid); ++i) {
        const MspdiCalendar &calendar = calendars[uid];
        for (size_t day = 1; day <= 7; ++day) {
            if (!known[day] && calendar.worked[day]) {
                known[day] = true;
                week.worked[day] = *calendar.worked[day];
                week.dayStart[day] = calendar.dayStart[day];
            }
        }
        addExceptions(calendar, week);
        if (calendar.base == uid)
            break;
        uid = calendar.base;
    }
    for (size_t day = 1; day <= 7; ++day)
        week.worked[day] = known[day] ? week.worked[day] : day <= 5;
    return week;
}

} // namespace plumbline
