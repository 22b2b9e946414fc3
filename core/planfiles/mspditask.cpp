#include "core/planfiles/mspditask.h"

#include "core/base/value.h"
#include "core/planfiles/mspdiunits.h"
#include "core/planfiles/plangatherer.h"

#include <QCoreApplication>

namespace plumbline {

using namespace Qt::StringLiterals;

static std::optional<int> mspdiNumber(PlanXml &xml, int least, int most)
{
    const auto number = xml.number(xml.text(), least, most);
    return number ? std::optional(int(*number)) : std::nullopt;
}

static MspdiLink readMspdiLink(PlanXml &xml)
{
    MspdiLink link;
    while (xml.next()) {
        if (xml.name() == "PredecessorUID"_L1)
            link.from = xml.text().trimmed();
        else if (xml.name() == "Type"_L1)
            link.type = mspdiNumber(xml, 0, 3).value_or(1);
        else if (xml.name() == "CrossProject"_L1)
            link.crossProject = xml.flag(xml.text()).value_or(false);
        else if (xml.name() == "LinkLag"_L1)
            link.lag = double(xml.number(xml.text(), -14400LL * maxPlanDays, 14400LL * maxPlanDays).value_or(0));
        else if (xml.name() == "LagFormat"_L1)
            link.format = mspdiNumber(xml, 0, 100).value_or(7);
        else
            xml.skip();
    }
    return link;
}

static MspdiBaseline readMspdiBaseline(PlanXml &xml)
{
    MspdiBaseline baseline;
    while (xml.next()) {
        if (xml.name() == "Number"_L1)
            baseline.number = mspdiNumber(xml, 0, 1000).value_or(0);
        else if (xml.name() == "Start"_L1)
            baseline.start = xml.moment(xml.text());
        else if (xml.name() == "Finish"_L1)
            baseline.finish = xml.moment(xml.text());
        else
            xml.skip();
    }
    return baseline;
}

static void readMspdiExtended(PlanXml &xml, MspdiTask &task)
{
    QString field;
    QString value;
    while (xml.next()) {
        if (xml.name() == "FieldID"_L1)
            field = xml.text().trimmed();
        else if (xml.name() == "Value"_L1)
            value = xml.text();
        else
            xml.skip();
    }
    task.extended.insert(field, value);
}

static std::optional<double> readMspdiDuration(PlanXml &xml)
{
    const QString text = xml.text().trimmed();
    if (text.isEmpty())
        return {};
    const auto minutes = minutesOf(text);
    if (!minutes || *minutes < 0)
        xml.fail(QCoreApplication::translate("PlanFiles", "“%1” is not a duration.").arg(text.left(40)));
    return minutes;
}

/// Elements with text of one kind; false when the element is another.
static bool readMspdiWords(PlanXml &xml, MspdiTask &task)
{
    const QStringView name = xml.name();
    if (name == "UID"_L1)
        task.uid = xml.text().trimmed();
    else if (name == "Name"_L1)
        task.name = planLine(xml.text());
    else if (name == "Notes"_L1)
        task.notes = xml.text();
    else if (name == "IsNull"_L1)
        task.isNull = xml.flag(xml.text()).value_or(false);
    else if (name == "Active"_L1)
        task.active = xml.flag(xml.text()).value_or(true);
    else if (name == "Milestone"_L1)
        task.milestone = xml.flag(xml.text()).value_or(false);
    else if (name == "Summary"_L1)
        task.summary = xml.flag(xml.text()).value_or(false);
    else if (name == "Critical"_L1)
        task.critical = xml.flag(xml.text());
    else
        return false;
    return true;
}

static bool readMspdiDates(PlanXml &xml, MspdiTask &task)
{
    const QStringView name = xml.name();
    std::optional<PlanMoment> *const date = name == "Start"_L1            ? &task.start
                                            : name == "Finish"_L1         ? &task.finish
                                            : name == "ActualFinish"_L1   ? &task.actualFinish
                                            : name == "ConstraintDate"_L1 ? &task.constraintDate
                                            : name == "Deadline"_L1       ? &task.deadline
                                                                          : nullptr;
    if (date)
        *date = xml.moment(xml.text());
    return date;
}

static bool readMspdiFigures(PlanXml &xml, MspdiTask &task)
{
    const QStringView name = xml.name();
    if (name == "OutlineLevel"_L1)
        task.outlineLevel = mspdiNumber(xml, 0, 65535).value_or(1);
    else if (name == "Duration"_L1)
        task.duration = readMspdiDuration(xml);
    else if (name == "DurationFormat"_L1)
        task.durationFormat = mspdiNumber(xml, 0, 100).value_or(7);
    else if (name == "PercentComplete"_L1)
        task.percentComplete = mspdiNumber(xml, 0, 100);
    else if (name == "ConstraintType"_L1)
        task.constraintType = mspdiNumber(xml, 0, 7).value_or(0);
    else if (name == "CalendarUID"_L1)
        task.calendarUid = mspdiNumber(xml, -2147483647, 2147483647).value_or(-1);
    else if (name == "TotalSlack"_L1)
        task.totalSlack = xml.decimal(xml.text());
    else if (name == "Cost"_L1 || name == "FixedCost"_L1)
        task.cost += xml.decimal(xml.text()).value_or(0);
    else
        return false;
    return true;
}

MspdiTask readMspdiTask(PlanXml &xml)
{
    MspdiTask task;
    task.line = xml.line();
    while (xml.next()) {
        if (xml.name() == "PredecessorLink"_L1)
            task.links += readMspdiLink(xml);
        else if (xml.name() == "Baseline"_L1)
            task.baselines += readMspdiBaseline(xml);
        else if (xml.name() == "ExtendedAttribute"_L1)
            readMspdiExtended(xml, task);
        else if (!readMspdiWords(xml, task) && !readMspdiDates(xml, task) && !readMspdiFigures(xml, task))
            xml.skip();
    }
    return task;
}

} // namespace plumbline
