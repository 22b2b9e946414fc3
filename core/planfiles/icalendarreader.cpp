// libical takes whatever it is given and frees components by recursion, so the frame of the file is checked before.

#include "core/planfiles/icalendar.h"

#include "core/base/value.h"
#include "core/planfiles/icalendartimes.h"
#include "core/planfiles/plangatherer.h"
#include "core/planfiles/plantext.h"

#include <QCoreApplication>

#include <memory>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

using ICalendarComponent = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

class ICalendarReader
{
public:
    Result<PlanFile> read(const QByteArray &data);

private:
    void readCalendar(icalcomponent *calendar);
    void readName(icalcomponent *calendar);
    void findMoved(icalcomponent *calendar);
    void readEvent(icalcomponent *event);
    void readToDo(icalcomponent *toDo);
    void addEvent(icalcomponent *event, const icaltimetype &start, const icaltimetype &end, const QString &id);
    bool isCancelled(icalcomponent *component);
    void note();

    PlanGatherer m_gatherer;
    QHash<QString, QSet<QString>> m_moved; ///< Of each UID the times that were moved.
    int m_number = 0;
    int m_cancelled = 0;
    int m_bounded = 0;
    int m_unfollowed = 0;
    int m_rare = 0;
    int m_notDue = 0;
    int m_badLines = 0;
};

QString iCalendarText(const char *text)
{
    return cleanText(QString::fromUtf8(text ? text : ""));
}

/// The UID as we wrote it, without our mark.
QString iCalendarUid(icalcomponent *component)
{
    QString uid = iCalendarText(icalcomponent_get_uid(component)).trimmed();
    if (uid.endsWith(u"@plumbline"_s))
        uid.chop(10);
    return uid;
}

bool ICalendarReader::isCancelled(icalcomponent *component)
{
    const bool cancelled = icalcomponent_get_status(component) == ICAL_STATUS_CANCELLED;
    m_cancelled += cancelled;
    return cancelled;
}

void ICalendarReader::readName(icalcomponent *calendar)
{
    for (icalproperty *property = icalcomponent_get_first_property(calendar, ICAL_X_PROPERTY); property;
         property = icalcomponent_get_next_property(calendar, ICAL_X_PROPERTY)) {
        if (m_gatherer.plan.title.isEmpty() && qstrcmp(icalproperty_get_x_name(property), "X-WR-CALNAME") == 0)
            m_gatherer.plan.title = planLine(iCalendarText(icalproperty_get_x(property)));
    }
}

void ICalendarReader::findMoved(icalcomponent *calendar)
{
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        const icaltimetype original = icalcomponent_get_recurrenceid(event);
        if (!icaltime_is_null_time(original))
            m_moved[iCalendarUid(event)] += iCalendarKey(original);
    }
}

void ICalendarReader::addEvent(icalcomponent *event, const icaltimetype &start, const icaltimetype &end,
                               const QString &id)
{
    PlanEvent added;
    added.id = id;
    added.title = planLine(iCalendarText(icalcomponent_get_summary(event)));
    added.allDay = icaltime_is_date(start);
    const auto first = iCalendarDay(start);
    icaltimetype lastMoment = end; // The end is the first moment that no longer belongs to it.
    if (icaltime_compare(end, start) > 0)
        icaltime_adjust(&lastMoment, added.allDay ? -1 : 0, 0, 0, added.allDay ? 0 : -1);
    else
        lastMoment = start;
    const auto last = iCalendarDay(lastMoment);
    if (!first || !last) {
        m_gatherer.refuse(
            QCoreApplication::translate(
                "PlanFiles", "The event “%1” has no date between 1900 and 2999 that can be read. Nothing was read.")
                .arg(added.title));
        return;
    }
    added.first = *first;
    added.last = *last;
    m_gatherer.plan.events += added;
    if (m_gatherer.plan.events.size() > maxPlanTasks)
        m_gatherer.refuse(QCoreApplication::translate("PlanFiles",
                                                      "The calendar has more than %1 events, which is more than can "
                                                      "be read. Nothing was read.")
                              .arg(maxPlanTasks));
}

void ICalendarReader::readEvent(icalcomponent *event)
{
    ++m_number;
    if (isCancelled(event))
        return;
    QString id = iCalendarUid(event);
    if (id.isEmpty())
        id = u"event-%1"_s.arg(m_number);
    const icaltimetype start = icalcomponent_get_dtstart(event);
    icaltimetype end = icalcomponent_get_dtend(event);
    if (icaltime_is_null_time(end) || icaltime_is_date(end) != icaltime_is_date(start))
        end = start;
    const icaltimetype original = icalcomponent_get_recurrenceid(event);
    if (!icaltime_is_null_time(original)) {
        addEvent(event, start, end, id + u'/' + iCalendarKey(original));
        return;
    }
    const bool repeats = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY) ||
                         icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY);
    if (!repeats || !iCalendarDay(start)) {
        addEvent(event, start, end, id);
        return;
    }
    const icaldurationtype length = icaltime_subtract(end, start);
    constexpr int mostRare = 10;
    const ICalendarTimes times = iCalendarTimes(event, m_moved.value(id), m_rare < mostRare);
    m_rare += times.rare;
    m_bounded += times.bounded;
    m_unfollowed += times.unfollowed;
    for (const icaltimetype &time : times.starts)
        addEvent(event, time, icaltime_add(time, length), id + u'/' + iCalendarKey(time));
}

void ICalendarReader::readToDo(icalcomponent *toDo)
{
    ++m_number;
    if (isCancelled(toDo))
        return;
    PlanTask task;
    task.finish = iCalendarDay(icalcomponent_get_due(toDo));
    if (!task.finish) {
        ++m_notDue;
        return;
    }
    task.id = iCalendarUid(toDo);
    if (task.id.isEmpty())
        task.id = u"todo-%1"_s.arg(m_number);
    if (const icaltimetype original = icalcomponent_get_recurrenceid(toDo); !icaltime_is_null_time(original))
        task.id += u'/' + iCalendarKey(original);
    task.name = planLine(iCalendarText(icalcomponent_get_summary(toDo)));
    task.notes = iCalendarText(icalcomponent_get_description(toDo));
    task.start = iCalendarDay(icalcomponent_get_dtstart(toDo));
    task.milestone = !task.start;
    if (icalproperty *percent = icalcomponent_get_first_property(toDo, ICAL_PERCENTCOMPLETE_PROPERTY))
        task.percent = std::clamp(icalproperty_get_percentcomplete(percent), 0, 100);
    if (icalproperty *completed = icalcomponent_get_first_property(toDo, ICAL_COMPLETED_PROPERTY))
        task.actualFinish = iCalendarDay(icalproperty_get_completed(completed));
    m_unfollowed += icalcomponent_get_first_property(toDo, ICAL_RRULE_PROPERTY) != nullptr;
    m_gatherer.add(task, 0);
}

void ICalendarReader::readCalendar(icalcomponent *calendar)
{
    if (!areZonesSane(calendar))
        m_gatherer.refuse(QCoreApplication::translate("PlanFiles",
                                                      "The time zones of this calendar change so often that it "
                                                      "cannot be read. Nothing was read."));
    if (m_gatherer.failed())
        return;
    readName(calendar);
    findMoved(calendar);
    for (icalcomponent *part = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT);
         part && !m_gatherer.failed(); part = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT)) {
        if (icalcomponent_isa(part) == ICAL_VEVENT_COMPONENT)
            readEvent(part);
        else if (icalcomponent_isa(part) == ICAL_VTODO_COMPONENT)
            readToDo(part);
        if (icalcomponent_isa(part) == ICAL_VEVENT_COMPONENT || icalcomponent_isa(part) == ICAL_VTODO_COMPONENT)
            m_badLines += icalcomponent_count_errors(part);
    }
}

void ICalendarReader::note()
{
    const auto add = [this](int count, const char *sentence) {
        if (count)
            m_gatherer.plan.notes += QCoreApplication::translate("PlanFiles", sentence, nullptr, count);
    };
    add(m_cancelled, QT_TRANSLATE_N_NOOP("PlanFiles", "%n cancelled event(s) or to-do(s) were left out."));
    add(m_bounded, QT_TRANSLATE_N_NOOP("PlanFiles",
                                       "%n event(s) repeat without end or very often; the first 500 times were read."));
    add(m_unfollowed,
        QT_TRANSLATE_N_NOOP(
            "PlanFiles", "%n event(s) or to-do(s) repeat in a way that cannot be followed; the first time was read."));
    add(m_notDue, QT_TRANSLATE_N_NOOP("PlanFiles", "%n to-do(s) without a day they are due were left out."));
    add(m_badLines,
        QT_TRANSLATE_N_NOOP("PlanFiles", "%n line(s) of the calendar could not be understood and were left out."));
}

/// What is wrong with the frame of a file: parts that are not closed, or in another order than they were opened.
std::optional<Error> frameFault(const QByteArray &data)
{
    constexpr int deepest = 8;
    QList<QByteArray> open;
    qint64 line = 1;
    for (qsizetype at = 0; at < data.size(); ++line) {
        qsizetype end = data.indexOf('\n', at);
        end = end < 0 ? data.size() : end;
        const QByteArray start = data.mid(at, std::min<qsizetype>(end - at, 200)).trimmed().toUpper();
        at = end + 1;
        if (start.startsWith("BEGIN:"))
            open += start.mid(6).trimmed();
        else if (start.startsWith("END:") && (open.isEmpty() || open.takeLast() != start.mid(4).trimmed()))
            return planErrorAt(line,
                               QCoreApplication::translate("PlanFiles", "This part of the calendar ends without having "
                                                                        "begun. Nothing was read."));
        if (open.size() > deepest)
            return planErrorAt(line, QCoreApplication::translate("PlanFiles",
                                                                 "Parts of the calendar stand more than %1 deep in "
                                                                 "each other. Nothing was read.")
                                         .arg(deepest));
    }
    if (!open.isEmpty())
        return planErrorAt(line - 1,
                           QCoreApplication::translate("PlanFiles", "The file ends here, before it is complete; it was "
                                                                    "probably cut off. Nothing was read."));
    return {};
}

Result<PlanFile> ICalendarReader::read(const QByteArray &data)
{
    if (const auto fault = frameFault(data))
        return *fault;
    icalerror_set_errors_are_fatal(0);
    const ICalendarComponent all(icalparser_parse_string(data.constData()), &icalcomponent_free);
    if (!all)
        return planError(QCoreApplication::translate("PlanFiles", "This is not a calendar that can be read."));
    if (icalcomponent_isa(all.get()) == ICAL_VCALENDAR_COMPONENT)
        readCalendar(all.get());
    for (icalcomponent *calendar = icalcomponent_get_first_component(all.get(), ICAL_VCALENDAR_COMPONENT); calendar;
         calendar = icalcomponent_get_next_component(all.get(), ICAL_VCALENDAR_COMPONENT))
        readCalendar(calendar);
    note();
    return m_gatherer.finish();
}

} // namespace

Result<PlanFile> readICalendar(const QByteArray &data)
{
    constexpr qsizetype most = 16 << 20; // In memory it takes many times that.
    if (data.size() > most)
        return planError(
            QCoreApplication::translate("PlanFiles", "The calendar is larger than %1 MB. Nothing was read.")
                .arg(most >> 20));
    // Lines may be folded within a character, so they are joined before anything is said about characters.
    if (const auto line = badUtf8Line(QByteArray(data).replace("\r\n ", "").replace("\n ", "").replace("\n\t", "")))
        return planErrorAt(*line, QCoreApplication::translate("PlanFiles",
                                                              "The calendar is not in UTF-8, as calendars must be. "
                                                              "Nothing was read."));
    return ICalendarReader().read(data.startsWith("\xEF\xBB\xBF") ? data.mid(3) : data);
}

} // namespace plumbline
