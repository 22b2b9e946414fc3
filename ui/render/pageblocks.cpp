#include "ui/render/pageblocks.h"

#include "ui/render/pagetable.h"
#include "ui/render/theme.h"

#include <algorithm>
#include <numeric>

namespace plumbline {

BlockSetter::BlockSetter(const TextSetter &setter, const PageGeometry &geometry)
    : m_setter(setter), m_page(geometry)
{
}

QList<Strip> BlockSetter::strips(const report::Block &block) const
{
    return std::visit(
        [this](const auto &content) -> QList<Strip> {
            if constexpr (requires { (*this)(content); })
                return (*this)(content);
            else
                return {};
        },
        block);
}

/// One strip per line; the first two and the last two lines of a paragraph stay together.
QList<Strip> BlockSetter::lines(const SetText &text, double x, double before) const
{
    QList<Strip> strips;
    const qsizetype count = text.lines.size();
    for (qsizetype i = 0; i < count; ++i) {
        const SetLine &line = text.lines[i];
        Strip strip;
        strip.before = line.before + (i == 0 ? before : 0);
        strip.height = line.height;
        strip.keepWithNext = count > 1 && (i == 0 || i == count - 2);
        for (PageItem item : line.items) {
            translate(item, x, 0);
            strip.items += item;
        }
        strips += strip;
    }
    return strips;
}

/// The label stands beside the first line; a label longer than its text gets lines of its own.
QList<Strip> BlockSetter::labelled(const SetText &label, const SetText &text, double before) const
{
    QList<Strip> strips = lines(text, m_page.textLeft, before);
    double y = 0;
    for (qsizetype i = 0; i < label.lines.size(); ++i) {
        const SetLine &line = label.lines[i];
        if (i >= strips.size()) {
            Strip extra;
            extra.before = i == 0 ? before : 0;
            extra.height = line.height;
            if (!strips.isEmpty())
                strips.last().keepWithNext = true;
            strips += extra;
        }
        Strip &strip = strips[i];
        // Small words stand on the base line of the larger ones beside them.
        y = i < text.lines.size() ? std::max(0.0, (strip.height - line.height) * 0.7) : 0;
        for (PageItem item : line.items) {
            translate(item, m_page.left, y);
            strip.items.prepend(item);
        }
        strip.height = std::max(strip.height, line.height);
    }
    return strips;
}

QList<Strip> BlockSetter::heading(int level, const QString &number, const QString &title) const
{
    const TextStyle style = pagestyle::heading(level);
    const TextStyle numberStyle = style.in(Theme::light().accent);
    const SetText text = m_setter.set(title, style, m_page.textWidth(), TextEdge::OfDocument);
    QList<Strip> strips = lines(text, m_page.textLeft, level == 1 ? 0 : level == 2 ? 26 : 16);
    if (strips.isEmpty())
        strips += Strip{0, style.line, true, {}, {}, {}, {}, {}};
    if (!number.isEmpty()) {
        const SetText set = m_setter.set(number, numberStyle, m_page.labelWidth(), TextEdge::OfDocument);
        strips.first().items = set.placed(m_page.left, 0) + strips.first().items;
    }
    for (Strip &strip : strips)
        strip.keepWithNext = true;
    Strip air;
    air.height = level == 1 ? 16 : level == 2 ? 6 : 2;
    air.keepWithNext = true;
    strips += air;
    return strips;
}

QList<Strip> BlockSetter::operator()(const report::Heading &block) const
{
    QList<Strip> strips = heading(block.level, block.number, block.text);
    if (!block.anchor.isEmpty())
        strips.first().anchors += block.anchor;
    return strips;
}

QList<Strip> BlockSetter::operator()(const report::Paragraph &paragraph) const
{
    const bool quiet = paragraph.style == report::Paragraph::Quiet;
    const TextStyle style = quiet ? pagestyle::label() : pagestyle::body();
    return lines(m_setter.set(paragraph.text, style, m_page.textWidth(), TextEdge::OfText), m_page.textLeft,
                 6);
}

QList<Strip> BlockSetter::operator()(const report::LabelledField &field) const
{
    return labelled(m_setter.set(field.label, pagestyle::label(), m_page.labelWidth(), TextEdge::OfDocument),
                    m_setter.set(field.text, pagestyle::body(), m_page.textWidth(), TextEdge::OfText), 6);
}

QList<Strip> BlockSetter::operator()(const report::Table &table) const
{
    if (table.wide)
        return tableStrips(table, m_setter, m_page.left, m_page.fullWidth(), m_page.bodyHeight());
    QList<Strip> strips =
        tableStrips(table, m_setter, m_page.textLeft, m_page.textWidth(), m_page.bodyHeight());
    if (!table.label.isEmpty() && !strips.isEmpty()) {
        const SetText label =
            m_setter.set(table.label, pagestyle::label(), m_page.labelWidth(), TextEdge::OfDocument);
        strips.first().items = label.placed(m_page.left, 4) + strips.first().items;
    }
    return strips;
}

QList<Strip> BlockSetter::operator()(const report::KeyList &list) const
{
    QList<Strip> all;
    for (const report::KeyList::Entry &entry : list.entries) {
        QList<Strip> strips =
            labelled(m_setter.set(entry.key, pagestyle::label(), m_page.labelWidth(), TextEdge::OfDocument),
                     m_setter.set(entry.text, pagestyle::body(), m_page.textWidth(), TextEdge::OfText), 9);
        if (!entry.anchor.isEmpty() && !strips.isEmpty())
            strips.first().anchors += entry.anchor;
        all += strips;
    }
    return all;
}

Strip BlockSetter::recordTitle(const report::RecordBlock &block, bool recommendation) const
{
    const TextStyle titleStyle = recommendation ? pagestyle::recordTitle() : pagestyle::heading(3);
    const TextStyle numberStyle =
        recommendation ? pagestyle::recordNumber() : pagestyle::heading(3).in(Theme::light().accent);
    const SetText title = m_setter.set(block.title, titleStyle, m_page.textWidth(), TextEdge::OfDocument);
    const SetText number = m_setter.set(block.number, numberStyle, m_page.labelWidth(), TextEdge::OfDocument);
    Strip strip;
    strip.before = recommendation ? 34 : 24;
    strip.height = std::max(title.height(), number.height());
    strip.keepWithNext = true;
    if (!block.anchor.isEmpty())
        strip.anchors += block.anchor;
    strip.items = number.placed(m_page.left, 0);
    // Both stand on one base line, which lies at about the same share of their heights.
    const double shift = recommendation ? (numberStyle.line - titleStyle.line) * 0.75 : 0;
    strip.height = std::max(strip.height, title.height() + shift);
    strip.items += title.placed(m_page.textLeft, shift);
    return strip;
}

Strip BlockSetter::chips(const report::RecordBlock &block) const
{
    const Theme &theme = Theme::light();
    const TextStyle style = pagestyle::label();
    Strip strip;
    strip.height = 21;
    strip.keepWithNext = true;
    const SetText note = m_setter.set(block.note, style, m_page.textWidth() * 0.6, TextEdge::OfDocument);
    strip.items = note.placed(m_page.textLeft, 4);
    double x =
        m_page.textLeft +
        (block.note.isEmpty() ? 0
                              : std::min(m_setter.widthOf(block.note, style), m_page.textWidth() * 0.6) + 10);
    for (const report::Chip &chip : block.chips) {
        const QColor colour = chip.tone == report::Tone::Good        ? theme.green
                              : chip.tone == report::Tone::Attention ? theme.amber
                                                                     : theme.ink2;
        const double width = std::min(m_setter.widthOf(chip.text, style) + 1, m_page.right - x - 10);
        if (width < 20)
            break;
        strip.items += RectangleItem{QRectF(x, 3, width + 10, 15), QColor(), colour, 2.25};
        strip.items +=
            m_setter.set(chip.text, style.in(colour), width, TextEdge::OfDocument).placed(x + 5, 4);
        x += width + 16;
    }
    strip.height = std::max(strip.height, note.height() + 8);
    return strip;
}

QList<Strip> BlockSetter::recordText(const report::RecordBlock &block, bool recommendation) const
{
    const TextStyle style = recommendation ? pagestyle::recommendation() : pagestyle::body().asBold();
    const SetText text = m_setter.set(block.text, style, m_page.textWidth() - 6, TextEdge::OfText);
    QList<Strip> strips = lines(text, m_page.textLeft, recommendation ? 6 : 2);
    if (!recommendation)
        return strips;
    for (qsizetype i = 0; i < strips.size(); ++i) {
        // The edge runs through the gap between paragraphs, but never above the first line of a page.
        const double up = i == 0 ? 0 : strips[i].before;
        strips[i].height += up;
        strips[i].before -= up;
        for (PageItem &item : strips[i].items)
            translate(item, 0, up);
        strips[i].items.prepend(RectangleItem{QRectF(m_page.textLeft - 12, 0, 1.5, strips[i].height),
                                              Theme::light().accent, QColor(), 0});
    }
    return strips;
}

QList<Strip> BlockSetter::record(const report::RecordBlock &block, bool recommendation) const
{
    QList<Strip> all{recordTitle(block, recommendation)};
    if (!block.note.isEmpty() || !block.chips.isEmpty())
        all += chips(block);
    all += recordText(block, recommendation);
    // Higher than a page or not: its title, its text and the first field stay together where they can.
    for (Strip &strip : all)
        strip.keepWithNext = true;
    double before = recommendation ? 12 : 4;
    for (const report::RecordPart &part : block.parts) {
        QList<Strip> strips = std::visit([this](const auto &content) { return (*this)(content); }, part);
        if (strips.isEmpty())
            continue;
        strips.first().before += before;
        before = 0;
        all += strips;
    }
    // A record that takes less than a page, with room for the heading of its group, is read in one piece.
    const double height = std::accumulate(all.begin(), all.end(), 0.0, [](double sum, const Strip &strip) {
        return sum + strip.before + strip.height;
    });
    if (height <= m_page.bodyHeight() - 80) {
        for (qsizetype i = 0; i + 1 < all.size(); ++i)
            all[i].keepWithNext = true;
    }
    all.last().keepWithNext = false;
    return all;
}

QList<Strip> BlockSetter::operator()(const report::RecommendationBlock &block) const
{
    return record(block, true);
}

QList<Strip> BlockSetter::operator()(const report::FindingBlock &block) const
{
    return record(block, false);
}

} // namespace plumbline
