#include "core/schedule/weekend.h"

#include "core/domain/review.h"

#include <algorithm>

namespace plumbline {

QList<int> weekendOf(const Review &review)
{
    const QString rule = review.rule(QStringLiteral("weekend"));
    if (rule.trimmed().isEmpty())
        return {6, 7};
    QList<int> days;
    for (const QString &word : rule.split(u',')) {
        const int day = word.trimmed().toInt();
        if (day >= 1 && day <= 7 && !days.contains(day))
            days += day;
    }
    if (days.size() == 7)
        return {};
    std::sort(days.begin(), days.end());
    return days;
}

} // namespace plumbline
