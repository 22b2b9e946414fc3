#include "core/domain/subteam.h"
#include "core/domain/membership.h"
#include "core/checks/quorum.h"
#include "core/domain/actionitem.h"
#include "core/domain/attendance.h"
#include "core/domain/decision.h"
#include "tests/core/checks/problemsof.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace meetingchecks_test {

class TestMeetingChecks : public QObject
{
    Q_OBJECT

private slots:
    void aDecisionWithoutQuorumIsFound();
    void withoutARuleOrARollNothingIsSaid();
    void onlyMembersOfTheFullTeamCount();
    void whatWasConfirmedSinceNeedsNoQuorum();
    void aQuorumIsUnderstood_data();
    void aQuorumIsUnderstood();
    void anOpenActionItemNeedsAnOwner();
    void anActionItemIsDoneInTime();
};

static void attends(TestReview &test, MeetingId meeting, Attendance attendance)
{
    const PersonId person = test.add(Person());
    Link link;
    link.type = linkTypeOf(attendance);
    link.from = RecordId(person.uuid);
    link.to = RecordId(meeting.uuid);
    test.add(link);
}

void TestMeetingChecks::aDecisionWithoutQuorumIsFound()
{
    TestReview test;
    test.setRule(u"quorum"_s, u"3"_s);
    const MeetingId meeting = test.add(Meeting());
    const MeetingId other = test.add(Meeting());
    Decision made;
    made.key = u"D-001"_s;
    made.text = u"Adopted."_s;
    made.meeting = meeting;
    const auto decision = test.add(made);
    made.meeting = other; // Its roll was never called.
    test.add(made);
    attends(test, meeting, Attendance::Present);
    attends(test, meeting, Attendance::Present);
    attends(test, meeting, Attendance::Excused);
    attends(test, meeting, Attendance::Observing);
    QCOMPARE(faultyIn(test, "meeting.quorum"), only(decision));
    QVERIFY(problemsOf(test, "meeting.quorum").first().sentence.contains(u"ask for 3"_s));
    attends(test, meeting, Attendance::Present);
    QCOMPARE(faultyIn(test, "meeting.quorum"), nothing);
}

void TestMeetingChecks::withoutARuleOrARollNothingIsSaid()
{
    TestReview test;
    const MeetingId meeting = test.add(Meeting());
    Decision made;
    made.meeting = meeting;
    test.add(made);
    attends(test, meeting, Attendance::Present);
    QCOMPARE(faultyIn(test, "meeting.quorum"), nothing);
    test.setRule(u"quorum"_s, u"none"_s);
    QCOMPARE(faultyIn(test, "meeting.quorum"), nothing);
}

void TestMeetingChecks::onlyMembersOfTheFullTeamCount()
{
    TestReview test;
    test.setRule(u"quorum"_s, u"half"_s);
    Meeting held;
    held.held = on("2020-02-01");
    const MeetingId meeting = test.add(held);
    Decision made;
    made.meeting = meeting;
    const auto decision = test.add(made);
    QList<PersonId> people;
    for (int i = 0; i < 5; ++i) {
        people += test.add(Person());
        Membership member;
        member.person = people.last();
        member.role = Role::Member;
        if (i == 4)
            member.to = on("2020-01-31"); // Not a member any more.
        test.add(member);
    }
    const auto present = [&](PersonId person) {
        Link link;
        link.type = LinkType::Attended;
        link.from = RecordId(person.uuid);
        link.to = RecordId(meeting.uuid);
        test.add(link);
    };
    present(people.at(0));
    present(people.at(4));
    present(test.add(Person())); // A guest.
    QCOMPARE(faultyIn(test, "meeting.quorum"), only(decision));
    present(people.at(1)); // Two of four.
    QCOMPARE(faultyIn(test, "meeting.quorum"), nothing);
    test.setRule(u"quorum"_s, u"majority"_s);
    QCOMPARE(faultyIn(test, "meeting.quorum"), only(decision));
    test.change(meeting, [&](Meeting &changed) { changed.subteam = test.add(SubTeam()); });
    QCOMPARE(faultyIn(test, "meeting.quorum"), nothing); // The rule is one of the full team.
}

void TestMeetingChecks::whatWasConfirmedSinceNeedsNoQuorum()
{
    TestReview test;
    test.setRule(u"quorum"_s, u"3"_s);
    Decision made;
    made.meeting = test.add(Meeting());
    const auto decision = test.add(made);
    attends(test, made.meeting, Attendance::Present);
    QCOMPARE(faultyIn(test, "meeting.quorum"), only(decision));
    made.meeting = {};
    const auto again = test.add(made); // On the list.
    test.add(linked(LinkType::Supersedes, RecordId(again.uuid), RecordId(decision.uuid)));
    QCOMPARE(faultyIn(test, "meeting.quorum"), nothing);
    test.remove(again);
    QCOMPARE(faultyIn(test, "meeting.quorum"), only(decision));
}

void TestMeetingChecks::aQuorumIsUnderstood_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<int>("ofNine"); // -1: nobody understands it.
    QTest::newRow("none") << u"none"_s << 0;
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("a number") << u" 4 "_s << 4;
    QTest::newRow("half") << u"Half"_s << 5;
    QTest::newRow("a majority") << u"majority"_s << 5;
    QTest::newRow("a share") << u"60 %"_s << 6;
    QTest::newRow("all") << u"100%"_s << 9;
    QTest::newRow("more than all") << u"120%"_s << -1;
    QTest::newRow("below none") << u"-2"_s << -1;
    QTest::newRow("words") << u"most of us"_s << -1;
}

void TestMeetingChecks::aQuorumIsUnderstood()
{
    QFETCH(QString, rule);
    QFETCH(int, ofNine);
    const auto quorum = Quorum::fromRule(rule);
    QCOMPARE(quorum ? quorum->of(9) : -1, ofNine);
    TestReview test;
    test.setRule(u"quorum"_s, rule);
    QCOMPARE(faultyIn(test, "meeting.quorumRule").size(), ofNine < 0 ? 1 : 0);
}

void TestMeetingChecks::anOpenActionItemNeedsAnOwner()
{
    TestReview test;
    ActionItem item;
    item.text = u"Send the letter"_s;
    const auto id = test.add(item);
    QCOMPARE(faultyIn(test, "meeting.actionOwner"), only(id));
    test.change(id, [](ActionItem &changed) { changed.owner = u"Staff"_s; });
    QCOMPARE(faultyIn(test, "meeting.actionOwner"), nothing);
    test.change(id, [](ActionItem &changed) {
        changed.owner.clear();
        changed.done = on("2020-02-01");
    });
    QCOMPARE(faultyIn(test, "meeting.actionOwner"), nothing);
}

void TestMeetingChecks::anActionItemIsDoneInTime()
{
    TestReview test;
    ActionItem item;
    item.due = on("2020-02-28");
    const auto late = test.add(item);
    QCOMPARE(faultyIn(test, "meeting.actionOverdue"), only(late));
    QCOMPARE(problemsOf(test, "meeting.actionOverdue").first().days, 2);
    test.change(late, [](ActionItem &changed) { changed.due = on("2020-02"); }); // The whole month.
    QCOMPARE(problemsOf(test, "meeting.actionOverdue").first().days, 1);
    test.change(late, [](ActionItem &changed) { changed.due = on("2020-03-01"); }); // Today.
    QCOMPARE(faultyIn(test, "meeting.actionOverdue"), nothing);
    test.change(late, [](ActionItem &changed) {
        changed.due = on("2020-01-01");
        changed.done = on("2020-02-20");
    });
    QCOMPARE(faultyIn(test, "meeting.actionOverdue"), nothing);
}

PLUMBLINE_TEST(TestMeetingChecks)
} // namespace meetingchecks_test

#include "tst_meetingchecks.moc"
