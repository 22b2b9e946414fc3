#include "core/schedule/forecast.h"

#include "core/domain/baselineitem.h"
#include "core/domain/review.h"
#include "core/schedule/milestonedates.h"
#include "core/schedule/slip.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <random>

namespace plumbline {

static constexpr qsizetype fewestSlips = 5; ///< Fewer say nothing about a team.
static constexpr qint64 mostSteps = 4'000'000;
static constexpr int playedTogether = 8; ///< Parts of the runs, whatever the machine.

QList<int> slipHistory(const Review &review)
{
    const auto first = firstBaselineItems(review);
    QList<int> slips;
    for (const Milestone *milestone : review.all<Milestone>()) {
        const BaselineItem *item = first.value(milestone->id);
        if (!item || !isMet(*milestone))
            continue;
        if (const auto slip = slipInDays(*milestone, *item))
            slips += *slip;
    }
    std::sort(slips.begin(), slips.end());
    return slips;
}

namespace {

/// How the days an item still needs are drawn.
struct Chance {
    enum Kind { Certain, Triangular, Slipping } kind = Certain;
    double least = 0;
    double likely = 0;
    double most = 0;
};

/// A day between the least and the most, the likely one most often: the inverse of the distribution at @p u of 0 to 1.
double triangular(const Chance &chance, double u)
{
    const double width = chance.most - chance.least;
    if (width <= 0)
        return chance.least;
    const double peak = (chance.likely - chance.least) / width;
    return u < peak ? chance.least + std::sqrt(u * width * (chance.likely - chance.least))
                    : chance.most - std::sqrt((1 - u) * width * (chance.most - chance.likely));
}

/// The three estimates where two at least are given and they are in order.
std::optional<Chance> estimated(const Milestone &milestone)
{
    if (!milestone.optimistic || !milestone.pessimistic || *milestone.pessimistic < *milestone.optimistic ||
        *milestone.optimistic < 0)
        return std::nullopt;
    Chance chance{Chance::Triangular, double(*milestone.optimistic), 0, double(*milestone.pessimistic)};
    chance.likely = std::clamp(double(milestone.likely.value_or((*milestone.optimistic + *milestone.pessimistic) / 2)),
                               chance.least, chance.most);
    return chance;
}

class Player
{
public:
    Player(const Review &review, const PlanSchedule &schedule, const QDate &today)
        : m_schedule(schedule), m_network(schedule.network()), m_today(boundOf(today)), m_slips(slipHistory(review))
    {
        // A team that was early so far has shown nothing to fear.
        const bool slipping = m_slips.size() >= fewestSlips && m_slips.last() > 0;
        m_chances.resize(m_network.items().size());
        for (const ItemSchedule &item : schedule.items()) {
            const int index = schedule.indexOf(item.milestone);
            const Milestone *milestone = review.find(item.milestone);
            if (index < 0 || !milestone || item.met)
                continue;
            if (const auto chance = estimated(*milestone))
                m_chances[size_t(index)] = *chance;
            else if (slipping && m_network.items()[size_t(index)].notEarlier != noBound)
                m_chances[size_t(index)].kind = Chance::Slipping;
        }
    }

    void play(const ForecastOptions &options);
    ItemForecast forecastOf(int index, const ItemSchedule &item);

private:
    void playPart(int first, int end, quint32 seed);
    NetworkItem drawn(size_t index, std::mt19937 &random) const;

    const PlanSchedule &m_schedule; // Not owned.
    const Network &m_network;
    int m_today;
    QList<int> m_slips;
    std::vector<Chance> m_chances;
    std::vector<std::vector<int>> m_finishes; ///< By item, one for each run.
};

NetworkItem Player::drawn(size_t index, std::mt19937 &random) const
{
    NetworkItem item = m_network.items()[index];
    const Chance &chance = m_chances[index];
    if (chance.kind == Chance::Triangular) {
        const int days = int(std::lround(triangular(chance, double(random()) / double(std::mt19937::max()))));
        // What is still needed is counted from today, or from what it waits for if that is later.
        item.point = false;
        item.duration = std::max(days, 1);
        item.notEarlier = m_today;
        item.finishNotEarlier = noBound;
    } else if (chance.kind == Chance::Slipping) {
        item.notEarlier += m_slips.at(qsizetype(random() % quint32(m_slips.size())));
    }
    return item;
}

void Player::play(const ForecastOptions &options)
{
    const size_t count = m_network.items().size();
    const qint64 steps = qint64(count + m_network.links().size()) + 1;
    const int runs = int(std::clamp<qint64>(mostSteps / steps, 100, options.runs));
    m_finishes.assign(count, std::vector<int>(size_t(runs)));
    // Parts that know nothing of each other, each with a seed of its own, so that the same comes out however many processors
    // there are.
    std::vector<std::future<void>> parts;
    for (int part = 0; part < playedTogether; ++part)
        parts.push_back(std::async(std::launch::async, [this, part, runs, seed = options.seed] {
            playPart(int(qint64(runs) * part / playedTogether), int(qint64(runs) * (part + 1) / playedTogether),
                     seed + quint32(part));
        }));
    for (std::future<void> &part : parts)
        part.get();
}

/// Plays the runs from @p first to before @p end.
void Player::playPart(int first, int end, quint32 seed)
{
    std::mt19937 random(seed); // The same everywhere for the same seed.
    Network network = m_network; // One for all runs: only what is drawn is put in anew.
    const size_t count = m_network.items().size();
    for (int run = first; run < end; ++run) {
        for (size_t i = 0; i < count; ++i) {
            if (m_chances[i].kind != Chance::Certain)
                network.replace(int(i), drawn(i, random));
        }
        network.passForward();
        for (size_t i = 0; i < count; ++i)
            m_finishes[i][size_t(run)] = network.dates(int(i)).earlyFinish;
    }
}

ItemForecast Player::forecastOf(int index, const ItemSchedule &item)
{
    std::vector<int> &finishes = m_finishes[size_t(index)];
    const auto reachedBy = [&](double share) {
        const auto at = finishes.begin() + std::ptrdiff_t(std::ceil(share * double(finishes.size()))) - 1;
        std::nth_element(finishes.begin(), at, finishes.end()); // Cheaper than sorting them all.
        return QDate::fromJulianDay(*at - 1);
    };
    ItemForecast forecast{reachedBy(0.5), reachedBy(0.8), reachedBy(0.95), std::nullopt};
    if (item.limit) {
        const int limit = boundOf(item.limit->last) + 1;
        const auto kept = std::count_if(finishes.begin(), finishes.end(), [&](int finish) { return finish <= limit; });
        forecast.chance = int(std::lround(100.0 * double(kept) / double(finishes.size())));
    }
    return forecast;
}

} // namespace

QHash<MilestoneId, ItemForecast> forecast(const Review &review, const PlanSchedule &schedule, const QDate &today,
                                          const ForecastOptions &options)
{
    Player player(review, schedule, today);
    player.play(options);
    QHash<MilestoneId, ItemForecast> forecasts;
    for (const ItemSchedule &item : schedule.items()) {
        if (const int index = schedule.indexOf(item.milestone); index >= 0 && !item.met)
            forecasts.insert(item.milestone, player.forecastOf(index, item));
    }
    return forecasts;
}

} // namespace plumbline
