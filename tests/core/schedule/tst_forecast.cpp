// Against what the triangular distribution is known to give.

#include "core/schedule/forecast.h"

#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "tests/core/domain/testreview.h"
#include "tests/testprogram.h"

#include <QTest>

#include <cmath>

using namespace plumbline;

namespace forecast_test {

static const QDate today(2020, 1, 6);

struct TestPlan : TestReview {
    MilestoneId estimated(int optimistic, int likely, int pessimistic, const char *deadline = "")
    {
        Milestone milestone;
        milestone.duration = likely;
        milestone.optimistic = optimistic;
        milestone.likely = likely;
        milestone.pessimistic = pessimistic;
        if (*deadline)
            milestone.deadline = on(deadline);
        return add(milestone);
    }
    MilestoneId point(const char *target, const char *deadline = "")
    {
        Milestone milestone;
        milestone.target = on(target);
        if (*deadline)
            milestone.deadline = on(deadline);
        return add(milestone);
    }
    void link(MilestoneId from, MilestoneId to)
    {
        Dependency dependency;
        dependency.from = from;
        dependency.to = to;
        add(dependency);
    }
    QHash<MilestoneId, ItemForecast> play(quint32 seed = 1) const
    {
        return forecast(review, PlanSchedule(review, today), today, {10'000, seed});
    }
};

class TestForecast : public QObject
{
    Q_OBJECT

private slots:
    void withoutUncertaintyItIsThePlan();
    void quantilesAreThoseOfTheDistribution();
    void aMeetingOfTwoChancesIsTheirProduct();
    void theSameSeedGivesTheSame();
    void slipsOfThePastAreExpectedAgain();
    void whatIsMetHasNone();
    void estimatesOutOfOrderAreNotUsed();
};

void TestForecast::withoutUncertaintyItIsThePlan()
{
    TestPlan plan;
    const auto draft = plan.point("2020-02-10", "2020-02-12");
    const auto late = plan.point("2020-03-10", "2020-03-01");
    const auto forecasts = plan.play();
    QCOMPARE(forecasts[draft].p50, QDate(2020, 2, 10));
    QCOMPARE(forecasts[draft].p95, QDate(2020, 2, 10));
    QCOMPARE(forecasts[draft].chance, std::optional(100));
    QCOMPARE(forecasts[late].chance, std::optional(0));
}

void TestForecast::quantilesAreThoseOfTheDistribution()
{
    // For a, c, b = 10, 20, 60 days: x with F(x) = p is b - sqrt((1 - p)(b - a)(b - c)) right of c, and F(c) is 0.2.
    TestPlan plan;
    const auto item = plan.estimated(10, 20, 60, "2020-02-14"); // The fortieth day.
    const ItemForecast forecast = plan.play()[item];
    const auto quantile = [](double p) { return 60 - std::sqrt((1 - p) * 50 * 40); };
    const auto lastDay = [](double days) { return today.addDays(std::lround(days) - 1); };
    QVERIFY(std::abs(forecast.p50.daysTo(lastDay(quantile(0.5)))) <= 1);
    QVERIFY(std::abs(forecast.p80.daysTo(lastDay(quantile(0.8)))) <= 1);
    QVERIFY(std::abs(forecast.p95.daysTo(lastDay(quantile(0.95)))) <= 1);
    // Days are whole, so it is kept up to 40.5 days: F(40.5) = 1 - 19.5^2 / 2000.
    QVERIFY(std::abs(*forecast.chance - 100 * (1 - 19.5 * 19.5 / 2000)) <= 2);
}

void TestForecast::aMeetingOfTwoChancesIsTheirProduct()
{
    TestPlan plan;
    const auto a = plan.estimated(10, 20, 30, "2020-01-25"); // Twenty days: one chance in two.
    const auto b = plan.estimated(10, 20, 30, "2020-01-25");
    const auto both = plan.point("2020-01-08", "2020-01-25");
    plan.link(a, both);
    plan.link(b, both);
    const auto forecasts = plan.play();
    const double alone = *forecasts[a].chance / 100.0;
    QVERIFY(std::abs(*forecasts[both].chance - 100 * alone * *forecasts[b].chance / 100.0) <= 2);
    QVERIFY(*forecasts[both].chance < *forecasts[a].chance);
}

void TestForecast::theSameSeedGivesTheSame()
{
    TestPlan plan;
    const auto item = plan.estimated(5, 50, 500);
    QCOMPARE(plan.play(3)[item].p80, plan.play(3)[item].p80);
    QVERIFY(std::abs(plan.play(3)[item].p80.daysTo(plan.play(4)[item].p80)) <= 12);
}

void TestForecast::slipsOfThePastAreExpectedAgain()
{
    TestPlan plan;
    const auto baseline = plan.add(Baseline());
    const auto metWith = [&](int slip) {
        const auto met = plan.point("2019-06-01");
        plan.change(met, [&](Milestone &milestone) {
            milestone.actual = PartialDate::day(QDate(2019, 6, 1).addDays(slip));
        });
        BaselineItem item;
        item.baseline = baseline;
        item.record = RecordId(met.uuid);
        item.target = on("2019-06-01");
        plan.add(item);
    };
    const auto next = plan.point("2020-06-01", "2020-06-15");
    for (const int slip : {0, 10, 20, 30})
        metWith(slip);
    QCOMPARE(plan.play()[next].p95, QDate(2020, 6, 1)); // Four say nothing yet.
    metWith(40);
    QCOMPARE(slipHistory(plan.review), (QList<int>{0, 10, 20, 30, 40}));
    const ItemForecast forecast = plan.play()[next];
    QCOMPARE(forecast.p50, QDate(2020, 6, 21));
    QCOMPARE(forecast.p95, QDate(2020, 7, 11));
    QVERIFY(std::abs(*forecast.chance - 40) <= 2); // Two of five slips are within the two weeks.
}

void TestForecast::whatIsMetHasNone()
{
    TestPlan plan;
    const auto met = plan.point("2019-12-01");
    plan.change(met, [](Milestone &milestone) { milestone.actual = on("2019-12-02"); });
    QVERIFY(plan.play().isEmpty());
}

void TestForecast::estimatesOutOfOrderAreNotUsed()
{
    TestPlan plan;
    const auto item = plan.estimated(30, 20, 10);
    const auto negative = plan.estimated(-5, 20, 30);
    const auto forecasts = plan.play();
    QCOMPARE(forecasts[item].p50, forecasts[item].p95);
    QCOMPARE(forecasts[negative].p50, forecasts[negative].p95);
}

PLUMBLINE_TEST(TestForecast)

} // namespace forecast_test

#include "tst_forecast.moc"
