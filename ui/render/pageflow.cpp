#include "ui/render/pageflow.h"

// Invariant: while a page is open, m_y is the lowest point used on it, and never above the geometry's top.

namespace plumbline {

PageFlow::PageFlow(const PageGeometry &geometry) : m_geometry(geometry) {}

void PageFlow::beginPage()
{
    PaperPage page;
    page.size = m_geometry.size;
    page.landscape = m_geometry.landscape;
    m_pages += page;
    m_heads += m_section;
    m_y = m_geometry.top;
    m_open = true;
    m_empty = true;
}

bool PageFlow::fits(double height) const
{
    // A hundredth of a point, so that sums of the same heights never break a page by rounding.
    return m_y + height <= m_geometry.bottom + 0.01;
}

void PageFlow::breakPage()
{
    m_open = m_open && m_empty;
}

void PageFlow::insert(const PaperPage &page, const QString &head)
{
    if (m_open && m_empty) {
        m_pages.removeLast();
        m_heads.removeLast();
    }
    m_pages += page;
    m_heads += head;
    m_open = false;
}

void PageFlow::announce(const QStringList &anchors, const std::optional<OutlineEntry> &outline)
{
    const PagePlace place{int(m_pages.size()) - (m_open && m_empty ? 1 : 0), 0};
    for (const QString &anchor : anchors)
        m_anchors.insert(anchor, place);
    if (outline) {
        m_outline += *outline;
        m_outline.last().place = place;
    }
}

void PageFlow::paint(const Strip &strip)
{
    for (PageItem item : strip.items) {
        translate(item, 0, m_y);
        m_pages.last().items += item;
    }
    m_y += strip.height;
    m_empty = false;
}

void PageFlow::place(const Strip &strip)
{
    if (!strip.section.isEmpty())
        m_section = strip.section;
    if (!m_open || (!m_empty && !fits(strip.before + strip.height)))
        beginPage();
    if (m_empty) {
        if (!strip.section.isEmpty())
            m_heads.last() = strip.section;
        if (strip.repeated)
            paint(*strip.repeated);
    } else {
        m_y += strip.before;
    }
    const PagePlace here{int(m_pages.size()) - 1, m_y};
    for (const QString &anchor : strip.anchors)
        m_anchors.insert(anchor, here);
    if (strip.outline) {
        m_outline += *strip.outline;
        m_outline.last().place = here;
    }
    paint(strip);
}

void PageFlow::add(const QList<Strip> &strips)
{
    for (qsizetype first = 0; first < strips.size();) {
        qsizetype last = first;
        double height = strips[first].before + strips[first].height;
        while (strips[last].keepWithNext && last + 1 < strips.size()) {
            ++last;
            height += strips[last].before + strips[last].height;
        }
        // What fits on no page begins where at least half a page is left, so that its heading is not alone.
        const bool fitsOnAPage = height - strips[first].before <= m_geometry.bodyHeight();
        if (m_open && !m_empty && !fits(fitsOnAPage ? height : m_geometry.bodyHeight() / 2))
            breakPage();
        for (; first <= last; ++first)
            place(strips[first]);
    }
}

} // namespace plumbline
