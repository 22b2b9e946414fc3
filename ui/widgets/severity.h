#pragma once

#include "ui/render/theme.h"

#include <QString>

namespace plumbline {

/// How urgent something is; the only four meanings that have an icon in a colour of their own.
enum class Severity { None, Hint, Warning, Error, Good };

/// Name of the icon of @p severity, told apart by shape; empty for None.
QString severityIcon(Severity severity);

/// Colour of text that says something of @p severity: red, amber, green, else second text.
QColor severityText(Severity severity, const Theme &theme = Theme::current());

/// Colour of marks and frames of @p severity, which may be lighter than its text.
QColor severityMark(Severity severity, const Theme &theme = Theme::current());

/// Ground behind text of @p severity; the window colour for None and Hint.
QColor severityGround(Severity severity, const Theme &theme = Theme::current());

/// The word for it, said by screen readers where the eye sees an icon ("Error"); empty for None.
QString severityWord(Severity severity);

/// @p count things of @p severity in words ("4 errors"); a plain number for None.
QString severityCount(Severity severity, int count);

} // namespace plumbline
