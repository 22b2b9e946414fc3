// What is typed in the table, sorted by its heads, and done to an item by keys: linking, levels, order.

#include "tests/core/timeline/plansample.h"
#include "tests/testprogram.h"
#include "ui/gantt/gantttable.h"
#include "ui/gantt/ganttview.h"
#include "ui/gantt/ganttwidget.h"
#include "ui/render/gantttablepainter.h"

#include <QContextMenuEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(plumbline::TimelineColumn)

namespace gantttable_test {

class TestGanttTable : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qRegisterMetaType<TimelineColumn>("plumbline::TimelineColumn"); }
    void init();
    void aTitleIsTypedOver();
    void tabGoesFromCellToCell();
    void escapeLeavesWhatStood();
    void aDoubleClickOpensTheCellUnderIt();
    void aDeadlineAsksForItsColumn();
    void whatIsComputedIsNotTyped();
    void aReviewToBeReadIsNotTypedIn();
    void aHeadSorts();
    void columnsLeaveWhenThereIsNoRoom();
    void linkingByKeyboard();
    void linkingByMouse();
    void escapeEndsLinking();
    void levelsOrderAndDeletionAreAskedFor();
    void theMenuOpensByKeyAndByMouse();

private:
    GanttView &view() { return *m_widget->view(); }
    GanttTable &table() { return *m_widget->table(); }
    QLineEdit *field() { return table().titleField(); }
    int rowOf(RecordId id) const { return m_widget->plan().rowOf(id); }
    void showPlan(const TimelineOptions &options) { m_widget->setPlan(buildTimeline(m_sample.review, options)); }
    /// The middle of a cell, in the coordinates of the table.
    QPoint cell(RecordId id, TimelineColumn column)
    {
        GanttScene scene = view().state().scene(table());
        const QRectF box = cellBox(scene, rowOf(id), table().width(), column);
        return (box.center() + QPointF(0, scene.headerHeight())).toPoint();
    }

    PlanSample m_sample;
    RecordId m_team;
    RecordId m_study;
    RecordId m_draft;
    std::unique_ptr<GanttWidget> m_widget;
};

void TestGanttTable::init()
{
    m_sample = PlanSample();
    m_team = m_sample.subTeam(u"S1"_s, u"SSR1 review"_s);
    m_study = m_sample.item(u"Study"_s, u"2018-09-03"_s, u"2018-11-19"_s, m_team);
    m_draft = m_sample.item(u"Draft recommendations"_s, {}, u"2018-11-28"_s, m_team);
    m_widget = std::make_unique<GanttWidget>();
    showPlan(PlanSample::options());
    m_widget->resize(1100, 420);
    m_widget->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_widget.get()));
    m_widget->activateWindow();
    view().setFocus();
    view().fit();
}

void TestGanttTable::aTitleIsTypedOver()
{
    QSignalSpy typed(m_widget.get(), &GanttWidget::valueTyped);
    m_widget->setCurrentId(m_draft);
    QTest::keyClick(&view(), Qt::Key_F2);
    QVERIFY(field()->isVisible());
    QCOMPARE(field()->text(), u"Draft recommendations"_s);
    QTest::keyClicks(field(), u"First draft"_s); // Everything was selected.
    QTest::keyClick(field(), Qt::Key_Return);
    QVERIFY(!field()->isVisible());
    QCOMPARE(typed.size(), 1);
    QCOMPARE(typed.first().at(0).value<RecordId>(), m_draft);
    QCOMPARE(typed.first().at(1).value<TimelineColumn>(), TimelineColumn::Title);
    QCOMPARE(typed.first().at(2).toString(), u"First draft"_s);
    QTest::keyClick(&view(), Qt::Key_F2);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(typed.size(), 1); // Nothing else was typed.
}

void TestGanttTable::tabGoesFromCellToCell()
{
    QSignalSpy typed(m_widget.get(), &GanttWidget::valueTyped);
    m_widget->setCurrentId(m_draft);
    QTest::keyClick(&view(), Qt::Key_F2);
    QTest::keyClick(field(), Qt::Key_Tab);
    QVERIFY(field()->isVisible());
    QCOMPARE(field()->text(), formatDate(PartialDate::day(QDate(2018, 11, 28)), table().locale()));
    field()->setText(u"5 Dec 2018"_s);
    QTest::keyClick(field(), Qt::Key_Tab); // The slip is computed, so the owner comes next.
    QCOMPARE(typed.size(), 1);
    QCOMPARE(typed.first().at(1).value<TimelineColumn>(), TimelineColumn::Target);
    QTest::keyClicks(field(), u"Lead"_s);
    QTest::keyClick(field(), Qt::Key_Backtab);
    QCOMPARE(typed.size(), 2);
    QCOMPARE(typed.last().at(1).value<TimelineColumn>(), TimelineColumn::Owner);
}

void TestGanttTable::escapeLeavesWhatStood()
{
    QSignalSpy typed(m_widget.get(), &GanttWidget::valueTyped);
    m_widget->setCurrentId(m_draft);
    m_widget->editCurrent(TimelineColumn::Target, u"someday"_s);
    QCOMPARE(field()->text(), u"someday"_s);
    QTest::keyClick(field(), Qt::Key_Escape);
    QVERIFY(!field()->isVisible());
    QCOMPARE(typed.size(), 0);
    QVERIFY(view().hasFocus());
}

void TestGanttTable::aDoubleClickOpensTheCellUnderIt()
{
    QTest::mouseDClick(&table(), Qt::LeftButton, {}, cell(m_study, TimelineColumn::Target));
    QVERIFY(field()->isVisible());
    QCOMPARE(field()->text(), formatDate(PartialDate::day(QDate(2018, 11, 19)), table().locale()));
}

void TestGanttTable::aDeadlineAsksForItsColumn()
{
    connect(m_widget.get(), &GanttWidget::columnNeeded, this, [this](TimelineColumn column) {
        TimelineOptions options = PlanSample::options();
        options.columns += column;
        showPlan(options);
    });
    m_widget->resize(1300, 420);
    QSignalSpy typed(m_widget.get(), &GanttWidget::valueTyped);
    m_widget->setCurrentId(m_draft);
    QTest::keyClick(&view(), Qt::Key_D);
    QVERIFY(field()->isVisible());
    QTest::keyClicks(field(), u"1 Dec 2018"_s);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(typed.first().at(1).value<TimelineColumn>(), TimelineColumn::Deadline);
    QCOMPARE(typed.first().at(0).value<RecordId>(), m_draft);
}

void TestGanttTable::whatIsComputedIsNotTyped()
{
    m_widget->setCurrentId(m_draft);
    m_widget->editCurrent(TimelineColumn::Slip);
    QVERIFY(!field()->isVisible());
    m_widget->setCurrentId(m_team); // The head of a lane.
    m_widget->editCurrent(TimelineColumn::Title);
    QVERIFY(!field()->isVisible());
}

void TestGanttTable::aReviewToBeReadIsNotTypedIn()
{
    TimelineOptions options = PlanSample::options();
    options.newItemRow = false;
    showPlan(options);
    QSignalSpy linked(m_widget.get(), &GanttWidget::linkRequested);
    QSignalSpy deleted(m_widget.get(), &GanttWidget::deleteRequested);
    m_widget->setCurrentId(m_draft);
    for (const Qt::Key key : {Qt::Key_F2, Qt::Key_L, Qt::Key_D, Qt::Key_Delete})
        QTest::keyClick(&view(), key);
    QVERIFY(!field()->isVisible());
    QVERIFY(!view().isLinking());
    QCOMPARE(deleted.size(), 0);
    QVERIFY(view().handleRect(rowOf(m_draft)).isEmpty());
}

void TestGanttTable::aHeadSorts()
{
    QSignalSpy sorted(m_widget.get(), &GanttWidget::sortRequested);
    const int x = cell(m_draft, TimelineColumn::Target).x();
    QTest::mouseClick(&table(), Qt::LeftButton, {}, QPoint(x, 40));
    QTest::mouseClick(&table(), Qt::LeftButton, {}, QPoint(60, 40));
    QCOMPARE(sorted.size(), 2);
    QCOMPARE(sorted.at(0).first().value<TimelineColumn>(), TimelineColumn::Target);
    QCOMPARE(sorted.at(1).first().value<TimelineColumn>(), TimelineColumn::Title);
}

void TestGanttTable::columnsLeaveWhenThereIsNoRoom()
{
    const GanttScene scene = view().state().scene(table());
    const auto wide = [&](double pixels) { return GanttColumns(scene, scene.geometry.scaled(pixels)); };
    QCOMPARE(wide(600).columns.size(), 3);
    QVERIFY(wide(600).find(TimelineColumn::Owner));
    QVERIFY(!wide(330).find(TimelineColumn::Owner)); // The last one leaves first.
    QVERIFY(wide(330).find(TimelineColumn::Target));
    QVERIFY(wide(160).columns.isEmpty());
    QCOMPARE(wide(160).at(100), TimelineColumn::Title);
}

void TestGanttTable::linkingByKeyboard()
{
    QSignalSpy linked(m_widget.get(), &GanttWidget::linkRequested);
    QSignalSpy hinted(m_widget.get(), &GanttWidget::hint);
    m_widget->setCurrentId(m_study);
    QTest::keyClick(&view(), Qt::Key_L);
    QVERIFY(view().isLinking());
    QVERIFY(hinted.last().first().toString().contains(u"Study"_s));
    QTest::keyClick(&view(), Qt::Key_Down);
    view().viewport()->grab(); // Painting the line works.
    QTest::keyClick(&view(), Qt::Key_Return);
    QVERIFY(!view().isLinking());
    QCOMPARE(linked.size(), 1);
    QCOMPARE(linked.first().at(0).value<RecordId>(), m_study);
    QCOMPARE(linked.first().at(1).value<RecordId>(), m_draft);
    QVERIFY(hinted.last().first().toString().isEmpty());
    // An item is never linked with itself.
    QTest::keyClick(&view(), Qt::Key_L);
    QTest::keyClick(&view(), Qt::Key_Return);
    QCOMPARE(linked.size(), 1);
}

void TestGanttTable::linkingByMouse()
{
    QSignalSpy linked(m_widget.get(), &GanttWidget::linkRequested);
    QSignalSpy moved(m_widget.get(), &GanttWidget::moveRequested);
    const QPoint from = view().handleRect(rowOf(m_study)).center();
    const QPoint to = view().markRect(rowOf(m_draft)).center();
    QTest::mouseMove(view().viewport(), from);
    QTest::mousePress(view().viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(view().viewport(), (from + to) / 2);
    QTest::mouseMove(view().viewport(), to);
    view().viewport()->grab();
    QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, to);
    QCOMPARE(linked.size(), 1);
    QCOMPARE(linked.first().at(0).value<RecordId>(), m_study);
    QCOMPARE(linked.first().at(1).value<RecordId>(), m_draft);
    QCOMPARE(moved.size(), 0);
}

void TestGanttTable::escapeEndsLinking()
{
    QSignalSpy linked(m_widget.get(), &GanttWidget::linkRequested);
    m_widget->setCurrentId(m_study);
    m_widget->linkCurrent();
    QTest::keyClick(&view(), Qt::Key_Escape);
    QVERIFY(!view().isLinking());
    QCOMPARE(linked.size(), 0);
    // One whose item goes away ends by itself.
    m_widget->linkCurrent();
    m_sample.change(m_study, [](Milestone &m) { m.life = Life::Deleted; });
    showPlan(PlanSample::options());
    QVERIFY(!view().isLinking());
}

void TestGanttTable::levelsOrderAndDeletionAreAskedFor()
{
    QSignalSpy levels(m_widget.get(), &GanttWidget::levelRequested);
    QSignalSpy order(m_widget.get(), &GanttWidget::orderRequested);
    QSignalSpy deleted(m_widget.get(), &GanttWidget::deleteRequested);
    m_widget->setCurrentId(m_draft);
    QTest::keyClick(&view(), Qt::Key_Right, Qt::AltModifier);
    QTest::keyClick(&view(), Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(&view(), Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(&view(), Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(&view(), Qt::Key_Delete);
    QCOMPARE(levels.size(), 2);
    QCOMPARE(levels.at(0).at(1).toInt(), 1);
    QCOMPARE(levels.at(1).at(1).toInt(), -1);
    QCOMPARE(order.at(0).at(1).toInt(), -1);
    QCOMPARE(order.at(1).at(1).toInt(), 1);
    QCOMPARE(deleted.first().first().value<RecordId>(), m_draft);
    m_widget->setLayoutDirection(Qt::RightToLeft); // Deeper is where reading goes.
    QTest::keyClick(&view(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(levels.last().at(1).toInt(), 1);
}

void TestGanttTable::theMenuOpensByKeyAndByMouse()
{
    QSignalSpy asked(m_widget.get(), &GanttWidget::menuRequested);
    m_widget->setCurrentId(m_study);
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(1, 1), view().viewport()->mapToGlobal(QPoint(1, 1)));
    QCoreApplication::sendEvent(view().viewport(), &byKey);
    QCOMPARE(asked.last().first().value<RecordId>(), m_study);
    const QPoint place = view().markRect(rowOf(m_draft)).center();
    QContextMenuEvent byMouse(QContextMenuEvent::Mouse, place, view().viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(view().viewport(), &byMouse);
    QCOMPARE(asked.last().first().value<RecordId>(), m_draft);
    QCOMPARE(m_widget->currentId(), m_draft);
}

PLUMBLINE_TEST(TestGanttTable)
} // namespace gantttable_test

#include "tst_gantttable.moc"
