#pragma once

#include "core/session/session.h"

#include <QLineEdit>
#include <QPointer>

class QAction;
class QCompleter;
class QMenuBar;
class QStandardItem;
class QStandardItemModel;
class QTimer;

namespace plumbline {

/// The search field of the window: offers records by key, title and every word of their texts, and the commands of the
/// menus by name. Enter takes the first.
///
/// While nobody types, it has the store index a few records at a time, so that the first search after a large import
/// need not.
class QuickSearch : public QLineEdit
{
    Q_OBJECT

public:
    explicit QuickSearch(QWidget *parent = nullptr);

    /// Searches @p session from now on; null for none.
    void setSession(Session *session);
    /// Offers the enabled commands of @p menus, which is not owned.
    void setCommands(QMenuBar *menus);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

signals:
    void recordChosen(plumbline::RecordId record);

private:
    void offer();
    void offerNamed(const QString &wanted);
    void offerTexts(const QString &wanted);
    void offerCommands(const QString &wanted);
    void offerCommandsOf(const QList<QAction *> &actions, const QString &path, const QStringList &words);
    QStandardItem *addRecord(Kind kind, const Record &record);
    void take(const QModelIndex &index);
    void indexSome();

    Session *m_session = nullptr; // Not owned.
    QPointer<QMenuBar> m_menus;
    QStandardItemModel *m_found;
    QCompleter *m_completer;
    QTimer *m_pause; ///< Waits until the typist pauses.
    QTimer *m_idle;  ///< Has records indexed.
    QMetaObject::Connection m_news;
    QSet<RecordId> m_offered;
    QList<QPointer<QAction>> m_commands; ///< Those offered.
};

} // namespace plumbline
