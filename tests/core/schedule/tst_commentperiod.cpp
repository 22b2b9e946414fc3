#include "core/schedule/commentperiod.h"

#include "tests/core/domain/testreview.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace commentperiod_test {

class TestCommentPeriod : public QObject
{
    Q_OBJECT

private slots:
    void countsAsThePublicRecordsDo_data();
    void countsAsThePublicRecordsDo();
    void countsWholePeriodsBetweenInstants();
    void earliestClosingIsTheFirstThatIsLongEnough();
    void earliestClosingIsNeverBeforeTheOpening();
    void readsTheRuleOfTheReview();
    void findsAnActivity();
    void findsAPairOfMilestones();
    void anExtensionMovesTheEnd();
    void keepsTwoRoundsApart();
    void findsAClosingBeforeTheOpening();
    void leavesOutSubTeamsAndMissingEnds();
    void countsPartialDatesGenerously();
};

static Milestone milestone(MilestoneType type, const char *target)
{
    Milestone milestone;
    milestone.type = type;
    milestone.target = on(target);
    return milestone;
}

void TestCommentPeriod::countsAsThePublicRecordsDo_data()
{
    QTest::addColumn<QDate>("opens");
    QTest::addColumn<QDate>("closes");
    QTest::addColumn<int>("days");

    QTest::newRow("SSR2 draft") << QDate(2020, 1, 24) << QDate(2020, 3, 4) << 40;
    QTest::newRow("SSR2 draft, extended") << QDate(2020, 1, 24) << QDate(2020, 3, 20) << 56;
    QTest::newRow("SSR2 final") << QDate(2021, 1, 28) << QDate(2021, 3, 9) << 40;
    QTest::newRow("ATRT3 draft") << QDate(2019, 12, 16) << QDate(2020, 1, 31) << 46;
    QTest::newRow("ATRT3 final") << QDate(2020, 6, 16) << QDate(2020, 7, 31) << 45;
    QTest::newRow("CCT final") << QDate(2018, 10, 10) << QDate(2018, 11, 27) << 48;
    QTest::newRow("RDS-WHOIS2 final") << QDate(2019, 10, 8) << QDate(2019, 11, 25) << 48;
    QTest::newRow("SSR1 draft") << QDate(2012, 3, 15) << QDate(2012, 4, 8) << 24;
    QTest::newRow("Operating Standards") << QDate(2018, 12, 17) << QDate(2019, 2, 20) << 65;
}

void TestCommentPeriod::countsAsThePublicRecordsDo()
{
    QFETCH(QDate, opens);
    QFETCH(QDate, closes);
    QFETCH(int, days);
    QCOMPARE(commentDays(opens, closes, DayCount::Full24h), days);
    QCOMPARE(commentDays(opens, closes, DayCount::Inclusive), days + 1);
}

void TestCommentPeriod::countsWholePeriodsBetweenInstants()
{
    const QDateTime closes(QDate(2020, 3, 4), QTime(23, 59), Qt::UTC);
    // Whatever the hour of the opening, a period that closes at 23:59 lasts the difference of its dates.
    for (int minute = 0; minute < 24 * 60; ++minute) {
        const QDateTime opens(QDate(2020, 1, 24), QTime(minute / 60, minute % 60), Qt::UTC);
        QCOMPARE(commentDays(opens, closes, DayCount::Full24h), 40);
        QCOMPARE(commentDays(opens, closes, DayCount::Inclusive), 41);
    }
    const QDateTime opens(QDate(2020, 1, 24), QTime(12, 0), Qt::UTC);
    QCOMPARE(commentDays(opens, opens.addDays(40).addSecs(-1), DayCount::Full24h), 39);
    QCOMPARE(commentDays(opens, opens.addDays(40), DayCount::Full24h), 40);
}

void TestCommentPeriod::earliestClosingIsTheFirstThatIsLongEnough()
{
    for (QDate opens(2016, 1, 1); opens.year() < 2028; opens = opens.addDays(1)) {
        for (const int floor : {1, 21, 30, 40, 45, 366}) {
            for (const DayCount rule : {DayCount::Full24h, DayCount::Inclusive}) {
                const QDate closes = earliestClosing(opens, floor, rule);
                QCOMPARE(commentDays(opens, closes, rule), floor);
                QVERIFY(commentDays(opens, closes.addDays(-1), rule) < floor);
                // The count by hand, day after day.
                int counted = rule == DayCount::Inclusive ? 1 : 0;
                for (QDate day = opens; day < closes; day = day.addDays(1))
                    ++counted;
                QCOMPARE(counted, floor);
            }
        }
    }
}

void TestCommentPeriod::earliestClosingIsNeverBeforeTheOpening()
{
    const QDate opens(2020, 1, 24);
    for (const int floor : {0, -7}) {
        QCOMPARE(earliestClosing(opens, floor, DayCount::Full24h), opens);
        QCOMPARE(earliestClosing(opens, floor, DayCount::Inclusive), opens);
    }
}

void TestCommentPeriod::readsTheRuleOfTheReview()
{
    TestReview test;
    QCOMPARE(dayCountRule(test.review), DayCount::Full24h);
    test.setRule(u"dayCountRule"_s, u"inclusive"_s);
    QCOMPARE(dayCountRule(test.review), DayCount::Inclusive);
    test.setRule(u"dayCountRule"_s, u"full24h"_s);
    QCOMPARE(dayCountRule(test.review), DayCount::Full24h);
    test.setRule(u"dayCountRule"_s, u"lunar"_s);
    QCOMPARE(dayCountRule(test.review), DayCount::Full24h);
}

void TestCommentPeriod::findsAnActivity()
{
    TestReview test;
    Milestone activity = milestone(MilestoneType::Comment, "2020-03-04");
    activity.start = on("2020-01-24");
    const MilestoneId id = test.add(activity);
    const auto periods = commentPeriods(test.review);
    QCOMPARE(periods, QList<CommentPeriod>({{id, id, on("2020-01-24"), on("2020-03-04")}}));
    QCOMPARE(periods.first().days(DayCount::Full24h), 40);
}

void TestCommentPeriod::findsAPairOfMilestones()
{
    TestReview test;
    const MilestoneId closing = test.add(milestone(MilestoneType::CommentClose, "2020-03-04"));
    const MilestoneId opening = test.add(milestone(MilestoneType::CommentOpen, "2020-01-20"));
    test.change(opening, [](Milestone &opened) { opened.actual = on("2020-01-24"); });
    QCOMPARE(commentPeriods(test.review),
             QList<CommentPeriod>({{opening, closing, on("2020-01-24"), on("2020-03-04")}}));
}

void TestCommentPeriod::anExtensionMovesTheEnd()
{
    TestReview test;
    const MilestoneId opening = test.add(milestone(MilestoneType::CommentOpen, "2020-01-24"));
    const MilestoneId extended = test.add(milestone(MilestoneType::CommentClose, "2020-03-20"));
    test.add(milestone(MilestoneType::CommentClose, "2020-03-04"));
    const auto periods = commentPeriods(test.review);
    QCOMPARE(periods, QList<CommentPeriod>({{opening, extended, on("2020-01-24"), on("2020-03-20")}}));
    QCOMPARE(periods.first().days(DayCount::Full24h), 56);
}

void TestCommentPeriod::keepsTwoRoundsApart()
{
    TestReview test;
    const MilestoneId second = test.add(milestone(MilestoneType::CommentOpen, "2021-01-28"));
    const MilestoneId secondEnd = test.add(milestone(MilestoneType::CommentClose, "2021-03-09"));
    const MilestoneId first = test.add(milestone(MilestoneType::CommentOpen, "2020-01-24"));
    const MilestoneId firstEnd = test.add(milestone(MilestoneType::CommentClose, "2020-03-04"));
    QCOMPARE(commentPeriods(test.review),
             QList<CommentPeriod>({{first, firstEnd, on("2020-01-24"), on("2020-03-04")},
                                   {second, secondEnd, on("2021-01-28"), on("2021-03-09")}}));
}

void TestCommentPeriod::findsAClosingBeforeTheOpening()
{
    TestReview test;
    test.add(milestone(MilestoneType::CommentOpen, "2020-03-04"));
    test.add(milestone(MilestoneType::CommentClose, "2020-01-24"));
    const auto periods = commentPeriods(test.review);
    QCOMPARE(periods.size(), 1);
    QCOMPARE(periods.first().days(DayCount::Full24h), -40);
}

void TestCommentPeriod::leavesOutSubTeamsAndMissingEnds()
{
    TestReview test;
    Milestone activity = milestone(MilestoneType::Comment, "2020-03-04");
    test.add(activity); // It has no start.
    activity.start = on("TBD");
    test.add(activity);
    activity.start = on("2020-01-24");
    activity.subteam = Id<SubTeam>(test.newId().uuid);
    test.add(activity);
    test.add(milestone(MilestoneType::CommentOpen, "2020-01-24"));
    test.add(milestone(MilestoneType::CommentClose, "TBD"));
    QVERIFY(commentPeriods(test.review).isEmpty());
}

void TestCommentPeriod::countsPartialDatesGenerously()
{
    CommentPeriod period;
    period.opens = on("2020-01");
    period.closes = on("2020-02");
    QCOMPARE(period.days(DayCount::Full24h), 59); // 1 January to 29 February.
}

PLUMBLINE_TEST(TestCommentPeriod)
} // namespace commentperiod_test

#include "tst_commentperiod.moc"
