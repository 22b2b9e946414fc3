#pragma once

#include "core/base/result.h"
#include "core/store/schema.h"
#include "core/store/sqlite.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <vector>

/// What the measuring programs share: giving up, clocks, and raw SQLite to compare with.
namespace plumbline::bench {

[[noreturn]] inline void giveUp(const Error &error)
{
    std::fprintf(stderr, "%s (%s)\n", qUtf8Printable(error.sentence), qUtf8Printable(error.detail));
    std::exit(1);
}

template<class T>
T valueOf(Result<T> result)
{
    if (!result)
        giveUp(result.error());
    return std::move(*result);
}

inline void check(const Status &status)
{
    if (!status)
        giveUp(status.error());
}

/// Time on the wall and time of this process on a processor, both in milliseconds. On a machine that others use as
/// well, the second says what the work costs.
class Stopwatch
{
public:
    Stopwatch() { restart(); }
    void restart()
    {
        m_cpu = cpuNow();
        m_wall.start();
    }
    double wall() const { return double(m_wall.nsecsElapsed()) / 1e6; }
    double cpu() const { return cpuNow() - m_cpu; }

private:
    static double cpuNow()
    {
        timespec time{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }
    QElapsedTimer m_wall;
    double m_cpu = 0;
};

inline double percentile(std::vector<double> values, int percent)
{
    std::sort(values.begin(), values.end());
    return values.at(std::min(values.size() - 1, values.size() * size_t(percent) / 100));
}

/// The most memory this process ever had resident, in megabytes.
double peakMegabytes();

/// A plain database with the settings of ours and one table as wide as an operation's row.
class RawTable
{
public:
    explicit RawTable(const QString &path);
    ~RawTable();
    void begin() { sqlite::execute(m_database, "BEGIN IMMEDIATE"); }
    void commit() { sqlite::execute(m_database, "COMMIT"); }
    void insert(int number, const QByteArray &text);

private:
    sqlite3 *m_database = nullptr;
    std::unique_ptr<sqlite::Statement> m_insert;
};

/// How long raw SQLite takes for that many rows in chunks of @p chunk, with texts as in a review.
Stopwatch insertRaw(const QString &path, qint64 rows, int chunk);

} // namespace plumbline::bench
