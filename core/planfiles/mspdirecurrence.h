#pragma once

#include "core/planfiles/planfile.h"
#include "core/planfiles/planmoment.h"

namespace plumbline {

/// Days of a calendar that are otherwise than its weeks say; its members are the elements of an MSPDI Exception.
struct MspdiException {
    std::optional<PlanMoment> from;
    std::optional<PlanMoment> to; ///< Of the last repetition.
    QString name;
    bool worked = false;
    int type = 1;          ///< 1 daily, 2 and 3 yearly, 4 and 5 monthly, 6 weekly; 3 and 5 by position in the month.
    int period = 1;        ///< Of days, weeks or months.
    int daysOfWeek = 0;    ///< Bit 0 is Sunday.
    int monthItem = 0;     ///< 0 any day, 1 Monday to Friday, 2 Saturday and Sunday, 3 Sunday to 9 Saturday.
    int monthPosition = 0; ///< 0 first to 3 fourth, 4 last.
    int month = 1;
    int monthDay = 1;
};

/// Adds the days of an exception. False, adding nothing, when it goes on for more than a century.
bool addDaysOff(const MspdiException &exception, QList<PlanDaysOff> &off);

} // namespace plumbline
