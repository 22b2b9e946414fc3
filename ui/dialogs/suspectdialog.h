#pragma once

#include "core/domain/implementabilityinput.h"
#include "core/domain/link.h"
#include "core/session/formertext.h"
#include "core/session/session.h"
#include "ui/dialogs/dialogframe.h"

#include <functional>

namespace plumbline {

/// Shows what changed since something was said of a text, word by word, and asks whether it still holds: a link, or what
/// Board or staff answered.
class SuspectDialog : public DialogFrame
{
    Q_OBJECT

public:
    SuspectDialog(Session &session, LinkId link, QWidget *parent = nullptr);
    SuspectDialog(Session &session, ImplementabilityInputId answer, QWidget *parent = nullptr);

public slots:
    /// Confirms it on what the texts say now.
    void accept() override;

private:
    using Confirm = std::function<Result<ChangeSet>(const EditContext &)>;
    void build(const QString &title, const QString &about, const QList<ChangedField> &changes, const Confirm &confirm);
    void addChanges(const QList<ChangedField> &changes);

    Session &m_session; // Not owned.
    Confirm m_confirm;  ///< Null when there is nothing to confirm any more.
};

} // namespace plumbline
