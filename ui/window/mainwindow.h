#pragma once

#include "core/session/session.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/severity.h"
#include "ui/window/reportjob.h"

#include <QMainWindow>

#include <functional>
#include <memory>

class QLabel;
class QPrinter;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace plumbline {

class Job;
class MessageBar;
class QuickSearch;
struct ImportReport;
struct WrittenBundle;
class ReviewView;
class StartPage;
class TimelinePage;

/// The window: one open review, or the start page. It wires menus, pages and files; it holds no logic of its own.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// @p clock is not owned and outlives the window; null: the machine's clock.
    explicit MainWindow(const Clock *clock = nullptr, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens a review, or a publication for reading; offers to read a review that somebody else writes. False, with a
    /// message shown, when it cannot be opened; then what was open stays open. A bundle for the team opens the dialog
    /// that joins its review.
    bool openReview(const QString &path);
    /// Closes the review and shows the start page.
    void closeReview();
    void print(std::unique_ptr<QPrinter> printer);
    Session *session() const { return m_session.get(); }
    ReviewView *view() const { return m_view; }

public slots:
    void openExample();
    void newReview();
    void chooseReview();
    void joinReview();
    /// Joins the review a bundle belongs to.
    void joinBy(const QString &bundle);
    void receive();
    void receiveBundles(const QStringList &bundles);
    void send();
    /// Opens the dialog that writes a bundle for @p person; null: for anybody.
    void sendTo(plumbline::RecordId person);
    void writeReport(plumbline::ReportJob::Kind kind);
    /// Asks for a printer and prints the timeline, tiled over as many pages as it needs.
    void printTimeline();
    void showConflicts();
    void showGroups();
    void publish();
    void chooseMe();
    void takeBaseline();
    void choosePlan();
    /// Reads the plan of another program and shows what it would add.
    void takePlan(const QString &path);
    void chooseMail();
    /// Reads the file of a mailing list and shows what it would add.
    void takeMail(const QString &path);
    void savePlan();
    /// Writes the plan in the form the end of the name asks for: for another program, or as a picture.
    void writePlan(const QString &path);
    void showBackups();
    /// Saves what can be read of a damaged file into a new one, which is then opened.
    void salvageInto(const QString &path, const QString &fresh);
    void undo();
    void redo();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeMenus();
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeSpellingMenu(QMenu *view);
    void fillSpellingMenu(QMenu *menu);
    /// Names and abbreviations of the review are spelt right.
    void followReviewWords();
    void makeReviewMenus();
    /// The page of the timeline, brought to sight.
    TimelinePage *timelinePage();
    void makeStatusBar();
    QAction *addAction(QMenu *menu, const QString &text, const QKeySequence &keys, void (MainWindow::*slot)(),
                       const char *iconName = nullptr);
    bool openBundle(const QString &path, const SessionOptions &options);
    void setSession(std::unique_ptr<Session> session);
    void updateState();
    void updateUndo();
    void updateStatus();
    void fillRecent();
    void remember(const QString &path);
    void tellSent(const WrittenBundle &header, const QString &path);
    void tellReceived(const ImportReport &report);
    void setAside(const QList<qint64> &imports);
    void say(Severity severity, const QString &happened, const QString &kept = {});
    void sayError(const Error &error);
    void setTheme(ThemeChoice choice);
    void beSafe();
    void startBackup();
    void warnOfPlace();
    void copyElsewhere();
    void offerSalvage(const Error &error, const QString &path);
    void salvageReview(const QString &path);
    void offer(Severity severity, const QString &happened, const QString &kept, const QString &action,
               const std::function<void()> &act);
    template<class Work>
    auto busy(Work work);

    const Clock *m_clock; // Not owned.
    std::unique_ptr<Session> m_session; // Outlives the view, which is destroyed first.
    std::unique_ptr<Job> m_backup; // The backup of the day, while it is being made.
    std::unique_ptr<Job> m_salvage;
    std::unique_ptr<Job> m_reading; // Of a plan of another program.
    std::function<void()> m_startAction; // What the button of the message on the start page does.
    QStackedWidget *m_stack;
    StartPage *m_start;
    MessageBar *m_startMessage;
    ReviewView *m_view = nullptr;
    QuickSearch *m_search;
    QMenu *m_recent = nullptr;
    QMenu *m_pages = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_inspector = nullptr;
    QList<QAction *> m_needReview;  ///< Enabled while a review is open, or a publication.
    QList<QAction *> m_needTeam;    ///< Enabled while a review of one's own team is open.
    QList<QAction *> m_needWriting; ///< Enabled while it may also be changed.
    QList<QAction *> m_ofReview;    ///< Menus there are only while one is open.
    QLabel *m_saved;
    QLabel *m_time;
    QToolButton *m_me;
    QToolButton *m_conflicts;
};

} // namespace plumbline
