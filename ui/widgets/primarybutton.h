#pragma once

#include <QString>

class QFontMetrics;
class QPushButton;

namespace plumbline {

struct Theme;

/// What no palette role can say: the primary button. @p metrics are those of the application font.
QString styleSheet(const Theme &theme, const QFontMetrics &metrics);

/// Makes @p button the one button of its page or dialog that stands on the accent colour and answers Enter.
///
/// An icon on it is to be made with icon(name, &Theme::onAccent).
void makePrimary(QPushButton *button);

} // namespace plumbline
