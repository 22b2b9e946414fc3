#include "tests/core/timeline/plansample.h"
#include "tests/testprogram.h"
#include "ui/gantt/gantttable.h"
#include "ui/gantt/ganttview.h"
#include "ui/gantt/ganttwidget.h"
#include "ui/gantt/overviewstrip.h"

#include <QAccessible>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::optional<plumbline::PartialDate>)

namespace ganttview_test {

class TestGanttView : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_sample = PlanSample();
        m_team = m_sample.subTeam(u"S1"_s, u"SSR1 review"_s);
        m_freeze = m_sample.item(u"Draft freeze"_s, {}, u"2018-12-07"_s);
        m_sample.change(m_freeze, [](Milestone &m) { m.deadline = m.target; });
        m_study = m_sample.item(u"Study"_s, u"2018-09-03"_s, u"2018-11-19"_s, m_team);
        m_draft = m_sample.item(u"Draft recommendations"_s, {}, u"2018-11-28"_s, m_team);
        m_widget = std::make_unique<GanttWidget>();
        m_widget->setPlan(buildTimeline(m_sample.review, PlanSample::options()));
        m_widget->resize(1000, 420);
        m_widget->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_widget.get()));
        m_widget->activateWindow();
        view().setFocus();
        view().fit();
    }

    void keysWalkOverTheRows()
    {
        m_widget->setCurrentId(m_freeze);
        QSignalSpy changed(m_widget.get(), &GanttWidget::currentChanged);
        press(Qt::Key_Down);
        QCOMPARE(m_widget->currentId(), m_team);
        press(Qt::Key_Down);
        QCOMPARE(m_widget->currentId(), m_study);
        press(Qt::Key_Up);
        press(Qt::Key_Home);
        QCOMPARE(view().state().currentRow(), 0);
        press(Qt::Key_PageDown);
        press(Qt::Key_End);
        QCOMPARE(view().state().currentRow(), m_widget->plan().rowCount() - 1);
        QVERIFY(changed.size() >= 4);
    }

    void enterOpensAnItem()
    {
        QSignalSpy activated(m_widget.get(), &GanttWidget::activated);
        m_widget->setCurrentId(m_draft);
        press(Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().value<RecordId>(), m_draft);
        QTest::mouseDClick(view().viewport(), Qt::LeftButton, {}, view().markRect(rowOf(m_study)).center());
        QCOMPARE(activated.last().first().value<RecordId>(), m_study);
    }

    void keysZoomAndFit()
    {
        const double before = view().scale().pixelsPerDay();
        press(Qt::Key_Plus);
        QVERIFY(view().scale().pixelsPerDay() > before);
        press(Qt::Key_Minus);
        QVERIFY(qAbs(view().scale().pixelsPerDay() - before) < 1e-6);
        m_widget->setUnit(TimeUnit::Day);
        QCOMPARE(m_widget->unit(), TimeUnit::Day);
        press(Qt::Key_T);
        const int today = PlanSample::day(2018, 11, 8);
        QVERIFY(view().firstVisibleDay() < today && view().lastVisibleDay() > today);
        press(Qt::Key_F);
        QVERIFY(qAbs(view().scale().pixelsPerDay() - before) < 1e-6);
    }

    void wheelWithControlKeepsTheDayUnderThePointer()
    {
        const QPointF point(200, 60);
        const double day = view().scale().dayAt(view().horizontalScrollBar()->value() + point.x());
        QWheelEvent wheel(point, view().viewport()->mapToGlobal(point), {}, {0, 240}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view().viewport(), &wheel);
        const double after = view().scale().dayAt(view().horizontalScrollBar()->value() + point.x());
        QVERIFY(qAbs(after - day) < 1);
    }

    void controlAndArrowsAskForADayOrAWeek()
    {
        QSignalSpy moved(m_widget.get(), &GanttWidget::moveRequested);
        m_widget->setCurrentId(m_draft);
        QTest::keyClick(&view(), Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(&view(), Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(moved.size(), 2);
        QCOMPARE(moved.at(0).at(2).value<PartialDate>(), PartialDate::day(QDate(2018, 11, 29)));
        QCOMPARE(moved.at(1).at(2).value<PartialDate>(), PartialDate::day(QDate(2018, 11, 21)));
        // The view waits for the next plan; nothing moved by itself.
        QCOMPARE(m_widget->plan().rows[size_t(rowOf(m_draft))].end, PlanSample::day(2018, 11, 28));
    }

    void whatIsReachedDoesNotMove()
    {
        m_sample.change(m_draft, [](Milestone &m) { m.actual = m.target; });
        m_widget->setPlan(buildTimeline(m_sample.review, PlanSample::options()));
        QSignalSpy moved(m_widget.get(), &GanttWidget::moveRequested);
        m_widget->setCurrentId(m_draft);
        QTest::keyClick(&view(), Qt::Key_Right, Qt::ControlModifier);
        drag(m_draft, 60);
        QCOMPARE(moved.size(), 0);
    }

    void dragAsksForTheNewDates()
    {
        QSignalSpy moved(m_widget.get(), &GanttWidget::moveRequested);
        QList<PartialDate> asked;
        view().setConflictForecast([&](RecordId, PartialDate, PartialDate target) {
            asked += target;
            return QList<TimelineConflict>{{m_draft, m_freeze, 6, u"6 days after Draft freeze"_s}};
        });
        const int days = 14;
        const int pixels = int(std::lround(days * view().scale().pixelsPerDay()));
        beginDrag(m_study, pixels);
        QVERIFY(view().state().preview());
        QCOMPARE(view().state().preview()->conflictRows, QList<int>{rowOf(m_draft)});
        QVERIFY(!asked.isEmpty());
        const auto *tip = view().findChild<GanttTip *>();
        QVERIFY(tip && tip->isVisible());
        QVERIFY2(tip->text().contains(u"6 days after Draft freeze"_s), qPrintable(tip->text()));
        view().viewport()->grab(); // Painting a preview works.
        QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, m_to);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved.first().at(0).value<RecordId>(), m_study);
        QCOMPARE(moved.first().at(1).value<std::optional<PartialDate>>(),
                 PartialDate::day(QDate(2018, 9, 17)));
        QCOMPARE(moved.first().at(2).value<PartialDate>(), PartialDate::day(QDate(2018, 12, 3)));
        QVERIFY(!view().state().preview());
    }

    void escapeCancelsADrag()
    {
        QSignalSpy moved(m_widget.get(), &GanttWidget::moveRequested);
        beginDrag(m_study, 80);
        QVERIFY(view().state().preview());
        press(Qt::Key_Escape);
        QVERIFY(!view().state().preview());
        QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, m_to);
        QCOMPARE(moved.size(), 0);
    }

    void lanesFoldByKeyAndByClick()
    {
        QSignalSpy folded(m_widget.get(), &GanttWidget::foldedChanged);
        const int rows = m_widget->plan().rowCount();
        m_widget->setCurrentId(m_team);
        press(Qt::Key_Left);
        QCOMPARE(m_widget->plan().rowCount(), rows - 2);
        QVERIFY(m_widget->folded().contains(m_team));
        press(Qt::Key_Right);
        QCOMPARE(m_widget->plan().rowCount(), rows);
        QCOMPARE(folded.size(), 2);
        const int y = view().rowRect(rowOf(m_team)).center().y() + view().viewport()->y();
        QTest::mouseClick(m_widget->table(), Qt::LeftButton, {}, QPoint(16, y));
        QCOMPARE(m_widget->plan().rowCount(), rows - 2);
        QVERIFY(m_widget->setCurrentId(m_draft)); // Unfolds.
        QCOMPARE(m_widget->currentId(), m_draft);
    }

    void foldingOverTheCurrentItemMovesToItsLane()
    {
        m_widget->setCurrentId(m_draft);
        m_widget->setFolded(m_team, true);
        QCOMPARE(m_widget->currentId(), m_team);
    }

    void aNewPlanKeepsSelectionFoldingAndScroll()
    {
        for (int i = 0; i < 60; ++i)
            m_sample.item(u"Item %1"_s.arg(i), {}, u"2018-12-01"_s);
        m_widget->setPlan(buildTimeline(m_sample.review, PlanSample::options()));
        m_widget->setUnit(TimeUnit::Week);
        m_widget->setFolded(m_team, true);
        view().verticalScrollBar()->setValue(300);
        view().horizontalScrollBar()->setValue(333);
        const RecordId current = m_widget->plan().rows[20].id;
        m_widget->setCurrentId(current);
        const double day = view().firstVisibleDay();
        QSignalSpy changed(m_widget.get(), &GanttWidget::currentChanged);
        m_sample.item(u"Earlier"_s, {}, u"2016-01-01"_s); // The scale begins elsewhere now.
        m_widget->setPlan(buildTimeline(m_sample.review, PlanSample::options()));
        QCOMPARE(m_widget->currentId(), current);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(view().verticalScrollBar()->value(), 300);
        QVERIFY(qAbs(view().firstVisibleDay() - day) < 0.5);
        QVERIFY(m_widget->plan().laneOf(m_widget->plan().rows[size_t(rowOf(m_team))]).folded);
    }

    void aVanishedItemHandsTheSelectionOn()
    {
        m_widget->setCurrentId(m_draft);
        m_sample.change(m_draft, [](Milestone &m) { m.life = Life::Deleted; });
        m_widget->setPlan(buildTimeline(m_sample.review, PlanSample::options()));
        QVERIFY(view().state().currentRow() >= 0);
        QVERIFY(m_widget->currentId() != m_draft);
    }

    void aTitleIsTypedForTheLaneOfTheCurrentRow()
    {
        QSignalSpy added(m_widget.get(), &GanttWidget::addRequested);
        m_widget->setCurrentId(m_study);
        m_widget->beginTyping();
        QLineEdit *field = m_widget->table()->titleField();
        QVERIFY(field->isVisible());
        QTest::keyClicks(field, u"Ask the registries"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(added.size(), 1);
        QCOMPARE(added.first().at(0).value<RecordId>(), m_team);
        QCOMPARE(added.first().at(1).toString(), u"Ask the registries"_s);
        QTest::keyClicks(field, u"Not this"_s);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QCOMPARE(added.size(), 1);
    }

    void rightToLeftIsTheMirrorImage()
    {
        const QRect left = view().markRect(rowOf(m_draft));
        m_widget->setLayoutDirection(Qt::RightToLeft);
        QCoreApplication::processEvents();
        const QRect right = view().markRect(rowOf(m_draft));
        QCOMPARE(right.right(), view().viewport()->width() - 1 - left.left());
        QSignalSpy moved(m_widget.get(), &GanttWidget::moveRequested);
        m_widget->setCurrentId(m_draft);
        QTest::keyClick(&view(), Qt::Key_Left, Qt::ControlModifier); // Left is later.
        QCOMPARE(moved.first().at(2).value<PartialDate>(), PartialDate::day(QDate(2018, 11, 29)));
        drag(m_draft, -int(std::lround(7 * view().scale().pixelsPerDay())));
        QCOMPARE(moved.last().at(2).value<PartialDate>(), PartialDate::day(QDate(2018, 12, 5)));
    }

    /// What a scroll leaves on the screen is what painting everything anew would show.
    void scrollingByBlitPaintsTheSameAsRepainting_data()
    {
        QTest::addColumn<bool>("rightToLeft");
        QTest::newRow("left to right") << false;
        QTest::newRow("right to left") << true;
    }
    void scrollingByBlitPaintsTheSameAsRepainting()
    {
        QFETCH(bool, rightToLeft);
        for (int i = 0; i < 60; ++i)
            m_sample.item(u"Item %1"_s.arg(i), u"2018-06-01"_s,
                          u"2018-12-%1"_s.arg(1 + i % 30, 2, 10, QChar(u'0')));
        m_widget->setPlan(buildTimeline(m_sample.review, PlanSample::options()));
        m_widget->setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        m_widget->setUnit(TimeUnit::Week);
        m_widget->goToToday();
        QCoreApplication::processEvents();
        for (const auto &[dx, dy] : {std::pair{40, 0}, {0, 48}, {-70, 24}, {13, -7}}) {
            view().horizontalScrollBar()->setValue(view().horizontalScrollBar()->value() + dx);
            view().verticalScrollBar()->setValue(view().verticalScrollBar()->value() + dy);
            QCoreApplication::processEvents();
            const QImage scrolled = screenOf(*view().viewport());
            view().viewport()->repaint();
            QCOMPARE(scrolled, screenOf(*view().viewport()));
        }
    }

    void everyRowIsAnAccessibleChild()
    {
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(&view());
        QVERIFY(chart);
        QCOMPARE(chart->childCount(), m_widget->plan().rowCount());
        QAccessibleInterface *row = chart->child(rowOf(m_draft));
        QCOMPARE(row->text(QAccessible::Name), u"Draft recommendations"_s);
        QVERIFY(row->text(QAccessible::Description).contains(u"S1 SSR1 review"_s));
        QCOMPARE(chart->indexOfChild(row), rowOf(m_draft));
        QCOMPARE(chart->child(rowOf(m_team))->text(QAccessible::Name), u"S1 SSR1 review"_s);
        QVERIFY(chart->child(rowOf(m_team))->state().expanded);
        QSignalSpy moved(m_widget.get(), &GanttWidget::moveRequested);
        row->actionInterface()->doAction(QAccessibleActionInterface::increaseAction());
        QCOMPARE(moved.size(), 1);
        QVERIFY(row->state().selected);
        m_widget->setPlan(buildTimeline(m_sample.review, PlanSample::options()));
        QCOMPARE(chart->child(rowOf(m_draft))->text(QAccessible::Name), u"Draft recommendations"_s);
    }

    void theStripScrollsAndZooms()
    {
        m_widget->setUnit(TimeUnit::Week);
        OverviewStrip *strip = m_widget->strip();
        view().horizontalScrollBar()->setValue(0);
        const QRectF frame = strip->frameRect();
        QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(strip->width() - 40, 20));
        QVERIFY(strip->frameRect().left() > frame.left());
        const double days = view().lastVisibleDay() - view().firstVisibleDay();
        const QPoint grip(int(strip->frameRect().left()), 20);
        QTest::mousePress(strip, Qt::LeftButton, {}, grip);
        QTest::mouseMove(strip, grip - QPoint(60, 0));
        QTest::mouseRelease(strip, Qt::LeftButton, {}, grip - QPoint(60, 0));
        QVERIFY(view().lastVisibleDay() - view().firstVisibleDay() > days);
    }

private:
    GanttView &view() { return *m_widget->view(); }
    int rowOf(RecordId id) const { return m_widget->plan().rowOf(id); }
    void press(Qt::Key key) { QTest::keyClick(&view(), key); }

    void beginDrag(RecordId id, int pixels)
    {
        const QPoint from = view().markRect(rowOf(id)).center();
        m_to = from + QPoint(pixels, 0);
        QTest::mousePress(view().viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(view().viewport(), from + QPoint(pixels / 2, 0));
        QTest::mouseMove(view().viewport(), m_to);
        QCoreApplication::processEvents();
    }

    void drag(RecordId id, int pixels)
    {
        beginDrag(id, pixels);
        QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, m_to);
    }

    /// The pixels the window shows, not a new painting of them.
    static QImage screenOf(QWidget &widget)
    {
        const QPoint corner = widget.mapTo(widget.window(), QPoint(0, 0));
        return widget.screen()
            ->grabWindow(widget.window()->winId(), corner.x(), corner.y(), widget.width(), widget.height())
            .toImage();
    }

    PlanSample m_sample;
    RecordId m_team;
    RecordId m_freeze;
    RecordId m_study;
    RecordId m_draft;
    QPoint m_to;
    std::unique_ptr<GanttWidget> m_widget;
};

PLUMBLINE_TEST(TestGanttView)
} // namespace ganttview_test

#include "tst_ganttview.moc"
