#pragma once

#include "core/base/result.h"
#include "ui/render/page.h"

namespace plumbline {

/// Something pages can be drawn on: a PDF, a picture, a preview.
///
/// Called in this order: describe() once, then per page beginPage() and its items, then outline() per entry,
/// then end() once. All coordinates are points of the page. Whatever goes wrong on the way is told by end().
class PageCanvas
{
public:
    virtual ~PageCanvas() = default;

    virtual void describe(const PageMetadata &metadata) = 0;
    virtual void beginPage(const PaperPage &page) = 0;
    /// What follows is a running head or the like, until the next page begins.
    virtual void beginFurniture() = 0;
    virtual void text(const TextItem &item) = 0;
    virtual void line(const RuleItem &item) = 0;
    virtual void rectangle(const RectangleItem &item) = 0;
    virtual void path(const PathItem &item) = 0;
    virtual void figure(const FigureItem &item) = 0;
    /// Exactly one of @p place (a place in this document) and @p address is given.
    virtual void link(const QRectF &area, const std::optional<PagePlace> &place, const QString &address) = 0;
    virtual void outline(const OutlineEntry &entry) = 0;
    virtual Status end() = 0;
};

/// Draws the items of one page, content first; links without a place in @p pages are left out.
void drawPage(const Pages &pages, const PaperPage &page, PageCanvas &canvas);

/// Draws all of it.
Status draw(const Pages &pages, PageCanvas &canvas);

} // namespace plumbline
