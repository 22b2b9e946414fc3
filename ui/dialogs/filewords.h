#pragma once

#include <QString>

namespace plumbline {

/// Words as a part of a file name: letters and digits of any script, everything else a hyphen, short enough for every
/// file system. @p fallback when nothing is left of them.
QString fileNameFor(const QString &words, const QString &fallback);

/// Where files are proposed to go: the user's documents, or the home folder where there are none.
QString usualFolder();

} // namespace plumbline
