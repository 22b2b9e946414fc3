#pragma once

#include "core/base/clock.h"
#include "core/checks/check.h"

namespace plumbline {

/// All problems of @p review on the day of @p clock, sorted by urgency: errors first, then by days, most
/// first, then by key. Waived problems stay in their place, marked. O(records).
QList<Problem> runChecks(const Review &review, const Clock &clock);

/// Keeps the problems of one review up to date: after an edit only checks whose kinds changed run again.
///
/// What it says always equals runChecks() of the state it was last shown.
class CheckRunner
{
public:
    /// Runs every check.
    const QList<Problem> &run(const Review &review, const Clock &clock);
    /// Brings the problems up to date. @p review is the state after @p changes; a new day counts as well, so
    /// with empty Changes this is what to call at midnight. The first call runs every check.
    const QList<Problem> &update(const Review &review, const Clock &clock, const Changes &changes);

    const QList<Problem> &problems() const { return m_problems; }
    /// How many checks the last call ran.
    int checksRun() const { return m_checksRun; }

private:
    bool mustRun(qsizetype index, const Changes &changes) const;
    void runWhere(const Review &review, const QDate &today, const Changes &changes);

    QList<QList<Problem>> m_found; // By index in allChecks(), before waivers.
    QList<Problem> m_problems;
    QDate m_today; // The day the checks last ran on; invalid before the first run.
    bool m_newDay = false;
    int m_checksRun = 0;
};

} // namespace plumbline
