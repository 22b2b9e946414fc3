#pragma once

#include "ui/render/pagecanvas.h"

#include <QImage>

namespace plumbline {

/// Draws pages on a QPainter whose unit is the point: for previews, pictures and tests. Links and the outline
/// have no picture.
class PainterCanvas : public PageCanvas
{
public:
    explicit PainterCanvas(QPainter &painter) : m_painter(painter) {}

    void describe(const PageMetadata &) override {}
    void beginPage(const PaperPage &) override {}
    void beginFurniture() override {}
    void text(const TextItem &item) override;
    void line(const RuleItem &item) override;
    void rectangle(const RectangleItem &item) override;
    void path(const PathItem &item) override;
    void figure(const FigureItem &item) override;
    void link(const QRectF &, const std::optional<PagePlace> &, const QString &) override {}
    void outline(const OutlineEntry &) override {}
    Status end() override { return {}; }

private:
    QPainter &m_painter; // Not owned, outlives this.
};

/// A picture of page @p index, @p scale pixels a point, on white paper.
QImage picture(const Pages &pages, int index, double scale);

} // namespace plumbline
