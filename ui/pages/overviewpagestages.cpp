#include "core/domain/calendarevent.h"
#include "core/domain/rule.h"
#include "core/schedule/slip.h"
#include "core/timeline/timelinerows.h"
#include "ui/pages/overviewpagedata.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OverviewPage)
};

QString dayText(const QDate &day, const QDate &today)
{
    return formatDate(PartialDate::day(day), QLocale(), today);
}

/// "14 Feb – 31 Aug 2017": the year once where both days share it.
QString spanText(const QDate &from, const QDate &to, const QDate &today)
{
    const bool sameYear = from.year() == to.year();
    return Words::tr("%1 – %2", "first and last day")
        .arg(dayText(from, sameYear ? to : QDate()), dayText(to, sameYear ? today : QDate()));
}

QString gateNames(const Review &review, Phase phase)
{
    static const QStringList names{u"G1"_s, u"G2"_s, u"G3"_s, u"G4"_s, u"G5 · G6"_s, u"G7"_s, {}};
    const auto rules = review.all<Rule>();
    const bool known = std::any_of(rules.begin(), rules.end(),
                                   [](const Rule *rule) { return rule->name.startsWith(u"gate."_s); });
    return known ? names.value(int(phase)) : QString();
}

/// The longest suspension within the phase, as parts of it, and the sentence that says so.
void addSuspension(const TimelinePlan &plan, const TimelinePhase &phase, const QDate &today, GateStage &stage)
{
    const int length = phase.end - phase.start;
    for (const TimelineEvent &event : plan.events) {
        const int first = std::max(event.first, phase.start);
        const int last = std::min(event.last, phase.end);
        if (!event.suspension || length <= 0 || first > last)
            continue;
        stage.suspension = {double(first - phase.start) / length, double(last + 1 - phase.start) / length};
        const int days = suspendedDays(*plan.review, dateOfDay(phase.start), dateOfDay(phase.end));
        stage.lines += {event.open ? Words::tr("suspended for %n day(s)", nullptr, days)
                                   : Words::tr("suspended %n day(s), to %1", nullptr, days)
                                         .arg(dayText(dateOfDay(event.last).addDays(1), today)),
                        {}};
        return;
    }
}

/// How many dates of the plan come too late and nobody accepted it: what is said of the current phase.
int lateDates(const QList<Problem> &problems)
{
    static const QList<QByteArray> checks{"plan.afterDeadline", "plan.serves", "plan.freezeBuffer"};
    QSet<RecordId> late;
    for (const Problem &problem : problems) {
        if (!problem.waived && checks.contains(problem.check))
            late += problem.record;
    }
    return int(late.size());
}

QString datesText(const TimelinePhase *phase, const TimelinePlan &plan, GateStage::State state, const QDate &today)
{
    if (!phase)
        return {};
    const QDate from = dateOfDay(phase->start);
    const QDate to = dateOfDay(phase->end);
    const bool isFirst = &plan.phases.front() == phase;
    if (state == GateStage::State::Current && from <= today)
        return Words::tr("since %1, %n day(s)", nullptr, int(from.daysTo(today))).arg(dayText(from, today));
    if (state == GateStage::State::Future && !isFirst && phase->phase == Phase::Finalisation)
        return Words::tr("to %1").arg(dayText(to, today));
    return spanText(from, to, today);
}

} // namespace

QList<GateStage> gateStages(const Review &review, const QList<Problem> &problems, const QDate &today)
{
    TimelineOptions options;
    options.today = today;
    const TimelinePlan plan = buildTimeline(review, options);
    const Phase current = currentPhase(review);
    QList<GateStage> stages;
    for (int i = 0; i <= int(Phase::Closed); ++i) {
        GateStage stage;
        stage.gate = gateNames(review, Phase(i));
        stage.title = phaseLabel(Phase(i));
        stage.state = Phase(i) == current ? GateStage::State::Current
                      : i < int(current)  ? GateStage::State::Done
                                          : GateStage::State::Future;
        const auto phase = std::find_if(plan.phases.begin(), plan.phases.end(),
                                        [i](const TimelinePhase &candidate) { return int(candidate.phase) == i; });
        const TimelinePhase *dates = phase == plan.phases.end() ? nullptr : &*phase;
        if (const QString text = datesText(dates, plan, stage.state, today); !text.isEmpty())
            stage.lines += {text, {}};
        if (Phase(i) == Phase::FollowUp && !plan.phases.empty() && plan.phases.back().phase == Phase::Finalisation)
            stage.lines += {Words::tr("from %1").arg(dayText(dateOfDay(plan.phases.back().end), today)), {}};
        if (dates)
            addSuspension(plan, *dates, today, stage);
        if (const int late = lateDates(problems); late > 0 && stage.state == GateStage::State::Current)
            stage.lines += {Words::tr("%n date(s) too late", nullptr, late), Severity::Error};
        if (Phase(i) == Phase::Closed)
            stage.share = 0.3; // Nothing follows, so its line may be short.
        stages += stage;
    }
    return stages;
}

} // namespace plumbline
