#pragma once

#include "core/planfiles/planxml.h"

#include <QHash>
#include <QList>

namespace plumbline {

struct MspdiLink {
    QString from; ///< UID of the predecessor.
    int type = 1; ///< 0 FF, 1 FS, 2 SF, 3 SS.
    bool crossProject = false;
    double lag = 0; ///< Tenths of a minute, or percent.
    int format = 7;
};

struct MspdiBaseline {
    int number = 0;
    std::optional<PlanMoment> start;
    std::optional<PlanMoment> finish;
};

/// The element Task of an MSPDI file, as far as it is of use; members have the names of the elements.
struct MspdiTask {
    qint64 line = 0;
    QString uid;
    QString name;
    QString notes;
    bool isNull = false;
    bool active = true;
    bool milestone = false;
    bool summary = false;
    int outlineLevel = 1;
    std::optional<PlanMoment> start;
    std::optional<PlanMoment> finish;
    std::optional<PlanMoment> actualFinish;
    std::optional<PlanMoment> constraintDate;
    std::optional<PlanMoment> deadline;
    std::optional<double> duration; ///< Minutes.
    int durationFormat = 7;
    std::optional<int> percentComplete;
    int constraintType = 0;
    int calendarUid = -1;
    std::optional<double> totalSlack; ///< Tenths of a minute.
    std::optional<bool> critical;
    double cost = 0;
    QList<MspdiLink> links;
    QList<MspdiBaseline> baselines;
    QHash<QString, QString> extended; ///< Values of its own fields.
};

/// The walk stands on the element Task.
MspdiTask readMspdiTask(PlanXml &xml);

} // namespace plumbline
