#include "core/planfiles/mspdixml.h"

#include <QHash>

namespace plumbline {

void writeMspdiPeople(MspdiXml &xml, const PlanFile &plan, const std::vector<int> &uids)
{
    QHash<QString, int> people; // To their UIDs.
    xml.open("Resources");
    for (const PlanTask &task : plan.tasks) {
        for (const QString &name : task.resources) {
            if (people.contains(name))
                continue;
            const int uid = int(people.size()) + 1;
            people.insert(name, uid);
            xml.open("Resource");
            xml.number("UID", uid);
            xml.number("ID", uid);
            xml.text("Name", name);
            xml.number("Type", 1);
            xml.close();
        }
    }
    xml.close();
    xml.open("Assignments");
    int uid = 0;
    for (int i = 0; i < plan.tasks.size(); ++i) {
        for (const QString &name : plan.tasks[i].resources) {
            xml.open("Assignment");
            xml.number("UID", ++uid);
            xml.number("TaskUID", uids[size_t(i)]);
            xml.number("ResourceUID", people.value(name));
            xml.number("Units", 1);
            xml.close();
        }
    }
    xml.close();
}

} // namespace plumbline
