#include "core/checks/demands.h"
#include "core/checks/wordingrules.h"
#include "tests/core/checks/problemsof.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace demands_test {

class TestDemands : public QObject
{
    Q_OBJECT

private slots:
    void countsWordsInAnyScript_data();
    void countsWordsInAnyScript();
    void emptyRecommendationMeetsNothing();
    void goodRecommendationMeetsAll();
    void namesVagueWords();
    void longSentenceIsNotClear();
    void missingCellsOfAMetricAreNamed();
    void deferredMetricIsMeasurable();
    void adviceIsGivenWhileItIsWritten();
};

static Judgement judged(const Recommendation &recommendation, Demand demand)
{
    return judge(recommendation, {u"ICANN"_s}).at(int(demand));
}

void TestDemands::countsWordsInAnyScript_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("words");
    QTest::newRow("none") << QString() << 0;
    QTest::newRow("english") << u"Fix zone-file access, now."_s << 5;
    QTest::newRow("arabic") << u"إصلاح مشاكل الوصول"_s << 3;
    QTest::newRow("marks only") << u" - * ... "_s << 0;
}

void TestDemands::countsWordsInAnyScript()
{
    QFETCH(QString, text);
    QFETCH(int, words);
    QCOMPARE(wordsIn(text), words);
}

void TestDemands::emptyRecommendationMeetsNothing()
{
    for (const Judgement &judgement : judge({}, {})) {
        QVERIFY(judgement.verdict != Verdict::Met);
        QVERIFY(!judgement.sentence.isEmpty());
    }
}

void TestDemands::goodRecommendationMeetsAll()
{
    Recommendation good;
    good.text = u"ICANN org should answer each request within five working days."_s;
    good.category = Category::Direct;
    good.addressee = u"ICANN org"_s;
    good.priority = {Level::High, u"blocks research"_s};
    good.metric = {u"Answered"_s, u"%"_s, u"40"_s, u"95"_s, PartialDate::day({2020, 12, 31}), u"log"_s};
    for (const Judgement &judgement : judge(good, {u"ICANN"_s}))
        QCOMPARE(judgement.verdict, Verdict::Met);
}

void TestDemands::namesVagueWords()
{
    Recommendation vague;
    vague.text = u"The Board should Improve access as needed; improvements follow."_s;
    const Judgement concrete = judged(vague, Demand::Concrete);
    QCOMPARE(concrete.verdict, Verdict::Doubtful);
    QCOMPARE(concrete.words, (QStringList{u"as needed"_s, u"Improve"_s, u"improvements"_s}));
    QVERIFY(concrete.sentence.contains(u"“Improve”"_s));
}

void TestDemands::longSentenceIsNotClear()
{
    Recommendation longOne;
    longOne.text = u"The Board should publish "_s + u"word "_s.repeated(61) + u". Short one."_s;
    QCOMPARE(judged(longOne, Demand::Clear).verdict, Verdict::Doubtful);
    longOne.text = (u"word "_s.repeated(30) + u". "_s).repeated(3);
    longOne.text.replace(u". word"_s, u". Word"_s);
    QCOMPARE(judged(longOne, Demand::Clear).verdict, Verdict::Met);
}

void TestDemands::missingCellsOfAMetricAreNamed()
{
    Recommendation half;
    half.metric.what = u"Answered"_s;
    half.metric.unit = u"%"_s;
    const Judgement measurable = judged(half, Demand::Measurable);
    QCOMPARE(measurable.verdict, Verdict::Missing);
    QVERIFY(measurable.sentence.contains(u"baseline"_s));
    QVERIFY(!measurable.sentence.contains(u"unit"_s));
}

void TestDemands::deferredMetricIsMeasurable()
{
    Recommendation deferred;
    deferred.deferred = u"no log is kept yet"_s;
    QCOMPARE(judged(deferred, Demand::Measurable).verdict, Verdict::Met);
}

void TestDemands::adviceIsGivenWhileItIsWritten()
{
    TestReview test;
    Recommendation draft;
    draft.text = u"The Board should publish the KPI table by 1 May 2021."_s;
    const auto id = test.add(draft);
    draft.text = u"The Board should publish the table of key performance indicators (KPI) by 1 May 2021."_s;
    test.add(draft);
    QCOMPARE(faultyIn(test, "quality.clear"), only(id));
    QCOMPARE(faultyIn(test, "quality.concrete"), nothing);
    test.setRule(u"knownAcronyms"_s, u"kpi, DNS"_s);
    QCOMPARE(faultyIn(test, "quality.clear"), nothing);
    test.change(
        id, [](Recommendation &changed) { changed.text = u"The Board should take appropriate steps."_s; });
    QCOMPARE(faultyIn(test, "quality.concrete"), only(id));
    test.change(id, [](Recommendation &changed) {
        changed.text = u"The Board should pay for one word "_s + u"and another "_s.repeated(60) + u"."_s;
    });
    QCOMPARE(faultyIn(test, "quality.concise"), only(id));
    for (const RecommendationState state :
         {RecommendationState::Idea, RecommendationState::Withdrawn, RecommendationState::Final}) {
        test.change(id, [&](Recommendation &changed) { changed.state = state; });
        QCOMPARE(faultyIn(test, "quality.concise"), nothing);
    }
}

PLUMBLINE_TEST(TestDemands)
} // namespace demands_test

#include "tst_demands.moc"
