#pragma once

#include <Qt>

/// What the delegates ask a model besides the roles of Qt. A model answers those it has something to say for.
///
/// What a role shows to the eye a model says in Qt::AccessibleTextRole as well, in a whole sentence.
namespace plumbline::RowRole {

enum : int {
    Severity =
        Qt::UserRole + 0x1000, ///< plumbline::Severity as int: icon before the text; text of an error is red.
    Link,                      ///< bool: the text is followed by a click, so it has the colour of a link.
    Quiet,                     ///< bool: second text, for what is not the point of the row.
    Lane,       ///< int, index of a sub-team or -1 for the full team: its hue at the reading edge of the row.
    Number,     ///< QString: what a recommendation is called by, such as "11.1".
    Chip,       ///< ChipText: state, first on the second line.
    SecondLine, ///< QStringList: words after the chip.
    Corner,     ///< QString: words at the far end of the second line.
    Done,       ///< bool: a green check at the far end of the first line.
    DotsFilled, ///< int: how many of the demands are met.
    DotsTotal   ///< int: how many there are; 8 unless the model says so.
};

} // namespace plumbline::RowRole
