#pragma once

#include <QString>

namespace plumbline {

inline constexpr qsizetype longestFileName = 200; ///< Bytes of UTF-8 that cleanFileName() leaves.

/// A name a file can safely be given on every system, made from one that came from anywhere.
///
/// The folder goes, and so do control characters, marks that turn the direction of writing round (with which
/// `fdp.exe` looks like `exe.pdf`), dots and blanks at the beginning and dots and blanks at the end. A
/// character Windows does not allow in names becomes `_`; a name Windows keeps for devices gets one in front.
/// What is too long is cut, and its ending stays. Never empty: what has nothing left is called `file`.
QString cleanFileName(const QString &name);

} // namespace plumbline
