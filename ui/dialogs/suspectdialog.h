#pragma once

#include "core/domain/link.h"
#include "core/session/session.h"
#include "ui/dialogs/dialogframe.h"

namespace plumbline {

/// Shows what changed at the ends of a link since it was confirmed, word by word, and asks whether it still holds.
class SuspectDialog : public DialogFrame
{
    Q_OBJECT

public:
    SuspectDialog(Session &session, LinkId link, QWidget *parent = nullptr);

public slots:
    /// Confirms the link on what its ends say now.
    void accept() override;

private:
    void addChanges();

    Session &m_session; // Not owned.
    const LinkId m_link;
};

} // namespace plumbline
