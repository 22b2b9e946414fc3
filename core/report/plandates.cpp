#include "core/report/plandates.h"

#include "core/domain/baselineitem.h"
#include "core/domain/subteam.h"
#include "core/report/publicrecords.h"
#include "core/report/reportwords.h"

using namespace Qt::StringLiterals;

namespace plumbline::report {

static QHash<RecordId, const BaselineItem *> planItemsOf(const Review &review, BaselineId baseline)
{
    QHash<RecordId, const BaselineItem *> items;
    for (const BaselineItem *item : publicRecords<BaselineItem>(review)) {
        if (item->baseline == baseline && review.kindOf(item->record) == Kind::Milestone)
            items.insert(item->record, item);
    }
    return items;
}

PlanReader::PlanReader(const Review &review, BaselineId baseline, const QDate &today, const QLocale &locale)
    : m_review(review), m_today(today), m_locale(locale)
{
    if (!baseline.isNull()) {
        m_baseline = publicRecord(review, baseline);
        m_frozen = planItemsOf(review, baseline);
        return;
    }
    for (const Baseline *candidate : publicRecords<Baseline>(review)) {
        m_frozen = planItemsOf(review, BaselineId(candidate->id.uuid));
        if (!m_frozen.isEmpty()) {
            m_baseline = candidate;
            return;
        }
    }
}

std::optional<PlanReader::Limit> PlanReader::limitOf(const Milestone &milestone) const
{
    std::optional<Limit> limit;
    if (const auto deadline = shown<&Milestone::deadline>(milestone); deadline && !deadline->isOpen())
        limit = Limit{*deadline, tr("its deadline")};
    const Milestone *served = publicRecord(m_review, shown<&Milestone::serves>(milestone));
    if (!served)
        return limit;
    auto latest = shown<&Milestone::deadline>(*served);
    if (!latest)
        latest = shown<&Milestone::target>(*served);
    if (latest && !latest->isOpen() && (!limit || *latest < limit->date))
        limit = Limit{*latest, shown<&Milestone::title>(*served)};
    return limit;
}

/// True when every day @p date may mean is later than every day @p limit may mean.
static bool isAfter(const PartialDate &date, const PartialDate &limit)
{
    return !date.isOpen() && date.first > limit.last();
}

void PlanReader::judgeMet(PlanDates &dates, const std::optional<Limit> &limit) const
{
    if (limit && isAfter(*dates.actual, limit->date)) {
        dates.breaksLimit = true;
        dates.tone = Tone::Bad;
        const auto days = daysBetween(limit->date, dates.actual);
        dates.words = days ? tr("met %n day(s) after %1", nullptr, *days).arg(limit->name)
                           : tr("met after %1").arg(limit->name);
        return;
    }
    const auto late = daysBetween(dates.target, dates.actual);
    if (!late)
        dates.words = tr("met");
    else if (*late == 0)
        dates.words = tr("met on the day");
    else if (*late > 0)
        dates.words = tr("met %n day(s) late", nullptr, *late);
    else
        dates.words = tr("met %n day(s) early", nullptr, -*late);
}

void PlanReader::judgePlanned(PlanDates &dates, const std::optional<Limit> &limit) const
{
    if (!dates.target) {
        dates.words = tr("no date yet");
        dates.tone = Tone::Attention;
        return;
    }
    if (dates.target->isOpen()) {
        dates.words = tr("date still to be set");
        dates.tone = Tone::Attention;
        return;
    }
    QStringList words;
    if (limit && isAfter(*dates.target, limit->date)) {
        dates.breaksLimit = true;
        const auto days = daysBetween(limit->date, dates.target);
        words += days ? tr("%n day(s) after %1", nullptr, *days).arg(limit->name)
                      : tr("after %1").arg(limit->name);
    }
    const int left = int(m_today.daysTo(dates.target->last()));
    if (left < 0)
        words += tr("%n day(s) overdue", nullptr, -left);
    dates.tone = words.isEmpty() ? Tone::Normal : Tone::Bad;
    if (words.isEmpty())
        words += left == 0 ? tr("due on the record date") : tr("due in %n day(s)", nullptr, left);
    dates.words = words.join(u", "_s);
}

PlanDates PlanReader::datesOf(const Milestone &milestone) const
{
    PlanDates dates;
    dates.start = shown<&Milestone::start>(milestone);
    dates.target = shown<&Milestone::target>(milestone);
    dates.actual = shown<&Milestone::actual>(milestone);
    if (const BaselineItem *frozen = m_frozen.value(milestone.id)) {
        dates.baselineStart = shown<&BaselineItem::start>(*frozen);
        dates.baseline = shown<&BaselineItem::target>(*frozen);
    }
    dates.slip = daysBetween(dates.baseline, dates.actual ? dates.actual : dates.target);
    const std::optional<Limit> limit = limitOf(milestone);
    if (limit)
        dates.limit = limit->date.last();
    if (dates.actual)
        judgeMet(dates, limit);
    else
        judgePlanned(dates, limit);
    return dates;
}

std::vector<PlanLane> PlanReader::lanes() const
{
    std::vector<PlanLane> lanes{PlanLane{}};
    QHash<const SubTeam *, size_t> index{{nullptr, 0}};
    for (const SubTeam *subTeam : publicRecords<SubTeam>(m_review)) {
        index.insert(subTeam, lanes.size());
        lanes.push_back({subTeam, {}});
    }
    for (const Milestone *milestone : publicRecords<Milestone>(m_review)) {
        const SubTeam *owner = publicRecord(m_review, shown<&Milestone::subteam>(*milestone));
        lanes[index.value(owner)].items.push_back(milestone);
    }
    std::erase_if(lanes, [](const PlanLane &lane) { return lane.items.empty(); });
    return lanes;
}

} // namespace plumbline::report
