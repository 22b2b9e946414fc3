// Invariants: m_order holds every item once, each after all it waits for through links that are not left out; m_dates is
// what forward() and backward() give in that order, so change() may stop where nothing is different any more.

#include "core/schedule/network.h"

#include <algorithm>
#include <queue>
#include <set>

namespace plumbline {

/// The items of a circle among those that are left, found by walking back from one of them.
static std::vector<int> circleFrom(int item, const std::vector<NetworkLink> &links, const std::vector<int> &in,
                                   const std::vector<int> &inBegin, const std::vector<char> &left,
                                   const std::vector<int> &waiting, std::vector<int> &through)
{
    std::vector<int> walked; // Links, each leading to the one before.
    std::vector<int> seenAt(inBegin.size(), -1);
    for (;;) {
        if (seenAt[size_t(item)] >= 0) {
            std::vector<int> items;
            through.assign(walked.begin() + seenAt[size_t(item)], walked.end());
            std::reverse(through.begin(), through.end());
            for (const int link : through)
                items.push_back(links[size_t(link)].from);
            return items;
        }
        seenAt[size_t(item)] = int(walked.size());
        for (int i = inBegin[size_t(item)]; i < inBegin[size_t(item) + 1]; ++i) {
            const int link = in[size_t(i)];
            const int from = links[size_t(link)].from;
            if (left[size_t(link)] == 0 && waiting[size_t(from)] > 0) {
                walked.push_back(link);
                item = from;
                break;
            }
        }
    }
}

Network::Network(std::vector<NetworkItem> items, std::vector<NetworkLink> links, const WorkCalendar &calendar, int begin,
                 int endNotEarlier)
    : m_items(std::move(items)), m_links(std::move(links)), m_calendar(calendar), m_begin(begin),
      m_endNotEarlier(endNotEarlier), m_dates(m_items.size()), m_left(m_links.size()), m_rank(m_items.size())
{
    const auto group = [&](std::vector<int> &list, std::vector<int> &begins, int NetworkLink::*end) {
        begins.assign(m_items.size() + 1, 0);
        for (const NetworkLink &link : m_links)
            ++begins[size_t(link.*end) + 1];
        for (size_t i = 1; i < begins.size(); ++i)
            begins[i] += begins[i - 1];
        list.resize(m_links.size());
        std::vector<int> next(begins.begin(), begins.end());
        for (size_t i = 0; i < m_links.size(); ++i)
            list[size_t(next[size_t(m_links[i].*end)]++)] = int(i);
    };
    group(m_in, m_inBegin, &NetworkLink::to);
    group(m_out, m_outBegin, &NetworkLink::from);
    order();
    for (const int item : m_order)
        forward(item);
    passBackward();
}

void Network::passForward()
{
    for (const int item : m_order)
        placeEarly(item);
}

void Network::order()
{
    std::vector<int> waiting(m_items.size());
    for (const NetworkLink &link : m_links)
        ++waiting[size_t(link.to)];
    m_order.reserve(m_items.size());
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (waiting[i] == 0)
            m_order.push_back(int(i));
    }
    size_t stuck = 0; // Every item before it is placed.
    for (size_t at = 0; m_order.size() < m_items.size() || at < m_order.size();) {
        if (at < m_order.size()) {
            const int item = m_order[at];
            m_rank[size_t(item)] = int(at++);
            for (int i = m_outBegin[size_t(item)]; i < m_outBegin[size_t(item) + 1]; ++i) {
                const int link = m_out[size_t(i)];
                if (m_left[size_t(link)] == 0 && --waiting[size_t(m_links[size_t(link)].to)] == 0)
                    m_order.push_back(m_links[size_t(link)].to);
            }
            continue;
        }
        while (waiting[stuck] == 0)
            ++stuck;
        std::vector<int> through;
        m_circles.push_back(circleFrom(int(stuck), m_links, m_in, m_inBegin, m_left, waiting, through));
        const int last = through.back();
        m_left[size_t(last)] = 1;
        if (--waiting[size_t(m_links[size_t(last)].to)] == 0)
            m_order.push_back(m_links[size_t(last)].to);
    }
}

template<class Each>
void Network::eachIn(int item, const Each &each) const
{
    for (int i = m_inBegin[size_t(item)]; i < m_inBegin[size_t(item) + 1]; ++i) {
        if (m_left[size_t(m_in[size_t(i)])] == 0)
            each(m_in[size_t(i)], m_links[size_t(m_in[size_t(i)])]);
    }
}

template<class Each>
void Network::eachOut(int item, const Each &each) const
{
    for (int i = m_outBegin[size_t(item)]; i < m_outBegin[size_t(item) + 1]; ++i) {
        if (m_left[size_t(m_out[size_t(i)])] == 0)
            each(m_links[size_t(m_out[size_t(i)])]);
    }
}

static bool isFromStart(const NetworkLink &link)
{
    return link.type == DependencyType::SS || link.type == DependencyType::SF;
}

bool Network::bindsFinish(const NetworkLink &link) const
{
    if (link.type == DependencyType::FF || link.type == DependencyType::SF)
        return true;
    return link.type == DependencyType::FS && m_items[size_t(link.to)].point;
}

int Network::boundThrough(const NetworkLink &link) const
{
    const NetworkDates &from = m_dates[size_t(link.from)];
    return m_calendar.after(isFromStart(link) ? from.earlyStart : from.earlyFinish, link.lag, link.unit);
}

int Network::finishOf(const NetworkItem &item, int start) const
{
    return item.point ? start + 1 : m_calendar.finish(start, item.duration, item.unit);
}

/// The first start at or after @p start with which the item ends at or after @p finish (noBound: whenever).
int Network::firstStart(const NetworkItem &item, int start, int finish) const
{
    if (item.point)
        return finish == noBound ? start : std::max(start, finish - 1);
    const auto workable = [&](int bound) {
        return item.unit == DayUnit::Working ? m_calendar.onOrAfter(bound) : bound;
    };
    start = workable(start);
    if (finish == noBound || finishOf(item, start) >= finish)
        return start;
    start = m_calendar.start(finish, item.duration, item.unit);
    return finishOf(item, start) >= finish ? start : workable(start + 1);
}

/// The last start at or before @p start with which the item ends at or before @p finish.
int Network::lastStart(const NetworkItem &item, int start, int finish) const
{
    if (item.point)
        return std::min(start, finish - 1);
    const int byFinish = m_calendar.start(finish, item.duration, item.unit);
    if (start >= byFinish)
        return byFinish;
    return item.unit == DayUnit::Working ? m_calendar.start(start + 1, 1, DayUnit::Working) : start;
}

void Network::placeEarly(int index)
{
    const NetworkItem &item = m_items[size_t(index)];
    NetworkDates &dates = m_dates[size_t(index)];
    if (item.isDone()) {
        dates.earlyStart = item.doneStart;
        dates.earlyFinish = item.doneFinish;
        return;
    }
    int start = std::max(m_begin, item.notEarlier); // noBound is before everything.
    int finish = item.finishNotEarlier;
    eachIn(index, [&](int, const NetworkLink &link) {
        int &bound = bindsFinish(link) ? finish : start;
        bound = std::max(bound, boundThrough(link));
    });
    dates.earlyStart = firstStart(item, start, finish);
    dates.earlyFinish = finishOf(item, dates.earlyStart);
}

void Network::forward(int index)
{
    placeEarly(index);
    NetworkDates &dates = m_dates[size_t(index)];
    dates.driver = -1;
    eachIn(index, [&](int number, const NetworkLink &link) {
        if (dates.driver < 0 && decides(link))
            dates.driver = number;
    });
}

bool Network::decides(const NetworkLink &link) const
{
    const NetworkItem &item = m_items[size_t(link.to)];
    if (item.isDone())
        return false;
    const int bound = boundThrough(link);
    const int start = bindsFinish(link) ? firstStart(item, m_begin, bound) : firstStart(item, bound, noBound);
    return start == m_dates[size_t(link.to)].earlyStart;
}

void Network::backward(int index)
{
    const NetworkItem &item = m_items[size_t(index)];
    NetworkDates &dates = m_dates[size_t(index)];
    if (item.isDone()) {
        dates.lateStart = dates.earlyStart;
        dates.lateFinish = dates.earlyFinish;
        dates.totalSlack = dates.freeSlack = 0;
        return;
    }
    static constexpr int never = std::numeric_limits<int>::max();
    int start = item.startNotLater == noBound ? never : item.startNotLater;
    int finish = item.finishNotLater == noBound ? m_end : std::min(m_end, item.finishNotLater);
    int freeStart = never; // By which successors would keep their early dates.
    int freeFinish = m_end;
    eachOut(index, [&](const NetworkLink &link) {
        if (m_items[size_t(link.to)].isDone())
            return;
        const NetworkDates &to = m_dates[size_t(link.to)];
        const bool atFinish = bindsFinish(link);
        const int late = m_calendar.before(atFinish ? to.lateFinish : to.lateStart, link.lag, link.unit);
        const int early = m_calendar.before(atFinish ? to.earlyFinish : to.earlyStart, link.lag, link.unit);
        int &bound = isFromStart(link) ? start : finish;
        bound = std::min(bound, late);
        int &freeBound = isFromStart(link) ? freeStart : freeFinish;
        freeBound = std::min(freeBound, early);
    });
    dates.lateStart = lastStart(item, start, finish);
    dates.lateFinish = finishOf(item, dates.lateStart);
    dates.totalSlack = m_calendar.days(dates.earlyStart, dates.lateStart, item.unit);
    dates.freeSlack = std::max(
        0, m_calendar.days(dates.earlyStart, lastStart(item, freeStart, freeFinish), item.unit));
}

int Network::latestEnd() const
{
    int end = std::max(m_begin, m_endNotEarlier);
    for (const NetworkDates &dates : m_dates)
        end = std::max(end, dates.earlyFinish);
    return end;
}

void Network::passBackward()
{
    m_end = latestEnd();
    for (auto item = m_order.rbegin(); item != m_order.rend(); ++item)
        backward(*item);
}

void Network::change(int changed, const NetworkItem &now)
{
    m_items[size_t(changed)] = now;
    std::set<int> next{m_rank[size_t(changed)]}; // Ranks still to be looked at.
    std::set<int> back{m_rank[size_t(changed)]};
    while (!next.empty()) {
        const int item = m_order[size_t(next.extract(next.begin()).value())];
        const NetworkDates before = dates(item);
        forward(item);
        if (dates(item).earlyStart == before.earlyStart && dates(item).earlyFinish == before.earlyFinish &&
            item != changed)
            continue;
        back.insert(m_rank[size_t(item)]);
        eachOut(item, [&](const NetworkLink &link) { next.insert(m_rank[size_t(link.to)]); });
        eachIn(item, [&](int, const NetworkLink &link) { back.insert(m_rank[size_t(link.from)]); });
    }
    if (latestEnd() != m_end)
        return passBackward();
    while (!back.empty()) {
        const int item = m_order[size_t(back.extract(std::prev(back.end())).value())];
        const NetworkDates before = dates(item);
        backward(item);
        if (dates(item).lateStart != before.lateStart || dates(item).lateFinish != before.lateFinish || item == changed)
            eachIn(item, [&](int, const NetworkLink &link) { back.insert(m_rank[size_t(link.from)]); });
    }
}

std::vector<int> Network::chainTo(int item) const
{
    // Breadth first, so the first beginning that is found is the nearest.
    std::vector<int> through(m_items.size(), -1); // The link by which an item was reached, seen from its successor.
    std::vector<char> seen(m_items.size());
    std::queue<int> queue;
    queue.push(item);
    seen[size_t(item)] = 1;
    while (!queue.empty()) {
        const int at = queue.front();
        queue.pop();
        if (m_dates[size_t(at)].driver < 0) {
            std::vector<int> chain;
            for (int on = at; on != item; on = m_links[size_t(through[size_t(on)])].to)
                chain.push_back(through[size_t(on)]);
            return chain;
        }
        eachIn(at, [&](int number, const NetworkLink &link) {
            if (seen[size_t(link.from)] != 0 || !decides(link))
                return;
            seen[size_t(link.from)] = 1;
            through[size_t(link.from)] = number;
            queue.push(link.from);
        });
    }
    return {};
}

} // namespace plumbline
