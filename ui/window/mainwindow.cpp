#include "ui/window/mainwindow.h"

#include "core/domain/person.h"
#include "core/domain/reviewrecord.h"
#include "core/edits/baselines.h"
#include "core/exchange/openpublication.h"
#include "core/exchange/publication.h"
#include "core/session/create.h"
#include "core/session/job.h"
#include "ui/dialogs/newreviewdialog.h"
#include "ui/dialogs/whoamidialog.h"
#include "ui/pages/evidencepage.h"
#include "ui/pages/sharingpage.h"
#include "ui/pages/startpage.h"
#include "ui/widgets/messagebar.h"
#include "ui/window/printjob.h"
#include "ui/window/quicksearch.h"
#include "ui/window/reviewview.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace plumbline {

using namespace Qt::StringLiterals;

/// What a window manager puts around a window; nobody can ask before it is shown.
static constexpr QSize roomForTitle(8, 40);

MainWindow::MainWindow(const Clock *clock, QWidget *parent)
    : QMainWindow(parent), m_clock(clock), m_stack(new QStackedWidget), m_start(new StartPage),
      m_startMessage(new MessageBar), m_search(new QuickSearch)
{
    auto *start = new QWidget;
    auto *layout = new QVBoxLayout(start);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_startMessage);
    layout->addWidget(m_start, 1);
    m_startMessage->hide();
    m_stack->addWidget(start);
    setCentralWidget(m_stack);

    connect(m_start, &StartPage::exampleRequested, this, &MainWindow::openExample);
    connect(m_start, &StartPage::newRequested, this, &MainWindow::newReview);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::chooseReview);
    connect(m_start, &StartPage::joinRequested, this, &MainWindow::joinReview);
    connect(m_start, &StartPage::fileRequested, this, &MainWindow::openReview);
    connect(m_search, &QuickSearch::recordChosen, this, [this](RecordId record) {
        if (m_view)
            m_view->showRecord(record);
    });
    connect(m_startMessage, &MessageBar::actionTriggered, this, [this] {
        if (const auto act = m_startAction)
            act();
    });
    makeMenus();
    makeStatusBar();
    const QSettings settings;
    if (!restoreGeometry(settings.value(u"window/geometry"_s).toByteArray()))
        resize(QSize(1440, 900).boundedTo(screen()->availableSize() - roomForTitle));
    m_start->setRecentFiles(settings.value(u"recent"_s).toStringList());
    updateState();
}

MainWindow::~MainWindow()
{
    delete m_view; // Before the session it reads.
}

/// Runs @p work under a waiting cursor.
template<class Work>
auto MainWindow::busy(Work work)
{
    QApplication::setOverrideCursor(Qt::WaitCursor);
    auto result = work();
    QApplication::restoreOverrideCursor();
    return result;
}

bool MainWindow::openReview(const QString &path)
{
    SessionOptions options;
    options.clock = m_clock;
    options.loading = Store::FewFirst;
    if (isBundle(path))
        return openBundle(path, options);
    auto session = busy([&] { return Session::open(path, options); });
    if (!session
        && (session.error().code == ErrorCode::Locked || session.error().code == ErrorCode::CannotWrite)) {
        const Error reason = session.error();
        options.mode = Store::ReadOnly;
        session = busy([&] { return Session::open(path, options); });
        if (session) {
            setSession(std::move(*session));
            say(Severity::Warning, tr("The review is open for reading only."), reason.sentence);
            return true;
        }
    }
    if (!session) {
        offerSalvage(session.error(), path);
        return false;
    }
    setSession(std::move(*session));
    beSafe();
    return true;
}

bool MainWindow::openBundle(const QString &path, const SessionOptions &options)
{
    auto session = busy([&] { return openPublication(path, options); });
    if (session) {
        setSession(std::move(*session));
        say(Severity::Hint, tr("This is a publication: what readers outside the team were given."),
            tr("It can be read and printed, and not be changed."));
        return true;
    }
    if (session.error().code == ErrorCode::Refused) // Changes for the team.
        joinBy(path);
    else
        sayError(session.error());
    return false;
}

void MainWindow::setSession(std::unique_ptr<Session> session)
{
    closeReview();
    m_session = std::move(session);
    m_view = new ReviewView(*m_session);
    m_stack->addWidget(m_view);
    m_stack->setCurrentWidget(m_view);
    m_search->setSession(m_session.get());
    m_startMessage->hide();
    connect(m_view->sharing(), &SharingPage::sendRequested, this, &MainWindow::sendTo);
    connect(m_view->sharing(), &SharingPage::receiveRequested, this, &MainWindow::receive);
    connect(m_view->findChild<EvidencePage *>(), &EvidencePage::mailImportRequested, this, &MainWindow::chooseMail);
    connect(m_session.get(), &Session::changed, this, &MainWindow::updateState);
    connect(m_session.get(), &Session::meChanged, this, &MainWindow::updateStatus);
    connect(m_session.get(), &Session::loadingFailed, this, &MainWindow::sayError);
    followReviewWords();
    m_pages->clear();
    int number = 0;
    for (const auto &[id, title] : m_view->pageTitles()) {
        QAction *action = m_pages->addAction(title, m_view, [this, id = id] { m_view->showPage(id); });
        if (++number < 10)
            action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)));
    }
    remember(m_session->path());
    updateState();
    m_view->setFocus();
}

void MainWindow::closeReview()
{
    if (QWidget *typing = focusWidget())
        typing->clearFocus(); // A field that is left commits what was typed.
    m_search->setSession(nullptr);
    m_backup.reset(); // Stops it; the next opening makes it.
    m_pages->clear();
    delete m_view;
    m_view = nullptr;
    m_session.reset();
    m_stack->setCurrentIndex(0);
    updateState();
}

void MainWindow::openExample()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    const QString path = folder + u"/ssr2-example.plumb"_s;
    if (!QFileInfo::exists(path)) {
        if (const Status made = busy([&] { return createSample(path); }); !made)
            return sayError(made.error());
    }
    openReview(path);
}

void MainWindow::newReview()
{
    NewReviewDialog dialog(this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const Status made = busy([&] { return createReview(dialog.path(), dialog.templateName(), dialog.title()); });
    if (!made)
        return sayError(made.error());
    openReview(dialog.path());
}

static QString reviewFilter()
{
    return MainWindow::tr("Reviews and publications (*.plumb *.plumbx)");
}

void MainWindow::chooseReview()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a review"), {}, reviewFilter());
    if (!path.isEmpty())
        openReview(path);
}

void MainWindow::writeReport(ReportJob::Kind kind)
{
    const QString name = kind == ReportJob::Draft     ? u"draft-report.pdf"_s
                         : kind == ReportJob::Plenary ? u"plenary-pack.pdf"_s
                                                      : u"timeline.pdf"_s;
    const QString path = QFileDialog::getSaveFileName(this, tr("Write the report"), name, tr("PDF (*.pdf)"));
    if (path.isEmpty())
        return;
    say(Severity::Hint, tr("The report is being written…"));
    auto *job = new ReportJob(m_session->review(), m_session->path(), m_session->clock().now(), kind, path, this);
    connect(job, &ReportJob::finished, this, [this](const QString &written, const QString &error) {
        if (error.isEmpty())
            say(Severity::Good, tr("The report is written: %1").arg(written));
        else
            say(Severity::Error, error);
    });
}

void MainWindow::printTimeline()
{
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(windowTitle());
    QPrintDialog dialog(printer.get(), this);
    dialog.setWindowTitle(tr("Print the timeline"));
    if (dialog.exec() == QDialog::Accepted)
        print(std::move(printer));
}

void MainWindow::print(std::unique_ptr<QPrinter> printer)
{
    say(Severity::Hint, tr("The timeline is being printed…"));
    auto *job = new PrintJob(m_session->review(), m_session->clock().now(), std::move(printer), this);
    connect(job, &PrintJob::finished, this, [this](int pages, const QString &error) {
        if (error.isEmpty())
            say(Severity::Good, tr("%n page(s) went to the printer.", nullptr, pages));
        else
            say(Severity::Error, error);
    });
}

void MainWindow::showConflicts()
{
    m_view->showPage(u"sharing"_s);
    m_view->sharing()->showView(u"conflicts"_s);
    m_view->sharing()->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::chooseMe()
{
    WhoAmIDialog(*m_session, this).exec();
}

void MainWindow::takeBaseline()
{
    bool ok = false;
    const QString name = QInputDialog::getText(this, tr("Take a baseline"),
                                               tr("Freezes dates and numbers under this name:"), QLineEdit::Normal, {}, &ok);
    if (!ok)
        return;
    const auto done = m_session->takeBaseline(name);
    if (done)
        say(Severity::Good, tr("Baseline “%1” is taken.").arg(name));
    else
        sayError(done.error());
}

void MainWindow::undo()
{
    const QString what = m_session->undoText();
    const auto done = m_session->undo();
    if (!done)
        return sayError(done.error());
    if (!done->left.isEmpty())
        say(Severity::Warning, tr("Taken back: %1.").arg(what),
            tr("Left as it is because of later work on it: %1.").arg(done->left.join(u", ")));
}

void MainWindow::redo()
{
    if (const auto done = m_session->redo(); !done)
        sayError(done.error());
}

void MainWindow::say(Severity severity, const QString &happened, const QString &kept)
{
    if (m_view)
        m_view->showMessage(severity, happened, kept);
    else
        m_startMessage->showMessage(severity, happened, kept);
}

void MainWindow::sayError(const Error &error)
{
    say(Severity::Error, error.sentence);
}

void MainWindow::remember(const QString &path)
{
    QSettings settings;
    QStringList recent = settings.value(u"recent"_s).toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    recent = recent.mid(0, 8);
    settings.setValue(u"recent"_s, recent);
    m_start->setRecentFiles(recent);
    fillRecent();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings().setValue(u"window/geometry"_s, saveGeometry());
    closeReview(); // Fields being typed in are left, and so committed.
    event->accept();
}

} // namespace plumbline
