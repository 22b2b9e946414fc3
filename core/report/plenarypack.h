#pragma once

#include "core/base/clock.h"
#include "core/report/document.h"
#include "core/report/redline.h"

namespace plumbline::report {

/// What the full team needs for its next meeting: the agenda, what each sub-team brings, decisions that are needed, action
/// items that are overdue, and what changed since an earlier state.
///
/// For the team: it holds notes of leads and findings nobody outside has seen. The next meeting is the first plenary on or
/// after the day of @p clock. @p changes may be null: then it says that there is no earlier state to compare with.
/// Source: SSR2 work plan, section 3: leads keep the full team informed; findings and recommendations come to it.
Document plenaryPack(const Review &review, const Clock &clock, const Redline *changes,
                     const QLocale &locale = QLocale(QLocale::English));

} // namespace plumbline::report
