// Elements stand in the order of the schema, on some of which Microsoft Project insists.

#include "core/planfiles/mspdi.h"

#include "core/planfiles/mspdixml.h"
#include "core/planfiles/plancalendar.h"

#include <QSet>

#include <array>
#include <vector>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int writtenMinutesPerDay = 480;
const QTime writtenDayStart(8, 0);
const QTime writtenDayEnd(17, 0);

class MspdiWriter
{
public:
    explicit MspdiWriter(const PlanFile &plan);
    QByteArray write();

private:
    void writeSettings();
    void writeIdField();
    void writeTask(int index);
    void writeDates(int index);
    void writeConstraint(const PlanTask &task);
    void writeLink(const PlanLink &link);
    void writeBaseline(const PlanBaseline &baseline);
    QTime finishTime(int index) const { return m_atDayStart[size_t(index)] ? writtenDayStart : writtenDayEnd; }
    bool isPoint(const PlanTask &task) const;
    int workingDays(const PlanTask &task) const;

    const PlanFile &m_plan; // Not owned, outlives the writer.
    QByteArray m_bytes;
    MspdiXml m_xml;
    WorkCalendar m_calendar;
    bool m_ownUids = true; ///< All ids are numbers that can be UIDs.
    std::vector<bool> m_heading;
    std::vector<bool> m_atDayStart; ///< Milestones that stand at the beginning of their day.
    std::vector<int> m_level;
    std::vector<QList<PlanLink>> m_linksTo;
    std::vector<int> m_uids;
};

MspdiWriter::MspdiWriter(const PlanFile &plan)
    : m_plan(plan),
      m_xml(&m_bytes),
      m_calendar(workCalendarOf(plan.calendar)),
      m_heading(size_t(plan.tasks.size())),
      m_atDayStart(size_t(plan.tasks.size())),
      m_level(size_t(plan.tasks.size()), 1),
      m_linksTo(size_t(plan.tasks.size()))
{
    QSet<int> uids;
    for (int i = 0; i < plan.tasks.size(); ++i) {
        const PlanTask &task = plan.tasks[i];
        const int uid = task.id.toInt();
        m_ownUids = m_ownUids && uid > 0 && task.id == QString::number(uid) && !uids.contains(uid);
        uids += uid;
        if (task.parent >= 0) {
            m_heading[size_t(task.parent)] = true;
            m_level[size_t(i)] = m_level[size_t(task.parent)] + 1;
        }
    }
    for (int i = 0; i < plan.tasks.size(); ++i)
        m_uids.push_back(m_ownUids ? plan.tasks[i].id.toInt() : i + 1);
    for (const PlanLink &link : plan.links) {
        m_linksTo[size_t(link.to)] += link;
        const PlanTask &from = plan.tasks[link.from];
        const PlanTask &to = plan.tasks[link.to];
        if (isPoint(from) && from.finish && to.start == from.finish && !isPoint(to))
            m_atDayStart[size_t(link.from)] = true;
    }
}

/// Whether it takes no time.
bool MspdiWriter::isPoint(const PlanTask &task) const
{
    return task.milestone && (!task.start || !task.finish || task.start == task.finish);
}

int MspdiWriter::workingDays(const PlanTask &task) const
{
    if (!task.start || !task.finish || *task.finish < *task.start)
        return 1;
    return std::max(1, m_calendar.days(boundOf(*task.start), boundOf(*task.finish) + 1, DayUnit::Working));
}

void MspdiWriter::writeIdField()
{
    if (m_ownUids)
        return;
    m_xml.open("ExtendedAttributes");
    m_xml.open("ExtendedAttribute");
    m_xml.text("FieldID", QLatin1String(mspdiIdField));
    m_xml.text("FieldName", u"Text1"_s);
    m_xml.text("Alias", QLatin1String(mspdiIdAlias));
    m_xml.close();
    m_xml.close();
}

void MspdiWriter::writeSettings()
{
    QDate first;
    QDate last;
    const auto spanTo = [&](const std::optional<QDate> &day) {
        if (day) {
            first = first.isValid() ? std::min(first, *day) : *day;
            last = last.isValid() ? std::max(last, *day) : *day;
        }
    };
    for (const PlanTask &task : m_plan.tasks) {
        spanTo(task.start);
        spanTo(task.finish);
    }
    m_xml.number("SaveVersion", 14);
    m_xml.text("Name", m_plan.title.isEmpty() ? u"Plan"_s : m_plan.title);
    m_xml.text("Title", m_plan.title);
    m_xml.number("ScheduleFromStart", 1);
    if (first.isValid()) {
        m_xml.moment("StartDate", first, writtenDayStart);
        m_xml.moment("FinishDate", last, writtenDayEnd);
    }
    m_xml.number("CalendarUID", 1);
    m_xml.text("DefaultStartTime", writtenDayStart.toString(u"HH:mm:ss"_s));
    m_xml.text("DefaultFinishTime", writtenDayEnd.toString(u"HH:mm:ss"_s));
    m_xml.number("MinutesPerDay", writtenMinutesPerDay);
    m_xml.number("MinutesPerWeek", writtenMinutesPerDay * (7 - m_plan.calendar.weekend.size()));
    m_xml.number("DaysPerMonth", 20);
    m_xml.number("DurationFormat", 7);
    m_xml.number("NewTasksAreManual", 1);
}

void MspdiWriter::writeDates(int index)
{
    const PlanTask &task = m_plan.tasks[index];
    const bool point = isPoint(task);
    const bool heading = m_heading[size_t(index)];
    const bool elapsed = !point && !heading && task.duration && task.unit == DayUnit::Calendar;
    const int days = point ? 0 : !heading && task.duration ? *task.duration : workingDays(task);
    const QString duration = u"PT%1H0M0S"_s.arg(qint64(days) * (elapsed ? 24 : writtenMinutesPerDay / 60));
    const auto start = point && task.finish ? task.finish : task.start;
    const auto finish = point && !task.finish ? task.start : task.finish;
    for (const char *prefix : {"", "Manual"}) {
        const QByteArray name(prefix);
        if (heading && !name.isEmpty())
            break;
        if (start)
            m_xml.moment(name + "Start", *start, point ? finishTime(index) : writtenDayStart);
        if (finish)
            m_xml.moment(name + "Finish", *finish, point ? finishTime(index) : writtenDayEnd);
        m_xml.text(name + "Duration", duration);
    }
    m_xml.number("DurationFormat", elapsed ? 8 : 7);
}

void MspdiWriter::writeConstraint(const PlanTask &task)
{
    static constexpr std::array numbers{2, 3, 4, 6, 5, 7}; // In the order of DateConstraint.
    m_xml.number("ConstraintType", task.constraint ? numbers[size_t(*task.constraint)] : 0);
    m_xml.number("CalendarUID", -1);
    if (!task.constraint || !task.constraintDate)
        return;
    const bool ofFinish = *task.constraint == DateConstraint::FinishOn ||
                          *task.constraint == DateConstraint::FinishNotEarlier ||
                          *task.constraint == DateConstraint::FinishNotLater;
    m_xml.moment("ConstraintDate", *task.constraintDate, ofFinish ? writtenDayEnd : writtenDayStart);
}

void MspdiWriter::writeLink(const PlanLink &link)
{
    static constexpr std::array numbers{1, 3, 0, 2}; // FS, SS, FF, SF.
    const bool calendar = link.unit == DayUnit::Calendar;
    m_xml.open("PredecessorLink");
    m_xml.number("PredecessorUID", m_uids[size_t(link.from)]);
    m_xml.number("Type", numbers[size_t(link.type)]);
    m_xml.number("CrossProject", 0);
    m_xml.number("LinkLag", qint64(link.lag) * (calendar ? 1440 : writtenMinutesPerDay) * 10);
    m_xml.number("LagFormat", calendar ? 8 : 7);
    m_xml.close();
}

void MspdiWriter::writeBaseline(const PlanBaseline &baseline)
{
    m_xml.open("Baseline");
    m_xml.number("Number", baseline.number);
    if (baseline.start)
        m_xml.moment("Start", *baseline.start, writtenDayStart);
    if (baseline.finish)
        m_xml.moment("Finish", *baseline.finish, writtenDayEnd);
    m_xml.close();
}

void MspdiWriter::writeTask(int index)
{
    const PlanTask &task = m_plan.tasks[index];
    const bool heading = m_heading[size_t(index)];
    m_xml.open("Task");
    m_xml.number("UID", m_uids[size_t(index)]);
    m_xml.number("ID", index + 1);
    m_xml.text("Name", task.name);
    m_xml.number("Active", 1);
    m_xml.number("Manual", !heading);
    m_xml.number("Type", 1); // Of fixed duration, whoever works on it.
    m_xml.number("IsNull", 0);
    m_xml.number("OutlineLevel", m_level[size_t(index)]);
    m_xml.number("Priority", 500);
    writeDates(index);
    m_xml.number("EffortDriven", 0);
    m_xml.number("Estimated", 0);
    m_xml.number("Milestone", task.milestone);
    m_xml.number("Summary", heading);
    if (task.percent)
        m_xml.number("PercentComplete", *task.percent);
    if (task.actualFinish) {
        m_xml.moment("ActualStart", std::min(task.start.value_or(*task.actualFinish), *task.actualFinish),
                     isPoint(task) ? finishTime(index) : writtenDayStart);
        m_xml.moment("ActualFinish", *task.actualFinish, isPoint(task) ? finishTime(index) : writtenDayEnd);
    }
    writeConstraint(task);
    if (task.deadline)
        m_xml.moment("Deadline", *task.deadline, writtenDayEnd);
    if (!task.notes.isEmpty())
        m_xml.text("Notes", task.notes);
    for (const PlanLink &link : m_linksTo[size_t(index)])
        writeLink(link);
    if (!m_ownUids) {
        m_xml.open("ExtendedAttribute");
        m_xml.text("FieldID", QLatin1String(mspdiIdField));
        m_xml.text("Value", task.id);
        m_xml.close();
    }
    for (const PlanBaseline &baseline : task.baselines)
        writeBaseline(baseline);
    m_xml.close();
}

QByteArray MspdiWriter::write()
{
    writeSettings();
    writeIdField();
    writeMspdiCalendar(m_xml, m_plan.calendar);
    m_xml.open("Tasks");
    for (int i = 0; i < m_plan.tasks.size(); ++i)
        writeTask(i);
    m_xml.close();
    writeMspdiPeople(m_xml, m_plan, m_uids);
    m_xml.finish();
    return m_bytes;
}

} // namespace

QByteArray writeMspdi(const PlanFile &plan)
{
    return MspdiWriter(plan).write();
}

} // namespace plumbline
