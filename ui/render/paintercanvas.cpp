#include "ui/render/paintercanvas.h"

#include "ui/render/theme.h"

#include <QPainter>

namespace plumbline {

void PainterCanvas::text(const TextItem &item)
{
    m_painter.save();
    m_painter.translate(item.at);
    m_painter.scale(1 / textScale, 1 / textScale);
    m_painter.setPen(item.colour);
    item.layout->lineAt(item.line).draw(&m_painter, {0, 0});
    m_painter.restore();
}

void PainterCanvas::line(const RuleItem &item)
{
    m_painter.setPen(QPen(item.colour, item.width, Qt::SolidLine, Qt::FlatCap));
    m_painter.drawLine(item.line);
}

void PainterCanvas::rectangle(const RectangleItem &item)
{
    m_painter.setPen(item.frame.isValid() ? QPen(item.frame, 0.75) : QPen(Qt::NoPen));
    m_painter.setBrush(item.fill.isValid() ? QBrush(item.fill) : QBrush(Qt::NoBrush));
    m_painter.drawRoundedRect(item.area, item.radius, item.radius);
}

void PainterCanvas::path(const PathItem &item)
{
    m_painter.fillPath(item.path, item.fill);
}

void PainterCanvas::figure(const FigureItem &item)
{
    m_painter.save();
    // Half a line more than the area, so that the frame of a drawing is not cut along its middle.
    m_painter.setClipRect(item.area.adjusted(-1, -1, 1, 1));
    item.paint(m_painter);
    m_painter.restore();
}

QImage picture(const Pages &pages, int index, double scale)
{
    const PaperPage &page = pages.pages.at(index);
    QImage image((page.size * scale).toSize(), QImage::Format_RGB32);
    image.fill(Theme::light().base);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    PainterCanvas canvas(painter);
    drawPage(pages, page, canvas);
    return image;
}

} // namespace plumbline
