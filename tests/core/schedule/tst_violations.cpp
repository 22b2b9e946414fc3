#include "core/schedule/violations.h"

#include "core/domain/subteam.h"
#include "tests/core/domain/testreview.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace violations_test {

using Violations = QList<DateViolation>;

class TestViolations : public QObject
{
    Q_OBJECT

private slots:
    void aDateOnTheDayIsInTime();
    void afterItsOwnDeadline();
    void theDayItWasMetCounts();
    void partialDatesCountAtTheirLastDay();
    void openDatesAreNotJudged();
    void afterTheMilestoneItServes();
    void theMissedDeadlineIsReportedRatherThanTheTarget();
    void aServedMilestoneThatIsGoneIsNotJudged();
    void draftRecommendationsLeaveTheBuffer();
    void draftRecommendationsOfTheFullTeamNeedNoBuffer();
    void theFreezeItServesCountsBeforeTheLast();
    void withoutTheRuleTheBufferIsNothing();
    void deletedMilestonesAreSilent();
    void equalsACountByHand();
};

static Milestone dated(const char *target)
{
    Milestone milestone;
    milestone.target = on(target);
    return milestone;
}

static Milestone dated(const char *target, const char *deadline)
{
    Milestone milestone = dated(target);
    milestone.deadline = on(deadline);
    return milestone;
}

static Milestone typed(MilestoneType type, const char *target)
{
    Milestone milestone = dated(target);
    milestone.type = type;
    return milestone;
}

void TestViolations::aDateOnTheDayIsInTime()
{
    TestReview test;
    test.add(dated("2020-03-04", "2020-03-04"));
    QCOMPARE(dateViolations(test.review), Violations());
}

void TestViolations::afterItsOwnDeadline()
{
    TestReview test;
    const MilestoneId id = test.add(dated("2020-03-07", "2020-03-04"));
    test.add(dated("2020-03-03", "2020-03-04"));
    QCOMPARE(dateViolations(test.review),
             Violations({{id, id, DateRule::OwnDeadline, QDate(2020, 3, 4), 3, true}}));
}

void TestViolations::theDayItWasMetCounts()
{
    TestReview test;
    Milestone milestone = dated("2020-03-07", "2020-03-04");
    milestone.actual = on("2020-03-04");
    const MilestoneId id = test.add(milestone);
    QCOMPARE(dateViolations(test.review), Violations());
    test.change(id, [](Milestone &met) {
        met.target = on("2020-03-04");
        met.actual = on("2020-03-05");
    });
    QCOMPARE(dateViolations(test.review).size(), 1);
}

void TestViolations::partialDatesCountAtTheirLastDay()
{
    TestReview test;
    const MilestoneId id = test.add(dated("2020-02", "2020-02-20"));
    QCOMPARE(dateViolations(test.review),
             Violations({{id, id, DateRule::OwnDeadline, QDate(2020, 2, 20), 9, false}}));
    test.change(id, [](Milestone &milestone) { milestone.deadline = on("2020-02"); });
    QCOMPARE(dateViolations(test.review), Violations());
    test.change(id, [](Milestone &milestone) { milestone.target = on("2020-Q1"); });
    QCOMPARE(dateViolations(test.review).value(0).days, 31);
}

void TestViolations::openDatesAreNotJudged()
{
    TestReview test;
    test.add(dated("TBD", "2020-02-20"));
    test.add(dated("2020-02-20", "TBD"));
    Milestone undated;
    undated.deadline = on("2020-02-20");
    test.add(undated);
    QCOMPARE(dateViolations(test.review), Violations());
}

void TestViolations::afterTheMilestoneItServes()
{
    TestReview test;
    const MilestoneId full = test.add(dated("2020-01-24"));
    Milestone serving = dated("2020-01-30");
    serving.serves = full;
    const MilestoneId id = test.add(serving);
    serving.target = on("2020-01-24");
    test.add(serving);
    QCOMPARE(dateViolations(test.review),
             Violations({{id, full, DateRule::ServedTarget, QDate(2020, 1, 24), 6, true}}));
}

void TestViolations::theMissedDeadlineIsReportedRatherThanTheTarget()
{
    TestReview test;
    const MilestoneId full = test.add(dated("2020-01-24", "2020-01-31"));
    Milestone serving = dated("2020-02-03");
    serving.serves = full;
    const MilestoneId id = test.add(serving);
    QCOMPARE(dateViolations(test.review),
             Violations({{id, full, DateRule::ServedDeadline, QDate(2020, 1, 31), 3, true}}));
    test.change(id, [](Milestone &milestone) { milestone.target = on("2020-01-28"); });
    QCOMPARE(dateViolations(test.review),
             Violations({{id, full, DateRule::ServedTarget, QDate(2020, 1, 24), 4, true}}));
}

void TestViolations::aServedMilestoneThatIsGoneIsNotJudged()
{
    TestReview test;
    const MilestoneId full = test.add(dated("2020-01-24"));
    Milestone serving = dated("2020-01-30");
    serving.serves = full;
    const MilestoneId id = test.add(serving);
    test.remove(full);
    QCOMPARE(dateViolations(test.review), Violations());
    test.change(id,
                [&](Milestone &milestone) { milestone.serves = id; }); // Nonsense from a file does no harm.
    QCOMPARE(dateViolations(test.review), Violations());
}

void TestViolations::draftRecommendationsLeaveTheBuffer()
{
    TestReview test;
    test.setRule(u"considerationBufferDays"_s, u"14"_s);
    const SubTeamId team = test.add(SubTeam());
    const MilestoneId freeze = test.add(typed(MilestoneType::Freeze, "2020-01-20"));
    Milestone draft = typed(MilestoneType::DraftRecommendations, "2020-01-06");
    draft.subteam = team;
    const MilestoneId id = test.add(draft);
    QCOMPARE(dateViolations(test.review), Violations());
    test.change(id, [](Milestone &milestone) { milestone.target = on("2020-01-07"); });
    QCOMPARE(dateViolations(test.review),
             Violations({{id, freeze, DateRule::FreezeBuffer, QDate(2020, 1, 6), 1, true}}));
}

void TestViolations::draftRecommendationsOfTheFullTeamNeedNoBuffer()
{
    TestReview test;
    test.setRule(u"considerationBufferDays"_s, u"14"_s);
    test.add(typed(MilestoneType::Freeze, "2020-01-20"));
    test.add(typed(MilestoneType::DraftRecommendations, "2020-01-20"));
    QCOMPARE(dateViolations(test.review), Violations());
}

void TestViolations::theFreezeItServesCountsBeforeTheLast()
{
    TestReview test;
    const MilestoneId first = test.add(typed(MilestoneType::Freeze, "2020-01-20"));
    test.add(typed(MilestoneType::Freeze, "2020-06-20"));
    Milestone draft = typed(MilestoneType::DraftRecommendations, "2020-02-20");
    draft.subteam = test.add(SubTeam());
    const MilestoneId id = test.add(draft);
    QCOMPARE(dateViolations(test.review), Violations());
    test.change(id, [&](Milestone &milestone) { milestone.serves = first; });
    const Violations expected{{id, first, DateRule::ServedTarget, QDate(2020, 1, 20), 31, true},
                              {id, first, DateRule::FreezeBuffer, QDate(2020, 1, 20), 31, true}};
    QCOMPARE(dateViolations(test.review), expected);
}

void TestViolations::withoutTheRuleTheBufferIsNothing()
{
    TestReview test;
    test.add(typed(MilestoneType::Freeze, "2020-01-20"));
    Milestone draft = typed(MilestoneType::DraftRecommendations, "2020-01-20");
    draft.subteam = test.add(SubTeam());
    const MilestoneId id = test.add(draft);
    QCOMPARE(dateViolations(test.review), Violations());
    test.change(id, [](Milestone &milestone) { milestone.target = on("2020-01-21"); });
    QCOMPARE(dateViolations(test.review).size(), 1);
}

void TestViolations::deletedMilestonesAreSilent()
{
    TestReview test;
    const MilestoneId id = test.add(dated("2020-03-07", "2020-03-04"));
    test.remove(id);
    QCOMPARE(dateViolations(test.review), Violations());
    test.change(id, [](Milestone &milestone) { milestone.life = Life::DeletedWhileEdited; });
    QCOMPARE(dateViolations(test.review).size(), 1);
}

void TestViolations::equalsACountByHand()
{
    // Every pair of a date and a deadline within 40 days around the end of February, in leap years and
    // others.
    for (const int year : {2019, 2020}) {
        const QDate origin(year, 2, 10);
        for (int target = 0; target < 40; ++target) {
            for (int deadline = 0; deadline < 40; ++deadline) {
                TestReview test;
                Milestone milestone;
                milestone.target = PartialDate::day(origin.addDays(target));
                milestone.deadline = PartialDate::day(origin.addDays(deadline));
                test.add(milestone);
                const auto violations = dateViolations(test.review);
                QCOMPARE(violations.size(), target > deadline ? 1 : 0);
                if (target > deadline)
                    QCOMPARE(violations.first().days, target - deadline);
            }
        }
    }
}

PLUMBLINE_TEST(TestViolations)
} // namespace violations_test

#include "tst_violations.moc"
