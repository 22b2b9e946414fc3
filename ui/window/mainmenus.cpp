// The menus and the status bar of the main window: where every action has its place.

#include "ui/window/mainwindow.h"

#include "core/domain/person.h"
#include "core/domain/reviewrecord.h"
#include "ui/dialogs/recorddialog.h"
#include "ui/gantt/ganttwidget.h"
#include "ui/pages/historypage.h"
#include "ui/pages/timelinepage.h"
#include "ui/pages/timelinetools.h"
#include "ui/widgets/icons.h"
#include "ui/window/quicksearch.h"
#include "ui/window/reviewview.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QShortcut>
#include <QStatusBar>
#include <QToolButton>

namespace plumbline {

using namespace Qt::StringLiterals;

QAction *MainWindow::addAction(QMenu *menu, const QString &text, const QKeySequence &keys, void (MainWindow::*slot)(),
                               const char *iconName)
{
    QAction *action = menu->addAction(text, this, slot);
    action->setShortcut(keys);
    if (iconName)
        action->setIcon(icon(iconName));
    return action;
}

void MainWindow::makeMenus()
{
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeReviewMenus();
    menuBar()->setCornerWidget(m_search);
    m_search->setCommands(menuBar());
    auto *find = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this);
    connect(find, &QShortcut::activated, m_search, qOverload<>(&QWidget::setFocus));
}

void MainWindow::makeFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    addAction(menu, tr("&New review…"), QKeySequence::New, &MainWindow::newReview, "plus");
    addAction(menu, tr("&Open…"), QKeySequence::Open, &MainWindow::chooseReview, "open");
    m_recent = menu->addMenu(tr("Open &recent"));
    fillRecent();
    addAction(menu, tr("&Join a review…"), {}, &MainWindow::joinReview, "inbox");
    addAction(menu, tr("Open the &example review"), {}, &MainWindow::openExample, "compass");
    menu->addSeparator();
    m_needTeam += addAction(menu, tr("&Backups…"), {}, &MainWindow::showBackups);
    m_needReview += addAction(menu, tr("&Close the review"), QKeySequence::Close, &MainWindow::closeReview);
    menu->addSeparator();
    QAction *quit = menu->addAction(tr("&Quit"), this, &QWidget::close);
    quit->setShortcut(QKeySequence::Quit);
}

void MainWindow::makeEditMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Edit"));
    m_undo = addAction(menu, tr("&Undo"), QKeySequence::Undo, &MainWindow::undo, "undo");
    m_redo = addAction(menu, tr("&Redo"), QKeySequence::Redo, &MainWindow::redo, "redo");
}

void MainWindow::makeViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    m_pages = menu->addMenu(tr("&Go to"));
    m_inspector = menu->addAction(tr("&Inspector"), this, [this](bool visible) {
        if (m_view)
            m_view->setInspectorVisible(visible);
    });
    m_inspector->setCheckable(true);
    m_inspector->setChecked(true);
    m_inspector->setShortcut(QKeySequence(Qt::Key_F9));
    m_needReview += m_inspector;
    menu->addSeparator();
    QMenu *look = menu->addMenu(tr("&Appearance"));
    auto *group = new QActionGroup(this);
    const int chosen = QSettings().value(u"appearance"_s, int(ThemeChoice::System)).toInt();
    for (const auto &[choice, text] : {std::pair(ThemeChoice::System, tr("As the &system")),
                                       std::pair(ThemeChoice::Light, tr("&Light")), std::pair(ThemeChoice::Dark, tr("&Dark"))}) {
        QAction *action = look->addAction(text, this, [this, choice = choice] { setTheme(choice); });
        action->setCheckable(true);
        action->setChecked(int(choice) == chosen);
        group->addAction(action);
    }
    makeSpellingMenu(menu);
}

void MainWindow::setTheme(ThemeChoice choice)
{
    QSettings().setValue(u"appearance"_s, int(choice));
    applyTheme(*qApp, choice);
}

TimelinePage *MainWindow::timelinePage()
{
    m_view->showPage(u"timeline"_s);
    return static_cast<TimelinePage *>(m_view->currentPage());
}

void MainWindow::makeReviewMenus()
{
    QMenu *review = menuBar()->addMenu(tr("&Review"));
    m_needWriting += addAction(review, tr("&Who am I…"), {}, &MainWindow::chooseMe, "person");
    m_needWriting += review->addAction(tr("&Title, mandate and dates…"), this, [this] {
        RecordDialog(*m_session, RecordId(m_session->review().uuid()), this).exec();
    });
    m_needWriting += addAction(review, tr("Take a &baseline…"), {}, &MainWindow::takeBaseline);
    m_needWriting += addAction(review, tr("Import a &mailing list…"), {}, &MainWindow::chooseMail, "inbox");
    review->addSeparator();
    const auto onHistory = [&](const QString &text, const QKeySequence &keys, const QString &view) {
        QAction *action = review->addAction(text, this, [this, view] {
            m_view->showPage(u"history"_s);
            static_cast<HistoryPage *>(m_view->currentPage())->showView(view);
        });
        action->setShortcut(keys);
        m_needTeam += action;
    };
    onHistory(tr("&History"), QKeySequence(Qt::CTRL | Qt::Key_H), u"changes"_s);
    onHistory(tr("&Compare with a baseline"), {}, u"compare"_s);
    onHistory(tr("T&rash"), {}, u"trash"_s);

    QMenu *timeline = menuBar()->addMenu(tr("&Timeline"));
    const auto onGantt = [&](const QString &text, const QKeySequence &keys, auto slot) {
        QAction *action = timeline->addAction(text, this, [this, slot] {
            timelinePage()->showView(u"chart"_s);
            (timelinePage()->gantt()->*slot)();
        });
        action->setShortcut(keys);
        m_needReview += action;
    };
    onGantt(tr("Zoom &in"), QKeySequence::ZoomIn, &GanttWidget::zoomIn);
    onGantt(tr("Zoom &out"), QKeySequence::ZoomOut, &GanttWidget::zoomOut);
    onGantt(tr("&Fit the whole plan"), {}, &GanttWidget::fit);
    onGantt(tr("Go to &today"), {}, &GanttWidget::goToToday);
    onGantt(tr("Fold &all lanes"), {}, &GanttWidget::foldAll);
    onGantt(tr("&Unfold all lanes"), {}, &GanttWidget::unfoldAll);
    onGantt(tr("&New item"), {}, &GanttWidget::beginTyping);
    onGantt(tr("&Link the item with another"), {}, &GanttWidget::linkCurrent);
    timeline->addSeparator();
    m_needReview += timeline->addAction(tr("&Deadlines"), this, [this] { timelinePage()->showView(u"deadlines"_s); });
    m_needTeam += timeline->addAction(tr("&How dates moved"), this, [this] { timelinePage()->showView(u"trend"_s); });
    m_needWriting += timeline->addAction(tr("&What if"), this, [this] {
        timelinePage()->showView(u"chart"_s);
        timelinePage()->tools()->setTrying(true);
    });
    m_needWriting += addAction(timeline, tr("Take in a &plan…"), {}, &MainWindow::choosePlan, "inbox");
    m_needReview += addAction(timeline, tr("&Save the plan…"), {}, &MainWindow::savePlan);

    QMenu *report = menuBar()->addMenu(tr("Re&port"));
    m_needReview += report->addAction(tr("&Timeline as PDF…"), this, [this] { writeReport(ReportJob::Timeline); });
    m_needReview += addAction(report, tr("&Print the timeline…"), QKeySequence::Print, &MainWindow::printTimeline);
    m_needReview += report->addAction(tr("&Draft report as PDF…"), this, [this] { writeReport(ReportJob::Draft); });
    m_needTeam += report->addAction(tr("Plenary pa&ck as PDF…"), this, [this] { writeReport(ReportJob::Plenary); });

    QMenu *sharing = menuBar()->addMenu(tr("&Sharing"));
    m_needWriting += addAction(sharing, tr("&Receive changes…"), QKeySequence(Qt::CTRL | Qt::Key_I),
                               &MainWindow::receive, "inbox");
    m_needTeam += addAction(sharing, tr("&Send changes…"), QKeySequence(Qt::CTRL | Qt::Key_E), &MainWindow::send,
                              "send");
    m_needTeam += addAction(sharing, tr("Show &conflicts"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                              &MainWindow::showConflicts, "conflict");
    sharing->addSeparator();
    m_needTeam += addAction(sharing, tr("Closed &groups…"), {}, &MainWindow::showGroups, "lock");
    m_needTeam += addAction(sharing, tr("&Publish…"), {}, &MainWindow::publish, "report");

    m_ofReview = {review->menuAction(), timeline->menuAction(), report->menuAction(), sharing->menuAction()};

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&About Plumbline"), this, [this] {
        QMessageBox::about(this, tr("About Plumbline"),
                           tr("Plumbline %1 runs an expert review from its terms of reference to the feedback on "
                              "implementation. Everything stays on this computer until you send it.")
                               .arg(QApplication::applicationVersion()));
    });
}

void MainWindow::fillRecent()
{
    m_recent->clear();
    for (const QString &path : QSettings().value(u"recent"_s).toStringList())
        m_recent->addAction(QString(path).replace(u'&', u"&&"_s), this, [this, path] { openReview(path); });
    m_recent->setEnabled(!m_recent->isEmpty());
}

void MainWindow::makeStatusBar()
{
    const auto button = [&](const char *iconName, void (MainWindow::*slot)()) {
        auto *tool = new QToolButton;
        tool->setAutoRaise(true);
        tool->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        tool->setIcon(icon(iconName));
        connect(tool, &QToolButton::clicked, this, slot);
        return tool;
    };
    m_saved = new QLabel;
    m_saved->setContentsMargins(12, 0, 12, 0);
    m_time = new QLabel;
    m_time->setContentsMargins(0, 0, 12, 0);
    m_me = button("person", &MainWindow::chooseMe);
    m_conflicts = button("conflict", &MainWindow::showConflicts);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_saved);
    statusBar()->addPermanentWidget(m_time);
    statusBar()->addPermanentWidget(m_me);
    statusBar()->addPermanentWidget(m_conflicts);
}

void MainWindow::updateState()
{
    // Nothing is written, sent or printed of a review that is not all here yet.
    const bool whole = m_session && !m_session->isLoading();
    for (QAction *action : std::as_const(m_needReview))
        action->setEnabled(whole);
    for (QAction *action : std::as_const(m_needTeam))
        action->setEnabled(whole && !m_session->isPublication());
    for (QAction *action : std::as_const(m_needWriting))
        action->setEnabled(whole && !m_session->isReadOnly());
    m_pages->setEnabled(bool(m_session));
    for (QAction *menu : std::as_const(m_ofReview))
        menu->setVisible(bool(m_session));
    updateUndo();
    updateStatus();
    const ReviewRecord *record = m_session ? m_session->review().find(Id<ReviewRecord>(m_session->review().uuid()))
                                           : nullptr;
    if (!record)
        return setWindowTitle(tr("Plumbline"));
    const QString title = record->acronym.isEmpty() ? record->title : tr("%1 — %2").arg(record->acronym, record->title);
    setWindowTitle(m_session->isPublication() ? tr("%1 (publication)").arg(title)
                   : m_session->isReadOnly()  ? tr("%1 (reading only)").arg(title)
                                              : title);
}

void MainWindow::updateUndo()
{
    const bool writable = m_session && !m_session->isReadOnly();
    const QString undoWhat = writable ? m_session->undoText() : QString();
    const QString redoWhat = writable ? m_session->redoText() : QString();
    m_undo->setEnabled(!undoWhat.isEmpty());
    m_redo->setEnabled(!redoWhat.isEmpty());
    m_undo->setText(undoWhat.isEmpty() ? tr("&Undo") : tr("&Undo %1").arg(undoWhat));
    m_redo->setText(redoWhat.isEmpty() ? tr("&Redo") : tr("&Redo %1").arg(redoWhat));
}

void MainWindow::updateStatus()
{
    const bool ofTeam = m_session && !m_session->isPublication();
    m_me->setVisible(ofTeam);
    m_conflicts->setVisible(ofTeam);
    m_time->setVisible(bool(m_session));
    if (!m_session) {
        m_saved->setText(tr("Ready"));
        return;
    }
    const QDateTime saved = m_session->lastSaved();
    m_saved->setText(m_session->isLoading()    ? tr("Loading the rest of the review…")
                         : m_session->isReadOnly() ? tr("Reading only")
                         : saved.isValid()
                         ? tr("All changes saved %1").arg(locale().toString(saved.toLocalTime().time(), QLocale::ShortFormat))
                         : tr("All changes saved"));
    m_time->setText(tr("%1, days in UTC").arg(locale().toString(m_session->clock().today(), u"ddd d MMM yyyy"_s)));
    const Person *me = m_session->review().find(PersonId(m_session->me().uuid));
    m_me->setText(me ? tr("%1 (you)").arg(me->name) : tr("Who are you?"));
    const int conflicts = int(m_session->review().conflicts().size());
    m_conflicts->setText(tr("%n conflict(s)", nullptr, conflicts));
}

} // namespace plumbline
