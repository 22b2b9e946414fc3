#include "core/planfiles/mspdiunits.h"

#include "core/planfiles/planfile.h"

#include <cmath>

namespace plumbline {

/// The format without the mark of an estimate.
static int plainFormat(int format)
{
    return format >= 35 && format <= 52 ? format - 32 : format;
}

bool isElapsedFormat(int format)
{
    const int plain = plainFormat(format);
    return plain % 2 == 0 && ((plain >= 4 && plain <= 12) || plain == 20);
}

bool isPercentFormat(int format)
{
    const int plain = plainFormat(format);
    return plain == 19 || plain == 20;
}

/// The text has one number before each of its letters: "P1DT8H0M0S" or "PT7H30M".
std::optional<double> minutesOf(QStringView duration)
{
    duration = duration.trimmed();
    const bool minus = duration.startsWith(u'-');
    if (minus)
        duration = duration.mid(1);
    if (!duration.startsWith(u'P') || duration.size() < 3)
        return {};
    double minutes = 0;
    bool time = false;
    qsizetype begin = 1;
    for (qsizetype i = 1; i < duration.size(); ++i) {
        const QChar c = duration[i];
        if (c.isDigit() || c == u'.')
            continue;
        if (c == u'T' && !time && begin == i) {
            time = true;
            begin = i + 1;
            continue;
        }
        bool isNumber = false;
        const double number = duration.mid(begin, i - begin).toDouble(&isNumber);
        const double unit = time ? (c == u'H'   ? 60
                                    : c == u'M' ? 1
                                    : c == u'S' ? 1 / 60.0
                                                : 0)
                                 : (c == u'D'   ? 1440
                                    : c == u'W' ? 10080
                                                : 0);
        if (!isNumber || (unit == 0 && number != 0)) // Years and months have no length in minutes.
            return {};
        minutes += number * unit;
        begin = i + 1;
    }
    if (begin != duration.size() || minutes > 1440.0 * maxPlanDays)
        return {};
    return minus ? -minutes : minutes;
}

static bool isWhole(double days)
{
    return std::abs(days - std::round(days)) < 1e-6;
}

static double minutesOfDay(DayUnit unit, double minutesPerDay)
{
    return unit == DayUnit::Calendar ? 1440 : minutesPerDay;
}

MspdiDays daysOfDuration(double minutes, DayUnit unit, double minutesPerDay)
{
    const double days = minutes / minutesOfDay(unit, minutesPerDay);
    return {int(std::ceil(days - 1e-6)), isWhole(days)};
}

MspdiDays daysOfLag(double tenths, DayUnit unit, double minutesPerDay)
{
    const double days = tenths / 10 / minutesOfDay(unit, minutesPerDay);
    return {int(std::lround(days)), isWhole(days)};
}

} // namespace plumbline
