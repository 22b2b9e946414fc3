#include "core/planfiles/planner.h"

#include "core/planfiles/plancalendar.h"
#include "core/planfiles/plangatherer.h"
#include "core/planfiles/plannercalendar.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

class PlannerReader
{
public:
    explicit PlannerReader(const QByteArray &data) : m_xml(data) {}
    Result<PlanFile> read();

private:
    void readProject();
    void readTasks(int parent);
    void readTask(int parent);
    void readDates(PlanTask &task);
    void readConstraint(PlanTask &task);
    void readPredecessors(const QString &id);
    void readAllocations();
    void readResources();
    void takeCalendar();
    void note();

    PlanXml m_xml;
    PlanGatherer m_gatherer;
    QString m_calendarId;
    PlannerCalendar m_calendar;
    QHash<QString, QString> m_resources;
    QList<QPair<QString, QString>> m_allocations; ///< Task, resource.
    int m_workedAfterAll = 0;
    int m_roundedDurations = 0;
    int m_roundedLags = 0;
    int m_columns = 0;
};

void PlannerReader::takeCalendar()
{
    const auto calendars = readPlannerCalendars(m_xml);
    m_calendar = calendars.value(m_calendarId);
    PlanCalendar &calendar = m_gatherer.plan.calendar;
    calendar.weekend.clear();
    for (int day = 1; day <= 7; ++day) {
        if (!m_calendar.worked[size_t(day)])
            calendar.weekend += day;
    }
    for (auto day = m_calendar.days.cbegin(); day != m_calendar.days.cend(); ++day) {
        if (!day.value())
            calendar.off += {day.key(), day.key(), QString()};
        else
            m_workedAfterAll += !m_calendar.worked[size_t(day.key().dayOfWeek())];
    }
}

void PlannerReader::readDates(PlanTask &task)
{
    const auto start = m_xml.moment(m_xml.attribute("start"_L1));
    const auto workStart = m_xml.moment(m_xml.attribute("work-start"_L1));
    const auto end = m_xml.moment(m_xml.attribute("end"_L1));
    if (workStart)
        task.start = workStart->day;
    else if (start)
        task.start = start->day;
    if (task.milestone && end)
        task.start = end->day; // Where work would begin is of no interest.
    if (end)
        task.finish = task.milestone ? end->day : lastDayOf(*end, m_calendar.dayStart);
    if (task.start && end && *task.start <= end->day)
        task.finish = std::max(*task.finish, *task.start);
    const auto seconds = m_xml.number(m_xml.attribute("duration"_L1), 0, 86400LL * maxPlanDays);
    if (task.milestone) {
        task.duration = 0;
    } else if (seconds) {
        const double days = double(*seconds) / m_calendar.daySeconds;
        task.duration = int(std::ceil(days - 1e-6));
        m_roundedDurations += *seconds % m_calendar.daySeconds != 0;
    }
}

void PlannerReader::readConstraint(PlanTask &task)
{
    const QString type = m_xml.attribute("type"_L1);
    const auto time = m_xml.moment(m_xml.attribute("time"_L1));
    const auto constraint = type == u"must-start-on"_s           ? std::optional(DateConstraint::StartOn)
                            : type == u"start-no-earlier-than"_s ? std::optional(DateConstraint::StartNotEarlier)
                            : type == u"finish-no-later-than"_s  ? std::optional(DateConstraint::FinishNotLater)
                                                                 : std::nullopt;
    if (constraint && time) {
        task.constraint = constraint;
        task.constraintDate =
            *constraint == DateConstraint::FinishNotLater ? lastDayOf(*time, m_calendar.dayStart) : time->day;
    }
    m_xml.skip();
}

void PlannerReader::readPredecessors(const QString &id)
{
    while (m_xml.next()) {
        const QString type = m_xml.attribute("type"_L1);
        const qint64 lag =
            m_xml.number(m_xml.attribute("lag"_L1), -86400LL * maxPlanDays, 86400LL * maxPlanDays).value_or(0);
        PlanLink link;
        link.type = type == u"SS"_s   ? DependencyType::SS
                    : type == u"FF"_s ? DependencyType::FF
                    : type == u"SF"_s ? DependencyType::SF
                                      : DependencyType::FS;
        link.unit = DayUnit::Calendar;
        link.lag = int(std::lround(double(lag) / 86400));
        m_roundedLags += lag % 86400 != 0;
        m_gatherer.link(m_xml.attribute("predecessor-id"_L1).trimmed(), id, link);
        m_xml.skip();
    }
}

void PlannerReader::readTask(int parent)
{
    const qint64 line = m_xml.line();
    PlanTask task;
    task.id = m_xml.attribute("id"_L1).trimmed();
    task.name = planLine(m_xml.attribute("name"_L1));
    task.notes = m_xml.attribute("note"_L1);
    task.parent = parent;
    task.milestone = m_xml.attribute("type"_L1) == u"milestone";
    if (const auto percent = m_xml.number(m_xml.attribute("percent-complete"_L1), 0, 100))
        task.percent = int(*percent);
    readDates(task);
    const int index = m_gatherer.add(task, line);
    while (!m_gatherer.failed() && m_xml.next()) {
        if (m_xml.name() == "task"_L1) {
            readTask(index);
        } else if (m_xml.name() == "predecessors"_L1) {
            readPredecessors(task.id);
        } else if (m_xml.name() == "constraint"_L1) {
            readConstraint(m_gatherer.plan.tasks[index]);
        } else {
            m_columns += m_xml.name() == "properties"_L1;
            m_xml.skip();
        }
    }
}

void PlannerReader::readTasks(int parent)
{
    while (m_xml.next() && !m_gatherer.failed()) {
        if (m_xml.name() == "task"_L1)
            readTask(parent);
        else
            m_xml.skip();
    }
}

void PlannerReader::readResources()
{
    while (m_xml.next()) {
        m_resources.insert(m_xml.attribute("id"_L1), planLine(m_xml.attribute("name"_L1)));
        m_xml.skip();
    }
}

void PlannerReader::readAllocations()
{
    while (m_xml.next()) {
        m_allocations += {m_xml.attribute("task-id"_L1).trimmed(), m_xml.attribute("resource-id"_L1)};
        m_xml.skip();
    }
}

void PlannerReader::readProject()
{
    m_gatherer.plan.title = planLine(m_xml.attribute("name"_L1));
    m_calendarId = m_xml.attribute("calendar"_L1);
    while (m_xml.next() && !m_gatherer.failed()) {
        if (m_xml.name() == "calendars"_L1)
            takeCalendar();
        else if (m_xml.name() == "tasks"_L1)
            readTasks(-1);
        else if (m_xml.name() == "resources"_L1)
            readResources();
        else if (m_xml.name() == "allocations"_L1)
            readAllocations();
        else
            m_xml.skip();
    }
}

void PlannerReader::note()
{
    const auto add = [this](int count, const char *sentence) {
        if (count)
            m_gatherer.plan.notes += QCoreApplication::translate("PlanFiles", sentence, nullptr, count);
    };
    add(m_workedAfterAll, QT_TRANSLATE_N_NOOP("PlanFiles", "That %n day(s) of a weekend are worked was left out."));
    add(m_roundedLags, QT_TRANSLATE_N_NOOP("PlanFiles", "Lags of %n link(s) are no whole days and were rounded."));
    add(m_roundedDurations,
        QT_TRANSLATE_N_NOOP("PlanFiles", "Durations of %n task(s) are no whole days and were rounded up."));
    add(int(m_allocations.size()),
        QT_TRANSLATE_N_NOOP("PlanFiles", "Of %n assignment(s) the names were read, not the hours."));
    add(m_columns, QT_TRANSLATE_N_NOOP("PlanFiles", "%n value(s) in columns of the user's own were left out."));
}

Result<PlanFile> PlannerReader::read()
{
    if (m_xml.next() && m_xml.name() != "project"_L1)
        m_xml.fail(QCoreApplication::translate("PlanFiles", "This is not a plan of Planner."));
    readProject();
    if (m_gatherer.failed())
        return m_gatherer.finish();
    while (!m_xml.failed() && m_xml.next()) {
    }
    if (m_xml.failed())
        return m_xml.error();
    for (const auto &[id, resource] : std::as_const(m_allocations)) {
        const int task = m_gatherer.indexOf(id);
        const QString name = m_resources.value(resource);
        if (task >= 0 && !name.isEmpty() && !m_gatherer.plan.tasks[task].resources.contains(name))
            m_gatherer.plan.tasks[task].resources += name;
    }
    note();
    return m_gatherer.finish();
}

} // namespace

Result<PlanFile> readPlanner(const QByteArray &data)
{
    return PlannerReader(data).read();
}

} // namespace plumbline
