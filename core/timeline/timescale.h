#pragma once

#include <QDate>
#include <QList>
#include <QLocale>
#include <QString>

#include <limits>

namespace plumbline {

/// Days of the timeline are Julian day numbers, so that a million rows stay small and counting is plain.
inline constexpr int noDay = std::numeric_limits<int>::min();

/// The day number of @p date; noDay when it is not valid.
inline int dayNumber(const QDate &date)
{
    return date.isValid() ? int(date.toJulianDay()) : noDay;
}

/// The date of a day number; not valid for noDay.
inline QDate dateOfDay(int day)
{
    return day == noDay ? QDate() : QDate::fromJulianDay(day);
}

/// What one column of the chart stands for at a zoom.
enum class TimeUnit { Day, Week, Month, Quarter, Year };

/// Turns days into pixels and back, always left to right; whoever paints right to left mirrors once at the
/// end.
///
/// x is counted from the beginning of the first day. A point in time (a milestone, a deadline, today) stands
/// in the middle of its day, a stretch reaches from the beginning of its first to the end of its last day.
class TimeScale
{
public:
    static constexpr double leastPixelsPerDay = 0.01; ///< A century in 365 pixels.
    static constexpr double mostPixelsPerDay = 96;

    TimeScale() = default;
    /// @p lastDay is included. @p pixelsPerDay is brought into the limits above.
    TimeScale(int firstDay, int lastDay, double pixelsPerDay);
    /// The scale on which the days from @p firstDay to @p lastDay take @p width pixels, as far as the limits
    /// allow.
    static TimeScale fitted(int firstDay, int lastDay, double width);

    int firstDay() const { return m_firstDay; }
    int lastDay() const { return m_lastDay; }
    double pixelsPerDay() const { return m_pixelsPerDay; }
    void setPixelsPerDay(double pixelsPerDay);
    /// Pixels from the beginning of the first to the end of the last day.
    double width() const { return (double(m_lastDay) - m_firstDay + 1) * m_pixelsPerDay; }

    /// Pixels from the beginning of the first day to the beginning of @p day.
    double x(double day) const { return (day - m_firstDay) * m_pixelsPerDay; }
    /// Pixels to the middle of @p day, where its milestones stand.
    double centre(int day) const { return x(day + 0.5); }
    /// The day at @p x with its fraction: 0.5 is noon.
    double dayAt(double x) const { return m_firstDay + x / m_pixelsPerDay; }
    /// The day that holds @p x.
    int wholeDayAt(double x) const;

    /// The unit of the columns at this zoom: the smallest whose names still fit.
    TimeUnit unit() const;
    /// Years in one column while the unit is a year: 1, 2, 5, 10 or more.
    int yearStep() const;
    /// A comfortable zoom for columns of @p unit, in pixels a day.
    static double pixelsPerDayFor(TimeUnit unit);

    friend bool operator==(const TimeScale &, const TimeScale &) = default;

private:
    int m_firstDay = 0;
    int m_lastDay = 0;
    double m_pixelsPerDay = 1;
};

/// One column of a line of the header.
struct TimeTick {
    int day = 0;  ///< Its first day.
    int next = 0; ///< The first day of the column after it.
    QString label;
    friend bool operator==(const TimeTick &, const TimeTick &) = default;
};

/// The two lines of dates in the header; the third line belongs to the deadlines.
struct TimeTicks {
    QList<TimeTick> upper; ///< Decades, years, or months with their year.
    QList<TimeTick> lower; ///< Years, quarters, months, weeks or days.
};

/// The columns that touch the days from @p fromDay to @p toDay, with their names in @p locale.
///
/// A week is named by its first day, which follows the locale.
TimeTicks timeTicks(const TimeScale &scale, int fromDay, int toDay, const QLocale &locale);

/// The first days of the columns of the lower line, for the grid; cheaper than timeTicks().
QList<int> gridDays(const TimeScale &scale, int fromDay, int toDay, Qt::DayOfWeek weekStart);

} // namespace plumbline
