#include "tests/ui/editors/formwindow.h"

#include "tests/testprogram.h"
#include "ui/editors/conflictbadge.h"
#include "ui/editors/fieldbar.h"
#include "ui/editors/growingtext.h"
#include "ui/editors/inputs.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/linkbutton.h"

#include <QApplication>
#include <QSignalSpy>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace fieldeditors_test {

class TestFieldEditors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void leavingCommitsOnce();
    void leavingUnchangedCommitsNothing();
    void escapeRestores();
    void anotherRecordCommitsFirst();
    void hidingCommits();
    void changeMeanwhileBecomesAConflict();
    void changeBeforeTypingIsTakenIn();
    void meanwhileOffersBothValues();
    void keepingMineReplacesKnowingly();
    void longTextsMerge();
    void conflictIsReadOnlyAndOffersItself();
};

void TestFieldEditors::leavingCommitsOnce()
{
    const FindingForm form;
    const QSignalSpy changed(&form.sample.session(), &Session::changed);
    auto *line = form.window.input<LineField>("source");
    line->selectAll();
    QTest::keyClicks(line, u"Work plan 3b"_s);
    QCOMPARE(changed.size(), 0);
    form.window.leave();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(form.finding().source, u"Work plan 3b"_s);
    line->setFocus();
    form.window.leave();
    QCOMPARE(changed.size(), 1);
}

void TestFieldEditors::leavingUnchangedCommitsNothing()
{
    const FindingForm form;
    const QSignalSpy changed(&form.sample.session(), &Session::changed);
    auto *line = form.window.input<LineField>("source");
    QTest::keyClicks(line, u"x"_s);
    QTest::keyClick(line, Qt::Key_Backspace);
    form.window.leave();
    QCOMPARE(changed.size(), 0);
}

void TestFieldEditors::escapeRestores()
{
    const FindingForm form;
    const QString before = form.finding().statement;
    auto *text = form.window.input<GrowingText>("statement");
    QTest::keyClicks(text, u"Something else"_s);
    QVERIFY(form.window.view->editor("statement")->hasUnsaved());
    QTest::keyClick(text, Qt::Key_Escape);
    QCOMPARE(text->toPlainText(), before);
    form.window.leave();
    QCOMPARE(form.finding().statement, before);
}

void TestFieldEditors::anotherRecordCommitsFirst()
{
    const FindingForm form;
    auto *line = form.window.input<LineField>("source");
    line->selectAll();
    QTest::keyClicks(line, u"Typed"_s);
    form.window.view->setRecord(form.sample.review().list(Kind::Finding).at(1)->id);
    QCOMPARE(form.finding().source, u"Typed"_s);
    QVERIFY(line->text() != u"Typed"_s);
}

void TestFieldEditors::hidingCommits()
{
    FindingForm form;
    auto *line = form.window.input<LineField>("source");
    line->selectAll();
    QTest::keyClicks(line, u"Typed"_s);
    form.window.hide();
    QCOMPARE(form.finding().source, u"Typed"_s);
}

void TestFieldEditors::changeMeanwhileBecomesAConflict()
{
    const FindingForm form;
    auto *line = form.window.input<LineField>("source");
    line->selectAll();
    QTest::keyClicks(line, u"Mine"_s);
    QVERIFY(form.sample.set<&Finding::source>(form.id, u"Theirs"_s));
    QVERIFY(form.window.view->editor("source")->findChild<FieldBar *>(u"meanwhile"_s)->isVisible());
    form.window.leave();
    const Conflict *conflict = form.conflict("source");
    QVERIFY(conflict);
    QCOMPARE(conflict->values.size(), 2);
}

void TestFieldEditors::changeBeforeTypingIsTakenIn()
{
    const FindingForm form;
    auto *line = form.window.input<LineField>("source");
    QVERIFY(form.sample.set<&Finding::source>(form.id, u"Theirs"_s));
    QCOMPARE(line->text(), u"Theirs"_s);
    line->selectAll();
    QTest::keyClicks(line, u"Mine"_s);
    form.window.leave();
    QVERIFY(!form.conflict("source"));
    QCOMPARE(form.finding().source, u"Mine"_s);
}

void TestFieldEditors::meanwhileOffersBothValues()
{
    const FindingForm form;
    auto *line = form.window.input<LineField>("source");
    line->selectAll();
    QTest::keyClicks(line, u"Mine"_s);
    QVERIFY(form.sample.set<&Finding::source>(form.id, u"Theirs"_s));
    auto *bar = form.window.view->editor("source")->findChild<FieldBar *>(u"meanwhile"_s);
    bar->findChildren<LinkButton *>().at(0)->click();
    QCOMPARE(line->text(), u"Theirs"_s);
    QVERIFY(!bar->isVisible());
    form.window.leave();
    QCOMPARE(form.finding().source, u"Theirs"_s);
    QVERIFY(!form.conflict("source"));
}

void TestFieldEditors::keepingMineReplacesKnowingly()
{
    const FindingForm form;
    auto *line = form.window.input<LineField>("source");
    line->selectAll();
    QTest::keyClicks(line, u"Mine"_s);
    QVERIFY(form.sample.set<&Finding::source>(form.id, u"Theirs"_s));
    auto *bar = form.window.view->editor("source")->findChild<FieldBar *>(u"meanwhile"_s);
    bar->findChildren<LinkButton *>().at(1)->click();
    QCOMPARE(line->text(), u"Mine"_s);
    form.window.leave();
    QCOMPARE(form.finding().source, u"Mine"_s);
    QVERIFY(!form.conflict("source"));
}

void TestFieldEditors::longTextsMerge()
{
    const FindingForm form;
    QVERIFY(form.sample.set<&Finding::cause>(form.id, u"First line.\n\nMiddle line.\n\nLast line."_s));
    auto *text = form.window.input<GrowingText>("cause");
    text->moveCursor(QTextCursor::End);
    QTest::keyClicks(text, u" Mine."_s);
    QVERIFY(form.sample.set<&Finding::cause>(form.id, u"Their first line.\n\nMiddle line.\n\nLast line."_s));
    form.window.leave();
    QVERIFY(!form.conflict("cause"));
    QCOMPARE(form.finding().cause, u"Their first line.\n\nMiddle line.\n\nLast line. Mine."_s);
    QCOMPARE(text->toPlainText(), form.finding().cause);
}

void TestFieldEditors::conflictIsReadOnlyAndOffersItself()
{
    const FindingForm form;
    ChangeSet mine(form.sample.review(), Cause::Edit);
    mine.set<&Finding::source>(form.id, u"Mine"_s);
    QVERIFY(form.sample.set<&Finding::source>(form.id, u"Theirs"_s));
    QVERIFY(form.sample.session().commit(mine));
    auto *editor = form.window.view->editor("source");
    auto *badge = editor->findChild<ConflictBadge *>();
    QVERIFY(badge->isVisible());
    QVERIFY(badge->text().contains(u'2'));
    QVERIFY(editor->findChild<LineField *>()->isReadOnly());
    const QSignalSpy requested(form.window.view, &RecordView::conflictRequested);
    badge->click();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.at(0).at(1).toByteArray(), QByteArray("source"));
}

PLUMBLINE_TEST(TestFieldEditors)
} // namespace fieldeditors_test

#include "tst_fieldeditors.moc"
