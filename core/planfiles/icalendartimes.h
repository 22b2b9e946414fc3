#pragma once

#include <QDate>
#include <QList>
#include <QSet>
#include <QString>

#include <libical/ical.h>

#include <optional>

namespace plumbline {

/// When the times of an event begin.
struct ICalendarTimes {
    QList<icaltimetype> starts; ///< The first one first.
    bool bounded = false;       ///< There are more.
    bool unfollowed = false;    ///< It repeats in a way that is not followed: within a day, or hardly ever.
    bool rare = false;          ///< Its rule gives so few times that finding them takes long: up to a second.
};

/// Calendar day of a date, or of a moment in UTC; empty before 1900 and after 2999 and for no time.
std::optional<QDate> iCalendarDay(const icaltimetype &time);

/// Names one time of an event that repeats.
QString iCalendarKey(const icaltimetype &time);

/// Whether a rule gives several times of one day.
bool repeatsWithinADay(const icalrecurrencetype &rule);

/// Whether libical can work out the time zones a calendar defines in reasonable time: their changes come once or more a
/// year, and there are at most 200 of them.
bool areZonesSane(icalcomponent *calendar);

/// The times at which an event happens by its RDATE and, when @p follow, its RRULE, without those of EXDATE and those
/// in
/// @p moved.
ICalendarTimes iCalendarTimes(icalcomponent *event, const QSet<QString> &moved, bool follow);

} // namespace plumbline
