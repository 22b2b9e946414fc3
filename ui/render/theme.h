#pragma once

#include <QColor>

#include <array>

namespace plumbline {

/// Every colour of the window and of the reports, as one plain value.
///
/// A colour stands for a meaning, never for a decoration, so no other file names one. Text tokens keep a WCAG
/// contrast of 4.5 against base, window and sel, marks and control frames one of 3.0; a test computes them.
/// Needs QtGui only: reports paint with light() where there is no window at all.
struct Theme {
    QColor window;               ///< Chrome, navigation, inspector.
    QColor base;                 ///< Page, fields, lists.
    QColor alt;                  ///< Lane heads, read-only text.
    QColor raised;               ///< Buttons, tool tips.
    QColor line;                 ///< Hairlines; decorative.
    QColor line2;                ///< Control frames and the lines under section headings.
    QColor ink;                  ///< Text.
    QColor ink2;                 ///< Second text, icons.
    QColor ink3;                 ///< Placeholders, dates, hints.
    QColor accent;               ///< Focus, today, the primary button, the current thing.
    QColor link;                 ///< Text that can be followed.
    QColor onAccent;             ///< Text on an accent ground.
    QColor sel;                  ///< Ground of a selected row or a pressed choice.
    QColor hover;                ///< Ground of the row under the pointer.
    QColor red;                  ///< Error text and marks.
    QColor redBg;                ///< Ground behind red text.
    QColor amber;                ///< Attention text.
    QColor amberMark;            ///< Attention marks only; too light for text.
    QColor amberBg;              ///< Ground behind amber text.
    QColor green;                ///< Done, agreed.
    QColor greenBg;              ///< Ground behind green text.
    QColor addBg;                ///< Ground of inserted words.
    QColor delBg;                ///< Ground of deleted words.
    QColor ghost;                ///< Outline of a baseline.
    QColor hatch;                ///< Suspensions and breaks; decorative.
    QColor onBar;                ///< A sign inside a red mark.
    QColor laneFull;             ///< Hue of the full team.
    std::array<QColor, 5> lanes; ///< Hues of the sub-teams in their order; see laneColor().

    /// Hue of the sub-team at @p subTeamIndex (0 is the first), or of the full team for -1.
    ///
    /// From the sixth sub-team the hues repeat, and the painter adds stripes: see laneIsStriped().
    QColor laneColor(int subTeamIndex) const;

    /// Whether the sub-team at @p subTeamIndex shares its hue with an earlier one and is told apart by
    /// stripes.
    static bool laneIsStriped(int subTeamIndex) { return subTeamIndex >= 5; }

    /// Whether text is lighter than its ground.
    bool isDark() const { return ink.lightness() > base.lightness(); }

    static const Theme &light(); ///< Also the theme of everything printed.
    static const Theme &dark();

    /// The theme the window shows now; light() until makeCurrent() was called.
    static const Theme &current();

    /// Makes current() answer @p theme. Only applyTheme() and tests call this; nothing is repainted by it.
    static void makeCurrent(const Theme &theme);

    friend bool operator==(const Theme &, const Theme &) = default;
};

/// Hue of a sub-team in the current theme, as Theme::laneColor().
QColor laneColor(int subTeamIndex);

} // namespace plumbline
