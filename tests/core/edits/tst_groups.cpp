#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "core/domain/datasource.h"
#include "core/domain/finding.h"
#include "core/domain/link.h"
#include "core/domain/note.h"
#include "core/domain/recommendation.h"
#include "core/edits/baselines.h"
#include "core/edits/groups.h"
#include "tests/core/domain/testreview.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace groups_test {

class TestGroups : public QObject
{
    Q_OBJECT

private slots:
    void formsAGroupWithItsMembers();
    void twoPeopleWhoAddOneMemberAddOneLink();
    void refusesANameThatIsTaken();
    void refusesAMemberTwiceAndANonMember();
    void aScriptCreatesInAClosedGroup();
    void aScriptNamesAGroupItHasJustFormed();
    void anUnknownGroupIsRefusedNamingThoseThereAre();
    void movesARecordIntoAGroup();
    void movesARecordToTheTeam();
    void movesARecordFromOneGroupToAnother();
    void movesLinksAndNotesAlong();
    void leavesALinkThatWouldJoinTwoGroups();
    void refusesToMoveWhatIsThereOrCannotMove();
    void refusesToMoveWhatIsInConflict();
    void refusesToPublishWhatNamesAClosedRecord();
    void refusesToMoveASourceThatIsThereAlready();
    void undoMovesItBackAndRedoAgain();
    void saysWhatMovingMeans();
    void aBaselineOfTheTeamSaysNothingOfClosedRecords();
    void dumpSaysWhomARecordBelongsTo();
};

/// A desk with two closed groups, G1 and G2, and two people.
static void formGroups(Desk &desk)
{
    desk.apply(R"({"do":"formgroup","args":{"name":"Signers","purpose":"Those who signed."}})");
    desk.apply(R"({"do":"formgroup","args":{"name":"Leadership"}})");
    desk.apply(R"({"create":"person","as":"eva","set":{"name":"Eva"}})");
}

static int audience(const Desk &desk, const QString &name)
{
    return must(audienceNamed(desk.review(), name));
}

static RecordId create(Desk &desk, const QByteArray &line)
{
    desk.apply(line);
    return desk.script.named(u"x"_s);
}

/// The record a moved one has become.
static const Record *successor(const Desk &desk, RecordId id)
{
    for (const Link *link : desk.review().all<Link>()) {
        if (link->type.is(LinkType::MovedTo) && link->from == id)
            return desk.review().find(link->to);
    }
    return nullptr;
}

void TestGroups::formsAGroupWithItsMembers()
{
    Desk desk;
    formGroups(desk);
    const auto groups = desk.review().all<ClosedGroup>();
    QCOMPARE(groups.size(), size_t(2));
    QCOMPARE(groups.front()->key, u"G1"_s);
    QCOMPARE(groups.front()->title, u"Signers"_s);
    QCOMPARE(groups.front()->purpose, u"Those who signed."_s);
    QCOMPARE(groups.front()->audience, int(wholeTeam));
    const ClosedGroupId signers(groups.front()->id.uuid);
    QVERIFY(membersOf(desk.review(), signers).empty());
    desk.apply(R"({"do":"addmember","args":{"group":"G1","person":"eva"}})");
    QCOMPARE(membersOf(desk.review(), signers).size(), size_t(1));
    QCOMPARE(membersOf(desk.review(), signers).front()->name, u"Eva"_s);
    for (const Link *link : desk.review().all<Link>())
        QCOMPARE(link->audience, int(wholeTeam)); // Everybody knows who belongs to a group.
    desk.apply(R"({"do":"removemember","args":{"group":"G1","person":"eva"}})");
    QVERIFY(membersOf(desk.review(), signers).empty());
}

void TestGroups::twoPeopleWhoAddOneMemberAddOneLink()
{
    Desk ada;
    formGroups(ada);
    ada.close();
    Desk ben(ada, "Ben");
    ada.open();
    const auto eva = RecordId(ada.script.named(u"eva"_s).uuid);
    const ClosedGroupId signers(ada.byKey(u"G1"_s).uuid);
    for (Desk *desk : {&ada, &ben})
        must(desk->session->commit(addMember(desk->session->context(), signers, PersonId(eva.uuid))));
    QCOMPARE(ada.review().all<Link>().front()->id, ben.review().all<Link>().front()->id);
}

void TestGroups::refusesANameThatIsTaken()
{
    Desk desk;
    formGroups(desk);
    QCOMPARE(desk.refusal(R"({"do":"formgroup","args":{"name":" signers "}})").code, ErrorCode::BadInput);
}

void TestGroups::refusesAMemberTwiceAndANonMember()
{
    Desk desk;
    formGroups(desk);
    QCOMPARE(desk.refusal(R"({"do":"removemember","args":{"group":"G1","person":"eva"}})").code, ErrorCode::NotFound);
    desk.apply(R"({"do":"addmember","args":{"group":"G1","person":"eva"}})");
    QCOMPARE(desk.refusal(R"({"do":"addmember","args":{"group":"G1","person":"eva"}})").code, ErrorCode::Refused);
    QCOMPARE(desk.refusal(R"({"do":"addmember","args":{"group":"eva","person":"eva"}})").code, ErrorCode::NotFound);
}

void TestGroups::aScriptCreatesInAClosedGroup()
{
    Desk desk;
    formGroups(desk);
    for (const QByteArray name : {"G1", "Signers", "signers"}) {
        const RecordId id = create(desk, R"({"create":"finding","as":"x","audience":")" + name + R"("})");
        QCOMPARE(desk.review().find(id)->audience, audience(desk, u"G1"_s));
        QVERIFY(desk.review().find(id)->key.startsWith(u"F-G1-"_s));
    }
    const RecordId open = create(desk, R"({"create":"finding","as":"x","audience":"team"})");
    QCOMPARE(desk.review().find(open)->audience, int(wholeTeam));
}

void TestGroups::aScriptNamesAGroupItHasJustFormed()
{
    Desk desk;
    desk.apply(R"([{"create":"closedgroup","as":"g","set":{"title":"Signers"}},)"
               R"({"create":"finding","as":"x","audience":"g","set":{"title":"Secret"}}])");
    const Record *finding = desk.review().find(desk.script.named(u"x"_s));
    QCOMPARE(finding->audience, audience(desk, u"Signers"_s));
}

void TestGroups::anUnknownGroupIsRefusedNamingThoseThereAre()
{
    Desk desk;
    formGroups(desk);
    const Error error = desk.refusal(R"({"create":"finding","audience":"G7"})");
    QCOMPARE(error.code, ErrorCode::NotFound);
    QCOMPARE(error.field, u"audience"_s);
    QVERIFY(error.sentence.contains(u"G1"_s) && error.sentence.contains(u"team"_s));
    QCOMPARE(desk.refusal(R"({"create":"finding","audience":1})").field, u"audience"_s);
}

void TestGroups::movesARecordIntoAGroup()
{
    Desk desk;
    formGroups(desk);
    const RecordId id = create(desk, R"({"create":"recommendation","as":"x","set":{"title":"Do it","text":"At once.",)"
                                     R"("priority":{"level":"high","reason":"Harm"}}})");
    desk.apply(R"({"do":"move","args":{"record":"x","to":"G1"}})");
    QVERIFY(!desk.review().find(id));
    const auto *moved = static_cast<const Recommendation *>(successor(desk, id));
    QVERIFY(moved && moved->id != id);
    QCOMPARE(moved->audience, audience(desk, u"G1"_s));
    QCOMPARE(moved->title, u"Do it"_s);
    QCOMPARE(moved->text, u"At once."_s);
    QCOMPARE(moved->priority.reason, u"Harm"_s);
    QCOMPARE(moved->key, u"R-G1-01"_s);
    QCOMPARE(desk.session->history(id, "life").first().after.toText(), u"moved"_s);
    // The way to the new record is the group's own.
    for (const Link *link : desk.review().all<Link>())
        QCOMPARE(link->audience, moved->audience);
}

void TestGroups::movesARecordToTheTeam()
{
    Desk desk;
    formGroups(desk);
    desk.apply(R"({"create":"subteam","as":"s","set":{"title":"Abuse"}})");
    const RecordId id =
        create(desk, R"({"create":"finding","as":"x","audience":"G1","set":{"title":"Known now","subteam":"s"}})");
    desk.apply(R"({"do":"move","args":{"record":"x","to":"team"}})");
    const Record *moved = successor(desk, id);
    QVERIFY(moved);
    QCOMPARE(moved->audience, int(wholeTeam));
    QCOMPARE(moved->key, u"F-S1-01"_s);
    for (const Link *link : desk.review().all<Link>())
        QCOMPARE(link->audience, audience(desk, u"G1"_s)); // That it came from there is the group's affair.
}

void TestGroups::movesARecordFromOneGroupToAnother()
{
    Desk desk;
    formGroups(desk);
    const RecordId id = create(desk, R"({"create":"finding","as":"x","audience":"G1","set":{"title":"Secret"}})");
    desk.apply(R"({"do":"move","args":{"record":"x","to":"Leadership"}})");
    QVERIFY(!desk.review().find(id));
    const auto findings = desk.review().list(Kind::Finding);
    QCOMPARE(findings.size(), size_t(1));
    QCOMPARE(findings.front()->audience, audience(desk, u"G2"_s));
    QVERIFY(desk.review().list(Kind::Link).empty()); // It would show each group a record of the other.
}

void TestGroups::movesLinksAndNotesAlong()
{
    Desk desk;
    formGroups(desk);
    const RecordId id = create(desk, R"({"create":"finding","as":"x","set":{"title":"Finding"}})");
    desk.apply(R"({"create":"recommendation","as":"r","set":{"title":"Do it"}})");
    desk.apply(R"({"create":"link","set":{"type":"addresses","from":"r","to":"x","source":"minutes"}})");
    desk.apply(R"({"create":"note","set":{"on":"x","text":"Is that so?"}})");
    desk.apply(R"({"do":"move","args":{"record":"x","to":"G1"}})");
    const Record *moved = successor(desk, id);
    int links = 0;
    for (const Link *link : desk.review().all<Link>()) {
        if (!link->type.is(LinkType::Addresses))
            continue;
        ++links;
        QCOMPARE(link->to, moved->id);
        QCOMPARE(link->source, u"minutes"_s);
        QCOMPARE(link->audience, moved->audience);
    }
    QCOMPARE(links, 1);
    const auto notes = desk.review().all<Note>();
    QCOMPARE(notes.size(), size_t(1));
    QCOMPARE(notes.front()->on, moved->id);
    QCOMPARE(notes.front()->text, u"Is that so?"_s);
    QCOMPARE(notes.front()->audience, moved->audience);
}

void TestGroups::leavesALinkThatWouldJoinTwoGroups()
{
    Desk desk;
    formGroups(desk);
    desk.apply(R"({"create":"finding","as":"other","audience":"G2","set":{"title":"Theirs"}})");
    const RecordId id = create(desk, R"({"create":"finding","as":"x","set":{"title":"Finding"}})");
    desk.apply(R"({"create":"link","set":{"type":"supports","from":"x","to":"other"}})");
    desk.apply(R"({"do":"move","args":{"record":"x","to":"G1"}})");
    QVERIFY(successor(desk, id));
    for (const Link *link : desk.review().all<Link>()) {
        if (link->type.is(LinkType::Supports))
            QCOMPARE(link->from, id); // It still tells the other group what it was about.
    }
}

void TestGroups::refusesToMoveWhatIsThereOrCannotMove()
{
    Desk desk;
    formGroups(desk);
    create(desk, R"({"create":"finding","as":"x"})");
    QCOMPARE(desk.refusal(R"({"do":"move","args":{"record":"x","to":"team"}})").code, ErrorCode::Refused);
    QCOMPARE(desk.refusal(R"({"do":"move","args":{"record":"eva","to":"G1"}})").code, ErrorCode::Refused);
    QCOMPARE(desk.refusal(R"({"do":"move","args":{"record":"review","to":"G1"}})").code, ErrorCode::Refused);
    desk.apply(R"({"create":"note","as":"n","set":{"on":"x"}})");
    QCOMPARE(desk.refusal(R"({"do":"move","args":{"record":"n","to":"G1"}})").code, ErrorCode::Refused);
}

void TestGroups::refusesToMoveWhatIsInConflict()
{
    TestReview test;
    const auto group = test.add(ClosedGroup());
    const auto finding = test.add(Finding());
    Note note;
    note.on = RecordId(finding.uuid);
    const auto remark = test.add(note);
    const EditContext context{test.review, QDateTime(QDate(2020, 1, 24), QTime(12, 0), Qt::UTC), {}};
    QVERIFY(moveRecord(context, RecordId(finding.uuid), audienceNumber(group)));
    // A value that is not the one shown would be left behind, in the record and in what goes along with it.
    for (const auto &[record, kind] : {std::pair(RecordId(finding.uuid), Kind::Finding),
                                       std::pair(RecordId(remark.uuid), Kind::Note)}) {
        Conflict conflict;
        conflict.id = u"its name"_s;
        conflict.record = record;
        conflict.kind = kind;
        conflict.field = "source";
        test.review.setConflict(record, "source", conflict);
        const auto moved = moveRecord(context, RecordId(finding.uuid), audienceNumber(group));
        QVERIFY(!moved);
        QCOMPARE(moved.error().code, ErrorCode::Conflict);
        QVERIFY(moved.error().sentence.contains(conflict.id));
        test.review.setConflict(record, "source", std::nullopt);
    }
}

void TestGroups::refusesToPublishWhatNamesAClosedRecord()
{
    Desk desk;
    formGroups(desk);
    desk.apply(R"({"create":"recommendationgroup","as":"g","audience":"G1","set":{"title":"Ours"}})");
    create(desk, R"({"create":"recommendation","as":"x","audience":"G1","set":{"group":"g"}})");
    const Error error = desk.refusal(R"({"do":"move","args":{"record":"x","to":"team"}})");
    QCOMPARE(error.code, ErrorCode::Refused);
    QVERIFY2(error.sentence.contains(u"RG-G1-01"_s), qPrintable(error.sentence));
}

void TestGroups::refusesToMoveASourceThatIsThereAlready()
{
    Desk desk;
    formGroups(desk);
    desk.apply(R"({"create":"datasource","as":"open","set":{"title":"Study","url":"https://example.org/study"}})");
    desk.apply(R"({"create":"datasource","as":"x","audience":"G1","set":{"title":"Ours","url":"https://example.org/study"}})");
    QVERIFY(desk.script.named(u"x"_s) != desk.script.named(u"open"_s));
    QCOMPARE(desk.refusal(R"({"do":"move","args":{"record":"x","to":"team"}})").code, ErrorCode::Refused);
}

void TestGroups::undoMovesItBackAndRedoAgain()
{
    Desk desk;
    formGroups(desk);
    const RecordId id = create(desk, R"({"create":"finding","as":"x","set":{"title":"Finding"}})");
    const QByteArray before = desk.dump();
    desk.apply(R"({"do":"move","args":{"record":"x","to":"G1"}})");
    const QByteArray after = desk.dump();
    must(desk.session->undo());
    QCOMPARE(desk.dump(), before);
    must(desk.session->redo());
    QCOMPARE(desk.dump(), after);
    QVERIFY(!desk.review().find(id));
}

void TestGroups::saysWhatMovingMeans()
{
    Desk desk;
    formGroups(desk);
    const RecordId open = create(desk, R"({"create":"finding","as":"x"})");
    const RecordId closed = create(desk, R"({"create":"finding","as":"x","audience":"G1"})");
    QVERIFY(movingConsequence(desk.review(), closed, wholeTeam).contains(u"visible to the whole team"_s));
    QVERIFY(movingConsequence(desk.review(), open, audience(desk, u"G1"_s)).contains(u"Signers"_s));
    QVERIFY(movingConsequence(desk.review(), closed, audience(desk, u"G2"_s)).contains(u"Leadership"_s));
}

void TestGroups::aBaselineOfTheTeamSaysNothingOfClosedRecords()
{
    Desk desk;
    formGroups(desk);
    desk.apply(R"({"create":"milestone","as":"m","set":{"title":"Draft","target":"2020-01-24"}})");
    desk.apply(R"({"do":"baseline","args":{"name":"First"}})");
    desk.apply(R"({"create":"milestone","as":"x","audience":"G1","set":{"title":"Ours","target":"2020-02-01"}})");
    desk.apply(R"({"do":"baseline","args":{"name":"Second"}})");
    QCOMPARE(desk.review().count(Kind::BaselineItem), 2);
    for (const BaselineItem *item : desk.review().all<BaselineItem>()) {
        QCOMPARE(item->audience, wholeTeam);
        QCOMPARE(desk.review().find(item->record)->audience, wholeTeam);
    }
    // What everybody sees of a baseline says nothing of what some do not see.
    const auto baselines = desk.review().all<Baseline>();
    QCOMPARE(baselines.front()->fingerprint, baselines.back()->fingerprint);
}

void TestGroups::dumpSaysWhomARecordBelongsTo()
{
    Desk desk;
    formGroups(desk);
    const RecordId open = create(desk, R"({"create":"finding","as":"x"})");
    const RecordId closed = create(desk, R"({"create":"finding","as":"x","audience":"G1"})");
    const auto json = [&](RecordId id) { return recordToJson(desk.review(), Kind::Finding, *desk.review().find(id)); };
    QVERIFY(!json(open).contains(u"audience"_s));
    QCOMPARE(json(closed).value(u"audience"_s).toString(), desk.byKey(u"G1"_s).uuid.toString(QUuid::WithoutBraces));
    desk.apply(R"({"delete":"G1"})");
    QCOMPARE(json(closed).value(u"audience"_s).toInt(), desk.review().find(closed)->audience);
}

PLUMBLINE_TEST(TestGroups)
} // namespace groups_test

#include "tst_groups.moc"
