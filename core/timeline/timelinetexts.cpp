#include "core/timeline/timelinetexts.h"

#include "core/schedule/boardclock.h"
#include "core/schedule/commentperiod.h"

#include "core/domain/milestone.h"
#include "core/domain/review.h"
#include "core/domain/subteam.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

QString translated(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("Timeline", text, comment, n);
}

/// @p text set left to right whatever surrounds it.
QString leftToRight(const QString &text)
{
    return QChar(0x2066) + text + QChar(0x2069);
}

} // namespace

QString TimelineTexts::title(const TimelineRow &row) const
{
    switch (row.kind) {
    case TimelineRow::Kind::NewItem:
        return translated(QT_TRANSLATE_NOOP("Timeline", "Type a title to add an item…"));
    case TimelineRow::Kind::LaneHead: {
        const auto *subTeam = m_plan.review->find(SubTeamId(row.id.uuid));
        if (const QString &name = m_plan.laneOf(row).name; !name.isEmpty())
            return name;
        if (row.id.isNull())
            return translated(QT_TRANSLATE_NOOP("Timeline", "Full team"));
        return subTeam ? subTeam->title.simplified() : QString();
    }
    case TimelineRow::Kind::Item:
        break;
    }
    const auto *milestone = m_plan.review->find(MilestoneId(row.id.uuid));
    if (!milestone)
        return {};
    return milestone->title.isEmpty() ? milestone->key : milestone->title.simplified();
}

QString TimelineTexts::laneCode(const TimelineLane &lane) const
{
    const auto *subTeam = m_plan.review->find(SubTeamId(lane.subTeam.uuid));
    return subTeam ? m_plan.review->shownKey(*subTeam) : QString();
}

QString TimelineTexts::laneName(const TimelineLane &lane) const
{
    const QString code = laneCode(lane);
    const QString name = title(m_plan.rows[size_t(lane.head)]);
    return code.isEmpty() ? name : code + u' ' + name;
}

QString TimelineTexts::date(const TimelineRow &row) const
{
    const auto *milestone = m_plan.review->find(MilestoneId(row.id.uuid));
    if (!milestone || row.kind != TimelineRow::Kind::Item)
        return {};
    const auto &shown = milestone->actual ? milestone->actual : milestone->target;
    return shown ? formatDate(*shown, m_locale, m_plan.options.today) : QString();
}

QString TimelineTexts::slip(const TimelineRow &row) const
{
    if (!row.hasSlip() || row.slip == 0)
        return {};
    const QString number = m_locale.toString(std::abs(row.slip));
    return leftToRight((row.slip > 0 ? u'+' : QChar(0x2212)) + number);
}

QString TimelineTexts::owner(const TimelineRow &row) const
{
    const auto *milestone = m_plan.review->find(MilestoneId(row.id.uuid));
    return milestone && row.kind == TimelineRow::Kind::Item ? milestone->responsible : QString();
}

QString TimelineTexts::cell(const TimelineRow &row, TimelineColumn column) const
{
    const auto *milestone = m_plan.review->find(MilestoneId(row.id.uuid));
    if (!milestone || row.kind != TimelineRow::Kind::Item)
        return {};
    const auto words = [this](const std::optional<PartialDate> &date) {
        return date ? formatDate(*date, m_locale, m_plan.options.today) : QString();
    };
    switch (column) {
    case TimelineColumn::Title:
        return title(row);
    case TimelineColumn::Key:
        return m_plan.review->shownKey(*milestone);
    case TimelineColumn::Start:
        return words(milestone->start);
    case TimelineColumn::Target:
        return date(row);
    case TimelineColumn::Deadline:
        return words(milestone->deadline);
    case TimelineColumn::Slip:
        return slip(row);
    case TimelineColumn::Slack: {
        const auto found = m_plan.options.slack.constFind(row.id);
        if (found == m_plan.options.slack.constEnd())
            return {};
        const QString number = m_locale.toString(std::abs(*found));
        return leftToRight(*found < 0 ? QChar(0x2212) + number : number);
    }
    case TimelineColumn::Progress:
        return row.milestone ? QString()
                             : translated(QT_TRANSLATE_NOOP("Timeline", "%1 %"), "percent done").arg(m_locale.toString(row.progress));
    case TimelineColumn::Forecast: {
        const auto found = m_plan.options.forecasts.constFind(row.id);
        return found == m_plan.options.forecasts.constEnd() || row.reached ? QString() : day(found->p80);
    }
    case TimelineColumn::Owner:
        return owner(row);
    }
    return {};
}

QString TimelineTexts::typed(const TimelineRow &row, TimelineColumn column) const
{
    const auto *milestone = m_plan.review->find(MilestoneId(row.id.uuid));
    const auto words = [this](const std::optional<PartialDate> &date) { return date ? formatDate(*date, m_locale) : QString(); };
    if (!milestone)
        return {};
    switch (column) {
    case TimelineColumn::Start:
        return words(milestone->start);
    case TimelineColumn::Target:
        return words(milestone->target);
    case TimelineColumn::Deadline:
        return words(milestone->deadline);
    case TimelineColumn::Progress:
        return milestone->progress ? m_locale.toString(*milestone->progress) : QString();
    default:
        return cell(row, column);
    }
}

QString TimelineTexts::columnTitle(TimelineColumn column)
{
    switch (column) {
    case TimelineColumn::Title:
        return translated(QT_TRANSLATE_NOOP("Timeline", "Title"), "column");
    case TimelineColumn::Key:
        return translated(QT_TRANSLATE_NOOP("Timeline", "Key"), "column");
    case TimelineColumn::Start:
        return translated(QT_TRANSLATE_NOOP("Timeline", "Start"), "column");
    case TimelineColumn::Target:
        return translated(QT_TRANSLATE_NOOP("Timeline", "Target"), "column");
    case TimelineColumn::Deadline:
        return translated(QT_TRANSLATE_NOOP("Timeline", "Deadline"), "column");
    case TimelineColumn::Slip:
        return translated(QT_TRANSLATE_NOOP("Timeline", "Slip"), "column");
    case TimelineColumn::Slack:
        return translated(QT_TRANSLATE_NOOP("Timeline", "Slack"), "column");
    case TimelineColumn::Progress:
        return translated(QT_TRANSLATE_NOOP("Timeline", "Done"), "column");
    case TimelineColumn::Forecast:
        return translated(QT_TRANSLATE_NOOP("Timeline", "P80"), "column");
    case TimelineColumn::Owner:
        return translated(QT_TRANSLATE_NOOP("Timeline", "Owner"), "column");
    }
    return {};
}

QString TimelineTexts::itemCount(const TimelineLane &lane) const
{
    return translated(QT_TRANSLATE_N_NOOP("Timeline", "%n item(s)"), nullptr, lane.items);
}

QString TimelineTexts::words(const TimelineRow &row) const
{
    if (row.conflict >= 0)
        return m_plan.options.conflicts.at(row.conflict).words;
    if (row.comment && m_plan.minCommentDays > 0 && row.isDated())
        return translated(QT_TRANSLATE_NOOP("Timeline", "%1 of min. %2 days"),
                          "length of the public comment period")
            .arg(m_locale.toString(commentDays(dateOfDay(row.start), dateOfDay(row.end), m_plan.dayCount)),
                 m_locale.toString(m_plan.minCommentDays));
    return row.board ? boardWords(row) : QString();
}

QString TimelineTexts::boardWords(const TimelineRow &row) const
{
    const auto *milestone = m_plan.review->find(MilestoneId(row.id.uuid));
    const auto clock = milestone ? boardClock(*m_plan.review, *milestone) : std::nullopt;
    if (!clock || clock->taken(m_plan.options.today) < 0)
        return {};
    const QString taken = m_locale.toString(clock->taken(m_plan.options.today));
    const QString allowed = m_locale.toString(clock->allowed());
    return clock->acted ? translated(QT_TRANSLATE_NOOP("Timeline", "%1 of %2 days"), "the Board took, and had").arg(taken, allowed)
                        : translated(QT_TRANSLATE_NOOP("Timeline", "day %1 of %2"), "the Board's clock").arg(taken, allowed);
}

QString TimelineTexts::forecast(const TimelineForecast &forecast) const
{
    if (forecast.chance < 0)
        return translated(QT_TRANSLATE_NOOP("Timeline", "P80 %1")).arg(day(forecast.p80));
    return translated(QT_TRANSLATE_NOOP("Timeline", "P80 %1 · %2 %"), "date, chance of keeping the deadline")
        .arg(day(forecast.p80), m_locale.toString(forecast.chance));
}

QString TimelineTexts::deadline(const TimelineDeadline &deadline) const
{
    const auto *milestone = m_plan.review->find(MilestoneId(deadline.milestone.uuid));
    if (!milestone)
        return {};
    return translated(QT_TRANSLATE_NOOP("Timeline", "%1 %2"), "a deadline: its name and its date")
        .arg(milestone->title.simplified(), day(deadline.day));
}

QString TimelineTexts::event(const TimelineEvent &event) const
{
    if (event.open)
        return translated(QT_TRANSLATE_NOOP("Timeline", "Suspended since %1")).arg(day(event.first));
    // The day on which work goes on, as people say it.
    if (event.suspension)
        return translated(QT_TRANSLATE_NOOP("Timeline", "Suspended until %1")).arg(day(event.last + 1));
    const auto *record = m_plan.review->find(CalendarEventId(event.id.uuid));
    return record ? record->title.simplified() : QString();
}

QString TimelineTexts::suspensionLength(const TimelineEvent &event) const
{
    return translated(QT_TRANSLATE_N_NOOP("Timeline", "Suspended %n day(s)"), nullptr,
                      event.last - event.first + 1);
}

QString TimelineTexts::phase(Phase phase) const
{
    switch (phase) {
    case Phase::Preparation:
        return translated(QT_TRANSLATE_NOOP("Timeline", "Preparation"));
    case Phase::Analysis:
        return translated(QT_TRANSLATE_NOOP("Timeline", "Analysis"));
    case Phase::Drafting:
        return translated(QT_TRANSLATE_NOOP("Timeline", "Drafting"));
    case Phase::PublicComment:
        return translated(QT_TRANSLATE_NOOP("Timeline", "Comment"), "a phase of the review");
    case Phase::Finalisation:
        return translated(QT_TRANSLATE_NOOP("Timeline", "Finalisation"));
    case Phase::FollowUp:
        return translated(QT_TRANSLATE_NOOP("Timeline", "Follow-up"));
    case Phase::Closed:
        return translated(QT_TRANSLATE_NOOP("Timeline", "Closed"));
    }
    return {};
}

QString TimelineTexts::phase(const TimelinePhase &phase) const
{
    return this->phase(phase.phase);
}

QString TimelineTexts::day(int day) const
{
    return day == noDay ? QString()
                        : formatDate(PartialDate::day(dateOfDay(day)), m_locale, m_plan.options.today);
}

QString TimelineTexts::laneDescription(const TimelineLane &lane) const
{
    QStringList sentences{itemCount(lane)};
    if (lane.errors > 0)
        sentences += translated(QT_TRANSLATE_N_NOOP("Timeline", "%n past a deadline"), nullptr, lane.errors);
    if (lane.late > 0)
        sentences += translated(QT_TRANSLATE_N_NOOP("Timeline", "%n late"), nullptr, lane.late);
    if (lane.start != noDay)
        sentences +=
            translated(QT_TRANSLATE_NOOP("Timeline", "from %1 to %2")).arg(day(lane.start), day(lane.end));
    return sentences.join(u", "_s);
}

QStringList TimelineTexts::stateWords(const TimelineRow &row) const
{
    QStringList words;
    if (row.conflict >= 0)
        words += m_plan.options.conflicts.at(row.conflict).words;
    else if (row.late && row.deadline != noDay && row.end > row.deadline)
        words += translated(QT_TRANSLATE_N_NOOP("Timeline", "%n day(s) after its deadline"), nullptr,
                            row.end - row.deadline);
    if (row.late && row.end < dayNumber(m_plan.options.today))
        words += translated(QT_TRANSLATE_N_NOOP("Timeline", "%n day(s) overdue"), nullptr,
                            dayNumber(m_plan.options.today) - row.end);
    if (row.hasSlip() && row.slip > 0)
        words += translated(QT_TRANSLATE_N_NOOP("Timeline", "%n day(s) later than in the baseline"), nullptr,
                            row.slip);
    if (row.hasSlip() && row.slip < 0)
        words += translated(QT_TRANSLATE_N_NOOP("Timeline", "%n day(s) earlier than in the baseline"),
                            nullptr, -row.slip);
    if (row.critical)
        words += translated(QT_TRANSLATE_NOOP("Timeline", "critical"));
    return words;
}

QString TimelineTexts::description(const TimelineRow &row) const
{
    const TimelineLane &lane = m_plan.laneOf(row);
    if (row.kind == TimelineRow::Kind::LaneHead)
        return laneDescription(lane);
    if (row.kind == TimelineRow::Kind::NewItem)
        return title(row);
    QStringList words{laneName(lane)};
    if (!row.isDated())
        words += translated(QT_TRANSLATE_NOOP("Timeline", "no date yet"));
    else if (row.reached)
        words += translated(QT_TRANSLATE_NOOP("Timeline", "reached on %1")).arg(date(row));
    else if (row.milestone)
        words += translated(QT_TRANSLATE_NOOP("Timeline", "milestone on %1")).arg(date(row));
    else
        words += translated(QT_TRANSLATE_NOOP("Timeline", "activity from %1 to %2"))
                     .arg(day(row.start), date(row));
    if (!row.milestone && !row.reached)
        words +=
            translated(QT_TRANSLATE_NOOP("Timeline", "%1 percent done")).arg(m_locale.toString(row.progress));
    words += stateWords(row);
    if (const QString name = owner(row); !name.isEmpty())
        words += translated(QT_TRANSLATE_NOOP("Timeline", "owner: %1")).arg(name);
    return words.join(u", "_s);
}

} // namespace plumbline
