#include "core/schedule/commentperiod.h"

#include "core/domain/review.h"
#include "core/schedule/milestonedates.h"

#include <algorithm>

namespace plumbline {

static constexpr qint64 secondsPerDay = 24 * 60 * 60;

DayCount dayCountRule(const Review &review)
{
    return review.rule(QStringLiteral("dayCountRule")) == QLatin1String("inclusive") ? DayCount::Inclusive
                                                                                     : DayCount::Full24h;
}

int commentDays(const QDate &opens, const QDate &closes, DayCount rule)
{
    Q_ASSERT(opens.isValid() && closes.isValid());
    return int(opens.daysTo(closes)) + (rule == DayCount::Inclusive ? 1 : 0);
}

int commentDays(const QDateTime &opens, const QDateTime &closes, DayCount rule)
{
    if (rule == DayCount::Inclusive)
        return commentDays(opens.toUTC().date(), closes.toUTC().date(), rule);
    return int(opens.secsTo(closes) / secondsPerDay);
}

QDate earliestClosing(const QDate &opens, int floor, DayCount rule)
{
    Q_ASSERT(opens.isValid());
    return opens.addDays(std::max(0, rule == DayCount::Inclusive ? floor - 1 : floor));
}

int CommentPeriod::days(DayCount rule) const
{
    return commentDays(opens.first, closes.last(), rule);
}

namespace {
/// One end of a period given by two milestones.
struct End {
    MilestoneId milestone;
    PartialDate date;
};
} // namespace

static bool earlier(const End &a, const End &b)
{
    return a.date < b.date;
}

/// The closing that belongs to the opening at @p index, or null; all lists are in order of their dates.
static const End *closingOf(const QList<End> &openings, qsizetype index, const QList<End> &closings)
{
    const End *found = nullptr;
    for (const End &closing : closings) {
        const bool beforeNext = index + 1 == openings.size() || closing.date < openings.at(index + 1).date;
        if (!(closing.date < openings.at(index).date) && beforeNext)
            found = &closing;
    }
    return found || index >= closings.size() ? found : &closings.at(index);
}

QList<CommentPeriod> commentPeriods(const Review &review)
{
    QList<CommentPeriod> periods;
    QList<End> openings;
    QList<End> closings;
    for (const Milestone *milestone : review.all<Milestone>()) {
        const MilestoneId id(milestone->id.uuid);
        const auto finish = finishDate(*milestone);
        if (!finish || !isFullTeam(*milestone))
            continue;
        if (milestone->type.is(MilestoneType::CommentOpen))
            openings += {id, *finish};
        else if (milestone->type.is(MilestoneType::CommentClose))
            closings += {id, *finish};
        else if (milestone->type.is(MilestoneType::Comment) && lastDay(milestone->start))
            periods += {id, id, *milestone->start, *finish};
    }
    std::stable_sort(openings.begin(), openings.end(), earlier);
    std::stable_sort(closings.begin(), closings.end(), earlier);
    for (qsizetype i = 0; i < openings.size(); ++i) {
        const End &opening = openings.at(i);
        if (const End *closing = closingOf(openings, i, closings))
            periods += {opening.milestone, closing->milestone, opening.date, closing->date};
    }
    std::stable_sort(periods.begin(), periods.end(),
                     [](const CommentPeriod &a, const CommentPeriod &b) { return a.opens < b.opens; });
    return periods;
}

} // namespace plumbline
