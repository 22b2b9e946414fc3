#include "tests/ui/models/samplereview.h"

#include "core/domain/datasource.h"
#include "core/domain/finding.h"
#include "core/domain/milestone.h"
#include "core/domain/recommendation.h"
#include "core/domain/subteam.h"
#include "ui/editors/choiceeditor.h"
#include "ui/editors/conflictbadge.h"
#include "ui/editors/growingtext.h"
#include "ui/editors/inputs.h"
#include "ui/editors/lineeditors.h"
#include "ui/editors/meanwhilebar.h"
#include "ui/editors/parteditors.h"
#include "ui/editors/recommendationeditor.h"
#include "ui/editors/recordform.h"
#include "ui/editors/referenceeditor.h"
#include "ui/editors/restsonsection.h"
#include "ui/editors/texteditor.h"
#include "ui/models/recordlinks.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/choicebar.h"
#include "ui/widgets/linkbutton.h"

#include <QApplication>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

using namespace plumbline;
using namespace Qt::StringLiterals;

/// A form in a window with a button outside it, so that fields can be left.
class FormWindow : public QWidget
{
public:
    explicit FormWindow(RecordView *view) : view(view), outside(new QLineEdit)
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(view);
        column->addWidget(outside);
        resize(800, 900);
        show();
        activateWindow();
        if (!QTest::qWaitForWindowActive(this))
            qFatal("The window does not become active.");
    }
    template<class T>
    T *input(const QByteArray &field) const
    {
        auto *found = view->editor(field)->findChild<T *>();
        found->setFocus();
        return found;
    }
    void leave() const { outside->setFocus(); }

    RecordView *view;
    QLineEdit *outside;
};

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
    void wrongDateSaysSoAndStays();
    void typedDatesAreUnderstood();
    void unknownChoiceSurvives();
    void unknownChoiceOfTwoSurvives();
    void choiceCommitsAtOnce();
    void nobodyChoseLooksUnpressed();
    void referencesAreOfTheirKind();
    void numbersAreWhole();
    void partsAreCommittedTogether();
    void missingCellsAreNeeded();
    void findingsAreLinkedAndLetGo();
    void formsOfAllKindsCanBeMade();
    void everyInputIsNamed();
    void longAndArabicTitlesFit();
};

static FindingId firstFinding(const Review &review)
{
    return FindingId(review.list(Kind::Finding).front()->id.uuid);
}

static RecommendationId firstRecommendation(const Review &review)
{
    return RecommendationId(review.list(Kind::Recommendation).front()->id.uuid);
}

/// A form of the first finding of the example.
struct FindingForm {
    SampleReview sample;
    FindingId id = firstFinding(sample.review());
    FormWindow window{new RecordForm(sample.session(), Kind::Finding)};

    FindingForm() { window.view->setRecord(RecordId(id.uuid)); }
    const Finding &finding() const { return *sample.review().find(id); }
    const Conflict *conflict(const QByteArray &field) const
    {
        return sample.review().conflict(RecordId(id.uuid), field);
    }
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
    QVERIFY(form.window.view->editor("source")->findChild<MeanwhileBar *>()->isVisible());
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
    auto *bar = form.window.view->editor("source")->findChild<MeanwhileBar *>();
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
    auto *bar = form.window.view->editor("source")->findChild<MeanwhileBar *>();
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

/// A form of the first data source of the example.
struct SourceForm {
    SampleReview sample;
    DataSourceId id{sample.review().list(Kind::DataSource).front()->id.uuid};
    FormWindow window{new RecordForm(sample.session(), Kind::DataSource)};

    SourceForm() { window.view->setRecord(RecordId(id.uuid)); }
    const DataSource &source() const { return *sample.review().find(id); }
};

void TestFieldEditors::wrongDateSaysSoAndStays()
{
    const SourceForm form;
    const auto before = form.source().expected;
    auto *line = form.window.input<LineField>("expected");
    line->selectAll();
    QTest::keyClicks(line, u"when it rains"_s);
    form.window.leave();
    QCOMPARE(line->text(), u"when it rains"_s);
    QVERIFY(line->isWrong());
    QVERIFY(!line->accessibleDescription().isEmpty());
    QCOMPARE(form.source().expected, before);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, u"TBD"_s);
    QVERIFY(!line->isWrong());
    form.window.leave();
    QVERIFY(form.source().expected->isOpen());
}

void TestFieldEditors::typedDatesAreUnderstood()
{
    const SourceForm form;
    auto *line = form.window.input<LineField>("expected");
    line->selectAll();
    QTest::keyClicks(line, u"in 40 days"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(form.source().expected->first, QDate(2018, 12, 18));
    QCOMPARE(line->text(), formatDate(*form.source().expected, QLocale()));
    form.window.leave();
    line->setFocus();
    line->clear();
    QTest::keyClick(line, Qt::Key_Space);
    form.window.leave();
    QVERIFY(!form.source().expected);
}

void TestFieldEditors::unknownChoiceSurvives()
{
    const SourceForm form;
    QVERIFY(form.sample.set<&DataSource::state>(form.id, Choice<SourceState>::fromWord(u"lent"_s)));
    auto *editor = qobject_cast<ChoiceEditor *>(form.window.view->editor("state"));
    QCOMPARE(editor->combo()->currentText(), u"lent"_s);
    editor->combo()->setFocus();
    form.window.leave();
    QCOMPARE(form.source().state.raw, u"lent"_s);
}

void TestFieldEditors::unknownChoiceOfTwoSurvives()
{
    const SampleReview sample;
    const RecommendationId id = firstRecommendation(sample.review());
    FormWindow window(new RecommendationEditor(sample.session()));
    window.view->setRecord(RecordId(id.uuid));
    QVERIFY(sample.set<&Recommendation::category>(id, Choice<Category>::fromWord(u"both"_s)));
    auto *editor = qobject_cast<TwoChoiceEditor *>(window.view->editor("category"));
    QCOMPARE(editor->bar()->current(), u"both"_s);
    editor->bar()->findChild<QToolButton *>(u"policy"_s)->click();
    QVERIFY(sample.review().find(id)->category.is(Category::Policy));
    QCOMPARE(editor->bar()->current(), u"policy"_s);
    QVERIFY(!editor->bar()->findChild<QToolButton *>(u"both"_s));
}

void TestFieldEditors::choiceCommitsAtOnce()
{
    const SourceForm form;
    const QSignalSpy changed(&form.sample.session(), &Session::changed);
    auto *combo = qobject_cast<ChoiceEditor *>(form.window.view->editor("state"))->combo();
    combo->setFocus();
    combo->setCurrentIndex(combo->findData(u"withdrawn"_s));
    emit combo->activated(combo->currentIndex());
    QCOMPARE(changed.size(), 1);
    QVERIFY(form.source().state.is(SourceState::Withdrawn));
    form.window.leave();
    QCOMPARE(changed.size(), 1);
}

void TestFieldEditors::nobodyChoseLooksUnpressed()
{
    const SampleReview sample;
    const RecommendationId id = firstRecommendation(sample.review());
    FormWindow window(new RecommendationEditor(sample.session()));
    window.view->setRecord(RecordId(id.uuid));
    QVERIFY(sample.set<&Recommendation::category>(id, Choice<Category>()));
    auto *editor = qobject_cast<TwoChoiceEditor *>(window.view->editor("category"));
    QVERIFY(editor->bar()->current().isEmpty());
    editor->bar()->findChild<QToolButton *>(u"direct"_s)->click();
    QVERIFY(sample.review().find(id)->category.is(Category::Direct));
}

void TestFieldEditors::referencesAreOfTheirKind()
{
    const SourceForm form;
    auto *combo = qobject_cast<ReferenceEditor *>(form.window.view->editor("subteam"))->combo();
    combo->setFocus();
    QCOMPARE(combo->count(), form.sample.review().count(Kind::SubTeam) + 1);
    const RecordId last = form.sample.review().list(Kind::SubTeam).back()->id;
    combo->setCurrentIndex(combo->findData(last.uuid));
    QVERIFY(combo->currentText().startsWith(form.sample.review().find(last)->key));
    emit combo->activated(combo->currentIndex());
    QCOMPARE(form.source().subteam.uuid, last.uuid);
    combo->setCurrentIndex(0);
    emit combo->activated(0);
    QVERIFY(form.source().subteam.isNull());
}

void TestFieldEditors::numbersAreWhole()
{
    const SampleReview sample;
    const MilestoneId id(sample.review().list(Kind::Milestone).front()->id.uuid);
    FormWindow window(new RecordForm(sample.session(), Kind::Milestone));
    window.view->setRecord(RecordId(id.uuid));
    auto *line = window.input<LineField>("progress");
    line->selectAll();
    QTest::keyClicks(line, u"half"_s);
    window.leave();
    QVERIFY(line->isWrong());
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, u"50"_s);
    window.leave();
    QCOMPARE(*sample.review().find(id)->progress, 50);
}

void TestFieldEditors::partsAreCommittedTogether()
{
    const SampleReview sample;
    const RecommendationId id = firstRecommendation(sample.review());
    FormWindow window(new RecommendationEditor(sample.session()));
    window.view->setRecord(RecordId(id.uuid));
    QVERIFY(sample.set<&Recommendation::metric>(id, Metric()));
    const QSignalSpy changed(&sample.session(), &Session::changed);
    const auto cells = qobject_cast<PartsEditor *>(window.view->editor("metric"))->cells();
    cells.at(0)->setFocus();
    QTest::keyClicks(cells.at(0), u"Answered"_s);
    cells.at(4)->setFocus();
    QTest::keyClicks(cells.at(4), u"31 Dec 2020"_s);
    QCOMPARE(changed.size(), 0);
    window.leave();
    QCOMPARE(changed.size(), 1);
    const Metric &metric = sample.review().find(id)->metric;
    QCOMPARE(metric.what, u"Answered"_s);
    QCOMPARE(metric.by->first, QDate(2020, 12, 31));
}

void TestFieldEditors::missingCellsAreNeeded()
{
    const SampleReview sample;
    const RecommendationId id = firstRecommendation(sample.review());
    FormWindow window(new RecommendationEditor(sample.session()));
    window.view->setRecord(RecordId(id.uuid));
    Metric metric;
    metric.what = u"Answered"_s;
    QVERIFY(sample.set<&Recommendation::metric>(id, metric));
    QVERIFY(sample.set<&Recommendation::deferred>(id, QString()));
    const auto cells = qobject_cast<PartsEditor *>(window.view->editor("metric"))->cells();
    QVERIFY(qobject_cast<LineField *>(cells.at(2))->isNeeded());
    QVERIFY(sample.set<&Recommendation::metric>(id, Metric()));
    QVERIFY(sample.set<&Recommendation::deferred>(id, u"no log is kept"_s));
    QVERIFY(!qobject_cast<LineField *>(cells.at(2))->isNeeded());
}

void TestFieldEditors::findingsAreLinkedAndLetGo()
{
    const SampleReview sample;
    const RecommendationId id = firstRecommendation(sample.review());
    RecommendationEditor editor(sample.session());
    editor.setRecord(RecordId(id.uuid));
    const RecordId finding = sample.review().list(Kind::Finding).back()->id;
    const auto linked = [&] {
        for (const auto &entry : RecordLinks(sample.review()).to(RecordId(id.uuid), LinkType::LeadsTo)) {
            if (entry.other == finding)
                return true;
        }
        return false;
    };
    editor.restsOn()->removeFinding(finding);
    QVERIFY(!linked());
    QVERIFY(editor.restsOn()->addFinding(finding));
    QVERIFY(linked());
    QVERIFY(editor.restsOn()->removeFinding(finding));
    QVERIFY(!linked());
    QVERIFY(editor.restsOn()->addFinding(finding));
    QVERIFY(linked());
}

void TestFieldEditors::formsOfAllKindsCanBeMade()
{
    const SampleReview sample;
    for (const Kind kind : allKinds()) {
        RecordForm form(sample.session(), kind);
        const auto &list = sample.review().list(kind);
        if (!list.empty())
            form.setRecord(list.front()->id);
        QVERIFY(!form.grab().isNull());
        QVERIFY(form.leave());
    }
    QVERIFY(!sample.session().undoText().contains(u"undefined"_s));
}

void TestFieldEditors::everyInputIsNamed()
{
    const FindingForm form;
    for (const auto *input : form.window.view->findChildren<QWidget *>()) {
        const bool isInput = qobject_cast<const QLineEdit *>(input) || qobject_cast<const QComboBox *>(input) ||
                             qobject_cast<const QPlainTextEdit *>(input);
        if (isInput)
            QVERIFY2(!input->accessibleName().isEmpty(), input->metaObject()->className());
    }
}

void TestFieldEditors::longAndArabicTitlesFit()
{
    const FindingForm form;
    QVERIFY(form.sample.set<&Finding::title>(form.id, u"إصلاح مشاكل الوصول إلى ملفات المنطقة "_s.repeated(6)));
    auto *title = form.window.view->editor("title")->findChild<GrowingText *>();
    const int longHeight = title->height();
    QVERIFY(form.window.view->widget()->width() <= form.window.view->viewport()->width());
    QVERIFY(form.sample.set<&Finding::title>(form.id, u"Short"_s));
    QCoreApplication::processEvents();
    QVERIFY(title->height() < longHeight);
    auto *text = form.window.input<GrowingText>("title");
    text->selectAll();
    QTest::keyClicks(text, u"A\n"_s);
    QCOMPARE(form.finding().title, u"A"_s);
}

QTEST_MAIN(TestFieldEditors)
#include "tst_fieldeditors.moc"
