#pragma once

#include "ui/render/page.h"
#include "ui/render/pagestyle.h"

namespace plumbline {

/// A piece of content as wide as the page that is never torn: a line of text, a row of a table, a heading.
struct Strip {
    double before = 0; ///< Space above; dropped at the top of a page.
    double height = 0;
    bool keepWithNext = false;
    QList<PageItem> items; ///< x on the page, y from the strip's top.
    QStringList anchors;
    std::optional<OutlineEntry> outline; ///< Its place is filled in by the flow.
    std::shared_ptr<const Strip>
        repeated;    ///< Set again above this strip when it begins a page: a table's header.
    QString section; ///< When not empty, what the running head says from here on.
};

/// Puts strips on pages, one below the other.
///
/// Strips that are kept together go to the next page together, as long as they fit on one page at all. A
/// strip higher than a page is the caller's mistake; it is placed at the top of a page of its own and runs
/// out at the foot.
class PageFlow
{
public:
    explicit PageFlow(const PageGeometry &geometry);

    void add(const QList<Strip> &strips);
    /// The next strip begins a page. Nothing happens at the top of a page.
    void breakPage();
    /// A page somebody else has filled; the flow goes on after it.
    void insert(const PaperPage &page, const QString &head);
    /// Marks a place on the next page to be begun: for sections without words of their own.
    void announce(const QStringList &anchors, const std::optional<OutlineEntry> &outline);

    const PageGeometry &geometry() const { return m_geometry; }
    QList<PaperPage> &pages() { return m_pages; }
    /// What the running head of each page says, one per page.
    const QStringList &heads() const { return m_heads; }
    const QMap<QString, PagePlace> &anchors() const { return m_anchors; }
    const QList<OutlineEntry> &outline() const { return m_outline; }
    const QString &section() const { return m_section; }
    void setSection(const QString &section) { m_section = section; }

private:
    void place(const Strip &strip);
    void paint(const Strip &strip);
    bool fits(double height) const;
    void beginPage();

    PageGeometry m_geometry;
    QList<PaperPage> m_pages;
    QStringList m_heads;
    QMap<QString, PagePlace> m_anchors;
    QList<OutlineEntry> m_outline;
    QString m_section;
    double m_y = 0;
    bool m_open = false; ///< The last page takes more strips.
    bool m_empty = true; ///< Nothing stands on it yet.
};

} // namespace plumbline
