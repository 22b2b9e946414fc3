#include "ui/render/pagestyle.h"

#include "ui/render/theme.h"

namespace plumbline {

static constexpr double pointsPerMillimetre = 72 / 25.4;

static QSizeF sizeOf(PaperSize paper)
{
    return paper == PaperSize::A4 ? QSizeF(210 * pointsPerMillimetre, 297 * pointsPerMillimetre)
                                  : QSizeF(612, 792);
}

PageGeometry portraitPage(PaperSize paper)
{
    PageGeometry page;
    page.size = sizeOf(paper);
    const double label = 34 * pointsPerMillimetre;
    const double text = 136 * pointsPerMillimetre;
    page.left = (page.size.width() - label - text) / 2;
    page.textLeft = page.left + label;
    page.right = page.textLeft + text;
    page.top = 82;
    page.footRule = page.size.height() - 51;
    page.bottom = page.footRule - 18;
    page.headY = 32;
    return page;
}

PageGeometry landscapePage(PaperSize paper)
{
    PageGeometry page;
    page.size = sizeOf(paper).transposed();
    page.left = 43;
    page.textLeft = page.left;
    page.right = page.size.width() - page.left;
    page.top = 47;
    page.footRule = page.size.height() - 38;
    page.bottom = page.footRule - 8;
    page.headY = 24;
    page.landscape = true;
    return page;
}

namespace pagestyle {

static const Theme &theme()
{
    return Theme::light();
}

TextStyle body()
{
    return {9.5, 15, false, theme().ink};
}

TextStyle cell()
{
    return {9, 13.5, false, theme().ink};
}

TextStyle label()
{
    return {8.25, 13, false, theme().ink3};
}

TextStyle recommendation()
{
    return {12.5, 21, false, theme().ink};
}

TextStyle heading(int level)
{
    switch (level) {
    case 1:
        return {21, 29, true, theme().ink};
    case 2:
        return {15, 22, true, theme().ink};
    default:
        return {11.5, 17, true, theme().ink};
    }
}

TextStyle recordTitle()
{
    return {18, 25, true, theme().ink};
}

TextStyle recordNumber()
{
    return {25, 33, true, theme().accent};
}

TextStyle contents()
{
    return {9.5, 15, false, theme().ink};
}

TextStyle coverKind()
{
    return {11.25, 18, false, theme().ink2};
}

TextStyle coverTitle(qsizetype length)
{
    if (length > 220)
        return {15, 21, true, theme().ink};
    if (length > 110)
        return {21, 28, true, theme().ink};
    return {28.5, 34.5, true, theme().ink};
}

TextStyle coverSubtitle()
{
    return {12.5, 19.5, false, theme().ink2};
}

} // namespace pagestyle

} // namespace plumbline
