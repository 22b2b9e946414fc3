#pragma once

#include "core/session/session.h"
#include "ui/dialogs/dialogframe.h"

namespace plumbline {

class RecordForm;

/// Edits a record that has no page of its own, in a form made from its description: a membership, a report-back, the
/// review itself. Each change is kept as its field is left.
class RecordDialog : public DialogFrame
{
    Q_OBJECT

public:
    /// Fields that are changed in another way, such as the phase, are left out.
    RecordDialog(Session &session, RecordId record, QWidget *parent = nullptr);

    RecordForm *form() const { return m_form; }
    /// Whether a record of that kind is edited so, not being a link, a baseline or a part of one.
    static bool isFor(Kind kind);

public slots:
    /// Commits what was typed last, and stays when it is refused.
    void accept() override;
    void reject() override;

private:
    RecordForm *m_form;
};

} // namespace plumbline
