// What the main window does with plans of other programs: it reads one and shows what it would add, and writes ours.

#include "ui/window/mainwindow.h"

#include "core/planfiles/planofreview.h"
#include "core/planfiles/planreader.h"
#include "core/planfiles/planwriter.h"
#include "core/session/job.h"
#include "core/timeline/timelineconflicts.h"
#include "core/timeline/timelinerows.h"
#include "ui/dialogs/filewords.h"
#include "ui/dialogs/planimportdialog.h"
#include "ui/render/timelineimage.h"
#include "ui/window/reviewview.h"

#include <QFileDialog>
#include <QFileInfo>

namespace plumbline {

using namespace Qt::StringLiterals;

void MainWindow::choosePlan()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Take in a plan"), usualFolder(),
        tr("Plans (*.xml *.gan *.planner *.pod *.ics *.csv);;All files (*)"));
    if (!path.isEmpty())
        takePlan(path);
}

void MainWindow::takePlan(const QString &path)
{
    auto plan = std::make_shared<Result<PlanFile>>(PlanFile());
    m_reading = std::make_unique<Job>([plan, path](const Progress &) { *plan = readPlanFile(path); });
    connect(m_reading.get(), &Job::finished, this, [this, plan, path] {
        if (!*plan)
            return sayError(plan->error());
        if (!m_session)
            return; // It was closed meanwhile.
        auto *dialog = new PlanImportDialog(*m_session, QFileInfo(path).fileName(), **plan, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog] {
            m_view->showPage(u"timeline"_s);
            say(Severity::Good, tr("%n item(s) of the plan were added.", nullptr, dialog->taken()->tasks),
                tr("Undo takes all of it back."));
        });
        dialog->open();
    });
    m_reading->start();
}

void MainWindow::savePlan()
{
    const QString proposal = u"%1/%2.xml"_s.arg(QFileInfo(m_session->path()).path(),
                                                QFileInfo(m_session->path()).completeBaseName());
    QString chosen;
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the plan"), proposal,
        tr("MS Project XML (*.xml);;iCalendar (*.ics);;CSV (*.csv);;Picture (*.png *.svg *.pdf)"), &chosen);
    if (!path.isEmpty())
        writePlan(path);
}

void MainWindow::writePlan(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    const Review &review = m_session->review();
    Status written;
    QStringList notes;
    if (ending == u"png" || ending == u"svg" || ending == u"pdf") {
        TimelineOptions options;
        options.today = m_session->clock().today();
        options.newItemRow = false;
        options.conflicts = timelineConflicts(review, PlanSchedule(review, options.today));
        written = writeTimelineImage(buildTimeline(review, options), path, {}, {});
    } else {
        const PlanFile plan = planOfReview(review);
        notes = plan.notes;
        written = writePlanFile(plan, path, m_session->clock().now());
    }
    if (!written)
        return sayError(written.error());
    say(Severity::Good, tr("The plan is in “%1”.").arg(QFileInfo(path).fileName()), notes.join(u' '));
}

} // namespace plumbline
