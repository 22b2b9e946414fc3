#pragma once

#include "ui/pages/page.h"

#include <functional>

class QSplitter;
class QStackedWidget;

namespace plumbline {

class Inspector;
class MessageBar;
class NavigationList;
class SharingPage;

/// An open review: the list of pages, the page, and the inspector beside it.
class ReviewView : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewView(Session &session, QWidget *parent = nullptr);

    /// Goes to the page that shows @p record and makes it current; the inspector shows any record.
    void showRecord(RecordId record);
    /// Goes to a page by its id: `overview`, `timeline` ...
    void showPage(const QString &id);
    QString currentPageId() const;
    Page *currentPage() const;
    /// Ids and titles of the pages, in order, for the View menu.
    QList<QPair<QString, QString>> pageTitles() const;

    SharingPage *sharing() const { return m_sharing; }
    /// A button in the message that is shown, which calls @p act; after showMessage().
    void offer(const QString &text, std::function<void()> act);

    void setInspectorVisible(bool visible);
    bool inspectorVisible() const { return m_inspectorWanted; }
    /// Shows a message with a button that does @p act.
    void offer(Severity severity, const QString &happened, const QString &kept, const QString &action,
               const std::function<void()> &act);

public slots:
    void showMessage(plumbline::Severity severity, const QString &happened, const QString &kept);

signals:
    void pageChanged(const QString &id);

private:
    void addPage(Page *page, const QString &id, const QString &iconName, const QString &title, bool breakBefore);
    void follow(Page *page, const QString &id);
    void updateInspector();
    void updateAttention();

    Session &m_session; // Not owned, outlives the view.
    NavigationList *m_navigation;
    MessageBar *m_message;
    QStackedWidget *m_pages;
    SharingPage *m_sharing;
    Inspector *m_inspector;
    QSplitter *m_splitter;
    std::function<void()> m_offer; ///< What the button in the message does.
    QStringList m_ids;
    QStringList m_titles;
    bool m_inspectorWanted = true;
};

} // namespace plumbline
