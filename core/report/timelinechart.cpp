#include "core/report/timelinechart.h"

#include "core/domain/calendarevent.h"
#include "core/domain/dependency.h"
#include "core/domain/subteam.h"
#include "core/report/publicrecords.h"
#include "core/report/reportwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline::report {

namespace {

std::optional<QDate> firstDay(const std::optional<PartialDate> &date)
{
    return date && !date->isOpen() ? std::optional(date->first) : std::nullopt;
}

std::optional<QDate> lastDay(const std::optional<PartialDate> &date)
{
    return date && !date->isOpen() ? std::optional(date->last()) : std::nullopt;
}

class ChartBuilder
{
    Q_DECLARE_TR_FUNCTIONS(Report)

public:
    ChartBuilder(const Review &review, const PlanReader &plan, const QDate &today, const QLocale &locale)
        : m_review(review), m_plan(plan), m_locale(locale)
    {
        m_chart.asOf = today;
        m_chart.language = locale.bcp47Name();
    }
    Chart build();

private:
    void addLane(const PlanLane &lane, int laneIndex);
    ChartRow rowOf(const Milestone &milestone, int laneIndex) const;
    QString shortDate(PartialDate date) const;
    void addDeadlines();
    void addStretches();
    void addLinks();
    void chooseRange();
    void describe();

    const Review &m_review; // Not owned, outlives this.
    const PlanReader &m_plan;
    QLocale m_locale;
    Chart m_chart;
    QHash<RecordId, int> m_rowOf;
};

/// The axis shows the year, and the table column has room for a day only.
QString ChartBuilder::shortDate(PartialDate date) const
{
    const bool tentative = date.tentative;
    date.tentative = false;
    return formatDate(date, m_locale, date.first) + (tentative ? u"?"_s : QString());
}

ChartRow ChartBuilder::rowOf(const Milestone &milestone, int laneIndex) const
{
    const PlanDates dates = m_plan.datesOf(milestone);
    ChartRow row;
    row.lane = laneIndex;
    row.title = shown<&Milestone::title>(milestone);
    row.owner = shown<&Milestone::responsible>(milestone);
    if (dates.target)
        row.target = shortDate(*dates.target);
    row.slip = dates.slip.value_or(0) == 0 ? QString() : signedDays(dates.slip);
    row.warning = dates.tone == Tone::Bad ? dates.words : QString();
    row.start = firstDay(dates.start);
    row.end = lastDay(dates.actual ? dates.actual : dates.target);
    row.baselineStart = firstDay(dates.baselineStart);
    row.baselineEnd = lastDay(dates.baseline);
    row.judgedBy = dates.breaksLimit ? dates.limit : std::nullopt;
    row.isDeadline = shown<&Milestone::deadline>(milestone).has_value();
    row.reached = dates.actual.has_value();
    row.percent = row.reached ? 100 : int(shown<&Milestone::progress>(milestone).value_or(0));
    const int floor = m_review.ruleNumber(u"minCommentDays"_s, 0);
    const auto days = daysBetween(dates.start, dates.target);
    if (milestone.type.is(MilestoneType::Comment) && days && floor > 0) {
        row.note = tr("%1 of min. %n day(s)", nullptr, floor).arg(*days);
        row.floor = dates.start->first.addDays(floor);
    }
    return row;
}

void ChartBuilder::addLane(const PlanLane &lane, int laneIndex)
{
    const int headIndex = int(m_chart.rows.size());
    ChartRow head;
    head.lane = laneIndex;
    head.head = true;
    head.code = lane.subTeam ? m_review.shownKey(*lane.subTeam) : QString();
    head.title = lane.subTeam ? shown<&SubTeam::title>(*lane.subTeam) : tr("Full team");
    m_chart.rows += head;
    for (const Milestone *milestone : lane.items) {
        const ChartRow row = rowOf(*milestone, laneIndex);
        const std::optional<QDate> begin = row.start ? row.start : row.end;
        ChartRow &span = m_chart.rows[headIndex];
        if (begin && (!span.start || *begin < *span.start))
            span.start = begin;
        if (row.end && (!span.end || *row.end > *span.end))
            span.end = row.end;
        m_rowOf.insert(milestone->id, int(m_chart.rows.size()));
        m_chart.rows += row;
    }
}

void ChartBuilder::addDeadlines()
{
    for (const Milestone *milestone : publicRecords<Milestone>(m_review)) {
        const auto deadline = lastDay(shown<&Milestone::deadline>(*milestone));
        if (!deadline || publicRecord(m_review, shown<&Milestone::subteam>(*milestone)))
            continue;
        m_chart.deadlines += ChartDeadline{shown<&Milestone::title>(*milestone), *deadline,
                                           *deadline < m_chart.asOf || shown<&Milestone::actual>(*milestone)};
    }
    std::stable_sort(m_chart.deadlines.begin(), m_chart.deadlines.end(),
                     [](const ChartDeadline &a, const ChartDeadline &b) { return a.day < b.day; });
}

void ChartBuilder::addStretches()
{
    for (const CalendarEvent *event : publicRecords<CalendarEvent>(m_review)) {
        const auto first = firstDay(shown<&CalendarEvent::first>(*event));
        const auto last = lastDay(shown<&CalendarEvent::last>(*event));
        if (!first)
            continue;
        const bool suspension = shown<&CalendarEvent::category>(*event).is(CalendarKind::Suspension);
        m_chart.stretches +=
            ChartStretch{shown<&CalendarEvent::title>(*event), *first, last.value_or(*first), suspension};
    }
}

void ChartBuilder::addLinks()
{
    for (const Dependency *dependency : publicRecords<Dependency>(m_review)) {
        const int from = m_rowOf.value(RecordId(dependency->from.uuid), -1);
        const int to = m_rowOf.value(RecordId(dependency->to.uuid), -1);
        const bool finishToStart = dependency->type.isNone() || dependency->type.is(DependencyType::FS);
        if (from >= 0 && to >= 0 && finishToStart)
            m_chart.links += ChartLink{from, to};
    }
}

void ChartBuilder::chooseRange()
{
    QDate from;
    QDate to;
    const auto include = [&](const std::optional<QDate> &day) {
        if (!day)
            return;
        from = from.isValid() ? std::min(from, *day) : *day;
        to = to.isValid() ? std::max(to, *day) : *day;
    };
    for (const ChartRow &row : m_chart.rows) {
        for (const auto &day : {row.start, row.end, row.baselineStart, row.baselineEnd})
            include(day);
    }
    for (const ChartDeadline &deadline : m_chart.deadlines)
        include(deadline.day);
    if (!from.isValid() || (m_chart.asOf > from.addMonths(-2) && m_chart.asOf < to.addMonths(2)))
        include(m_chart.asOf);
    // Room for the marks and words at both ends.
    from = from.addDays(-4);
    to = to.addDays(10);
    m_chart.from = QDate(from.year(), from.month(), 1);
    m_chart.to = QDate(to.year(), to.month(), to.daysInMonth());
}

void ChartBuilder::describe()
{
    const int items = int(m_rowOf.size());
    QStringList sentences{tr("Chart of the plan from %1 to %2 with %3, as of %4.")
                              .arg(m_locale.toString(m_chart.from, u"MMMM yyyy"_s),
                                   m_locale.toString(m_chart.to, u"MMMM yyyy"_s),
                                   tr("%n item(s)", nullptr, items), dateText(m_chart.asOf, m_locale))};
    for (const ChartRow &row : m_chart.rows) {
        if (!row.warning.isEmpty())
            sentences += tr("%1: %2.").arg(row.title, row.warning);
    }
    m_chart.alternative = sentences.join(u' ');
}

Chart ChartBuilder::build()
{
    m_chart.title = tr("Timeline");
    int subTeams = 0;
    for (const PlanLane &lane : m_plan.lanes())
        addLane(lane, lane.subTeam ? subTeams++ : -1);
    addDeadlines();
    addStretches();
    addLinks();
    chooseRange();
    describe();
    return m_chart;
}

} // namespace

Chart timelineChart(const Review &review, const PlanReader &plan, const QDate &today, const QLocale &locale)
{
    return ChartBuilder(review, plan, today, locale).build();
}

} // namespace plumbline::report
