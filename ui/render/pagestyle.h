#pragma once

#include <QColor>
#include <QSizeF>

/// Measures and type of printed pages, in points. Source: the look, section Reports; 1 px there is 0.75 pt.
namespace plumbline {

enum class PaperSize { A4, Letter };

/// Where things stand on a page.
struct PageGeometry {
    QSizeF size;
    double left = 0;     ///< Where the margin column begins.
    double textLeft = 0; ///< Where the text column begins.
    double right = 0;    ///< Where the text column ends.
    double top = 0;      ///< First line of the content.
    double bottom = 0;   ///< The content ends above it.
    double headY = 0;    ///< Top of the running head.
    double footRule = 0; ///< The hairline above the foot.
    bool landscape = false;

    double textWidth() const { return right - textLeft; }
    double fullWidth() const { return right - left; }
    double labelWidth() const { return textLeft - left - 12; }
    double bodyHeight() const { return bottom - top; }
};

/// Margin column 34 mm, text column 136 mm, centred on the paper.
PageGeometry portraitPage(PaperSize paper);
/// One column, for charts.
PageGeometry landscapePage(PaperSize paper);

/// How words are set.
struct TextStyle {
    double size = 9.5;
    double line = 15; ///< From one line to the next; scripts with taller letters get more.
    bool bold = false;
    QColor colour;

    TextStyle in(const QColor &other) const
    {
        TextStyle style = *this;
        style.colour = other;
        return style;
    }
    TextStyle asBold() const
    {
        TextStyle style = *this;
        style.bold = true;
        return style;
    }
};

/// The styles of reports, in the light tokens.
namespace pagestyle {
TextStyle body();
TextStyle cell();           ///< Words in tables.
TextStyle label();          ///< Margin labels, running heads, chips.
TextStyle recommendation(); ///< The text of a recommendation.
TextStyle heading(int level);
TextStyle recordTitle();
TextStyle recordNumber();
TextStyle contents();
TextStyle coverKind();
TextStyle coverTitle(qsizetype length); ///< Smaller for titles that would fill the cover.
TextStyle coverSubtitle();
} // namespace pagestyle

} // namespace plumbline
