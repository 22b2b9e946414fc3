#include "core/report/timelinereport.h"

#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "core/domain/calendarevent.h"
#include "core/domain/milestone.h"
#include "core/domain/subteam.h"
#include "core/report/plandates.h"
#include "core/report/timelinechart.h"
#include "tests/core/report/reviewbuilder.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace timelinereport_test {

namespace {

const QDate recordDate(2018, 11, 8);
const QLocale english(QLocale::English);

report::PlanDates judged(const Milestone &milestone)
{
    ReviewBuilder b;
    b.add(milestone);
    return report::PlanReader(b.review, {}, recordDate, english).datesOf(milestone);
}

report::Document reportOf(const Review &review, BaselineId baseline = {})
{
    const FixedClock clock(QDateTime(recordDate, QTime(12, 0), Qt::UTC));
    return report::timelineReport(review, clock, {baseline, english});
}

/// The cells of the row of that title, as words.
QStringList rowOf(const report::Document &document, const QString &title)
{
    for (const report::Section &section : document.sections) {
        for (const report::Block &block : section.blocks) {
            const auto *table = std::get_if<report::Table>(&block);
            for (const report::Row &row : table ? table->rows : QList<report::Row>()) {
                QStringList cells;
                for (const report::Text &cell : row.cells)
                    cells += cell.runs.isEmpty() ? QString() : cell.runs.first().text;
                if (cells.first() == title)
                    return cells;
            }
        }
    }
    return {};
}

BaselineId freeze(ReviewBuilder &b, const Milestone &milestone, const PartialDate &target,
                  const QString &name)
{
    auto baseline = b.make<Baseline>();
    baseline.name = name;
    const BaselineId id = b.add(baseline);
    auto item = b.make<BaselineItem>();
    item.baseline = id;
    item.record = milestone.id;
    item.target = target;
    b.add(item);
    return id;
}

} // namespace

class TestTimelineReport : public QObject
{
    Q_OBJECT

private slots:
    void latenessIsSaidInWords_data();
    void latenessIsSaidInWords();
    void aDateAfterWhatItServesIsCounted();
    void partialDatesAreNotCountedInDays();
    void aRowShowsDatesAndSlipWithItsSign();
    void aChosenBaselineReplacesTheFirst();
    void everyItemStandsInOneLane();
    void theChartCoversWholeMonths();
    void theCommentPeriodTellsItsFloor();
    void nothingOfAClosedGroupEnters();
    void anEmptyPlanGivesAReport();
};

void TestTimelineReport::latenessIsSaidInWords_data()
{
    using Date = std::optional<PartialDate>;
    QTest::addColumn<Date>("target");
    QTest::addColumn<Date>("deadline");
    QTest::addColumn<Date>("actual");
    QTest::addColumn<QString>("words");
    const Date none;
    const Date open = PartialDate{{}, DatePrecision::Open, false};
    QTest::newRow("none") << none << none << none << u"no date yet"_s;
    QTest::newRow("TBD") << open << none << none << u"date still to be set"_s;
    QTest::newRow("coming") << Date(onDay(2018, 11, 20)) << none << none << u"due in 12 day(s)"_s;
    QTest::newRow("today") << Date(onDay(2018, 11, 8)) << none << none << u"due on the record date"_s;
    QTest::newRow("overdue") << Date(onDay(2018, 11, 1)) << none << none << u"7 day(s) overdue"_s;
    QTest::newRow("past deadline") << Date(onDay(2018, 12, 16)) << Date(onDay(2018, 12, 7)) << none
                                   << u"9 day(s) after its deadline"_s;
    QTest::newRow("both") << Date(onDay(2018, 11, 1)) << Date(onDay(2018, 10, 30)) << none
                          << u"2 day(s) after its deadline, 7 day(s) overdue"_s;
    QTest::newRow("on the day") << Date(onDay(2018, 11, 1)) << none << Date(onDay(2018, 11, 1))
                                << u"met on the day"_s;
    QTest::newRow("early") << Date(onDay(2018, 11, 4)) << none << Date(onDay(2018, 11, 1))
                           << u"met 3 day(s) early"_s;
    QTest::newRow("late") << Date(onDay(2018, 10, 30)) << none << Date(onDay(2018, 11, 1))
                          << u"met 2 day(s) late"_s;
    QTest::newRow("met too late") << Date(onDay(2018, 10, 30)) << Date(onDay(2018, 10, 31))
                                  << Date(onDay(2018, 11, 1)) << u"met 1 day(s) after its deadline"_s;
}

void TestTimelineReport::latenessIsSaidInWords()
{
    using Date = std::optional<PartialDate>;
    QFETCH(Date, target);
    QFETCH(Date, deadline);
    QFETCH(Date, actual);
    Milestone milestone;
    milestone.id = RecordId(QUuid::createUuid());
    milestone.target = target;
    milestone.deadline = deadline;
    milestone.actual = actual;
    QTEST(judged(milestone).words, "words");
}

void TestTimelineReport::aDateAfterWhatItServesIsCounted()
{
    ReviewBuilder b;
    auto freezeOfDraft = b.make<Milestone>(u"M-001"_s);
    freezeOfDraft.title = u"Draft freeze"_s;
    freezeOfDraft.deadline = onDay(2018, 12, 7);
    auto own = b.make<Milestone>(u"M-002"_s);
    own.serves = b.add(freezeOfDraft);
    own.target = onDay(2018, 12, 16);
    b.add(own);
    const report::PlanDates dates = report::PlanReader(b.review, {}, recordDate, english).datesOf(own);
    QCOMPARE(dates.words, u"9 day(s) after Draft freeze"_s);
    QCOMPARE(dates.tone, report::Tone::Bad);
    QCOMPARE(dates.limit, QDate(2018, 12, 7));
}

void TestTimelineReport::partialDatesAreNotCountedInDays()
{
    Milestone milestone;
    milestone.id = RecordId(QUuid::createUuid());
    milestone.target = PartialDate{QDate(2019, 1, 1), DatePrecision::Month, false};
    milestone.deadline = onDay(2018, 12, 7);
    QCOMPARE(judged(milestone).words, u"after its deadline"_s);
    milestone.deadline = onDay(2019, 1, 15);
    QVERIFY(!judged(milestone).breaksLimit);
}

void TestTimelineReport::aRowShowsDatesAndSlipWithItsSign()
{
    ReviewBuilder b;
    auto late = b.make<Milestone>(u"M-001"_s);
    late.title = u"Late"_s;
    late.target = onDay(2018, 12, 16);
    b.add(late);
    freeze(b, late, onDay(2018, 11, 30), u"First"_s);
    QCOMPARE(rowOf(reportOf(b.review), u"Late"_s),
             QStringList({u"Late"_s, u"30 Nov 2018"_s, u"16 Dec 2018"_s, u"not met"_s, u"+16"_s,
                          u"due in 38 day(s)"_s}));
    late.actual = onDay(2018, 11, 28);
    b.add(late);
    const QStringList met = rowOf(reportOf(b.review), u"Late"_s);
    QCOMPARE(met.value(3), u"28 Nov 2018"_s);
    QCOMPARE(met.value(4), u"\u22122"_s);
}

void TestTimelineReport::aChosenBaselineReplacesTheFirst()
{
    ReviewBuilder b;
    auto item = b.make<Milestone>(u"M-001"_s);
    item.title = u"Item"_s;
    item.target = onDay(2018, 12, 16);
    b.add(item);
    freeze(b, item, onDay(2018, 12, 10), u"First"_s);
    const BaselineId second = freeze(b, item, onDay(2018, 12, 15), u"Second"_s);
    QCOMPARE(rowOf(reportOf(b.review), u"Item"_s).value(4), u"+6"_s);
    QCOMPARE(rowOf(reportOf(b.review, second), u"Item"_s).value(4), u"+1"_s);
    QVERIFY(report::allWords(reportOf(b.review, second)).contains(u"“Second”"_s));
}

void TestTimelineReport::everyItemStandsInOneLane()
{
    ReviewBuilder b;
    auto subTeam = b.make<SubTeam>(u"S1"_s);
    const auto subTeamId = b.add(subTeam);
    for (int i = 0; i < 6; ++i) {
        auto item = b.make<Milestone>(u"M-00%1"_s.arg(i));
        if (i % 2)
            item.subteam = subTeamId;
        b.add(item);
    }
    const auto lanes = report::PlanReader(b.review, {}, recordDate, english).lanes();
    QCOMPARE(lanes.size(), size_t(2));
    QCOMPARE(lanes[0].items.size() + lanes[1].items.size(), size_t(6));
    QVERIFY(!lanes[0].subTeam);
}

void TestTimelineReport::theChartCoversWholeMonths()
{
    ReviewBuilder b;
    auto item = b.make<Milestone>();
    item.start = onDay(2018, 10, 9);
    item.target = PartialDate{QDate(2019, 2, 1), DatePrecision::Month, false};
    b.add(item);
    const report::PlanReader plan(b.review, {}, recordDate, english);
    const report::Chart chart = report::timelineChart(b.review, plan, recordDate, english);
    QCOMPARE(chart.from, QDate(2018, 10, 1));
    QCOMPARE(chart.to, QDate(2019, 3, 31));
    QCOMPARE(chart.rows.size(), 2);
    QCOMPARE(chart.rows.last().end, QDate(2019, 2, 28));
}

void TestTimelineReport::theCommentPeriodTellsItsFloor()
{
    ReviewBuilder b;
    b.setRule(u"minCommentDays"_s, u"40"_s);
    auto item = b.make<Milestone>();
    item.type = MilestoneType::Comment;
    item.start = onDay(2020, 1, 24);
    item.target = onDay(2020, 3, 20);
    b.add(item);
    const report::PlanReader plan(b.review, {}, recordDate, english);
    const report::ChartRow row = report::timelineChart(b.review, plan, recordDate, english).rows.last();
    QCOMPARE(row.note, u"56 of min. 40 day(s)"_s);
    QCOMPARE(row.floor, QDate(2020, 3, 4));
}

void TestTimelineReport::nothingOfAClosedGroupEnters()
{
    ReviewBuilder b;
    auto item = b.make<Milestone>(u"M-001"_s);
    item.title = u"Open item"_s;
    item.target = onDay(2018, 12, 1);
    auto secret = b.make<Milestone>(u"M-002"_s);
    secret.title = u"closed-canary"_s;
    secret.deadline = onDay(2018, 11, 1);
    secret.audience = 2;
    item.serves = b.add(secret);
    b.add(item);
    auto event = b.make<CalendarEvent>();
    event.title = u"closed-canary"_s;
    event.first = onDay(2018, 12, 1);
    event.audience = 2;
    b.add(event);
    const QString words = report::allWords(reportOf(b.review));
    QVERIFY(words.contains(u"Open item"_s));
    QVERIFY(!words.contains(u"canary"_s));
}

void TestTimelineReport::anEmptyPlanGivesAReport()
{
    const QString words = report::allWords(reportOf(Review()));
    QVERIFY(words.contains(u"The plan holds no item yet."_s));
    QVERIFY(words.contains(u"No baseline of the plan has been taken yet"_s));
}

PLUMBLINE_TEST(TestTimelineReport)
} // namespace timelinereport_test

#include "tst_timelinereport.moc"
