#include "core/planfiles/plangatherer.h"

#include "core/base/value.h"
#include "core/planfiles/plancalendar.h"
#include "core/planfiles/planloops.h"

#include <QCoreApplication>
#include <QSet>

namespace plumbline {

Error planError(const QString &sentence, const QString &detail)
{
    return {ErrorCode::BadInput, sentence, detail, {}};
}

Error planErrorAt(qint64 line, const QString &sentence, const QString &detail)
{
    if (line <= 0)
        return planError(sentence, detail);
    return planError(QCoreApplication::translate("PlanFiles", "Line %1: %2").arg(line).arg(sentence), detail);
}

QString planLine(const QString &text)
{
    return cleanText(text).simplified();
}

void PlanGatherer::refuse(const QString &sentence)
{
    if (!m_error)
        m_error = planError(sentence);
}

int PlanGatherer::add(PlanTask task, qint64 line)
{
    const int index = int(plan.tasks.size());
    if (m_error)
        return index;
    const int depth = task.parent < 0 ? 1 : m_depth[task.parent] + 1;
    QString fault;
    if (index >= maxPlanTasks)
        fault =
            QCoreApplication::translate("PlanFiles", "The plan has more than %1 tasks, which is more than can be read. "
                                                     "Nothing was read.")
                .arg(maxPlanTasks);
    else if (depth > maxPlanDepth)
        fault = QCoreApplication::translate("PlanFiles",
                                            "Headings stand more than %1 deep below each other. Nothing was read.")
                    .arg(maxPlanDepth);
    else if (task.id.isEmpty())
        fault = QCoreApplication::translate("PlanFiles", "The task “%1” has no id. Nothing was read.").arg(task.name);
    else if (m_index.contains(task.id))
        fault = QCoreApplication::translate("PlanFiles", "Two tasks have the id “%1”. Nothing was read.").arg(task.id);
    if (!fault.isEmpty()) {
        m_error = planErrorAt(line, fault);
        return index;
    }
    m_index.insert(task.id, index);
    m_depth += depth;
    if (!m_levels.isEmpty() && m_levels.last().task < 0)
        m_levels.last().task = index;
    plan.tasks += std::move(task);
    return index;
}

int PlanGatherer::parentAt(int level)
{
    while (!m_levels.isEmpty() && (m_levels.last().level >= level || m_levels.last().task < 0))
        m_levels.removeLast();
    const int parent = m_levels.isEmpty() ? -1 : m_levels.last().task;
    m_levels += {level, -1}; // The next task that is added.
    return parent;
}

void PlanGatherer::link(const QString &from, const QString &to, PlanLink link)
{
    if (m_links.size() < maxPlanLinks)
        m_links += {from, to, link};
    else
        refuse(QCoreApplication::translate("PlanFiles",
                                           "The plan has more than %1 links, which is more than can be read. "
                                           "Nothing was read.")
                   .arg(maxPlanLinks));
}

void PlanGatherer::leaveOut(const QString &id)
{
    m_leftOut += id;
}

bool PlanGatherer::isBelow(int task, int heading) const
{
    while (task > heading)
        task = plan.tasks[task].parent;
    return task == heading;
}

void PlanGatherer::resolveLinks()
{
    int nowhere = 0;
    int ownHeading = 0;
    QSet<QPair<QPair<int, int>, int>> known; // A link that is there twice counts once.
    for (const NamedLink &named : std::as_const(m_links)) {
        PlanLink link = named.link;
        link.from = indexOf(named.from);
        link.to = indexOf(named.to);
        if (link.from < 0 || link.to < 0) {
            nowhere += !m_leftOut.contains(named.from) && !m_leftOut.contains(named.to);
            continue;
        }
        if (link.from != link.to && (isBelow(link.from, link.to) || isBelow(link.to, link.from))) {
            ++ownHeading;
            continue;
        }
        const QPair<QPair<int, int>, int> key{{link.from, link.to}, int(link.type)};
        if (!known.contains(key)) {
            known += key;
            plan.links += link;
        }
    }
    if (nowhere)
        plan.notes += QCoreApplication::translate(
            "PlanFiles", "%n link(s) name tasks that are not in the file and were left out.", nullptr, nowhere);
    if (ownHeading)
        plan.notes += QCoreApplication::translate(
            "PlanFiles", "%n link(s) between a task and the heading it stands below were left out.", nullptr,
            ownHeading);
}

Result<PlanFile> PlanGatherer::finish()
{
    if (m_error)
        return *m_error;
    resolveLinks();
    if (!cutLoops(plan))
        return planError(QCoreApplication::translate(
            "PlanFiles", "So many links of this plan run in circles that it cannot be read. Nothing was read."));
    tidyDaysOff(plan.calendar);
    return std::move(plan);
}

} // namespace plumbline
