#pragma once

#include <QStyledItemDelegate>

namespace plumbline {

/// Draws a page in the NavigationList: icon, word, and at the far end what needs attention. Roles: its Role.
class NavigationDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace plumbline
