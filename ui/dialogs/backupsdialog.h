#pragma once

#include "core/session/backup.h"
#include "ui/dialogs/dialogframe.h"

class QListWidget;

namespace plumbline {

/// Lists the backups of a review and makes a copy of one under a name that is asked for.
class BackupsDialog : public DialogFrame
{
    Q_OBJECT

public:
    /// @p near is the review's file, beside which a copy is proposed.
    BackupsDialog(const Backups &backups, const QString &near, QWidget *parent = nullptr);

    /// The day chosen; invalid when there is none.
    QDate day() const;
    /// The copy that was made; empty until accepted.
    QString copy() const { return m_copy; }
    /// Copies the day chosen to @p path and closes; stays, with a sentence, when that fails.
    void copyTo(const QString &path);

    void accept() override;

private:
    void fill();
    QString proposedPath() const;

    Backups m_backups;
    QString m_near;
    QString m_copy;
    QListWidget *m_days;
};

} // namespace plumbline
