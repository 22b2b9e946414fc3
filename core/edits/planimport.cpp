#include "core/edits/planimport.h"

#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "core/domain/calendarevent.h"
#include "core/domain/rule.h"
#include "core/domain/subteam.h"
#include "core/planfiles/plancalendar.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

static QString sayPlan(const char *sentence)
{
    return QCoreApplication::translate("Edits", sentence);
}

namespace {

/// Adds what a plan holds to one change set.
class PlanTaker
{
public:
    PlanTaker(const EditContext &context, const PlanFile &plan, const PlanImportOptions &options)
        : m_context(context), m_plan(plan), m_options(options)
    {
        m_import.changes = ChangeSet(context.review, Cause::Create);
        m_import.notes = plan.notes;
    }

    PlanImport take();

private:
    template<class T>
    Id<T> create(Id<SubTeam> subTeam = {})
    {
        return Id<T>(m_import.changes.create(m_context.review, T::kind, subTeam, m_context.newId()).uuid);
    }
    void takeTask(qsizetype index);
    void takeLinks();
    void takeEvent(const QString &title, const QDate &first, const QDate &last, CalendarKind kind);
    void takeBaselines();
    void noteWeekend();

    const EditContext &m_context;
    const PlanFile &m_plan;
    const PlanImportOptions &m_options;
    const WorkCalendar m_calendar = workCalendarOf(m_plan.calendar);
    PlanImport m_import;
    QList<MilestoneId> m_ids;
};

void PlanTaker::takeTask(qsizetype index)
{
    const PlanTask &task = m_plan.tasks.at(index);
    ChangeSet &changes = m_import.changes;
    const MilestoneId id = create<Milestone>(m_options.subTeam);
    m_ids += id;
    // What stands below a heading comes next to it.
    const bool heading = m_plan.tasks.value(index + 1).parent == index;
    const auto day = [](const std::optional<QDate> &date) {
        return date ? std::optional(PartialDate::day(*date)) : std::nullopt;
    };
    const QString name = task.name.simplified();
    changes.set<&Milestone::title>(id, name.isEmpty() ? sayPlan(QT_TRANSLATE_NOOP("Edits", "Without a name")) : name);
    if (!m_options.subTeam.isNull())
        changes.set<&Milestone::subteam>(id, m_options.subTeam);
    if (task.parent >= 0)
        changes.set(Kind::Milestone, RecordId(id.uuid), "~place",
                    toValue(Place{RecordId(m_ids.at(task.parent).uuid), {}})); // In the order of the keys, so of the file.
    const bool point = task.milestone && !heading;
    if (!point && task.start)
        changes.set<&Milestone::start>(id, day(task.start));
    if (task.finish || task.start)
        changes.set<&Milestone::target>(id, day(task.finish ? task.finish : task.start));
    if (!point && !heading && task.duration && *task.duration > 0) {
        // A duration that contradicts the dates (two people share the work) gives way to them.
        const int days = task.start && task.finish
                             ? m_calendar.days(boundOf(*task.start), boundOf(*task.finish) + 1, task.unit)
                             : *task.duration;
        changes.set<&Milestone::duration>(id, std::optional<qint64>(std::max(days, 1)));
        changes.set<&Milestone::dayunit>(id, Choice<DayUnit>(task.unit));
    }
    if (task.deadline)
        changes.set<&Milestone::deadline>(id, day(task.deadline));
    if (task.actualFinish)
        changes.set<&Milestone::actual>(id, day(task.actualFinish));
    if (task.percent && *task.percent > 0)
        changes.set<&Milestone::progress>(id, std::optional<qint64>(*task.percent));
    if (task.constraint && task.constraintDate) {
        changes.set<&Milestone::constraint>(id, Choice<DateConstraint>(*task.constraint));
        changes.set<&Milestone::constraintdate>(id, day(task.constraintDate));
    }
    if (!task.resources.isEmpty())
        changes.set<&Milestone::responsible>(id, task.resources.join(u", "_s).simplified());
    if (!task.notes.trimmed().isEmpty())
        changes.set<&Milestone::description>(id, task.notes.trimmed());
    if (!m_options.source.isEmpty())
        changes.set<&Milestone::source>(id, m_options.source);
    ++m_import.tasks;
}

void PlanTaker::takeLinks()
{
    for (const PlanLink &link : m_plan.links) {
        const DependencyId id = create<Dependency>();
        m_import.changes.set<&Dependency::from>(id, m_ids.at(link.from));
        m_import.changes.set<&Dependency::to>(id, m_ids.at(link.to));
        m_import.changes.set<&Dependency::type>(id, Choice<DependencyType>(link.type));
        if (link.lag != 0) {
            m_import.changes.set<&Dependency::lag>(id, std::optional<qint64>(link.lag));
            m_import.changes.set<&Dependency::lagunit>(id, Choice<DayUnit>(link.unit));
        }
        ++m_import.links;
    }
    for (const QStringList &loop : m_plan.loops)
        m_import.notes += sayPlan(QT_TRANSLATE_NOOP("Edits", "These wait for each other in a circle, so one of their "
                                                             "links was left out: %1."))
                              .arg(loop.join(u" → "_s));
}

void PlanTaker::takeEvent(const QString &title, const QDate &first, const QDate &last, CalendarKind kind)
{
    const QString name = title.simplified().isEmpty() ? sayPlan(QT_TRANSLATE_NOOP("Edits", "Days off")) : title.simplified();
    for (const CalendarEvent *known : m_context.review.all<CalendarEvent>()) {
        if (known->title == name && known->first && known->first->first == first)
            return;
    }
    const CalendarEventId id = create<CalendarEvent>();
    m_import.changes.set<&CalendarEvent::title>(id, name);
    m_import.changes.set<&CalendarEvent::category>(id, Choice<CalendarKind>(kind));
    m_import.changes.set<&CalendarEvent::first>(id, std::optional(PartialDate::day(first)));
    m_import.changes.set<&CalendarEvent::last>(id, std::optional(PartialDate::day(last)));
    if (!m_options.source.isEmpty())
        m_import.changes.set<&CalendarEvent::source>(id, m_options.source);
    ++m_import.events;
}

void PlanTaker::takeBaselines()
{
    QMap<int, BaselineId> baselines;
    for (qsizetype i = 0; i < m_plan.tasks.size(); ++i) {
        for (const PlanBaseline &dates : m_plan.tasks.at(i).baselines) {
            auto known = baselines.find(dates.number);
            if (known == baselines.end()) {
                known = baselines.insert(dates.number, create<Baseline>());
                m_import.changes.set<&Baseline::name>(
                    *known, sayPlan(QT_TRANSLATE_NOOP("Edits", "%1, baseline %2"))
                                .arg(m_options.source.isEmpty() ? m_plan.title : m_options.source)
                                .arg(dates.number));
                ++m_import.baselines;
            }
            const BaselineItemId item = create<BaselineItem>();
            m_import.changes.set<&BaselineItem::baseline>(item, *known);
            m_import.changes.set<&BaselineItem::record>(item, RecordId(m_ids.at(i).uuid));
            if (dates.start && !m_plan.tasks.at(i).milestone)
                m_import.changes.set<&BaselineItem::start>(item, std::optional(PartialDate::day(*dates.start)));
            if (dates.finish)
                m_import.changes.set<&BaselineItem::target>(item, std::optional(PartialDate::day(*dates.finish)));
        }
    }
}

void PlanTaker::noteWeekend()
{
    const QList<int> usual{6, 7};
    if (m_plan.tasks.isEmpty() || m_plan.calendar.weekend == usual)
        return;
    QStringList days;
    for (const int day : m_plan.calendar.weekend)
        days += QString::number(day);
    m_import.notes += sayPlan(QT_TRANSLATE_NOOP("Edits", "The plan has another weekend. To count its working days, set the "
                                                         "rule “weekend” of this review to: %1."))
                          .arg(days.isEmpty() ? u"none"_s : days.join(u','));
}

PlanImport PlanTaker::take()
{
    for (qsizetype i = 0; i < m_plan.tasks.size(); ++i)
        takeTask(i);
    takeLinks();
    takeBaselines();
    for (const PlanEvent &event : m_plan.events)
        takeEvent(event.title, event.first, event.last, m_options.events);
    for (const PlanDaysOff &off : m_plan.calendar.off)
        takeEvent(off.name, off.first, off.last, CalendarKind::Holidays);
    noteWeekend();
    return m_import;
}

} // namespace

Result<PlanImport> importPlan(const EditContext &context, const PlanFile &plan, const PlanImportOptions &options)
{
    if (!options.subTeam.isNull() && !context.review.find(options.subTeam))
        return Error{ErrorCode::NotFound,
                     sayPlan(QT_TRANSLATE_NOOP("Edits", "The sub-team is not in this review any more; nothing was added.")),
                     {},
                     {}};
    if (plan.tasks.isEmpty() && plan.events.isEmpty() && plan.calendar.off.isEmpty())
        return Error{ErrorCode::BadInput,
                     sayPlan(QT_TRANSLATE_NOOP("Edits", "The file holds no task and no event; nothing was added.")),
                     {},
                     {}};
    return PlanTaker(context, plan, options).take();
}

} // namespace plumbline
