#pragma once

#include "ui/widgets/severity.h"

#include <QListView>

class QStandardItem;
class QStandardItemModel;

namespace plumbline {

/// The narrow list of pages at the side of the window.
class NavigationList : public QListView
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< Id of the page, QString.
        IconNameRole,          ///< Name of its icon, QString.
        SeverityRole,          ///< Severity as int.
        CountRole,             ///< Number beside the word, int; 0 shows nothing.
        GroupBreakRole         ///< Whether a hairline stands above the row, bool.
    };

    explicit NavigationList(QWidget *parent = nullptr);

    /// Adds a page at the end; @p groupBreakBefore parts it from the one above by a hairline.
    void addPage(const QString &id, const QString &iconName, const QString &text,
                 bool groupBreakBefore = false);

    /// Changes the word of a page, as when the language changes. Unknown ids are passed over.
    void setPageText(const QString &id, const QString &text);

    /// What needs attention on a page: @p count things of @p severity, or a plain count with Severity::None.
    void setAttention(const QString &id, Severity severity, int count);

    QString currentPage() const;

    /// Marks a page as current without emitting pageChosen().
    void setCurrentPage(const QString &id);

    QSize sizeHint() const override;

signals:
    /// A person chose another page.
    void pageChosen(const QString &id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    QStandardItem *find(const QString &id) const;
    void setAccessibleText(QStandardItem *item);

    QStandardItemModel *m_pages;
    bool m_quiet = false; // The current page is being set by the program.
};

} // namespace plumbline
