// Prints what the arithmetic of the plan costs: both passes over networks of several sizes, one edit in them, and a
// forecast for a plan as large as a real one.
//
// Usage: bench_schedule

#include "benchsupport.h"

#include "core/domain/milestone.h"
#include "core/domain/review.h"
#include "core/schedule/forecast.h"
#include "core/schedule/network.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace plumbline;
using namespace plumbline::bench;

namespace {

/// Chains of ten items of one to nine working days, with one link in five across to an earlier chain.
struct Made {
    std::vector<NetworkItem> items;
    std::vector<NetworkLink> links;
};

Made madePlan(int count)
{
    QRandomGenerator random(7);
    Made made;
    for (int i = 0; i < count; ++i) {
        NetworkItem item;
        item.point = i % 10 == 9;
        item.unit = DayUnit::Working;
        item.duration = 1 + random.bounded(9);
        made.items.push_back(item);
        if (i % 10 > 0)
            made.links.push_back({i - 1, i, DependencyType(random.bounded(4)), random.bounded(3), DayUnit::Working});
        if (i > 10 && random.bounded(5) == 0)
            made.links.push_back({random.bounded(i - i % 10), i, DependencyType::FS, 0, DayUnit::Calendar});
    }
    return made;
}

void measurePasses(int count)
{
    const WorkCalendar calendar;
    const int begin = boundOf(QDate(2020, 1, 6));
    std::vector<double> passes;
    std::vector<double> edits;
    for (int run = 0; run < 5; ++run) {
        Made made = madePlan(count);
        Stopwatch watch;
        Network network(std::move(made.items), std::move(made.links), calendar, begin);
        passes.push_back(watch.cpu());
        QRandomGenerator random(quint32(run) + 1);
        for (int edit = 0; edit < 20; ++edit) {
            const int item = random.bounded(count);
            NetworkItem changed = network.items()[size_t(item)];
            changed.duration += 1;
            watch.restart();
            network.change(item, changed);
            edits.push_back(watch.cpu());
        }
    }
    std::printf("%7d items: both passes %8.2f ms of CPU, one edit %8.3f ms (95 of 100 within %.3f)\n", count,
                percentile(passes, 50), percentile(edits, 50), percentile(edits, 95));
}

void measureForecast()
{
    Review review;
    QRandomGenerator random(3);
    for (int i = 0; i < 200; ++i) {
        auto milestone = std::make_shared<Milestone>();
        milestone->id = RecordId(QUuid(uint(i + 1), 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
        milestone->duration = 5;
        milestone->optimistic = 2;
        milestone->likely = 5;
        milestone->pessimistic = 5 + random.bounded(20);
        review.put(Kind::Milestone, milestone);
        if (i % 10 == 0)
            continue;
        auto link = std::make_shared<Dependency>();
        link->id = RecordId(QUuid(uint(i + 1), 2, 1, 1, 1, 1, 1, 1, 1, 1, 1));
        link->from = MilestoneId(QUuid(uint(i), 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
        link->to = MilestoneId(milestone->id.uuid);
        review.put(Kind::Dependency, link);
    }
    const QDate today(2020, 1, 6);
    const PlanSchedule schedule(review, today);
    const Stopwatch watch;
    QElapsedTimer timer;
    timer.start();
    const auto forecasts = forecast(review, schedule, today);
    std::printf("forecast of %d items, 10,000 runs: %.1f ms on the wall, %.1f ms of CPU\n", int(forecasts.size()),
                double(timer.nsecsElapsed()) / 1e6, watch.cpu());
}

/// A thousand tasks in chains of ten, scheduled by TaskJuggler where it is installed: seconds on the wall, its start and the
/// reading of the file included.
void measureTaskJuggler()
{
    if (QStandardPaths::findExecutable(QStringLiteral("tj3")).isEmpty()) {
        std::printf("tj3 is not installed; nothing to compare with\n");
        return;
    }
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("p.tjp")));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write("project p \"P\" 2020-01-06 +6y { timezone \"UTC\" }\n");
    for (int i = 0; i < 1000; ++i) {
        const QByteArray number = QByteArray::number(i);
        file.write("task t" + number + " \"T\" { length " + QByteArray::number(1 + i % 9) + "d "
                   + (i % 10 > 0 ? "depends t" + QByteArray::number(i - 1) : QByteArray("start 2020-01-06")) + " }\n");
    }
    file.write("taskreport \"dates\" { formats csv columns id, start, end }\n");
    file.close();
    QElapsedTimer timer;
    timer.start();
    QProcess::execute(QStringLiteral("tj3"), {QStringLiteral("--silent"), QStringLiteral("-o"), folder.path(), file.fileName()});
    std::printf("%7d items: tj3 %.1f s on the wall\n", 1000, double(timer.elapsed()) / 1000);
}

} // namespace

int main()
{
    for (const int count : {1'000, 10'000, 100'000})
        measurePasses(count);
    measureForecast();
    measureTaskJuggler();
    return 0;
}
