// Rules that repeat within a day are not followed: all their times are one day of a plan, and a rule such as "every
// second of 30 February" would make libical search for minutes.

#include "core/planfiles/icalendartimes.h"

#include "core/planfiles/planmoment.h"

#include <algorithm>
#include <memory>

namespace plumbline {

static icaltimetype inUtc(const icaltimetype &time)
{
    return time.zone ? icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone()) : time;
}

std::optional<QDate> iCalendarDay(const icaltimetype &time)
{
    if (icaltime_is_null_time(time))
        return {};
    const icaltimetype utc = icaltime_is_date(time) ? time : inUtc(time);
    const QDate day(utc.year, utc.month, utc.day);
    return isPlanDay(day) ? std::optional(day) : std::nullopt;
}

QString iCalendarKey(const icaltimetype &time)
{
    const icaltimetype utc = icaltime_is_date(time) ? time : inUtc(time);
    return QString::asprintf("%04d%02d%02d", utc.year, utc.month, utc.day) +
           (icaltime_is_date(time) ? QString() : QString::asprintf("T%02d%02d%02d", utc.hour, utc.minute, utc.second));
}

/// The day on the clock of the event, which an exception without a time means.
static QString localDayKey(const icaltimetype &time)
{
    return QString::asprintf("%04d%02d%02d", time.year, time.month, time.day);
}

static QSet<QString> exceptionsOf(icalcomponent *event)
{
    constexpr int most = 10000;
    QSet<QString> keys;
    for (icalproperty *property = icalcomponent_get_first_property(event, ICAL_EXDATE_PROPERTY);
         property && keys.size() < most; property = icalcomponent_get_next_property(event, ICAL_EXDATE_PROPERTY))
        keys += iCalendarKey(icalproperty_get_datetime_with_component(property, event));
    return keys;
}

bool repeatsWithinADay(const icalrecurrencetype &rule)
{
    const auto several = [](const short *values) {
        return values[0] != ICAL_RECURRENCE_ARRAY_MAX && values[1] != ICAL_RECURRENCE_ARRAY_MAX;
    };
    return rule.freq < ICAL_DAILY_RECURRENCE || rule.freq > ICAL_YEARLY_RECURRENCE || several(rule.by_hour) ||
           several(rule.by_minute) || several(rule.by_second);
}

bool areZonesSane(icalcomponent *calendar)
{
    constexpr int most = 200;
    int changes = 0;
    for (icalcomponent *zone = icalcomponent_get_first_component(calendar, ICAL_VTIMEZONE_COMPONENT); zone;
         zone = icalcomponent_get_next_component(calendar, ICAL_VTIMEZONE_COMPONENT)) {
        for (icalcomponent *change = icalcomponent_get_first_component(zone, ICAL_ANY_COMPONENT); change;
             change = icalcomponent_get_next_component(zone, ICAL_ANY_COMPONENT)) {
            icalproperty *property = icalcomponent_get_first_property(change, ICAL_RRULE_PROPERTY);
            const bool tooOften = property && (icalproperty_get_rrule(property).freq < ICAL_MONTHLY_RECURRENCE ||
                                               repeatsWithinADay(icalproperty_get_rrule(property)));
            if (tooOften || ++changes > most)
                return false;
        }
    }
    return true;
}

static void followRule(const icalrecurrencetype &rule, const icaltimetype &start, int most, ICalendarTimes &times)
{
    const std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)> walk(
        icalrecur_iterator_new(rule, start), &icalrecur_iterator_free);
    if (!walk)
        return;
    int found = 0;
    icaltimetype next = icalrecur_iterator_next(walk.get());
    for (; iCalendarDay(next) && found < most; ++found) {
        times.starts += next;
        next = icalrecur_iterator_next(walk.get());
    }
    times.bounded = times.bounded || iCalendarDay(next);
    const bool endless = icaltime_is_null_time(rule.until) && rule.count == 0;
    times.rare = times.rare || (found < 2 && rule.count != 1) || (endless && found < most);
}

ICalendarTimes iCalendarTimes(icalcomponent *event, const QSet<QString> &moved, bool follow)
{
    constexpr int most = 500;
    ICalendarTimes times;
    const icaltimetype start = icalcomponent_get_dtstart(event);
    times.starts += start; // Also when the rule does not name it.
    int rules = 0;
    for (icalproperty *property = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY); property;
         property = icalcomponent_get_next_property(event, ICAL_RRULE_PROPERTY)) {
        const icalrecurrencetype rule = icalproperty_get_rrule(property);
        if (!follow || repeatsWithinADay(rule) || ++rules > 4)
            times.unfollowed = true;
        else
            followRule(rule, start, most, times);
    }
    for (icalproperty *property = icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY);
         property && times.starts.size() < 4 * most;
         property = icalcomponent_get_next_property(event, ICAL_RDATE_PROPERTY)) {
        const icaldatetimeperiodtype added = icalproperty_get_rdate(property);
        times.starts += icaltime_is_null_time(added.time) ? added.period.start
                                                          : icalproperty_get_datetime_with_component(property, event);
    }
    const QSet<QString> exceptions = exceptionsOf(event);
    QSet<QString> known;
    QList<icaltimetype> kept;
    for (const icaltimetype &time : std::as_const(times.starts)) {
        const QString key = iCalendarKey(time);
        if (!known.contains(key) && !exceptions.contains(key) && !exceptions.contains(localDayKey(time)) &&
            !moved.contains(key) && iCalendarDay(time))
            kept += time;
        known += key;
    }
    std::stable_sort(kept.begin(), kept.end(),
                     [](const icaltimetype &a, const icaltimetype &b) { return icaltime_compare(a, b) < 0; });
    times.bounded = times.bounded || kept.size() > most;
    times.starts = kept.mid(0, most);
    return times;
}

} // namespace plumbline
