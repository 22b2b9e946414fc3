#include "core/planfiles/mspdi.h"

#include "core/planfiles/mspdidocument.h"
#include "core/planfiles/mspdiunits.h"
#include "core/planfiles/plangatherer.h"

#include <QCoreApplication>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

class MspdiReader
{
public:
    explicit MspdiReader(const QByteArray &data) : m_xml(data) {}
    Result<PlanFile> read();

private:
    void understandCalendar();
    void understand(const MspdiTask &task);
    void understandConstraint(const MspdiTask &from, PlanTask &task);
    void understandLink(const MspdiLink &from, const QString &to);
    std::optional<QDate> lastDay(const std::optional<PlanMoment> &finish) const;
    std::optional<QDate> finishDay(const std::optional<PlanMoment> &start,
                                   const std::optional<PlanMoment> &finish) const;
    QString idOf(const MspdiTask &task) const;
    void note();

    PlanXml m_xml;
    PlanGatherer m_gatherer;
    MspdiDocument m_document;
    MspdiWeek m_week;
    QHash<QString, QString> m_ids; ///< From UID to id.
    int m_inactive = 0;
    int m_ownCalendars = 0;
    int m_costs = 0;
    int m_late = 0; ///< Tasks to be done as late as possible.
    int m_roundedDurations = 0;
    int m_roundedLags = 0;
    int m_percentLags = 0;
    int m_crossProject = 0;
};

void MspdiReader::understandCalendar()
{
    m_week = mspdiWeekOf(m_document.calendars, m_document.calendarUid);
    PlanCalendar &calendar = m_gatherer.plan.calendar;
    calendar.weekend.clear();
    for (int day = 1; day <= 7; ++day) {
        if (!m_week.worked[size_t(day)])
            calendar.weekend += day;
    }
    calendar.off = m_week.off;
}

std::optional<QDate> MspdiReader::lastDay(const std::optional<PlanMoment> &finish) const
{
    if (!finish)
        return {};
    QTime dayStart = m_week.dayStart[size_t(finish->day.dayOfWeek())];
    if (!dayStart.isValid())
        dayStart = m_document.defaultStart.isValid() ? m_document.defaultStart : QTime(8, 0);
    return lastDayOf(*finish, dayStart);
}

/// A task that takes no time stands on the day it is on, also at the beginning of that day.
std::optional<QDate> MspdiReader::finishDay(const std::optional<PlanMoment> &start,
                                            const std::optional<PlanMoment> &finish) const
{
    if (!finish || start == finish)
        return finish ? std::optional(finish->day) : std::nullopt;
    const auto last = lastDay(finish);
    return start && start->day <= finish->day ? std::max(*last, start->day) : *last;
}

void MspdiReader::understandConstraint(const MspdiTask &from, PlanTask &task)
{
    static const QHash<int, DateConstraint> constraints{
        {2, DateConstraint::StartOn},       {3, DateConstraint::FinishOn},         {4, DateConstraint::StartNotEarlier},
        {5, DateConstraint::StartNotLater}, {6, DateConstraint::FinishNotEarlier}, {7, DateConstraint::FinishNotLater},
    };
    m_late += from.constraintType == 1;
    const auto constraint = constraints.constFind(from.constraintType);
    if (constraint == constraints.cend() || !from.constraintDate)
        return;
    const bool ofFinish = from.constraintType == 3 || from.constraintType >= 6;
    task.constraint = *constraint;
    task.constraintDate = ofFinish && !task.milestone ? lastDay(from.constraintDate) : from.constraintDate->day;
}

void MspdiReader::understandLink(const MspdiLink &from, const QString &to)
{
    static constexpr std::array types{DependencyType::FF, DependencyType::FS, DependencyType::SF, DependencyType::SS};
    if (from.crossProject) {
        ++m_crossProject;
        return;
    }
    PlanLink link;
    link.type = types[size_t(from.type)];
    link.unit = isElapsedFormat(from.format) ? DayUnit::Calendar : DayUnit::Working;
    if (isPercentFormat(from.format)) {
        m_percentLags += from.lag != 0;
        link.unit = DayUnit::Working;
    } else {
        const MspdiDays lag = daysOfLag(from.lag, link.unit, m_document.minutesPerDay);
        m_roundedLags += !lag.whole;
        link.lag = lag.days;
    }
    m_gatherer.link(m_ids.value(from.from, from.from), to, link);
}

QString MspdiReader::idOf(const MspdiTask &task) const
{
    const QString own = m_document.idField.isEmpty() ? QString() : planLine(task.extended.value(m_document.idField));
    return own.isEmpty() ? task.uid : own;
}

void MspdiReader::understand(const MspdiTask &from)
{
    PlanTask task;
    task.id = m_ids.value(from.uid);
    task.name = from.name;
    task.notes = from.notes;
    task.milestone = from.milestone || (from.duration == 0.0 && !from.summary);
    task.start = from.start ? std::optional(from.start->day) : std::nullopt;
    task.finish = finishDay(from.start, from.finish);
    if (from.duration) {
        task.unit = isElapsedFormat(from.durationFormat) ? DayUnit::Calendar : DayUnit::Working;
        const MspdiDays duration = daysOfDuration(*from.duration, task.unit, m_document.minutesPerDay);
        task.duration = duration.days;
        m_roundedDurations += !duration.whole && !from.summary;
    }
    task.percent = from.percentComplete;
    task.deadline = task.milestone && from.deadline ? from.deadline->day : lastDay(from.deadline);
    task.actualFinish = task.milestone && from.actualFinish ? from.actualFinish->day : lastDay(from.actualFinish);
    understandConstraint(from, task);
    for (const MspdiBaseline &baseline : from.baselines) {
        if (baseline.start || baseline.finish)
            task.baselines += {baseline.number, baseline.start ? std::optional(baseline.start->day) : std::nullopt,
                               finishDay(baseline.start, baseline.finish)};
    }
    task.resources = m_document.people.value(from.uid);
    if (from.totalSlack)
        task.totalSlack = *from.totalSlack / 10 / m_document.minutesPerDay;
    task.critical = from.critical;
    m_costs += from.cost != 0 && !from.summary;
    m_ownCalendars += from.calendarUid >= 0 && from.calendarUid != m_document.calendarUid;
    task.parent = m_gatherer.parentAt(from.outlineLevel);
    m_gatherer.add(task, from.line);
    for (const MspdiLink &link : from.links)
        understandLink(link, task.id);
}

void MspdiReader::note()
{
    const auto add = [this](int count, const char *sentence) {
        if (count)
            m_gatherer.plan.notes += QCoreApplication::translate("PlanFiles", sentence, nullptr, count);
    };
    add(m_inactive, QT_TRANSLATE_N_NOOP("PlanFiles", "%n inactive task(s) were left out."));
    add(m_percentLags, QT_TRANSLATE_N_NOOP("PlanFiles", "Lags given in percent of %n link(s) were left out."));
    add(m_crossProject, QT_TRANSLATE_N_NOOP("PlanFiles", "%n link(s) to other projects were left out."));
    add(m_roundedLags, QT_TRANSLATE_N_NOOP("PlanFiles", "Lags of %n link(s) are no whole days and were rounded."));
    add(m_roundedDurations,
        QT_TRANSLATE_N_NOOP("PlanFiles", "Durations of %n task(s) are no whole days and were rounded up."));
    add(m_late, QT_TRANSLATE_N_NOOP("PlanFiles", "That %n task(s) are to be done as late as possible was left out."));
    add(m_week.leftOut,
        QT_TRANSLATE_N_NOOP("PlanFiles", "%n exception(s) of the calendar that add working days, or repeat "
                                         "too often, were left out."));
    add(m_ownCalendars,
        QT_TRANSLATE_N_NOOP("PlanFiles", "%n task(s) have a calendar of their own, which was left out."));
    add(m_document.assignments,
        QT_TRANSLATE_N_NOOP("PlanFiles", "Of %n assignment(s) the names were read, not the hours."));
    add(m_costs, QT_TRANSLATE_N_NOOP("PlanFiles", "Costs of %n task(s) were left out."));
}

Result<PlanFile> MspdiReader::read()
{
    if (m_xml.next() && m_xml.name() != "Project"_L1)
        m_xml.fail(QCoreApplication::translate("PlanFiles", "This is not a plan of Microsoft Project."));
    m_document = readMspdiDocument(m_xml);
    while (!m_xml.failed() && m_xml.next()) {
    } // What follows the plan must be well-formed too.
    if (m_xml.failed())
        return m_xml.error();
    m_gatherer.plan.title = m_document.title.isEmpty() ? m_document.name : m_document.title;
    understandCalendar();
    for (const MspdiTask &task : std::as_const(m_document.tasks))
        m_ids.insert(task.uid, idOf(task));
    for (const MspdiTask &task : std::as_const(m_document.tasks)) {
        if (task.isNull || task.uid == "0"_L1)
            continue;
        if (task.active) {
            understand(task);
        } else {
            ++m_inactive;
            m_gatherer.leaveOut(m_ids.value(task.uid));
        }
    }
    note();
    return m_gatherer.finish();
}

} // namespace

Result<PlanFile> readMspdi(const QByteArray &data)
{
    return MspdiReader(data).read();
}

} // namespace plumbline
