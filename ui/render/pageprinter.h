#pragma once

#include "core/base/result.h"
#include "ui/render/page.h"

#include <QPainter>

class QPagedPaintDevice;

namespace plumbline {

/// Puts laid-out pages on the sheets of a printer, one page at a time, in the thread that laid them out.
///
/// A page that is larger than what the printer can print on is made smaller as a whole, and stands in the middle.
class PagePrinter
{
public:
    /// Both must outlive this.
    PagePrinter(const Pages &pages, QPagedPaintDevice &device) : m_pages(pages), m_device(device) {}

    int count() const { return int(m_pages.pages.size()); }
    int printed() const { return m_printed; }
    /// Prints the next page; false when there is none, or the printer takes no more.
    bool printNext();
    /// Ends the print. Error CannotWrite when the printer did not take every page.
    Status end();

private:
    const Pages &m_pages;        // Not owned.
    QPagedPaintDevice &m_device; // Not owned.
    QPainter m_painter;
    int m_printed = 0;
    bool m_failed = false;
};

} // namespace plumbline
