#include "core/timeline/timelinelinks.h"

#include "core/domain/milestone.h"
#include "core/domain/review.h"
#include "core/timeline/timelineplan.h"

#include <QHash>

#include <algorithm>

namespace plumbline {

namespace {

int rowsInBlock(size_t level)
{
    int rows = TimelineLinks::blockRows;
    for (size_t i = 0; i < level; ++i)
        rows *= TimelineLinks::blocksPerBlock;
    return rows;
}

} // namespace

TimelineLinks::TimelineLinks(std::vector<TimelineLink> links, int rowCount) : m_links(std::move(links))
{
    for (size_t level = 0;; ++level) {
        const int rows = rowsInBlock(level);
        m_levels.emplace_back(size_t((rowCount + rows - 1) / rows));
        if (m_levels.back().size() <= 1)
            break;
    }
    // A block is numbered through all levels; sorting by that number puts the links of a block side by side.
    std::vector<std::pair<int, int>> placed;
    placed.reserve(m_links.size());
    for (int i = 0; i < count(); ++i)
        placed.emplace_back(blockOf(at(i)), i);
    std::sort(placed.begin(), placed.end());
    m_order.reserve(placed.size());
    size_t next = 0;
    int number = 0;
    for (auto &level : m_levels) {
        for (Block &block : level) {
            block.begin = int(next);
            for (; next < placed.size() && placed[next].first == number; ++next)
                m_order.push_back(placed[next].second);
            block.end = int(next);
            ++number;
        }
    }
}

int TimelineLinks::blockOf(const TimelineLink &link) const
{
    int number = 0;
    for (size_t level = 0; level < m_levels.size(); ++level) {
        const int rows = rowsInBlock(level);
        if (link.upper() / rows == link.lower() / rows)
            return number + link.upper() / rows;
        number += int(m_levels[level].size());
    }
    return number - 1;
}

std::vector<int> TimelineLinks::crossing(int first, int last) const
{
    std::vector<int> found;
    for (size_t level = 0; level < m_levels.size() && first <= last; ++level) {
        const auto &blocks = m_levels[level];
        const int rows = rowsInBlock(level);
        const int lastBlock = std::min(last / rows, int(blocks.size()) - 1);
        for (int i = std::max(0, first) / rows; i <= lastBlock; ++i) {
            for (int k = blocks[size_t(i)].begin; k < blocks[size_t(i)].end; ++k) {
                const TimelineLink &link = at(m_order[size_t(k)]);
                if (link.lower() >= first && link.upper() <= last)
                    found.push_back(m_order[size_t(k)]);
            }
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

TimelineLinks linksBetween(const Review &review, const std::vector<TimelineRow> &rows)
{
    const auto dependencies = review.all<Dependency>();
    QHash<RecordId, int> rowOf;
    rowOf.reserve(qsizetype(dependencies.size()) * 2);
    for (const Dependency *dependency : dependencies) {
        rowOf.insert(RecordId(dependency->from.uuid), -1);
        rowOf.insert(RecordId(dependency->to.uuid), -1);
    }
    for (size_t row = 0; row < rows.size() && !rowOf.isEmpty(); ++row) {
        if (rows[row].kind != TimelineRow::Kind::Item || !rows[row].isDated())
            continue;
        const auto found = rowOf.find(rows[row].id);
        if (found != rowOf.end())
            *found = int(row);
    }
    std::vector<TimelineLink> links;
    for (const Dependency *dependency : dependencies) {
        const int from = rowOf.value(RecordId(dependency->from.uuid));
        const int to = rowOf.value(RecordId(dependency->to.uuid));
        if (from < 0 || to < 0 || from == to)
            continue;
        const bool critical = rows[size_t(from)].critical && rows[size_t(to)].critical;
        links.push_back({from, to, dependency->type.value.value_or(DependencyType::FS), critical});
    }
    return {std::move(links), int(rows.size())};
}

} // namespace plumbline
