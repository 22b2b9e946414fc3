#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "core/domain/recommendation.h"
#include "core/edits/baselines.h"
#include "tests/core/session/testsession.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

class TestBaselines : public QObject
{
    Q_OBJECT

private slots:
    void freezesTheDatesOfEveryMilestone();
    void freezesTheNumbersOfRecommendations();
    void staysAsItIsWhenThePlanMoves();
    void equalStatesHaveEqualFingerprints();
    void aMovedDateGivesAnotherFingerprint();
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
    desk.apply(R"({"set":{"M-001":{"source":"not frozen"}}})");
    QCOMPARE(take(desk, u"two"_s)->fingerprint, first);
    QCOMPARE(first.size(), 32);
}

void TestBaselines::aMovedDateGivesAnotherFingerprint()
{
    Desk desk;
    addPlan(desk);
    const QByteArray first = take(desk, u"one"_s)->fingerprint;
    desk.apply(R"({"set":{"M-001":{"target":"2020-01-25"}}})");
    QVERIFY(take(desk, u"two"_s)->fingerprint != first);
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

QTEST_GUILESS_MAIN(TestBaselines)
#include "tst_baselines.moc"
