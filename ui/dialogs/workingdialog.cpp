#include "ui/dialogs/workingdialog.h"

#include "core/session/job.h"

#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace plumbline {

static constexpr int barEnd = 1000; ///< Steps of the bar: finer than anybody sees.

WorkingDialog::WorkingDialog(const QString &windowTitle, QWidget *parent)
    : DialogFrame(windowTitle, parent), m_progress(new QProgressBar(this))
{
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_progress->setRange(0, barEnd);
    m_progress->hide();
    addAboveFoot(m_progress);
}

WorkingDialog::~WorkingDialog() = default;

void WorkingDialog::work(const QString &what, std::function<void(const Progress &)> task, std::function<void()> then)
{
    Q_ASSERT(!m_job);
    m_then = std::move(then);
    m_rejectText = rejectButton()->text();
    content()->setEnabled(false);
    allow(false, what);
    rejectButton()->setText(tr("Cancel"));
    rejectButton()->setEnabled(true);
    rejectButton()->setFocus();
    m_progress->setAccessibleName(what);
    showProgress(0, 0);
    m_progress->show();
    m_job = std::make_unique<Job>(std::move(task));
    connect(m_job.get(), &Job::progressed, this, &WorkingDialog::showProgress);
    // Later: the job is deleted there, and this signal is its own.
    connect(m_job.get(), &Job::finished, this, &WorkingDialog::finish, Qt::QueuedConnection);
    m_job->start();
}

void WorkingDialog::showProgress(qint64 done, qint64 total)
{
    // No total: a bar that only shows that something goes on.
    m_progress->setRange(0, total > 0 ? barEnd : 0);
    if (total > 0)
        m_progress->setValue(int(double(done) / double(total) * barEnd));
}

void WorkingDialog::finish()
{
    m_job.reset();
    m_progress->hide();
    content()->setEnabled(true);
    rejectButton()->setText(m_rejectText);
    rejectButton()->setEnabled(true);
    allow(true);
    if (const auto then = std::exchange(m_then, {}))
        then();
}

void WorkingDialog::reject()
{
    if (!m_job)
        return DialogFrame::reject();
    m_job->cancel();
    rejectButton()->setEnabled(false); // Until the work has heard it.
}

} // namespace plumbline
