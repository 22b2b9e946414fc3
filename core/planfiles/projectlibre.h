#pragma once

#include "core/planfiles/planfile.h"

namespace plumbline {

/// Reads a .pod file of ProjectLibre: the plan in MSPDI that newer versions put after the Java objects (see
/// readMspdi()). Errors: Refused when the file holds Java objects only, the sentence says how to save it otherwise;
/// those of readMspdi(). Source: files of ProjectLibre 1.9; versions before 1.5.5 and OpenProj wrote no MSPDI.
Result<PlanFile> readProjectLibre(const QByteArray &data);

} // namespace plumbline
