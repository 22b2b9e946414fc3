#pragma once

#include "core/domain/dependency.h"
#include "core/schedule/workcalendar.h"

#include <limits>
#include <vector>

namespace plumbline {

inline constexpr int noBound = std::numeric_limits<int>::min();

/// One item of a network. All dates are bounds (see WorkCalendar); noBound where nothing is said.
///
/// A point takes no time and stands on a day: it begins with that day and ends with it. What a point waits for at its
/// finish may end on the same day, and what waits for its start may begin on the same day.
struct NetworkItem {
    int duration = 0;
    DayUnit unit = DayUnit::Calendar;
    bool point = true;
    int notEarlier = noBound;       ///< It begins then or later: a constraint, or the date somebody planned.
    int finishNotEarlier = noBound; ///< It ends then or later.
    int startNotLater = noBound;
    int finishNotLater = noBound; ///< Of a deadline too.
    int doneStart = noBound;      ///< Set when it is done; then nothing moves it and nothing binds it.
    int doneFinish = noBound;

    bool isDone() const { return doneFinish != noBound; }
};

struct NetworkLink {
    int from = 0; ///< Index of an item.
    int to = 0;
    DependencyType type = DependencyType::FS;
    int lag = 0; ///< Days of @ref unit; negative for a lead.
    DayUnit unit = DayUnit::Calendar;
};

/// What the passes found of one item.
struct NetworkDates {
    int earlyStart = noBound;
    int earlyFinish = noBound;
    int lateStart = noBound;
    int lateFinish = noBound;
    /// Days of the item's own unit it can move before something else becomes late; negative when that is so already.
    int totalSlack = 0;
    int freeSlack = 0; ///< Days it can move before any successor's early dates move.
    int driver = -1;   ///< A link that decides the early start; -1 when only its own dates or the begin of the plan do.
    friend bool operator==(const NetworkDates &, const NetworkDates &) = default;
};

/// A network of items and links, with the dates that follow from it: the critical path method with four types of links,
/// lags in working or calendar days, and constraints.
///
/// The forward pass gives the earliest dates that all links and all "not earlier" allow; a "not later" never holds it back,
/// so a plan that cannot be kept shows as negative slack. The backward pass gives the latest dates at which no "not later"
/// is missed that can still be kept, and the last item does not end later than it would anyway.
/// O(items + links). Links that close a circle are left out and listed.
class Network
{
public:
    /// @p begin is the bound before which nothing that has no date of its own begins. The plan ends with its last item, but
    /// not before @p endNotEarlier.
    Network(std::vector<NetworkItem> items, std::vector<NetworkLink> links, const WorkCalendar &calendar, int begin,
            int endNotEarlier = noBound);

    const std::vector<NetworkItem> &items() const { return m_items; }
    const std::vector<NetworkLink> &links() const { return m_links; }
    const NetworkDates &dates(int item) const { return m_dates[size_t(item)]; }
    /// The bound at which the plan ends.
    int end() const { return m_end; }
    /// The items of each circle, in the order of its links; the last link of each is left out.
    const std::vector<std::vector<int>> &circles() const { return m_circles; }
    bool isCritical(int item) const { return !m_items[size_t(item)].isDone() && dates(item).totalSlack <= 0; }

    /// Puts another item in the place of one and computes anew what depends on it, and no more.
    void change(int item, const NetworkItem &now);

    /// Puts another item in the place of one; the dates follow at the next passForward().
    void replace(int item, const NetworkItem &now) { m_items[size_t(item)] = now; }
    /// Computes the early dates anew, and nothing else: neither drivers nor late dates hold any more.
    void passForward();

    /// The fewest links that together decide the early start of an item: from an item that waits for nothing to this one.
    /// Empty when no link decides, but its own dates alone.
    std::vector<int> chainTo(int item) const;

private:
    void order();
    void placeEarly(int item);
    void forward(int item);
    void backward(int item);
    void passBackward();
    /// What a link demands of its successor: of its finish when bindsFinish(), else of its start.
    int boundThrough(const NetworkLink &link) const;
    bool bindsFinish(const NetworkLink &link) const;
    /// Whether the successor begins when it does because of the link.
    bool decides(const NetworkLink &link) const;
    int firstStart(const NetworkItem &item, int start, int finish) const;
    int lastStart(const NetworkItem &item, int start, int finish) const;
    int finishOf(const NetworkItem &item, int start) const;
    int latestEnd() const;
    template<class Each>
    void eachIn(int item, const Each &each) const;
    template<class Each>
    void eachOut(int item, const Each &each) const;

    std::vector<NetworkItem> m_items;
    std::vector<NetworkLink> m_links;
    const WorkCalendar &m_calendar; // Not owned, outlives the network.
    int m_begin;
    int m_endNotEarlier;
    int m_end = noBound;
    std::vector<NetworkDates> m_dates;
    std::vector<std::vector<int>> m_circles;
    std::vector<char> m_left; ///< Of each link, whether it is left out.
    // Links of each item, as ranges of one vector: those that come in, those that go out.
    std::vector<int> m_in;
    std::vector<int> m_inBegin;
    std::vector<int> m_out;
    std::vector<int> m_outBegin;
    std::vector<int> m_order; ///< Items, each after those it waits for.
    std::vector<int> m_rank;  ///< Place of each item in m_order.
};

} // namespace plumbline
