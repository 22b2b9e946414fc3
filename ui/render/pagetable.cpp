#include "ui/render/pagetable.h"

#include "ui/render/theme.h"

#include <algorithm>
#include <numeric>

namespace plumbline {

namespace {

constexpr double gap = 12;    // Between columns.
constexpr double padding = 3; // Above and below the words of a row.

class TableSetter
{
public:
    TableSetter(const report::Table &table, const TextSetter &setter, double left, double width,
                double pageHeight)
        : m_table(table), m_setter(setter), m_left(left), m_width(width), m_pageHeight(pageHeight)
    {
        chooseWidths();
    }
    QList<Strip> strips() const;

private:
    void chooseWidths();
    Strip header() const;
    Strip headRow(const report::Row &row) const;
    QList<SetText> cellsOf(const report::Row &row) const;
    QList<Strip> rowStrips(const report::Row &row) const;
    QList<Strip> tornRow(const report::Row &row, const QList<SetText> &cells) const;
    void underline(Strip &strip, const QColor &colour) const;
    TextEdge edgeOf(qsizetype column) const;

    const report::Table &m_table;
    const TextSetter &m_setter;
    double m_left;
    double m_width;
    double m_pageHeight;
    QList<double> m_x;
    QList<double> m_widths;
};

void TableSetter::chooseWidths()
{
    const double shares =
        std::accumulate(m_table.columns.begin(), m_table.columns.end(), 0.0,
                        [](double sum, const report::Column &column) { return sum + column.share; });
    const double available = m_width - gap * double(m_table.columns.size() - 1);
    double x = m_left;
    for (const report::Column &column : m_table.columns) {
        m_x += x;
        m_widths += available * column.share / shares;
        x += m_widths.last() + gap;
    }
}

TextEdge TableSetter::edgeOf(qsizetype column) const
{
    return m_table.columns[column].alignment == report::Alignment::Trailing ? TextEdge::Far
                                                                            : TextEdge::OfDocument;
}

void TableSetter::underline(Strip &strip, const QColor &colour) const
{
    strip.items += RuleItem{QLineF(m_left, strip.height, m_left + m_width, strip.height), 0.75, colour};
}

Strip TableSetter::header() const
{
    Strip strip;
    strip.before = 6;
    strip.keepWithNext = true;
    const TextStyle style = pagestyle::cell().in(Theme::light().ink2);
    QList<SetText> titles;
    for (qsizetype i = 0; i < m_table.columns.size(); ++i) {
        titles += m_setter.set(m_table.columns[i].title, style, m_widths[i], edgeOf(i));
        strip.height = std::max(strip.height, titles.last().height() + 2 * padding);
    }
    // Titles stand on the line, so that a title of two lines does not lift the others off it.
    for (qsizetype i = 0; i < titles.size(); ++i)
        strip.items += titles[i].placed(m_x[i], strip.height - padding - titles[i].height());
    underline(strip, Theme::light().line2);
    return strip;
}

Strip TableSetter::headRow(const report::Row &row) const
{
    Strip strip;
    strip.keepWithNext = true;
    const SetText text =
        m_setter.set(row.cells.value(0), pagestyle::cell().asBold(), m_width, TextEdge::OfDocument);
    strip.height = text.height() + 2 * padding + 5;
    strip.items = text.placed(m_left, padding + 5);
    if (!row.anchor.isEmpty())
        strip.anchors += row.anchor;
    underline(strip, Theme::light().line);
    return strip;
}

QList<SetText> TableSetter::cellsOf(const report::Row &row) const
{
    QList<SetText> cells;
    for (qsizetype i = 0; i < m_table.columns.size(); ++i)
        cells += m_setter.set(row.cells.value(i), pagestyle::cell(), m_widths[i], edgeOf(i));
    return cells;
}

QList<Strip> TableSetter::tornRow(const report::Row &row, const QList<SetText> &cells) const
{
    qsizetype lineCount = 0;
    for (const SetText &cell : cells)
        lineCount = std::max(lineCount, cell.lines.size());
    QList<Strip> strips;
    for (qsizetype line = 0; line < lineCount; ++line) {
        Strip strip;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (line >= cells[i].lines.size())
                continue;
            const SetText one{{cells[i].lines[line]}};
            strip.items += one.placed(m_x[i], 0);
            strip.height = std::max(strip.height, one.height());
        }
        strips += strip;
    }
    strips.last().height += padding;
    underline(strips.last(), Theme::light().line);
    if (!row.anchor.isEmpty())
        strips.first().anchors += row.anchor;
    return strips;
}

QList<Strip> TableSetter::rowStrips(const report::Row &row) const
{
    if (row.head)
        return {headRow(row)};
    const QList<SetText> cells = cellsOf(row);
    Strip strip;
    for (const SetText &cell : cells)
        strip.height = std::max(strip.height, cell.height());
    strip.height += 2 * padding;
    if (strip.height > m_pageHeight)
        return tornRow(row, cells);
    for (qsizetype i = 0; i < cells.size(); ++i)
        strip.items += cells[i].placed(m_x[i], padding);
    if (!row.anchor.isEmpty())
        strip.anchors += row.anchor;
    underline(strip, Theme::light().line);
    return {strip};
}

QList<Strip> TableSetter::strips() const
{
    QList<Strip> all{header()};
    const auto repeated = std::make_shared<const Strip>(all.first());
    for (const report::Row &row : m_table.rows) {
        for (Strip strip : rowStrips(row)) {
            strip.repeated = repeated;
            all += strip;
        }
    }
    return all;
}

} // namespace

QList<Strip> tableStrips(const report::Table &table, const TextSetter &setter, double left, double width,
                         double pageHeight)
{
    if (table.columns.isEmpty())
        return {};
    // A torn row still has the header above it on every page.
    return TableSetter(table, setter, left, width, pageHeight * 0.9).strips();
}

} // namespace plumbline
