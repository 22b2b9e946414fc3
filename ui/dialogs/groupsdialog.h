#pragma once

#include "core/domain/audience.h"
#include "core/session/session.h"
#include "ui/dialogs/dialogframe.h"

class QLineEdit;
class QListWidget;
class QPushButton;

namespace plumbline {

class QuietLabel;

/// The closed groups of a review and who belongs to them. Every change is an edit of its own, which undo takes back.
class GroupsDialog : public DialogFrame
{
    Q_OBJECT

public:
    explicit GroupsDialog(Session &session, QWidget *parent = nullptr);

    /// The group chosen at the side; null while there is none.
    ClosedGroupId currentGroup() const;

private:
    QLayout *makeGroups();
    QLayout *makeMembers();
    void fill();
    void showMembers();
    void judge();
    void formGroup();
    void changeMembership();
    bool done(const Result<ChangeSet> &changes);

    Session &m_session; // Not owned, outlives the dialog.
    QListWidget *m_groups;
    QLineEdit *m_name;
    QPushButton *m_form;
    QuietLabel *m_purpose;
    QListWidget *m_people;
    QPushButton *m_change;
};

} // namespace plumbline
