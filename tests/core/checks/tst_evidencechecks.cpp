#include "core/domain/reportback.h"
#include "core/domain/message.h"
#include "core/domain/audience.h"
#include "core/domain/closedgroup.h"
#include "core/domain/datarequest.h"
#include "core/domain/datasource.h"
#include "core/domain/finding.h"
#include "core/domain/link.h"
#include "core/domain/meeting.h"
#include "core/domain/subteam.h"
#include "tests/core/checks/problemsof.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace evidencechecks_test {

class TestEvidenceChecks : public QObject
{
    Q_OBJECT

private slots:
    void whatIsUsedWasObtained();
    void whatWasExpectedIsHere();
    void whatWasObtainedIsAppraised();
    void aClosedSourceIsNotCited();
    void aRequestIsDiscussedFirst();
    void noTextOfTheTeamCitesAClosedSource();
    void whatLiesAheadHasNotHappened();
    void aRequestIsAnsweredInTime();
    void aRefusalHasAReason();
};

void TestEvidenceChecks::whatIsUsedWasObtained()
{
    TestReview test;
    const DataSourceId used = test.add(DataSource());
    test.add(DataSource()); // Nothing rests on it.
    const FindingId finding = test.add(Finding());
    const LinkId link = test.add(linked(LinkType::Supports, RecordId(used.uuid), RecordId(finding.uuid)));
    QCOMPARE(faultyIn(test, "evidence.neverObtained"), only(used));
    test.change(finding, [](Finding &changed) { changed.state = FindingState::Dropped; });
    QCOMPARE(faultyIn(test, "evidence.neverObtained"), nothing);
    test.change(finding, [](Finding &changed) { changed.state = FindingState::Agreed; });
    test.change(used, [](DataSource &changed) { changed.obtained = *PartialDate::fromText(u"2019-06"_s); });
    QCOMPARE(faultyIn(test, "evidence.neverObtained"), nothing);
    test.change(used, [](DataSource &changed) { changed.obtained = *PartialDate::fromText(u"TBD"_s); });
    QCOMPARE(faultyIn(test, "evidence.neverObtained"), only(used));
    test.remove(link);
    QCOMPARE(faultyIn(test, "evidence.neverObtained"), nothing);
}

void TestEvidenceChecks::whatWasExpectedIsHere()
{
    TestReview test;
    DataSource late;
    late.expected = *PartialDate::fromText(u"2020-02"_s); // Until the 29th; today is 1 March.
    const DataSourceId id = test.add(late);
    DataSource due;
    due.expected = PartialDate::day({2020, 3, 1});
    test.add(due);
    due.expected = *PartialDate::fromText(u"TBD"_s);
    test.add(due);
    QCOMPARE(faultyIn(test, "evidence.expected"), only(id));
    QCOMPARE(problemsOf(test, "evidence.expected").first().days, 1);
    test.change(id, [](DataSource &changed) { changed.state = SourceState::Withdrawn; });
    QCOMPARE(faultyIn(test, "evidence.expected"), nothing);
    test.change(id, [](DataSource &changed) {
        changed.state = SourceState::Expected;
        changed.obtained = PartialDate::day({2020, 2, 1});
    });
    QCOMPARE(faultyIn(test, "evidence.expected"), nothing);
}

void TestEvidenceChecks::whatWasObtainedIsAppraised()
{
    TestReview test;
    DataSource here;
    here.state = SourceState::Obtained;
    const DataSourceId id = test.add(here);
    test.add(DataSource());
    QCOMPARE(faultyIn(test, "evidence.appraised"), only(id));
    test.change(id, [](DataSource &changed) { changed.appraisal = u"Complete for 2017."_s; });
    QCOMPARE(faultyIn(test, "evidence.appraised"), nothing);
    test.change(id, [](DataSource &changed) {
        changed.appraisal = u"  "_s;
        changed.state = SourceState::NotUsed;
    });
    QCOMPARE(faultyIn(test, "evidence.appraised"), nothing);
}

void TestEvidenceChecks::aClosedSourceIsNotCited()
{
    TestReview test;
    ClosedGroup group;
    group.title = u"Signers"_s;
    const ClosedGroupId signers = test.add(group);
    DataSource closed;
    closed.key = u"DS-G1-01"_s;
    closed.audience = audienceNumber(signers);
    const DataSourceId source = test.add(closed);
    Finding citing;
    citing.condition = u"As DS-G1-01 shows, the plan was never exercised."_s;
    const FindingId finding = test.add(citing);
    citing.condition = u"As DS-G1-011 shows."_s; // Another key.
    test.add(citing);
    citing.condition = u"As DS-G1-01 shows."_s;
    citing.audience = audienceNumber(signers); // The group may read it.
    test.add(citing);
    QCOMPARE(faultyIn(test, "evidence.closedCited"), only(finding));
    QVERIFY(problemsOf(test, "evidence.closedCited").first().sentence.contains(u"Signers"_s));
    test.change(source, [](DataSource &changed) { changed.audience = 0; });
    QCOMPARE(faultyIn(test, "evidence.closedCited"), nothing);
}

void TestEvidenceChecks::noTextOfTheTeamCitesAClosedSource()
{
    TestReview test;
    ClosedGroup group;
    group.title = u"Signers"_s;
    const auto signers = test.add(group);
    DataSource closed;
    closed.key = u"DS-G1-01"_s;
    closed.audience = audienceNumber(signers);
    test.add(closed);
    ReportBack report;
    report.text = u"We have read DS-G1-01."_s;
    const auto first = test.add(report);
    Meeting meeting;
    meeting.minutes = u"DS-G1-011 was not shown."_s; // Another key.
    const auto second = test.add(meeting);
    QCOMPARE(faultyIn(test, "evidence.closedCited"), only(first));
    test.change(second, [](Meeting &changed) { changed.minutes = u"See DS-G1-01, page 4."_s; });
    QCOMPARE(faultyIn(test, "evidence.closedCited").size(), 2);
    Message message;
    message.text = u"What of DS-G1-01?"_s; // Written by whoever wrote it.
    test.add(message);
    QCOMPARE(faultyIn(test, "evidence.closedCited").size(), 2);
}

void TestEvidenceChecks::whatLiesAheadHasNotHappened()
{
    TestReview test;
    DataSource source;
    source.state = SourceState::Used;
    source.obtained = on("2031-01-01");
    const auto id = test.add(source);
    QCOMPARE(faultyIn(test, "evidence.neverObtained"), only(id));
    QCOMPARE(faultyIn(test, "evidence.appraised"), nothing); // One thing at a time.
    Meeting meeting;
    meeting.held = on("2031-01-01");
    DataRequest request;
    request.state = RequestState::Sent;
    request.sent = on("2020-02-01");
    request.discussed = test.add(meeting);
    const auto sent = test.add(request);
    QVERIFY(problemsOf(test, "request.discussed").value(0).sentence.contains(u"has yet to discuss it"_s));
    test.change(request.discussed, [](Meeting &changed) { changed.held = on("2020-01-20"); });
    QCOMPARE(faultyIn(test, "request.discussed"), nothing);
    test.change(sent, [](DataRequest &changed) {
        changed.state = RequestState::Discussed; // The date says that it was sent.
        changed.due = on("2020-02-15");
    });
    QCOMPARE(faultyIn(test, "request.overdue"), only(sent));
}

void TestEvidenceChecks::aRequestIsDiscussedFirst()
{
    TestReview test;
    Meeting plenary;
    plenary.held = PartialDate::day({2020, 2, 10});
    const MeetingId meeting = test.add(plenary);
    plenary.subteam = test.add(SubTeam());
    const MeetingId own = test.add(plenary);
    DataRequest request;
    request.sent = PartialDate::day({2020, 2, 12});
    request.state = RequestState::Sent;
    const DataRequestId id = test.add(request);
    test.add(DataRequest()); // Not sent yet.
    QCOMPARE(faultyIn(test, "request.discussed"), only(id));
    test.change(id, [&](DataRequest &changed) { changed.discussed = meeting; });
    QCOMPARE(faultyIn(test, "request.discussed"), nothing);
    test.change(id, [&](DataRequest &changed) { changed.sent = PartialDate::day({2020, 2, 9}); });
    QVERIFY(problemsOf(test, "request.discussed").value(0).sentence.contains(u"before"_s));
    test.change(id, [&](DataRequest &changed) {
        changed.sent = PartialDate::day({2020, 2, 12});
        changed.discussed = own;
    });
    QVERIFY(problemsOf(test, "request.discussed").value(0).sentence.contains(u"sub-team"_s));
    test.change(id, [&](DataRequest &changed) { changed.discussed = meeting; });
    test.remove(meeting);
    QCOMPARE(faultyIn(test, "request.discussed"), only(id));
    test.change(id, [&](DataRequest &changed) { changed.state = RequestState::Withdrawn; });
    QCOMPARE(faultyIn(test, "request.discussed"), nothing);
}

void TestEvidenceChecks::aRequestIsAnsweredInTime()
{
    TestReview test;
    DataRequest request;
    request.state = RequestState::Sent;
    request.due = PartialDate::day({2020, 2, 29});
    const DataRequestId id = test.add(request);
    request.due = PartialDate::day({2020, 3, 1}); // Today.
    test.add(request);
    QCOMPARE(faultyIn(test, "request.overdue"), only(id));
    for (const RequestState state :
         {RequestState::Clarification, RequestState::PartlyAnswered, RequestState::Appealed}) {
        test.change(id, [&](DataRequest &changed) { changed.state = state; });
        QCOMPARE(faultyIn(test, "request.overdue"), only(id));
    }
    for (const RequestState state :
         {RequestState::Answered, RequestState::Refused, RequestState::Withdrawn}) {
        test.change(id, [&](DataRequest &changed) { changed.state = state; });
        QCOMPARE(faultyIn(test, "request.overdue"), nothing);
    }
}

void TestEvidenceChecks::aRefusalHasAReason()
{
    TestReview test;
    DataRequest request;
    request.state = RequestState::Refused;
    const DataRequestId id = test.add(request);
    request.refusal = u"Covered by an agreement with the vendor."_s;
    test.add(request);
    QCOMPARE(faultyIn(test, "request.refused"), only(id));
}

PLUMBLINE_TEST(TestEvidenceChecks)
} // namespace evidencechecks_test

#include "tst_evidencechecks.moc"
