#pragma once

#include "core/domain/dependency.h"

#include <vector>

namespace plumbline {

class Review;
struct TimelineRow;

/// A dependency between two rows.
struct TimelineLink {
    int from = 0; ///< Row.
    int to = 0;   ///< Row.
    DependencyType type = DependencyType::FS;
    bool critical = false;

    int upper() const { return from < to ? from : to; }
    int lower() const { return from < to ? to : from; }
};

/// The dependencies between rows, found by the rows they cross.
///
/// Rows are parted into blocks of 64, eight blocks into one of the next level and so on; each link lies in
/// the smallest block that holds it whole. So a link is kept once, however far it reaches, and a screenful of
/// rows asks a handful of blocks, however many rows there are.
class TimelineLinks
{
public:
    static constexpr int blockRows = 64;
    static constexpr int blocksPerBlock = 8;

    TimelineLinks() = default;
    TimelineLinks(std::vector<TimelineLink> links, int rowCount);

    int count() const { return int(m_links.size()); }
    const TimelineLink &at(int index) const { return m_links[size_t(index)]; }
    /// Indices of the links that touch or cross the rows from @p first to @p last, in their order.
    std::vector<int> crossing(int first, int last) const;

private:
    struct Block {
        int begin = 0; ///< Range of m_order.
        int end = 0;
    };
    int blockOf(const TimelineLink &link) const;

    std::vector<TimelineLink> m_links;
    std::vector<int> m_order;                 ///< Indices of links, block by block.
    std::vector<std::vector<Block>> m_levels; ///< Smallest blocks first.
};

/// The dependencies of @p review whose two ends both have a dated row.
TimelineLinks linksBetween(const Review &review, const std::vector<TimelineRow> &rows);

} // namespace plumbline
