#pragma once

#include "core/base/clock.h"
#include "core/domain/review.h"
#include "core/report/document.h"

#include <QLocale>

namespace plumbline::report {

/// The draft report: what a team publishes for comment.
///
/// Cover, contents, summary with all recommendations in one table, mandate and scope, how the review worked
/// (sub-teams, rules, evidence), findings by sub-team, every recommendation exactly once in the order of its
/// number, decisions, what was accepted with a reason, and how to comment. What nobody recorded yet is said
/// in words. Nothing of closed groups and no field described as not publishable enters. @p clock gives the
/// record date.
Document draftReport(const Review &review, const Clock &clock,
                     const QLocale &locale = QLocale(QLocale::English));

} // namespace plumbline::report
