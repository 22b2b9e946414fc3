#pragma once

#include "core/domain/dayunit.h"

#include <QDate>
#include <QList>

#include <memory>
#include <vector>

namespace plumbline {

class Review;

/// The bound at which that day begins.
inline int boundOf(const QDate &day)
{
    return int(day.toJulianDay());
}

/// Which days are worked, and arithmetic with them.
///
/// Everything counts in *bounds*: a bound is the number of a day (QDate::toJulianDay()) and means the moment that day
/// begins. Work from 3 to 5 March goes from the bound 3 March to the bound 6 March, so what follows without a gap begins at
/// the bound at which it ends. Every function takes O(1). Days before 1950 and after 2199 all count as worked.
class WorkCalendar
{
public:
    /// Days are off when they are of @p weekend (1 Monday to 7 Sunday) or in @p off, pairs of first and last day.
    explicit WorkCalendar(const QList<int> &weekend = {6, 7}, const QList<QPair<QDate, QDate>> &off = {});
    /// The calendar of a review. The weekend is that of its rule `weekend` ("6,7" where it has none, "none" for every day
    /// worked); off are its holidays, meetings and suspensions, of partial dates every day they may mean. A suspension that
    /// has not ended counts up to @p today.
    static WorkCalendar of(const Review &review, const QDate &today);

    bool isWorked(int day) const { return before(day + 1) > before(day); }
    /// The first worked day not before @p bound.
    int onOrAfter(int bound) const { return worked(before(bound)); }
    /// Days from @p from to @p to, negative when @p to is earlier.
    int days(int from, int to, DayUnit unit) const;
    /// The bound at which @p days of work end that begin at @p start; a bound that many days later when they count in
    /// calendar days. Work begins on the first worked day. 0 days end where they begin.
    int finish(int start, int days, DayUnit unit) const;
    /// The last bound at which work of @p days may begin and end at or before @p finish.
    int start(int finish, int days, DayUnit unit) const;
    /// The bound a lag of @p days (a lead when negative) after @p bound.
    int after(int bound, int days, DayUnit unit) const;
    /// The last bound from which after() comes to @p bound or earlier.
    int before(int bound, int days, DayUnit unit) const;

private:
    int before(int bound) const; ///< Worked days before it, counted from where the tables begin.
    int worked(int number) const; ///< The worked day of that number.

    struct Tables {
        int first = 0;           ///< Day of the first entry.
        std::vector<int> before; ///< For each day.
        std::vector<int> worked; ///< Day of each worked day.
    };
    static std::shared_ptr<const Tables> tablesFor(const QList<int> &weekend, const QList<QPair<QDate, QDate>> &off);

    std::shared_ptr<const Tables> m_tables;
};

} // namespace plumbline
