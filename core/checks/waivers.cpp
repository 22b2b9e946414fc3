#include "core/checks/waivers.h"

#include "core/domain/keys.h"
#include "core/domain/materialhash.h"
#include "core/domain/review.h"
#include "core/domain/waiver.h"

#include <algorithm>
#include <vector>

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

/// The place of each record that has a problem, by shown key as numbers count, then by id.
static QHash<RecordId, int> placesByKey(const Review &review, const QList<Problem> &problems)
{
    QHash<RecordId, int> places;
    std::vector<std::pair<QString, RecordId>> records;
    for (const Problem &problem : problems) {
        if (places.contains(problem.record))
            continue;
        const Record *record = review.findAny(problem.record);
        records.emplace_back(record ? review.shownKey(*record) : QString(), problem.record);
        places.insert(problem.record, 0);
    }
    std::sort(records.begin(), records.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? keyLess(a.first, b.first) : a.second < b.second;
    });
    for (size_t place = 0; place < records.size(); ++place)
        places[records[place].second] = int(place);
    return places;
}

void sortByUrgency(const Review &review, QList<Problem> &problems)
{
    // There may be thousands: the keys are compared once, and then only numbers.
    const QHash<RecordId, int> places = placesByKey(review, problems);
    std::vector<std::pair<int, qsizetype>> order;
    order.reserve(size_t(problems.size()));
    for (qsizetype i = 0; i < problems.size(); ++i)
        order.emplace_back(places.value(problems.at(i).record), i);
    std::sort(order.begin(), order.end(), [&](const auto &first, const auto &second) {
        const Problem &a = problems.at(first.second);
        const Problem &b = problems.at(second.second);
        if (a.level != b.level)
            return a.level > b.level;
        if (a.days != b.days)
            return a.days > b.days;
        if (first.first != second.first)
            return first.first < second.first;
        return a.check != b.check ? a.check < b.check : a.sentence < b.sentence;
    });
    QList<Problem> sorted;
    sorted.reserve(problems.size());
    for (const auto &[place, from] : order)
        sorted += std::move(problems[from]);
    problems = std::move(sorted);
}

} // namespace plumbline
