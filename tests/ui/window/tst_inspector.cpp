#include "core/domain/milestone.h"
#include "core/domain/note.h"
#include "core/domain/recommendation.h"
#include "core/edits/plan.h"
#include "tests/testprogram.h"
#include "tests/ui/dialogs/samplesession.h"
#include "ui/dialogs/editdialog.h"
#include "ui/dialogs/recorddialog.h"
#include "ui/editors/recordform.h"
#include "ui/editors/texteditor.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/linkbutton.h"
#include "ui/window/inspector.h"
#include "ui/window/inspectorhead.h"
#include "ui/window/inspectornotes.h"

#include <QPlainTextEdit>
#include <QTimer>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTextDocumentFragment>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace inspector_test {

namespace {

QString wordsOf(const Inspector &inspector)
{
    QCoreApplication::processEvents(); // A layout shows what is new in it with the next event.
    QStringList words;
    for (const QLabel *label : inspector.findChildren<QLabel *>()) {
        if (!label->isVisibleTo(&inspector))
            continue;
        const bool rich = label->textFormat() == Qt::RichText;
        words += rich ? QTextDocumentFragment::fromHtml(label->text()).toPlainText() : label->text();
    }
    return words.join(u'\n');
}

QStringList linksOf(const Inspector &inspector)
{
    QCoreApplication::processEvents();
    QStringList links;
    for (const QLabel *label : inspector.findChildren<QLabel *>()) {
        const qsizetype at = label->text().indexOf(u"href=\""_s);
        if (at >= 0 && label->isVisibleTo(&inspector))
            links += label->text().mid(at + 6, 36);
    }
    return links;
}

} // namespace

class TestInspector : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void nothingChosenSaysSo();
    void everyRecordCanBeShown();
    void aFormerValueIsRestoredFromHistory();
    void theProblemComesFirst();
    void acceptingAProblemKeepsTheReason();
    void historyShowsAnEditAndItsUndo();
    void longTextsAreComparedByWords();
    void linksGoBothWays();
    void aNoteIsWrittenAndSettled();
    void whatHasNoPageIsEditedFromHere();
    void whatIsBeingTypedSurvivesAChange();
    void aDeletedRecordLeavesNothing();
    void longAndArabicTitlesStayInside();
    void nothingReachesBeyondTheEdge();
    void namesAreNoMarkup();
};

void TestInspector::nothingChosenSaysSo()
{
    SampleSession session;
    Inspector inspector(*session);
    inspector.show();
    QVERIFY(wordsOf(inspector).contains(u"Choose something"_s));
}

void TestInspector::everyRecordCanBeShown()
{
    SampleSession session;
    Inspector inspector(*session);
    inspector.resize(288, 700);
    inspector.show();
    for (const Kind kind : allKinds()) {
        int shown = 0;
        for (const Record *record : session->review().list(kind)) {
            if (++shown > 3)
                break;
            inspector.setRecord(record->id);
            QVERIFY2(!wordsOf(inspector).isEmpty(), describe(kind).name);
            QCOMPARE(inspector.width(), 288);
        }
    }
}

void TestInspector::aFormerValueIsRestoredFromHistory()
{
    SampleSession sample;
    Inspector inspector(*sample);
    inspector.show();
    const RecordId id = sample->review().list(Kind::Milestone).front()->id;
    const auto title = [&] { return sample->review().find(MilestoneId(id.uuid))->title; };
    for (const QString &text : {u"A former one"_s, u"The present one"_s}) {
        ChangeSet changes(sample->review(), Cause::Edit);
        changes.set<&Milestone::title>(MilestoneId(id.uuid), text);
        QVERIFY(sample->commit(changes));
    }
    inspector.setRecord(id);
    QCoreApplication::processEvents();
    LinkButton *restore = nullptr;
    int offered = 0;
    for (LinkButton *link : inspector.findChildren<LinkButton *>()) {
        if (link->accessibleName().contains(u"A former one"))
            restore = link;
        offered += link->accessibleName().contains(u"The present one");
    }
    QVERIFY(restore);
    QCOMPARE(offered, 0); // It is shown already.
    restore->setFocus();
    QTest::keyClick(restore, Qt::Key_Space);
    QCOMPARE(title(), u"A former one"_s);
}

void TestInspector::nothingReachesBeyondTheEdge()
{
    SampleSession session;
    Inspector inspector(*session);
    inspector.resize(inspector.minimumWidth(), 800);
    inspector.show();
    auto *scroll = inspector.findChild<QScrollArea *>();
    for (const Kind kind : {Kind::SubTeam, Kind::Milestone, Kind::DataSource, Kind::Finding, Kind::Recommendation}) {
        for (const Record *record : session->review().list(kind)) {
            inspector.setRecord(record->id);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QCoreApplication::processEvents();
            QVERIFY2(scroll->widget()->width() <= scroll->viewport()->width(), qPrintable(record->key));
        }
    }
}

void TestInspector::theProblemComesFirst()
{
    SampleSession session;
    const Problem problem = session->problems().first();
    Inspector inspector(*session);
    inspector.setRecord(problem.record);
    inspector.show();
    const QString words = wordsOf(inspector);
    QVERIFY2(words.contains(problem.sentence), qPrintable(words));
    QVERIFY(words.contains(problem.next));
    QVERIFY(words.indexOf(problem.sentence) < words.indexOf(u"History"_s));
    QSignalSpy requested(&inspector, &Inspector::recordRequested);
    for (QPushButton *button : inspector.findChildren<QPushButton *>()) {
        if (button->text() == u"Go to"_s && button->isVisible()) {
            button->click();
            break;
        }
    }
    QCOMPARE(requested.size(), 1);
}

void TestInspector::acceptingAProblemKeepsTheReason()
{
    SampleSession session;
    const Problem problem = session->problems().first();
    Inspector inspector(*session);
    inspector.setRecord(problem.record);
    inspector.show();
    inspector.findChild<InspectorProblems *>()->accept(problem.check, u"Agreed at plenary 92."_s);
    QVERIFY(wordsOf(inspector).contains(u"Left, because: Agreed at plenary 92."_s));
}

void TestInspector::historyShowsAnEditAndItsUndo()
{
    SampleSession session;
    QVERIFY(session->setMe(session.record("P-018")));
    Inspector inspector(*session);
    inspector.setRecord(session.record("M-S7-05"));
    inspector.show();
    QVERIFY(session->commit(reschedule(session->context(), MilestoneId(session.record("M-S7-05").uuid), {},
                                       PartialDate::day({2020, 1, 20}), u"late data"_s)));
    QString words = wordsOf(inspector);
    QVERIFY2(words.contains(u"Target: 15 Jan 2020 → 20 Jan 2020"_s), qPrintable(words));
    QVERIFY(words.contains(u"Today 13:02 · You"_s));
    QVERIFY(words.contains(u"late data"_s));
    QVERIFY(session->undo());
    words = wordsOf(inspector);
    QVERIFY2(words.contains(u"You · undone"_s), qPrintable(words));
    QVERIFY(words.contains(u"Target: 20 Jan 2020 → 15 Jan 2020"_s));
}

void TestInspector::longTextsAreComparedByWords()
{
    SampleSession session;
    const RecommendationId id(session.record("R-S5-01").uuid);
    const QString before = session->review().find(id)->text;
    ChangeSet changes(session->review(), Cause::Edit);
    changes.set<&Recommendation::text>(id, QString(before).replace(u"once more"_s, u"within a year"_s));
    QVERIFY(session->commit(changes));
    Inspector inspector(*session);
    inspector.setRecord(RecordId(id.uuid));
    inspector.show();
    bool found = false;
    for (const QLabel *label : inspector.findChildren<QLabel *>())
        found = found || (label->text().contains(u"line-through"_s) && label->text().contains(u"within a year"_s));
    QVERIFY(found);
    QVERIFY(!wordsOf(inspector).contains(before));
}

void TestInspector::linksGoBothWays()
{
    SampleSession session;
    const auto links = session->review().list(Kind::Link);
    QVERIFY(!links.empty());
    const Field *from = describe(Kind::Link).field("from");
    const Field *to = describe(Kind::Link).field("to");
    QUuid a, b;
    QVERIFY(idFromValue(from->get(*links.front()), a));
    QVERIFY(idFromValue(to->get(*links.front()), b));
    Inspector inspector(*session);
    inspector.show();
    const auto unfold = [&] {
        QCoreApplication::processEvents();
        for (LinkButton *link : inspector.findChildren<LinkButton *>()) {
            if (link->text().startsWith(u"Show all"_s) && link->isVisible())
                link->click();
        }
    };
    inspector.setRecord(RecordId(a));
    unfold();
    QVERIFY(linksOf(inspector).contains(b.toString(QUuid::WithoutBraces)));
    inspector.setRecord(RecordId(b));
    unfold();
    QVERIFY(linksOf(inspector).contains(a.toString(QUuid::WithoutBraces)));
}

void TestInspector::aNoteIsWrittenAndSettled()
{
    SampleSession session;
    QVERIFY(session->setMe(session.record("P-018")));
    Inspector inspector(*session);
    inspector.setRecord(session.record("M-S7-05"));
    inspector.show();
    QLineEdit *field = inspector.findChild<InspectorNotes *>()->field();
    QTest::keyClicks(field, u"Counted from when?"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(wordsOf(inspector).contains(u"Counted from when?"_s));
    QCOMPARE(field->text(), QString());
    QCoreApplication::processEvents();
    const auto press = [&](const QString &text) {
        for (LinkButton *link : inspector.findChildren<LinkButton *>()) {
            if (link->text() == text && link->isVisible())
                return link->click();
        }
        qFatal("there is no link “%s”", qPrintable(text));
    };
    QCoreApplication::processEvents(); // Before the answer waits for its dialog.
    QTimer::singleShot(0, qApp, [] {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *dialog = qobject_cast<EditDialog *>(window); dialog && dialog->isVisible()) {
                dialog->findChild<QPlainTextEdit *>()->setPlainText(u"From the day after."_s);
                dialog->accept();
            }
        }
    });
    press(u"Settle…"_s);
    QCoreApplication::processEvents();
    QVERIFY(wordsOf(inspector).contains(u"settled by You: From the day after."_s));
    press(u"Open again"_s);
    QVERIFY(!wordsOf(inspector).contains(u"settled by You"_s));
}

void TestInspector::whatHasNoPageIsEditedFromHere()
{
    SampleSession session;
    Inspector inspector(*session);
    inspector.show();
    const auto edit = [&]() -> LinkButton * {
        QCoreApplication::processEvents();
        for (LinkButton *link : inspector.findChildren<LinkButton *>()) {
            if (link->text() == u"Edit…"_s && link->isVisible())
                return link;
        }
        return nullptr;
    };
    inspector.setRecord(session.record("M-S7-05"));
    QVERIFY(!edit()); // The timeline has its form.
    const RecordId group = session->review().list(Kind::RecommendationGroup).front()->id;
    inspector.setRecord(group);
    QVERIFY(edit());
    LinkButton *open = edit();
    QTimer::singleShot(0, qApp, [] {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *dialog = qobject_cast<RecordDialog *>(window); dialog && dialog->isVisible()) {
                auto *title = dialog->form()->findChild<TitleEditor *>();
                title->startTyping();
                QTest::keyClicks(title->input(), u"Another name"_s);
                dialog->reject(); // Closing keeps it.
            }
        }
    });
    open->click();
    QCOMPARE(titleOf(Kind::RecommendationGroup, *session->review().find(group)), u"Another name"_s);
    inspector.setRecord(session->review().list(Kind::BaselineItem).front()->id);
    QVERIFY(!edit()); // What is frozen is not changed.
}

void TestInspector::whatIsBeingTypedSurvivesAChange()
{
    SampleSession session;
    Inspector inspector(*session);
    inspector.setRecord(session.record("M-S7-05"));
    inspector.show();
    QLineEdit *field = inspector.findChild<InspectorNotes *>()->field();
    QTest::keyClicks(field, u"Half a"_s);
    QVERIFY(session->commit(addMilestone(session->context(), {}, u"Something else"_s, {})));
    QCOMPARE(field->text(), u"Half a"_s);
    inspector.setRecord(session.record("M-S7-04"));
    QCOMPARE(field->text(), QString());
}

void TestInspector::aDeletedRecordLeavesNothing()
{
    SampleSession session;
    const RecordId id = session.record("M-S7-05");
    Inspector inspector(*session);
    inspector.setRecord(id);
    inspector.show();
    ChangeSet changes(session->review(), Cause::Delete);
    changes.remove(Kind::Milestone, id);
    QVERIFY(session->commit(changes));
    QVERIFY(wordsOf(inspector).contains(u"Choose something"_s));
    QVERIFY(session->undo());
    QVERIFY(!wordsOf(inspector).contains(u"Choose something"_s));
}

void TestInspector::longAndArabicTitlesStayInside()
{
    SampleSession session;
    Inspector inspector(*session);
    inspector.resize(288, 700);
    inspector.show();
    for (const QString &title : {QString(200, u'w'), u"نشر التقرير النهائي للمراجعة"_s}) {
        const auto changes = addMilestone(session->context(), {}, title, {});
        QVERIFY(session->commit(changes));
        inspector.setRecord(changes->edits.first().record);
        QVERIFY(wordsOf(inspector).contains(title));
        const auto *scroll = inspector.findChild<QScrollArea *>();
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
    }
}

void TestInspector::namesAreNoMarkup()
{
    SampleSession session;
    const auto first = addMilestone(session->context(), {}, u"<h1>Big</h1>"_s, PartialDate::day({2020, 1, 1}));
    QVERIFY(session->commit(first));
    ChangeSet changes(session->review(), Cause::Edit);
    changes.set<&Milestone::serves>(MilestoneId(session.record("M-S7-05").uuid), MilestoneId(first->edits.first().record.uuid));
    QVERIFY(session->commit(changes));
    Inspector inspector(*session);
    inspector.setRecord(session.record("M-S7-05"));
    inspector.show();
    QVERIFY(wordsOf(inspector).contains(u"<h1>Big</h1>"_s));
}

PLUMBLINE_TEST(TestInspector)
} // namespace inspector_test

#include "tst_inspector.moc"
