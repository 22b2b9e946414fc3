#pragma once

#include "core/store/searchhit.h"
#include "ui/widgets/rowdelegate.h"

Q_DECLARE_METATYPE(QList<plumbline::SearchHit::Mark>)

namespace plumbline {

/// Draws what the search field offers: a name, at its far end a quiet word, and below it an excerpt in which the words
/// found are Bold.
class SearchDelegate : public RowDelegate
{
    Q_OBJECT

public:
    enum Role {
        ExcerptRole = Qt::UserRole + 10, ///< QString; empty for a row of one line.
        MarksRole,                       ///< QList<SearchHit::Mark>, places in the excerpt.
        CornerRole                       ///< QString: the kind of a record, the shortcut of a command.
    };
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace plumbline
