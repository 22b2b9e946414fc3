#include "tests/testprogram.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace messagebar_test {

class TestMessageBar : public QObject
{
    Q_OBJECT

private slots:
    void init() { applyTheme(*qApp, ThemeChoice::Light); }

    void messageBarIsHiddenUntilThereIsAMessage();
    void messageBarClosesWithEscFromAnywhereInItsPage();
    void escClosesOneOfSeveralBars();
    void messageBarThatNeedsAnAnswerStays();
    void messageBarIsNamedByWhatHappened();
    void messageBarActionIsOffered();
};

void TestMessageBar::messageBarIsHiddenUntilThereIsAMessage()
{
    QWidget page;
    const MessageBar bar(&page);
    QVERIFY(bar.isHidden());
}

void TestMessageBar::messageBarClosesWithEscFromAnywhereInItsPage()
{
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    auto *bar = new MessageBar; // Given to its page by the layout only.
    auto *field = new QLineEdit;
    layout->addWidget(bar);
    layout->addWidget(field);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    field->setFocus();
    const QSignalSpy dismissed(bar, &MessageBar::dismissed);
    bar->showMessage(Severity::Hint, u"The review was brought up to date."_s);
    QVERIFY(bar->isVisible());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QCOMPARE(dismissed.size(), 1);
}

void TestMessageBar::escClosesOneOfSeveralBars()
{
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    QList<MessageBar *> bars{new MessageBar, new MessageBar};
    for (MessageBar *bar : bars) {
        layout->addWidget(bar);
        bar->showMessage(Severity::Warning, u"12 changes are missing."_s);
    }
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QTest::keyClick(&page, Qt::Key_Escape);
    QCOMPARE(int(bars[0]->isVisible()) + int(bars[1]->isVisible()), 1);
    QTest::keyClick(&page, Qt::Key_Escape);
    QCOMPARE(int(bars[0]->isVisible()) + int(bars[1]->isVisible()), 0);
}

void TestMessageBar::messageBarThatNeedsAnAnswerStays()
{
    QWidget page;
    MessageBar bar(&page);
    bar.setNews(false);
    bar.showMessage(Severity::Error, u"The file cannot be written."_s, u"Your change is kept in memory."_s);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QTest::keyClick(&page, Qt::Key_Escape);
    QVERIFY(bar.isVisible());
}

void TestMessageBar::messageBarIsNamedByWhatHappened()
{
    QWidget page;
    MessageBar bar(&page);
    bar.showMessage(Severity::Warning, u"12 changes are missing."_s, u"The others can be taken."_s);
    QCOMPARE(bar.accessibleName(), u"Warning: 12 changes are missing."_s);
    QCOMPARE(bar.accessibleDescription(), u"The others can be taken."_s);
}

void TestMessageBar::messageBarActionIsOffered()
{
    QWidget page;
    MessageBar bar(&page);
    bar.showMessage(Severity::Warning, u"12 changes are missing."_s);
    auto *button = bar.findChild<QPushButton *>();
    QVERIFY(button->isHidden());
    bar.setAction(u"Write for them…"_s);
    QVERIFY(!button->isHidden());
    const QSignalSpy triggered(&bar, &MessageBar::actionTriggered);
    button->click();
    QCOMPARE(triggered.size(), 1);
    bar.showMessage(Severity::Hint, u"Something else."_s);
    QVERIFY(button->isHidden());
}

PLUMBLINE_TEST(TestMessageBar)
} // namespace messagebar_test

#include "tst_messagebar.moc"
