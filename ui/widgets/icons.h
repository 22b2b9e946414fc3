#pragma once

#include "ui/render/theme.h"

#include <QIcon>
#include <QPixmap>
#include <QStringList>

namespace plumbline {

/// The icon of that name in the resources, drawn in the colours of the current theme whenever it is shown.
///
/// A severity keeps its meaning colour; any other icon is ink2, ink when selected or checked, ink3 when
/// disabled. The icon follows a change of theme and of layout direction by itself. An unknown name gives an
/// empty picture and a line in the log. Names: iconNames().
QIcon icon(const QString &name);
QIcon icon(const char *name);

/// As icon(), but in the colour @p token of the theme: `icon(u"send"_s, &Theme::onAccent)` on a primary
/// button.
QIcon icon(const QString &name, QColor Theme::*token);

/// The icon as a square of @p size logical pixels in @p color, for painting; kept in QPixmapCache.
///
/// @p devicePixelRatio is that of the paint device. Mirrored in a right-to-left application if it has a
/// direction.
QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio);

/// The colour icon() paints @p name in when it is neither selected nor disabled.
QColor iconColor(const QString &name, const Theme &theme = Theme::current());

/// Whether the icon is mirrored right-to-left, as a clock or a check mark is not.
bool iconIsMirrored(const QString &name);

/// Every name icon() knows, sorted.
QStringList iconNames();

} // namespace plumbline
