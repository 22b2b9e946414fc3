#pragma once

#include "core/domain/calendarevent.h"
#include "core/edits/context.h"
#include "core/planfiles/planfile.h"

namespace plumbline {

/// How the plan of another program is taken into a review.
struct PlanImportOptions {
    QString source;        ///< Where it comes from, for the records: the name of the file.
    Id<SubTeam> subTeam;   ///< Whose plan it is; null: the full team's.
    CalendarKind events = CalendarKind::Other; ///< What its appointments are.
};

/// What an import would add or has added.
struct PlanImport {
    ChangeSet changes;
    int tasks = 0; ///< Headings included.
    int links = 0;
    int events = 0;
    int baselines = 0;
    QStringList notes; ///< Sentences: what was in the file and is not taken, circles of links by their names.
};

/// Turns a plan into records, all of them new: milestones with the dates of the file, which none of it moves, dependencies,
/// calendar events for appointments and days off, baselines with the dates of each. Appointments and days off that are in
/// the review already, by title and days, are left out. Errors: NotFound when the sub-team is gone; BadInput when the plan
/// is empty.
Result<PlanImport> importPlan(const EditContext &context, const PlanFile &plan, const PlanImportOptions &options);

} // namespace plumbline
