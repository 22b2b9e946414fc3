#include "core/planfiles/mspdidocument.h"

#include "core/planfiles/mspdi.h"
#include "core/planfiles/plangatherer.h"

namespace plumbline {

using namespace Qt::StringLiterals;

static bool readMspdiSettings(PlanXml &xml, MspdiDocument &document)
{
    const QStringView name = xml.name();
    if (name == "Name"_L1)
        document.name = planLine(xml.text());
    else if (name == "Title"_L1)
        document.title = planLine(xml.text());
    else if (name == "CalendarUID"_L1)
        document.calendarUid = int(xml.number(xml.text(), -1, 2147483647).value_or(1));
    else if (name == "MinutesPerDay"_L1)
        document.minutesPerDay = double(xml.number(xml.text(), 1, 1440).value_or(480));
    else if (name == "DefaultStartTime"_L1)
        document.defaultStart = QTime::fromString(xml.text().trimmed().left(8), u"HH:mm:ss"_s);
    else
        return false;
    return true;
}

static void readMspdiIdField(PlanXml &xml, MspdiDocument &document)
{
    while (xml.next()) { // ExtendedAttribute
        QString field;
        QString alias;
        while (xml.next()) {
            if (xml.name() == "FieldID"_L1)
                field = xml.text().trimmed();
            else if (xml.name() == "Alias"_L1)
                alias = xml.text();
            else
                xml.skip();
        }
        if (alias == QLatin1String(mspdiIdAlias))
            document.idField = field;
    }
}

static void readMspdiResources(PlanXml &xml, QHash<QString, QString> &resources)
{
    while (xml.next()) {
        QString uid;
        QString name;
        while (xml.next()) {
            if (xml.name() == "UID"_L1)
                uid = xml.text().trimmed();
            else if (xml.name() == "Name"_L1)
                name = planLine(xml.text());
            else
                xml.skip();
        }
        if (!name.isEmpty())
            resources.insert(uid, name);
    }
}

static void readMspdiAssignments(PlanXml &xml, QList<QPair<QString, QString>> &assignments)
{
    while (xml.next()) {
        QString task;
        QString resource;
        while (xml.next()) {
            if (xml.name() == "TaskUID"_L1)
                task = xml.text().trimmed();
            else if (xml.name() == "ResourceUID"_L1)
                resource = xml.text().trimmed();
            else
                xml.skip();
        }
        assignments += {task, resource};
    }
}

MspdiDocument readMspdiDocument(PlanXml &xml)
{
    MspdiDocument document;
    QList<QPair<QString, QString>> assignments;
    while (xml.next()) {
        if (xml.name() == "Calendars"_L1) {
            document.calendars = readMspdiCalendars(xml);
        } else if (xml.name() == "Tasks"_L1) {
            while (xml.next() && document.tasks.size() <= 2 * maxPlanTasks) // Twice, for empty rows.
                document.tasks += readMspdiTask(xml);
        } else if (xml.name() == "Resources"_L1) {
            readMspdiResources(xml, document.resources);
        } else if (xml.name() == "Assignments"_L1) {
            readMspdiAssignments(xml, assignments);
        } else if (xml.name() == "ExtendedAttributes"_L1) {
            readMspdiIdField(xml, document);
        } else if (!readMspdiSettings(xml, document)) {
            xml.skip();
        }
    }
    for (const auto &[task, resource] : std::as_const(assignments)) {
        const QString name = document.resources.value(resource);
        if (!name.isEmpty() && !document.people[task].contains(name)) {
            ++document.assignments;
            document.people[task] += name;
        }
    }
    return document;
}

} // namespace plumbline
