#include "core/report/timelinereport.h"

#include "core/domain/calendarevent.h"
#include "core/domain/subteam.h"
#include "core/report/plandates.h"
#include "core/report/publicrecords.h"
#include "core/report/reportwords.h"
#include "core/report/timelinechart.h"

using namespace Qt::StringLiterals;

namespace plumbline::report {

namespace {

class TimelineBuilder
{
    Q_DECLARE_TR_FUNCTIONS(Report)

public:
    TimelineBuilder(const Review &review, const QDate &today, const TimelineOptions &options)
        : m_review(review),
          m_today(today),
          m_locale(options.locale),
          m_plan(review, options.baseline, today, options.locale)
    {
    }
    Document build();

private:
    void begin(int level, const QString &title) { m_document.sections += Section{level, {}, title, {}, {}}; }
    void add(const Block &block) { m_document.sections.last().blocks += block; }

    QString baselineWords() const;
    void standing();
    void lateItems();
    void milestones();
    Table laneTable(const PlanLane &lane) const;
    void calendar();
    void chart();

    const Review &m_review; // Not owned, outlives this.
    QDate m_today;
    QLocale m_locale;
    PlanReader m_plan;
    Document m_document;
};

QString TimelineBuilder::baselineWords() const
{
    if (!m_plan.baseline())
        return tr("No baseline of the plan has been taken yet, so no slip can be shown.");
    const QString name = shown<&Baseline::name>(*m_plan.baseline());
    const QString taken = dateText(shown<&Baseline::taken>(*m_plan.baseline()), m_locale);
    return taken.isEmpty() ? tr("Compared with the baseline “%1”.").arg(name)
                           : tr("Compared with the baseline “%1” of %2.").arg(name, taken);
}

void TimelineBuilder::standing()
{
    begin(1, tr("Where the plan stands"));
    int items = 0;
    int met = 0;
    int undated = 0;
    for (const PlanLane &lane : m_plan.lanes()) {
        for (const Milestone *item : lane.items) {
            const PlanDates dates = m_plan.datesOf(*item);
            ++items;
            met += dates.actual.has_value();
            undated += dates.tone == Tone::Attention;
        }
    }
    if (items == 0)
        return add(Paragraph{missing(tr("The plan holds no item yet."))});
    add(Paragraph{Text::plain(tr("The plan holds %1, of which %2 met. %3")
                                  .arg(tr("%n milestone(s) and activities", nullptr, items),
                                       QString::number(met), baselineWords()))});
    add(Paragraph{
        Text::plain(tr("Slip is the number of calendar days from the target in the baseline to the day the "
                       "item was met, or to its present target while it is not met; a minus means earlier.")),
        Paragraph::Quiet});
    if (undated > 0)
        add(Paragraph{missing(tr("%n item(s) without a date yet.", nullptr, undated))});
    lateItems();
}

void TimelineBuilder::lateItems()
{
    begin(2, tr("What is late"));
    KeyList list;
    for (const PlanLane &lane : m_plan.lanes()) {
        for (const Milestone *item : lane.items) {
            const PlanDates dates = m_plan.datesOf(*item);
            if (dates.tone != Tone::Bad)
                continue;
            Text text = Text::link(shown<&Milestone::title>(*item), anchorOf(*item));
            text.runs += Run{u" \u00b7 "_s + laneName(m_review, lane.subTeam), false, Tone::Quiet, {}, {}};
            text.runs += Run{u'\n' + dates.words, true, Tone::Bad, {}, {}};
            if (const QString reason = shown<&Milestone::reason>(*item); !reason.isEmpty())
                text.runs += Run{u". "_s + reason, false, Tone::Normal, {}, {}};
            list.entries += {m_review.shownKey(*item), text, {}};
        }
    }
    if (list.entries.isEmpty())
        add(Paragraph{Text::plain(tr("Nothing is late: no date is past its deadline and none is overdue."))});
    else
        add(list);
}

Table TimelineBuilder::laneTable(const PlanLane &lane) const
{
    Table table;
    table.wide = true;
    table.columns = {
        {tr("Title"), 3, Alignment::Leading},          {tr("Baseline"), 1.6, Alignment::Trailing},
        {tr("Target"), 1.6, Alignment::Trailing},      {tr("Actual"), 1.6, Alignment::Trailing},
        {tr("Slip, days"), 1.25, Alignment::Trailing}, {tr("In words"), 2.5, Alignment::Leading}};
    for (const Milestone *item : lane.items) {
        const PlanDates dates = m_plan.datesOf(*item);
        const QString title = shown<&Milestone::title>(*item);
        const auto date = [&](const std::optional<PartialDate> &value, const QString &none) {
            return value ? Text::plain(dateText(value, m_locale)) : Text::plain(none, Tone::Quiet);
        };
        const QString slip = signedDays(dates.slip);
        table.rows += Row{
            {dates.tone == Tone::Bad ? Text{{Run{title, true, Tone::Bad, {}, {}}}, {}} : Text::plain(title),
             date(dates.baseline, m_plan.baseline() ? tr("not in it") : tr("none")),
             dates.target ? date(dates.target, {}) : missing(tr("not set")),
             date(dates.actual, tr("not met")), Text::plain(slip.isEmpty() ? u"\u2013"_s : slip),
             Text::plain(dates.words, dates.tone)},
            anchorOf(*item),
            false};
    }
    return table;
}

void TimelineBuilder::milestones()
{
    begin(1, tr("Milestones and activities"));
    const auto lanes = m_plan.lanes();
    if (lanes.empty())
        add(Paragraph{missing(tr("The plan holds no item yet."))});
    for (const PlanLane &lane : lanes) {
        begin(2, laneName(m_review, lane.subTeam));
        add(laneTable(lane));
    }
}

void TimelineBuilder::calendar()
{
    const auto events = publicRecords<CalendarEvent>(m_review);
    if (events.empty())
        return;
    begin(1, tr("Suspensions, breaks and meetings"));
    Table table;
    table.wide = true;
    table.columns = {{tr("What"), 3, Alignment::Leading},
                     {tr("Kind"), 1.4, Alignment::Leading},
                     {tr("First day"), 1.3, Alignment::Trailing},
                     {tr("Last day"), 1.3, Alignment::Trailing},
                     {tr("Reason"), 3, Alignment::Leading}};
    for (const CalendarEvent *event : events) {
        const QString reason = shown<&CalendarEvent::reason>(*event);
        const bool reasonNeeded = event->category.is(CalendarKind::Suspension);
        table.rows +=
            Row{{Text::plain(shown<&CalendarEvent::title>(*event)),
                 Text::plain(wordOf(shown<&CalendarEvent::category>(*event))),
                 orMissing(dateText(shown<&CalendarEvent::first>(*event), m_locale), tr("not set")),
                 orMissing(dateText(shown<&CalendarEvent::last>(*event), m_locale), tr("not set")),
                 reasonNeeded ? orMissing(reason, tr("No reason recorded yet.")) : Text::plain(reason)},
                {},
                false};
    }
    add(table);
}

void TimelineBuilder::chart()
{
    const Chart chart = timelineChart(m_review, m_plan, m_today, m_locale);
    if (chart.rows.isEmpty())
        return;
    begin(1, tr("Timeline"));
    add(chart);
}

Document TimelineBuilder::build()
{
    m_document.kind = tr("Timeline");
    fillCover(m_document, m_review, m_today, m_locale);
    m_document.subtitle = tr("The plan as of %1.\n%2").arg(m_document.dateText, baselineWords());
    m_document.sections += contentsSection();
    standing();
    milestones();
    calendar();
    chart();
    numberSections(m_document);
    return m_document;
}

} // namespace

Document timelineReport(const Review &review, const Clock &clock, const TimelineOptions &options)
{
    return TimelineBuilder(review, clock.today(), options).build();
}

} // namespace plumbline::report
