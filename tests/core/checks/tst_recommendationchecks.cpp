#include "core/domain/baseline.h"
#include "core/domain/linkstate.h"
#include "tests/core/checks/completereview.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace recommendationchecks_test {

class TestRecommendationChecks : public QObject
{
    Q_OBJECT

private slots:
    void aDraftIsAskedForEverything();
    void anIdeaIsAskedForNothing();
    void aSuggestionNeedsNoMeasure();
    void everybodyIsNobody();
    void bothCategoriesAreToBeSplit();
    void theHighestPriorityIsNotForMost();
    void answersOnAFormerTextAreStale();
    void theLeadOfThatDayShares();
    void aLevelIsOfTheTextThatWasDecided();
    void everyFormerNumberLeadsOn();
    void aDraftIsShared();
    void whoSharedItIsKnown();
    void aDraftingReviewHasRecommendations();
    void onlyAStandingDecisionOfTheTeamGivesALevel();
    void nobodyIsAskedUnderAnyName();
    void aDroppedFindingIsNoGround();
};

void TestRecommendationChecks::aDraftIsAskedForEverything()
{
    TestReview test;
    const RecommendationId draft = test.add(Recommendation());
    for (const char *check : {"recommendation.text", "recommendation.rationale", "recommendation.finding",
                              "recommendation.category", "recommendation.addressee",
                              "recommendation.priority", "recommendation.metric"})
        QCOMPARE(faultyIn(test, check), only(draft));
    // What others say of it is asked for once it is shared.
    for (const char *check : {"recommendation.implementability", "consensus.level", "recommendation.idea"})
        QCOMPARE(faultyIn(test, check), nothing);
    test.change(draft, [](Recommendation &changed) { changed.state = RecommendationState::Shared; });
    for (const char *check : {"recommendation.implementability", "consensus.level"})
        QCOMPARE(faultyIn(test, check), only(draft));
}

void TestRecommendationChecks::anIdeaIsAskedForNothing()
{
    TestReview test;
    Recommendation idea;
    for (const RecommendationState state :
         {RecommendationState::Idea, RecommendationState::Withdrawn, RecommendationState::Split,
          RecommendationState::Merged, RecommendationState::Final}) {
        idea.state = state;
        test.add(idea);
    }
    for (const char *check :
         {"recommendation.text", "recommendation.metric", "recommendation.finding", "consensus.level"})
        QCOMPARE(faultyIn(test, check), nothing);
    QCOMPARE(faultyIn(test, "recommendation.idea").size(), 1);
}

void TestRecommendationChecks::aSuggestionNeedsNoMeasure()
{
    TestReview test;
    Recommendation suggestion;
    suggestion.form = RecommendationForm::Suggestion;
    suggestion.state = RecommendationState::Shared;
    const RecommendationId id = test.add(suggestion);
    for (const char *check :
         {"recommendation.metric", "recommendation.priority", "recommendation.implementability"})
        QCOMPARE(faultyIn(test, check), nothing);
    QCOMPARE(faultyIn(test, "recommendation.rationale"), only(id));
}

void TestRecommendationChecks::everybodyIsNobody()
{
    TestReview test;
    Recommendation one;
    one.addressee = u" The  Community "_s;
    const RecommendationId id = test.add(one);
    one.addressee = u"The community of registries, through their stakeholder group"_s;
    test.add(one);
    QCOMPARE(faultyIn(test, "recommendation.addressee"), only(id));
}

void TestRecommendationChecks::bothCategoriesAreToBeSplit()
{
    TestReview test;
    Recommendation one;
    one.category = Category::Direct;
    const RecommendationId id = test.add(one);
    QCOMPARE(faultyIn(test, "recommendation.category"), nothing);
    Conflict conflict;
    conflict.record = RecordId(id.uuid);
    conflict.kind = Kind::Recommendation;
    conflict.field = "category";
    test.review.setConflict(conflict.record, "category", conflict);
    QCOMPARE(faultyIn(test, "recommendation.category"), only(id));
    QVERIFY(problemsOf(test, "recommendation.category").first().next.contains(u"Split"_s));
}

void TestRecommendationChecks::theHighestPriorityIsNotForMost()
{
    CompleteReview test; // Two of six.
    QCOMPARE(faultyIn(test, "recommendation.topPriority"), nothing);
    const auto raise = [&](RecommendationId id) {
        test.change(id, [](Recommendation &changed) { changed.priority.level = Level::High; });
    };
    raise(test.teams.first().recommendations.last());
    QCOMPARE(faultyIn(test, "recommendation.topPriority"), nothing); // Half of them.
    raise(test.teams.last().recommendations.first());
    QCOMPARE(faultyIn(test, "recommendation.topPriority"), only(test.record));
    // Of four nobody needs an order.
    for (const RecommendationId id : test.teams.last().recommendations)
        test.remove(id);
    QCOMPARE(faultyIn(test, "recommendation.topPriority"), nothing);
}

void TestRecommendationChecks::answersOnAFormerTextAreStale()
{
    CompleteReview test;
    const RecommendationId id = test.teams.first().recommendations.first();
    const auto ask = [&](const QByteArray &text) {
        for (const ImplementabilityInputId input : test.teams.first().inputs)
            test.change(input, [&](ImplementabilityInput &changed) { changed.askedtext = text; });
    };
    ask(materialHash(Kind::Recommendation, *test.review.find(id)));
    test.change(test.teams.first().inputs.at(2),
                [](ImplementabilityInput &changed) { changed.askedtext.clear(); });
    test.change(test.teams.first().inputs.at(3),
                [](ImplementabilityInput &changed) { changed.askedtext.clear(); });
    QCOMPARE(faultyIn(test, "recommendation.implementability"), nothing);
    test.change(id, [](Recommendation &changed) {
        changed.text = u"The office should publish both lists by 1 May 2021."_s;
    });
    QCOMPARE(faultyIn(test, "recommendation.implementability"), only(id));
    QVERIFY(problemsOf(test, "recommendation.implementability").first().sentence.contains(u"Board"_s));
    // One answer on the new text is enough of each.
    for (const AskedOf whom : {AskedOf::Board, AskedOf::Staff}) {
        ImplementabilityInput again;
        again.recommendation = id;
        again.askedof = whom;
        again.answer = u"Still."_s;
        again.askedtext = materialHash(Kind::Recommendation, *test.review.find(id));
        test.add(again);
    }
    QCOMPARE(faultyIn(test, "recommendation.implementability"), nothing);
}

void TestRecommendationChecks::theLeadOfThatDayShares()
{
    CompleteReview test;
    const CompleteReview::Team &team = test.teams.first();
    const RecommendationId id = team.recommendations.first();
    test.change(team.lead, [](Membership &changed) { changed.to = PartialDate::day({2020, 2, 1}); });
    for (const RecommendationId shared : team.recommendations)
        test.change(shared, [](Recommendation &changed) {
            changed.shared = PartialDate::day({2020, 1, 31});
        });
    QCOMPARE(faultyIn(test, "recommendation.sharedByLead"), nothing); // She led it then.
    test.change(id, [](Recommendation &changed) { changed.shared = PartialDate::day({2020, 2, 2}); });
    QCOMPARE(faultyIn(test, "recommendation.sharedByLead"), only(id));
}

void TestRecommendationChecks::aLevelIsOfTheTextThatWasDecided()
{
    CompleteReview test;
    const CompleteReview::Team &team = test.teams.first();
    const RecommendationId id = team.recommendations.first();
    test.change(team.decides.first(), [&](Link &changed) {
        changed.confirmed = linkFingerprint(test.review, changed.from, changed.to);
    });
    QCOMPARE(faultyIn(test, "consensus.level"), nothing);
    test.change(id, [](Recommendation &changed) { changed.outcome = u"Fewer refusals."_s; });
    QCOMPARE(faultyIn(test, "consensus.level"), only(id));
    test.change(id, [](Recommendation &changed) {
        changed.outcome.clear();
        changed.effort = u"Small"_s; // Not material.
    });
    QCOMPARE(faultyIn(test, "consensus.level"), nothing);
    test.change(test.agreed, [](Decision &changed) { changed.level = {}; });
    QCOMPARE(faultyIn(test, "consensus.level").size(), 6);
}

void TestRecommendationChecks::aDraftIsShared()
{
    CompleteReview test;
    const RecommendationId id = test.teams.first().recommendations.first();
    QCOMPARE(faultyIn(test, "recommendation.shared"), nothing);
    for (const auto &state : {Choice<RecommendationState>(), Choice<RecommendationState>(RecommendationState::Draft)}) {
        test.change(id, [&](Recommendation &changed) { changed.state = state; });
        QCOMPARE(faultyIn(test, "recommendation.shared"), only(id));
    }
    test.change(id, [](Recommendation &changed) { changed.state = RecommendationState::Withdrawn; });
    QCOMPARE(faultyIn(test, "recommendation.shared"), nothing);
}

void TestRecommendationChecks::whoSharedItIsKnown()
{
    CompleteReview test;
    const RecommendationId id = test.teams.first().recommendations.first();
    test.change(id, [](Recommendation &changed) { changed.sharedby = {}; });
    QCOMPARE(faultyIn(test, "recommendation.sharedByLead"), only(id));
    test.change(id, [](Recommendation &changed) { changed.subteam = {}; }); // The full team's own.
    QCOMPARE(faultyIn(test, "recommendation.sharedByLead"), nothing);
}

void TestRecommendationChecks::aDraftingReviewHasRecommendations()
{
    TestReview test;
    const auto record = addReviewRecord(test, Phase::Analysis);
    QCOMPARE(faultyIn(test, "recommendation.any"), nothing);
    QCOMPARE(faultyIn(test, "plan.commentPlanned"), nothing);
    QCOMPARE(faultyIn(test, "teams.any"), only(record));
    test.change(record, [](ReviewRecord &changed) { changed.phase = Phase::Drafting; });
    QCOMPARE(faultyIn(test, "recommendation.any"), only(record));
    QCOMPARE(faultyIn(test, "plan.commentPlanned"), only(record));
    Recommendation withdrawn;
    withdrawn.state = RecommendationState::Withdrawn;
    test.add(withdrawn);
    QCOMPARE(faultyIn(test, "recommendation.any"), only(record));
    test.add(Recommendation());
    QCOMPARE(faultyIn(test, "recommendation.any"), nothing);
    Milestone comment;
    comment.type = MilestoneType::Comment;
    comment.start = on("2020-01-24");
    comment.target = on("2020-03-04");
    test.add(comment);
    QCOMPARE(faultyIn(test, "plan.commentPlanned"), nothing);
    test.add(SubTeam());
    QCOMPARE(faultyIn(test, "teams.any"), nothing);
}

void TestRecommendationChecks::onlyAStandingDecisionOfTheTeamGivesALevel()
{
    CompleteReview test;
    QCOMPARE(faultyIn(test, "consensus.level"), nothing);
    Meeting call;
    call.subteam = test.teams.first().subTeam;
    const MeetingId meeting = test.add(call);
    test.change(test.agreed, [&](Decision &changed) { changed.meeting = meeting; });
    QCOMPARE(faultyIn(test, "consensus.level").size(), 6);
    test.change(test.agreed, [&](Decision &changed) { changed.meeting = test.plenary; });
    QCOMPARE(faultyIn(test, "consensus.level"), nothing);
    const LinkId newer = test.linked(LinkType::Supersedes, RecordId(test.adoptedBy.uuid), RecordId(test.agreed.uuid));
    QCOMPARE(faultyIn(test, "consensus.level").size(), 6);
    test.remove(newer);
    QCOMPARE(faultyIn(test, "consensus.level"), nothing);
}

void TestRecommendationChecks::nobodyIsAskedUnderAnyName()
{
    CompleteReview test;
    const RecommendationId id = test.teams.first().recommendations.first();
    for (const QString &nobody : {u"The community."_s, u"“Everyone”"_s, u"all  stakeholders!"_s}) {
        test.change(id, [&](Recommendation &changed) { changed.addressee = nobody; });
        QCOMPARE(faultyIn(test, "recommendation.addressee"), only(id));
    }
    test.change(id, [&](Recommendation &changed) { changed.addressee = u"The community's council"_s; });
    QCOMPARE(faultyIn(test, "recommendation.addressee"), nothing);
}

void TestRecommendationChecks::aDroppedFindingIsNoGround()
{
    CompleteReview test;
    test.change(test.teams.first().finding, [](Finding &changed) { changed.state = FindingState::Dropped; });
    QCOMPARE(faultyIn(test, "recommendation.finding").size(), 2);
}

void TestRecommendationChecks::everyFormerNumberLeadsOn()
{
    CompleteReview test;
    const RecommendationId id = test.teams.first().recommendations.first();
    const RecommendationId other = test.teams.first().recommendations.last();
    Baseline draft;
    draft.name = u"Draft report"_s;
    BaselineItem item;
    item.baseline = test.add(draft);
    item.record = RecordId(id.uuid);
    item.number = u"7.2"_s;
    test.add(item);
    QCOMPARE(faultyIn(test, "recommendation.number"), nothing);
    test.change(id, [](Recommendation &changed) { changed.state = RecommendationState::Withdrawn; });
    QCOMPARE(faultyIn(test, "recommendation.number"), only(id));
    QVERIFY(problemsOf(test, "recommendation.number").first().sentence.contains(u"7.2"_s));
    test.change(id, [](Recommendation &changed) { changed.reason = u"Overtaken."_s; });
    QCOMPARE(faultyIn(test, "recommendation.number"), nothing);
    test.change(id, [](Recommendation &changed) { changed.state = RecommendationState::Merged; });
    QCOMPARE(faultyIn(test, "recommendation.number"), only(id));
    test.linked(LinkType::MergedInto, RecordId(id.uuid), RecordId(other.uuid));
    QCOMPARE(faultyIn(test, "recommendation.number"), nothing);
    test.change(id, [](Recommendation &changed) { changed.state = RecommendationState::Split; });
    QCOMPARE(faultyIn(test, "recommendation.number"), only(id));
    test.linked(LinkType::SplitFrom, RecordId(other.uuid), RecordId(id.uuid));
    QCOMPARE(faultyIn(test, "recommendation.number"), nothing);
    // What it became may have gone on, or nowhere.
    test.change(other, [](Recommendation &changed) { changed.state = RecommendationState::Withdrawn; });
    QCOMPARE(faultyIn(test, "recommendation.number"), only(id));
    test.change(other, [](Recommendation &changed) { changed.reason = u"Overtaken."_s; });
    QCOMPARE(faultyIn(test, "recommendation.number"), nothing);
    test.remove(id);
    QCOMPARE(faultyIn(test, "recommendation.number"), only(id));
}

PLUMBLINE_TEST(TestRecommendationChecks)
} // namespace recommendationchecks_test

#include "tst_recommendationchecks.moc"
