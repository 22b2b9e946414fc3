#include "core/timeline/hittest.h"
#include "tests/core/timeline/plansample.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace hittest_test {

class TestHitTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_sample = PlanSample();
        const RecordId bar = m_sample.item(u"bar"_s, u"2018-10-01"_s, u"2018-11-30"_s);
        const RecordId point = m_sample.item(u"point"_s, {}, u"2019-01-15"_s);
        m_sample.item(u"short"_s, u"2018-10-01"_s, u"2018-10-02"_s);
        m_sample.change(point, [](Milestone &m) { m.deadline = PlanSample::date(u"2019-02-20"_s); });
        m_sample.link(bar, point);
        m_plan = buildTimeline(m_sample.review, m_sample.options());
        m_geometry.scale = TimeScale(PlanSample::day(2018, 9, 1), PlanSample::day(2019, 6, 1), 2);
    }

    void everyPartIsHit()
    {
        const QRectF bar = m_geometry.bar(m_plan.rows[1], 1);
        QCOMPARE(at(bar.center()).part, TimelinePart::Bar);
        QCOMPARE(at(bar.center()).row, 1);
        QCOMPARE(at({bar.left() + 1, bar.center().y()}).part, TimelinePart::StartEdge);
        QCOMPARE(at({bar.right() + 2, bar.center().y()}).part, TimelinePart::EndEdge);
        QCOMPARE(at(m_geometry.diamond(m_plan.rows[2], 2)).part, TimelinePart::Diamond);
        QCOMPARE(at({bar.right() + 40, bar.center().y()}), (TimelineHit{TimelinePart::Link, 1, 0}));
        const double deadline = m_geometry.scale.centre(PlanSample::day(2019, 2, 20));
        QCOMPARE(at({deadline + 1, m_geometry.middle(3)}), (TimelineHit{TimelinePart::Deadline, 3, 0}));
        QCOMPARE(at({bar.right() + 40, m_geometry.middle(3)}).part, TimelinePart::Row);
        QCOMPARE(at({10, m_geometry.top(m_plan.rowCount()) + 1}), TimelineHit());
    }

    void aShortBarIsAllBar()
    {
        const QRectF bar = m_geometry.bar(m_plan.rows[3], 3);
        QCOMPARE(at(bar.topLeft() + QPointF(0, 4)).part, TimelinePart::Bar);
    }

    void aLinkRunsAlongTheAxesFromMarkToMark_data()
    {
        QTest::addColumn<int>("type");
        for (int type = int(DependencyType::FS); type <= int(DependencyType::SF); ++type) {
            QTest::addRow("down %d", type) << type;
            QTest::addRow("back %d", type) << type + 10;
        }
    }
    void aLinkRunsAlongTheAxesFromMarkToMark()
    {
        QFETCH(int, type);
        TimelineLink link{1, 2, DependencyType(type % 10), false};
        if (type >= 10)
            std::swap(link.from, link.to);
        const LinkLine line =
            m_geometry.line(link, m_plan.rows[size_t(link.from)], m_plan.rows[size_t(link.to)]);
        QVERIFY(line.count >= 2 && line.count <= 6);
        for (int i = 1; i < line.count; ++i) {
            const QPointF step = line.points[size_t(i)] - line.points[size_t(i - 1)];
            QVERIFY(qAbs(step.x()) < 1e-9 || qAbs(step.y()) < 1e-9);
        }
        const QRectF target = m_geometry.mark(m_plan.rows[size_t(link.to)], link.to);
        QVERIFY(target.adjusted(-0.1, -0.1, 0.1, 0.1).contains(line.last()));
    }

private:
    TimelineHit at(const QPointF &point) const { return hitTest(m_plan, m_geometry, point); }

    PlanSample m_sample;
    TimelinePlan m_plan;
    TimelineGeometry m_geometry;
};

PLUMBLINE_TEST(TestHitTest)
} // namespace hittest_test

#include "tst_hittest.moc"
