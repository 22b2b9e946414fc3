// What bench_gantt measures of our timeline, measured of KGantt's view: the same number of items in groups of 200, every third
// one waiting for the one before it, the same size on the screen, the same steps.
//
// Usage: bench_kgantt [ROWS ...]     by default 1000 10000

#include <KGanttConstraint>
#include <KGanttConstraintModel>
#include <KGanttDateTimeGrid>
#include <KGanttGlobal>
#include <KGanttGraphicsView>
#include <KGanttView>

#include <QApplication>
#include <QScrollBar>
#include <QStandardItemModel>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace {

constexpr int rounds = 20;
constexpr int insertsOfLarge = 3; // Seconds each from 10,000 rows on.

double cpuMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

class Bench
{
public:
    explicit Bench(int rows) : m_rows(rows), m_model(0, 5)
    {
        m_view.resize(1660, 1040);
        auto *grid = new KGantt::DateTimeGrid;
        grid->setStartDateTime(QDateTime(QDate(2017, 2, 20), QTime(0, 0), Qt::UTC));
        grid->setDayWidth(4);
        m_view.setGrid(grid);
        m_grid = grid;
        for (int i = 0; i < rows; ++i)
            addItem(i);
        const double before = cpuMilliseconds();
        m_view.setModel(&m_model);
        m_view.setConstraintModel(&m_constraints);
        m_view.show();
        settle();
        m_costs["first paint"].push_back(cpuMilliseconds() - before);
        QScrollBar *bar = m_view.graphicsView()->verticalScrollBar();
        bar->setValue(bar->maximum() / 2);
        settle();
    }

    void round(int number)
    {
        const int way = number % 2 ? 1 : -1;
        QScrollBar *vertical = m_view.graphicsView()->verticalScrollBar();
        QScrollBar *horizontal = m_view.graphicsView()->horizontalScrollBar();
        measure("repaint", [&] { m_view.graphicsView()->viewport()->repaint(); });
        measure("scroll", [&] { vertical->setValue(vertical->value() + way * 24); });
        measure("scroll sideways", [&] { horizontal->setValue(horizontal->value() + way * 20); });
        if (m_rows > 1000 && number >= insertsOfLarge)
            return;
        measure("zoom", [&] { m_grid->setDayWidth(m_grid->dayWidth() * (way > 0 ? 1.02 : 1 / 1.02)); });
        measure("edit", [&] {
            const QModelIndex item = m_model.index(m_rows / 400, 0);
            const QModelIndex end = m_model.index(0, 3, item);
            m_model.setData(end, end.data(KGantt::EndTimeRole).toDateTime().addDays(1), KGantt::EndTimeRole);
        });
        measure("insert", [&] { addItem(m_rows + number); });
    }

    void print() const
    {
        for (const char *name : {"first paint", "repaint", "scroll", "scroll sideways", "zoom", "edit", "insert"}) {
            std::vector<double> values = m_costs.at(name);
            std::sort(values.begin(), values.end());
            std::printf("%8d  %-16s median %9.2f  95 of 100 within %9.2f ms of CPU  (KGantt)\n", m_rows, name,
                        values[values.size() / 2], values[std::min(values.size() - 1, values.size() * 95 / 100)]);
        }
    }

private:
    void addItem(int i)
    {
        if (i % 200 == 0 || m_model.rowCount() == 0) {
            auto *type = new QStandardItem;
            type->setData(int(KGantt::TypeSummary), Qt::DisplayRole);
            m_model.appendRow({new QStandardItem(QStringLiteral("Sub-team")), type, new QStandardItem, new QStandardItem,
                               new QStandardItem});
            m_last = QPersistentModelIndex();
        }
        QStandardItem *group = m_model.item(m_model.rowCount() - 1);
        const QDateTime begin(QDate(2017, 3, 1).addDays((i * 37) % 900), QTime(0, 0), Qt::UTC);
        const bool point = i % 4 == 0;
        auto *type = new QStandardItem;
        type->setData(int(point ? KGantt::TypeEvent : KGantt::TypeTask), Qt::DisplayRole);
        auto *start = new QStandardItem;
        start->setData(begin, KGantt::StartTimeRole);
        auto *end = new QStandardItem;
        end->setData(point ? begin : begin.addDays(5 + (i * 13) % 90), KGantt::EndTimeRole);
        auto *done = new QStandardItem;
        done->setData((i * 7) % 101, KGantt::TaskCompletionRole);
        group->appendRow({new QStandardItem(QStringLiteral("Item %1: draft recommendation").arg(i)), type, start, end, done});
        const QPersistentModelIndex item(group->child(group->rowCount() - 1)->index());
        if (i % 3 == 1 && m_last.isValid())
            m_constraints.addConstraint(KGantt::Constraint(m_last, item));
        m_last = item;
    }
    void measure(const char *name, const std::function<void()> &act)
    {
        const double before = cpuMilliseconds();
        act();
        settle();
        m_costs[name].push_back(cpuMilliseconds() - before);
    }
    static void settle()
    {
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
    }

    int m_rows;
    QStandardItemModel m_model;
    KGantt::ConstraintModel m_constraints;
    KGantt::View m_view;
    KGantt::DateTimeGrid *m_grid = nullptr;
    QPersistentModelIndex m_last;
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
        sizes = {1000, 10000};
    for (const int size : sizes) {
        Bench bench(size);
        for (int round = 0; round < rounds; ++round)
            bench.round(round);
        bench.print();
    }
}
