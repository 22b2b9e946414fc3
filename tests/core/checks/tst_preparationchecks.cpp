#include "core/domain/reportback.h"
#include "tests/core/checks/completereview.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace preparationchecks_test {

class TestPreparationChecks : public QObject
{
    Q_OBJECT

private slots:
    void adoptionLapsesWithTheText();
    void adoptionByADeletedDecisionIsNone();
    void adoptionNeedsAStandingDecisionOfTheFullTeam();
    void aReportOfTomorrowIsNoReport();
    void membersAcknowledgeTheTextThereIs();
    void aSilentSubTeamIsPointedOut();
    void aThinSubTeamIsPointedOut();
};

void TestPreparationChecks::adoptionLapsesWithTheText()
{
    CompleteReview test;
    QCOMPARE(adoption(test.review).state, Adoption::Holds);
    const TorSectionId section(test.review.list(Kind::TorSection).front()->id.uuid);
    test.change(section, [](TorSection &changed) { changed.text = u"What is examined, and what is not."_s; });
    QCOMPARE(faultyIn(test, "tor.adopted"), only(test.record));
    QCOMPARE(adoption(test.review).changes,
             (QList<AdoptedPartChange>{{RecordId(section.uuid), AdoptedPartChange::Changed}}));
    test.change(section, [](TorSection &changed) { changed.text = u"What is examined."_s; });
    QCOMPARE(faultyIn(test, "tor.adopted"), nothing); // Put back.
    const ScopeItemId added = test.add(ScopeItem());
    QCOMPARE(adoption(test.review).changes,
             (QList<AdoptedPartChange>{{RecordId(added.uuid), AdoptedPartChange::Added}}));
    test.remove(added);
    QCOMPARE(faultyIn(test, "tor.adopted"), nothing);
    test.remove(section);
    QCOMPARE(adoption(test.review).changes,
             (QList<AdoptedPartChange>{{RecordId(section.uuid), AdoptedPartChange::Removed}}));
    test.change(test.record,
                [](ReviewRecord &changed) { changed.website = u"https://example.org"_s; }); // Not material.
    QCOMPARE(adoption(test.review).changes.size(), 1);
}

void TestPreparationChecks::adoptionByADeletedDecisionIsNone()
{
    CompleteReview test;
    test.remove(test.adoptedBy);
    QCOMPARE(adoption(test.review).state, Adoption::None);
    QCOMPARE(faultyIn(test, "tor.adopted"), only(test.record));
    // One that is not in this copy is taken on trust.
    test.change(test.record,
                [&](ReviewRecord &changed) { changed.toradopted = DecisionId(QUuid::createUuid()); });
    QCOMPARE(faultyIn(test, "tor.adopted"), nothing);
}

void TestPreparationChecks::adoptionNeedsAStandingDecisionOfTheFullTeam()
{
    CompleteReview test;
    Meeting call;
    call.subteam = test.teams.first().subTeam;
    const MeetingId meeting = test.add(call);
    test.change(test.adoptedBy, [&](Decision &changed) { changed.meeting = meeting; });
    QCOMPARE(adoption(test.review).state, Adoption::NotTeam);
    QCOMPARE(faultyIn(test, "tor.adopted"), only(test.record));
    QCOMPARE(faultyIn(test, "teams.formed").size(), 3); // The same decision formed them.
    test.change(test.adoptedBy, [&](Decision &changed) { changed.meeting = test.plenary; });
    QCOMPARE(faultyIn(test, "tor.adopted"), nothing);
    QCOMPARE(faultyIn(test, "teams.formed"), nothing);
    test.linked(LinkType::Supersedes, RecordId(test.agreed.uuid), RecordId(test.adoptedBy.uuid));
    QCOMPARE(adoption(test.review).state, Adoption::Undone);
    QVERIFY(problemsOf(test, "tor.adopted").value(0).sentence.contains(u"superseded"_s));
    QCOMPARE(faultyIn(test, "teams.formed").size(), 3);
}

void TestPreparationChecks::aReportOfTomorrowIsNoReport()
{
    TestReview test;
    test.setRule(u"reportBackDays"_s, u"30"_s);
    Decision formed;
    formed.date = on("2020-01-15"); // Forty-six days before 1 March.
    SubTeam team;
    team.state = SubTeamState::Active;
    team.formed = test.add(formed);
    const SubTeamId id = test.add(team);
    QCOMPARE(faultyIn(test, "teams.silent"), only(id)); // Neither lead nor member: the decision counts.
    QCOMPARE(problemsOf(test, "teams.silent").first().days, 46);
    ReportBack report;
    report.subteam = id;
    report.date = on("2031-01-01");
    const auto ahead = test.add(report);
    QCOMPARE(faultyIn(test, "teams.silent"), only(id));
    test.change(ahead, [](ReportBack &changed) { changed.date = on("2020-02-20"); });
    QCOMPARE(faultyIn(test, "teams.silent"), nothing);
}

void TestPreparationChecks::membersAcknowledgeTheTextThereIs()
{
    CompleteReview test;
    test.remove(test.acknowledgements.at(1));
    QCOMPARE(faultyIn(test, "tor.acknowledged"), only(test.people.at(1)));
    test.change(test.acknowledgements.at(2), [](Link &changed) { changed.confirmed = QByteArray(32, 'x'); });
    QCOMPARE(faultyIn(test, "tor.acknowledged").size(), 2);
    // Who is no member any more, or only observes, is not asked.
    for (const Membership *membership : test.review.all<Membership>()) {
        const MembershipId id(membership->id.uuid);
        if (membership->person == test.people.at(1))
            test.change(id, [](Membership &changed) { changed.to = PartialDate::day({2020, 2, 1}); });
        else if (membership->person == test.people.at(2))
            test.change(id, [](Membership &changed) { changed.role = Role::Observer; });
    }
    QCOMPARE(faultyIn(test, "tor.acknowledged"), nothing);
    // While nothing is adopted there is nothing to acknowledge.
    test.remove(test.acknowledgements.at(0));
    QCOMPARE(faultyIn(test, "tor.acknowledged"), only(test.people.at(0)));
    test.change(test.record, [](ReviewRecord &changed) { changed.toradopted = {}; });
    QCOMPARE(faultyIn(test, "tor.acknowledged"), nothing);
}

void TestPreparationChecks::aSilentSubTeamIsPointedOut()
{
    TestReview test;
    SubTeam team;
    team.state = SubTeamState::Active;
    const SubTeamId silent = test.add(team);
    const SubTeamId heard = test.add(team);
    Membership member;
    member.subteam = silent;
    member.from = PartialDate::day({2020, 1, 1});
    test.add(member);
    member.subteam = heard;
    test.add(member);
    ReportBack report;
    report.subteam = heard;
    report.date = PartialDate::day({2020, 1, 31}); // Thirty days before 1 March.
    test.add(report);
    QCOMPARE(faultyIn(test, "teams.silent"), nothing); // No rule, no question.
    test.setRule(u"reportBackDays"_s, u"30"_s);
    QCOMPARE(faultyIn(test, "teams.silent"), only(silent));
    QCOMPARE(problemsOf(test, "teams.silent").first().days, 60);
    test.setRule(u"reportBackDays"_s, u"29"_s);
    QCOMPARE(faultyIn(test, "teams.silent").size(), 2);
    test.change(silent, [](SubTeam &changed) { changed.reported = PartialDate::day({2020, 2, 20}); });
    QCOMPARE(faultyIn(test, "teams.silent"), only(heard));
    test.change(heard, [](SubTeam &changed) { changed.state = SubTeamState::Closed; });
    QCOMPARE(faultyIn(test, "teams.silent"), nothing);
}

void TestPreparationChecks::aThinSubTeamIsPointedOut()
{
    CompleteReview test;
    QCOMPARE(faultyIn(test, "teams.thin"), nothing);
    test.setRule(u"minSubTeamMembers"_s, u"2"_s);
    QCOMPARE(faultyIn(test, "teams.thin").size(), 3);
    Membership member;
    member.subteam = test.teams.first().subTeam;
    member.person = test.people.last();
    member.role = Role::Observer;
    const MembershipId id = test.add(member);
    QCOMPARE(faultyIn(test, "teams.thin").size(), 3);
    test.change(id, [](Membership &changed) { changed.role = Role::Member; });
    QCOMPARE(faultyIn(test, "teams.thin").size(), 2);
}

PLUMBLINE_TEST(TestPreparationChecks)
} // namespace preparationchecks_test

#include "tst_preparationchecks.moc"
