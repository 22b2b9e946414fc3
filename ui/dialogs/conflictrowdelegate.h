#pragma once

#include "ui/widgets/rowdelegate.h"

namespace plumbline {

/// Draws a conflict in its list:
///
///     R-S5-02  Text
///     Fix zone file access problems
///     Lead, DNS abuse · 8 Nov
///
/// Number of RowRole is the key, Qt::DisplayRole the title, which may be missing, SecondLine the field's label, Corner
/// whose version came last and when.
class ConflictRowDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace plumbline
