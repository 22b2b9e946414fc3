#pragma once

#include "core/edits/agreement.h"
#include "core/session/session.h"
#include "ui/dialogs/dialogframe.h"

class QComboBox;
class QLineEdit;

namespace plumbline {

class ChoiceBar;

/// Records that a sub-team agrees to its schedule: by which decision, and to which plan. It commits what it asks for.
class AgreementDialog : public DialogFrame
{
    Q_OBJECT

public:
    AgreementDialog(Session &session, Id<SubTeam> subTeam, QWidget *parent = nullptr);

    /// What is filled in. Error BadInput when the date is not understood.
    Result<AgreementDetails> details() const;

public slots:
    void accept() override;

private:
    void fillDecisions();
    void fillMeetings();
    void fillPlans();
    void judge();

    Session &m_session; // Not owned.
    const Id<SubTeam> m_subTeam;
    QComboBox *m_decision;
    QLineEdit *m_date;
    ChoiceBar *m_channel;
    QComboBox *m_meeting;
    QComboBox *m_level;
    QComboBox *m_plan;
};

} // namespace plumbline
