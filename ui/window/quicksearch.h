#pragma once

#include "core/session/session.h"

#include <QLineEdit>

class QCompleter;
class QStandardItemModel;
class QTimer;

namespace plumbline {

/// The search field of the window: typing part of a key or a title offers the records, Enter goes there.
class QuickSearch : public QLineEdit
{
    Q_OBJECT

public:
    explicit QuickSearch(QWidget *parent = nullptr);

    /// Searches @p session from now on; null for none.
    void setSession(Session *session);
    QSize sizeHint() const override;

signals:
    void recordChosen(plumbline::RecordId record);

private:
    void offer();

    Session *m_session = nullptr; // Not owned.
    QStandardItemModel *m_found;
    QCompleter *m_completer;
    QTimer *m_pause; ///< Waits until the typist pauses.
};

} // namespace plumbline
