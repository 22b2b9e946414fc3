#include "tests/testprogram.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/navigationlist.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace navigationlist_test {

class TestNavigationList : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init();
    void cleanup() { m_list.reset(); }

    void modelIsSound();
    void arrowKeysChooseAPage();
    void clickChoosesAPage();
    void settingTheCurrentPageIsQuiet();
    void unknownPageChangesNothing();
    void attentionIsSaidInWords();
    void groupBreakMakesRoomAboveTheRow();
    void widthFitsTheLongestWord();
    void changedWordIsSaid();
    void paintsInBothDirections();

private:
    std::unique_ptr<NavigationList> m_list;
};

void TestNavigationList::init()
{
    m_list = std::make_unique<NavigationList>();
    m_list->addPage(u"overview"_s, u"overview"_s, u"Overview"_s);
    m_list->addPage(u"timeline"_s, u"timeline"_s, u"Timeline"_s);
    m_list->addPage(u"evidence"_s, u"evidence"_s, u"Evidence"_s, true);
    m_list->setCurrentPage(u"overview"_s);
    m_list->resize(m_list->sizeHint().width(), 400);
    m_list->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
}

void TestNavigationList::modelIsSound()
{
    const QAbstractItemModelTester tester(m_list->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_list->addPage(u"report"_s, u"report"_s, u"Report"_s);
    m_list->setAttention(u"report"_s, Severity::Warning, 2);
    QCOMPARE(m_list->model()->rowCount(), 4);
}

void TestNavigationList::arrowKeysChooseAPage()
{
    const QSignalSpy chosen(m_list.get(), &NavigationList::pageChosen);
    QTest::keyClick(m_list.get(), Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), u"timeline"_s);
    QCOMPARE(m_list->currentPage(), u"timeline"_s);
}

void TestNavigationList::clickChoosesAPage()
{
    const QSignalSpy chosen(m_list.get(), &NavigationList::pageChosen);
    const QRect row = m_list->visualRect(m_list->model()->index(2, 0));
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(m_list->currentPage(), u"evidence"_s);
}

void TestNavigationList::settingTheCurrentPageIsQuiet()
{
    const QSignalSpy chosen(m_list.get(), &NavigationList::pageChosen);
    m_list->setCurrentPage(u"evidence"_s);
    QCOMPARE(m_list->currentPage(), u"evidence"_s);
    QCOMPARE(chosen.size(), 0);
}

void TestNavigationList::unknownPageChangesNothing()
{
    m_list->setCurrentPage(u"nowhere"_s);
    m_list->setAttention(u"nowhere"_s, Severity::Error, 1);
    m_list->setPageText(u"nowhere"_s, u"Nowhere"_s);
    QCOMPARE(m_list->currentPage(), u"overview"_s);
    QCOMPARE(m_list->model()->rowCount(), 3);
}

void TestNavigationList::attentionIsSaidInWords()
{
    const QModelIndex row = m_list->model()->index(1, 0);
    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), u"Timeline"_s);
    m_list->setAttention(u"timeline"_s, Severity::Error, 4);
    const QString said = row.data(Qt::AccessibleTextRole).toString();
    QVERIFY(said.startsWith(u"Timeline, 4 error"_s));
    m_list->setAttention(u"timeline"_s, Severity::None, 27);
    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), u"Timeline, 27"_s);
    QVERIFY(!m_list->accessibleName().isEmpty());
}

void TestNavigationList::groupBreakMakesRoomAboveTheRow()
{
    const int plain = m_list->visualRect(m_list->model()->index(1, 0)).height();
    const int first = m_list->visualRect(m_list->model()->index(2, 0)).height();
    QVERIFY(first > plain);
}

void TestNavigationList::widthFitsTheLongestWord()
{
    const int before = m_list->sizeHint().width();
    m_list->addPage(u"long"_s, u"report"_s, u"A page with quite a long name for a list"_s);
    QVERIFY(m_list->sizeHint().width() > before);
}

void TestNavigationList::changedWordIsSaid()
{
    m_list->setPageText(u"overview"_s, u"Vue d’ensemble"_s);
    QCOMPARE(m_list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), u"Vue d’ensemble"_s);
}

void TestNavigationList::paintsInBothDirections()
{
    m_list->setAttention(u"timeline"_s, Severity::Error, 4);
    const QColor accent = Theme::current().accent;
    const auto edgeAt = [&](int x) {
        const QRect row = m_list->visualRect(m_list->model()->index(0, 0));
        return m_list->viewport()->grab().toImage().pixelColor(x, row.center().y());
    };
    const int right = m_list->viewport()->width() - 1;
    QCOMPARE(edgeAt(1), accent);
    QVERIFY(edgeAt(right - 1) != accent);
    m_list->setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(edgeAt(right - 1), accent);
    QVERIFY(edgeAt(1) != accent);
}

PLUMBLINE_TEST(TestNavigationList)
} // namespace navigationlist_test

#include "tst_navigationlist.moc"
