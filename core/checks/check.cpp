#include "core/checks/check.h"

#include "core/checks/gates.h"
#include "core/checks/wording.h"
#include "core/schedule/slip.h"

namespace plumbline {

const QList<DateViolation> &CheckContext::violations() const
{
    if (!m_violations)
        m_violations = dateViolations(review);
    return *m_violations;
}

const PlanSchedule &CheckContext::schedule() const
{
    if (!m_schedule)
        m_schedule.emplace(review, today);
    return *m_schedule;
}

const RecordLinks &CheckContext::links() const
{
    if (!m_links)
        m_links.emplace(review);
    return *m_links;
}

const BaselineItem *CheckContext::firstBaselineItem(RecordId record) const
{
    if (!m_firstItems)
        m_firstItems = firstBaselineItems(review);
    return m_firstItems->value(record);
}

void problemOfNone(const CheckContext &context, Phase phase, const QString &sentence, const QString &next,
                   QList<Problem> &problems)
{
    const Record *record = context.review.find(RecordId(context.review.uuid()));
    if (record && phaseOf(context.review) >= phase)
        problems += problemOn(*record, sentence, next);
}

const QList<Check> &allChecks()
{
    static const QList<Check> checks =
        planChecks() + teamChecks() + dataChecks() + groupChecks() + meetingChecks() + preparationChecks() +
        evidenceChecks() + findingChecks() + recommendationChecks() + qualityChecks() + traceChecks();
    return checks;
}

const Check *checkNamed(QByteArrayView id)
{
    for (const Check &check : allChecks()) {
        if (check.id == id)
            return &check;
    }
    return nullptr;
}

QList<Problem> findProblems(const Check &check, const CheckContext &context)
{
    QList<Problem> problems;
    check.run(context, problems);
    for (Problem &problem : problems) {
        problem.check = check.id;
        problem.level = check.level;
    }
    return problems;
}

} // namespace plumbline
