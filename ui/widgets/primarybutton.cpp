#include "ui/widgets/primarybutton.h"

#include "ui/widgets/apptheme.h"

#include <QFontMetrics>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace plumbline {

QString styleSheet(const Theme &theme, const QFontMetrics &metrics)
{
    // The button is as high as any other: one line for the frame above and below, the rest for the text.
    return uR"(
QPushButton[primary="true"] { background: %1; color: %2; border: 1px solid %1; border-radius: 4px;
                              font-weight: bold; padding: 0 13px; min-height: %6px; }
QPushButton[primary="true"]:hover, QPushButton[primary="true"]:pressed { border-color: %3; }
QPushButton[primary="true"]:disabled { background: %4; color: %5; border-color: %7; font-weight: normal; }
)"_s.arg(theme.accent.name(), theme.onAccent.name(), theme.ink.name(), theme.window.name(), theme.ink3.name())
        .arg(rowHeight(metrics) - 2)
        .arg(theme.line.name());
}

void makePrimary(QPushButton *button)
{
    button->setProperty("primary", true);
    button->setDefault(true);
}

} // namespace plumbline
