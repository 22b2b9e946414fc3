#include "core/domain/person.h"
#include "core/edits/plan.h"
#include "tests/testprogram.h"
#include "tests/ui/dialogs/samplesession.h"
#include "ui/dialogs/newreviewdialog.h"
#include "ui/dialogs/reasonbar.h"
#include "ui/dialogs/reasondialog.h"
#include "ui/dialogs/whoamidialog.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/quietlabel.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace dialogs_test {

namespace {

/// Everything a dialog says, for tests that ask whether it says something.
QString wordsOf(const QWidget &widget)
{
    QStringList words;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (!label->isHidden())
            words += label->text();
    }
    return words.join(u'\n');
}

void type(const QString &text)
{
    for (const QChar letter : text)
        QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
}

} // namespace

class TestDialogs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void aReasonMustBeWritten();
    void aReasonIsLeftWithEscape();
    void theBarAsksAndTakesAnswers();
    void theBarLeavesEarlierQuestionsEmpty();
    void aNewReviewIsNamedByKeyboard();
    void aNewReviewNeverWritesOverAFile();
    void aTitleOfAnyScriptMakesAFileName();
    void aPersonIsPickedByKeyboard();
    void aTypedNameBecomesAPerson();
    void aFewLettersAreNobody();
};

void TestDialogs::aReasonMustBeWritten()
{
    ReasonDialog dialog(u"Accept this problem"_s, u"It is late."_s);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY(!dialog.acceptButton()->isEnabled());
    QVERIFY(wordsOf(dialog).contains(u"Write a reason first."_s));
    type(u"  "_s);
    QVERIFY(!dialog.acceptButton()->isEnabled());
    type(u"Agreed at plenary 92"_s);
    QVERIFY(dialog.acceptButton()->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(dialog.reason(), u"Agreed at plenary 92"_s);
}

void TestDialogs::aReasonIsLeftWithEscape()
{
    ReasonDialog dialog(u"Accept this problem"_s, u"It is late."_s);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    type(u"half a"_s);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
}

void TestDialogs::theBarAsksAndTakesAnswers()
{
    QWidget page;
    ReasonBar bar(&page);
    QSignalSpy answered(&bar, &ReasonBar::answered);
    page.resize(600, 100);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QVERIFY(bar.isHidden());
    bar.ask(u"Why did it move?"_s);
    QVERIFY(bar.isVisible());
    type(u"late data"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered.last().first().toString(), u"late data"_s);
    QVERIFY(bar.isHidden());
    bar.ask(u"Why did it move?"_s);
    type(u"x"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(answered.size(), 2);
    QCOMPARE(answered.last().first().toString(), QString());
}

void TestDialogs::theBarLeavesEarlierQuestionsEmpty()
{
    ReasonBar bar;
    QSignalSpy answered(&bar, &ReasonBar::answered);
    bar.ask(u"First?"_s);
    bar.ask(u"Second?"_s);
    QCOMPARE(answered.size(), 1);
    QVERIFY(bar.isAsking());
    bar.leaveEmpty();
    bar.leaveEmpty();
    QCOMPARE(answered.size(), 2);
}

void TestDialogs::aNewReviewIsNamedByKeyboard()
{
    QTemporaryDir folder;
    NewReviewDialog dialog(nullptr, folder.path());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY(!dialog.acceptButton()->isEnabled());
    type(u"Third SSR review"_s);
    QCOMPARE(dialog.title(), u"Third SSR review"_s);
    QCOMPARE(dialog.path(), folder.filePath(u"third-ssr-review.plumb"_s));
    QVERIFY(templateNames().contains(dialog.templateName()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
}

void TestDialogs::aNewReviewNeverWritesOverAFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"ssr3.plumb"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    NewReviewDialog dialog(nullptr, folder.path());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    type(u"SSR3"_s);
    QVERIFY(!dialog.acceptButton()->isEnabled());
    QVERIFY(wordsOf(dialog).contains(u"already"_s));
}

void TestDialogs::aTitleOfAnyScriptMakesAFileName()
{
    QTemporaryDir folder;
    NewReviewDialog dialog(nullptr, folder.path());
    auto *title = dialog.findChildren<QLineEdit *>().first();
    title->setText(u"مراجعة الأمن"_s);
    QCOMPARE(dialog.path(), folder.filePath(u"مراجعة-الأمن.plumb"_s));
    title->setText(u"///"_s);
    QCOMPARE(dialog.path(), folder.filePath(u"review.plumb"_s));
    title->setText(QString(200, u'a'));
    QVERIFY(dialog.acceptButton()->isEnabled());
    QCOMPARE(dialog.title().size(), 200);
    QVERIFY(QFileInfo(dialog.path()).fileName().size() < 80);
}

void TestDialogs::aPersonIsPickedByKeyboard()
{
    SampleSession session;
    WhoAmIDialog dialog(*session);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY(!dialog.acceptButton()->isEnabled());
    type(u"abuse"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(dialog.person(), session.record("P-019"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(session->me(), session.record("P-019"));
}

void TestDialogs::aTypedNameBecomesAPerson()
{
    SampleSession session;
    const int before = session->review().count(Kind::Person);
    WhoAmIDialog dialog(*session);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    type(u"Grace Hopper"_s);
    QVERIFY(wordsOf(dialog).contains(u"becomes a person"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(session->review().count(Kind::Person), before + 1);
    QCOMPARE(session->review().find(PersonId(session->me().uuid))->name, u"Grace Hopper"_s);
}

void TestDialogs::aFewLettersAreNobody()
{
    SampleSession session;
    WhoAmIDialog dialog(*session);
    dialog.findChild<QLineEdit *>()->setText(u"Lead"_s);
    QVERIFY(dialog.person().isNull());
    dialog.findChild<QLineEdit *>()->setText(u"lead, ssr1"_s);
    QCOMPARE(dialog.person(), session.record("P-005"));
}

PLUMBLINE_TEST(TestDialogs)
} // namespace dialogs_test

#include "tst_dialogs.moc"
