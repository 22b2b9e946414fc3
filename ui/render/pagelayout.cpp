#include "ui/render/pagelayout.h"

#include "ui/render/pageblocks.h"
#include "ui/render/reportchart.h"
#include "ui/render/theme.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

/// One pass over the document, with the page numbers an earlier pass found.
class LayoutPass
{
    Q_DECLARE_TR_FUNCTIONS(Report)

public:
    LayoutPass(const report::Document &document, const LayoutOptions &options,
               const QMap<QString, PagePlace> &known);
    Pages run();

private:
    void cover();
    void section(const report::Section &section);
    void heading(const report::Section &section);
    QList<Strip> contents() const;
    Strip contentsEntry(const report::Section &section) const;
    void chart(const report::Section &section, const report::Chart &chart);
    void furnish();
    void furnishPage(PaperPage &page, const QString &head, int number, int count) const;
    void addWords(QList<PageItem> &items, const QString &text, const TextStyle &style, double x, double y,
                  double width, TextEdge edge) const;
    QString headOf(const report::Section &section) const;
    void flush();

    const report::Document &m_document;
    const QMap<QString, PagePlace> &m_known;
    TextSetter m_setter;
    PageGeometry m_portrait;
    PageGeometry m_landscape;
    ChartPainterFactory m_chartPainter;
    BlockSetter m_blocks;
    PageFlow m_flow;
    QList<Strip> m_strips; ///< Waiting to be put on pages together, so that headings keep with what follows.
    const report::Section *m_chapter = nullptr;
    QMap<int, QString> m_sheetWords; ///< What the right end of a chart page's head says.
};

LayoutPass::LayoutPass(const report::Document &document, const LayoutOptions &options,
                       const QMap<QString, PagePlace> &known)
    : m_document(document),
      m_known(known),
      m_setter(document.language, known),
      m_portrait(portraitPage(options.paper)),
      m_landscape(landscapePage(options.paper)),
      m_chartPainter(options.chart ? options.chart : ChartPainterFactory(&reportChart)),
      m_blocks(m_setter, m_portrait),
      m_flow(m_portrait)
{
}

void LayoutPass::addWords(QList<PageItem> &items, const QString &text, const TextStyle &style, double x,
                          double y, double width, TextEdge edge) const
{
    items += m_setter.set(text, style, width, edge).placed(x, y);
}

void LayoutPass::cover()
{
    const Theme &theme = Theme::light();
    PaperPage page;
    page.size = m_portrait.size;
    const double x = m_portrait.textLeft;
    const double width = m_portrait.textWidth();
    const double scale = m_portrait.size.height() / 842;
    // The plumb line: the only ornament, and it means "as of this day" here as in every chart.
    const double line = x - 48;
    const double cap = 517 * scale;
    page.items += RectangleItem{QRectF(line - 0.55, 0, 1.1, cap), theme.ink, QColor(), 0};
    page.items += RectangleItem{QRectF(line - 5.25, cap, 10.5, 7.5), theme.ink, QColor(), 0};
    QPainterPath bob;
    bob.addPolygon(QPolygonF({{line - 10.5, cap + 7.5}, {line + 10.5, cap + 7.5}, {line, cap + 54}}));
    bob.closeSubpath();
    page.items += PathItem{bob, theme.accent};

    const SetText title = m_setter.set(m_document.title, pagestyle::coverTitle(m_document.title.size()),
                                       width, TextEdge::OfDocument);
    // A long title grows upwards from where three lines end, so that the foot stays where it is.
    const double end = 357 * scale;
    double y = std::max(90.0, std::min(254 * scale, end - title.height()));
    addWords(page.items, m_document.kind, pagestyle::coverKind(), x, y - 27, width, TextEdge::OfDocument);
    page.items += title.placed(x, y);
    y = y + title.height() + 12;
    addWords(page.items, m_document.subtitle, pagestyle::coverSubtitle(), x, y, width, TextEdge::OfDocument);
    addWords(page.items, m_document.author, pagestyle::body().asBold(), x, 648 * scale, width,
             TextEdge::OfDocument);
    addWords(page.items, m_document.dateText, pagestyle::body(), x, 648 * scale + 16, width,
             TextEdge::OfDocument);
    const QString facts = m_document.facts.join(u'\n');
    addWords(page.items, facts, pagestyle::label(), x, 720 * scale, width, TextEdge::OfDocument);
    m_flow.insert(page, {});
}

QString LayoutPass::headOf(const report::Section &section) const
{
    const auto words = [](const report::Section &part) {
        return part.number.isEmpty() ? part.title : part.number + u' ' + part.title;
    };
    if (section.level == 1 || !m_chapter)
        return section.number.isEmpty() ? QString() : words(section);
    return words(*m_chapter) + u" \u00b7 "_s + section.title;
}

void LayoutPass::heading(const report::Section &section)
{
    QList<Strip> strips = m_blocks.heading(section.level, section.number, section.title);
    strips.first().anchors += section.anchor;
    const QString title = section.number.isEmpty() ? section.title : section.number + u' ' + section.title;
    strips.first().outline = OutlineEntry{section.level, title, {}};
    strips.first().section = headOf(section);
    m_strips += strips;
}

void LayoutPass::flush()
{
    m_flow.add(m_strips);
    m_strips.clear();
}

Strip LayoutPass::contentsEntry(const report::Section &section) const
{
    const Theme &theme = Theme::light();
    const bool chapter = section.level == 1;
    const TextStyle style = chapter ? pagestyle::contents().asBold() : pagestyle::contents();
    const TextStyle quiet = pagestyle::contents().in(theme.ink3);
    const double x = m_portrait.textLeft;
    Strip strip;
    strip.before = chapter ? 3 : 0;
    const SetText title =
        m_setter.set(section.title, style, m_portrait.textWidth() - 33 - 45, TextEdge::OfDocument);
    strip.height = title.height() + (chapter ? 4.5 : 3);
    addWords(strip.items, section.number, quiet, x, 1.5, 30, TextEdge::OfDocument);
    strip.items += title.placed(x + 33, 1.5);
    const auto place = m_known.constFind(section.anchor);
    if (place != m_known.constEnd())
        addWords(strip.items, QString::number(place->page + 1), chapter ? style : quiet,
                 m_portrait.right - 40, 1.5, 40, TextEdge::Far);
    strip.items += LinkItem{QRectF(x, 0, m_portrait.textWidth(), strip.height), section.anchor};
    if (chapter)
        strip.items += RuleItem{QLineF(x, strip.height, m_portrait.right, strip.height), 0.75, theme.line};
    return strip;
}

QList<Strip> LayoutPass::contents() const
{
    QList<Strip> strips;
    for (const report::Section &section : m_document.sections) {
        if (!section.number.isEmpty())
            strips += contentsEntry(section);
    }
    return strips;
}

void LayoutPass::chart(const report::Section &section, const report::Chart &chart)
{
    flush();
    const ChartPainter painter = m_chartPainter(chart);
    const QList<ChartTile> tiles = chartTiles(chart, painter, m_landscape.bottom - m_landscape.top);
    const QLocale locale(m_document.language);
    for (qsizetype i = 0; i < tiles.size(); ++i) {
        m_sheetWords.insert(int(m_flow.pages().size()),
                            tr("sheet %1 of %2 · %3 – %4")
                                .arg(QString::number(i + 1), QString::number(tiles.size()),
                                     locale.toString(tiles[i].from, u"MMM yyyy"_s),
                                     locale.toString(tiles[i].to, u"MMM yyyy"_s)));
        m_flow.insert(chartPage(chart, painter, tiles[i], m_landscape), headOf(section));
    }
}

void LayoutPass::section(const report::Section &section)
{
    if (section.level == 1) {
        flush();
        m_flow.breakPage();
        m_chapter = &section;
    }
    const bool onlyChart =
        section.blocks.size() == 1 && std::holds_alternative<report::Chart>(section.blocks.first());
    if (onlyChart) {
        // A heading alone on an upright page would say nothing: the sheets carry it in their running head.
        flush();
        m_flow.breakPage();
        m_flow.announce({section.anchor}, OutlineEntry{section.level, headOf(section), {}});
    } else {
        heading(section);
    }
    for (const report::Block &block : section.blocks) {
        if (const auto *drawing = std::get_if<report::Chart>(&block)) {
            chart(section, *drawing);
        } else if (std::holds_alternative<report::PageBreak>(block)) {
            flush();
            m_flow.breakPage();
        } else if (std::holds_alternative<report::ContentsList>(block)) {
            m_strips += contents();
        } else {
            m_strips += m_blocks.strips(block);
        }
    }
}

void LayoutPass::furnishPage(PaperPage &page, const QString &head, int number, int count) const
{
    const Theme &theme = Theme::light();
    const PageGeometry &place = page.landscape ? m_landscape : m_portrait;
    const TextStyle style = pagestyle::label();
    const double half = place.fullWidth() / 2 - 6;
    const QString right = m_sheetWords.value(number - 1, m_document.shortName);
    // One line each: a head of two lines would run into the page.
    const auto line = [&](const QString &text, double x, double y, double width, TextEdge edge) {
        const SetText set = m_setter.set(text, style, width, edge);
        if (!set.lines.isEmpty())
            page.furniture += SetText{{set.lines.first()}}.placed(x, y);
    };
    line(head.isEmpty() ? m_document.shortName : head, place.left, place.headY, half * 1.3,
         TextEdge::OfDocument);
    if (!head.isEmpty())
        line(right, place.left + half * 1.3 + 12, place.headY, half * 0.7, TextEdge::Far);
    page.furniture +=
        RuleItem{QLineF(place.left, place.footRule, place.right, place.footRule), 0.75, theme.line};
    const double foot = place.footRule + 7;
    if (!page.landscape)
        line(m_document.dateText, place.left, foot, half, TextEdge::OfDocument);
    line(tr("page %1 of %2").arg(number).arg(count), place.left + half + 12, foot, half, TextEdge::Far);
}

void LayoutPass::furnish()
{
    QList<PaperPage> &pages = m_flow.pages();
    // The cover stays bare.
    for (qsizetype i = 1; i < pages.size(); ++i)
        furnishPage(pages[i], m_flow.heads().value(i), int(i) + 1, int(pages.size()));
    if (!m_setter.isRightToLeft())
        return;
    for (PaperPage &page : pages) {
        for (PageItem &item : page.items)
            mirror(item, page.size.width());
        for (PageItem &item : page.furniture)
            mirror(item, page.size.width());
    }
}

Pages LayoutPass::run()
{
    cover();
    for (const report::Section &part : m_document.sections)
        section(part);
    flush();
    furnish();
    Pages pages;
    pages.metadata = {m_document.title, m_document.author, m_document.kind, m_document.language,
                      m_document.recordDate};
    pages.pages = m_flow.pages();
    pages.anchors = m_flow.anchors();
    pages.outline = m_flow.outline();
    return pages;
}

/// Whether both know the same page numbers.
bool agree(const QMap<QString, PagePlace> &a, const QMap<QString, PagePlace> &b)
{
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(),
                      [](const PagePlace &x, const PagePlace &y) { return x.page == y.page; });
}

} // namespace

Pages layOut(const report::Document &document, const LayoutOptions &options)
{
    // Page numbers inside the text change its length; two passes settle it nearly always, and a fifth would
    // not help.
    QMap<QString, PagePlace> known;
    for (int pass = 0;; ++pass) {
        const Pages pages = LayoutPass(document, options, known).run();
        if (agree(pages.anchors, known) || pass == 4)
            return pages;
        known = pages.anchors;
    }
}

} // namespace plumbline
