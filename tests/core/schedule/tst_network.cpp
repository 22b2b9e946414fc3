// The passes against an oracle that knows no passes: it moves one item by one day until nothing is broken any more.

#include "core/schedule/network.h"
#include "tests/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace plumbline;

namespace network_test {

/// Days by going through them one by one.
class PlainCalendar
{
public:
    explicit PlainCalendar(QSet<int> off = {}) : m_off(std::move(off)) {}
    bool isWorked(int day) const { return !m_off.contains(day) && day % 7 < 5; }
    /// The bound after which, going on from @p bound, that many days have been counted.
    int after(int bound, int days, DayUnit unit) const
    {
        const int step = days < 0 ? -1 : 1;
        for (int counted = 0; counted < std::abs(days); bound += step) {
            const int passed = step > 0 ? bound : bound - 1;
            counted += unit == DayUnit::Calendar || isWorked(passed) ? 1 : 0;
        }
        return bound;
    }
    int count(int from, int to, DayUnit unit) const
    {
        int days = 0;
        for (int day = std::min(from, to); day < std::max(from, to); ++day)
            days += unit == DayUnit::Calendar || isWorked(day) ? 1 : 0;
        return from <= to ? days : -days;
    }
    QList<QPair<QDate, QDate>> off() const
    {
        QList<QPair<QDate, QDate>> list;
        for (const int day : m_off)
            list += {QDate::fromJulianDay(day), QDate::fromJulianDay(day)};
        return list;
    }

private:
    QSet<int> m_off;
};

struct Plan {
    std::vector<NetworkItem> items;
    std::vector<NetworkLink> links;
    PlainCalendar days;
    int begin = 0;
};

/// What the words of the fields mean, said once more and looked up day by day.
class Oracle
{
public:
    explicit Oracle(const Plan &plan) : m_plan(plan) {}

    int finish(const NetworkItem &item, int start) const
    {
        return item.point ? start + 1 : m_plan.days.after(start, item.duration, item.unit);
    }
    bool mayBegin(const NetworkItem &item, int day) const
    {
        return item.point || item.unit == DayUnit::Calendar || m_plan.days.isWorked(day);
    }
    /// The least starts that keep every link, found by moving whatever is too early by a day.
    std::vector<int> early() const
    {
        std::vector<int> starts(m_plan.items.size(), m_plan.begin);
        for (bool moved = true; moved;) {
            moved = false;
            for (size_t i = 0; i < starts.size(); ++i) {
                while (!keepsOwn(i, starts[i]) || !keepsLinks(int(i), starts)) {
                    ++starts[i];
                    moved = true;
                }
            }
        }
        return starts;
    }
    /// The greatest starts that keep every link and every "not later" and end by @p end.
    std::vector<int> late(int end) const
    {
        std::vector<int> starts(m_plan.items.size(), end);
        for (bool moved = true; moved;) {
            moved = false;
            for (size_t i = 0; i < starts.size(); ++i) {
                while (!inTime(i, starts[i], end) || !letsFollow(int(i), starts)) {
                    --starts[i];
                    moved = true;
                }
            }
        }
        return starts;
    }

    /// The greatest start with which everything after it keeps its early dates.
    int freeStart(int item, std::vector<int> early, int end) const
    {
        const NetworkItem &moved = m_plan.items[size_t(item)];
        int &start = early[size_t(item)];
        for (start = end; !mayBegin(moved, start) || finish(moved, start) > end || !letsFollow(item, early);)
            --start;
        return start;
    }

private:
    bool keepsOwn(size_t i, int start) const
    {
        const NetworkItem &item = m_plan.items[i];
        return mayBegin(item, start) && (item.notEarlier == noBound || start >= item.notEarlier) &&
               (item.finishNotEarlier == noBound || finish(item, start) >= item.finishNotEarlier);
    }
    bool inTime(size_t i, int start, int end) const
    {
        const NetworkItem &item = m_plan.items[i];
        const int ends = finish(item, start);
        return mayBegin(item, start) && ends <= end &&
               (item.startNotLater == noBound || start <= item.startNotLater) &&
               (item.finishNotLater == noBound || ends <= item.finishNotLater);
    }
    bool keeps(const NetworkLink &link, const std::vector<int> &starts) const
    {
        const NetworkItem &from = m_plan.items[size_t(link.from)];
        const NetworkItem &to = m_plan.items[size_t(link.to)];
        const int fromStart = starts[size_t(link.from)];
        const int toStart = starts[size_t(link.to)];
        const bool fromsStart = link.type == DependencyType::SS || link.type == DependencyType::SF;
        const bool tosFinish = link.type == DependencyType::FF || link.type == DependencyType::SF ||
                               (link.type == DependencyType::FS && to.point);
        const int allowed =
            m_plan.days.after(fromsStart ? fromStart : finish(from, fromStart), link.lag, link.unit);
        return (tosFinish ? finish(to, toStart) : toStart) >= allowed;
    }
    bool keepsLinks(int to, const std::vector<int> &starts) const
    {
        return std::all_of(m_plan.links.begin(), m_plan.links.end(),
                           [&](const NetworkLink &link) { return link.to != to || keeps(link, starts); });
    }
    bool letsFollow(int from, const std::vector<int> &starts) const
    {
        return std::all_of(m_plan.links.begin(), m_plan.links.end(),
                           [&](const NetworkLink &link) { return link.from != from || keeps(link, starts); });
    }
    const Plan &m_plan;
};

static constexpr int monday = 2458849; // 30 December 2019.

static Plan madePlan(quint32 seed)
{
    QRandomGenerator random(seed);
    const auto chance = [&](int percent) { return random.bounded(100) < percent; };
    Plan plan;
    QSet<int> off;
    for (int i = random.bounded(4); i > 0; --i)
        off += monday + random.bounded(40);
    plan.days = PlainCalendar(off);
    plan.begin = monday + random.bounded(7);
    const int count = 2 + random.bounded(6);
    for (int i = 0; i < count; ++i) {
        NetworkItem item;
        item.point = chance(25);
        item.unit = chance(60) ? DayUnit::Working : DayUnit::Calendar;
        item.duration = 1 + random.bounded(6);
        const auto day = [&] { return plan.begin + random.bounded(25); };
        if (chance(25))
            item.notEarlier = day();
        if (chance(10))
            item.finishNotEarlier = day();
        if (chance(10))
            item.startNotLater = day();
        if (chance(20))
            item.finishNotLater = day();
        plan.items.push_back(item);
    }
    for (int i = random.bounded(2 * count); i > 0; --i) {
        const int from = random.bounded(count - 1);
        NetworkLink link{from, from + 1 + random.bounded(count - from - 1), DependencyType(random.bounded(4)), 0,
                         chance(50) ? DayUnit::Working : DayUnit::Calendar};
        if (chance(50))
            link.lag = random.bounded(-4, 6);
        plan.links.push_back(link);
    }
    return plan;
}

class TestNetwork : public QObject
{
    Q_OBJECT

private slots:
    void aThousandPlansAgreeWithTheOracle();
    void aChangeGivesWhatANewNetworkGives();
    void circlesAreNamedAndTheRestIsComputed();
    void theChainIsTheShortestThatDecides();
    void aDeadlineMovesNothing();
    void whatIsDoneStaysAndBindsNothing();
};

static WorkCalendar calendarOf(const Plan &plan)
{
    return WorkCalendar({6, 7}, plan.days.off());
}

void TestNetwork::aThousandPlansAgreeWithTheOracle()
{
    for (quint32 seed = 1; seed <= 1000; ++seed) {
        const Plan plan = madePlan(seed);
        const WorkCalendar calendar = calendarOf(plan);
        const Network network(plan.items, plan.links, calendar, plan.begin);
        const Oracle oracle(plan);
        const auto early = oracle.early();
        int end = 0;
        for (size_t i = 0; i < early.size(); ++i)
            end = std::max(end, oracle.finish(plan.items[i], early[i]));
        QCOMPARE(network.end(), end);
        const auto late = oracle.late(end);
        for (size_t i = 0; i < early.size(); ++i) {
            const NetworkDates &dates = network.dates(int(i));
            const QByteArray where = "plan " + QByteArray::number(seed) + ", item " + QByteArray::number(int(i));
            QVERIFY2(dates.earlyStart == early[i], where);
            QVERIFY2(dates.earlyFinish == oracle.finish(plan.items[i], early[i]), where);
            QVERIFY2(dates.lateStart == late[i], where);
            QVERIFY2(dates.totalSlack == plan.days.count(early[i], late[i], plan.items[i].unit), where);
            const int freeStart = oracle.freeStart(int(i), early, end);
            QVERIFY2(dates.freeSlack == plan.days.count(early[i], freeStart, plan.items[i].unit), where);
        }
    }
}

void TestNetwork::aChangeGivesWhatANewNetworkGives()
{
    for (quint32 seed = 1; seed <= 300; ++seed) {
        Plan plan = madePlan(seed);
        const WorkCalendar calendar = calendarOf(plan);
        Network network(plan.items, plan.links, calendar, plan.begin);
        QRandomGenerator random(seed + 5000);
        for (int step = 0; step < 4; ++step) {
            const int item = random.bounded(int(plan.items.size()));
            NetworkItem &changed = plan.items[size_t(item)];
            changed.duration = 1 + random.bounded(9);
            changed.notEarlier = random.bounded(2) ? plan.begin + random.bounded(30) : noBound;
            changed.finishNotLater = random.bounded(3) ? noBound : plan.begin + random.bounded(30);
            network.change(item, changed);
            const Network fresh(plan.items, plan.links, calendar, plan.begin);
            for (int i = 0; i < int(plan.items.size()); ++i)
                QVERIFY2(network.dates(i) == fresh.dates(i), QByteArray::number(seed));
            QCOMPARE(network.end(), fresh.end());
        }
    }
}

/// Activities of so many calendar days.
static std::vector<NetworkItem> activities(std::initializer_list<int> durations)
{
    std::vector<NetworkItem> items;
    for (const int duration : durations) {
        NetworkItem item;
        item.point = false;
        item.duration = duration;
        items.push_back(item);
    }
    return items;
}

void TestNetwork::circlesAreNamedAndTheRestIsComputed()
{
    const WorkCalendar calendar;
    const Network network(activities({2, 3, 4, 5, 1}), {{0, 1}, {1, 2}, {2, 1}, {2, 3}, {4, 4}}, calendar, monday);
    QCOMPARE(network.circles().size(), size_t(2));
    const auto has = [&](const std::vector<int> &circle) {
        return std::find(network.circles().begin(), network.circles().end(), circle) != network.circles().end();
    };
    QVERIFY(has({1, 2}) || has({2, 1}));
    QVERIFY(has({4}));
    // One link of the circle is left; what comes after waits for both.
    QVERIFY(network.dates(3).earlyStart >= monday + 2 + 4);
    QCOMPARE(network.dates(0).earlyStart, monday);
}

void TestNetwork::theChainIsTheShortestThatDecides()
{
    const WorkCalendar calendar;
    // Both 0-1-3 and 2-3 end at the same bound; the shorter one explains it.
    const Network network(activities({2, 3, 5, 4}), {{0, 1}, {1, 3}, {2, 3}}, calendar, monday);
    QCOMPARE(network.chainTo(3), (std::vector<int>{2}));
    QCOMPARE(network.chainTo(1), (std::vector<int>{0}));
    QVERIFY(network.chainTo(0).empty());
}

void TestNetwork::aDeadlineMovesNothing()
{
    const WorkCalendar calendar;
    auto items = activities({5, 5});
    const Network before(items, {{0, 1}}, calendar, monday);
    items[1].finishNotLater = monday + 7; // Three days before it can be ready.
    const Network after(items, {{0, 1}}, calendar, monday);
    for (const int item : {0, 1}) {
        QCOMPARE(after.dates(item).earlyStart, before.dates(item).earlyStart);
        QCOMPARE(after.dates(item).totalSlack, -3);
        QVERIFY(after.isCritical(item));
    }
}

void TestNetwork::whatIsDoneStaysAndBindsNothing()
{
    const WorkCalendar calendar;
    auto items = activities({5, 5, 2});
    items[1].doneStart = monday;
    items[1].doneFinish = monday + 3;
    const Network network(items, {{0, 1}, {1, 2}}, calendar, monday);
    QCOMPARE(network.dates(1).earlyFinish, monday + 3);
    QCOMPARE(network.dates(2).earlyStart, monday + 3);
    QCOMPARE(network.dates(0).totalSlack, 0); // Up to the end of the plan, not to the start of what is done.
    QVERIFY(!network.isCritical(1));
}

PLUMBLINE_TEST(TestNetwork)

} // namespace network_test

#include "tst_network.moc"
