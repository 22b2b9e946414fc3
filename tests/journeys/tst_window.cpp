// A person opens the example in the window, walks through it, edits by keyboard and mouse, takes it back, and finds it all
// again after a restart.

#include "ui/window/mainwindow.h"

#include "core/domain/milestone.h"
#include "core/exchange/sharing.h"
#include "core/session/create.h"
#include "tests/samplefile.h"
#include "tests/testprogram.h"
#include "ui/gantt/ganttview.h"
#include "ui/gantt/ganttwidget.h"
#include "ui/pages/timelinepage.h"
#include "ui/widgets/apptheme.h"
#include "ui/window/reviewview.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace window_test {

class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"plumbline-tests"_s);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        applyTheme(*qApp, ThemeChoice::Light);
        QVERIFY(putSample(path(u"sample"_s)));
    }

    void everyPageOpensAndShowsTheExample()
    {
        MainWindow window(&m_clock);
        window.resize(1440, 900);
        window.show();
        QVERIFY(window.openReview(fresh()));
        for (const auto &[id, title] : window.view()->pageTitles()) {
            window.view()->showPage(id);
            QCOMPARE(window.view()->currentPageId(), id);
            QVERIFY2(!window.grab().isNull(), qPrintable(title));
        }
        QVERIFY(window.windowTitle().contains(u"Security"_s));
    }

    void aMilestoneMovedByKeyboardIsStoredAndUndone()
    {
        const QString file = fresh();
        std::optional<PartialDate> before;
        {
            MainWindow window(&m_clock);
            window.resize(1440, 900);
            window.show();
            QVERIFY(window.openReview(file));
            const Review &review = window.session()->review();
            const auto id = review.byKey(u"M-022"_s);
            QVERIFY(bool(id));
            before = review.find(MilestoneId(id->uuid))->target;
            window.view()->showRecord(*id);
            QCOMPARE(window.view()->currentPageId(), u"timeline"_s);
            auto *gantt = static_cast<TimelinePage *>(window.view()->currentPage())->gantt();
            QTest::keyClick(gantt->view(), Qt::Key_Right, Qt::ControlModifier);
            QTRY_COMPARE(review.find(MilestoneId(id->uuid))->target->first, before->first.addDays(1));
        }
        // After a restart the move is there, and can still be taken back.
        MainWindow window(&m_clock);
        QVERIFY(window.openReview(file));
        const Review &review = window.session()->review();
        const MilestoneId id(review.byKey(u"M-022"_s)->uuid);
        QCOMPARE(review.find(id)->target->first, before->first.addDays(1));
        window.undo();
        QCOMPARE(review.find(id)->target, before);
        window.redo();
        QCOMPARE(review.find(id)->target->first, before->first.addDays(1));
        QVERIFY(bool(window.session()->store().verify()));
        QVERIFY(window.session()->store().verify()->problems.isEmpty());
    }

    void aReviewOpenElsewhereIsOfferedForReading()
    {
        const QString file = fresh();
        MainWindow first(&m_clock);
        QVERIFY(first.openReview(file));
        MainWindow second(&m_clock);
        QVERIFY(second.openReview(file));
        QVERIFY(second.session()->isReadOnly());
        QVERIFY(!first.session()->isReadOnly());
    }

    void aFileThatIsNoReviewLeavesTheOpenOneOpen()
    {
        MainWindow window(&m_clock);
        QVERIFY(window.openReview(fresh()));
        const QString foreign = path(u"foreign.plumb"_s);
        QFile file(foreign);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("This is a letter.");
        file.close();
        QVERIFY(!window.openReview(foreign));
        QVERIFY(window.session());
        QVERIFY(window.view());
    }

    void aWindowFollowsAnImport()
    {
        const QString mine = fresh();
        const QString theirs = fresh();
        const QString bundle = path(u"theirs.plumbx"_s);
        {
            auto other = Session::open(theirs);
            QVERIFY(bool(other));
            ChangeSet changes((*other)->review(), Cause::Edit);
            const auto id = (*other)->review().byKey(u"M-S7-05"_s);
            changes.set<&Milestone::title>(MilestoneId(id->uuid), u"Renamed elsewhere"_s);
            QVERIFY(bool((*other)->commit(changes)));
            QVERIFY(bool(exportBundle(**other, bundle)));
        }
        MainWindow window(&m_clock);
        window.resize(1440, 900);
        window.show();
        QVERIFY(window.openReview(mine));
        window.view()->showPage(u"timeline"_s);
        QVERIFY(bool(importBundles(*window.session(), {bundle})));
        const MilestoneId id(window.session()->review().byKey(u"M-S7-05"_s)->uuid);
        QCOMPARE(window.session()->review().find(id)->title, u"Renamed elsewhere"_s);
        QVERIFY(!window.grab().isNull());
    }

    void anEmptyReviewOpensOnEveryPage()
    {
        const QString file = path(u"empty.plumb"_s);
        QVERIFY(bool(createReview(file, u"blank"_s, u"مراجعة جديدة"_s)));
        MainWindow window(&m_clock);
        window.resize(1440, 900);
        window.show();
        QVERIFY(window.openReview(file));
        for (const auto &[id, title] : window.view()->pageTitles()) {
            window.view()->showPage(id);
            QVERIFY2(!window.grab().isNull(), qPrintable(title));
        }
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// A copy of the example under a name of its own.
    QString fresh()
    {
        const QString file = path(u"copy-%1.plumb"_s.arg(++m_copies));
        QFile::copy(path(u"sample"_s), file);
        return file;
    }

    QTemporaryDir m_folder;
    FixedClock m_clock{QDateTime(QDate(2019, 11, 8), QTime(12, 0), Qt::UTC)};
    int m_copies = 0;
};

PLUMBLINE_TEST(TestWindow)
} // namespace window_test

#include "tst_window.moc"
