#pragma once

#include "core/planfiles/planfile.h"

namespace plumbline {

enum class PlanFormat { Mspdi, GanttProject, Planner, ProjectLibre, ICalendar, Csv };

/// The format of a file, by what stands in it, and where that says nothing by the end of its name. Empty when it is
/// none of those that can be read.
std::optional<PlanFormat> planFormatOf(const QByteArray &data, const QString &fileName);

/// Reads a plan of any format. @p fileName serves to tell the format.
/// Errors: BadInput when it is no plan, is larger than maxPlanBytes, or as the reader of its format says; Refused when
/// its program must save it in another form first. Nothing is half read.
Result<PlanFile> readPlan(const QByteArray &data, const QString &fileName);

/// Reads a plan from a file. Errors: NotFound when it cannot be opened or read; those of readPlan().
Result<PlanFile> readPlanFile(const QString &path);

} // namespace plumbline
