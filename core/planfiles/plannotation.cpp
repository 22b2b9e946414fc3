#include "core/planfiles/plannotation.h"

#include <QHash>
#include <QRegularExpression>

#include <cmath>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

/// Days of one unit of a duration: working days, or calendar days for one that begins with e.
double daysPerUnit(const QString &unit, bool calendar)
{
    static const QStringList months{u"mo"_s, u"mon"_s, u"mons"_s, u"month"_s, u"months"_s};
    static const QStringList weeks{u"w"_s, u"wk"_s, u"wks"_s, u"week"_s, u"weeks"_s};
    static const QStringList days{QString(), u"d"_s, u"dy"_s, u"dys"_s, u"day"_s, u"days"_s};
    static const QStringList hours{u"h"_s, u"hr"_s, u"hrs"_s, u"hour"_s, u"hours"_s};
    static const QStringList minutes{u"m"_s, u"min"_s, u"mins"_s, u"minute"_s, u"minutes"_s};
    if (days.contains(unit))
        return 1;
    if (weeks.contains(unit))
        return calendar ? 7 : 5;
    if (months.contains(unit))
        return calendar ? 30 : 20;
    if (hours.contains(unit))
        return calendar ? 1.0 / 24 : 1.0 / 8;
    if (minutes.contains(unit))
        return calendar ? 1.0 / 1440 : 1.0 / 480;
    return 0;
}

} // namespace

std::optional<WrittenDays> readWrittenDays(QStringView text, bool up)
{
    static const QRegularExpression form(u"^([+-]?) *(\\d{1,9}(?:[.,]\\d{1,6})?) *([A-Za-z]*) *\\??$"_s);
    const auto match = form.match(text.trimmed().toString());
    if (!match.hasMatch())
        return {};
    QString unit = match.captured(3).toLower();
    WrittenDays written;
    if (unit.startsWith(u'e')) {
        written.unit = DayUnit::Calendar;
        unit = unit.mid(1);
    }
    const double perUnit = daysPerUnit(unit, written.unit == DayUnit::Calendar);
    const double days = match.captured(2).replace(u',', u'.').toDouble() * perUnit;
    if (perUnit == 0 || days > maxPlanDays)
        return {};
    written.rounded = std::abs(days - std::round(days)) > 1e-6;
    written.days = int(up ? std::ceil(days - 1e-6) : std::round(days));
    if (match.captured(1) == u"-")
        written.days = -written.days;
    return written;
}

std::optional<WrittenLink> readPredecessor(QStringView text)
{
    static const QRegularExpression form(u"^(.+?)(?:(FS|SS|FF|SF) *([+-].+)?)?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text.trimmed().toString());
    if (!match.hasMatch())
        return {};
    WrittenLink written;
    written.from = match.captured(1).trimmed();
    const QString type = match.captured(2).toUpper();
    written.link.type = type == u"SS"_s   ? DependencyType::SS
                        : type == u"FF"_s ? DependencyType::FF
                        : type == u"SF"_s ? DependencyType::SF
                                          : DependencyType::FS;
    const QString lag = match.captured(3).trimmed();
    if (lag.endsWith(u'%')) {
        written.percent = true;
    } else if (!lag.isEmpty()) {
        const auto days = readWrittenDays(lag, false);
        if (!days)
            return {};
        written.link.lag = days->days;
        written.link.unit = days->unit;
        written.rounded = days->rounded;
    }
    return written;
}

QString writtenDays(int days, DayUnit unit)
{
    return QString::number(days) + (unit == DayUnit::Calendar ? u" edays"_s : u" days"_s);
}

QString writtenPredecessor(const QString &from, const PlanLink &link)
{
    static const QStringList words{u"FS"_s, u"SS"_s, u"FF"_s, u"SF"_s};
    QString text = from;
    if (link.type != DependencyType::FS || link.lag != 0)
        text += words[qsizetype(link.type)];
    if (link.lag != 0)
        text += (link.lag > 0 ? u"+"_s : QString()) + writtenDays(link.lag, link.unit);
    return text;
}

} // namespace plumbline
