#pragma once

#include "ui/render/paintercanvas.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace plumbline {

/// Writes pages as PDF to a device through QPdfWriter.
///
/// QPdfWriter can neither tag content nor make links inside a document or bookmarks, so link() and outline()
/// do nothing here.
class PdfCanvas final : public PageCanvas
{
public:
    /// The device must be open for writing; nothing reaches it before end().
    explicit PdfCanvas(QIODevice &device);

    void describe(const PageMetadata &metadata) override;
    void beginPage(const PaperPage &page) override;
    void beginFurniture() override {}
    void text(const TextItem &item) override { m_canvas.text(item); }
    void line(const RuleItem &item) override { m_canvas.line(item); }
    void rectangle(const RectangleItem &item) override { m_canvas.rectangle(item); }
    void path(const PathItem &item) override { m_canvas.path(item); }
    void figure(const FigureItem &item) override { m_canvas.figure(item); }
    void link(const QRectF &, const std::optional<PagePlace> &, const QString &) override {}
    void outline(const OutlineEntry &) override {}
    /// Error CannotWrite when the device does not take all of it.
    Status end() override;

private:
    QIODevice &m_device; // Not owned, outlives this.
    QBuffer m_buffer;
    QPdfWriter m_writer;
    QPainter m_painter;
    PainterCanvas m_canvas;
    PageMetadata m_metadata;
};

} // namespace plumbline
