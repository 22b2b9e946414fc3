#include "core/domain/dependency.h"
#include "core/domain/subteam.h"
#include "core/edits/plan.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

#include <QRegularExpression>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace plan_test {

class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void movesAMilestoneWithItsReason();
    void movingWithoutAReasonClearsTheReasonOfTheFormerDate();
    void movingToTheSameDateChangesNothing();
    void aReasonGivenLaterJoinsTheDateThatStands();
    void keepsTheFormerDateInTheHistory();
    void movesAnActivityWithItsStart();
    void leavesTheStartWhenNoneIsGiven();
    void refusesAnEndBeforeTheStart();
    void refusesACommentPeriodBelowTheFloorNamingTheEarliestDate();
    void allowsACommentPeriodAtTheFloor();
    void countsTheFloorByTheRuleOfTheReview();
    void openDatesAreAllowed();
    void aMilestoneThatIsGoneIsNotFound();
    void undoMovesItBack();
    void addsAMilestone();
    void aMilestoneNeedsATitle();
    void aSubTeamThatIsGoneIsNotFound();
    void linksAndUnlinks();
    void aLinkThatClosesACircleIsRefusedWithTheCircle();
    void aDeadlineMovesNothing();
};

static PartialDate date(const QString &text)
{
    return must(PartialDate::fromText(text));
}

static MilestoneId milestone(Desk &desk, const QByteArray &fields)
{
    desk.apply(R"({"create":"milestone","as":"m","set":)" + fields + "}");
    return MilestoneId(desk.script.named(u"m"_s).uuid);
}

static Result<Commit> move(Desk &desk, MilestoneId id, const QString &start, const QString &target,
                           const QString &reason = {})
{
    return desk.session->commit(reschedule(desk.session->context(), id,
                                           start.isEmpty() ? std::nullopt : std::optional(date(start)),
                                           date(target), reason));
}

void TestPlan::movesAMilestoneWithItsReason()
{
    Desk desk;
    const MilestoneId id = milestone(desk, R"({"title":"Draft","target":"2020-01-24"})");
    must(move(desk, id, {}, u"2020-03-04"_s, u"comments came late"_s));
    QCOMPARE(desk.review().find(id)->target, date(u"2020-03-04"_s));
    QCOMPARE(desk.review().find(id)->reason, u"comments came late"_s);
}

void TestPlan::movingWithoutAReasonClearsTheReasonOfTheFormerDate()
{
    Desk desk;
    const MilestoneId id =
        milestone(desk, R"({"title":"Draft","target":"2020-01-24","reason":"the old one"})");
    must(move(desk, id, {}, u"2020-03-04"_s));
    QVERIFY(desk.review().find(id)->reason.isEmpty());
}

void TestPlan::movingToTheSameDateChangesNothing()
{
    Desk desk;
    const MilestoneId id =
        milestone(desk, R"({"title":"Draft","target":"2020-01-24","reason":"the old one"})");
    const auto changes = must(reschedule(desk.session->context(), id, {}, date(u"2020-01-24"_s), {}));
    QVERIFY(changes.isEmpty());
    must(move(desk, id, {}, u"2020-01-24"_s));
    QCOMPARE(desk.review().find(id)->reason, u"the old one"_s);
}

void TestPlan::aReasonGivenLaterJoinsTheDateThatStands()
{
    Desk desk;
    const MilestoneId id = milestone(desk, R"({"title":"Draft","target":"2020-01-24"})");
    must(move(desk, id, {}, u"2020-01-24"_s, u"as the Board asked"_s));
    QCOMPARE(desk.review().find(id)->reason, u"as the Board asked"_s);
    QCOMPARE(desk.session->history(RecordId(id.uuid), "target").size(), 1);
}

void TestPlan::keepsTheFormerDateInTheHistory()
{
    Desk desk;
    const MilestoneId id = milestone(desk, R"({"title":"Draft","target":"2020-01-24"})");
    must(move(desk, id, {}, u"2020-03-04"_s, u"first"_s));
    must(move(desk, id, {}, u"2020-05"_s, u"second"_s));
    const auto dates = desk.session->history(RecordId(id.uuid), "target");
    QCOMPARE(dates.size(), 3);
    QCOMPARE(dates.at(0).before, Value(u"2020-03-04"_s));
    QCOMPARE(dates.at(0).after, Value(u"2020-05"_s));
    const auto reasons = desk.session->history(RecordId(id.uuid), "reason");
    QCOMPARE(reasons.at(1).after, Value(u"first"_s));
    QCOMPARE(reasons.at(0).group, dates.at(0).group); // Date and reason are one action.
}

void TestPlan::movesAnActivityWithItsStart()
{
    Desk desk;
    const MilestoneId id =
        milestone(desk, R"({"title":"Analysis","start":"2020-01-01","target":"2020-01-24"})");
    must(move(desk, id, u"2020-02-01"_s, u"2020-02-24"_s));
    QCOMPARE(desk.review().find(id)->start, date(u"2020-02-01"_s));
    QCOMPARE(desk.review().find(id)->target, date(u"2020-02-24"_s));
}

void TestPlan::leavesTheStartWhenNoneIsGiven()
{
    Desk desk;
    const MilestoneId id =
        milestone(desk, R"({"title":"Analysis","start":"2020-01-01","target":"2020-01-24"})");
    must(move(desk, id, {}, u"2020-02-24"_s));
    QCOMPARE(desk.review().find(id)->start, date(u"2020-01-01"_s));
}

void TestPlan::refusesAnEndBeforeTheStart()
{
    Desk desk;
    const MilestoneId id =
        milestone(desk, R"({"title":"Analysis","start":"2020-01-10","target":"2020-01-24"})");
    const auto done = move(desk, id, {}, u"2020-01-09"_s);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Refused);
    QCOMPARE(desk.review().find(id)->target, date(u"2020-01-24"_s));
}

static MilestoneId commentPeriod(Desk &desk)
{
    return milestone(
        desk, R"({"title":"Public comment","type":"comment","start":"2020-01-24","target":"2020-03-31"})");
}

void TestPlan::refusesACommentPeriodBelowTheFloorNamingTheEarliestDate()
{
    Desk desk("Ada", u"icann-specific-review"_s);
    QCOMPARE(desk.review().ruleNumber(u"minCommentDays"_s, 0), 40);
    const MilestoneId id = commentPeriod(desk);
    const auto done = move(desk, id, {}, u"2020-02-20"_s);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Refused);
    QCOMPARE(done.error().field, u"target"_s);
    QVERIFY2(done.error().sentence.contains(u"40 days"), qPrintable(done.error().sentence));
    // The sentence names a date; that very date is allowed and the day before is not.
    const QRegularExpression day(u"2020-\\d\\d-\\d\\d"_s);
    const QString earliest = day.match(done.error().sentence).captured();
    QVERIFY(!earliest.isEmpty());
    const QDate first = QDate::fromString(earliest, Qt::ISODate);
    QVERIFY(!move(desk, id, {}, first.addDays(-1).toString(Qt::ISODate)));
    QVERIFY(move(desk, id, {}, earliest));
    QVERIFY(first >= QDate(2020, 3, 3) && first <= QDate(2020, 3, 5)); // Forty days from 24 January.
}

void TestPlan::allowsACommentPeriodAtTheFloor()
{
    Desk desk("Ada", u"icann-specific-review"_s);
    const MilestoneId id = commentPeriod(desk);
    QVERIFY(move(desk, id, u"2020-02-01"_s, u"2020-05-01"_s));
}

void TestPlan::countsTheFloorByTheRuleOfTheReview()
{
    Desk desk("Ada", u"icann-specific-review"_s);
    const MilestoneId id = commentPeriod(desk);
    for (const Record *rule : desk.review().list(Kind::Rule)) {
        if (describe(Kind::Rule).field("name")->get(*rule) != Value(u"minCommentDays"_s))
            continue;
        ChangeSet changes(desk.review(), Cause::Edit);
        changes.set(Kind::Rule, rule->id, "value", Value(u"10"_s));
        must(desk.session->commit(changes));
        break;
    }
    QVERIFY(move(desk, id, {}, u"2020-02-20"_s));
}

void TestPlan::openDatesAreAllowed()
{
    Desk desk;
    const MilestoneId id =
        milestone(desk, R"({"title":"Analysis","start":"2020-01-10","target":"2020-01-24"})");
    QVERIFY(move(desk, id, {}, u"TBD"_s));
    QVERIFY(move(desk, id, {}, u"2020-Q3"_s));
    QVERIFY(move(desk, id, {}, u"2020?"_s));
}

void TestPlan::aMilestoneThatIsGoneIsNotFound()
{
    Desk desk;
    const MilestoneId id = milestone(desk, R"({"title":"Draft","target":"2020-01-24"})");
    desk.apply(R"({"delete":"M-001"})");
    const auto done = move(desk, id, {}, u"2020-03-04"_s);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::NotFound);
}

void TestPlan::undoMovesItBack()
{
    Desk desk;
    const MilestoneId id =
        milestone(desk, R"({"title":"Draft","target":"2020-01-24","reason":"as planned"})");
    const QByteArray before = desk.dump();
    must(move(desk, id, {}, u"2020-03-04"_s, u"late"_s));
    must(desk.session->undo());
    QCOMPARE(desk.dump(), before);
}

void TestPlan::addsAMilestone()
{
    Desk desk;
    desk.apply(R"({"create":"subteam","as":"s"})");
    const SubTeamId team(desk.script.named(u"s"_s).uuid);
    must(desk.session->commit(
        addMilestone(desk.session->context(), team, u"  Findings\npresented "_s, date(u"2020-05"_s))));
    const auto all = desk.review().all<Milestone>();
    QCOMPARE(all.size(), size_t(1));
    QCOMPARE(all.front()->title, u"Findings presented"_s);
    QCOMPARE(all.front()->key, u"M-S1-01"_s);
    QCOMPARE(all.front()->subteam, team);
}

void TestPlan::aMilestoneNeedsATitle()
{
    Desk desk;
    const auto changes = addMilestone(desk.session->context(), {}, u" \n"_s, {});
    QVERIFY(!changes);
    QCOMPARE(changes.error().code, ErrorCode::BadInput);
}

void TestPlan::aSubTeamThatIsGoneIsNotFound()
{
    Desk desk;
    const auto changes = addMilestone(desk.session->context(), SubTeamId(QUuid::createUuid()), u"x"_s, {});
    QVERIFY(!changes);
    QCOMPARE(changes.error().code, ErrorCode::NotFound);
}

void TestPlan::linksAndUnlinks()
{
    Desk desk;
    desk.apply(R"({"create":"milestone","as":"a","set":{"title":"A","target":"2020-01-24"}})");
    desk.apply(R"({"create":"milestone","as":"b","set":{"title":"B","target":"2020-01-30"}})");
    desk.apply(R"({"do":"link","args":{"from":"a","to":"b","type":"ss","lag":"-2"}})");
    const Dependency &dependency = *desk.review().all<Dependency>().front();
    QVERIFY(dependency.type.is(DependencyType::SS));
    QCOMPARE(dependency.lag, std::optional<qint64>(-2));
    QVERIFY(desk.refusal(R"({"do":"link","args":{"from":"a","to":"b"}})").sentence.contains(u"already"_s));
    QVERIFY(desk.refusal(R"({"do":"link","args":{"from":"a","to":"b","lag":"two"}})").sentence.contains(u"“two”"_s));
    QCOMPARE(desk.refusal(R"({"do":"unlink","args":{"from":"b","to":"a"}})").code, ErrorCode::NotFound);
    desk.apply(R"({"do":"unlink","args":{"from":"a","to":"b"}})");
    QCOMPARE(desk.review().count(Kind::Dependency), 0);
    must(desk.session->undo());
    QCOMPARE(desk.review().count(Kind::Dependency), 1);
}

void TestPlan::aLinkThatClosesACircleIsRefusedWithTheCircle()
{
    Desk desk;
    for (const char *name : {"a", "b", "c"})
        desk.apply(QByteArray(R"({"create":"milestone","as":")") + name + R"(","set":{"title":"T","target":"2020-01-24"}})");
    desk.apply(R"({"do":"link","args":{"from":"a","to":"b"}})");
    desk.apply(R"({"do":"link","args":{"from":"b","to":"c"}})");
    const Error error = desk.refusal(R"({"do":"link","args":{"from":"c","to":"a"}})");
    QCOMPARE(error.code, ErrorCode::Refused);
    QVERIFY2(error.sentence.contains(u"M-001 → M-002 → M-003 → M-001"_s), qPrintable(error.sentence));
    QVERIFY(desk.refusal(R"({"do":"link","args":{"from":"a","to":"a"}})").sentence.contains(u"M-001 → M-001"_s));
}

void TestPlan::aDeadlineMovesNothing()
{
    Desk desk;
    const MilestoneId id = milestone(desk, R"({"title":"Draft","target":"2020-01-24"})");
    must(desk.session->commit(setDeadline(desk.session->context(), id, date(u"2020-01-10"_s))));
    QCOMPARE(desk.review().find(id)->target->toText(), u"2020-01-24"_s);
    QCOMPARE(desk.review().find(id)->deadline->toText(), u"2020-01-10"_s);
    must(desk.session->commit(setDeadline(desk.session->context(), id, {})));
    QVERIFY(!desk.review().find(id)->deadline);
    QVERIFY(!setDeadline(desk.session->context(), MilestoneId(QUuid::createUuid()), {}));
}

PLUMBLINE_TEST(TestPlan)
} // namespace plan_test

#include "tst_plan.moc"
