#include "tests/core/timeline/plansample.h"
#include "tests/testprogram.h"
#include "ui/gantt/ganttdrag.h"

#include <QTest>

using namespace plumbline;

namespace ganttdrag_test {

class TestGanttDrag : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_activity.milestone = false;
        m_activity.start = PlanSample::day(2018, 7, 2);
        m_activity.end = PlanSample::day(2018, 11, 22);
    }

    void aBarMovesWhole()
    {
        const TimelineRow moved = draggedRow(m_activity, TimelinePart::Bar, 14, 0);
        QCOMPARE(moved.start, m_activity.start + 14);
        QCOMPARE(moved.end, m_activity.end + 14);
        const auto move = moveFrom(m_activity, moved);
        QVERIFY(move && move->start);
        QCOMPARE(move->target, PartialDate::day(QDate(2018, 12, 6)));
    }

    void anEndMovesAloneAndNeverBeforeTheStart()
    {
        const TimelineRow moved = draggedRow(m_activity, TimelinePart::EndEdge, 3, 0);
        QCOMPARE(moved.start, m_activity.start);
        QVERIFY(!moveFrom(m_activity, moved)->start);
        QCOMPARE(draggedRow(m_activity, TimelinePart::EndEdge, -900, 0).end, m_activity.start);
        QCOMPARE(draggedRow(m_activity, TimelinePart::StartEdge, 900, 0).start, m_activity.end);
    }

    void aCommentPeriodKeepsItsFloor()
    {
        TimelineRow comment = m_activity;
        comment.comment = true;
        QCOMPARE(draggedRow(comment, TimelinePart::EndEdge, -900, 40).end, comment.start + 40);
        QCOMPARE(draggedRow(comment, TimelinePart::StartEdge, 900, 40).start, comment.end - 40);
    }

    void aMonthBecomesADayOnceItIsMoved()
    {
        TimelineRow month;
        month.milestone = true;
        month.start = PlanSample::day(2017, 6, 1);
        month.end = PlanSample::day(2017, 6, 30);
        QVERIFY(!moveFrom(month, draggedRow(month, TimelinePart::Diamond, 0, 0)));
        const auto move = moveFrom(month, draggedRow(month, TimelinePart::Diamond, 1, 0));
        QVERIFY(move && !move->start);
        QCOMPARE(move->target, PartialDate::day(QDate(2017, 7, 1)));
    }

private:
    TimelineRow m_activity;
};

PLUMBLINE_TEST(TestGanttDrag)
} // namespace ganttdrag_test

#include "tst_ganttdrag.moc"
