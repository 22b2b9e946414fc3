#pragma once

#include "core/session/session.h"
#include "ui/dialogs/dialogframe.h"

class QLineEdit;
class QListWidget;

namespace plumbline {

/// Asks who sits at the keyboard: somebody of the review, or a name typed, which then becomes a person of it.
///
/// Typing narrows the list; Down goes into it; Enter takes the person chosen, else the name as typed. The answer is
/// kept in this file only.
class WhoAmIDialog : public DialogFrame
{
    Q_OBJECT

public:
    explicit WhoAmIDialog(Session &session, QWidget *parent = nullptr);

    /// The person chosen in the list; null when the name typed is nobody's yet.
    RecordId person() const;
    QString typedName() const;

    void accept() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void narrow();
    void judge();
    Status becomeNewPerson();

    Session &m_session; // Not owned, outlives the dialog.
    QLineEdit *m_name;
    QListWidget *m_people;
};

} // namespace plumbline
