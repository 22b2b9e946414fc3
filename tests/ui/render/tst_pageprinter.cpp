// Pages on the sheets of a printer. QPdfWriter is the printer: it is one to Qt.

#include "tests/testprogram.h"
#include "ui/render/pageprinter.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace pageprinter_test {

class TestPagePrinter : public QObject
{
    Q_OBJECT

private slots:
    void everyPageIsPrintedOnASheetOfItsOwn();
    void aPageThatIsTooLargeIsMadeSmaller();
    void aPrinterThatTakesNothingIsTold();
};

/// Pages with a frame along their edges and a drawing that tells how large it was painted.
static Pages madePages(int count, QList<QRectF> *painted)
{
    Pages pages;
    for (int i = 0; i < count; ++i) {
        PaperPage page;
        page.landscape = i % 2;
        page.size = page.landscape ? QSizeF(842, 595) : QSizeF(595, 842);
        const QRectF area(QPointF(0, 0), page.size);
        page.items += RectangleItem{area, {}, Qt::black, 0};
        page.items += FigureItem{area, [painted, area](QPainter &painter) { *painted += painter.transform().mapRect(area); }, {}};
        pages.pages += page;
    }
    return pages;
}

void TestPagePrinter::everyPageIsPrintedOnASheetOfItsOwn()
{
    QList<QRectF> painted;
    const Pages pages = madePages(3, &painted);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter device(&buffer);
    device.setResolution(72);
    PagePrinter printer(pages, device);
    int turns = 0;
    while (printer.printNext())
        QCOMPARE(printer.printed(), ++turns);
    QVERIFY(printer.end());
    QCOMPARE(turns, 3);
    QCOMPARE(painted.size(), 3);
    QCOMPARE(buffer.data().count("/Type /Page\n"), 3);
}

void TestPagePrinter::aPageThatIsTooLargeIsMadeSmaller()
{
    QList<QRectF> painted;
    const Pages pages = madePages(2, &painted);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter device(&buffer);
    device.setResolution(100);
    device.setPageSize(QPageSize(QPageSize::A5));
    device.setPageMargins(QMarginsF(10, 10, 10, 10), QPageLayout::Millimeter);
    PagePrinter printer(pages, device);
    while (printer.printNext()) {
        const QRectF room(0, 0, device.width(), device.height());
        QVERIFY2(room.adjusted(-0.5, -0.5, 0.5, 0.5).contains(painted.last()), "a page reaches beyond the sheet");
        QVERIFY(painted.last().width() > room.width() * 0.98 || painted.last().height() > room.height() * 0.98);
        QVERIFY(std::abs(painted.last().center().x() - room.center().x()) < 1);
    }
    QVERIFY(printer.end());
}

void TestPagePrinter::aPrinterThatTakesNothingIsTold()
{
    QList<QRectF> painted;
    const Pages pages = madePages(2, &painted);
    QPdfWriter device(u"/nowhere/at/all.pdf"_s);
    PagePrinter printer(pages, device);
    QVERIFY(!printer.printNext());
    const Status ended = printer.end();
    QVERIFY(!ended);
    QVERIFY2(ended.error().sentence.contains(u"0 of 2 pages"_s), qPrintable(ended.error().sentence));
}

PLUMBLINE_TEST(TestPagePrinter)
} // namespace pageprinter_test

#include "tst_pageprinter.moc"
