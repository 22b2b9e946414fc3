// Invariant: m_found holds, for each check, what findProblems() gives for the review last shown. A check may
// therefore be left out only when nothing it can see has changed: no record of a kind it reads, no day, no
// record one of its problems is about, and no tail of a shown key (those depend on records of all kinds).

#include "core/checks/checkrunner.h"

#include "core/checks/waivers.h"

#include <algorithm>

namespace plumbline {

QList<Problem> runChecks(const Review &review, const Clock &clock)
{
    return CheckRunner().run(review, clock);
}

const QList<Problem> &CheckRunner::run(const Review &review, const Clock &clock)
{
    Changes changes;
    changes.everything = true;
    return update(review, clock, changes);
}

/// True when the tail by which some record's shown key is told from others' may have changed.
static bool shownKeysChanged(const Review &review, const Changes &changes)
{
    for (auto entry = changes.records.cbegin(); entry != changes.records.cend(); ++entry) {
        const Record *record = review.findAny(entry.key());
        if (entry->fields.contains("key") && !entry->appeared)
            return true;
        if (record && (entry->appeared || entry->vanished) && review.shownKey(*record) != record->key)
            return true;
    }
    return false;
}

bool CheckRunner::mustRun(qsizetype index, const Changes &changes) const
{
    const Check &check = allChecks().at(index);
    if (changes.everything || (check.readsToday && m_newDay))
        return true;
    const bool reads = check.concerned ? check.concerned(changes)
                                       : std::any_of(check.reads.cbegin(), check.reads.cend(),
                                                     [&](Kind kind) { return changes.concerns(kind); });
    const auto isAboutChanged = [&](const Problem &problem) {
        return changes.records.contains(problem.record);
    };
    const QList<Problem> &found = m_found.at(index);
    return reads || std::any_of(found.cbegin(), found.cend(), isAboutChanged);
}

void CheckRunner::runWhere(const Review &review, const QDate &today, const Changes &changes)
{
    const CheckContext context(review, today);
    for (qsizetype i = 0; i < m_found.size(); ++i) {
        if (!mustRun(i, changes))
            continue;
        m_found[i] = findProblems(allChecks().at(i), context);
        ++m_checksRun;
    }
}

const QList<Problem> &CheckRunner::update(const Review &review, const Clock &clock, const Changes &changes)
{
    const QDate today = clock.today();
    m_newDay = today != m_today;
    m_checksRun = 0;
    Changes news = changes;
    news.everything = changes.everything || m_found.isEmpty() || shownKeysChanged(review, changes);
    m_found.resize(allChecks().size());
    runWhere(review, today, news);
    m_today = today;
    if (m_checksRun == 0 && !news.concerns(Kind::Waiver))
        return m_problems;
    m_problems.clear();
    for (const QList<Problem> &found : std::as_const(m_found))
        m_problems += found;
    markWaived(review, m_problems);
    sortByUrgency(review, m_problems);
    return m_problems;
}

} // namespace plumbline
