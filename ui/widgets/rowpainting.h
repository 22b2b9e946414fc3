#pragma once

#include <QRect>
#include <QStyleOptionViewItem>

class QPainter;

/// What every delegate draws alike: edges, hairlines, icons and texts of a row.
namespace plumbline {

/// A part of @p row that starts @p start pixels from its reading edge and is @p width wide.
QRect placed(Qt::LayoutDirection direction, const QRect &row, int start, int width);

/// The 3 px accent edge of the selected row.
void paintSelectionEdge(QPainter *painter, const QRect &row, Qt::LayoutDirection direction);

/// The hairline at the foot of a row.
void paintHairline(QPainter *painter, const QRect &row);

/// An icon as large as the smaller side of @p place, at most 16 px, in its middle.
void paintRowIcon(QPainter *painter, const QRect &place, const QString &name, const QColor &color);

/// @p text on one line in the painter's font and pen, at the reading edge, with dots for what does not fit.
void paintElided(QPainter *painter, const QRect &place, const QString &text, Qt::LayoutDirection direction);

/// The ground of a row that is selected or under the pointer; see look of table rows.
void paintRowGround(QPainter *painter, const QStyleOptionViewItem &option);

/// Whether the row has the keyboard and is to show it: only after a key was pressed.
bool showsFocus(const QStyleOptionViewItem &option);

} // namespace plumbline
