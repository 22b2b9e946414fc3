#include "core/checks/planrules.h"

#include "core/checks/wording.h"
#include "core/domain/dependency.h"
#include "core/domain/milestone.h"
#include "core/schedule/commentperiod.h"
#include "core/schedule/milestonedates.h"
#include "core/schedule/workcalendar.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

const QList<QList<MilestoneType>> &lifecycleStages()
{
    static const QList<QList<MilestoneType>> stages{
        {MilestoneType::TermsOfReference},
        {MilestoneType::WorkPlan},
        {MilestoneType::DataReview},
        {MilestoneType::Findings},
        {MilestoneType::DraftRecommendations},
        {MilestoneType::Freeze},
        {MilestoneType::CommentOpen},
        {MilestoneType::CommentClose, MilestoneType::Comment},
        {MilestoneType::Analysis},
        {MilestoneType::FinalAgreed},
        {MilestoneType::Published},
        {MilestoneType::FollowUp},
    };
    return stages;
}

int lifecycleStage(const Milestone &milestone)
{
    const auto &stages = lifecycleStages();
    for (int stage = 0; stage < stages.size(); ++stage) {
        if (milestone.type.value && stages.at(stage).contains(*milestone.type.value))
            return stage;
    }
    return -1;
}

namespace planrules {

/// The dated milestones of the full team, stage by stage, in the order of their dates.
static QList<QList<const Milestone *>> milestonesByStage(const Review &review)
{
    QList<QList<const Milestone *>> stages(lifecycleStages().size());
    for (const Milestone *milestone : review.all<Milestone>()) {
        const int stage = lifecycleStage(*milestone);
        if (stage >= 0 && isFullTeam(*milestone) && finishDate(*milestone))
            stages[stage] += milestone;
    }
    for (auto &stage : stages) {
        std::stable_sort(stage.begin(), stage.end(), [](const Milestone *a, const Milestone *b) {
            return *finishDate(*a) < *finishDate(*b);
        });
    }
    return stages;
}

static Problem outOfOrder(const Review &review, const Milestone &late, const Milestone &early)
{
    const PartialDate date = *finishDate(early);
    const PartialDate other = *finishDate(late);
    const int days = int(date.last().daysTo(other.first));
    const QString sentence = QCoreApplication::translate(
        "Checks", "%1 is dated %2, %n day(s) before %3 (%4), which comes first in the life of a review.",
        nullptr, days);
    return problemOn(
        early, sentence.arg(nameOf(review, early), dateWords(date), nameOf(review, late), dateWords(other)),
        QCoreApplication::translate("Checks", "Put the two dates in order, or correct the type of one."),
        days);
}

void order(const CheckContext &context, QList<Problem> &problems)
{
    // A milestone is held against the nearest earlier stage only, so that one misplaced date is one problem
    // and not one for every stage; and against the first time that stage was reached, so that a second draft
    // or a second round of comment is not out of order.
    const Milestone *before = nullptr;
    const auto stages = milestonesByStage(context.review);
    for (auto stage : stages) {
        if (stage.isEmpty())
            continue;
        const Milestone *first = stage.first();
        if (first->type.is(MilestoneType::Published))
            stage = {stage.last()}; // Drafts are published too; the order concerns the final report.
        for (const Milestone *milestone : std::as_const(stage)) {
            if (before && isSurelyAfter(*finishDate(*before), *finishDate(*milestone)))
                problems += outOfOrder(context.review, *before, *milestone);
        }
        before = first;
    }
}

namespace {
/// A dependency read as: @p waits of one item not before @p allows of the other.
struct Wait {
    std::optional<PartialDate> allows;
    std::optional<PartialDate> waits;
    bool ends = false; ///< The successor's end waits, not its start.
};
} // namespace

/// Nothing chosen means finish to start, as planners do; an unknown word of a newer version is not judged.
static std::optional<Wait> waitOf(const Dependency &dependency, const Milestone &from, const Milestone &to)
{
    if (!dependency.type.value && !dependency.type.isNone())
        return std::nullopt;
    switch (dependency.type.value.value_or(DependencyType::FS)) {
    case DependencyType::FS:
        return Wait{finishDate(from), startDate(to), false};
    case DependencyType::SS:
        return Wait{startDate(from), startDate(to), false};
    case DependencyType::FF:
        return Wait{finishDate(from), finishDate(to), true};
    case DependencyType::SF:
        return Wait{startDate(from), finishDate(to), true};
    }
    return std::nullopt;
}

static QString tooEarly(bool ends, bool exact, int days)
{
    if (ends && exact)
        return QCoreApplication::translate(
            "Checks", "%1 ends on %2, %n day(s) before %3, the first day that %4 allows.", nullptr, days);
    if (ends)
        return QCoreApplication::translate(
            "Checks", "%1 ends on %2, up to %n day(s) before %3, the first day that %4 allows.", nullptr,
            days);
    if (exact)
        return QCoreApplication::translate(
            "Checks", "%1 starts on %2, %n day(s) before %3, the first day that %4 allows.", nullptr, days);
    return QCoreApplication::translate(
        "Checks", "%1 starts on %2, up to %n day(s) before %3, the first day that %4 allows.", nullptr, days);
}

static QString nextAfterSequence(const Milestone &to, const QDate &earliest)
{
    if (isMet(to))
        return QCoreApplication::translate("Checks", "Correct the dependency, or accept it with a reason.");
    return QCoreApplication::translate("Checks", "Move it to %1 or later, or change the dependency.")
        .arg(dateWords(earliest));
}

static constexpr qint64 longestWorkingLag = 40'000; ///< Days; longer ones reach beyond every calendar.

void sequence(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    std::optional<WorkCalendar> calendar; // Made when the first lag counts in working days.
    for (const Dependency *dependency : review.all<Dependency>()) {
        const Milestone *from = review.find(dependency->from);
        const Milestone *to = review.find(dependency->to);
        if (!from || !to || from == to)
            continue;
        const auto wait = waitOf(*dependency, *from, *to);
        if (!wait || !wait->allows || !wait->waits)
            continue;
        // Dates go to the year 9999, so no sensible lag is longer; a nonsensical one must not overflow.
        const qint64 lag = std::clamp<qint64>(dependency->lag.value_or(0), -4'000'000, 4'000'000);
        QDate earliest = wait->allows->last().addDays(lag);
        if (dependency->lagunit.is(DayUnit::Working) && std::abs(lag) <= longestWorkingLag) {
            if (!calendar)
                calendar = WorkCalendar::of(review, context.today);
            earliest = QDate::fromJulianDay(calendar->after(boundOf(wait->allows->last()), int(lag), DayUnit::Working));
        }
        const int days = int(wait->waits->last().daysTo(earliest));
        if (days <= 0)
            continue;
        const bool exact = wait->allows->isExact() && wait->waits->isExact();
        problems += problemOn(*to,
                              tooEarly(wait->ends, exact, days)
                                  .arg(nameOf(review, *to), dateWords(*wait->waits), dateWords(earliest),
                                       nameOf(review, *from)),
                              nextAfterSequence(*to, earliest), days);
    }
}

/// The problem of a period shorter than @p floor, if it is.
static std::optional<Problem> tooShort(const Review &review, const CommentPeriod &period, int floor)
{
    const DayCount rule = dayCountRule(review);
    const int days = period.days(rule);
    if (days >= floor)
        return std::nullopt;
    const Milestone &closing = *review.find(period.closing);
    const QString next = QCoreApplication::translate("Checks", "Close public comment on %1 or later.")
                             .arg(dateWords(earliestClosing(period.opens.first, floor, rule)));
    if (days <= 0) {
        return problemOn(closing,
                         QCoreApplication::translate(
                             "Checks", "%1 closes on %2, although public comment opens only on %3.")
                             .arg(nameOf(review, closing), dateWords(period.closes), dateWords(period.opens)),
                         next, floor - days);
    }
    return problemOn(
        closing,
        QCoreApplication::translate("Checks",
                                    "%1 closes on %2, after %n day(s) of public comment; the rules of "
                                    "this review ask for at least %3.",
                                    nullptr, days)
            .arg(nameOf(review, closing), dateWords(period.closes), QString::number(floor)),
        next, floor - days);
}

static Problem openedBeforeFreeze(const Review &review, const CommentPeriod &period, const Milestone &freeze)
{
    const Milestone &opening = *review.find(period.opening);
    const PartialDate frozen = *finishDate(freeze);
    const int days = int(period.opens.last().daysTo(frozen.first));
    return problemOn(
        opening,
        QCoreApplication::translate(
            "Checks", "%1 opens public comment on %2, %n day(s) before the draft is frozen: %3 is dated %4.",
            nullptr, days)
            .arg(nameOf(review, opening), dateWords(period.opens), nameOf(review, freeze), dateWords(frozen)),
        QCoreApplication::translate("Checks", "Open public comment after the draft is frozen."), days);
}

void commentPeriod(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    const int floor = review.ruleNumber(QStringLiteral("minCommentDays"), 0);
    const auto periods = commentPeriods(review);
    // The first period is about the first frozen draft, the second about the second: a later freeze does not
    // put an earlier period in the wrong.
    const auto freezes = milestonesByStage(review).at(lifecycleStages().indexOf({MilestoneType::Freeze}));
    for (qsizetype i = 0; i < periods.size(); ++i) {
        if (const auto problem = floor > 0 ? tooShort(review, periods.at(i), floor) : std::nullopt)
            problems += *problem;
        if (i < freezes.size() && isSurelyAfter(*finishDate(*freezes.at(i)), periods.at(i).opens))
            problems += openedBeforeFreeze(review, periods.at(i), *freezes.at(i));
    }
}

void commentPlanned(const CheckContext &context, QList<Problem> &problems)
{
    if (commentPeriods(context.review).isEmpty())
        problemOfNone(context, Phase::Drafting,
                      QCoreApplication::translate("Checks", "No public comment on the draft report is planned."),
                      QCoreApplication::translate("Checks", "Plan an activity of type public comment, with both its dates."),
                      problems);
}

void startAfterTarget(const CheckContext &context, QList<Problem> &problems)
{
    for (const Milestone *milestone : context.review.all<Milestone>()) {
        if (!milestone->start || !milestone->target || !isSurelyAfter(*milestone->start, *milestone->target))
            continue;
        const int days = int(milestone->target->last().daysTo(milestone->start->first));
        problems +=
            problemOn(*milestone,
                      QCoreApplication::translate(
                          "Checks", "%1 starts on %2, %n day(s) after its target of %3.", nullptr, days)
                          .arg(nameOf(context.review, *milestone), dateWords(*milestone->start),
                               dateWords(*milestone->target)),
                      QCoreApplication::translate("Checks", "Move its start or its target."), days);
    }
}

} // namespace planrules
} // namespace plumbline
