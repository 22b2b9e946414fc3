// What the window does so that nothing is lost: backups, salvaging, warnings, and a second window.

#include "ui/window/mainwindow.h"

#include "core/session/backup.h"
#include "core/exchange/publication.h"
#include "core/exchange/sharing.h"
#include "core/session/create.h"
#include "tests/core/session/testsession.h"
#include "tests/samplefile.h"
#include "tests/testprogram.h"
#include "ui/dialogs/backupsdialog.h"
#include "ui/dialogs/joindialog.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/messagebar.h"
#include "ui/window/quicksearch.h"
#include "ui/window/reviewview.h"

#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QDir>
#include <QListView>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace safety_test {

class TestSafety : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theFirstOpeningOfADayMakesABackup();
    void aBackupIsOpenedAsACopy();
    void theDialogStaysWhenTheCopyCannotBeMade();
    void aDamagedReviewIsOfferedForSalvage();
    void aSyncFolderIsWarnedOf();
    void aSecondWindowIsOfferedReading();
    void aPublicationIsReadOnly();
    void aBundleForTheTeamIsJoined();
    void searchOffersRecordsByTheirTexts();
    void searchOffersCommands();

private:
    QString fresh(const QString &name) const
    {
        const QString path = m_folder.filePath(name + u".plumb"_s);
        QDir().mkpath(QFileInfo(path).path());
        QFile::copy(m_folder.filePath(u"sample"_s), path);
        return path;
    }
    /// Types into the search field and gives what is offered.
    static QAbstractItemModel *offered(MainWindow &window, const QString &text)
    {
        auto *search = window.findChild<QuickSearch *>();
        search->setFocus();
        search->selectAll();
        search->insert(text); // Qt Test has no keys for Chinese; this is what an input method does.
        QTest::qWait(300);
        return search->findChild<QCompleter *>()->model();
    }
    static QStringList texts(const QAbstractItemModel &model)
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all += model.index(row, 0).data().toString();
        return all;
    }
    QTemporaryDir m_folder;
    FixedClock m_clock{QDateTime(QDate(2018, 11, 8), QTime(13, 0), Qt::UTC)};
};

void TestSafety::initTestCase()
{
    QCoreApplication::setOrganizationName(u"plumbline-tests"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    qputenv("XDG_DATA_HOME", m_folder.filePath(u"home"_s).toUtf8());
    applyTheme(*qApp, ThemeChoice::Light);
    QVERIFY(putSample(m_folder.filePath(u"sample"_s)));
}

void TestSafety::theFirstOpeningOfADayMakesABackup()
{
    const Backups backups(sampleUuid());
    QVERIFY(backups.list().isEmpty());
    MainWindow window(&m_clock);
    QVERIFY(window.openReview(fresh(u"a"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(backups.list().size(), 1, 20'000);
    QCOMPARE(backups.list().first().day, QDate(2018, 11, 8));
    QCOMPARE(backups.list().first().changes, window.session()->store().transactionCount());
}

void TestSafety::aBackupIsOpenedAsACopy()
{
    const Backups backups(sampleUuid());
    BackupsDialog dialog(backups, m_folder.filePath(u"a.plumb"_s));
    QVERIFY(dialog.acceptButton()->isEnabled());
    QCOMPARE(dialog.day(), QDate(2018, 11, 8));
    const QString copy = m_folder.filePath(u"copy.plumb"_s);
    dialog.copyTo(copy);
    QCOMPARE(dialog.copy(), copy);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    MainWindow window(&m_clock);
    QVERIFY(window.openReview(copy));
}

void TestSafety::theDialogStaysWhenTheCopyCannotBeMade()
{
    BackupsDialog dialog(Backups(sampleUuid()), m_folder.filePath(u"a.plumb"_s));
    dialog.show();
    dialog.copyTo(m_folder.filePath(u"sample"_s));
    QVERIFY(dialog.isVisible());
    QVERIFY(dialog.copy().isEmpty());
    BackupsDialog empty(Backups(QUuid::createUuid()), m_folder.filePath(u"a.plumb"_s));
    QVERIFY(!empty.acceptButton()->isEnabled());
}

void TestSafety::aDamagedReviewIsOfferedForSalvage()
{
    const QString path = fresh(u"damaged"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(100) && file.write(QByteArray(3000, '\0')) == 3000);
    file.close();
    MainWindow window(&m_clock);
    window.show();
    QVERIFY(!window.openReview(path));
    auto *bar = window.findChild<MessageBar *>();
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->findChild<QPushButton *>()->text(), u"Salvage what can be read…"_s);
    const QString saved = m_folder.filePath(u"saved.plumb"_s);
    window.salvageInto(path, saved);
    QTRY_VERIFY_WITH_TIMEOUT(window.session(), 60'000);
    QCOMPARE(window.session()->path(), saved);
    QCOMPARE(window.session()->review().list(Kind::Finding).size() > 0, true);
}

void TestSafety::aSyncFolderIsWarnedOf()
{
    MainWindow window(&m_clock);
    window.show();
    QVERIFY(window.openReview(fresh(u"Dropbox/b"_s)));
    auto *bar = window.view()->findChild<MessageBar *>();
    QVERIFY(bar->isVisible());
    QVERIFY(bar->accessibleName().contains(u"Dropbox"));
    QCOMPARE(bar->findChild<QPushButton *>()->text(), u"Copy to a folder of mine…"_s);
}

void TestSafety::aSecondWindowIsOfferedReading()
{
    const QString path = fresh(u"c"_s);
    MainWindow first(&m_clock);
    QVERIFY(first.openReview(path));
    MainWindow second(&m_clock);
    second.show();
    QVERIFY(second.openReview(path));
    QVERIFY(second.session()->isReadOnly());
    const QString said = second.view()->findChild<MessageBar *>()->accessibleDescription();
    QVERIFY2(said.contains(QSysInfo::machineHostName()), qPrintable(said));
    QVERIFY2(said.contains(QFileInfo(path).owner()), qPrintable(said));
    QVERIFY2(said.contains(QDate::currentDate().toString(u"yyyy"_s)), qPrintable(said));
}

void TestSafety::aPublicationIsReadOnly()
{
    const QString path = m_folder.filePath(u"public.plumbx"_s);
    {
        const auto review = must(Session::open(fresh(u"published"_s)));
        const auto publication = makePublication(review->review(), review->clock().now());
        QVERIFY(publication && writePublication(*publication, path));
    }
    MainWindow window;
    QVERIFY(window.openReview(path));
    QVERIFY(window.session()->isPublication());
    QCOMPARE(window.session()->path(), path);
    const auto pages = window.view()->pageTitles();
    QVERIFY(std::none_of(pages.begin(), pages.end(), [](const auto &page) { return page.first == u"sharing"_s; }));
    QVERIFY(std::any_of(pages.begin(), pages.end(), [](const auto &page) { return page.first == u"timeline"_s; }));
    for (const QAction *action : window.findChildren<QAction *>()) {
        const QString text = QString(action->text()).remove(u'&');
        if (text.startsWith(u"Send changes"_s) || text.startsWith(u"Take in a plan"_s) ||
            text.startsWith(u"Import mailing list"_s) || text == u"History"_s)
            QVERIFY2(!action->isEnabled(), qPrintable(text));
        if (text.startsWith(u"Draft report"_s))
            QVERIFY2(action->isEnabled(), qPrintable(text));
    }
    // The pages show it, each of them.
    for (const auto &[id, title] : pages) {
        window.view()->showPage(id);
        QCOMPARE(window.view()->currentPageId(), id);
    }
    window.closeReview();
    QVERIFY(!window.session());
}

void TestSafety::aBundleForTheTeamIsJoined()
{
    const QString path = m_folder.filePath(u"team.plumbx"_s);
    {
        const auto review = must(Session::open(fresh(u"team"_s)));
        QVERIFY(exportBundle(*review, path));
    }
    MainWindow window;
    QVERIFY(!window.openReview(path));
    auto *dialog = window.findChild<JoinDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->reject();
    QVERIFY(!window.session());
}

void TestSafety::searchOffersRecordsByTheirTexts()
{
    MainWindow window(&m_clock);
    window.show();
    QVERIFY(window.openReview(fresh(u"d"_s)));
    // A word of a text that is in no title.
    Session &session = *window.session();
    const RecordId id = session.review().list(Kind::Finding).front()->id;
    ChangeSet changes(session.review(), Cause::Edit);
    changes.set(Kind::Finding, id, "cause", Value(u"Nobody measured 根区安全 before, zyxwords."_s));
    QVERIFY(session.commit(changes));
    for (const QString &typed : {u"zyxw"_s, u"安全"_s}) {
        const QAbstractItemModel *model = offered(window, typed);
        QCOMPARE(model->rowCount(), 1);
        QVERIFY(model->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Nobody measured"));
    }
    QSignalSpy chosen(window.findChild<QuickSearch *>(), &QuickSearch::recordChosen);
    QTest::keyClick(window.findChild<QuickSearch *>(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(chosen.first().first().value<RecordId>() == id);
}

void TestSafety::searchOffersCommands()
{
    MainWindow window(&m_clock);
    window.show();
    QVERIFY(window.openReview(fresh(u"e"_s)));
    QVERIFY(texts(*offered(window, u"backups"_s)).contains(u"File › Backups…"_s));
    QVERIFY(texts(*offered(window, u"inspector"_s)).contains(u"View › Inspector"_s));
    const bool before = window.view()->inspectorVisible();
    QTest::keyClick(window.findChild<QuickSearch *>(), Qt::Key_Return);
    QCOMPARE(window.view()->inspectorVisible(), !before);
}

PLUMBLINE_TEST(TestSafety)
} // namespace safety_test

#include "tst_safety.moc"
