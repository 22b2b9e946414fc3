#pragma once

#include "core/planfiles/mspdicalendar.h"
#include "core/planfiles/mspditask.h"

#include <QStringList>

namespace plumbline {

/// What stands in an MSPDI file, not understood yet: nothing says that the calendars come before the tasks.
struct MspdiDocument {
    QString name;
    QString title;
    QString idField; ///< Number of the field that holds ids of ours; empty when there is none.
    int calendarUid = 1;
    double minutesPerDay = 480;
    QTime defaultStart{8, 0};
    QHash<int, MspdiCalendar> calendars;
    QList<MspdiTask> tasks;
    QHash<QString, QString> resources;  ///< From UID to name.
    QHash<QString, QStringList> people; ///< Names of those who work on a task, by its UID.
    int assignments = 0;                ///< As many as there are names in @ref people.
};

/// The walk stands on the element Project.
MspdiDocument readMspdiDocument(PlanXml &xml);

} // namespace plumbline
