#include "core/domain/actionitem.h"
#include "core/edits/meetings.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace meetings_test {

class TestMeetings : public QObject
{
    Q_OBJECT

private slots:
    void theRollIsCalledAndCorrected();
    void twoWhoCallTheRollApartAgree();
    void whoIsRecordedTwiceCountsAsPresent();
    void aDecisionIsOfTheDayOfItsMeeting();
    void anActionItemHasAnOwner();
    void aDecisionTakesThePlaceOfAnother();
    void decisionsCloseNoCircle();
    void wrongWordsAreRefused_data();
    void wrongWordsAreRefused();
};

namespace {

struct Gathering {
    Desk desk;
    MeetingId meeting;
    PersonId eva;

    Gathering()
    {
        desk.apply(R"({"create":"meeting","as":"mt","set":{"title":"Plenary 84","held":"2019-09-25"}})");
        desk.apply(R"({"create":"person","as":"eva","set":{"name":"Eva Ruiz"}})");
        meeting = MeetingId(desk.script.named(u"mt"_s).uuid);
        eva = PersonId(desk.script.named(u"eva"_s).uuid);
    }
    std::optional<Attendance> attendance() const
    {
        const auto roll = rollCall(desk.review(), meeting);
        return roll.contains(eva) ? std::optional(roll.value(eva)) : std::nullopt;
    }
    void call(const QByteArray &word)
    {
        desk.apply(R"({"do":"rollcall","args":{"meeting":"mt","person":"eva","attendance":")" + word + "\"}}");
    }
};

} // namespace

void TestMeetings::theRollIsCalledAndCorrected()
{
    Gathering gathering;
    QVERIFY(!gathering.attendance());
    gathering.call("present");
    QCOMPARE(gathering.attendance(), std::optional(Attendance::Present));
    gathering.call("excused");
    QCOMPARE(gathering.attendance(), std::optional(Attendance::Excused));
    gathering.call("present"); // The link that was taken away is brought back.
    QCOMPARE(gathering.attendance(), std::optional(Attendance::Present));
    QCOMPARE(gathering.desk.review().count(Kind::Link), 1);
    gathering.call("none");
    QVERIFY(!gathering.attendance());
    must(gathering.desk.session->undo());
    QCOMPARE(gathering.attendance(), std::optional(Attendance::Present));
    gathering.desk.reopen();
    QCOMPARE(gathering.attendance(), std::optional(Attendance::Present));
}

void TestMeetings::twoWhoCallTheRollApartAgree()
{
    Gathering gathering;
    Desk other(gathering.desk, "Bo");
    gathering.call("present");
    const auto changes = callRoll(other.session->context(), gathering.meeting, gathering.eva, Attendance::Present);
    must(other.session->commit(changes));
    gathering.desk.takeFrom(other);
    QCOMPARE(gathering.desk.review().count(Kind::Link), 1);
    QVERIFY(gathering.desk.review().conflicts().isEmpty());
    QCOMPARE(gathering.attendance(), std::optional(Attendance::Present));
}

void TestMeetings::whoIsRecordedTwiceCountsAsPresent()
{
    Gathering gathering;
    Desk other(gathering.desk, "Bo");
    gathering.call("excused");
    must(other.session->commit(callRoll(other.session->context(), gathering.meeting, gathering.eva, Attendance::Present)));
    gathering.desk.takeFrom(other);
    QCOMPARE(gathering.desk.review().count(Kind::Link), 2);
    QCOMPARE(gathering.attendance(), std::optional(Attendance::Present));
    gathering.call("excused"); // Called anew, it is one again.
    QCOMPARE(gathering.desk.review().count(Kind::Link), 1);
}

void TestMeetings::aDecisionIsOfTheDayOfItsMeeting()
{
    Gathering gathering;
    const auto made = decideIn(gathering.desk.session->context(), gathering.meeting, u" The plan is adopted. "_s);
    must(gathering.desk.session->commit(made));
    const Decision &decision = *gathering.desk.review().all<Decision>().front();
    QCOMPARE(decision.text, u"The plan is adopted."_s);
    QCOMPARE(decision.date->toText(), u"2019-09-25"_s);
    QCOMPARE(decision.meeting, gathering.meeting);
    QVERIFY(decision.channel.is(Channel::Meeting));
    QCOMPARE(decideIn(gathering.desk.session->context(), gathering.meeting, u"  "_s).error().code, ErrorCode::BadInput);
    QCOMPARE(decideIn(gathering.desk.session->context(), MeetingId(QUuid::createUuid()), u"x"_s).error().code, ErrorCode::NotFound);
}

void TestMeetings::anActionItemHasAnOwner()
{
    Gathering gathering;
    must(gathering.desk.session->commit(assignIn(gathering.desk.session->context(), gathering.meeting, u"Send the letter"_s,
                                                 u"Staff"_s, PartialDate::day(QDate(2019, 10, 15)))));
    const ActionItem &item = *gathering.desk.review().all<ActionItem>().front();
    QCOMPARE(item.owner, u"Staff"_s);
    QCOMPARE(item.requested->toText(), u"2019-09-25"_s);
    QCOMPARE(item.due->toText(), u"2019-10-15"_s);
}

void TestMeetings::aDecisionTakesThePlaceOfAnother()
{
    Desk desk;
    desk.apply(R"({"create":"decision","as":"old","set":{"text":"Old"}})");
    desk.apply(R"({"create":"decision","as":"new","set":{"text":"New"}})");
    desk.apply(R"({"do":"supersede","args":{"decision":"new","older":"old"}})");
    QCOMPARE(desk.review().count(Kind::Link), 1);
    QCOMPARE(desk.refusal(R"({"do":"supersede","args":{"decision":"old","older":"new"}})").code, ErrorCode::Refused);
    QCOMPARE(desk.refusal(R"({"do":"supersede","args":{"decision":"new","older":"new"}})").code, ErrorCode::Refused);
}

void TestMeetings::decisionsCloseNoCircle()
{
    Desk desk;
    for (const char *name : {"a", "b", "c"})
        desk.apply(QByteArray(R"({"create":"decision","as":")") + name + R"("})");
    desk.apply(R"({"do":"supersede","args":{"decision":"c","older":"b"}})");
    desk.apply(R"({"do":"supersede","args":{"decision":"b","older":"a"}})");
    QCOMPARE(desk.refusal(R"({"do":"supersede","args":{"decision":"a","older":"c"}})").code, ErrorCode::Refused);
    QCOMPARE(desk.review().count(Kind::Link), 2);
}

void TestMeetings::wrongWordsAreRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("attendance") << QByteArray(R"({"do":"rollcall","args":{"meeting":"mt","person":"eva","attendance":"asleep"}})");
    QTest::newRow("person") << QByteArray(R"({"do":"rollcall","args":{"meeting":"mt","person":"P-999","attendance":"present"}})");
    QTest::newRow("no meeting") << QByteArray(R"({"do":"rollcall","args":{"meeting":"eva","person":"eva","attendance":"present"}})");
}

void TestMeetings::wrongWordsAreRefused()
{
    QFETCH(QByteArray, line);
    Gathering gathering;
    QVERIFY(gathering.desk.refusal(line).sentence.endsWith(u'.'));
}

PLUMBLINE_TEST(TestMeetings)
} // namespace meetings_test

#include "tst_meetings.moc"
