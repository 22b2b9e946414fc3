#include "core/report/draftreport.h"

#include "core/domain/datasource.h"
#include "core/domain/decision.h"
#include "core/domain/finding.h"
#include "core/domain/membership.h"
#include "core/domain/person.h"
#include "core/domain/recommendation.h"
#include "core/domain/recommendationgroup.h"
#include "core/domain/reviewrecord.h"
#include "core/domain/rule.h"
#include "core/domain/subteam.h"
#include "core/domain/waiver.h"
#include "core/report/publicrecords.h"
#include "tests/core/report/reviewbuilder.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace draftreport_test {

namespace {

const FixedClock clockOfTheReport(QDateTime(QDate(2020, 1, 24), QTime(12, 0), Qt::UTC));

report::Document reportOf(const Review &review)
{
    return report::draftReport(review, clockOfTheReport);
}

QList<report::RecommendationBlock> recommendationsIn(const report::Document &document)
{
    QList<report::RecommendationBlock> found;
    for (const report::Section &section : document.sections) {
        for (const report::Block &block : section.blocks) {
            if (const auto *recommendation = std::get_if<report::RecommendationBlock>(&block))
                found += *recommendation;
        }
    }
    return found;
}

QString wordsOfField(const report::RecordBlock &block, const QString &label)
{
    for (const report::RecordPart &part : block.parts) {
        const auto *field = std::get_if<report::LabelledField>(&part);
        if (!field || field->label != label)
            continue;
        QString words = field->text.markdown;
        for (const report::Run &run : field->text.runs)
            words += run.text;
        return words;
    }
    return {};
}

/// Two groups, three numbered recommendations, one without a group, one withdrawn.
ReviewBuilder sample()
{
    ReviewBuilder b;
    auto record = b.make<ReviewRecord>();
    record.title = u"A review"_s;
    record.acronym = u"AR"_s;
    b.add(record);
    RecommendationGroupId groups[2];
    for (int i = 0; i < 2; ++i) {
        auto group = b.make<RecommendationGroup>(u"RG-00%1"_s.arg(i + 1));
        group.title = u"Group title %1"_s.arg(i + 1);
        groups[i] = b.add(group);
    }
    for (int i = 1; i <= 5; ++i) {
        auto recommendation = b.make<Recommendation>(u"R-S1-0%1"_s.arg(i));
        recommendation.title = u"Title-of-%1."_s.arg(i);
        if (i < 4)
            recommendation.group = groups[i == 1 ? 1 : 0];
        if (i == 5) {
            recommendation.group = groups[0];
            recommendation.state = RecommendationState::Withdrawn;
        }
        b.add(recommendation);
    }
    return b;
}

} // namespace

class TestDraftReport : public QObject
{
    Q_OBJECT

private slots:
    void everyRecommendationStandsInItExactlyOnce();
    void recommendationsFollowTheirNumbers();
    void whatIsMissingIsSaidInWords();
    void fieldsAreWhatTheRecordHolds();
    void levelOfConsensusComesFromTheDecision();
    void theRulesAreSaidInWords();
    void whatIsInNoGroupIsNamedInTheSummary();
    void nothingPrivateEnters();
    void membersThatAreNotPublishableAreEmpty();
    void anEmptyReviewGivesAReport();
    void theSameReviewGivesTheSameReport();
    void theRecordDateIsTheClocks();
};

void TestDraftReport::everyRecommendationStandsInItExactlyOnce()
{
    const report::Document document = reportOf(sample().review);
    QStringList titles;
    for (const auto &block : recommendationsIn(document))
        titles += block.title;
    titles.sort();
    QCOMPARE(titles, QStringList({u"Title-of-1."_s, u"Title-of-2."_s, u"Title-of-3."_s, u"Title-of-4."_s}));
    // The withdrawn one is named, with its state, and not printed as a recommendation.
    QCOMPARE(report::allWords(document).count(u"Title-of-5."_s), 1);
    QVERIFY(report::allWords(document).contains(u"Withdrawn"_s));
}

void TestDraftReport::recommendationsFollowTheirNumbers()
{
    QStringList numbers;
    for (const auto &block : recommendationsIn(reportOf(sample().review)))
        numbers += block.number;
    QCOMPARE(numbers, QStringList({u"1.1"_s, u"1.2"_s, u"2.1"_s, u"\u2013"_s}));
}

void TestDraftReport::whatIsMissingIsSaidInWords()
{
    const auto block = recommendationsIn(reportOf(sample().review)).first();
    QCOMPARE(wordsOfField(block, u"Measured by"_s), u"No metric yet."_s);
    QCOMPARE(wordsOfField(block, u"Addressee"_s), u"No addressee yet."_s);
    QCOMPARE(wordsOfField(block, u"Category"_s), u"No category yet."_s);
    QCOMPARE(wordsOfField(block, u"Priority"_s), u"No priority yet."_s);
    QCOMPARE(wordsOfField(block, u"Rationale"_s), u"No rationale yet."_s);
    QCOMPARE(wordsOfField(block, u"Intended outcome"_s), u"No intended outcome yet."_s);
    QCOMPARE(wordsOfField(block, u"Rests on"_s), u"No finding is linked to this recommendation yet."_s);
    QCOMPARE(wordsOfField(block, u"Timeframe"_s), u"No timeframe yet."_s);
    QCOMPARE(wordsOfField(block, u"Effort"_s), u"No estimate of the effort yet."_s);
    QCOMPARE(wordsOfField(block, u"Consensus"_s), u"No level of consensus recorded yet."_s);
}

void TestDraftReport::fieldsAreWhatTheRecordHolds()
{
    ReviewBuilder b;
    auto group = b.make<RecommendationGroup>(u"RG-001"_s);
    const auto groupId = b.add(group);
    auto source = b.make<DataSource>(u"DS-001"_s);
    source.title = u"The study"_s;
    auto finding = b.make<Finding>(u"F-S1-01"_s);
    finding.title = u"What was found"_s;
    auto recommendation = b.make<Recommendation>(u"R-S1-01"_s);
    recommendation.group = groupId;
    recommendation.text = u"Do **this**."_s;
    recommendation.category = Category::Policy;
    recommendation.priority.level = Level::High;
    recommendation.priority.reason = u"It is late."_s;
    recommendation.deferred = u"Nobody measured it before."_s;
    const auto sourceId = b.add(source);
    const auto findingId = b.add(finding);
    b.link(LinkType::Supports, sourceId, findingId);
    b.link(LinkType::LeadsTo, findingId, b.add(recommendation));

    const report::Document document = reportOf(b.review);
    const auto block = recommendationsIn(document).first();
    QCOMPARE(block.text.markdown, u"Do **this**."_s);
    QCOMPARE(wordsOfField(block, u"Category"_s), u"Policy development"_s);
    QCOMPARE(wordsOfField(block, u"Priority"_s), u"High. It is late."_s);
    QCOMPARE(wordsOfField(block, u"Measured by"_s), u"Deferred. Nobody measured it before."_s);
    QVERIFY(wordsOfField(block, u"Rests on"_s).startsWith(u"F-S1-01 What was found"_s));
    QVERIFY(report::allWords(document).contains(u"DS-001 The study"_s));
}

void TestDraftReport::levelOfConsensusComesFromTheDecision()
{
    ReviewBuilder b = sample();
    auto decision = b.make<Decision>(u"D-001"_s);
    decision.level = Consensus::StrongSupport;
    decision.date = onDay(2020, 1, 8);
    const RecommendationId first(b.review.byKey(u"R-S1-02"_s)->uuid);
    b.link(LinkType::Decides, b.add(decision), first);
    const QString words = wordsOfField(recommendationsIn(reportOf(b.review)).first(), u"Consensus"_s);
    QCOMPARE(words, u"Strong support but significant opposition, 8 Jan 2020, decision D-001"_s);
}

void TestDraftReport::nothingPrivateEnters()
{
    ReviewBuilder b = sample();
    auto person = b.make<Person>(u"P-001"_s);
    person.name = u"Member 1"_s;
    person.email = u"canary@secret.example"_s;
    auto membership = b.make<Membership>();
    membership.person = b.add(person);
    membership.role = Role::Chair;
    b.add(membership);
    const auto closed = [&](auto record, QString decltype(record)::*title) {
        record.*title = u"closed-canary"_s;
        record.audience = 1;
        return b.add(record);
    };
    const auto source = closed(b.make<DataSource>(u"DS-666"_s), &DataSource::title);
    const auto finding = closed(b.make<Finding>(u"F-666"_s), &Finding::title);
    closed(b.make<Recommendation>(u"R-666"_s), &Recommendation::title);
    closed(b.make<Decision>(u"D-666"_s), &Decision::text);
    closed(b.make<SubTeam>(u"S666"_s), &SubTeam::title);
    auto open = b.make<Finding>(u"F-001"_s);
    const auto openId = b.add(open);
    b.link(LinkType::Supports, source, openId);
    b.link(LinkType::LeadsTo, finding, RecommendationId(b.review.byKey(u"R-S1-01"_s)->uuid));
    auto waiver = b.make<Waiver>(u"W-001"_s);
    waiver.on = RecordId(source.uuid);
    waiver.reason = u"closed-canary"_s;
    b.add(waiver);

    const QString words = report::allWords(reportOf(b.review));
    QVERIFY(words.contains(u"Member 1"_s));
    QVERIFY(!words.contains(u"canary"_s));
    QVERIFY(!words.contains(u"666"_s));
}

void TestDraftReport::membersThatAreNotPublishableAreEmpty()
{
    Person person;
    person.name = u"Member 1"_s;
    person.email = u"canary@secret.example"_s;
    QCOMPARE(report::shown<&Person::name>(person), u"Member 1"_s);
    QCOMPARE(report::shown<&Person::email>(person), QString());
}

void TestDraftReport::anEmptyReviewGivesAReport()
{
    const report::Document document = reportOf(Review());
    QCOMPARE(document.title, u"A review without a title"_s);
    QVERIFY(report::allWords(document).contains(u"No recommendation is recorded yet."_s));
    QVERIFY(report::allWords(document).contains(u"No comment period is planned yet."_s));
}

void TestDraftReport::theSameReviewGivesTheSameReport()
{
    const report::Document document = reportOf(sample().review);
    QCOMPARE(report::allWords(document), report::allWords(reportOf(sample().review)));
    QVERIFY(document == reportOf(sample().review));
}

void TestDraftReport::theRecordDateIsTheClocks()
{
    const report::Document document = reportOf(sample().review);
    QCOMPARE(document.recordDate, QDate(2020, 1, 24));
    QCOMPARE(document.dateText, u"24 January 2020"_s);
}

void TestDraftReport::theRulesAreSaidInWords()
{
    ReviewBuilder b = sample();
    const auto add = [&](const QString &name, const QString &title, const QString &value, const QString &unit,
                         const QString &explanation) {
        Rule rule = b.make<Rule>();
        rule.name = name;
        rule.title = title;
        rule.value = value;
        rule.unit = unit;
        rule.explanation = explanation;
        b.add(rule);
    };
    add(u"consensusLevel.consensus"_s, u"Most agree"_s, u"consensus"_s, {}, u"A small minority disagrees."_s);
    add(u"consensusLevel.fullconsensus"_s, u"All agree"_s, u"fullconsensus"_s, {}, u"Nobody speaks against it."_s);
    add(u"consensusLevels"_s, u"Levels"_s, u"fullconsensus,consensus"_s, {}, u"From most to least."_s);
    add(u"minCommentDays"_s, u"Shortest period"_s, u"40"_s, u"days"_s, u"Long."_s);
    add(u"gate.G1"_s, u"Plan adopted"_s, u"plan.order"_s, {}, u"A gate."_s);
    const QString words = report::allWords(reportOf(b.review));
    QVERIFY(words.contains(u"40 days"_s) && words.contains(u"Nobody speaks against it."_s));
    for (const QString &code : {u"fullconsensus"_s, u"plan.order"_s, u"Plan adopted"_s})
        QVERIFY2(!words.contains(code), qPrintable(code));
    QVERIFY(words.indexOf(u"From most to least."_s) < words.indexOf(u"All agree"_s));
    QVERIFY(words.indexOf(u"All agree"_s) < words.indexOf(u"Most agree"_s));
}

void TestDraftReport::whatIsInNoGroupIsNamedInTheSummary()
{
    QVERIFY(report::allWords(reportOf(sample().review)).contains(u"in no group yet"_s));
    ReviewBuilder b;
    Recommendation alone = b.make<Recommendation>(u"R-001"_s);
    alone.title = u"Alone"_s;
    b.add(alone);
    QVERIFY(report::allWords(reportOf(b.review)).contains(u"No recommendation has a number yet."_s));
}

PLUMBLINE_TEST(TestDraftReport)
} // namespace draftreport_test

#include "tst_draftreport.moc"
