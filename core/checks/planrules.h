#pragma once

// The rules of the plan, one function each; planchecks.cpp is the table that says what each is called.

#include "core/checks/check.h"

namespace plumbline {

struct Milestone;
enum class MilestoneType;

/// The types of milestones that follow each other in the life of a review, stage by stage; the types of one
/// stage stand for the same point.
const QList<QList<MilestoneType>> &lifecycleStages();
/// The stage of a milestone in lifecycleStages(), -1 when its type is none of them.
int lifecycleStage(const Milestone &milestone);

namespace planrules {

// planorder.cpp: dates against each other.
void order(const CheckContext &context, QList<Problem> &problems);
void sequence(const CheckContext &context, QList<Problem> &problems);
void commentPeriod(const CheckContext &context, QList<Problem> &problems);
void commentPlanned(const CheckContext &context, QList<Problem> &problems);
void startAfterTarget(const CheckContext &context, QList<Problem> &problems);

// planlimits.cpp: dates against what they must be in time for.
void afterDeadline(const CheckContext &context, QList<Problem> &problems);
void serves(const CheckContext &context, QList<Problem> &problems);
void freezeBuffer(const CheckContext &context, QList<Problem> &problems);
void overdue(const CheckContext &context, QList<Problem> &problems);
void suspended(const CheckContext &context, QList<Problem> &problems);

// planfeasible.cpp: what follows from how the items hang together.
void circles(const CheckContext &context, QList<Problem> &problems);
void feasible(const CheckContext &context, QList<Problem> &problems);
void blackout(const CheckContext &context, QList<Problem> &problems);

// planmoves.cpp: dates that are missing or have moved.
void noTarget(const CheckContext &context, QList<Problem> &problems);
void slip(const CheckContext &context, QList<Problem> &problems);
void movedWithoutReason(const CheckContext &context, QList<Problem> &problems);
void subteamDraftDate(const CheckContext &context, QList<Problem> &problems);

// planagreement.cpp: what the sub-teams agreed to.
void agreement(const CheckContext &context, QList<Problem> &problems);

} // namespace planrules
} // namespace plumbline
