#pragma once

#include "core/edits/planimport.h"
#include "core/session/session.h"
#include "ui/dialogs/dialogframe.h"

class QComboBox;
class QVBoxLayout;

namespace plumbline {

/// What the plan of another program would add to the review, before anything is added: how much, for whom, and what of it
/// has no place here. Taking it is one step that undo takes back.
class PlanImportDialog : public DialogFrame
{
    Q_OBJECT

public:
    PlanImportDialog(Session &session, const QString &source, const PlanFile &plan, QWidget *parent = nullptr);

    QComboBox *team() const { return m_team; }
    QComboBox *events() const { return m_events; }
    /// What was taken; nothing before the dialog was accepted.
    const std::optional<PlanImport> &taken() const { return m_taken; }

    void accept() override;

private:
    void showImport(const Result<PlanImport> &import);
    void judge();
    Result<PlanImport> prepared() const;

    Session &m_session; // Not owned, outlives the dialog.
    QString m_source;
    PlanFile m_plan;
    QComboBox *m_team;
    QComboBox *m_events;
    QWidget *m_list = nullptr;
    QVBoxLayout *m_column;
    std::optional<PlanImport> m_taken;
};

} // namespace plumbline
