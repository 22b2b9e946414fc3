// What the main window does with a mailing list: it opens the dialog that reads it, and says what came of it.

#include "ui/window/mainwindow.h"

#include "ui/dialogs/filewords.h"
#include "ui/dialogs/mailimportdialog.h"

#include <QFileDialog>

namespace plumbline {

void MainWindow::chooseMail()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Import a mailing list"), usualFolder(),
                                     tr("Mailing lists (*.mbox *.mbx *.txt *.eml);;All files (*)"));
    if (!path.isEmpty())
        takeMail(path);
}

void MainWindow::takeMail(const QString &path)
{
    if (QWidget *typing = focusWidget())
        typing->clearFocus(); // A field that is left commits what was typed, before anything is added.
    auto *dialog = new MailImportDialog(*m_session, path, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        say(Severity::Good, tr("%n message(s) were added.", nullptr, dialog->taken()->added),
            dialog->taken()->steps == 1 ? tr("Undo takes all of them back.")
                                        : tr("Undo takes them back in %n step(s).", nullptr, dialog->taken()->steps));
    });
    dialog->open();
    dialog->start();
}

} // namespace plumbline
