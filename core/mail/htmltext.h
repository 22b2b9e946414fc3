#pragma once

#include <QString>

namespace plumbline {

/// The words of an HTML text: blocks begin lines, cells are parted by a blank, items of lists begin with "-
/// ", the address of a link that its words do not show follows them in angle brackets. Scripts, styles and
/// comments go. Any text can be given; the time is in proportion to its length.
QString textOfHtml(const QString &html);

} // namespace plumbline
