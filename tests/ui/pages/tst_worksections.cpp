// The sections of phases 1 to 3 below the forms: links, presentations, implementability, lineage, adoption,
// the board and the trace.

#include "core/domain/adoption.h"
#include "core/domain/implementabilityinput.h"
#include "core/domain/linkstate.h"
#include "core/domain/scopeitem.h"
#include "core/edits/findings.h"
#include "core/edits/preparation.h"
#include "core/edits/recommendations.h"
#include "core/checks/completeness.h"
#include "core/domain/membership.h"
#include "core/domain/recommendationgroup.h"
#include "core/domain/rule.h"
#include "tests/testprogram.h"
#include "tests/ui/models/samplereview.h"
#include "ui/dialogs/editdialog.h"
#include "ui/dialogs/recorddialog.h"
#include "ui/dialogs/suspectdialog.h"
#include "ui/editors/consensussection.h"
#include "ui/editors/factlist.h"
#include "ui/editors/inputs.h"
#include "ui/editors/recommendationeditor.h"
#include "ui/editors/recordform.h"
#include "ui/editors/referenceeditor.h"
#include "ui/models/chainmodel.h"
#include "ui/pages/evidenceboard.h"
#include "ui/pages/evidencepage.h"
#include "ui/pages/evidencesections.h"
#include "ui/pages/findingsections.h"
#include "ui/pages/preparationpage.h"
#include "ui/pages/preparationsections.h"
#include "ui/pages/recommendationsections.h"
#include "ui/pages/recommendationspage.h"
#include "ui/pages/relationssection.h"
#include "ui/pages/subteamsections.h"
#include "ui/pages/tracepage.h"
#include "ui/widgets/chip.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace worksections_test {

class TestWorkSections : public QObject
{
    Q_OBJECT

private slots:
    void linksAreMadeAndTakenAway();
    void aSuspectLinkShowsWhatChanged();
    void findingsArePresentedAndAnswered();
    void boardAndStaffAreAsked();
    void aRecommendationIsSplitByItsMenu();
    void theTermsOfReferenceAreAdopted();
    void aLeadReportsBack();
    void cardsMoveOnTheBoard();
    void theTraceShowsGaps();
    void aDecisionIsRecordedWhereItIsMissed();
    void theSourceOfAFindingIsCitedByPage();
    void whatIsBelowAFormCanBeCorrected();
    void aMailingListIsImportedWhereItIsRead();
    void rulesStandByTheirTitles();
    void aGroupIsMadeWhereItIsChosen();
};

namespace {

template<class T>
Id<T> first(const SampleReview &sample, Kind kind)
{
    return Id<T>(sample.review().list(kind).front()->id.uuid);
}

/// Fills in and accepts the dialog that comes next.
template<class Dialog, class Fill>
void answerNext(Fill fill)
{
    QTimer::singleShot(0, qApp, [fill] {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            auto *dialog = qobject_cast<Dialog *>(window);
            if (!dialog || !dialog->isVisible())
                continue;
            fill(*dialog);
            if (dialog->acceptButton()->isEnabled())
                dialog->accept();
            if (dialog->isVisible())
                dialog->reject();
            return;
        }
        qWarning("no dialog came");
    });
}

} // namespace

void TestWorkSections::linksAreMadeAndTakenAway()
{
    const SampleReview sample;
    RelationsSection section(
        sample.session(),
        {LinkType::Supports, false, {Kind::DataSource}, u"Rests on"_s, u"Nothing."_s, u"Add…"_s, u"Away"_s});
    section.setRecord(RecordId(first<Finding>(sample, Kind::Finding).uuid));
    section.picker()->fill();
    const int before = int(section.list()->facts().size());
    const int free = section.picker()->count();
    QVERIFY(free > 1);
    const RecordId source(section.picker()->itemData(1).toUuid());
    QVERIFY(section.add(source));
    QCOMPARE(section.list()->facts().size(), before + 1);
    section.picker()->fill();
    QCOMPARE(section.picker()->count(), free - 1); // Nobody is offered what is linked.
    const QSignalSpy refused(&section, &RelationsSection::refused);
    QVERIFY(!section.add(source));
    QCOMPARE(refused.size(), 1);
    QVERIFY(section.remove(source));
    QCOMPARE(section.list()->facts().size(), before);
}

void TestWorkSections::aSuspectLinkShowsWhatChanged()
{
    const SampleReview sample;
    const FindingId finding = first<Finding>(sample, Kind::Finding);
    const RecordId source = sample.review().list(Kind::DataSource).back()->id;
    RelationsSection section(
        sample.session(),
        {LinkType::Supports, false, {Kind::DataSource}, u"Rests on"_s, u"Nothing."_s, u"Add…"_s, u"Away"_s});
    section.setRecord(RecordId(finding.uuid));
    section.remove(source);
    QVERIFY(section.add(source));
    const auto fact = [&] {
        for (const Fact &one : section.list()->facts()) {
            if (one.record == source)
                return one;
        }
        return Fact();
    };
    QVERIFY(fact().action.isEmpty());
    QVERIFY(sample.set<&Finding::statement>(finding, u"Quite another statement."_s));
    QCOMPARE(fact().severity, Severity::Warning);
    QVERIFY(!fact().action.isEmpty());
    QString shown;
    answerNext<SuspectDialog>([&](SuspectDialog &dialog) {
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            shown += label->accessibleName() + label->text();
    });
    emit section.list()->actionRequested(source);
    QVERIFY2(shown.contains(u"Quite another statement"_s), qPrintable(shown));
    QVERIFY(fact().action.isEmpty()); // Confirmed.
    QVERIFY(sample.session().undo());
    QVERIFY(!fact().action.isEmpty());
}

void TestWorkSections::findingsArePresentedAndAnswered()
{
    const SampleReview sample;
    PresentationsSection section(sample.session());
    const FindingId finding = first<Finding>(sample, Kind::Finding);
    section.setRecord(RecordId(finding.uuid));
    const int before = int(section.presentations()->facts().size());
    answerNext<EditDialog>([](EditDialog &dialog) {
        dialog.findChild<QPlainTextEdit *>()->setPlainText(u"Counted by hand."_s);
    });
    section.present();
    QCOMPARE(section.presentations()->facts().size(), before + 1);
    section.line()->setText(u"Which ones?"_s);
    emit section.line()->returnPressed();
    QCOMPARE(section.feedback()->facts().last().words, u"Which ones?"_s);
    QVERIFY(section.line()->text().isEmpty());
    const RecordId point = section.feedback()->facts().last().record;
    answerNext<EditDialog>([](EditDialog &dialog) {
        dialog.findChild<QPlainTextEdit *>()->setPlainText(u"They are named now."_s);
    });
    emit section.feedback()->actionRequested(point);
    QCOMPARE(section.feedback()->facts().last().severity, Severity::Good);
    QVERIFY(section.feedback()->facts().last().rest.contains(u"They are named now."_s));
    QVERIFY(sample.set<&Finding::cause>(finding, u"Another cause."_s));
    QCOMPARE(section.presentations()->facts().last().severity, Severity::Warning);
}

void TestWorkSections::boardAndStaffAreAsked()
{
    const SampleReview sample;
    DocketSection section(sample.session());
    const RecommendationId recommendation = first<Recommendation>(sample, Kind::Recommendation);
    section.setRecord(RecordId(recommendation.uuid));
    const qsizetype before = section.list()->facts().size();
    answerNext<EditDialog>(
        [](EditDialog &dialog) { dialog.findChild<QPlainTextEdit *>()->setPlainText(u"By when?"_s); });
    section.ask();
    QCOMPARE(section.list()->facts().size(), before + 1);
    const RecordId input = section.list()->facts().last().record;
    answerNext<EditDialog>(
        [](EditDialog &dialog) { dialog.findChild<QPlainTextEdit *>()->setPlainText(u"Within a year."_s); });
    emit section.list()->actionRequested(input);
    QCOMPARE(section.list()->facts().last().severity, Severity::Good);
    QVERIFY(sample.set<&Recommendation::outcome>(recommendation, u"Another outcome."_s));
    QCOMPARE(section.list()->facts().last().severity, Severity::Warning);
    answerNext<SuspectDialog>([&](SuspectDialog &dialog) {
        QStringList words;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            words += label->text();
        QVERIFY2(words.join(u' ').contains(u"Another"_s), qPrintable(words.join(u' ')));
    });
    emit section.list()->actionRequested(input); // Still valid.
    QCOMPARE(section.list()->facts().last().severity, Severity::Good);
}

void TestWorkSections::aRecommendationIsSplitByItsMenu()
{
    const SampleReview sample;
    LineageSection section(sample.session());
    const RecommendationId recommendation = first<Recommendation>(sample, Kind::Recommendation);
    section.setRecord(RecordId(recommendation.uuid));
    const int before = sample.review().count(Kind::Recommendation);
    answerNext<EditDialog>([](EditDialog &dialog) {
        const auto lines = dialog.findChildren<QLineEdit *>();
        lines.at(0)->setText(u"One half"_s);
        QVERIFY(!dialog.acceptButton()->isEnabled()); // Each part needs a title.
        lines.at(1)->setText(u"The other half"_s);
    });
    section.split();
    QCOMPARE(sample.review().count(Kind::Recommendation), before + 2);
    QCOMPARE(successorsOf(sample.review(), recommendation).size(), 2);
    QString words;
    for (const Fact &fact : section.list()->facts())
        words += fact.words;
    QVERIFY2(words.contains(u"One half"_s) && words.contains(u"Number"_s),
             qPrintable(words)); // And the numbers it had.
}

void TestWorkSections::theTermsOfReferenceAreAdopted()
{
    const SampleReview sample;
    PreparationPage page(sample.session());
    page.show();
    auto *section = page.findChild<AdoptionSection *>();
    QVERIFY(section);
    ScopeItemId item = first<ScopeItem>(sample, Kind::ScopeItem);
    QVERIFY(sample.set<&ScopeItem::text>(item, u"Another text of the scope."_s));
    QVERIFY(adoption(sample.review()).state != Adoption::Holds);
    answerNext<EditDialog>([](EditDialog &) {});
    section->adopt();
    QCOMPARE(adoption(sample.review()).state, Adoption::Holds);
    const qsizetype missing = section->missing()->facts().size();
    QVERIFY(missing > 0); // The text is new, so nobody has acknowledged it.
    emit section->missing()->actionRequested(section->missing()->facts().first().record);
    QCOMPARE(section->missing()->facts().size(), missing - 1);
    for (const QString &view : {u"terms"_s, u"scope"_s, u"people"_s, u"prior"_s}) {
        page.showView(view);
        QCOMPARE(page.currentView(), view);
    }
}

void TestWorkSections::aLeadReportsBack()
{
    const SampleReview sample;
    ReportBackSection section(sample.session());
    section.setRecord(sample.review().list(Kind::SubTeam).front()->id);
    const qsizetype before = section.list()->facts().size();
    section.line()->setText(u"Two sources came."_s);
    emit section.line()->returnPressed();
    QCOMPARE(section.list()->facts().size(), before + 1);
    QCOMPARE(section.list()->facts().first().words, u"Two sources came."_s); // The latest first.
    const QSignalSpy refused(&section, &ReportBackSection::refused);
    section.line()->setText(u"  "_s);
    emit section.line()->returnPressed();
    QCOMPARE(refused.size(), 1);
}

void TestWorkSections::aDecisionIsRecordedWhereItIsMissed()
{
    const SampleReview sample;
    ChangeSet fresh(sample.review(), Cause::Create);
    const RecommendationId id = fresh.create<Recommendation>(sample.review());
    fresh.set<&Recommendation::title>(id, u"Answer within five days"_s);
    fresh.set<&Recommendation::text>(id, u"ICANN org should answer within five days."_s);
    QVERIFY(sample.session().commit(fresh));
    RecommendationsPage page(sample.session());
    page.resize(1100, 900);
    page.show();
    page.showRecord(RecordId(id.uuid));
    auto *consensus = static_cast<RecommendationEditor *>(page.view())->consensus();
    const auto level = [&] { return consensus->findChild<Chip *>()->text(); };
    QVERIFY(sample.session().commit(
        decideOn(sample.session().context(), {RecordId(id.uuid)}, u"Agreed."_s, {{}, {}, {}, {}, Consensus::Consensus})));
    QCOMPARE(level().tone, ChipText::Tone::Good);
    ChangeSet changes(sample.review(), Cause::Edit);
    changes.set<&Recommendation::text>(id, u"ICANN org should do something else by 2030."_s);
    QVERIFY(sample.session().commit(changes));
    QVERIFY2(level().text.contains(u"on a former text"_s), qPrintable(level().text));
    answerNext<EditDialog>([](EditDialog &dialog) {
        dialog.findChild<QPlainTextEdit *>()->setPlainText(u"Agreed as it stands."_s);
        for (QComboBox *box : dialog.findChildren<QComboBox *>()) {
            if (const int found = box->findData(u"fullconsensus"_s); found >= 0)
                box->setCurrentIndex(found);
        }
    });
    emit consensus->decisionRequested();
    QCOMPARE(level().tone, ChipText::Tone::Good);
    page.setTableShown(true); // As a table it shows more than titles.
    QVERIFY(page.model()->columnOf("state") >= 0 && page.model()->columnOf("addressee") >= 0);
    const Decision *decision = sample.review().all<Decision>().back();
    QCOMPARE(decision->text, u"Agreed as it stands."_s);
    decision = consensusDecision(sample.review(), RecordLinks(sample.review()), RecordId(id.uuid));
    QVERIFY(decision->level.is(Consensus::FullConsensus));
    QCOMPARE(*decision->date, PartialDate::day(sample.session().clock().today()));
}

void TestWorkSections::theSourceOfAFindingIsCitedByPage()
{
    const SampleReview sample;
    RelationsSection section(
        sample.session(),
        {LinkType::Supports, false, {Kind::DataSource}, u"Rests on"_s, u"Nothing."_s, u"Add…"_s, u"Away"_s});
    const RecordId finding = sample.review().list(Kind::Finding).back()->id;
    section.setRecord(finding);
    section.picker()->fill();
    const RecordId source(section.picker()->itemData(1).toUuid());
    QVERIFY(section.add(source));
    answerNext<EditDialog>([](EditDialog &dialog) {
        dialog.findChild<QPlainTextEdit *>()->setPlainText(u"19 of 40 were refused."_s);
        dialog.findChild<QLineEdit *>()->setText(u"12"_s);
    });
    emit section.list()->buttonPressed(source);
    const auto cited = [&] {
        for (const Fact &fact : section.list()->facts()) {
            if (fact.record == source)
                return fact.rest;
        }
        return QString();
    };
    QVERIFY2(cited().contains(u"page 12"_s) && cited().contains(u"19 of 40"_s), qPrintable(cited()));
}

void TestWorkSections::whatIsBelowAFormCanBeCorrected()
{
    const SampleReview sample;
    const Membership *current = nullptr;
    for (const Membership *membership : sample.review().all<Membership>()) {
        if (!membership->to)
            current = membership;
    }
    QVERIFY(current);
    const MembershipId id(current->id.uuid);
    PersonSections sections(sample.session());
    sections.setRecord(RecordId(current->person.uuid));
    FactList *roles = sections.findChildren<FactList *>().first();
    const qsizetype before = roles->facts().size();
    answerNext<RecordDialog>([](RecordDialog &dialog) {
        auto *to = dialog.form()->editor("to")->findChild<QLineEdit *>();
        to->setFocus();
        to->setText(u"5 Feb 2027"_s);
        emit to->textEdited(to->text());
    });
    emit roles->buttonPressed(RecordId(id.uuid));
    QCOMPARE(sample.review().find(id)->to->toText(), u"2027-02-05"_s);
    emit roles->removalRequested(RecordId(id.uuid));
    QVERIFY(!sample.review().find(id));
    QCOMPARE(roles->facts().size(), before - 1);
    QVERIFY(sample.session().undo());
    QCOMPARE(roles->facts().size(), before);
}

void TestWorkSections::aMailingListIsImportedWhereItIsRead()
{
    const SampleReview sample;
    EvidencePage page(sample.session());
    page.resize(1100, 900);
    page.show();
    page.showView(u"messages"_s);
    const QSignalSpy wanted(&page, &EvidencePage::mailImportRequested);
    for (QPushButton *button : page.view(u"messages"_s)->findChildren<QPushButton *>()) {
        if (button->text() == u"Import…"_s)
            button->click();
    }
    QCOMPARE(wanted.size(), 1);
}

void TestWorkSections::rulesStandByTheirTitles()
{
    const SampleReview sample;
    PreparationPage page(sample.session());
    page.resize(1100, 900);
    page.show();
    page.showView(u"rules"_s);
    RecordModel *rules = page.view(u"rules"_s)->model();
    const QAbstractItemModelTester tester(rules, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(rules->rowCount(), sample.review().count(Kind::Rule));
    const auto titleAt = [&](int row) { return rules->index(row, rules->columnOf("title")).data().toString(); };
    for (int row = 1; row < rules->rowCount(); ++row)
        QVERIFY(QString::localeAwareCompare(titleAt(row - 1), titleAt(row)) <= 0);
    ChangeSet changes(sample.review(), Cause::Edit);
    changes.set<&Rule::title>(RuleId(sample.review().list(Kind::Rule).front()->id.uuid), u"Zzz"_s);
    QVERIFY(sample.session().commit(changes));
    QCOMPARE(titleAt(rules->rowCount() - 1), u"Zzz"_s);
}

void TestWorkSections::aGroupIsMadeWhereItIsChosen()
{
    const SampleReview sample;
    const RecommendationId id(sample.review().all<Recommendation>().front()->id.uuid);
    ReferenceEditor editor(sample.session(), Kind::Recommendation, *describe(Kind::Recommendation).field("group"));
    editor.setRecord(RecordId(id.uuid));
    editor.show();
    editor.combo()->setFocus();
    const int before = sample.review().count(Kind::RecommendationGroup);
    QVERIFY(!editor.chooseNew(u"  "_s));
    QVERIFY(editor.chooseNew(u"Research"_s));
    QCOMPARE(sample.review().count(Kind::RecommendationGroup), before + 1);
    QCOMPARE(sample.review().find(sample.review().find(id)->group)->title, u"Research"_s);
    QVERIFY(editor.combo()->currentText().contains(u"Research"_s));
    QVERIFY(sample.session().undo());
    QCOMPARE(sample.review().count(Kind::RecommendationGroup), before);
}

void TestWorkSections::cardsMoveOnTheBoard()
{
    const SampleReview sample;
    EvidenceBoard board(sample.session());
    board.resize(1200, 700);
    board.show();
    int shown = 0;
    BoardColumn *full = nullptr;
    for (BoardColumn *column : board.columns()) {
        shown += column->model()->rowCount();
        if (!full && column->model()->rowCount() > 0 && column->state() != SourceState::Withdrawn)
            full = column;
    }
    QCOMPARE(shown, sample.review().count(Kind::DataSource)); // Each stands in one column.
    full->setCurrentIndex(full->model()->index(0, full->modelColumn()));
    const DataSourceId source(full->current().uuid);
    QTest::keyClick(full, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(int(*sample.review().find(source)->state.value), int(full->state()) + 1);
    QVERIFY(board.move(RecordId(source.uuid), SourceState::Withdrawn));
    QVERIFY(!board.move(RecordId(source.uuid), SourceState::Withdrawn)); // It is there.
    QVERIFY(sample.session().undo());
    QCOMPARE(int(*sample.review().find(source)->state.value), int(full->state()) + 1);
}

void TestWorkSections::theTraceShowsGaps()
{
    const SampleReview sample;
    TracePage page(sample.session());
    page.resize(1000, 700);
    page.show();
    const QAbstractItemModelTester tester(page.model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int before = page.model()->gapCount();
    ChangeSet changes(sample.review(), Cause::Create);
    const RecommendationId bare = changes.create<Recommendation>(sample.review());
    changes.set<&Recommendation::title>(bare, u"On nothing"_s);
    QVERIFY(sample.session().commit(changes));
    QCOMPARE(page.model()->gapCount(), before + 1);
    QVERIFY(page.attention().second > 0);
    QString sentences;
    for (const Fact &fact : page.gaps()->facts())
        sentences += fact.words + fact.rest + u'\n';
    QVERIFY2(sentences.contains(u"On nothing"_s), qPrintable(sentences));
    page.model()->setGapsOnly(true);
    for (int row = 0; row < page.model()->rowCount(); ++row) {
        const ChainRow &chain = page.model()->row(row);
        QVERIFY(chain.source.isNull() || chain.finding.isNull() || chain.recommendation.isNull() ||
                !chain.supports.isNull());
    }
    const QSignalSpy asked(&page, &Page::recordRequested);
    page.table()->setCurrentIndex(page.table()->model()->index(0, ChainModel::FindingColumn));
    emit page.table()->activated(page.table()->currentIndex());
    QCOMPARE(asked.size(), page.currentRecord().isNull() ? 0 : 1);
}

PLUMBLINE_TEST(TestWorkSections)
} // namespace worksections_test

#include "tst_worksections.moc"
