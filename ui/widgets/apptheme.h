#pragma once

#include "ui/render/theme.h"

#include <QFont>
#include <QPalette>

class QApplication;
class QEvent;
class QFontMetrics;

namespace plumbline {

enum class ThemeChoice { System, Light, Dark };

/// Gives the application its look: theme, style, palette, style sheet and font. May be called again at any
/// time.
///
/// System means light or dark as the palette of the desktop was before the first call, because Qt 6.4 has no
/// question for it. The font is Noto Sans of 10 pt, or as large as the desktop's own font if that is larger.
void applyTheme(QApplication &application, ThemeChoice choice);

/// Whether a widget that gets @p event in event() has to take its colours and fonts from the theme again.
///
/// Not in changeEvent(), which Qt does not call for a change of the application's font or palette.
bool changesLook(const QEvent &event);

/// The roles of Qt's widgets in the colours of @p theme.
QPalette palette(const Theme &theme);

/// What a text is for; decides its size and weight.
enum class Type {
    Caption, ///< Second lines, table heads, chips: 9 pt.
    Body,    ///< Everything else: 10 pt.
    Reading, ///< Texts of the review being read or written: 11 pt.
    Section, ///< Section headings: 11.5 pt Bold.
    Title,   ///< Titles of pages and records: 15 pt Bold.
    Start    ///< The start page: 26 pt Bold.
};

/// The font for @p type, in proportion to the application's font so that the user's size scales all of it.
QFont typeFont(Type type);

/// @p font in Bold.
QFont bold(QFont font);

/// Height in pixels of a row, a field or a button whose text has @p metrics: line height + 8, rounded up to
/// even.
///
/// A line is a tenth higher than the font asks for, so 20 pixels and a row of 28 at 10 pt. Even, because rows
/// and fields side by side must stay level at every size of font.
int rowHeight(const QFontMetrics &metrics);

} // namespace plumbline
