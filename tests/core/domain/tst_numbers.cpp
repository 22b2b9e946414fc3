#include "core/domain/numbers.h"

#include "core/domain/recommendationgroup.h"
#include "tests/core/domain/testreview.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace numbers_test {

class TestNumbers : public QObject
{
    Q_OBJECT

private slots:
    void ordersAsAReaderExpects();
    void countsGroupsAndItemsInTheirOrder();
    void leavesOutWhatIsNotPrinted_data();
    void leavesOutWhatIsNotPrinted();
    void leavesOutWhatStandsInNoGroup();
    void putsTheUnnumberedLast();
};

static RecommendationGroupId addGroup(TestReview &test, const QString &order)
{
    RecommendationGroup group;
    group.place.order = order;
    return test.add(group);
}

static RecommendationId addTo(TestReview &test, RecommendationGroupId group, const QString &order)
{
    Recommendation recommendation;
    recommendation.group = group;
    recommendation.place.order = order;
    return test.add(recommendation);
}

void TestNumbers::ordersAsAReaderExpects()
{
    const QList<RecommendationNumber> numbers{{10, 1}, {9, 10}, {9, 2}, {1, 1}, {9, 1}};
    QList<RecommendationNumber> sorted = numbers;
    std::sort(sorted.begin(), sorted.end());
    QStringList texts;
    for (const RecommendationNumber &number : sorted)
        texts += number.toText();
    QCOMPARE(texts, QStringList({u"1.1"_s, u"9.1"_s, u"9.2"_s, u"9.10"_s, u"10.1"_s}));
}

void TestNumbers::countsGroupsAndItemsInTheirOrder()
{
    TestReview test;
    const auto second = addGroup(test, u"a1"_s);
    const auto first = addGroup(test, u"a0"_s);
    QList<RecommendationId> expected;
    const auto late = addTo(test, second, u"a1"_s);
    const auto early = addTo(test, second, u"a0"_s);
    for (int i = 0; i < 12; ++i)
        expected += addTo(test, first, u"b%1"_s.arg(i, 2, 10, QLatin1Char('0')));
    expected += {early, late};
    const auto numbers = recommendationNumbers(test.review);
    QCOMPARE(numbers.value(expected.at(0)).toText(), u"1.1"_s);
    QCOMPARE(numbers.value(expected.at(11)).toText(), u"1.12"_s);
    QCOMPARE(numbers.value(early).toText(), u"2.1"_s);
    QCOMPARE(numbers.value(late).toText(), u"2.2"_s);
    QList<RecommendationId> ordered;
    for (const Recommendation *recommendation : recommendationsInOrder(test.review))
        ordered += RecommendationId(recommendation->id.uuid);
    QCOMPARE(ordered, expected);
}

void TestNumbers::leavesOutWhatIsNotPrinted_data()
{
    QTest::addColumn<int>("state");
    QTest::newRow("withdrawn") << int(RecommendationState::Withdrawn);
    QTest::newRow("split") << int(RecommendationState::Split);
    QTest::newRow("merged") << int(RecommendationState::Merged);
}

void TestNumbers::leavesOutWhatIsNotPrinted()
{
    QFETCH(int, state);
    TestReview test;
    const auto group = addGroup(test, u"a0"_s);
    const auto gone = addTo(test, group, u"a0"_s);
    const auto kept = addTo(test, group, u"a1"_s);
    QCOMPARE(recommendationNumbers(test.review).value(kept).toText(), u"1.2"_s);
    test.change(gone, [&](Recommendation &changed) { changed.state = RecommendationState(state); });
    QVERIFY(!recommendationNumbers(test.review).contains(gone));
    QCOMPARE(recommendationNumbers(test.review).value(kept).toText(), u"1.1"_s);
    test.remove(kept);
    QVERIFY(recommendationNumbers(test.review).isEmpty());
}

void TestNumbers::leavesOutWhatStandsInNoGroup()
{
    TestReview test;
    const auto group = addGroup(test, u"a0"_s);
    addTo(test, {}, u"a0"_s);
    const auto orphan = addTo(test, group, u"a0"_s);
    QVERIFY(recommendationNumbers(test.review).contains(orphan));
    test.remove(group);
    QVERIFY(recommendationNumbers(test.review).isEmpty());
}

void TestNumbers::putsTheUnnumberedLast()
{
    TestReview test;
    const auto group = addGroup(test, u"a0"_s);
    QList<RecommendationId> loose;
    QList<RecommendationId> numbered;
    for (int i = 0; i < 40; ++i) { // Many, in turns, so that an inconsistent comparison would show.
        const QString order = u"a%1"_s.arg(i, 2, 10, QLatin1Char('0'));
        loose += addTo(test, {}, order);
        numbered += addTo(test, group, order);
    }
    QList<RecommendationId> ordered;
    for (const Recommendation *recommendation : recommendationsInOrder(test.review))
        ordered += RecommendationId(recommendation->id.uuid);
    QCOMPARE(ordered, numbered + loose);
}

PLUMBLINE_TEST(TestNumbers)
} // namespace numbers_test

#include "tst_numbers.moc"
