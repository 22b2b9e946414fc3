#include "ui/widgets/apptheme.h"

#include "ui/widgets/primarybutton.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QEvent>
#include <QFontMetrics>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

/// What the desktop said before we changed anything.
struct Desktop {
    bool dark;
    qreal pointSize;
};

const Desktop &desktop()
{
    static const Desktop found = [] {
        const QPalette before = QApplication::palette();
        const bool dark =
            before.color(QPalette::WindowText).lightness() > before.color(QPalette::Window).lightness();
        return Desktop{dark, QApplication::font().pointSizeF()};
    }();
    return found;
}

QFont applicationFont()
{
    QFont font;
    font.setFamilies({u"Noto Sans"_s, u"Noto Sans Arabic"_s, u"Noto Sans CJK SC"_s});
    font.setPointSizeF(std::max(10.0, desktop().pointSize));
    return font;
}

/// How much larger than the body a type is.
qreal proportion(Type type)
{
    switch (type) {
    case Type::Caption:
        return 0.9;
    case Type::Body:
        return 1.0;
    case Type::Reading:
        return 1.1;
    case Type::Section:
        return 1.15;
    case Type::Title:
        return 1.5;
    case Type::Start:
        return 2.6;
    }
    return 1.0;
}

void setTextColor(QPalette &palette, const QColor &normal, const QColor &disabled)
{
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(role, normal);
        palette.setColor(QPalette::Disabled, role, disabled);
    }
}

} // namespace

QPalette palette(const Theme &theme)
{
    QPalette result(theme.raised, theme.window);
    setTextColor(result, theme.ink, theme.ink3);
    const std::pair<QPalette::ColorRole, QColor> roles[] = {
        {QPalette::Base, theme.base},
        {QPalette::AlternateBase, theme.alt},
        {QPalette::Button, theme.raised},
        {QPalette::BrightText, theme.onBar},
        {QPalette::PlaceholderText, theme.ink3},
        {QPalette::Highlight, theme.sel},
        {QPalette::HighlightedText, theme.ink},
        {QPalette::Link, theme.link},
        {QPalette::LinkVisited, theme.link},
        {QPalette::ToolTipBase, theme.raised},
        {QPalette::ToolTipText, theme.ink},
        {QPalette::Light, theme.raised},
        {QPalette::Midlight, theme.hover},
        {QPalette::Mid, theme.line},
        {QPalette::Dark, theme.line2},
        {QPalette::Shadow, theme.line2},
    };
    for (const auto &[role, color] : roles)
        result.setColor(role, color);
    result.setColor(QPalette::Disabled, QPalette::Base, theme.window);
    result.setColor(QPalette::Disabled, QPalette::Button, theme.window);
    result.setColor(QPalette::Disabled, QPalette::HighlightedText, theme.ink3);
    return result;
}

void applyTheme(QApplication &application, ThemeChoice choice)
{
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && desktop().dark);
    application.setFont(applicationFont());
    const Theme &theme = dark ? Theme::dark() : Theme::light();
    Theme::makeCurrent(theme);
    // Asked of the pointer, since the style sheet hides our style from QApplication::style().
    static QPointer<Style> style;
    if (!style)
        application.setStyle(style = new Style);
    application.setPalette(palette(theme));

    // Column heads are quieter than the rows below them.
    QPalette heads = palette(theme);
    setTextColor(heads, theme.ink2, theme.ink3);
    application.setPalette(heads, "QHeaderView");
    application.setFont(typeFont(Type::Caption), "QHeaderView");
    application.setStyleSheet(styleSheet(theme, QFontMetrics(application.font())));
}

bool changesLook(const QEvent &event)
{
    switch (event.type()) {
    case QEvent::ApplicationPaletteChange:
    case QEvent::ApplicationFontChange:
    case QEvent::PaletteChange:
    case QEvent::Polish: // A widget that was never shown hears of no change before.
    case QEvent::StyleChange:
        return true;
    default:
        return false;
    }
}

QFont typeFont(Type type)
{
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * proportion(type));
    else
        font.setPixelSize(qRound(font.pixelSize() * proportion(type)));
    font.setBold(type == Type::Section || type == Type::Title || type == Type::Start);
    return font;
}

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

int rowHeight(const QFontMetrics &metrics)
{
    const int height = qRound(metrics.lineSpacing() * 1.1) + 8;
    return height + height % 2;
}

} // namespace plumbline
