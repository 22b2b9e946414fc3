#include "core/planfiles/ganttproject.h"

#include "core/planfiles/ganttprojectcalendar.h"
#include "core/planfiles/plancalendar.h"
#include "core/planfiles/plangatherer.h"

#include <QCoreApplication>

#include <array>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

/// A task and what is needed to find its last day, which waits for the calendar.
struct GanttProjectSpan {
    std::optional<QDate> start;
    int days = 0;
};

struct GanttProjectBaseline {
    QString task;
    int number;
    GanttProjectSpan span;
};

class GanttProjectReader
{
public:
    explicit GanttProjectReader(const QByteArray &data) : m_xml(data) {}
    Result<PlanFile> read();

private:
    void readProject();
    void readTasks(int parent);
    void readTask(int parent);
    void readTaskParts(int index);
    void readLink(const QString &from);
    void readResources();
    void readAllocations();
    void readBaselines();
    void readBaseline(int number);
    GanttProjectSpan readSpan();
    void placeTasks();
    std::optional<QDate> lastDay(const GanttProjectSpan &span, bool milestone, const WorkCalendar &calendar) const;
    void note();

    PlanXml m_xml;
    PlanGatherer m_gatherer;
    GanttProjectCalendar m_calendar;
    QList<GanttProjectSpan> m_spans; ///< Of each task.
    QList<GanttProjectBaseline> m_baselines;
    QHash<QString, QString> m_resources;
    QList<QPair<QString, QString>> m_allocations; ///< Task, resource.
    int m_workedAfterAll = 0;
    int m_hidden = 0;
    int m_columns = 0;
    int m_pages = 0;
    int m_vacations = 0;
};

GanttProjectSpan GanttProjectReader::readSpan()
{
    GanttProjectSpan span;
    if (const auto start = m_xml.moment(m_xml.attribute("start"_L1)))
        span.start = start->day;
    span.days = int(m_xml.number(m_xml.attribute("duration"_L1), 0, maxPlanDays).value_or(0));
    return span;
}

void GanttProjectReader::readLink(const QString &from)
{
    static constexpr std::array types{DependencyType::SS, DependencyType::FS, DependencyType::FF, DependencyType::SF};
    PlanLink link;
    link.type = types[size_t(m_xml.number(m_xml.attribute("type"_L1), 1, 4).value_or(2) - 1)];
    link.lag = int(m_xml.number(m_xml.attribute("difference"_L1), -maxPlanDays, maxPlanDays).value_or(0));
    m_gatherer.link(from, m_xml.attribute("id"_L1).trimmed(), link);
    m_xml.skip();
}

void GanttProjectReader::readTask(int parent)
{
    const qint64 line = m_xml.line();
    PlanTask task;
    task.id = m_xml.attribute("id"_L1).trimmed();
    task.name = planLine(m_xml.attribute("name"_L1));
    task.parent = parent;
    task.milestone = m_xml.flag(m_xml.attribute("meeting"_L1)).value_or(false);
    const GanttProjectSpan span = readSpan();
    task.start = span.start;
    task.milestone = task.milestone || (span.start && span.days == 0);
    task.duration = task.milestone ? 0 : span.days;
    if (const auto percent = m_xml.number(m_xml.attribute("complete"_L1), 0, 100))
        task.percent = int(*percent);
    const auto notEarlier = m_xml.moment(m_xml.attribute("thirdDate"_L1));
    if (notEarlier && m_xml.attribute("thirdDate-constraint"_L1) == u"1") {
        task.constraint = DateConstraint::StartNotEarlier;
        task.constraintDate = notEarlier->day;
    }
    m_hidden += m_xml.flag(m_xml.attribute("hidden"_L1)).value_or(false);
    m_pages += m_xml.has("webLink"_L1);
    const int index = m_gatherer.add(task, line);
    m_spans += span;
    readTaskParts(index);
}

/// What stands in a task: its notes, the links that go out from it, and the tasks below it.
void GanttProjectReader::readTaskParts(int index)
{
    if (m_gatherer.failed())
        return;
    const QString id = m_gatherer.plan.tasks[index].id;
    while (m_xml.next() && !m_gatherer.failed()) {
        if (m_xml.name() == "task"_L1) {
            readTask(index);
        } else if (m_xml.name() == "depend"_L1) {
            readLink(id);
        } else if (m_xml.name() == "notes"_L1) {
            m_gatherer.plan.tasks[index].notes = m_xml.text().trimmed();
        } else {
            m_columns += m_xml.name() == "customproperty"_L1;
            m_xml.skip();
        }
    }
}

void GanttProjectReader::readTasks(int parent)
{
    while (m_xml.next() && !m_gatherer.failed()) {
        if (m_xml.name() == "task"_L1)
            readTask(parent);
        else
            m_xml.skip();
    }
}

void GanttProjectReader::readResources()
{
    while (m_xml.next()) {
        m_resources.insert(m_xml.attribute("id"_L1), planLine(m_xml.attribute("name"_L1)));
        m_xml.skip();
    }
}

void GanttProjectReader::readAllocations()
{
    while (m_xml.next()) {
        m_allocations += {m_xml.attribute("task-id"_L1).trimmed(), m_xml.attribute("resource-id"_L1)};
        m_xml.skip();
    }
}

void GanttProjectReader::readBaseline(int number)
{
    while (m_xml.next()) {
        const GanttProjectSpan span = readSpan();
        if (span.start)
            m_baselines += {m_xml.attribute("id"_L1).trimmed(), number, span};
        m_xml.skip();
    }
}

void GanttProjectReader::readBaselines()
{
    int number = 0;
    while (m_xml.next()) {
        if (m_xml.name() == "previous-tasks"_L1)
            readBaseline(number++);
        else
            m_xml.skip();
    }
}

void GanttProjectReader::readProject()
{
    m_gatherer.plan.title = planLine(m_xml.attribute("name"_L1));
    while (m_xml.next() && !m_gatherer.failed()) {
        if (m_xml.name() == "calendars"_L1) {
            m_calendar = readGanttProjectCalendar(m_xml);
        } else if (m_xml.name() == "tasks"_L1) {
            readTasks(-1);
        } else if (m_xml.name() == "resources"_L1) {
            readResources();
        } else if (m_xml.name() == "allocations"_L1) {
            readAllocations();
        } else if (m_xml.name() == "previous"_L1) {
            readBaselines();
        } else if (m_xml.name() == "vacations"_L1) {
            while (m_xml.next()) {
                ++m_vacations;
                m_xml.skip();
            }
        } else {
            m_xml.skip();
        }
    }
}

std::optional<QDate> GanttProjectReader::lastDay(const GanttProjectSpan &span, bool milestone,
                                                 const WorkCalendar &calendar) const
{
    if (!span.start || milestone || span.days <= 1)
        return span.start;
    return QDate::fromJulianDay(calendar.finish(boundOf(*span.start), span.days, DayUnit::Working) - 1);
}

void GanttProjectReader::placeTasks()
{
    QDate first;
    QDate last;
    for (const GanttProjectSpan &span : std::as_const(m_spans)) {
        if (!span.start)
            continue;
        first = first.isValid() ? std::min(first, *span.start) : *span.start;
        last = std::max(last.isValid() ? last : *span.start, span.start->addDays(2 * span.days));
    }
    QSet<QDate> workedAfterAll;
    m_gatherer.plan.calendar = ganttProjectDays(m_calendar, first.isValid() ? first.year() : 2000,
                                                first.isValid() ? last.year() + 1 : 1999, workedAfterAll);
    m_workedAfterAll = int(workedAfterAll.size());
    const WorkCalendar calendar = workCalendarOf(m_gatherer.plan.calendar, workedAfterAll);
    for (int i = 0; i < m_gatherer.plan.tasks.size(); ++i) {
        PlanTask &task = m_gatherer.plan.tasks[i];
        task.finish = lastDay(m_spans[i], task.milestone, calendar);
    }
    for (const GanttProjectBaseline &baseline : std::as_const(m_baselines)) {
        if (const int task = m_gatherer.indexOf(baseline.task); task >= 0)
            m_gatherer.plan.tasks[task].baselines +=
                {baseline.number, baseline.span.start, lastDay(baseline.span, false, calendar)};
    }
    for (const auto &[id, resource] : std::as_const(m_allocations)) {
        const int task = m_gatherer.indexOf(id);
        const QString name = m_resources.value(resource);
        if (task >= 0 && !name.isEmpty() && !m_gatherer.plan.tasks[task].resources.contains(name))
            m_gatherer.plan.tasks[task].resources += name;
    }
}

void GanttProjectReader::note()
{
    const auto add = [this](int count, const char *sentence) {
        if (count)
            m_gatherer.plan.notes += QCoreApplication::translate("PlanFiles", sentence, nullptr, count);
    };
    add(m_workedAfterAll, QT_TRANSLATE_N_NOOP("PlanFiles", "That %n day(s) of a weekend are worked was left out."));
    add(m_hidden, QT_TRANSLATE_N_NOOP("PlanFiles", "%n hidden task(s) were read like the others."));
    add(int(m_allocations.size()),
        QT_TRANSLATE_N_NOOP("PlanFiles", "Of %n assignment(s) the names were read, not the hours."));
    add(m_vacations, QT_TRANSLATE_N_NOOP("PlanFiles", "%n absence(s) of people were left out."));
    add(m_columns, QT_TRANSLATE_N_NOOP("PlanFiles", "%n value(s) in columns of the user's own were left out."));
    add(m_pages, QT_TRANSLATE_N_NOOP("PlanFiles", "Web addresses of %n task(s) were left out."));
}

Result<PlanFile> GanttProjectReader::read()
{
    if (m_xml.next() && m_xml.name() != "project"_L1)
        m_xml.fail(QCoreApplication::translate("PlanFiles", "This is not a plan of GanttProject."));
    readProject();
    if (!m_gatherer.failed()) {
        while (!m_xml.failed() && m_xml.next()) {
        }
        if (m_xml.failed())
            return m_xml.error();
        placeTasks();
        note();
    }
    return m_gatherer.finish();
}

} // namespace

Result<PlanFile> readGanttProject(const QByteArray &data)
{
    return GanttProjectReader(data).read();
}

} // namespace plumbline
