// Prints what the timeline costs in CPU time at several sizes: from a review to the first picture, a repaint, scrolling both
// ways, zooming, one edit and one item more, each with the schedule computed anew and everything shown.
//
// Usage: bench_gantt [ROWS ...]     by default 1000 10000 100000 1000000
//
// Exit 1 when a repaint at 100,000 rows costs more than 1.5 times one at 1,000: the cost must not depend on the number of
// rows. The sizes take turns and medians are compared, so a busy machine disturbs all alike. tests/bench/kgantt/run prints
// the same measures of KGantt in the same run.

#include "core/domain/dependency.h"
#include "core/domain/milestone.h"
#include "core/domain/review.h"
#include "core/domain/subteam.h"
#include "core/timeline/timelineconflicts.h"
#include "core/timeline/timelinerows.h"
#include "ui/gantt/ganttview.h"
#include "ui/gantt/ganttwidget.h"

#include <QApplication>
#include <QScrollBar>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <map>
#include <memory>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 60;
constexpr int editsOfLarge = 5; ///< Edits of a plan of more than 100,000 rows; seconds each.
constexpr double mostRatio = 1.5;
const QDate today(2018, 11, 8);

double cpuMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double percentile(std::vector<double> values, int percent)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, values.size() * size_t(percent) / 100)];
}

template<class T>
RecordId put(Review &review, T record, int number)
{
    record.id = RecordId(QUuid::createUuid());
    record.place.order = u"a%1"_s.arg(number, 7, 10, QChar(u'0'));
    review.put(T::kind, std::make_shared<T>(record));
    return record.id;
}

/// A review of @p count items in lanes of 200, every third one waiting for the one before it.
Review makeReview(int count)
{
    Review review;
    RecordId team;
    RecordId last;
    const QDate begin(2017, 3, 1);
    for (int i = 0; i < count; ++i) {
        if (i % 200 == 0) {
            SubTeam subTeam;
            subTeam.key = u"S%1"_s.arg(i / 200 + 1);
            subTeam.title = u"Sub-team %1"_s.arg(i / 200 + 1);
            team = put(review, subTeam, i);
        }
        Milestone item;
        item.title = u"Item %1: draft recommendation"_s.arg(i);
        item.subteam = SubTeamId(team.uuid);
        item.responsible = u"Lead"_s;
        const int start = (i * 37) % 900;
        if (i % 4)
            item.start = PartialDate::day(begin.addDays(start));
        item.target = PartialDate::day(begin.addDays(start + 5 + (i * 13) % 90));
        item.progress = (i * 7) % 101;
        const RecordId id = put(review, item, i);
        if (i % 3 == 1) {
            Dependency link;
            link.from = MilestoneId(last.uuid);
            link.to = MilestoneId(id.uuid);
            link.type = DependencyType::FS;
            put(review, link, i);
        }
        last = id;
    }
    return review;
}

class Bench
{
public:
    explicit Bench(int rows) : m_rows(rows), m_review(makeReview(rows))
    {
        const double before = cpuMilliseconds();
        showPlan();
        m_widget.resize(1660, 1040);
        m_widget.show();
        QCoreApplication::processEvents();
        m_costs["first paint"].push_back(cpuMilliseconds() - before);
        QScrollBar *bar = m_widget.view()->verticalScrollBar();
        bar->setValue(bar->maximum() / 2);
        QCoreApplication::processEvents();
    }

    void round(int number)
    {
        GanttView *view = m_widget.view();
        const int way = number % 2 ? 1 : -1;
        measure("repaint", [&] { view->viewport()->repaint(); });
        QScrollBar *vertical = view->verticalScrollBar();
        QScrollBar *horizontal = view->horizontalScrollBar();
        measure("scroll", [&] { vertical->setValue(vertical->value() + way * 24); });
        measure("scroll sideways", [&] { horizontal->setValue(horizontal->value() + way * 20); });
        measure("zoom", [&] { view->setPixelsPerDay(view->scale().pixelsPerDay() * (way > 0 ? 1.02 : 1 / 1.02), 400); });
        if (m_rows > 100'000 && number >= editsOfLarge)
            return;
        measure("edit", [&] { edit(); });
        measure("insert", [&] { insert(number); });
    }

    double repaint() const { return percentile(m_costs.at("repaint"), 50); }
    void print() const
    {
        for (const char *name : {"first paint", "repaint", "scroll", "scroll sideways", "zoom", "edit", "insert"})
            std::printf("%8d  %-16s median %9.2f  95 of 100 within %9.2f ms of CPU\n", m_rows, name,
                        percentile(m_costs.at(name), 50), percentile(m_costs.at(name), 95));
    }

private:
    /// All that the page does after a change: the schedule, what comes too late, the rows, the picture.
    void showPlan()
    {
        TimelineOptions options;
        options.today = today;
        const PlanSchedule schedule(m_review, today);
        options.conflicts = timelineConflicts(m_review, schedule);
        m_widget.setPlan(buildTimeline(m_review, options));
    }
    void edit()
    {
        const Record *first = m_review.list(Kind::Milestone)[size_t(m_rows / 2)];
        auto changed = std::make_shared<Milestone>(static_cast<const Milestone &>(*first));
        changed->target = PartialDate::day(changed->target->first.addDays(1));
        m_review.put(Kind::Milestone, changed);
        showPlan();
    }
    void insert(int number)
    {
        Milestone item;
        item.title = u"One more"_s;
        item.target = PartialDate::day(today);
        put(m_review, item, 5'000'000 + number);
        showPlan();
    }
    void measure(const char *name, const std::function<void()> &act)
    {
        const double before = cpuMilliseconds();
        act();
        QCoreApplication::processEvents();
        m_costs[name].push_back(cpuMilliseconds() - before);
    }

    int m_rows;
    Review m_review;
    GanttWidget m_widget;
    std::map<std::string, std::vector<double>> m_costs;
};

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    std::vector<int> sizes;
    for (int i = 1; i < argc; ++i)
        sizes.push_back(std::max(1, std::atoi(argv[i])));
    if (sizes.empty())
        sizes = {1000, 10000, 100000, 1000000};
    std::map<int, std::unique_ptr<Bench>> benches;
    for (const int size : sizes)
        benches[size] = std::make_unique<Bench>(size);
    for (int round = 0; round < rounds; ++round) {
        for (const auto &[size, bench] : benches)
            bench->round(round);
    }
    for (const auto &[size, bench] : benches)
        bench->print();
    if (!benches.contains(1000) || !benches.contains(100000))
        return 0;
    const double ratio = benches[100000]->repaint() / benches[1000]->repaint();
    std::printf("ratio of repaints, 100,000 rows to 1,000: %.2f (at most %.1f)\n", ratio, mostRatio);
    return ratio > mostRatio ? 1 : 0;
}
