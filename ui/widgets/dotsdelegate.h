#pragma once

#include "ui/widgets/rowdelegate.h"

namespace plumbline {

/// Draws completeness as a row of dots, filled for what is there. Reads DotsFilled and DotsTotal of RowRole.
///
/// The tool tip and the accessible text of the model say what is missing; the column has no text of its own.
class DotsDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Size in pixels of @p total dots, which grow with the font of the application.
    static QSize sizeOf(int total);

    /// Draws the dots from the reading edge of @p place on, in the middle of its height.
    static void paintDots(QPainter *painter, const QRect &place, int filled, int total,
                          Qt::LayoutDirection direction);

    /// The number of dots @p index asks for; 8 unless its model says so.
    static int total(const QModelIndex &index);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace plumbline
