// What the main window does so that nothing is lost: backups, warnings of dangerous places, and salvaging.

#include "ui/window/mainwindow.h"

#include "core/session/backup.h"
#include "core/session/fileplace.h"
#include "core/session/job.h"
#include "core/store/salvage.h"
#include "ui/dialogs/backupsdialog.h"
#include "ui/dialogs/filewords.h"
#include "ui/widgets/messagebar.h"
#include "ui/window/reviewview.h"

#include <QFileDialog>
#include <QFileInfo>

namespace plumbline {

using namespace Qt::StringLiterals;

void MainWindow::beSafe()
{
    warnOfPlace();
    if (!m_session->isReadOnly())
        startBackup();
}

void MainWindow::startBackup()
{
    const Backups backups(m_session->review().uuid());
    const QDate today = m_session->clock().today();
    if (!backups.isDue(today))
        return;
    auto made = std::make_shared<Status>();
    m_backup = std::make_unique<Job>([backups, today, made, path = m_session->path()](const Progress &progress) {
        *made = backups.make(path, today, progress);
    });
    connect(m_backup.get(), &Job::finished, this, [made] { logBackup(*made); });
    m_backup->start();
}

void MainWindow::showBackups()
{
    BackupsDialog dialog(Backups(m_session->review().uuid()), m_session->path(), this);
    if (dialog.exec() == QDialog::Accepted)
        openReview(dialog.copy());
}

void MainWindow::warnOfPlace()
{
    const FilePlace place = placeOf(m_session->path());
    if (place.danger == FilePlace::None || m_session->isReadOnly())
        return;
    m_view->offer(Severity::Warning, describePlace(place), adviceFor(place), tr("Copy to a folder of mine…"),
                  [this] { copyElsewhere(); });
}

void MainWindow::copyElsewhere()
{
    const QString documents = usualFolder();
    const QString path = QFileDialog::getSaveFileName(this, tr("Copy the review"),
                                                      documents + u'/' + QFileInfo(m_session->path()).fileName(),
                                                      tr("Reviews (*.plumb)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return;
    if (QFileInfo::exists(path))
        return sayError({ErrorCode::Refused,
                         tr("There is a file “%1” already; it was left as it is. Choose another name.").arg(path), {}, {}});
    if (const Status copied = m_session->store().copyTo(path); !copied)
        return sayError(copied.error());
    if (openReview(path))
        say(Severity::Good, tr("You are working on “%1” now.").arg(path),
            tr("The file you copied it from is as it was; tell the others that you send bundles from now on."));
}

void MainWindow::offerSalvage(const Error &error, const QString &path)
{
    if (error.code != ErrorCode::Damaged)
        return sayError(error);
    offer(Severity::Error, error.sentence, tr("What can be read of it can be saved into a new file; this one stays."),
          tr("Salvage what can be read…"), [this, path] { salvageReview(path); });
}

void MainWindow::salvageReview(const QString &path)
{
    const QFileInfo file(path);
    const QString proposal = u"%1/%2.plumb"_s.arg(file.path(), tr("%1 salvaged").arg(file.completeBaseName()));
    const QString fresh = QFileDialog::getSaveFileName(this, tr("Save what can be read as"), proposal,
                                                       tr("Reviews (*.plumb)"), nullptr,
                                                       QFileDialog::DontConfirmOverwrite);
    if (!fresh.isEmpty())
        salvageInto(path, fresh);
}

void MainWindow::salvageInto(const QString &path, const QString &fresh)
{
    auto report = std::make_shared<Result<SalvageReport>>(SalvageReport());
    m_salvage = std::make_unique<Job>(
        [report, path, fresh](const Progress &progress) { *report = salvage(path, fresh, progress); });
    const auto tell = [this](qint64 done, qint64 total) {
        const int percent = total > 0 ? int(100 * done / total) : 0;
        offer(Severity::Hint, tr("Salvaging: %1 %").arg(percent), {}, tr("Stop"), [this] { m_salvage->cancel(); });
    };
    tell(0, 0);
    connect(m_salvage.get(), &Job::progressed, this, tell);
    connect(m_salvage.get(), &Job::finished, this, [this, report, fresh] {
        if (!*report)
            return sayError(report->error());
        QStringList lines = describeSalvage(**report);
        if (!openReview(fresh))
            return;
        const QString first = lines.takeFirst();
        say((*report)->isComplete() ? Severity::Good : Severity::Warning, first, lines.join(u' '));
    });
    m_salvage->start();
}

void MainWindow::offer(Severity severity, const QString &happened, const QString &kept, const QString &action,
                       const std::function<void()> &act)
{
    if (m_view)
        return m_view->offer(severity, happened, kept, action, act);
    m_startMessage->showMessage(severity, happened, kept);
    m_startMessage->setAction(action);
    m_startAction = act;
}

} // namespace plumbline
