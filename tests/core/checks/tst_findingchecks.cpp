#include "core/domain/subteam.h"
#include "core/domain/reviewrecord.h"
#include "core/domain/datasource.h"
#include "core/domain/feedbackpoint.h"
#include "core/domain/finding.h"
#include "core/domain/linkstate.h"
#include "core/domain/meeting.h"
#include "core/domain/presentation.h"
#include "core/domain/recommendation.h"
#include "tests/core/checks/problemsof.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace findingchecks_test {

class TestFindingChecks : public QObject
{
    Q_OBJECT

private slots:
    void aFindingRestsOnASource();
    void aFindingSaysHowItWasReached();
    void aFindingWasPresentedAsItStands();
    void feedbackIsAnsweredAndHow();
    void anAgreedFindingLeadsSomewhere();
    void aDroppedFindingNeedsNothing();
    void whatASubTeamHeardTheFullTeamHasNot();
    void whatWasGivenUpCarriesNothing();
    void anAnalysisHasFindings();
};

void TestFindingChecks::aFindingRestsOnASource()
{
    TestReview test;
    const FindingId bare = test.add(Finding());
    const FindingId finding = test.add(Finding());
    const DataSourceId source = test.add(DataSource());
    test.add(linked(LinkType::Supports, RecordId(source.uuid), RecordId(finding.uuid)));
    QCOMPARE(faultyIn(test, "finding.source"), only(bare));
    test.remove(source);
    QCOMPARE(faultyIn(test, "finding.source").size(), 2);
}

void TestFindingChecks::aFindingSaysHowItWasReached()
{
    TestReview test;
    Finding finding;
    finding.methodology = u" \n"_s;
    const FindingId id = test.add(finding);
    finding.methodology = u"40 requests were sent."_s;
    test.add(finding);
    QCOMPARE(faultyIn(test, "finding.methodology"), only(id));
}

void TestFindingChecks::aFindingWasPresentedAsItStands()
{
    TestReview test;
    Finding said;
    said.statement = u"Access was refused in 19 of 40 requests."_s;
    const FindingId finding = test.add(said);
    QVERIFY(problemsOf(test, "finding.presented").value(0).sentence.contains(u"never"_s));
    // A date alone says that it was, of whatever text.
    const MeetingId meeting = test.add(Meeting());
    test.change(finding, [&](Finding &changed) { changed.presented = meeting; });
    QCOMPARE(faultyIn(test, "finding.presented"), nothing);
    // A presentation says of which text.
    const PresentationId shown = test.add(Presentation());
    Link link = linked(LinkType::Concerns, RecordId(shown.uuid), RecordId(finding.uuid));
    link.confirmed = linkFingerprint(test.review, link.from, link.to);
    QVERIFY(!link.confirmed.isEmpty());
    test.add(link);
    QCOMPARE(faultyIn(test, "finding.presented"), nothing);
    test.change(finding,
                [](Finding &changed) { changed.statement = u"Access was refused in 20 of 40 requests."_s; });
    QCOMPARE(faultyIn(test, "finding.presented"), only(finding));
    QVERIFY(problemsOf(test, "finding.presented").value(0).sentence.contains(u"changed"_s));
    // Presented again, it is well again, whichever link is read first.
    const PresentationId again = test.add(Presentation());
    link.id = {};
    link.from = RecordId(again.uuid);
    link.confirmed = linkFingerprint(test.review, link.from, link.to);
    test.add(link);
    QCOMPARE(faultyIn(test, "finding.presented"), nothing);
    test.change(finding, [](Finding &changed) { changed.title = u"Refusals"_s; }); // Not material.
    QCOMPARE(faultyIn(test, "finding.presented"), nothing);
}

void TestFindingChecks::feedbackIsAnsweredAndHow()
{
    TestReview test;
    FeedbackPoint point;
    point.text = u"Say which registries."_s;
    const FeedbackPointId open = test.add(point);
    point.outcome = FeedbackOutcome::NotIncorporated;
    const FeedbackPointId bare = test.add(point);
    point.how = u"The names are confidential."_s;
    test.add(point);
    QCOMPARE(faultyIn(test, "finding.feedback"), only(open) + only(bare));
}

void TestFindingChecks::anAgreedFindingLeadsSomewhere()
{
    TestReview test;
    Finding agreed;
    agreed.state = FindingState::Agreed;
    const FindingId alone = test.add(agreed);
    const FindingId finding = test.add(agreed);
    agreed.state = FindingState::Presented;
    test.add(agreed);
    const RecommendationId recommendation = test.add(Recommendation());
    test.add(linked(LinkType::LeadsTo, RecordId(finding.uuid), RecordId(recommendation.uuid)));
    QCOMPARE(faultyIn(test, "finding.leads"), only(alone));
}

void TestFindingChecks::whatASubTeamHeardTheFullTeamHasNot()
{
    TestReview test;
    Meeting call;
    call.subteam = test.add(SubTeam());
    Finding finding;
    finding.presented = test.add(call);
    const FindingId id = test.add(finding);
    QCOMPARE(faultyIn(test, "finding.presented"), only(id));
    Presentation presentation;
    presentation.meeting = finding.presented;
    const PresentationId shown = test.add(presentation);
    test.add(linked(LinkType::Concerns, RecordId(shown.uuid), RecordId(id.uuid)));
    QCOMPARE(faultyIn(test, "finding.presented"), only(id));
    test.change(finding.presented, [](Meeting &changed) { changed.subteam = {}; });
    QCOMPARE(faultyIn(test, "finding.presented"), nothing);
    test.change(finding.presented, [](Meeting &changed) { changed.category = MeetingKind::SubTeam; });
    QCOMPARE(faultyIn(test, "finding.presented"), only(id));
}

void TestFindingChecks::whatWasGivenUpCarriesNothing()
{
    TestReview test;
    Finding agreed;
    agreed.state = FindingState::Agreed;
    const FindingId finding = test.add(agreed);
    const DataSourceId source = test.add(DataSource());
    const RecommendationId recommendation = test.add(Recommendation());
    test.add(linked(LinkType::Supports, RecordId(source.uuid), RecordId(finding.uuid)));
    test.add(linked(LinkType::LeadsTo, RecordId(finding.uuid), RecordId(recommendation.uuid)));
    QCOMPARE(faultyIn(test, "finding.source"), nothing);
    QCOMPARE(faultyIn(test, "finding.leads"), nothing);
    test.change(source, [](DataSource &changed) { changed.state = SourceState::Withdrawn; });
    QCOMPARE(faultyIn(test, "finding.source"), only(finding));
    test.change(recommendation, [](Recommendation &changed) { changed.state = RecommendationState::Withdrawn; });
    QCOMPARE(faultyIn(test, "finding.leads"), only(finding));
}

void TestFindingChecks::anAnalysisHasFindings()
{
    TestReview test;
    const auto record = addReviewRecord(test, Phase::Preparation);
    QCOMPARE(faultyIn(test, "finding.any"), nothing); // There is time yet.
    test.change(record, [](ReviewRecord &changed) { changed.phase = Phase::Analysis; });
    QCOMPARE(faultyIn(test, "finding.any"), only(record));
    Finding dropped;
    dropped.state = FindingState::Dropped;
    test.add(dropped);
    QCOMPARE(faultyIn(test, "finding.any"), only(record));
    test.add(Finding());
    QCOMPARE(faultyIn(test, "finding.any"), nothing);
}

void TestFindingChecks::aDroppedFindingNeedsNothing()
{
    TestReview test;
    Finding dropped;
    dropped.state = FindingState::Dropped;
    test.add(dropped);
    for (const char *check : {"finding.source", "finding.methodology", "finding.presented", "finding.leads"})
        QCOMPARE(faultyIn(test, check), nothing);
}

PLUMBLINE_TEST(TestFindingChecks)
} // namespace findingchecks_test

#include "tst_findingchecks.moc"
