#include "core/checks/completeness.h"
#include "core/domain/materialhash.h"
#include "core/domain/numbers.h"
#include "core/domain/recordlinks.h"
#include "core/edits/recommendations.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace recommendations_test {

class TestRecommendations : public QObject
{
    Q_OBJECT

private slots:
    void aDraftIsShared();
    void boardAndStaffAreAskedOnATextThatStands();
    void oneBecomesSeveral();
    void severalBecomeOne();
    void aNewerOneTakesThePlace();
    void onlyTheLeadMaySayThatItIsShared();
    void twoCategoriesBecomeTwoRecommendations();
    void onlyWhatStandsIsReplaced();
    void adviceIsLeftOnOneTextOnly();
    void theFullTeamDecidesOnSeveral();
    void aRecommendationIsWithdrawnOrDemoted();
    void aFormerNumberIsFoundForEver();
    void whatIsGoneCannotBeUsed_data();
    void whatIsGoneCannotBeUsed();
};

/// A review with a finding and three recommendations of one group, numbered 1.1 to 1.3.
static void prepare(Desk &desk)
{
    desk.apply(R"({"create":"finding","as":"f","set":{"title":"Untested","statement":"Never exercised."}})");
    desk.apply(R"({"create":"recommendationgroup","as":"g","set":{"title":"Continuity"}})");
    desk.apply(
        R"({"create":"recommendation","as":"a","set":{"title":"Exercise","text":"The office should exercise it and publish the result.","rationale":"Nobody knows.","category":"direct","addressee":"The office","group":"g"}})");
    desk.apply(
        R"({"create":"recommendation","as":"b","set":{"title":"Second site","text":"The office should rent one.","group":"g"}})");
    desk.apply(
        R"({"create":"recommendation","as":"c","set":{"title":"Third","text":"The office should report.","group":"g"}})");
    desk.apply(R"({"do":"relate","args":{"from":"f","type":"leadsto","to":"a"}})");
}

static RecommendationId id(const Desk &desk, const QString &name)
{
    return RecommendationId(desk.script.named(name).uuid);
}

static const Recommendation &of(const Desk &desk, const QString &name)
{
    return *desk.review().find(id(desk, name));
}

static RecommendationId titled(const Desk &desk, const QString &title)
{
    for (const Recommendation *one : desk.review().all<Recommendation>()) {
        if (one->title == title)
            return RecommendationId(one->id.uuid);
    }
    return {};
}

void TestRecommendations::aDraftIsShared()
{
    Desk desk;
    prepare(desk);
    desk.apply(R"({"do":"share","args":{"recommendation":"a","date":"2019-06-01"}})");
    QVERIFY(of(desk, u"a"_s).state.is(RecommendationState::Shared));
    QCOMPARE(RecordId(of(desk, u"a"_s).sharedby.uuid), desk.session->me()); // Whoever edits.
    QCOMPARE(of(desk, u"a"_s).shared->toText(), u"2019-06-01"_s);
    QCOMPARE(desk.refusal(R"({"do":"share","args":{"recommendation":"a"}})").code, ErrorCode::Refused);
}

void TestRecommendations::boardAndStaffAreAskedOnATextThatStands()
{
    Desk desk;
    prepare(desk);
    desk.apply(R"({"do":"ask","args":{"recommendation":"a","of":"staff","question":"By when?"}})");
    const auto input = [&] { return desk.review().all<ImplementabilityInput>().front(); };
    const ImplementabilityInputId key(input()->id.uuid);
    QCOMPARE(input()->askedtext, materialHash(Kind::Recommendation, of(desk, u"a"_s)));
    QCOMPARE(desk.refusal(R"({"do":"stillholds","args":{"input":"II-001"}})").code, ErrorCode::Refused);
    desk.apply(R"({"do":"answer","args":{"input":"II-001","answer":"Within a year.","date":"2019-07-01"}})");
    QCOMPARE(input()->answer, u"Within a year."_s);
    desk.apply(R"({"set":{"a":{"text":"The office should exercise it every year."}}})");
    QVERIFY(input()->askedtext != materialHash(Kind::Recommendation, of(desk, u"a"_s))); // Stale.
    desk.apply(R"({"do":"stillholds","args":{"input":"II-001"}})");
    QCOMPARE(input()->askedtext, materialHash(Kind::Recommendation, of(desk, u"a"_s)));
    desk.apply(R"({"create":"recommendation","as":"bare","set":{"title":"Bare"}})");
    QCOMPARE(
        desk.refusal(
                R"({"do":"ask","args":{"recommendation":"bare","of":"board","question":"Can it be done?"}})")
            .code,
        ErrorCode::Refused);
    QVERIFY(desk.review().find(key));
}

void TestRecommendations::oneBecomesSeveral()
{
    Desk desk;
    prepare(desk);
    desk.apply(R"({"do":"baseline","args":{"name":"Draft report"}})");
    desk.apply(R"({"do":"split","args":{"recommendation":"a","titles":"Exercise it; Publish the result"}})");
    QVERIFY(of(desk, u"a"_s).state.is(RecommendationState::Split));
    const RecordLinks links(desk.review());
    for (const QString &title : {u"Exercise it"_s, u"Publish the result"_s}) {
        const RecommendationId part = titled(desk, title);
        const Recommendation *made = desk.review().find(part);
        QVERIFY(made);
        QCOMPARE(made->text, of(desk, u"a"_s).text); // To be divided by hand.
        QCOMPARE(made->addressee, u"The office"_s);
        QVERIFY(made->state.is(RecommendationState::Draft));
        QVERIFY(made->key != of(desk, u"a"_s).key);
        QCOMPARE(links.from(made->id, LinkType::SplitFrom).size(), 1);
        QCOMPARE(links.to(made->id, LinkType::LeadsTo).size(), 1); // What it rests on.
    }
    QCOMPARE(successorsOf(desk.review(), id(desk, u"a"_s)).size(), 2);
    const QByteArray split = desk.dump();
    must(desk.session->undo());
    QCOMPARE(desk.review().count(Kind::Recommendation), 3);
    QVERIFY(isStanding(of(desk, u"a"_s)));
    must(desk.session->redo());
    QCOMPARE(desk.dump(), split);
}

void TestRecommendations::severalBecomeOne()
{
    Desk desk;
    prepare(desk);
    desk.apply(R"({"do":"merge","args":{"recommendations":"a; b","into":"c"}})");
    QVERIFY(of(desk, u"a"_s).state.is(RecommendationState::Merged));
    QVERIFY(of(desk, u"b"_s).state.is(RecommendationState::Merged));
    QCOMPARE(RecordLinks(desk.review()).to(of(desk, u"c"_s).id, LinkType::LeadsTo).size(),
             1); // What they rest on.
    QCOMPARE(recommendationNumbers(desk.review()).value(id(desk, u"c"_s)).toText(), u"1.1"_s);
    QCOMPARE(desk.refusal(R"({"do":"merge","args":{"recommendations":"c","into":"c"}})").code,
             ErrorCode::Refused);
    QCOMPARE(desk.refusal(R"({"do":"merge","args":{"recommendations":"a","into":"c"}})").code,
             ErrorCode::Refused); // Already.
}

void TestRecommendations::aNewerOneTakesThePlace()
{
    Desk desk;
    prepare(desk);
    desk.apply(R"({"do":"replace","args":{"recommendation":"b","older":"a"}})");
    QVERIFY(of(desk, u"a"_s).state.is(RecommendationState::Withdrawn));
    QVERIFY(of(desk, u"a"_s).reason.contains(of(desk, u"b"_s).key));
    QCOMPARE(successorsOf(desk.review(), id(desk, u"a"_s)), QList<RecommendationId>{id(desk, u"b"_s)});
    QCOMPARE(desk.refusal(R"({"do":"replace","args":{"recommendation":"a","older":"b"}})").code,
             ErrorCode::Refused); // A circle.
}

void TestRecommendations::onlyTheLeadMaySayThatItIsShared()
{
    Desk desk;
    prepare(desk);
    must(desk.session->setMe({}));
    QCOMPARE(desk.refusal(R"({"do":"share","args":{"recommendation":"a"}})").code, ErrorCode::Refused); // Who?
    desk.apply(R"({"create":"person","as":"bo","set":{"name":"Bo"}})");
    desk.apply(R"({"create":"person","as":"cy","set":{"name":"Cy"}})");
    desk.apply(R"({"create":"recommendation","as":"bare","set":{"title":"No text"}})");
    QCOMPARE(desk.refusal(R"({"do":"share","args":{"recommendation":"bare","by":"bo"}})").code, ErrorCode::Refused);
    desk.apply(R"({"do":"share","args":{"recommendation":"a","by":"bo"}})");
    QCOMPARE(desk.refusal(R"({"do":"share","args":{"recommendation":"a","by":"bo"}})").code, ErrorCode::Refused);
    desk.apply(R"({"do":"share","args":{"recommendation":"a","by":"cy"}})"); // The lead, after somebody else.
    QCOMPARE(of(desk, u"a"_s).sharedby, PersonId(desk.script.named(u"cy"_s).uuid));
    desk.apply(R"({"set":{"a":{"state":"incall"}}})");
    QCOMPARE(desk.refusal(R"({"do":"share","args":{"recommendation":"a","by":"bo"}})").code, ErrorCode::Refused);
}

void TestRecommendations::twoCategoriesBecomeTwoRecommendations()
{
    Desk ada;
    prepare(ada);
    Desk ben(ada, "Ben");
    const auto put = [](Desk &desk, const char *word) {
        ChangeSet changes(desk.review(), Cause::Edit);
        changes.set(Kind::Recommendation, desk.byKey(u"R-002"_s), "category", Value(QString::fromLatin1(word)));
        must(desk.session->commit(changes));
    };
    put(ada, "direct");
    put(ben, "policy");
    const QString path = ben.file(u"b.plumbx"_s);
    must(ben.session->store().forEachTransaction([&](const Transaction &transaction) -> Status {
        std::optional<Transaction> one(transaction);
        const auto taken = ada.session->importTransactions([&] { return std::exchange(one, std::nullopt); }, u"Ben"_s);
        return taken ? Status() : Status(taken.error());
    }));
    QVERIFY(ada.review().conflict(ada.byKey(u"R-002"_s), "category"));
    ada.apply(R"({"do":"split","args":{"recommendation":"R-002","titles":"Rent one; Ask for a policy"}})");
    QVERIFY(!ada.review().conflict(ada.byKey(u"R-002"_s), "category"));
    QSet<QString> categories;
    for (const QString &title : {u"Rent one"_s, u"Ask for a policy"_s})
        categories.insert(ada.review().find(titled(ada, title))->category.word());
    QCOMPARE(categories, QSet<QString>({u"direct"_s, u"policy"_s}));
}

void TestRecommendations::onlyWhatStandsIsReplaced()
{
    Desk desk;
    prepare(desk);
    desk.apply(R"({"do":"merge","args":{"recommendations":"b","into":"a"}})");
    QCOMPARE(desk.refusal(R"({"do":"replace","args":{"recommendation":"c","older":"b"}})").code, ErrorCode::Refused);
    QCOMPARE(desk.refusal(R"({"do":"replace","args":{"recommendation":"b","older":"c"}})").code, ErrorCode::Refused);
    QVERIFY(of(desk, u"b"_s).state.is(RecommendationState::Merged));
    desk.apply(R"({"do":"formsubteam","args":{"name":"One"}})");
    for (const char *line : {R"({"do":"relate","args":{"from":"a","type":"splitfrom","to":"S1"}})",
                             R"({"do":"relate","args":{"from":"a","type":"mergedinto","to":"c"}})",
                             R"({"do":"replace","args":{"recommendation":"a","older":"a"}})"})
        QCOMPARE(desk.refusal(line).code, ErrorCode::Refused);
}

void TestRecommendations::adviceIsLeftOnOneTextOnly()
{
    Desk desk;
    prepare(desk);
    desk.apply(R"({"set":{"b":{"text":"The office should take appropriate steps.","state":"draft"}}})");
    const auto open = [&] {
        const auto problems = desk.session->problems();
        return std::count_if(problems.begin(), problems.end(), [&](const Problem &problem) {
            return problem.check == "quality.concrete" && problem.record == RecordId(id(desk, u"b"_s).uuid) && !problem.waived;
        });
    };
    QCOMPARE(open(), 1);
    desk.apply(R"({"do":"waive","args":{"check":"quality.concrete","on":"b","reason":"The law says so."}})");
    QCOMPARE(open(), 0);
    desk.apply(R"({"set":{"b":{"text":"The office should take adequate steps."}}})");
    QCOMPARE(open(), 1);
    must(desk.session->undo());
    QCOMPARE(open(), 0);
    QCOMPARE(desk.refusal(R"({"do":"waive","args":{"check":"quality.nonsense","on":"b","reason":"x"}})").code,
             ErrorCode::NotFound);
}

void TestRecommendations::theFullTeamDecidesOnSeveral()
{
    Desk desk;
    prepare(desk);
    desk.apply(R"({"set":{"a":{"state":"shared"}}})");
    desk.apply(R"({"create":"meeting","as":"mt","set":{"held":"2019-09-25"}})");
    desk.apply(R"({"do":"decideon","args":{"records":"a;b","text":"Agreed.","meeting":"mt","level":"consensus"}})");
    const Review &review = desk.review();
    QCOMPARE(review.count(Kind::Decision), 1);
    const RecordLinks links(review);
    for (const QString &name : {u"a"_s, u"b"_s}) {
        const Decision *decision = consensusDecision(review, links, RecordId(id(desk, name).uuid));
        QVERIFY(decision && decision->date->toText() == u"2019-09-25"_s);
    }
    QVERIFY(of(desk, u"a"_s).state.is(RecommendationState::AgreedForDraft));
    QVERIFY(of(desk, u"b"_s).state.isNone()); // Nobody has shared it.
    const auto suspect = [&] {
        const auto problems = desk.session->problems();
        return std::count_if(problems.begin(), problems.end(), [&](const Problem &problem) {
            return problem.check == "consensus.level" && problem.record == RecordId(id(desk, u"a"_s).uuid);
        });
    };
    QCOMPARE(suspect(), 0);
    desk.apply(R"({"set":{"a":{"text":"Something else."}}})");
    QCOMPARE(suspect(), 1); // The decision was on another text.
    desk.apply(R"({"do":"decideon","args":{"records":"a","decision":"D-001"}})"); // The same one, on the new text.
    QCOMPARE(suspect(), 0);
    QCOMPARE(review.count(Kind::Decision), 1);
    for (const char *line : {R"({"do":"decideon","args":{"records":"a"}})", R"({"do":"decideon","args":{"records":"mt","text":"x"}})",
                             R"({"do":"decideon","args":{"text":"x"}})"})
        QVERIFY(!desk.refusal(line).sentence.isEmpty());
}

void TestRecommendations::aRecommendationIsWithdrawnOrDemoted()
{
    Desk desk;
    prepare(desk);
    QCOMPARE(desk.refusal(R"({"do":"withdraw","args":{"recommendation":"a","reason":" "}})").code,
             ErrorCode::BadInput);
    desk.apply(R"({"do":"withdraw","args":{"recommendation":"a","reason":"Done already."}})");
    QCOMPARE(of(desk, u"a"_s).reason, u"Done already."_s);
    desk.apply(
        R"({"do":"changeform","args":{"recommendation":"b","form":"suggestion","reason":"Outside the mandate."}})");
    QVERIFY(of(desk, u"b"_s).form.is(RecommendationForm::Suggestion));
    QCOMPARE(
        desk.refusal(
                R"({"do":"changeform","args":{"recommendation":"b","form":"suggestion","reason":"Again."}})")
            .code,
        ErrorCode::Refused);
    desk.apply(
        R"({"do":"changeform","args":{"recommendation":"b","form":"recommendation","reason":"Inside after all."}})");
    QVERIFY(of(desk, u"b"_s).form.is(RecommendationForm::Recommendation));
}

void TestRecommendations::aFormerNumberIsFoundForEver()
{
    Desk desk;
    prepare(desk);
    desk.apply(R"({"do":"baseline","args":{"name":"Draft report"}})");
    desk.apply(R"({"do":"merge","args":{"recommendations":"a","into":"b"}})");
    desk.apply(R"({"do":"split","args":{"recommendation":"b","titles":"One; Two"}})");
    desk.apply(R"({"do":"withdraw","args":{"recommendation":"c","reason":"Overtaken."}})");
    const QList<NumberTrail> first = recommendationsNumbered(desk.review(), u"1.1"_s);
    QCOMPARE(first.size(), 2); // In the draft, and today.
    QCOMPARE(first.at(0).baseline, u"Draft report"_s);
    QCOMPARE(first.at(0).was, id(desk, u"a"_s));
    QCOMPARE(first.at(0).now.size(), 2); // Through the merge and the split.
    QVERIFY(first.at(1).baseline.isEmpty());
    const QList<NumberTrail> third = recommendationsNumbered(desk.review(), u"1.3"_s);
    QCOMPARE(third.size(), 1);
    QVERIFY(third.first().now.isEmpty());
    QVERIFY(recommendationsNumbered(desk.review(), u"9.9"_s).isEmpty());
}

void TestRecommendations::whatIsGoneCannotBeUsed_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("split") << QByteArray(
        R"({"do":"split","args":{"recommendation":"a","titles":"One; Two"}})");
    QTest::newRow("split into one") << QByteArray(
        R"({"do":"split","args":{"recommendation":"b","titles":"One"}})");
    QTest::newRow("merge") << QByteArray(R"({"do":"merge","args":{"recommendations":"b","into":"a"}})");
    QTest::newRow("merge nothing") << QByteArray(
        R"({"do":"merge","args":{"recommendations":";","into":"b"}})");
    QTest::newRow("share") << QByteArray(R"({"do":"share","args":{"recommendation":"a"}})");
    QTest::newRow("demote") << QByteArray(
        R"({"do":"changeform","args":{"recommendation":"a","form":"suggestion","reason":"x"}})");
    QTest::newRow("another kind") << QByteArray(
        R"({"do":"withdraw","args":{"recommendation":"f","reason":"x"}})");
    QTest::newRow("no such key") << QByteArray(
        R"({"do":"withdraw","args":{"recommendation":"R-999","reason":"x"}})");
    QTest::newRow("whom") << QByteArray(
        R"({"do":"ask","args":{"recommendation":"b","of":"everybody","question":"x"}})");
}

void TestRecommendations::whatIsGoneCannotBeUsed()
{
    QFETCH(QByteArray, line);
    Desk desk;
    prepare(desk);
    desk.apply(R"({"do":"withdraw","args":{"recommendation":"a","reason":"Done already."}})");
    QVERIFY(!desk.refusal(line).sentence.isEmpty());
}

PLUMBLINE_TEST(TestRecommendations)
} // namespace recommendations_test

#include "tst_recommendations.moc"
