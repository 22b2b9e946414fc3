#include "ui/render/pdfcanvas.h"

#include <QCoreApplication>
#include <QPageLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

static constexpr int dotsPerInch = 1200;

PdfCanvas::PdfCanvas(QIODevice &device) : m_device(device), m_writer(&m_buffer), m_canvas(m_painter)
{
    m_writer.setResolution(dotsPerInch);
}

/// What readers and libraries look up, as XMP: QPdfWriter's own dictionary has no author and no language.
static QByteArray xmp(const PageMetadata &metadata)
{
    const QString text =
        u"<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''"
        " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xmp='http://ns.adobe.com/xap/1.0/'>"
        "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>%1</rdf:li></rdf:Alt></dc:title>"
        "<dc:creator><rdf:Seq><rdf:li>%2</rdf:li></rdf:Seq></dc:creator>"
        "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>%3</rdf:li></rdf:Alt></dc:description>"
        "<dc:language><rdf:Bag><rdf:li>%4</rdf:li></rdf:Bag></dc:language>"
        "<xmp:CreateDate>%5</xmp:CreateDate><xmp:ModifyDate>%5</xmp:ModifyDate>"
        "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"_s;
    return text
        .arg(metadata.title.toHtmlEscaped(), metadata.author.toHtmlEscaped(),
             metadata.subject.toHtmlEscaped(), metadata.language.toHtmlEscaped(),
             metadata.date.toString(Qt::ISODate))
        .toUtf8();
}

void PdfCanvas::describe(const PageMetadata &metadata)
{
    m_metadata = metadata;
    m_buffer.open(QIODevice::WriteOnly);
    m_writer.setTitle(metadata.title);
    m_writer.setCreator(u"Plumbline"_s);
    m_writer.setDocumentXmpMetadata(xmp(metadata));
}

void PdfCanvas::beginPage(const PaperPage &page)
{
    // Orientation is part of the size: QPageSize prefers upright ones, and would turn a landscape sheet.
    const QSizeF upright = page.landscape ? page.size.transposed() : page.size;
    m_writer.setPageLayout(QPageLayout(QPageSize(upright, QPageSize::Point, {}, QPageSize::ExactMatch),
                                       page.landscape ? QPageLayout::Landscape : QPageLayout::Portrait, {}));
    if (m_painter.isActive())
        m_writer.newPage();
    else
        m_painter.begin(&m_writer);
    m_painter.resetTransform();
    m_painter.scale(dotsPerInch / 72.0, dotsPerInch / 72.0);
}

Status PdfCanvas::end()
{
    m_painter.end();
    QByteArray bytes = m_buffer.data();
    // QPdfWriter stamps the clock of the machine. Both stamps have as many digits, so no offset in the file
    // moves.
    const qsizetype stamp = bytes.lastIndexOf("/CreationDate (D:");
    if (stamp >= 0)
        bytes.replace(stamp + 17, 14, m_metadata.date.toString(u"yyyyMMdd000000"_s).toLatin1());
    if (m_device.write(bytes) == bytes.size())
        return {};
    return Error{ErrorCode::CannotWrite,
                 QCoreApplication::translate(
                     "Report", "The report could not be written: %1. What stood there before is "
                               "unchanged. Free some space or choose another folder.")
                     .arg(m_device.errorString()),
                 {},
                 {}};
}

} // namespace plumbline
