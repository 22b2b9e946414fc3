// Prints what a repaint of the timeline costs in CPU time at 1,000 and at 100,000 rows, and their ratio.
//
// Exit 1 when the larger plan costs more than 1.5 times the smaller one: the cost must not depend on the
// number of rows. The sizes take turns and medians are compared, so a busy machine disturbs both alike.

#include "core/domain/dependency.h"
#include "core/domain/milestone.h"
#include "core/domain/review.h"
#include "core/domain/subteam.h"
#include "core/timeline/timelinerows.h"
#include "ui/gantt/ganttview.h"
#include "ui/gantt/ganttwidget.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 60;
constexpr double mostRatio = 1.5;

double cpuMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + qsizetype(values.size() / 2), values.end());
    return values[values.size() / 2];
}

double percentile95(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() * 95 / 100];
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

struct Bench {
    Review review;
    GanttWidget widget;
    std::vector<double> repaint;
    std::vector<double> scroll;
    std::vector<double> sideways;
    std::vector<double> zoom;

    explicit Bench(int rows) : review(makeReview(rows))
    {
        QElapsedTimer timer;
        timer.start();
        TimelineOptions options;
        options.today = QDate(2018, 11, 8);
        TimelinePlan plan = buildTimeline(review, options);
        const double built = double(timer.nsecsElapsed()) / 1e6;
        plan = buildTimeline(review, options);
        const double again = double(timer.nsecsElapsed()) / 1e6 - built;
        widget.setPlan(std::move(plan));
        widget.resize(1660, 1040);
        widget.show();
        QCoreApplication::processEvents();
        widget.view()->verticalScrollBar()->setValue(widget.view()->verticalScrollBar()->maximum() / 2);
        QCoreApplication::processEvents();
        std::printf("%7d items: plan built in %.1f ms, again in %.1f ms, shown after %.1f ms\n", rows, built,
                    again, double(timer.nsecsElapsed()) / 1e6);
    }

    static void measure(std::vector<double> &into, const std::function<void()> &act)
    {
        const double before = cpuMilliseconds();
        act();
        QCoreApplication::processEvents();
        into.push_back(cpuMilliseconds() - before);
    }

    void round(int number)
    {
        GanttView *view = widget.view();
        measure(repaint, [&] { view->viewport()->repaint(); });
        QScrollBar *vertical = view->verticalScrollBar();
        QScrollBar *horizontal = view->horizontalScrollBar();
        measure(scroll, [&] { vertical->setValue(vertical->value() + (number % 2 ? 24 : -24)); });
        measure(sideways, [&] { horizontal->setValue(horizontal->value() + (number % 2 ? 20 : -20)); });
        measure(zoom, [&] {
            view->setPixelsPerDay(view->scale().pixelsPerDay() * (number % 2 ? 1.02 : 1 / 1.02), 400);
        });
    }

    void print(const char *name) const
    {
        std::printf("%s: repaint %.2f (p95 %.2f), scroll %.2f, sideways %.2f, zoom %.2f ms of CPU\n", name,
                    median(repaint), percentile95(repaint), median(scroll), median(sideways), median(zoom));
    }
};

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Bench small(1000);
    Bench large(100000);
    for (int round = 0; round < rounds; ++round) {
        small.round(round);
        large.round(round);
    }
    small.print("  1,000");
    large.print("100,000");
    const double ratio = median(large.repaint) / median(small.repaint);
    std::printf("ratio of repaints: %.2f (at most %.1f)\n", ratio, mostRatio);
    return ratio > mostRatio ? 1 : 0;
}
