#include "ui/render/pageprinter.h"

#include "ui/render/paintercanvas.h"

#include <QCoreApplication>
#include <QPageLayout>
#include <QPagedPaintDevice>

#include <algorithm>

namespace plumbline {

bool PagePrinter::printNext()
{
    if (m_failed || m_printed >= count())
        return false;
    const PaperPage &page = m_pages.pages.at(m_printed);
    m_device.setPageOrientation(page.landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
    m_failed = m_painter.isActive() ? !m_device.newPage() : !m_painter.begin(&m_device);
    if (m_failed)
        return false;
    // The painter's unit is a dot within the printable area; ours is the point of the whole page.
    const QSizeF room(m_device.width(), m_device.height());
    const double dots = std::min(room.width() / page.size.width(), room.height() / page.size.height());
    m_painter.resetTransform();
    m_painter.translate((room.width() - page.size.width() * dots) / 2, (room.height() - page.size.height() * dots) / 2);
    m_painter.scale(dots, dots);
    m_painter.setRenderHint(QPainter::Antialiasing);
    PainterCanvas canvas(m_painter);
    drawPage(m_pages, page, canvas);
    ++m_printed;
    return true;
}

Status PagePrinter::end()
{
    const bool ended = !m_painter.isActive() || m_painter.end();
    if (ended && m_printed == count())
        return {};
    return Error{ErrorCode::CannotWrite,
                 QCoreApplication::translate("Report", "The printer took %1 of %2 pages. See whether it is ready, and print again.")
                     .arg(m_printed)
                     .arg(count()),
                 {},
                 {}};
}

} // namespace plumbline
