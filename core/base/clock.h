#pragma once

#include <QDateTime>

namespace plumbline {

/// Tells the time. Passed to whoever needs it, so that a test chooses the day.
class Clock
{
public:
    virtual ~Clock() = default;
    /// The present instant in UTC.
    virtual QDateTime now() const = 0;
    /// The present day in UTC, the day all dates of a review are counted in.
    QDate today() const { return now().date(); }
};

/// The clock of the machine.
class SystemClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

/// A clock that stands still until told otherwise.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(const QDateTime &now) : m_now(now.toUTC()) {}
    QDateTime now() const override { return m_now; }
    void set(const QDateTime &now) { m_now = now.toUTC(); }

private:
    QDateTime m_now;
};

} // namespace plumbline
