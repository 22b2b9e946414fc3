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
    void anOpenActionItemNeedsAnOwner();
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

PLUMBLINE_TEST(TestMeetingChecks)
} // namespace meetingchecks_test

#include "tst_meetingchecks.moc"
