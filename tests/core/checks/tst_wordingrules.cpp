// How often the advice on wording is right, on recommendations labelled by meaning before the rules were
// written.
//
// tests/data/quality/recommendations.jsonl holds 235 of them, all written for this purpose: 112 about the
// DNS, 123 of twenty other fields. The rules were tuned on those with odd ids; the even ones are the proof.
// docs/testing.md has the figures.

#include "core/checks/wordingrules.h"
#include "tests/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace wordingrules_test {

class TestWordingRules : public QObject
{
    Q_OBJECT

private slots:
    void precision_data();
    void precision();
    void hollowWords_data();
    void hollowWords();
    void nothingIsSaidOfNothing();
    void anotherListOfAbbreviationsIsAnotherAnswer();
};

namespace {

struct Labelled {
    int id = 0;
    bool dns = false;
    QString text;
    QStringList labels;
};

QList<Labelled> labelled()
{
    QFile file(QStringLiteral(PLUMBLINE_SOURCE_DIR "/tests/data/quality/recommendations.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Labelled> all;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        Labelled one{line.value(u"id"_s).toInt(),
                     line.value(u"field"_s).toString() == u"dns"_s,
                     line.value(u"text"_s).toString(),
                     {}};
        for (const QJsonValue &label : line.value(u"labels"_s).toArray())
            one.labels += label.toString();
        all += one;
    }
    return all;
}

/// What the template of an ICANN review says besides what everybody knows.
const QString known =
    u"ICANN,DNS,IANA,TLD,gTLD,ccTLD,DNSSEC,GNSO,SSAC,RSSAC,ALAC,GAC,IETF,RFC,SSR,SSR2,URL"_s;

bool has(const QList<WordingAdvice> &advice, WordingRule rule)
{
    return std::any_of(advice.begin(), advice.end(),
                       [&](const WordingAdvice &one) { return one.rule == rule; });
}

} // namespace

void TestWordingRules::precision_data()
{
    QTest::addColumn<WordingRule>("rule");
    for (int rule = 0; rule < wordingRuleCount; ++rule)
        QTest::newRow(wordingRuleName(WordingRule(rule))) << WordingRule(rule);
}

void TestWordingRules::precision()
{
    QFETCH(WordingRule, rule);
    const QList<Labelled> all = labelled();
    QVERIFY(all.size() >= 150);
    for (const int half : {1, 0}) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (const Labelled &one : all) {
            if (one.id % 2 != half)
                continue;
            const bool said = has(wordingAdvice(one.text, knownAcronyms(one.dns ? known : QString())), rule);
            const bool labels = one.labels.contains(QLatin1String(wordingRuleName(rule)));
            right += said && labels;
            wrong += said && !labels;
            missed += !said && labels;
        }
        qInfo("%s, %s ids: right %d, wrong %d, missed %d", wordingRuleName(rule), half ? "odd" : "even",
              right, wrong, missed);
        QVERIFY(right > 0);
        QVERIFY2(right >= 0.6 * (right + wrong), "the rule is right less than six times in ten");
    }
}

void TestWordingRules::hollowWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("vague");
    QTest::newRow("hollow") << u"The office should improve access."_s << true;
    QTest::newRow("made definite by a number")
        << u"The office should improve access from 40 to 95 per cent."_s << false;
    QTest::newRow("made definite by a date")
        << u"The Board should consider the report by the end of the year."_s << false;
    QTest::newRow("a standard that is none, whatever the date")
        << u"By 1 May the office should take appropriate steps."_s << true;
    QTest::newRow("within a word") << u"The office should publish the improvised list."_s << false;
}

void TestWordingRules::hollowWords()
{
    QFETCH(QString, text);
    QFETCH(bool, vague);
    QCOMPARE(has(wordingAdvice(text, {}), WordingRule::Vague), vague);
}

void TestWordingRules::nothingIsSaidOfNothing()
{
    QVERIFY(wordingAdvice({}, {}).isEmpty());
    QVERIFY(wordingAdvice(u"  \n"_s, {}).isEmpty());
    // Long nonsense ends too.
    QVERIFY(has(wordingAdvice(u"should be "_s.repeated(20'000), {}), WordingRule::TooLong));
}

void TestWordingRules::anotherListOfAbbreviationsIsAnotherAnswer()
{
    const QString text = u"PTI must publish the log by 1 May."_s;
    QVERIFY(has(wordingAdvice(text, knownAcronyms({})), WordingRule::Acronym));
    QVERIFY(!has(wordingAdvice(text, knownAcronyms(u"pti"_s)), WordingRule::Acronym));
    QVERIFY(has(wordingAdvice(text, knownAcronyms({})), WordingRule::Acronym));
}

PLUMBLINE_TEST(TestWordingRules)
} // namespace wordingrules_test

#include "tst_wordingrules.moc"
