#pragma once

#include "core/edits/mailimport.h"
#include "core/session/session.h"
#include "ui/dialogs/workingdialog.h"

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace plumbline {

/// What the file of a mailing list would add to the review, before anything is added: how many messages are
/// new, how many are here already, what is left out and why. Whose list it is can be chosen. Reading and
/// taking run in a thread of their own; taking is one step that undo takes back.
class MailImportDialog : public WorkingDialog
{
    Q_OBJECT

public:
    MailImportDialog(Session &session, const QString &path, QWidget *parent = nullptr);

    /// Begins to read the file; called once the dialog is shown.
    void start();

    QComboBox *team() const { return m_team; }
    QLineEdit *list() const { return m_list; }
    /// What the file would add; nothing before it was read.
    const std::optional<MailCounts> &preview() const { return m_counts; }
    /// What was added; nothing before the dialog was accepted.
    struct Taken : MailCounts {
        int steps = 0; ///< How many times Undo takes it all back.
    };
    const std::optional<Taken> &taken() const { return m_taken; }

    void accept() override;

private:
    struct Reading;
    struct Taking;
    void read();
    void showPreview(const MailFile &mail);
    void addCount(const QString &icon, const QString &words, int number);
    void proposeList();
    void judge();
    void take();

    Session &m_session; // Not owned, outlives the dialog.
    QString m_path;
    QComboBox *m_team;
    QLineEdit *m_list;
    QVBoxLayout *m_column;
    std::shared_ptr<const MailFile> m_mail; ///< Shared with the work; null before it was read.
    std::optional<MailCounts> m_counts;
    std::optional<Taken> m_taken;
};

} // namespace plumbline
