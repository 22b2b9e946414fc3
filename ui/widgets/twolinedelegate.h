#pragma once

#include "ui/widgets/rowdelegate.h"

namespace plumbline {

/// Draws a record of a list beside its editor on two lines:
///
///     11.1  Fix zone file access problems          check
///           [Shared] Direct  High              ●●●●●●○○
///
/// The title is Qt::DisplayRole. Everything else comes from RowRole and may be missing: Number (when the
/// first row of the model has none, no row gets the column), Severity (an icon at the far end of the first
/// line) or Done, Chip, SecondLine, and at the far end of the second line Corner or else DotsFilled of
/// DotsTotal.
class TwoLineDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Gives @p view the look of a list beside an editor; see useRows().
TwoLineDelegate *useTwoLines(QListView *view);

} // namespace plumbline
