// Each task is two nodes, where it begins and where it ends; of one without others below it they are joined by an edge,
// of a heading by edges to and from what stands below it. Those edges alone make no circle, so every circle holds a
// link.

#include "core/planfiles/planloops.h"

#include <vector>

namespace plumbline {

namespace {

struct LoopEdge {
    int to;
    int link; ///< -1 for an edge that is no link.
};

class LoopGraph
{
public:
    explicit LoopGraph(const PlanFile &plan);
    /// The links of a circle in their order; empty when there is none.
    std::vector<int> circle() const;
    void remove(int link) { m_removed[size_t(link)] = true; }
    bool isRemoved(int link) const { return m_removed[size_t(link)]; }

private:
    std::vector<std::vector<LoopEdge>> m_edges;
    std::vector<bool> m_removed;
};

LoopGraph::LoopGraph(const PlanFile &plan)
    : m_edges(size_t(plan.tasks.size()) * 2), m_removed(size_t(plan.links.size()))
{
    std::vector<bool> heading(size_t(plan.tasks.size()));
    for (int task = 0; task < plan.tasks.size(); ++task) {
        if (const int parent = plan.tasks[task].parent; parent >= 0) {
            heading[size_t(parent)] = true;
            m_edges[size_t(parent) * 2].push_back({task * 2, -1});
            m_edges[size_t(task) * 2 + 1].push_back({parent * 2 + 1, -1});
        }
    }
    for (size_t task = 0; task < heading.size(); ++task) {
        if (!heading[task])
            m_edges[task * 2].push_back({int(task) * 2 + 1, -1});
    }
    for (int i = 0; i < plan.links.size(); ++i)
        m_edges[size_t(plan.links[i].from) * 2 + 1].push_back({plan.links[i].to * 2, i});
}

std::vector<int> LoopGraph::circle() const
{
    enum State : char { New, Open, Done };
    struct Step {
        int node;
        int link; ///< By which it was reached.
        size_t next = 0;
    };
    std::vector<State> state(m_edges.size(), New);
    std::vector<Step> path;
    for (size_t root = 0; root < m_edges.size(); ++root) {
        if (state[root] != New)
            continue;
        path.push_back({int(root), -1});
        state[root] = Open;
        while (!path.empty()) {
            Step &step = path.back();
            if (step.next == m_edges[size_t(step.node)].size()) {
                state[size_t(step.node)] = Done;
                path.pop_back();
                continue;
            }
            const LoopEdge edge = m_edges[size_t(step.node)][step.next++];
            if (edge.link >= 0 && isRemoved(edge.link))
                continue;
            if (state[size_t(edge.to)] == New) {
                state[size_t(edge.to)] = Open;
                path.push_back({edge.to, edge.link});
            } else if (state[size_t(edge.to)] == Open) {
                std::vector<int> links;
                size_t at = path.size() - 1;
                for (; path[at].node != edge.to; --at)
                    links.insert(links.begin(), path[at].link);
                links.push_back(edge.link);
                std::erase(links, -1);
                return links;
            }
        }
    }
    return {};
}

} // namespace

static QString loopName(const PlanTask &task)
{
    return task.name.isEmpty() ? task.id : task.name;
}

bool cutLoops(PlanFile &plan)
{
    constexpr int most = 100;
    LoopGraph graph(plan);
    for (std::vector<int> circle = graph.circle(); !circle.empty(); circle = graph.circle()) {
        if (plan.loops.size() >= most)
            return false;
        QStringList names;
        for (size_t i = 0; i < circle.size(); ++i) {
            const PlanLink &link = plan.links[circle[i]];
            const PlanLink &before = plan.links[circle[(i + circle.size() - 1) % circle.size()]];
            if (before.to != link.from) // The circle runs through a heading here.
                names += loopName(plan.tasks[before.to]);
            names += loopName(plan.tasks[link.from]);
        }
        plan.loops += names;
        graph.remove(circle.back());
    }
    QList<PlanLink> kept;
    for (int i = 0; i < plan.links.size(); ++i) {
        if (!graph.isRemoved(i))
            kept += plan.links[i];
    }
    plan.links = kept;
    return true;
}

} // namespace plumbline
