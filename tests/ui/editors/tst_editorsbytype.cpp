#include "tests/ui/editors/formwindow.h"

#include "core/domain/milestone.h"
#include "core/domain/recommendation.h"
#include "core/domain/recordlinks.h"
#include "core/domain/subteam.h"
#include "tests/testprogram.h"
#include "ui/editors/choiceeditor.h"
#include "ui/editors/growingtext.h"
#include "ui/editors/inputs.h"
#include "ui/editors/parteditors.h"
#include "ui/editors/recommendationeditor.h"
#include "ui/editors/referenceeditor.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/choicebar.h"

#include <QApplication>
#include <QSignalSpy>
#include <QToolButton>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace editorsbytype_test {

class TestEditorsByType : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

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
    void formsOfAllKindsCanBeMade();
    void everyInputIsNamed();
    void longAndArabicTitlesFit();
    void markedWordsFollowTheText();
};

static RecommendationId firstRecommendation(const Review &review)
{
    return RecommendationId(review.list(Kind::Recommendation).front()->id.uuid);
}

void TestEditorsByType::wrongDateSaysSoAndStays()
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

void TestEditorsByType::typedDatesAreUnderstood()
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

void TestEditorsByType::unknownChoiceSurvives()
{
    const SourceForm form;
    QVERIFY(form.sample.set<&DataSource::state>(form.id, Choice<SourceState>::fromWord(u"lent"_s)));
    auto *editor = qobject_cast<ChoiceEditor *>(form.window.view->editor("state"));
    QCOMPARE(editor->combo()->currentText(), u"lent"_s);
    editor->combo()->setFocus();
    form.window.leave();
    QCOMPARE(form.source().state.raw, u"lent"_s);
}

void TestEditorsByType::unknownChoiceOfTwoSurvives()
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

void TestEditorsByType::choiceCommitsAtOnce()
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

void TestEditorsByType::nobodyChoseLooksUnpressed()
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

void TestEditorsByType::referencesAreOfTheirKind()
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

void TestEditorsByType::numbersAreWhole()
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

void TestEditorsByType::partsAreCommittedTogether()
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

void TestEditorsByType::missingCellsAreNeeded()
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

void TestEditorsByType::formsOfAllKindsCanBeMade()
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

void TestEditorsByType::everyInputIsNamed()
{
    const FindingForm form;
    for (const auto *input : form.window.view->findChildren<QWidget *>()) {
        const bool isInput = qobject_cast<const QLineEdit *>(input) ||
                             qobject_cast<const QComboBox *>(input) ||
                             qobject_cast<const QPlainTextEdit *>(input);
        if (isInput)
            QVERIFY2(!input->accessibleName().isEmpty(), input->metaObject()->className());
    }
}

void TestEditorsByType::longAndArabicTitlesFit()
{
    const FindingForm form;
    QVERIFY(
        form.sample.set<&Finding::title>(form.id, u"إصلاح مشاكل الوصول إلى ملفات المنطقة "_s.repeated(6)));
    auto *title = form.window.view->editor("title")->findChild<GrowingText *>();
    const int longHeight = title->height();
    QVERIFY(form.window.view->widget()->width() <= form.window.view->viewport()->width());
    QVERIFY(form.sample.set<&Finding::title>(form.id, u"Short"_s));
    QCoreApplication::processEvents();
    QVERIFY(title->height() < longHeight);
    auto *text = form.window.input<GrowingText>("title");
    text->selectAll();
    QTest::keyClicks(text, u"A"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(form.finding().title, u"A"_s);
}

void TestEditorsByType::markedWordsFollowTheText()
{
    GrowingText text(Type::Reading);
    text.setPlainText(u"Improve access, and improve it again."_s);
    text.setMarkedWords({u"improve"_s});
    QCOMPARE(text.extraSelections().size(), 2);
    text.setPlainText(u"Nothing vague, no improvements."_s);
    QCOMPARE(text.extraSelections().size(), 0);
    text.setPlainText(u"improve"_s);
    QCOMPARE(text.extraSelections().size(), 1);
    text.setMarkedWords({});
    QCOMPARE(text.extraSelections().size(), 0);
}

PLUMBLINE_TEST(TestEditorsByType)
} // namespace editorsbytype_test

#include "tst_editorsbytype.moc"
