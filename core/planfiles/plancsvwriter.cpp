#include "core/planfiles/plancsv.h"

#include "core/planfiles/csvtable.h"
#include "core/planfiles/plannotation.h"

#include <vector>

namespace plumbline {

using namespace Qt::StringLiterals;

QString csvConstraint(DateConstraint constraint)
{
    static const QStringList words{u"Must Start On"_s,          u"Must Finish On"_s,      u"Start No Earlier Than"_s,
                                   u"Finish No Earlier Than"_s, u"Start No Later Than"_s, u"Finish No Later Than"_s};
    return words[qsizetype(constraint)];
}

static QString csvDay(const std::optional<QDate> &day)
{
    return day ? day->toString(Qt::ISODate) : QString();
}

/// Text that a spreadsheet does not take for a formula.
static QString csvHarmless(const QString &text)
{
    return !text.isEmpty() && u"=+-@"_s.contains(text[0]) ? u'\'' + text : text;
}

static QString csvPeople(const QStringList &names)
{
    return names.join(u"; "_s) + (names.size() == 1 && names[0].contains(u',') ? u";"_s : QString());
}

QByteArray writeCsv(const PlanFile &plan)
{
    std::vector<QStringList> predecessors(size_t(plan.tasks.size()));
    for (const PlanLink &link : plan.links)
        predecessors[size_t(link.to)] += writtenPredecessor(QString::number(link.from + 1), link);
    QByteArray table("\xEF\xBB\xBF");
    table += csvLine({u"ID"_s, u"Unique ID"_s, u"Outline Level"_s, u"Name"_s, u"Milestone"_s, u"Start"_s, u"Finish"_s,
                      u"Duration"_s, u"Percent Complete"_s, u"Predecessors"_s, u"Deadline"_s, u"Constraint Type"_s,
                      u"Constraint Date"_s, u"Actual Finish"_s, u"Resource Names"_s, u"Notes"_s});
    std::vector<int> level(size_t(plan.tasks.size()), 1);
    for (int i = 0; i < plan.tasks.size(); ++i) {
        const PlanTask &task = plan.tasks[i];
        if (task.parent >= 0)
            level[size_t(i)] = level[size_t(task.parent)] + 1;
        table += csvLine({QString::number(i + 1), csvHarmless(task.id), QString::number(level[size_t(i)]),
                          csvHarmless(task.name), task.milestone ? u"Yes"_s : u"No"_s, csvDay(task.start),
                          csvDay(task.finish), task.duration ? writtenDays(*task.duration, task.unit) : QString(),
                          task.percent ? QString::number(*task.percent) : QString(), predecessors[size_t(i)].join(u';'),
                          csvDay(task.deadline), task.constraint ? csvConstraint(*task.constraint) : QString(),
                          csvDay(task.constraintDate), csvDay(task.actualFinish),
                          csvHarmless(csvPeople(task.resources)), csvHarmless(task.notes)});
    }
    return table;
}

} // namespace plumbline
