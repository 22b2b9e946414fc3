#include "ui/dialogs/conflictsdialog.h"

#include "ui/dialogs/conflictsview.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace plumbline {

ConflictsDialog::ConflictsDialog(Session &session, QWidget *parent)
    : DialogFrame(tr("Conflicts"), parent), m_view(new ConflictsView(session, this))
{
    body()->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(m_view, 1);
    setButtons(tr("Close"), {});
    setFootnote(tr("What is left open stays open; your work goes on."));
    // Enter within the list must not close the window.
    acceptButton()->setDefault(false);
    acceptButton()->setAutoDefault(false);
    connect(m_view, &ConflictsView::recordRequested, this, &ConflictsDialog::recordRequested);
    connect(m_view, &ConflictsView::message, this,
            [this](Severity, const QString &happened, const QString &) { complain(happened); });
    resize(1180, 700);
}

} // namespace plumbline
