#pragma once

#include "core/base/clock.h"
#include "core/domain/baseline.h"
#include "core/domain/review.h"
#include "core/report/document.h"

#include <QLocale>

namespace plumbline::report {

struct TimelineOptions {
    BaselineId baseline; ///< Null: the first baseline that holds dates of the plan.
    QLocale locale = QLocale(QLocale::English);
};

/// The plan against its baseline: what is late in words, a table of every item per lane, and the chart.
///
/// Nothing of closed groups enters. @p clock gives the record date, by which lateness is judged.
Document timelineReport(const Review &review, const Clock &clock, const TimelineOptions &options = {});

} // namespace plumbline::report
