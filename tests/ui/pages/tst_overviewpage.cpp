#include "core/checks/gates.h"
#include "core/domain/milestone.h"
#include "core/domain/reviewrecord.h"
#include "core/domain/subteam.h"
#include "core/edits/plan.h"
#include "core/edits/waivers.h"
#include "tests/testprogram.h"
#include "tests/ui/dialogs/samplesession.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/overviewpagedata.h"
#include "ui/pages/overviewpagetable.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/sectionheader.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTextDocumentFragment>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace overviewpage_test {

namespace {

OverviewTable *table(const OverviewPage &page, const QString &name)
{
    for (OverviewTable *candidate : page.findChildren<OverviewTable *>()) {
        if (candidate->accessibleName().startsWith(name))
            return candidate;
    }
    return nullptr;
}

QString wordsOf(const QWidget &widget)
{
    QCoreApplication::processEvents(); // A layout shows what is new in it with the next event.
    QStringList words;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&widget))
            words += QTextDocumentFragment::fromHtml(label->text()).toPlainText();
    }
    return words.join(u'\n');
}

QString rowsOf(const OverviewTable &table)
{
    QStringList words;
    for (int row = 0; row < table.rows()->rowCount(); ++row) {
        for (int column = 0; column < table.rows()->columnCount(); ++column)
            words += table.rows()->index(row, column).data().toString();
    }
    return words.join(u'\n');
}

Result<Commit> setPhase(Session &session, Phase phase)
{
    ChangeSet changes(session.review(), Cause::Edit);
    changes.set<&ReviewRecord::phase>(ReviewRecordId(reviewRecord(session.review())->id.uuid), phase);
    return session.commit(changes);
}

} // namespace

class TestOverviewPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void everyPhaseHasItsGate();
    void theNextGateSaysWhatItLacks();
    void passingAGateMovesThePhase();
    void passingWithAReasonKeepsTheReason();
    void anEditShowsAtOnce();
    void anAcceptedProblemIsNotCounted();
    void rowsGoToTheirRecord();
    void moreProblemsAreAClickAway();
    void datesAheadAreThoseOfTheNextDays();
    void subTeamsSayWhoLeadsAndHowFarTheyAre();
    void anEmptyReviewSaysHowToBegin();
    void longAndArabicTitlesFit();
    void aHiddenPageCatchesUpWhenShown();
};

void TestOverviewPage::everyPhaseHasItsGate()
{
    SampleSession session;
    const QStringList expected{u"G1"_s, u"G2"_s, u"G3"_s, u"G4"_s, u"G6"_s, u"G7"_s, QString()};
    for (int i = 0; i < expected.size(); ++i) {
        QVERIFY(setPhase(*session, Phase(i)));
        QCOMPARE(nextGate(session->review()), expected.at(i)); // G5 is passed: the final report was agreed.
        const auto stages = gateStages(session->review(), session->problems(), session->clock().today());
        QCOMPARE(stages.size(), 7);
        QCOMPARE(stages.at(i).state, GateStage::State::Current);
        QCOMPARE(stages.first().state, i > 0 ? GateStage::State::Done : GateStage::State::Current);
    }
}

void TestOverviewPage::theNextGateSaysWhatItLacks()
{
    SampleSession session;
    QVERIFY(setPhase(*session, Phase::Drafting));
    OverviewPage page(*session);
    page.resize(1232, 836);
    page.show();
    QVERIFY(wordsOf(page).contains(u"Next gate: G3 Draft published"_s));
    const auto lacking = gateProblems(session->review(), session->clock(), u"G3"_s);
    QVERIFY(!lacking.isEmpty());
    OverviewTable *gate = table(page, u"Next gate"_s);
    QCOMPARE(gate->rows()->rowCount(), gateChecks(session->review(), u"G3"_s).size());
    const QString rows = rowsOf(*gate);
    QVERIFY2(rows.contains(u"not so for "_s), qPrintable(rows));
    QVERIFY(rows.contains(session->review().find(lacking.first().record)->key));
}

void TestOverviewPage::passingAGateMovesThePhase()
{
    SampleSession session;
    QVERIFY(setPhase(*session, Phase::PublicComment));
    OverviewPage page(*session);
    page.passGate();
    QCOMPARE(currentPhase(session->review()), Phase::Finalisation);
    QVERIFY(session->undo());
    QCOMPARE(currentPhase(session->review()), Phase::PublicComment);
}

void TestOverviewPage::passingWithAReasonKeepsTheReason()
{
    SampleSession session;
    QVERIFY(setPhase(*session, Phase::Drafting));
    OverviewPage page(*session);
    page.passGate(u"The comment period cannot wait."_s);
    QCOMPARE(currentPhase(session->review()), Phase::PublicComment);
    for (const Problem &problem : gateProblems(session->review(), session->clock(), u"G3"_s))
        QVERIFY(problem.waived);
}

void TestOverviewPage::anEditShowsAtOnce()
{
    SampleSession session;
    OverviewPage page(*session);
    QSignalSpy attention(&page, &Page::attentionChanged);
    page.show();
    const int before = page.attention().second;
    const auto changes = addMilestone(session->context(), {}, u"Kick-off"_s, PartialDate::day({2019, 11, 20}));
    QVERIFY(session->commit(changes));
    const MilestoneId id(changes->edits.first().record.uuid);
    QVERIFY(rowsOf(*table(page, u"My next 30 days"_s)).contains(u"Kick-off"_s));
    QVERIFY(wordsOf(page).contains(u"Somebody added Kick-off"_s));
    ChangeSet late(session->review(), Cause::Edit);
    late.set<&Milestone::deadline>(id, PartialDate::day({2019, 11, 10}));
    QVERIFY(session->commit(late));
    QVERIFY(page.attention().second > before);
    QVERIFY(attention.size() >= 2);
    QVERIFY(session->undo());
    QCOMPARE(page.attention().second, before);
}

void TestOverviewPage::anAcceptedProblemIsNotCounted()
{
    SampleSession session;
    OverviewPage page(*session);
    page.show();
    const int before = page.attention().second;
    const Problem first = session->problems().first();
    QVERIFY(session->commit(waive(session->context(), QString::fromUtf8(first.check), first.record, u"Known."_s)));
    QCOMPARE(page.attention().second, before - 1);
    QVERIFY(!rowsOf(*table(page, u"Problems"_s)).contains(first.sentence));
}

void TestOverviewPage::rowsGoToTheirRecord()
{
    SampleSession session;
    OverviewPage page(*session);
    page.resize(1232, 836);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QSignalSpy requested(&page, &Page::recordRequested);
    OverviewTable *problems = table(page, u"Problems"_s);
    problems->setFocus(Qt::TabFocusReason);
    QTest::keyClick(problems, Qt::Key_Down);
    QTest::keyClick(problems, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().value<RecordId>(), session->problems().at(1).record);
    const QRect cell = problems->visualRect(problems->rows()->index(0, 1));
    QTest::mouseClick(problems->viewport(), Qt::LeftButton, {}, cell.center());
    QCOMPARE(requested.size(), 2);
    QCOMPARE(requested.last().first().value<RecordId>(), session->problems().first().record);
}

void TestOverviewPage::moreProblemsAreAClickAway()
{
    SampleSession session;
    OverviewPage page(*session);
    page.show();
    OverviewTable *problems = table(page, u"Problems"_s);
    QCOMPARE(problems->rows()->rowCount(), 8);
    for (LinkButton *link : page.findChildren<LinkButton *>()) {
        if (link->text().startsWith(u"Show all"_s) && link->parentWidget() == problems->parentWidget())
            link->click();
    }
    QVERIFY(problems->rows()->rowCount() > 8);
}

void TestOverviewPage::datesAheadAreThoseOfTheNextDays()
{
    SampleSession session;
    const QDate today = session->clock().today();
    for (const DatedThing &thing : datesAhead(session->review(), {}, today, 30)) {
        QVERIFY(thing.date.last() >= today);
        QVERIFY(thing.date.last() <= today.addDays(30));
    }
    const auto changes = addMilestone(session->context(), SubTeamId(session.record("S7").uuid), u"Mine"_s,
                                      PartialDate::day(today));
    QVERIFY(session->commit(changes));
    const auto mine = datesAhead(session->review(), session.record("P-007"), today, 30);
    const auto found = std::find_if(mine.begin(), mine.end(), [](const DatedThing &t) { return t.title == u"Mine"_s; });
    QVERIFY(found != mine.end());
    QVERIFY(found->mine);
    QVERIFY(datesAhead(session->review(), {}, today.addYears(50), 30).isEmpty());
}

void TestOverviewPage::subTeamsSayWhoLeadsAndHowFarTheyAre()
{
    SampleSession session;
    const auto lines = subTeamLines(session->review(), session->problems(), session->clock().today());
    QCOMPARE(lines.size(), session->review().count(Kind::SubTeam));
    const auto abuse = std::find_if(lines.begin(), lines.end(), [](const SubTeamLine &l) { return l.key == u"S7"_s; });
    QVERIFY(abuse != lines.end());
    QVERIFY2(!abuse->lead.isEmpty(), qPrintable(abuse->lead));
    QVERIFY(abuse->draft.has_value());
    QVERIFY(abuse->draftLate);
    QVERIFY(abuse->complete <= abuse->total);
}

void TestOverviewPage::anEmptyReviewSaysHowToBegin()
{
    SampleSession session(u"blank"_s, u"Fresh"_s);
    OverviewPage page(*session);
    page.show();
    auto *empty = page.findChild<EmptyState *>();
    QVERIFY(empty->isVisible());
    QVERIFY(!table(page, u"Problems"_s)->isVisible());
    QSignalSpy requested(&page, &Page::recordRequested);
    empty->findChild<QPushButton *>()->click();
    QCOMPARE(session->review().count(Kind::Milestone), 1);
    QCOMPARE(requested.size(), 1);
    QVERIFY(!empty->isVisible());
    QVERIFY(table(page, u"Problems"_s)->isVisible());
}

void TestOverviewPage::longAndArabicTitlesFit()
{
    SampleSession session;
    const QString longTitle = QString(200, u'w');
    const QString arabic = u"نشر التقرير النهائي للمراجعة"_s;
    for (const QString &title : {longTitle, arabic})
        QVERIFY(session->commit(addMilestone(session->context(), {}, title, PartialDate::day({2019, 11, 12}))));
    OverviewPage page(*session);
    page.resize(1232, 836);
    page.show();
    QCOMPARE(page.width(), 1232);
    const QString rows = rowsOf(*table(page, u"My next 30 days"_s));
    QVERIFY(rows.contains(longTitle));
    QVERIFY(rows.contains(arabic));
    for (const OverviewTable *candidate : page.findChildren<OverviewTable *>())
        QVERIFY(candidate->width() < 800);
    page.resize(640, 836);
    QVERIFY(!page.grab().isNull());
}

void TestOverviewPage::aHiddenPageCatchesUpWhenShown()
{
    SampleSession session;
    OverviewPage page(*session);
    QVERIFY(session->commit(addMilestone(session->context(), {}, u"Unseen"_s, PartialDate::day({2019, 11, 20}))));
    page.show();
    QVERIFY(rowsOf(*table(page, u"My next 30 days"_s)).contains(u"Unseen"_s));
}

PLUMBLINE_TEST(TestOverviewPage)
} // namespace overviewpage_test

#include "tst_overviewpage.moc"
