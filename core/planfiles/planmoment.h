#pragma once

#include <QDate>
#include <QStringView>
#include <QTime>

#include <optional>

namespace plumbline {

/// A date with a time of day, as planners write them: local to nobody, so no zone is ever applied.
struct PlanMoment {
    QDate day;
    QTime time;
    friend bool operator==(const PlanMoment &, const PlanMoment &) = default;
    friend auto operator<=>(const PlanMoment &a, const PlanMoment &b)
    {
        const qint64 left = a.day.toJulianDay() * 86400000 + a.time.msecsSinceStartOfDay();
        const qint64 right = b.day.toJulianDay() * 86400000 + b.time.msecsSinceStartOfDay();
        return left <=> right;
    }
};

/// Reads "2020-01-06T08:00:00", "2020-01-06" (midnight), "20200106T080000Z" and "20200106"; what follows the seconds, a
/// zone or fractions, is passed over. Empty for anything else, and for years before 1900 or after 2999.
std::optional<PlanMoment> planMoment(QStringView text);

/// A day that may be in a plan: 1900 to 2999.
bool isPlanDay(const QDate &day);

/// The last day of work that ends at @p finish, when work of that day begins at @p dayStart: what ends at that moment
/// or before it took nothing of the day.
QDate lastDayOf(const PlanMoment &finish, const QTime &dayStart);

} // namespace plumbline
