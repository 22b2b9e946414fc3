#include "ui/render/pagecanvas.h"

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

struct Drawer {
    const Pages &pages;
    PageCanvas &canvas;

    void operator()(const TextItem &item) const { canvas.text(item); }
    void operator()(const RuleItem &item) const { canvas.line(item); }
    void operator()(const RectangleItem &item) const { canvas.rectangle(item); }
    void operator()(const PathItem &item) const { canvas.path(item); }
    void operator()(const FigureItem &item) const { canvas.figure(item); }
    void operator()(const LinkItem &item) const
    {
        const auto place = pages.anchors.constFind(item.target);
        if (place != pages.anchors.constEnd())
            canvas.link(item.area, *place, {});
        else if (isAddress(item.target))
            canvas.link(item.area, std::nullopt, item.target);
    }
    /// Only what a reader expects behind a link; a record may hold anything.
    static bool isAddress(const QString &target)
    {
        return target.startsWith(u"https://"_s) || target.startsWith(u"http://"_s) ||
               target.startsWith(u"mailto:"_s);
    }
};

} // namespace

void drawPage(const Pages &pages, const PaperPage &page, PageCanvas &canvas)
{
    canvas.beginPage(page);
    const Drawer drawer{pages, canvas};
    for (const PageItem &item : page.items)
        std::visit(drawer, item);
    canvas.beginFurniture();
    for (const PageItem &item : page.furniture)
        std::visit(drawer, item);
}

Status draw(const Pages &pages, PageCanvas &canvas)
{
    canvas.describe(pages.metadata);
    for (const PaperPage &page : pages.pages)
        drawPage(pages, page, canvas);
    for (const OutlineEntry &entry : pages.outline)
        canvas.outline(entry);
    return canvas.end();
}

} // namespace plumbline
