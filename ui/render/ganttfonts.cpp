#include "ui/render/ganttfonts.h"

#include <QTextLayout>

#include <cmath>

namespace plumbline {

namespace {

constexpr double captionProportion = 0.9;

QFont inProportion(QFont font, double proportion, bool bold)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * proportion);
    else
        font.setPixelSize(qRound(font.pixelSize() * proportion));
    font.setBold(bold);
    return font;
}

/// Pixels from the top of the line to its base: letters of another script may come from a taller font.
double ascentOf(const QString &words, const QFont &font)
{
    QTextLayout layout(words, font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return line.isValid() ? line.ascent() : 0;
}

} // namespace

GanttFonts::GanttFonts(const QFont &body)
{
    const auto face = [&body](double proportion, bool bold) {
        const QFont font = inProportion(body, proportion, bold);
        return Face{font, QFontMetricsF(font)};
    };
    m_shared = std::make_shared<Shared>(std::array{
        face(1, false), face(1, true), face(captionProportion, false), face(captionProportion, true)});
}

const GanttText &GanttFonts::set(const QString &text, GanttFont which, double width) const
{
    const Key key{text, which, int(std::min(width, 1e6))};
    if (const GanttText *known = m_shared->texts.object(key))
        return *known;
    const QFontMetricsF &measure = metrics(which);
    const QString words = measure.elidedText(text, Qt::ElideRight, width);
    auto *set = new GanttText{QStaticText(words), ascentOf(words, font(which))};
    set->words.setTextFormat(Qt::PlainText);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    // A text runs in its own direction, also in a chart that runs in the other.
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    set->words.setTextOption(option);
    set->words.prepare({}, font(which));
    m_shared->texts.insert(key, set);
    return *set;
}

double GanttFonts::rowHeight() const
{
    const int height = int(std::ceil(metrics(GanttFont::Body).height())) + 5;
    return height + height % 2;
}

} // namespace plumbline
