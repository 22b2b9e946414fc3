// Who may see what: the closed groups, and what leaves the team.

#include "ui/window/mainwindow.h"

#include "ui/dialogs/groupsdialog.h"
#include "ui/dialogs/publishdialog.h"
#include "ui/window/reviewview.h"

#include <QFileDialog>
#include <QFileInfo>

namespace plumbline {

void MainWindow::showGroups()
{
    GroupsDialog(*m_session, this).exec();
}

void MainWindow::publish()
{
    PublishDialog dialog(*m_session, this);
    connect(&dialog, &PublishDialog::recordRequested, this, [&](RecordId record) {
        dialog.reject();
        m_view->showRecord(record);
    });
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Publish"), tr("%1-public.plumbx", "name of a file").arg(QFileInfo(m_session->path()).completeBaseName()),
        tr("Publications (*.plumbx)"));
    if (path.isEmpty())
        return;
    if (const Status written = dialog.write(path); !written)
        return sayError(written.error());
    say(Severity::Good, tr("“%1” is written and was read back.").arg(QFileInfo(path).fileName()),
        tr("It holds what readers outside the team may see, and nothing else."));
}

} // namespace plumbline
