#pragma once

#include "core/checks/problem.h"

#include <QList>

namespace plumbline {

class Review;
struct Waiver;

/// Whether a waiver still says something: it has a reason, and where it was given on a text, the record still has that
/// text in all that is material.
bool waiverHolds(const Review &review, const Waiver &waiver);

/// Marks the problems somebody accepted: those with a Waiver of their check on their record. A waiver without
/// a reason does not count, because the reason is what is printed. Of several waivers the first in order
/// gives it.
void markWaived(const Review &review, QList<Problem> &problems);

/// Marks every problem as waived when the gate itself was passed with a reason: a Waiver of check `G3` or
/// `gate.G3`, on whatever record. Reasons given for single problems stay.
void markGateWaived(const Review &review, const QString &gate, QList<Problem> &problems);

/// Sorts errors first, then by days, most first, then by shown key as numbers count, then by check and
/// sentence.
void sortByUrgency(const Review &review, QList<Problem> &problems);

} // namespace plumbline
