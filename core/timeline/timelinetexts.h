#pragma once

#include "core/base/partialdate.h"
#include "core/timeline/timelineplan.h"

namespace plumbline {

/// The words of rows and marks, asked of the Review when they are needed and never kept.
///
/// Every function gives an empty text for a record that is gone.
class TimelineTexts
{
public:
    /// Both must outlive this.
    TimelineTexts(const TimelinePlan &plan, const QLocale &locale) : m_plan(plan), m_locale(locale) {}

    /// "Draft recommendations"; of a lane head "DNS abuse" or "Full team"; of the last row what it is for.
    QString title(const TimelineRow &row) const;
    /// The key of a lane's sub-team, "S5"; empty for the full team.
    QString laneCode(const TimelineLane &lane) const;
    /// "S5 DNS abuse" or "Full team".
    QString laneName(const TimelineLane &lane) const;
    /// The date that is drawn: when it was reached, else the target. "7 Dec", the year only when it is not
    /// today's.
    QString date(const TimelineRow &row) const;
    /// "+16", with a true minus, kept left to right; empty without a baseline or without a slip.
    QString slip(const TimelineRow &row) const;
    QString owner(const TimelineRow &row) const;
    /// What stands in a cell of the table, and the head of its column.
    QString cell(const TimelineRow &row, TimelineColumn column) const;
    static QString columnTitle(TimelineColumn column);
    /// The same to be typed over: dates with their year, numbers without a unit.
    QString typed(const TimelineRow &row, TimelineColumn column) const;
    /// "3 items".
    QString itemCount(const TimelineLane &lane) const;
    /// What stands beside the mark in the chart: the conflict, "56 of min. 40 days" for a comment period, "178 of 181 days"
    /// for the Board's action.
    QString words(const TimelineRow &row) const;
    /// "P80 4 Feb · 41 %".
    QString forecast(const TimelineForecast &forecast) const;
    /// "Draft freeze 7 Dec".
    QString deadline(const TimelineDeadline &deadline) const;
    /// "Suspended until 7 Jun" (when work goes on), "Suspended since 28 Oct", or the event's title.
    QString event(const TimelineEvent &event) const;
    /// "Suspended 222 days", for the strip.
    QString suspensionLength(const TimelineEvent &event) const;
    QString phase(const TimelinePhase &phase) const;
    QString phase(Phase phase) const;
    /// A day as people write it, the year only when it is not today's.
    QString day(int day) const;

    /// Everything a row shows in whole sentences, for screen readers and tool tips.
    QString description(const TimelineRow &row) const;

private:
    QString boardWords(const TimelineRow &row) const;
    QString laneDescription(const TimelineLane &lane) const;
    QStringList stateWords(const TimelineRow &row) const;

    const TimelinePlan &m_plan; // Not owned.
    QLocale m_locale;
};

} // namespace plumbline
