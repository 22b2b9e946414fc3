#include "tests/testprogram.h"
#include "ui/pages/startpage.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/linkbutton.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace startpage_test {

namespace {

/// The links that can be seen; a heading has one of its own for when it needs it.
QList<LinkButton *> linksOf(const StartPage &page)
{
    QList<LinkButton *> links = page.findChildren<LinkButton *>();
    links.removeIf([](const LinkButton *link) { return link->text().isEmpty(); });
    return links;
}

} // namespace

class TestStartPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void everyChoiceIsReachedByKeyboard();
    void recentFilesThatAreGoneAreLeftOut();
    void aRecentFileIsAskedFor();
};

void TestStartPage::everyChoiceIsReachedByKeyboard()
{
    StartPage page;
    QSignalSpy example(&page, &StartPage::exampleRequested);
    QSignalSpy fresh(&page, &StartPage::newRequested);
    QSignalSpy open(&page, &StartPage::openRequested);
    QSignalSpy join(&page, &StartPage::joinRequested);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    }
    QCOMPARE(example.size(), 1);
    QCOMPARE(fresh.size(), 1);
    QCOMPARE(open.size(), 1);
    QCOMPARE(join.size(), 1);
}

void TestStartPage::recentFilesThatAreGoneAreLeftOut()
{
    QTemporaryDir folder;
    const QString there = folder.filePath(u"there & back.plumb"_s);
    QFile file(there);
    QVERIFY(file.open(QIODevice::WriteOnly));
    StartPage page;
    page.setRecentFiles({folder.filePath(u"gone.plumb"_s), there});
    const auto links = linksOf(page);
    QCOMPARE(links.size(), 1);
    QCOMPARE(links.first()->text(), u"there && back"_s);
    page.setRecentFiles({});
    QVERIFY(linksOf(page).isEmpty());
}

void TestStartPage::aRecentFileIsAskedFor()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"review.plumb"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    StartPage page;
    page.setRecentFiles({path});
    page.show();
    QSignalSpy asked(&page, &StartPage::fileRequested);
    linksOf(page).first()->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), path);
}

PLUMBLINE_TEST(TestStartPage)
} // namespace startpage_test

#include "tst_startpage.moc"
