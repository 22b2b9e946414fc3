#include "ui/render/pagelayout.h"

#include "tests/testprogram.h"
#include "ui/render/pagetext.h"
#include "ui/render/paintercanvas.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QSet>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace pagelayout_test {

namespace {

report::Document documentWith(const QList<report::Section> &sections, const QString &language = u"en"_s)
{
    report::Document document;
    document.kind = u"Draft report"_s;
    document.title = u"A review"_s;
    document.shortName = u"AR draft report"_s;
    document.author = u"The team"_s;
    document.language = language;
    document.recordDate = QDate(2020, 1, 24);
    document.dateText = u"24 January 2020"_s;
    document.sections = sections;
    report::numberSections(document);
    return document;
}

report::Section section(const QString &title, const QList<report::Block> &blocks, int level = 1)
{
    return {level, {}, title, {}, blocks};
}

QString sentences(int count)
{
    return u"The team read every request of the year and counted it twice. "_s.repeated(count).trimmed();
}

report::Table longTable(int rows, int sentencesPerCell)
{
    report::Table table;
    table.wide = true;
    table.columns = {{u"Header-A"_s, 1}, {u"Header-B"_s, 3}};
    for (int i = 0; i < rows; ++i)
        table.rows += report::Row{{report::Text::plain(u"row-%1"_s.arg(i)),
                                   report::Text::plain(sentences(1 + i % sentencesPerCell))},
                                  {},
                                  false};
    return table;
}

report::RecommendationBlock recommendation(int number)
{
    report::RecommendationBlock block;
    block.anchor = u"r-%1"_s.arg(number);
    block.number = u"1.%1"_s.arg(number);
    block.title = u"Title %1"_s.arg(number);
    block.note = u"R-S1-0%1"_s.arg(number);
    block.chips = {{u"Agreed for draft"_s, report::Tone::Good}};
    block.text = report::Text::ofMarkdown(sentences(3));
    block.parts += report::LabelledField{u"Rationale"_s, report::Text::ofMarkdown(sentences(6))};
    block.parts += longTable(2, 2);
    return block;
}

report::Chart chartOf(int lanes, int itemsPerLane, int months)
{
    report::Chart chart;
    chart.language = u"en"_s;
    chart.from = QDate(2018, 1, 1);
    chart.to = chart.from.addMonths(months).addDays(-1);
    chart.asOf = chart.from.addDays(100);
    chart.alternative = u"The plan"_s;
    for (int lane = 0; lane < lanes; ++lane) {
        report::ChartRow head;
        head.lane = lane - 1;
        head.head = true;
        head.title = u"Lane %1"_s.arg(lane);
        chart.rows += head;
        for (int i = 0; i < itemsPerLane; ++i) {
            report::ChartRow row;
            row.lane = lane - 1;
            row.title = u"Item %1"_s.arg(i);
            row.start = chart.from.addDays(i * 9);
            row.end = chart.from.addDays(i * 9 + 20);
            chart.rows += row;
        }
    }
    return chart;
}

/// A document with one of everything.
report::Document everything(const QString &language = u"en"_s)
{
    report::KeyList keys;
    for (int i = 0; i < 20; ++i)
        keys.entries += {u"KEY-%1"_s.arg(i), report::Text::ofMarkdown(sentences(2)), {}};
    QList<report::Block> recommendations;
    for (int i = 1; i < 9; ++i)
        recommendations += recommendation(i);
    return documentWith(
        {{1, {}, u"Contents"_s, u"contents"_s, {report::ContentsList()}},
         section(u"Summary"_s, {report::Paragraph{report::Text::plain(sentences(8))}, longTable(80, 4)}),
         section(u"Keys"_s, {keys, report::PageBreak(), report::Heading{3, {}, u"Inside"_s, {}}}),
         section(u"Recommendations"_s, {}),
         section(u"Group"_s, recommendations, 2),
         section(u"Timeline"_s, {chartOf(4, 9, 30)})},
        language);
}

QStringList linesOf(const PaperPage &page)
{
    QStringList lines;
    for (const PageItem &item : page.items) {
        if (const auto *text = std::get_if<TextItem>(&item))
            lines += wordsOf(*text).trimmed();
    }
    return lines;
}

QStringList furnitureOf(const PaperPage &page)
{
    PaperPage only;
    only.items = page.furniture;
    return linesOf(only);
}

} // namespace

class TestPageLayout : public QObject
{
    Q_OBJECT

private slots:
    void nothingStandsOutsideItsPage_data();
    void nothingStandsOutsideItsPage();
    void contentKeepsClearOfHeadAndFoot();
    void rowsAreNotTornAndHeadersRepeat();
    void aRowHigherThanAPageIsTornAndLosesNothing();
    void headingsStandWithWhatFollows();
    void pagesAreCountedAtTheirFoot();
    void contentsTellThePages();
    void pageReferencesAreFilledIn();
    void bareSectionsKeepTheirOutline();
    void aLongTitleStaysOnTheCover();
    void arabicIsSetFromTheRight();
    void aLineOfItsOwnRunsItsOwnWay();
    void rightToLeftPagesAreMirrored();
    void markdownBecomesListsAndBold();
    void htmlInMarkdownStaysText();
    void chartsAreTiledByWholeMonthsAndLanes();
    void aLaneHigherThanASheetIsContinued();
    void onlyAddressesAndKnownAnchorsAreLinks();
    void theSameDocumentGivesTheSamePages();
    void aThousandRowsAreQuick();
};

void TestPageLayout::nothingStandsOutsideItsPage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("paper");
    QTest::newRow("A4") << u"en"_s << int(PaperSize::A4);
    QTest::newRow("Letter") << u"en"_s << int(PaperSize::Letter);
    QTest::newRow("Arabic") << u"ar"_s << int(PaperSize::A4);
}

void TestPageLayout::nothingStandsOutsideItsPage()
{
    QFETCH(QString, language);
    QFETCH(int, paper);
    LayoutOptions options;
    options.paper = PaperSize(paper);
    const Pages pages = layOut(everything(language), options);
    QVERIFY(pages.pages.size() > 10);
    for (const PaperPage &page : pages.pages) {
        const QRectF paperArea(QPointF(0, 0), page.size);
        for (const PageItem &item : page.items + page.furniture) {
            const QRectF area = boundsOf(item);
            QVERIFY2(paperArea.contains(area) || area.isEmpty(),
                     qPrintable(
                         u"%1 %2 %3 %4"_s.arg(area.x()).arg(area.y()).arg(area.right()).arg(area.bottom())));
            // An empty area (a rule) is tested by its corners.
            QVERIFY(area.left() >= 0 && area.right() <= page.size.width());
            QVERIFY(area.top() >= 0 && area.bottom() <= page.size.height());
        }
    }
}

void TestPageLayout::contentKeepsClearOfHeadAndFoot()
{
    const Pages pages = layOut(everything());
    for (qsizetype i = 1; i < pages.pages.size(); ++i) {
        const PaperPage &page = pages.pages[i];
        const PageGeometry place =
            page.landscape ? landscapePage(PaperSize::A4) : portraitPage(PaperSize::A4);
        for (const PageItem &item : page.items) {
            QVERIFY(boundsOf(item).top() > place.headY + 10);
            QVERIFY(boundsOf(item).bottom() < place.footRule);
        }
    }
}

void TestPageLayout::rowsAreNotTornAndHeadersRepeat()
{
    const Pages pages = layOut(documentWith({section(u"Table"_s, {longTable(120, 5)})}));
    QSet<const QTextLayout *> before;
    int pagesWithRows = 0;
    int rows = 0;
    for (const PaperPage &page : pages.pages) {
        QSet<const QTextLayout *> here;
        for (const PageItem &item : page.items) {
            const auto *text = std::get_if<TextItem>(&item);
            // The layouts of a repeated header are shared on purpose.
            if (text && !text->layout->text().startsWith(u"Header"))
                here.insert(text->layout.get());
        }
        QVERIFY(!here.intersects(before));
        before += here;
        const QStringList lines = linesOf(page);
        const auto own = lines.filter(u"row-"_s).size();
        rows += int(own);
        pagesWithRows += own > 0;
        QCOMPARE(lines.count(u"Header-A"_s), own > 0 ? 1 : 0);
    }
    QCOMPARE(rows, 120);
    QVERIFY(pagesWithRows > 3);
}

void TestPageLayout::aRowHigherThanAPageIsTornAndLosesNothing()
{
    report::Table table;
    table.columns = {{u"Header-A"_s, 1}};
    QStringList words;
    for (int i = 0; i < 1500; ++i)
        words += u"word%1"_s.arg(i);
    table.rows += report::Row{{report::Text::plain(words.join(u' '))}, {}, false};
    const Pages pages = layOut(documentWith({section(u"Table"_s, {table})}));
    QStringList found;
    for (qsizetype i = 1; i < pages.pages.size(); ++i)
        found += linesOf(pages.pages[i]).filter(u"word"_s).join(u' ').split(u' ');
    QCOMPARE(found, words);
    QVERIFY(pages.pages.size() > 3);
}

void TestPageLayout::headingsStandWithWhatFollows()
{
    QList<report::Section> sections;
    for (int i = 0; i < 60; ++i)
        sections += section(u"Heading %1"_s.arg(i),
                            {report::Paragraph{report::Text::plain(sentences(3 + i % 7))}}, i == 0 ? 1 : 2);
    const Pages pages = layOut(documentWith(sections));
    for (const PaperPage &page : pages.pages)
        QVERIFY(linesOf(page).isEmpty() || !linesOf(page).last().startsWith(u"Heading"));
}

void TestPageLayout::pagesAreCountedAtTheirFoot()
{
    const Pages pages = layOut(everything());
    const auto count = pages.pages.size();
    QVERIFY(pages.pages.first().furniture.isEmpty());
    for (qsizetype i = 1; i < count; ++i)
        QVERIFY(furnitureOf(pages.pages[i]).contains(u"page %1 of %2"_s.arg(i + 1).arg(count)));
}

void TestPageLayout::contentsTellThePages()
{
    const Pages pages = layOut(everything());
    const QStringList contents = linesOf(pages.pages.at(1));
    for (const OutlineEntry &entry : pages.outline) {
        const QString title = entry.title.section(u' ', 1);
        if (entry.title == u"Contents")
            continue;
        const auto at = contents.indexOf(title);
        QVERIFY2(at >= 0, qPrintable(title));
        QCOMPARE(contents.at(at + 1), QString::number(entry.place.page + 1));
    }
    // The number of a section with words really stands on the page the contents name.
    const PagePlace group = pages.anchors.value(u"section-5"_s);
    QVERIFY(linesOf(pages.pages.at(group.page)).contains(u"Group"_s));
}

void TestPageLayout::pageReferencesAreFilledIn()
{
    const report::Text text{{report::Run{u"see page %1"_s, false, report::Tone::Normal, {}, u"r-8"_s}}, {}};
    report::Document document = everything();
    document.sections[1].blocks.prepend(report::Paragraph{text});
    const Pages pages = layOut(document);
    const int page = pages.anchors.value(u"r-8"_s).page;
    QVERIFY(page > 3);
    QVERIFY(linesOf(pages.pages.at(pages.anchors.value(u"section-2"_s).page))
                .contains(u"see page %1"_s.arg(page + 1)));
}

void TestPageLayout::bareSectionsKeepTheirOutline()
{
    const Pages pages = layOut(everything());
    const PagePlace chart = pages.anchors.value(u"section-6"_s);
    QVERIFY(pages.pages.at(chart.page).landscape);
    QVERIFY(!pages.pages.at(chart.page - 1).landscape);
}

void TestPageLayout::aLongTitleStaysOnTheCover()
{
    report::Document document = documentWith({});
    document.title = u"A review of many words that go on "_s.repeated(6).left(200);
    const PaperPage cover = layOut(document).pages.first();
    double lowest = 0;
    for (const PageItem &item : cover.items) {
        const auto *text = std::get_if<TextItem>(&item);
        if (text && text->layout->text() == document.title)
            lowest = std::max(lowest, boundsOf(item).bottom());
    }
    QVERIFY(lowest > 0);
    QVERIFY(lowest < cover.size.height() * 0.6);
}

void TestPageLayout::arabicIsSetFromTheRight()
{
    report::Document document = documentWith({}, u"ar"_s);
    document.title = u"مراجعة الأمن والاستقرار والمرونة"_s;
    const PaperPage cover = layOut(document).pages.first();
    for (const PageItem &item : cover.items) {
        const auto *text = std::get_if<TextItem>(&item);
        if (!text || text->layout->text() != document.title)
            continue;
        const PageGeometry place = portraitPage(PaperSize::A4);
        const double rightEdge = place.size.width() - place.textLeft;
        QVERIFY(std::abs(boundsOf(item).right() - rightEdge) < 2);
        return;
    }
    QFAIL("the title is not on the cover");
}

void TestPageLayout::aLineOfItsOwnRunsItsOwnWay()
{
    report::Run title;
    title.text = u"\u062a\u0642\u0631\u064a\u0631 \u0623\u0648\u0644\n"_s; // "First report" in Arabic.
    report::Run below;
    below.text = u"12 days overdue"_s;
    const QMap<QString, PagePlace> pages;
    const TextSetter setter(u"en"_s, pages);
    report::Text text;
    text.runs = {title, below};
    const SetText set = setter.set(text, {10, 14, false, Qt::black}, 200, TextEdge::OfText);
    QCOMPARE(set.lines.size(), 2);
    QList<Qt::LayoutDirection> directions;
    for (const SetLine &line : set.lines) {
        const auto *words = std::get_if<TextItem>(&line.items.first());
        QVERIFY(words);
        directions += words->layout->textOption().textDirection();
    }
    QCOMPARE(directions, (QList<Qt::LayoutDirection>{Qt::RightToLeft, Qt::LeftToRight}));
    QCOMPARE(set.lines.at(1).before, 0.0);
}

void TestPageLayout::rightToLeftPagesAreMirrored()
{
    const report::Document document = documentWith(
        {section(u"نتائج"_s, {report::LabelledField{u"السبب"_s, report::Text::plain(u"نص قصير"_s)}})},
        u"ar"_s);
    double label = 0;
    double text = 0;
    const PaperPage page = layOut(document).pages.at(1);
    for (const PageItem &item : page.items) {
        const auto *words = std::get_if<TextItem>(&item);
        if (words && words->layout->text() == u"السبب")
            label = boundsOf(item).center().x();
        else if (words && words->layout->text() == u"نص قصير")
            text = boundsOf(item).center().x();
    }
    QVERIFY(label > text && text > 0);
}

void TestPageLayout::markdownBecomesListsAndBold()
{
    const report::Text text =
        report::Text::ofMarkdown(u"Before:\n\n- one\n- **two**\n\n1. first\n2. second\n"_s);
    const PaperPage page = layOut(documentWith({section(u"S"_s, {report::Paragraph{text}})})).pages.at(1);
    const QStringList lines = linesOf(page);
    QCOMPARE(lines.count(u"\u2022"_s), 2);
    QVERIFY(lines.contains(u"2."_s));
    QVERIFY(lines.contains(u"two"_s));
    for (const PageItem &item : page.items) {
        const auto *words = std::get_if<TextItem>(&item);
        if (words && words->layout->text() == u"two")
            QCOMPARE(words->layout->formats().first().format.fontWeight(), int(QFont::Bold));
    }
}

void TestPageLayout::htmlInMarkdownStaysText()
{
    const report::Text text =
        report::Text::ofMarkdown(u"a <b>b</b> <img src=\"http://x.example/y.png\"> c"_s);
    const QStringList lines =
        linesOf(layOut(documentWith({section(u"S"_s, {report::Paragraph{text}})})).pages.at(1));
    QVERIFY(lines.join(u' ').contains(u"<b>b</b>"_s));
}

void TestPageLayout::chartsAreTiledByWholeMonthsAndLanes()
{
    ChartPainter painter;
    report::Chart chart = chartOf(4, 9, 30);
    for (report::ChartRow &row : chart.rows) { // Marks on every sheet.
        row.start = chart.from;
        row.end = chart.to;
    }
    painter.rowCount = int(chart.rows.size());
    painter.headerHeight = 48;
    painter.rowHeight = 18;
    painter.laneOf = [](int row) { return row / 10 * 10; };
    const QList<ChartTile> tiles = chartTiles(chart, painter, 48 + 25 * 18);
    // Thirty months are three sheets of ten; twenty-five rows hold two lanes of ten, not two and a half.
    QCOMPARE(tiles.size(), 6);
    QCOMPARE(tiles.at(0), (ChartTile{QDate(2018, 1, 1), QDate(2018, 10, 31), 0, 20}));
    QCOMPARE(tiles.at(2).to, chart.to);
    QCOMPARE(tiles.at(3), (ChartTile{QDate(2018, 1, 1), QDate(2018, 10, 31), 20, 20}));
    // With marks in the first months only, the sheets after them hold nothing and are left out.
    for (report::ChartRow &row : chart.rows)
        row.end = chart.from.addMonths(2);
    QCOMPARE(chartTiles(chart, painter, 48 + 25 * 18).size(), 2);
}

void TestPageLayout::aLaneHigherThanASheetIsContinued()
{
    ChartPainter painter;
    const report::Chart chart = chartOf(1, 49, 12);
    painter.rowCount = 50;
    painter.headerHeight = 48;
    painter.rowHeight = 18;
    painter.laneOf = [](int) { return 0; };
    int rows = 0;
    for (const ChartTile &tile : chartTiles(chart, painter, 48 + 20 * 18)) {
        QCOMPARE(tile.firstRow, rows);
        // A continued lane needs a row for its repeated name.
        QVERIFY(tile.rowCount <= (tile.firstRow == 0 ? 20 : 19));
        rows += tile.rowCount;
    }
    QCOMPARE(rows, 50);
}

void TestPageLayout::onlyAddressesAndKnownAnchorsAreLinks()
{
    struct LinkCounter final : PageCanvas {
        QStringList addresses;
        int inside = 0;
        void describe(const PageMetadata &) override {}
        void beginPage(const PaperPage &) override {}
        void beginFurniture() override {}
        void text(const TextItem &) override {}
        void line(const RuleItem &) override {}
        void rectangle(const RectangleItem &) override {}
        void path(const PathItem &) override {}
        void figure(const FigureItem &) override {}
        void link(const QRectF &area, const std::optional<PagePlace> &place, const QString &address) override
        {
            QVERIFY(!area.isEmpty());
            inside += place.has_value();
            if (!place)
                addresses += address;
        }
        void outline(const OutlineEntry &) override {}
        Status end() override { return {}; }
    };
    QList<report::Block> blocks;
    for (const QString &target :
         {u"section-1"_s, u"nowhere"_s, u"https://example.org"_s, u"file:///etc/passwd"_s})
        blocks += report::Paragraph{report::Text::link(u"words"_s, target)};
    LinkCounter canvas;
    QVERIFY(draw(layOut(documentWith({section(u"S"_s, blocks)})), canvas));
    QCOMPARE(canvas.inside, 1);
    QCOMPARE(canvas.addresses, QStringList(u"https://example.org"_s));
}

void TestPageLayout::theSameDocumentGivesTheSamePages()
{
    const Pages a = layOut(everything());
    const Pages b = layOut(everything());
    QCOMPARE(a.pages.size(), b.pages.size());
    for (int i = 0; i < a.pages.size(); ++i) {
        QCOMPARE(linesOf(a.pages[i]), linesOf(b.pages[i]));
        QCOMPARE(picture(a, i, 0.5), picture(b, i, 0.5));
    }
}

void TestPageLayout::aThousandRowsAreQuick()
{
    const report::Document document = documentWith({section(u"Table"_s, {longTable(1000, 4)})});
    QElapsedTimer timer;
    timer.start();
    const auto pages = layOut(document).pages.size();
    // 15 ms a page is the goal of an optimised build; a debug build with sanitizers on a busy machine gets
    // ten times it.
    QVERIFY2(timer.elapsed() < 150 * pages,
             qPrintable(u"%1 ms for %2 pages"_s.arg(timer.elapsed()).arg(pages)));
}

PLUMBLINE_TEST(TestPageLayout)
} // namespace pagelayout_test

#include "tst_pagelayout.moc"
