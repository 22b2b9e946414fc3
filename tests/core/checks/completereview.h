#pragma once

#include "core/domain/adoption.h"
#include "core/domain/baselineitem.h"
#include "core/domain/datarequest.h"
#include "core/domain/datasource.h"
#include "core/domain/feedbackpoint.h"
#include "core/domain/finding.h"
#include "core/domain/implementabilityinput.h"
#include "core/domain/link.h"
#include "core/domain/materialhash.h"
#include "core/domain/meeting.h"
#include "core/domain/membership.h"
#include "core/domain/presentation.h"
#include "core/domain/recommendation.h"
#include "core/domain/reviewrecord.h"
#include "core/domain/scopeitem.h"
#include "core/domain/subteam.h"
#include "core/domain/torsection.h"
#include "tests/core/checks/problemsof.h"

namespace plumbline {

/// A small review in which nothing of phases 1 to 3 is missing: three sub-teams with a source, a finding and
/// two recommendations each.
class CompleteReview : public TestReview
{
public:
    struct Team {
        SubTeamId subTeam;
        MembershipId lead;
        DataSourceId source;
        DataRequestId request;
        FindingId finding;
        FeedbackPointId feedback;
        LinkId supports;
        QList<RecommendationId> recommendations;
        QList<LinkId> leadsTo;
        QList<LinkId> decides;
        QList<ImplementabilityInputId> inputs;
    };

    ReviewRecordId record;
    DecisionId adoptedBy;
    DecisionId agreed;
    MeetingId plenary;
    QList<PersonId> people;
    QList<LinkId> acknowledgements;
    QList<Team> teams;

    CompleteReview()
    {
        using namespace Qt::StringLiterals;
        frame();
        for (int i = 0; i < 3; ++i)
            addTeam(i);
        Decision all;
        all.key = u"D-002"_s;
        all.text = u"Agreed for the draft."_s;
        all.level = plumbline::Consensus::Consensus;
        agreed = add(all);
        for (Team &team : teams) {
            for (const RecommendationId recommendation : team.recommendations)
                team.decides +=
                    linked(LinkType::Decides, RecordId(agreed.uuid), RecordId(recommendation.uuid));
        }
        adopt();
    }

    LinkId linked(LinkType type, RecordId from, RecordId to, const QByteArray &confirmed = {})
    {
        Link link = plumbline::linked(type, from, to);
        link.confirmed = confirmed;
        return add(link);
    }

private:
    void frame()
    {
        using namespace Qt::StringLiterals;
        review.setUuid(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
        ReviewRecord own;
        own.id = RecordId(review.uuid());
        own.title = u"A review"_s;
        own.mandate = u"Examine it."_s;
        record = add(own);
        TorSection section;
        section.title = u"Scope"_s;
        section.text = u"What is examined."_s;
        add(section);
        ScopeItem item;
        item.title = u"Operations"_s;
        add(item);
        Meeting meeting;
        meeting.held = PartialDate::day({2020, 1, 15});
        plenary = add(meeting);
        Decision decision;
        decision.text = u"Adopted."_s;
        adoptedBy = add(decision);
    }

    void addTeam(int number)
    {
        using namespace Qt::StringLiterals;
        Team team;
        Person person;
        person.name = u"Lead %1"_s.arg(number);
        const PersonId lead = add(person);
        people += lead;
        Membership member;
        member.person = lead;
        member.role = Role::Member;
        add(member);
        SubTeam subTeam;
        subTeam.title = u"Team %1"_s.arg(number);
        subTeam.scope = u"What it does."_s;
        subTeam.formed = adoptedBy;
        subTeam.state = SubTeamState::Active;
        team.subTeam = add(subTeam);
        member.role = Role::Lead;
        member.subteam = team.subTeam;
        team.lead = add(member);
        DataSource source;
        source.title = u"Source %1"_s.arg(number);
        source.state = SourceState::Used;
        source.obtained = PartialDate::day({2020, 2, 1});
        source.appraisal = u"Whole."_s;
        team.source = add(source);
        DataRequest request;
        request.state = RequestState::Answered;
        request.sent = PartialDate::day({2020, 1, 20});
        request.discussed = plenary;
        team.request = add(request);
        Finding finding;
        finding.title = u"Finding %1"_s.arg(number);
        finding.statement = u"19 of 40 failed."_s;
        finding.methodology = u"Counted."_s;
        finding.presented = plenary;
        finding.state = FindingState::Agreed;
        team.finding = add(finding);
        team.supports = linked(LinkType::Supports, RecordId(team.source.uuid), RecordId(team.finding.uuid));
        FeedbackPoint point;
        point.text = u"Which ones?"_s;
        point.outcome = FeedbackOutcome::Incorporated;
        point.how = u"Named."_s;
        team.feedback = add(point);
        for (int i = 0; i < 2; ++i)
            addRecommendation(team, lead, 2 * number + i);
        teams += team;
    }

    void addRecommendation(Team &team, PersonId lead, int number)
    {
        using namespace Qt::StringLiterals;
        Recommendation one;
        one.title = u"Recommendation %1"_s.arg(number);
        one.text = u"The office should publish list %1 by 1 May 2021."_s.arg(number);
        one.rationale = u"Nobody can check it today."_s;
        one.category = Category::Direct;
        one.addressee = u"The office"_s;
        one.priority = {number % 3 == 0 ? Level::High : Level::Medium, u"Others wait for it."_s};
        one.metric = {u"Lists"_s, u"lists"_s, u"0"_s, u"1"_s, PartialDate::day({2021, 5, 1}), u"Web page"_s};
        one.state = RecommendationState::Shared;
        one.subteam = team.subTeam;
        one.sharedby = lead;
        const RecommendationId id = add(one);
        team.recommendations += id;
        team.leadsTo += linked(LinkType::LeadsTo, RecordId(team.finding.uuid), RecordId(id.uuid));
        for (const AskedOf whom : {AskedOf::Board, AskedOf::Staff}) {
            ImplementabilityInput input;
            input.recommendation = id;
            input.askedof = whom;
            input.answer = u"It can be done."_s;
            team.inputs += add(input);
        }
    }

    void adopt()
    {
        const BaselineId text = add(Baseline());
        for (const Kind kind : termsOfReferenceKinds()) {
            for (const Record *part : review.list(kind)) {
                BaselineItem item;
                item.baseline = text;
                item.record = part->id;
                item.hash = materialHash(kind, *part);
                add(item);
            }
        }
        change(record, [&](ReviewRecord &changed) {
            changed.toradopted = adoptedBy;
            changed.tortext = text;
        });
        for (const PersonId person : people)
            acknowledgements += linked(LinkType::Acknowledges, RecordId(person.uuid), RecordId(record.uuid),
                                       termsOfReferenceHash(review));
    }
};

} // namespace plumbline
