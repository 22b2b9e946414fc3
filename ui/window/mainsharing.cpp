// What the main window does to join, send and receive: it opens the dialogs, which do the work, and says what came of it.

#include "core/exchange/sharing.h"
#include "ui/dialogs/filewords.h"
#include "ui/dialogs/joindialog.h"
#include "ui/dialogs/receivedialog.h"
#include "ui/dialogs/senddialog.h"
#include "ui/pages/sharingpage.h"
#include "ui/window/mainwindow.h"
#include "ui/window/reviewview.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QUrl>

namespace plumbline {

using namespace Qt::StringLiterals;

static QString bundleFilter()
{
    return MainWindow::tr("Bundles (*.plumbx)");
}

/// Where bundles were last written or read.
static QString bundleFolder()
{
    const QString folder = QSettings().value(u"sharing/folder"_s).toString();
    return QFileInfo(folder).isDir() ? folder : usualFolder();
}

static void rememberFolderOf(const QString &path)
{
    QSettings().setValue(u"sharing/folder"_s, QFileInfo(path).absolutePath());
}

void MainWindow::joinReview()
{
    const QString bundle = QFileDialog::getOpenFileName(this, tr("Join a review"), bundleFolder(), bundleFilter());
    if (!bundle.isEmpty())
        joinBy(bundle);
}

void MainWindow::joinBy(const QString &bundle)
{
    rememberFolderOf(bundle);
    auto *dialog = new JoinDialog(bundle, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { openReview(dialog->path()); });
    dialog->open();
}

void MainWindow::receive()
{
    const QStringList bundles = QFileDialog::getOpenFileNames(this, tr("Receive changes"), bundleFolder(), bundleFilter());
    if (!bundles.isEmpty())
        receiveBundles(bundles);
}

void MainWindow::receiveBundles(const QStringList &bundles)
{
    rememberFolderOf(bundles.first());
    if (QWidget *typing = focusWidget())
        typing->clearFocus(); // A field that is left commits what was typed, before anything arrives.
    auto *dialog = new ReceiveDialog(*m_session, bundles, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        tellReceived(*dialog->taken());
        m_view->setFocus(); // Not where the keys happen to fall when the dialog goes.
    });
    dialog->open();
    dialog->start();
}

void MainWindow::tellReceived(const ImportReport &report)
{
    const int conflicts = int(report.newConflicts.size());
    const int reread = int(report.touchedByBoth.size());
    QStringList kept;
    if (conflicts > 0)
        kept += tr("%n conflict(s) are waiting in Sharing; both values are kept.", nullptr, conflicts);
    if (reread > 0)
        kept += tr("%n record(s) were changed here as well and are listed to be read again.", nullptr, reread);
    if (report.counts.setAside > 0)
        kept += tr("%n change(s) cannot be read by this version and are kept as they came.", nullptr,
                   int(report.counts.setAside));
    if (!report.left.isEmpty())
        kept += tr("Not set aside because of later work: %1.").arg(report.left.join(u", "_s));
    if (kept.isEmpty())
        kept += tr("Everything fits together with what was here.");
    say(conflicts > 0 ? Severity::Warning : Severity::Good,
        tr("%n change(s) were taken in.", nullptr, int(report.counts.transactions)), kept.join(u' '));
    m_view->sharing()->refresh();
    if (report.counts.transactions > 0)
        m_view->offer(tr("Set them aside"), [this, imports = report.imports] { setAside(imports); });
}

void MainWindow::setAside(const QList<qint64> &imports)
{
    QStringList left;
    for (const qint64 import : imports) {
        const auto done = m_session->setAsideImport(import);
        if (!done)
            return sayError(done.error());
        left += done->left;
    }
    say(left.isEmpty() ? Severity::Good : Severity::Warning, tr("What arrived is set aside; undo brings it back."),
        left.isEmpty() ? QString() : tr("Left as it is because of later work on it: %1.").arg(left.join(u", "_s)));
}

void MainWindow::send()
{
    sendTo({});
}

void MainWindow::sendTo(RecordId person)
{
    if (QWidget *typing = focusWidget())
        typing->clearFocus(); // What was typed goes along.
    auto *dialog = new SendDialog(*m_session, person, bundleFolder(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { tellSent(*dialog->written(), dialog->path()); });
    dialog->open();
}

void MainWindow::tellSent(const WrittenBundle &header, const QString &path)
{
    rememberFolderOf(path);
    const bool whole = header.filesLeftOut == 0;
    say(whole ? Severity::Good : Severity::Warning,
        tr("“%1” is written and was read back.").arg(QFileInfo(path).fileName()),
        tr("It holds %n change(s). Send it by mail or hand it over.", nullptr, int(header.transactions)) +
            (whole ? QString()
                   : u' ' + tr("The contents of %n attached file(s) did not fit and stayed out: save them and hand "
                               "them over by themselves.",
                               nullptr, header.filesLeftOut)));
    m_view->offer(tr("Show in folder"),
                  [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); });
    m_view->sharing()->refresh();
}

} // namespace plumbline
