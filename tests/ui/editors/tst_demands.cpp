#include "tests/testprogram.h"
#include "ui/editors/demands.h"
#include "ui/editors/texteditor.h"

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
};

static Judgement judged(const Recommendation &recommendation, Demand demand)
{
    return judge(recommendation).at(int(demand));
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
    QCOMPARE(wordCount(text), words);
}

void TestDemands::emptyRecommendationMeetsNothing()
{
    for (const Judgement &judgement : judge({})) {
        QVERIFY(judgement.severity != Severity::Good);
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
    for (const Judgement &judgement : judge(good))
        QCOMPARE(judgement.severity, Severity::Good);
}

void TestDemands::namesVagueWords()
{
    Recommendation vague;
    vague.text = u"The Board should Improve access as needed; improvements follow."_s;
    const Judgement concrete = judged(vague, Demand::Concrete);
    QCOMPARE(concrete.severity, Severity::Warning);
    QCOMPARE(concrete.words, (QStringList{u"improve"_s, u"as needed"_s}));
    QVERIFY(concrete.sentence.contains(u"“improve”"_s));
}

void TestDemands::longSentenceIsNotClear()
{
    Recommendation longOne;
    longOne.text = u"word "_s.repeated(61) + u". Short one."_s;
    QCOMPARE(judged(longOne, Demand::Clear).severity, Severity::Warning);
    longOne.text = (u"word "_s.repeated(30) + u". "_s).repeated(3);
    longOne.text.replace(u". word"_s, u". Word"_s);
    QCOMPARE(judged(longOne, Demand::Clear).severity, Severity::Good);
}

void TestDemands::missingCellsOfAMetricAreNamed()
{
    Recommendation half;
    half.metric.what = u"Answered"_s;
    half.metric.unit = u"%"_s;
    const Judgement measurable = judged(half, Demand::Measurable);
    QCOMPARE(measurable.severity, Severity::Error);
    QVERIFY(measurable.sentence.contains(u"baseline"_s));
    QVERIFY(!measurable.sentence.contains(u"unit"_s));
}

void TestDemands::deferredMetricIsMeasurable()
{
    Recommendation deferred;
    deferred.deferred = u"no log is kept yet"_s;
    QCOMPARE(judged(deferred, Demand::Measurable).severity, Severity::Good);
}

PLUMBLINE_TEST(TestDemands)
} // namespace demands_test

#include "tst_demands.moc"
