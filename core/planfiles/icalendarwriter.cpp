#include "core/planfiles/icalendar.h"

#include "core/base/value.h"

#include <libical/ical.h>

#include <memory>
#include <vector>

namespace plumbline {

using namespace Qt::StringLiterals;

static icaltimetype iCalendarDate(const QDate &day)
{
    icaltimetype time = icaltime_null_date();
    time.year = day.year();
    time.month = day.month();
    time.day = day.day();
    return time;
}

/// Text as libical takes it; it escapes and folds by itself.
static QByteArray iCalendarBytes(const QString &text)
{
    return cleanText(text).toUtf8();
}

static icaltimetype iCalendarStamp(const QDateTime &stamp)
{
    return icaltime_from_timet_with_zone(time_t(stamp.toSecsSinceEpoch()), 0, icaltimezone_get_utc_timezone());
}

/// Days of which the last is included.
static void addICalendarEvent(icalcomponent *calendar, const QString &id, const QString &title, const QString &notes,
                              const QDate &first, const QDate &last, const icaltimetype &stamp)
{
    icalcomponent *event = icalcomponent_new_vevent();
    const QString uid = id.contains(u'@') ? id : id + u"@plumbline"_s;
    icalcomponent_add_property(event, icalproperty_new_uid(iCalendarBytes(uid).constData()));
    icalcomponent_add_property(event, icalproperty_new_dtstamp(stamp));
    icalcomponent_add_property(event, icalproperty_new_dtstart(iCalendarDate(first)));
    icalcomponent_add_property(event, icalproperty_new_dtend(iCalendarDate(std::max(first, last).addDays(1))));
    icalcomponent_add_property(event, icalproperty_new_summary(iCalendarBytes(title).constData()));
    if (!notes.isEmpty())
        icalcomponent_add_property(event, icalproperty_new_description(iCalendarBytes(notes).constData()));
    icalcomponent_add_property(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    icalcomponent_add_component(calendar, event);
}

QByteArray writeICalendar(const PlanFile &plan, const QDateTime &stamp)
{
    const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar(icalcomponent_new_vcalendar(),
                                                                                 &icalcomponent_free);
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(),
                               icalproperty_new_prodid("-//Plumbline//Plumbline " PLUMBLINE_VERSION "//EN"));
    if (!plan.title.isEmpty()) {
        icalproperty *name = icalproperty_new_x(iCalendarBytes(plan.title).constData());
        icalproperty_set_x_name(name, "X-WR-CALNAME");
        icalcomponent_add_property(calendar.get(), name);
    }
    std::vector<bool> heading(size_t(plan.tasks.size()));
    for (const PlanTask &task : plan.tasks) {
        if (task.parent >= 0)
            heading[size_t(task.parent)] = true;
    }
    const icaltimetype made = iCalendarStamp(stamp);
    for (int i = 0; i < plan.tasks.size(); ++i) {
        const PlanTask &task = plan.tasks[i];
        const auto last = task.finish ? task.finish : task.start;
        if (!last || heading[size_t(i)])
            continue;
        const QDate first = task.milestone ? *last : task.start.value_or(*last);
        addICalendarEvent(calendar.get(), task.id, task.name, task.notes, first, *last, made);
    }
    for (const PlanEvent &event : plan.events)
        addICalendarEvent(calendar.get(), event.id, event.title, {}, event.first, event.last, made);
    char *text = icalcomponent_as_ical_string_r(calendar.get());
    const QByteArray bytes(text);
    icalmemory_free_buffer(text);
    return bytes;
}

} // namespace plumbline
