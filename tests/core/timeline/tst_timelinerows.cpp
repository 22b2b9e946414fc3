#include "tests/core/timeline/plansample.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace timelinerows_test {

class TestTimelineRows : public QObject
{
    Q_OBJECT

private slots:
    void theFullTeamComesFirstThenTheSubTeams()
    {
        PlanSample sample;
        const RecordId s1 = sample.subTeam(u"S1"_s, u"One"_s);
        const RecordId s2 = sample.subTeam(u"S2"_s, u"Two"_s);
        const RecordId b = sample.item(u"b"_s, {}, u"2018-12-01"_s, s2);
        const RecordId a = sample.item(u"a"_s, {}, u"2018-12-02"_s);
        const TimelinePlan plan = buildTimeline(sample.review, sample.options());
        QCOMPARE(plan.lanes.size(), size_t(3));
        QCOMPARE(plan.lanes[0].hue, -1);
        QCOMPARE(plan.lanes[1].subTeam, s1);
        QCOMPARE(plan.lanes[2].hue, 1);
        QCOMPARE(plan.rowOf(a), 1);
        QCOMPARE(plan.rowOf(b), 4);
        QCOMPARE(plan.rows.back().kind, TimelineRow::Kind::NewItem);
        QCOMPARE(plan.rowCount(), 6);
    }

    void aClosedSubTeamIsShownOnlyWithMilestones()
    {
        PlanSample sample;
        sample.subTeam(u"S1"_s, u"Empty"_s, SubTeamState::Closed);
        const RecordId s2 = sample.subTeam(u"S2"_s, u"Full"_s, SubTeamState::Closed);
        sample.item(u"a"_s, {}, u"2018-12-01"_s, s2);
        const TimelinePlan plan = buildTimeline(sample.review, sample.options());
        QCOMPARE(plan.lanes.size(), size_t(2));
        QCOMPARE(plan.lanes[1].subTeam, s2);
        QCOMPARE(plan.lanes[1].hue, 1); // Its colour is that of the second all the same.
    }

    void partialDatesArePlannedAtTheirEnd()
    {
        PlanSample sample;
        const RecordId point = sample.item(u"point"_s, {}, u"2017-06"_s);
        const RecordId open = sample.item(u"open"_s, {}, u"TBD"_s);
        const RecordId stretch = sample.item(u"stretch"_s, u"2017-Q1"_s, u"2017"_s);
        const TimelinePlan plan = buildTimeline(sample.review, sample.options());
        const TimelineRow &first = plan.rows[size_t(plan.rowOf(point))];
        QVERIFY(first.milestone);
        QCOMPARE(first.start, PlanSample::day(2017, 6, 1));
        QCOMPARE(first.end, PlanSample::day(2017, 6, 30));
        QVERIFY(!plan.rows[size_t(plan.rowOf(open))].isDated());
        const TimelineRow &last = plan.rows[size_t(plan.rowOf(stretch))];
        QVERIFY(!last.milestone);
        QCOMPARE(last.start, PlanSample::day(2017, 1, 1));
        QCOMPARE(last.end, PlanSample::day(2017, 12, 31));
    }

    void lateIsWhatWasNotReachedInTime()
    {
        PlanSample sample;
        const RecordId overdue = sample.item(u"overdue"_s, {}, u"2018-11-07"_s);
        const RecordId today = sample.item(u"today"_s, {}, u"2018-11-08"_s);
        const RecordId reached = sample.item(u"reached"_s, {}, u"2018-10-01"_s);
        sample.change(reached, [](Milestone &m) { m.actual = PlanSample::date(u"2018-10-20"_s); });
        const RecordId missing = sample.item(u"missing"_s, {}, u"2018-12-20"_s);
        sample.change(missing, [](Milestone &m) { m.deadline = PlanSample::date(u"2018-12-10"_s); });
        TimelineOptions options = sample.options();
        TimelinePlan plan = buildTimeline(sample.review, options);
        const auto row = [&](RecordId id) { return plan.rows[size_t(plan.rowOf(id))]; };
        QVERIFY(row(overdue).late);
        QVERIFY(!row(today).late);
        QVERIFY(!row(reached).late);
        QCOMPARE(row(reached).end, PlanSample::day(2018, 10, 20));
        QVERIFY(row(missing).late);
        QCOMPARE(plan.lateItems, 2);

        options.lateOnly = true;
        plan = buildTimeline(sample.review, options);
        QCOMPARE(plan.rowOf(today), -1);
        QVERIFY(plan.rowOf(overdue) > 0);
        QCOMPARE(plan.items, 4);
    }

    void slipIsCountedFromTheChosenBaseline()
    {
        PlanSample sample;
        const RecordId exact = sample.item(u"exact"_s, {}, u"2018-12-16"_s);
        const RecordId vague = sample.item(u"vague"_s, {}, u"2018-12"_s);
        TimelineOptions options = sample.options();
        options.baseline = sample.baseline({{exact, u"2018-11-30"_s}, {vague, u"2018-11-30"_s}});
        sample.baseline({{exact, u"2018-01-01"_s}});
        const TimelinePlan plan = buildTimeline(sample.review, options);
        QCOMPARE(plan.rows[size_t(plan.rowOf(exact))].slip, 16);
        QCOMPARE(plan.rows[size_t(plan.rowOf(exact))].baseEnd, PlanSample::day(2018, 11, 30));
        QVERIFY(!plan.rows[size_t(plan.rowOf(vague))].hasSlip());
        QVERIFY(plan.rows[size_t(plan.rowOf(vague))].hasBaseline());
    }

    void aFoldedLaneIsOneRowInTheOrderOfItsDays()
    {
        PlanSample sample;
        const RecordId s1 = sample.subTeam(u"S1"_s, u"One"_s);
        sample.item(u"late"_s, {}, u"2018-12-20"_s, s1);
        const RecordId early = sample.item(u"early"_s, u"2018-10-01"_s, u"2018-12-25"_s, s1);
        sample.item(u"undated"_s, {}, {}, s1);
        TimelineOptions options = sample.options();
        options.folded = {s1};
        const TimelinePlan plan = buildTimeline(sample.review, options);
        QCOMPARE(plan.rowCount(), 3);
        const TimelineLane &lane = plan.lanes[1];
        QVERIFY(lane.folded);
        QCOMPARE(lane.items, 3);
        QCOMPARE(lane.foldedTo - lane.foldedFrom, 2);
        QCOMPARE(plan.foldedItems[size_t(lane.foldedFrom)].id, early);
        QCOMPARE(lane.start, PlanSample::day(2018, 10, 1));
        QCOMPARE(lane.end, PlanSample::day(2018, 12, 25));
    }

    void aFilterLeavesOutLanesWithoutMatch()
    {
        PlanSample sample;
        const RecordId s1 = sample.subTeam(u"S1"_s, u"One"_s);
        const RecordId s2 = sample.subTeam(u"S2"_s, u"Two"_s);
        sample.item(u"Draft recommendations"_s, {}, u"2018-12-20"_s, s1);
        sample.item(u"Interviews"_s, {}, u"2018-12-20"_s, s2);
        TimelineOptions options = sample.options();
        options.filter = u"DRAFT"_s;
        TimelinePlan plan = buildTimeline(sample.review, options);
        QCOMPARE(plan.lanes.size(), size_t(1));
        QCOMPARE(plan.lanes[0].subTeam, s1);
        QCOMPARE(plan.rows[1].lane, qint16(0));

        options = sample.options();
        options.onlyLane = s2;
        plan = buildTimeline(sample.review, options);
        QCOMPARE(plan.lanes.size(), size_t(1));
        QCOMPARE(plan.lanes[0].subTeam, s2);
    }

    void itemsBelowItemsStandUnderThem()
    {
        PlanSample sample;
        const RecordId child = sample.item(u"child"_s, {}, u"2018-12-20"_s);
        const RecordId other = sample.item(u"other"_s, {}, u"2018-12-20"_s);
        const RecordId parent = sample.item(u"parent"_s, {}, u"2018-12-20"_s);
        sample.change(child, [&](Milestone &m) { m.place.parent = parent; });
        const TimelinePlan plan = buildTimeline(sample.review, sample.options());
        QCOMPARE(plan.rowOf(other), 1);
        QCOMPARE(plan.rowOf(parent), 2);
        QCOMPARE(plan.rowOf(child), 3);
        QCOMPARE(int(plan.rows[3].depth), 2);
    }

    void itemsInACircleAreNotLost()
    {
        PlanSample sample;
        const RecordId a = sample.item(u"a"_s, {}, u"2018-12-20"_s);
        const RecordId b = sample.item(u"b"_s, {}, u"2018-12-20"_s);
        sample.change(a, [&](Milestone &m) { m.place.parent = b; });
        sample.change(b, [&](Milestone &m) { m.place.parent = a; });
        const TimelinePlan plan = buildTimeline(sample.review, sample.options());
        QVERIFY(plan.rowOf(a) > 0);
        QVERIFY(plan.rowOf(b) > 0);
        QCOMPARE(plan.rowCount(), 4);
    }

    void theWorstConflictIsTheOneShown()
    {
        PlanSample sample;
        const RecordId s1 = sample.subTeam(u"S1"_s, u"One"_s);
        const RecordId freeze = sample.item(u"Draft freeze"_s, {}, u"2018-12-07"_s);
        sample.change(freeze, [](Milestone &m) { m.deadline = m.target; });
        const RecordId draft = sample.item(u"Draft"_s, {}, u"2018-12-16"_s, s1);
        TimelineOptions options = sample.options();
        options.conflicts = {{draft, freeze, 2, u"2 days"_s},
                             {draft, freeze, 9, u"9 days after Draft freeze"_s}};
        const TimelinePlan plan = buildTimeline(sample.review, options);
        QCOMPARE(plan.rows[size_t(plan.rowOf(draft))].conflict, 1);
        QCOMPARE(plan.lanes[1].errors, 1);
        QCOMPARE(plan.dayOf(options.conflicts.at(1)), PlanSample::day(2018, 12, 7));
        QCOMPARE(plan.deadlines.size(), size_t(1));
        QVERIFY(!plan.deadlines[0].over);
    }

    void phasesLieBetweenTheirMilestones()
    {
        PlanSample sample;
        ReviewRecord record;
        record.started = PlanSample::date(u"2018-06-07"_s);
        sample.put(record);
        const auto typed = [&](MilestoneType type, const QString &start, const QString &target) {
            sample.change(sample.item(u"m"_s, start, target), [&](Milestone &m) { m.type = type; });
        };
        typed(MilestoneType::Findings, {}, u"2018-10-26"_s);
        typed(MilestoneType::Comment, u"2019-01-14"_s, u"2019-03-11"_s);
        const TimelinePlan plan = buildTimeline(sample.review, sample.options());
        QCOMPARE(plan.phases.size(), size_t(3));
        QCOMPARE(plan.phases[0].phase, Phase::Analysis);
        QCOMPARE(plan.phases[1].phase, Phase::Drafting);
        QCOMPARE(plan.phases[1].start, PlanSample::day(2018, 10, 26));
        QCOMPARE(plan.phases[1].end, PlanSample::day(2019, 1, 14));
        QVERIFY(plan.phases[1].current);
        QVERIFY(!plan.phases[2].current);
    }

    void aRowStaysSmall() { QVERIFY(sizeof(TimelineRow) <= 56); }
};

PLUMBLINE_TEST(TestTimelineRows)
} // namespace timelinerows_test

#include "tst_timelinerows.moc"
