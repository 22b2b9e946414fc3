#pragma once

#include "core/exchange/sharing.h"
#include "ui/dialogs/workingdialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace plumbline {

class ChoiceBar;
class QuietLabel;

/// Asks for whom a bundle is, what goes into it and where it goes, says how much that is, and writes it.
///
/// For a person heard of before the bundle holds what she lacks; else, or when asked for, everything. The whole team's
/// changes always go along, those of a closed group when it is ticked. Accepted when the bundle stands and was read back.
class SendDialog : public WorkingDialog
{
    Q_OBJECT

public:
    /// @p receiver is chosen first; null: anybody. @p folder is where the file goes unless another one is chosen.
    SendDialog(Session &session, RecordId receiver, const QString &folder, QWidget *parent = nullptr);

    QString path() const;
    void setPath(const QString &path);
    /// Null: anybody.
    RecordId receiver() const;
    /// What was written; empty while nothing was.
    const std::optional<WrittenBundle> &written() const { return m_written; }

public slots:
    void accept() override;

private:
    void build();
    void addReceiver();
    void addGroups();
    void addFile();
    void fillReceivers(RecordId receiver);
    void followReceiver();
    void recount();
    void judge();
    void choosePath();
    QString whatIsNeeded() const;
    QStringList warnings() const;
    QString proposedName() const;
    QList<int> chosenAudiences() const;
    bool wantsEverything() const;
    ExportOptions options() const;
    void remember();

    Session &m_session; // Not owned, outlives the dialog.
    const QString m_folder;
    QComboBox *m_receiver;
    ChoiceBar *m_base;
    QuietLabel *m_count;
    QWidget *m_groups;
    QList<QCheckBox *> m_groupBoxes;
    QuietLabel *m_warning;
    QLineEdit *m_passphrase;
    QLineEdit *m_again;
    QLineEdit *m_path;
    QList<StreamTip> m_known; ///< What the receiver has; empty when nothing is known of her.
    std::optional<WrittenBundle> m_written;
};

} // namespace plumbline
