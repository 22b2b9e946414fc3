#include "core/checks/waivers.h"

#include "core/domain/keys.h"
#include "core/domain/materialhash.h"
#include "core/domain/review.h"
#include "core/domain/waiver.h"

#include <algorithm>

namespace plumbline {

bool waiverHolds(const Review &review, const Waiver &waiver)
{
    if (waiver.reason.trimmed().isEmpty())
        return false;
    if (waiver.text.isEmpty())
        return true;
    const Record *record = review.find(waiver.on);
    return record && materialHash(*review.kindOf(waiver.on), *record) == waiver.text;
}

void markWaived(const Review &review, QList<Problem> &problems)
{
    QHash<std::pair<QString, RecordId>, QString> reasons;
    for (const Waiver *waiver : review.all<Waiver>()) {
        if (waiverHolds(review, *waiver) && !reasons.contains({waiver->check, waiver->on}))
            reasons.insert({waiver->check, waiver->on}, waiver->reason);
    }
    for (Problem &problem : problems) {
        const auto reason = reasons.constFind({QString::fromLatin1(problem.check), problem.record});
        problem.waived = reason != reasons.constEnd();
        problem.waiverReason = problem.waived ? *reason : QString();
    }
}

void markGateWaived(const Review &review, const QString &gate, QList<Problem> &problems)
{
    for (const Waiver *waiver : review.all<Waiver>()) {
        const bool ofGate = waiver->check == gate || waiver->check == QStringLiteral("gate.") + gate;
        if (!ofGate || !waiverHolds(review, *waiver))
            continue;
        for (Problem &problem : problems) {
            if (!problem.waived)
                problem.waiverReason = waiver->reason;
            problem.waived = true;
        }
        return;
    }
}

void sortByUrgency(const Review &review, QList<Problem> &problems)
{
    QHash<RecordId, QString> keys;
    for (const Problem &problem : std::as_const(problems)) {
        const Record *record = review.findAny(problem.record);
        keys.insert(problem.record, record ? review.shownKey(*record) : QString());
    }
    std::sort(problems.begin(), problems.end(), [&](const Problem &a, const Problem &b) {
        if (a.level != b.level)
            return a.level > b.level;
        if (a.days != b.days)
            return a.days > b.days;
        const QString keyA = keys.value(a.record);
        const QString keyB = keys.value(b.record);
        if (keyA != keyB)
            return keyLess(keyA, keyB);
        if (a.record != b.record)
            return a.record < b.record;
        return a.check != b.check ? a.check < b.check : a.sentence < b.sentence;
    });
}

} // namespace plumbline
