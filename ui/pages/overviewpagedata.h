#pragma once

#include "core/base/clock.h"
#include "core/checks/problem.h"
#include "core/domain/review.h"
#include "core/domain/reviewrecord.h"
#include "core/schedule/scheduleagreement.h"
#include "ui/widgets/gatestrip.h"

#include <QDate>

namespace plumbline {

/// What the Overview shows, computed from the review; nothing here is a widget.

/// The review's own record; null only in a file that is being made.
const ReviewRecord *reviewRecord(const Review &review);
/// Where the review stands; Preparation while nobody said.
Phase currentPhase(const Review &review);
QString phaseLabel(Phase phase);

/// The gate that is passed next: G5 before the final report is agreed, then G6. Empty when the review is closed or its
/// rules know no such gate.
QString nextGate(const Review &review);
/// "Draft published": what the rules call the gate.
QString gateTitle(const Review &review, const QString &gate);
/// What the rules say it asks for.
QString gateExplanation(const Review &review, const QString &gate);
/// The date in the plan on which the gate is to be passed.
std::optional<PartialDate> gateDate(const Review &review, const QString &gate);
/// The phases with their dates and the gates between them, for the strip.
QList<GateStage> gateStages(const Review &review, const QList<Problem> &problems, const QDate &today);

/// A date that somebody waits for.
struct DatedThing {
    RecordId record;
    PartialDate date;
    QString title;
    QString who;       ///< The owner, or the sub-team.
    QString time;      ///< Of a meeting: "14:00 UTC"; else empty.
    bool mine = false; ///< It is for @p me to act, as far as the record says.
    bool deadline = false;
};

/// The next date of the full team that binds everybody, not before @p today.
std::optional<DatedThing> nextImportantDate(const Review &review, const QDate &today);

/// Milestones not met, action items not done and meetings from @p today on, for so many days, by date. Partial dates
/// are due on their last day.
QList<DatedThing> datesAhead(const Review &review, RecordId me, const QDate &today, int days);

/// One sub-team in the table of the Overview.
struct SubTeamLine {
    RecordId id;
    RecordId draftMilestone;
    QString key;
    QString title;
    QString lead;
    std::optional<PartialDate> draft; ///< When its draft recommendations were or are to be ready.
    std::optional<int> slip;          ///< Calendar days against the first baseline that holds it.
    bool draftLate = false;           ///< The date comes too late for something.
    int complete = 0;
    int total = 0;
    ScheduleAgreement::State agreement = ScheduleAgreement::None; ///< To its schedule.
    std::optional<int> quietDays; ///< Days since its last report to the full team.
    int lane = 0;                 ///< Place among all sub-teams, which fixes the hue.
    bool atWork = false;
    bool isOver = false; ///< Closed.
};

/// From so many days without a report on an active sub-team counts as silent: the rule `reportBackDays`, or four weeks
/// where there is none.
int silentAfterDays(const Review &review);

QList<SubTeamLine> subTeamLines(const Review &review, const QList<Problem> &problems, const QDate &today);

} // namespace plumbline
