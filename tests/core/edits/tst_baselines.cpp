#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "core/domain/recommendation.h"
#include "core/domain/materialhash.h"
#include "core/edits/baselines.h"
#include "core/session/baselinestate.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace baselines_test {

class TestBaselines : public QObject
{
    Q_OBJECT

private slots:
    void freezesTheDatesOfEveryMilestone();
    void freezesTheNumbersOfRecommendations();
    void staysAsItIsWhenThePlanMoves();
    void equalStatesHaveEqualFingerprints();
    void anyFieldOfAnyRecordChangesTheFingerprint();
    void theStateOfABaselineGivesItsFingerprint();
    void aBaselineStaysWhenOthersWorkArrives();
    void mergesAreWrittenDownFirst();
    void aClosedGroupsRecordsAreInItsOwnBaselineOnly();
    void conflictsOfEveryKindAreRefused();
    void checksNameBaselinesThatDoNotHold();
    void itemsHaveTheIdThatFollowsFromBaselineAndRecord();
    void materialFieldsMakeTheHash();
    void aFieldWithoutValueChangesNoHash();
    void aNameIsNeededAndUsedOnce();
    void aReviewWithAConflictIsRefusedNamingIt();
    void undoTakesTheWholeBaselineBack();
};

static void addPlan(Desk &desk)
{
    desk.apply(R"([{"create":"milestone","set":{"title":"Draft","start":"2019-12","target":"2020-01-24"}},
                   {"create":"milestone","set":{"title":"Final","deadline":"2021-01-25"}}])");
    desk.apply(R"([{"create":"recommendationgroup","as":"g","set":{"title":"Risk"}},
                   {"create":"recommendation","set":{"title":"Sign","group":"g","text":"Sign the zone."}}])");
}

static const Baseline *take(Desk &desk, const QString &name)
{
    must(desk.session->commit(takeBaseline(desk.session->context(), name)));
    for (const Baseline *baseline : desk.review().all<Baseline>()) {
        if (baseline->name == name)
            return baseline;
    }
    return nullptr;
}

static const BaselineItem *itemOf(const Desk &desk, const Baseline *baseline, RecordId record)
{
    for (const BaselineItem *item : desk.review().all<BaselineItem>()) {
        if (item->baseline.uuid == baseline->id.uuid && item->record == record)
            return item;
    }
    return nullptr;
}

static Value itemValue(const Desk &desk, const Baseline *baseline, RecordId record, const QByteArray &field)
{
    const BaselineItem *item = itemOf(desk, baseline, record);
    return item ? describe(Kind::BaselineItem).field(field)->get(*item) : Value();
}

void TestBaselines::freezesTheDatesOfEveryMilestone()
{
    Desk desk;
    addPlan(desk);
    const Baseline *baseline = take(desk, u"As agreed"_s);
    QVERIFY(baseline);
    QCOMPARE(baseline->taken->toText(), u"2020-01-24"_s);
    const RecordId draft = desk.byKey(u"M-001"_s);
    QCOMPARE(itemValue(desk, baseline, draft, "start"), Value(u"2019-12"_s));
    QCOMPARE(itemValue(desk, baseline, draft, "target"), Value(u"2020-01-24"_s));
    QVERIFY(itemValue(desk, baseline, draft, "deadline").isNull());
    QCOMPARE(itemValue(desk, baseline, desk.byKey(u"M-002"_s), "deadline"), Value(u"2021-01-25"_s));
    QCOMPARE(desk.review().count(Kind::BaselineItem), 3);
}

void TestBaselines::freezesTheNumbersOfRecommendations()
{
    Desk desk;
    addPlan(desk);
    const Baseline *baseline = take(desk, u"As agreed"_s);
    const RecordId recommendation = desk.review().list(Kind::Recommendation).front()->id;
    QCOMPARE(itemValue(desk, baseline, recommendation, "number"), Value(u"1.1"_s));
}

void TestBaselines::staysAsItIsWhenThePlanMoves()
{
    Desk desk;
    addPlan(desk);
    const RecordId id = take(desk, u"As agreed"_s)->id;
    const QByteArray fingerprint = desk.review().find(BaselineId(id.uuid))->fingerprint;
    desk.apply(R"({"set":{"M-001":{"target":"2020-09"}}})");
    const Baseline *baseline = desk.review().find(BaselineId(id.uuid));
    QCOMPARE(baseline->fingerprint, fingerprint);
    QCOMPARE(itemValue(desk, baseline, desk.byKey(u"M-001"_s), "target"), Value(u"2020-01-24"_s));
}

void TestBaselines::equalStatesHaveEqualFingerprints()
{
    Desk desk;
    addPlan(desk);
    const QByteArray first = take(desk, u"one"_s)->fingerprint;
    QCOMPARE(take(desk, u"two"_s)->fingerprint, first);
    QCOMPARE(first.size(), 32);
    desk.apply(R"({"set":{"M-001":{"source":"the work plan"}}})");
    QVERIFY(take(desk, u"three"_s)->fingerprint != first);
    desk.apply(R"({"set":{"M-001":{"source":null}}})");
    QCOMPARE(take(desk, u"four"_s)->fingerprint, first);
}

void TestBaselines::anyFieldOfAnyRecordChangesTheFingerprint()
{
    Desk desk;
    addPlan(desk);
    QSet<QByteArray> seen{stateFingerprint(desk.review())};
    for (const char *line :
         {R"({"set":{"M-001":{"target":"2020-01-25"}}})", R"({"create":"finding","set":{"title":"F"}})",
          R"({"set":{"review":{"title":"SSR3"}}})", R"({"delete":"M-002"})"}) {
        desk.apply(line);
        const QByteArray now = stateFingerprint(desk.review());
        QVERIFY2(!seen.contains(now), line);
        seen.insert(now);
    }
}

void TestBaselines::theStateOfABaselineGivesItsFingerprint()
{
    Desk desk;
    addPlan(desk);
    const Baseline baseline = *take(desk, u"As agreed"_s);
    desk.apply(R"([{"set":{"M-001":{"target":"2020-09"}}},{"delete":"M-002"}])");
    const Review then = must(desk.session->stateOf(baseline.id));
    QCOMPARE(stateFingerprint(then), baseline.fingerprint);
    QVERIFY(stateFingerprint(desk.review()) != baseline.fingerprint);
    QCOMPARE(then.count(Kind::Milestone), 2);
    QCOMPARE(then.find(MilestoneId(must(then.byKey(u"M-001"_s)).uuid))->target->toText(), u"2020-01-24"_s);
}

void TestBaselines::aBaselineStaysWhenOthersWorkArrives()
{
    Desk ada;
    addPlan(ada);
    Desk ben(ada, "Ben");
    const RecordId id = take(ada, u"As agreed"_s)->id;
    const QByteArray before = dumpReview(must(ada.session->stateOf(id)));
    ben.apply(R"({"set":{"M-001":{"title":"Of Ben"}}})");
    ada.takeFrom(ben);
    QVERIFY(ada.dump().contains("Of Ben"));
    QCOMPARE(dumpReview(must(ada.session->stateOf(id))), before);
    // Ben lacks nothing of it once he has Ada's work, and computes the same.
    ben.takeFrom(ada);
    QCOMPARE(dumpReview(must(ben.session->stateOf(id))), before);
}

void TestBaselines::mergesAreWrittenDownFirst()
{
    Desk ada;
    addPlan(ada);
    const RecordId id = ada.review().list(Kind::Recommendation).front()->id;
    ada.apply(QByteArray(R"({"set":{")") + id.uuid.toString(QUuid::WithoutBraces).toLatin1() +
              R"(":{"text":"The Board signs. The team reads."}}})");
    Desk ben(ada, "Ben");
    const auto setText = [&](Desk &desk, const QString &text) {
        ChangeSet changes(desk.review(), Cause::Edit);
        changes.set(Kind::Recommendation, id, "text", Value(text));
        must(desk.session->commit(changes));
    };
    setText(ada, u"The Board signs it. The team reads."_s);
    setText(ben, u"The Board signs. The team reads all."_s);
    ada.takeFrom(ben);
    const QString merged = u"The Board signs it. The team reads all."_s;
    QCOMPARE(ada.review().find(RecommendationId(id.uuid))->text, merged);
    QCOMPARE(takeBaseline(ada.session->context(), u"As agreed"_s).error().code, ErrorCode::Conflict);
    const qint64 before = ada.session->store().transactionCount();
    must(ada.session->takeBaseline(u"As agreed"_s));
    QCOMPARE(ada.session->store().transactionCount(), before + 2);
    const HistoryEntry written = ada.session->history(id, "text").first();
    QCOMPARE(written.cause, Cause::Merge);
    QCOMPARE(written.after, Value(merged));
    QCOMPARE(written.replaced.size(), 2);
    QVERIFY(ada.session->store().mergedTexts().isEmpty());
    const Review then = must(ada.session->stateOf(ada.review().all<Baseline>().front()->id));
    QCOMPARE(then.find(RecommendationId(id.uuid))->text, merged);
    // With nothing to write down, nothing is written but the baseline.
    must(ada.session->takeBaseline(u"Again"_s));
    QCOMPARE(ada.session->store().transactionCount(), before + 3);
}

void TestBaselines::aClosedGroupsRecordsAreInItsOwnBaselineOnly()
{
    Desk desk;
    addPlan(desk);
    ChangeSet changes(desk.review(), Cause::Create);
    const RecordId closed = changes.create(desk.review(), Kind::Milestone, {}, {}, 7);
    changes.set(Kind::Milestone, closed, "title", Value(u"confidential"_s));
    must(desk.session->commit(changes));
    const Baseline *open = take(desk, u"open"_s);
    QVERIFY(!itemOf(desk, open, closed));
    QVERIFY(!must(desk.session->stateOf(open->id)).findAny(closed));
    QCOMPARE(stateFingerprint(must(desk.session->stateOf(open->id))), open->fingerprint);
    must(desk.session->takeBaseline(u"closed"_s, 7));
    for (const Baseline *baseline : desk.review().all<Baseline>()) {
        if (baseline->name != u"closed")
            continue;
        QCOMPARE(baseline->audience, 7);
        QVERIFY(itemOf(desk, baseline, closed));
        QCOMPARE(itemOf(desk, baseline, closed)->audience, 7);
        QVERIFY(must(desk.session->stateOf(baseline->id)).find(closed));
        QCOMPARE(stateFingerprint(must(desk.session->stateOf(baseline->id))), baseline->fingerprint);
    }
}

void TestBaselines::conflictsOfEveryKindAreRefused()
{
    Desk ada;
    addPlan(ada);
    Desk ben(ada, "Ben");
    ada.apply(R"({"set":{"review":{"title":"of Ada"}}})");
    ben.apply(R"({"set":{"review":{"title":"of Ben"}}})");
    ada.takeFrom(ben);
    QCOMPARE(takeBaseline(ada.session->context(), u"x"_s).error().code, ErrorCode::Conflict);
    QCOMPARE(ada.session->takeBaseline(u"x"_s).error().code, ErrorCode::Conflict);
}

void TestBaselines::checksNameBaselinesThatDoNotHold()
{
    Desk desk;
    addPlan(desk);
    const RecordId id = take(desk, u"As agreed"_s)->id;
    QVERIFY(checkBaselines(desk.session->store()).isEmpty());
    ChangeSet changes(desk.review(), Cause::Edit);
    changes.set(Kind::Baseline, id, "fingerprint", Value::bytes(QByteArray(32, 'x')));
    must(desk.session->commit(changes));
    QList<Problem> problems = checkBaselines(desk.session->store());
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().check, QByteArray("data.fingerprint"));
    QCOMPARE(problems.first().level, ProblemLevel::Error);
    QCOMPARE(problems.first().record, id);
    changes = ChangeSet(desk.review(), Cause::Edit);
    changes.set(Kind::Baseline, id, "tips", Value::bytes(QByteArray(16, 'x')));
    must(desk.session->commit(changes));
    problems = checkBaselines(desk.session->store());
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().check, QByteArray("data.baseline"));
    QCOMPARE(problems.first().level, ProblemLevel::Hint);
}

void TestBaselines::itemsHaveTheIdThatFollowsFromBaselineAndRecord()
{
    Desk desk;
    addPlan(desk);
    const auto changes = must(takeBaseline(desk.session->context(), u"x"_s));
    QSet<RecordId> ids;
    for (const Edit &edit : changes.edits) {
        if (edit.what == Edit::Create)
            ids.insert(edit.record);
    }
    QCOMPARE(ids.size(), 4); // The baseline and three items, all different.
}

void TestBaselines::materialFieldsMakeTheHash()
{
    Recommendation recommendation;
    recommendation.title = u"Sign"_s;
    const QByteArray before = materialHash(Kind::Recommendation, recommendation);
    QCOMPARE(before.size(), 32);
    recommendation.source = u"not material"_s;
    QCOMPARE(materialHash(Kind::Recommendation, recommendation), before);
    recommendation.text = u"Sign the zone."_s;
    QVERIFY(materialHash(Kind::Recommendation, recommendation) != before);
}

void TestBaselines::aFieldWithoutValueChangesNoHash()
{
    // So that a field added by a later version changes no hash of what was there before: nothing hashes to
    // nothing.
    QCOMPARE(materialHash(Kind::Recommendation, Recommendation()).toHex(),
             QByteArray("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"));
}

void TestBaselines::aNameIsNeededAndUsedOnce()
{
    Desk desk;
    addPlan(desk);
    QCOMPARE(takeBaseline(desk.session->context(), u" \n"_s).error().code, ErrorCode::BadInput);
    take(desk, u"As agreed"_s);
    const auto again = takeBaseline(desk.session->context(), u" As  agreed "_s);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::BadInput);
}

void TestBaselines::aReviewWithAConflictIsRefusedNamingIt()
{
    Desk ada;
    addPlan(ada);
    Desk ben(ada, "Ben");
    ada.apply(R"({"set":{"M-001":{"target":"2020-02"}}})");
    ben.apply(R"({"set":{"M-001":{"target":"2020-03"}}})");
    QList<Transaction> all;
    must(ben.session->store().forEachTransaction([&](const Transaction &transaction) -> Status {
        all += transaction;
        return {};
    }));
    must(ada.session->importTransactions(
        [&]() -> std::optional<Transaction> {
            return all.isEmpty() ? std::nullopt : std::optional(all.takeFirst());
        },
        u"Ben"_s));
    const auto taken = takeBaseline(ada.session->context(), u"As agreed"_s);
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, ErrorCode::Conflict);
    QVERIFY(taken.error().sentence.contains(u"M-001.target"));
}

void TestBaselines::undoTakesTheWholeBaselineBack()
{
    Desk desk;
    addPlan(desk);
    const QByteArray before = desk.dump();
    take(desk, u"As agreed"_s);
    must(desk.session->undo());
    QCOMPARE(desk.dump(), before);
}

PLUMBLINE_TEST(TestBaselines)
} // namespace baselines_test

#include "tst_baselines.moc"
