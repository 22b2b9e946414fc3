// What is shown of the plan: filters, groups, order.

#include "tests/core/timeline/plansample.h"
#include "core/timeline/timelinetexts.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace timelinegroups_test {

class TestTimelineGroups : public QObject
{
    Q_OBJECT

private slots:
    void byOwner();
    void byPhase();
    void sortedWithinLanes();
    void sortedBySlip();
    void aLeadSeesWhatBindsHer();
    void onlyMine();
    void onlyTheNextDays();
    void cellsSayWhatTheColumnsAre();

private:
    /// Titles of the rows, heads in brackets.
    static QStringList titles(const TimelinePlan &plan)
    {
        QStringList all;
        const TimelineTexts texts(plan, QLocale::c());
        for (const TimelineRow &row : plan.rows) {
            if (row.kind == TimelineRow::Kind::LaneHead)
                all += u'[' + texts.title(row) + u']';
            else if (row.kind == TimelineRow::Kind::Item)
                all += texts.title(row);
        }
        return all;
    }
};

/// Sets the owner of an item.
static void own(PlanSample &sample, RecordId item, const QString &owner)
{
    sample.change(item, [&](Milestone &m) { m.responsible = owner; });
}

void TestTimelineGroups::byOwner()
{
    PlanSample sample;
    const RecordId s1 = sample.subTeam(u"S1"_s, u"One"_s);
    own(sample, sample.item(u"a"_s, {}, u"2018-12-01"_s), u"Staff"_s);
    own(sample, sample.item(u"b"_s, {}, u"2018-12-02"_s, s1), u"Chair"_s);
    own(sample, sample.item(u"c"_s, {}, u"2018-12-03"_s, s1), u"Staff"_s);
    sample.item(u"d"_s, {}, u"2018-12-04"_s);
    TimelineOptions options = PlanSample::options();
    options.grouping = TimelineGrouping::Owner;
    const TimelinePlan plan = buildTimeline(sample.review, options);
    QCOMPARE(titles(plan), QStringList({u"[Chair]"_s, u"b"_s, u"[Staff]"_s, u"a"_s, u"c"_s, u"[Nobody answers for it]"_s, u"d"_s}));
    QCOMPARE(plan.rows[1].hue, qint16(0)); // Still the colour of its sub-team.
    QCOMPARE(plan.rows[3].hue, qint16(-1));
    // A folded group stays folded when the plan is built again.
    options.folded = {plan.lanes[1].subTeam};
    QCOMPARE(titles(buildTimeline(sample.review, options)).size(), 5);
}

void TestTimelineGroups::byPhase()
{
    PlanSample sample;
    const auto ofType = [&](const QString &title, const QString &day, MilestoneType type) {
        sample.change(sample.item(title, {}, day), [&](Milestone &m) { m.type = type; });
    };
    ReviewRecord record;
    record.started = PlanSample::date(u"2018-01-01"_s);
    sample.put(record);
    ofType(u"plan"_s, u"2018-03-01"_s, MilestoneType::WorkPlan);
    ofType(u"findings"_s, u"2018-09-01"_s, MilestoneType::Findings);
    sample.item(u"study"_s, {}, u"2018-06-01"_s);
    sample.item(u"early"_s, {}, u"2018-02-01"_s);
    sample.item(u"never"_s, {}, {});
    TimelineOptions options = PlanSample::options();
    options.grouping = TimelineGrouping::Phase;
    QCOMPARE(titles(buildTimeline(sample.review, options)),
             QStringList({u"[Preparation]"_s, u"plan"_s, u"early"_s, u"[Analysis]"_s, u"findings"_s, u"study"_s,
                          u"[Not dated]"_s, u"never"_s}));
}

void TestTimelineGroups::sortedWithinLanes()
{
    PlanSample sample;
    const RecordId s1 = sample.subTeam(u"S1"_s, u"One"_s);
    sample.item(u"beta"_s, {}, u"2018-12-01"_s);
    sample.item(u"Alpha"_s, {}, u"2018-12-09"_s);
    sample.item(u"late"_s, {}, u"2019-02-01"_s, s1);
    sample.item(u"open"_s, {}, {}, s1);
    sample.item(u"soon"_s, {}, u"2018-11-20"_s, s1);
    TimelineOptions options = PlanSample::options();
    options.sortBy = TimelineColumn::Title;
    QCOMPARE(titles(buildTimeline(sample.review, options)).mid(0, 3), QStringList({u"[Full team]"_s, u"Alpha"_s, u"beta"_s}));
    options.sortBy = TimelineColumn::Target;
    QCOMPARE(titles(buildTimeline(sample.review, options)).mid(4), QStringList({u"soon"_s, u"late"_s, u"open"_s}));
    options.descending = true;
    QCOMPARE(titles(buildTimeline(sample.review, options)).mid(4), QStringList({u"open"_s, u"late"_s, u"soon"_s}));
}

void TestTimelineGroups::sortedBySlip()
{
    PlanSample sample;
    const RecordId a = sample.item(u"a"_s, {}, u"2018-12-05"_s);
    const RecordId b = sample.item(u"b"_s, {}, u"2018-12-20"_s);
    sample.item(u"c"_s, {}, u"2018-12-01"_s);
    TimelineOptions options = PlanSample::options();
    options.baseline = sample.baseline({{a, u"2018-12-01"_s}, {b, u"2018-12-01"_s}});
    options.sortBy = TimelineColumn::Slip;
    options.descending = true;
    QCOMPARE(titles(buildTimeline(sample.review, options)), QStringList({u"[Full team]"_s, u"b"_s, u"a"_s, u"c"_s}));
    options.descending = false;
    QCOMPARE(titles(buildTimeline(sample.review, options)), QStringList({u"[Full team]"_s, u"a"_s, u"b"_s, u"c"_s}));
}

void TestTimelineGroups::aLeadSeesWhatBindsHer()
{
    PlanSample sample;
    const RecordId s1 = sample.subTeam(u"S1"_s, u"One"_s);
    const RecordId s2 = sample.subTeam(u"S2"_s, u"Two"_s);
    const RecordId freeze = sample.item(u"freeze"_s, {}, u"2018-12-10"_s);
    sample.item(u"published"_s, {}, u"2019-01-10"_s);
    const RecordId draft = sample.item(u"draft"_s, {}, u"2018-12-01"_s, s1);
    sample.change(draft, [&](Milestone &m) { m.serves = MilestoneId(freeze.uuid); });
    const RecordId data = sample.item(u"data"_s, {}, u"2018-11-20"_s, s2);
    sample.item(u"other"_s, {}, u"2018-11-21"_s, s2);
    sample.link(data, draft);
    TimelineOptions options = PlanSample::options();
    options.onlyLane = s1;
    QCOMPARE(titles(buildTimeline(sample.review, options)), QStringList({u"[One]"_s, u"draft"_s}));
    options.withBinding = true;
    QCOMPARE(titles(buildTimeline(sample.review, options)),
             QStringList({u"[Full team]"_s, u"freeze"_s, u"[One]"_s, u"draft"_s, u"[Two]"_s, u"data"_s}));
}

void TestTimelineGroups::onlyMine()
{
    PlanSample sample;
    const RecordId s1 = sample.subTeam(u"S1"_s, u"One"_s);
    own(sample, sample.item(u"a"_s, {}, u"2018-12-01"_s), u"Lead, DNS abuse"_s);
    own(sample, sample.item(u"b"_s, {}, u"2018-12-01"_s), u"Staff"_s);
    own(sample, sample.item(u"c"_s, {}, u"2018-12-01"_s, s1), u"Staff"_s);
    TimelineOptions options = PlanSample::options();
    options.mine = TimelineMine{u"lead, dns abuse"_s, {s1}};
    QCOMPARE(titles(buildTimeline(sample.review, options)), QStringList({u"[Full team]"_s, u"a"_s, u"[One]"_s, u"c"_s}));
    options.mine = TimelineMine{};
    QCOMPARE(titles(buildTimeline(sample.review, options)), QStringList());
}

void TestTimelineGroups::onlyTheNextDays()
{
    PlanSample sample; // Today is 8 November 2018.
    sample.item(u"gone"_s, {}, u"2018-11-07"_s);
    sample.item(u"today"_s, {}, u"2018-11-08"_s);
    sample.item(u"last"_s, {}, u"2018-12-08"_s);
    sample.item(u"later"_s, {}, u"2018-12-09"_s);
    const RecordId met = sample.item(u"met"_s, {}, u"2018-11-20"_s);
    sample.change(met, [](Milestone &m) { m.actual = m.target; });
    TimelineOptions options = PlanSample::options();
    options.nextDays = 30;
    QCOMPARE(titles(buildTimeline(sample.review, options)), QStringList({u"[Full team]"_s, u"today"_s, u"last"_s}));
}

void TestTimelineGroups::cellsSayWhatTheColumnsAre()
{
    PlanSample sample;
    const RecordId id = sample.item(u"Study"_s, u"2018-11-01"_s, u"2019-02-01"_s);
    sample.change(id, [](Milestone &m) {
        m.deadline = PlanSample::date(u"2019-02-10"_s);
        m.progress = 40;
        m.responsible = u"Chair"_s;
        m.key = u"M-007"_s;
    });
    TimelineOptions options = PlanSample::options();
    options.slack = {{id, -3}};
    options.forecasts = {{id, {PlanSample::day(2019, 2, 2), PlanSample::day(2019, 2, 12), 40}}};
    const TimelinePlan plan = buildTimeline(sample.review, options);
    const TimelineRow &row = plan.rows[1];
    const TimelineTexts texts(plan, QLocale(QLocale::English, QLocale::UnitedKingdom));
    const auto cell = [&](TimelineColumn column) { return texts.cell(row, column).remove(QChar(0x2066)).remove(QChar(0x2069)); };
    QCOMPARE(cell(TimelineColumn::Key), u"M-007"_s);
    QCOMPARE(cell(TimelineColumn::Start), u"1 Nov"_s);
    QCOMPARE(cell(TimelineColumn::Deadline), u"10 Feb 2019"_s);
    QCOMPARE(cell(TimelineColumn::Slack), u"−3"_s);
    QCOMPARE(cell(TimelineColumn::Progress), u"40 %"_s);
    QCOMPARE(cell(TimelineColumn::Forecast), u"12 Feb 2019"_s);
    QCOMPARE(cell(TimelineColumn::Owner), u"Chair"_s);
    QCOMPARE(texts.typed(row, TimelineColumn::Start), u"1 Nov 2018"_s); // Typed over, a year must not be guessed.
    for (int column = 0; column < timelineColumnCount; ++column)
        QVERIFY(!TimelineTexts::columnTitle(TimelineColumn(column)).isEmpty());
}

PLUMBLINE_TEST(TestTimelineGroups)
} // namespace timelinegroups_test

#include "tst_timelinegroups.moc"
