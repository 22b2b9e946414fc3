#include "tests/core/store/teststore.h"
#include "tests/testprogram.h"

#include <QElapsedTimer>

#include <random>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace past_test {

class TestPast : public QObject
{
    Q_OBJECT

private slots:
    void aStateOfThePastIsThatOfAFileThatStoppedThere();
    void itStaysWhenAForkArrives();
    void itHoldsEveryForkItWasTakenWith();
    void itHoldsOnlyTheStreamsThatAreNamed();
    void deletionsAndConflictsOfThePastAreShown();
    void mergedTextsOfThePastAreShown();
    void theNamesOfConflictsAreThoseOfThatTime();
    void aStateThatIsNotWholeHereIsNotShown();
    void tipsOfACopyWithAGapAreRefused();
    void changesBetweenTwoStatesNameTheirAuthors();
    void mergedTextsAreListed();
    void randomHistoriesAreThoseOfFilesThatStopped();
    void manyChangesAreReadInSeconds();
};

static QByteArray tips(TestStore &desk)
{
    return must(desk.store->tipsOf({0}));
}

static QByteArray dumpAt(TestStore &desk, const QByteArray &tips)
{
    return dumpReview(must(desk.store->stateAt(tips)));
}

void TestPast::aStateOfThePastIsThatOfAFileThatStoppedThere()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    ada.set(id, "source", u"the work plan"_s);
    const QByteArray then = tips(ada);
    TestStore stopped(ada, "Stopped");
    ada.set(id, "title", u"Final report"_s);
    ada.set(id, "source", Value());
    ada.addMilestone(u"Another"_s);
    ada.remove(id);
    QCOMPARE(dumpAt(ada, then), stopped.dump());
    QCOMPARE(dumpAt(ada, tips(ada)), ada.dump());
    // The trash is that of then as well.
    QCOMPARE(must(ada.store->stateAt(then)).findAny(id)->life, Life::Alive);
    QCOMPARE(must(ada.store->stateAt(then)).uuid(), ada.review().uuid());
}

void TestPast::itStaysWhenAForkArrives()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    // A second computer with the same registry writes on in the same stream: a fork with equal numbers.
    TestStore fork(ada, "Ada");
    fork.close();
    fork.registry = ada.registry;
    fork.open();
    ada.set(id, "title", u"here"_s);
    const QByteArray then = tips(ada);
    const QByteArray before = ada.dump();
    fork.set(id, "title", u"there"_s);
    fork.set(id, "source", u"there"_s);
    ada.takeFrom(fork);
    QVERIFY(ada.inConflict(id, "title"));
    QCOMPARE(dumpAt(ada, then), before);
}

void TestPast::itHoldsEveryForkItWasTakenWith()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    TestStore fork(ada, "Ada");
    fork.close();
    fork.registry = ada.registry;
    fork.open();
    ada.set(id, "title", u"here"_s);
    fork.set(id, "source", u"there"_s);
    ada.takeFrom(fork);
    const QByteArray then = tips(ada);
    const QByteArray before = ada.dump();
    ada.set(id, "source", u"later"_s);
    QCOMPARE(dumpAt(ada, then), before);
    QVERIFY(before.contains("there") && before.contains("here"));
}

void TestPast::itHoldsOnlyTheStreamsThatAreNamed()
{
    TestStore ada;
    ChangeSet changes = ada.edit(Cause::Create);
    const RecordId closed = changes.create(ada.review(), Kind::Finding, {}, {}, 7);
    changes.set(Kind::Finding, closed, "title", Value(u"confidential"_s));
    ada.commit(changes);
    QVERIFY(!dumpAt(ada, tips(ada)).contains("confidential"));
    QVERIFY(dumpAt(ada, must(ada.store->tipsOf({0, 7}))).contains("confidential"));
    QVERIFY(!must(ada.store->stateAt(tips(ada))).findAny(closed));
}

void TestPast::deletionsAndConflictsOfThePastAreShown()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    const RecordId gone = ada.addMilestone(u"Gone"_s);
    const RecordId edited = ada.addMilestone(u"Edited"_s);
    TestStore ben(ada, "Ben");
    ada.set(id, "title", u"of Ada"_s);
    ben.set(id, "title", u"of Ben"_s);
    ada.remove(gone);
    ada.remove(edited);
    ben.set(edited, "title", u"Edited by Ben"_s);
    ada.takeFrom(ben);
    const QByteArray then = tips(ada);
    const QList<Conflict> conflicts = ada.review().conflicts();
    QCOMPARE(conflicts.size(), 2);
    ada.resolve(id, "title", u"agreed"_s);
    ada.set(edited, "title", u"later"_s);
    ChangeSet restored = ada.edit(Cause::Restore);
    restored.restore(Kind::Milestone, gone);
    ada.commit(restored);
    const Review past = must(ada.store->stateAt(then));
    QCOMPARE(past.conflicts(), conflicts);
    QCOMPARE(past.findAny(gone)->life, Life::Deleted);
    QCOMPARE(past.findAny(edited)->life, Life::DeletedWhileEdited);
}

void TestPast::mergedTextsOfThePastAreShown()
{
    TestStore ada;
    const RecordId id = ada.add(Kind::Recommendation, {{"text", u"The Board signs. The team reads."_s}});
    TestStore ben(ada, "Ben");
    ada.set(id, "text", u"The Board signs it. The team reads."_s);
    ben.set(id, "text", u"The Board signs. The team reads all."_s);
    ada.takeFrom(ben);
    const QByteArray then = tips(ada);
    ada.set(id, "text", u"Nothing of it."_s);
    const Review past = must(ada.store->stateAt(then));
    const Record *record = past.find(id);
    QVERIFY(record);
    QCOMPARE(describe(Kind::Recommendation).field("text")->get(*record).toText(),
             u"The Board signs it. The team reads all."_s);
}

void TestPast::theNamesOfConflictsAreThoseOfThatTime()
{
    TestStore ada;
    TestStore ben(ada, "Ben");
    const RecordId id = ada.addMilestone(u"Of Ada"_s);
    ben.addMilestone(u"Of Ben"_s); // The same key.
    TestStore cyd(ada, "Cyd");
    ada.set(id, "title", u"x"_s);
    cyd.set(id, "title", u"y"_s);
    ada.takeFrom(ben);
    ada.takeFrom(cyd);
    QCOMPARE(ada.review().conflicts().size(), 1);
    QVERIFY(ada.review().conflicts().first().id.startsWith(u"M-001~"));
    QCOMPARE(must(ada.store->stateAt(tips(ada))).conflicts(), ada.review().conflicts());
}

/// Ben lacks one of Ada's changes that a later one builds upon.
struct Hole {
    TestStore ada;
    RecordId id = ada.addMilestone(u"one"_s);
    TestStore ben{ada, "Ben"};
    QByteArray then;
    Hole()
    {
        ada.set(id, "title", u"two"_s);
        ada.set(id, "title", u"three"_s);
        then = tips(ada);
        QList<Transaction> all = ada.transactions();
        all.removeAt(all.size() - 2);
        ben.take(all);
    }
};

void TestPast::aStateThatIsNotWholeHereIsNotShown()
{
    Hole hole;
    const auto state = hole.ben.store->stateAt(hole.then);
    QVERIFY(!state);
    QCOMPARE(state.error().code, ErrorCode::NotFound);
    QVERIFY(!hole.ben.store->stateAt(QByteArray(16, 'x')));
    hole.ben.takeFrom(hole.ada);
    QCOMPARE(dumpAt(hole.ben, hole.then), hole.ada.dump());
}

void TestPast::tipsOfACopyWithAGapAreRefused()
{
    Hole hole;
    QCOMPARE(hole.ben.store->tipsOf({0}).error().code, ErrorCode::Refused);
    hole.ben.takeFrom(hole.ada);
    QVERIFY(hole.ben.store->tipsOf({0}));
}

void TestPast::changesBetweenTwoStatesNameTheirAuthors()
{
    TestStore ada;
    const RecordId person = ada.add(Kind::Person, {{"name", u"Ben"_s}});
    const RecordId id = ada.addMilestone(u"one"_s);
    const QByteArray first = tips(ada);
    const QDateTime when(QDate(2020, 2, 2), QTime(9, 0), Qt::UTC);
    ChangeSet changes = ada.edit();
    changes.set(Kind::Milestone, id, "title", Value(u"two"_s));
    must(ada.store->commit(changes, {person, when}));
    const QByteArray second = tips(ada);
    ada.set(id, "source", u"later"_s);
    const auto between = must(ada.store->changesBetween(first, second, {id}));
    QCOMPARE(between.size(), 1);
    QCOMPARE(between.first().field, QByteArray("title"));
    QCOMPARE(between.first().person, person);
    QCOMPARE(between.first().when, when);
    QCOMPARE(must(ada.store->changesBetween(first, std::nullopt, {id})).size(), 2);
    QVERIFY(must(ada.store->changesBetween(second, second, {id})).isEmpty());
    QVERIFY(!ada.store->changesBetween(QByteArray(16, 'x'), second, {id}));
}

void TestPast::mergedTextsAreListed()
{
    TestStore ada;
    const RecordId id = ada.add(Kind::Recommendation, {{"text", u"The Board signs. The team reads."_s}});
    TestStore ben(ada, "Ben");
    ada.set(id, "text", u"The Board signs it. The team reads."_s);
    QVERIFY(ada.store->mergedTexts().isEmpty());
    ben.set(id, "text", u"The Board signs. The team reads all."_s);
    ada.takeFrom(ben);
    QCOMPARE(ada.store->mergedTexts().size(), 1);
    QCOMPARE(ada.store->mergedTexts().first().record, id);
    QCOMPARE(ada.store->mergedTexts().first().field, QByteArray("text"));
    ada.set(id, "text", ada.text(id, "text"));
    QVERIFY(ada.store->mergedTexts().isEmpty());
}

void TestPast::randomHistoriesAreThoseOfFilesThatStopped()
{
    // Two copies that edit and exchange at random; at some points a third is copied and stops.
    std::mt19937 random(20200124);
    const auto roll = [&](int sides) { return int(random() % unsigned(sides)); };
    TestStore ada;
    QList<RecordId> ids;
    for (int i = 0; i < 3; ++i)
        ids += ada.add(Kind::Recommendation, {{"title", u"r%1"_s.arg(i)}, {"text", u"One thing. And another."_s}});
    TestStore ben(ada, "Ben");
    struct Stop {
        QByteArray tips;
        QByteArray dump;
    };
    QList<Stop> stops;
    for (int step = 0; step < 60; ++step) {
        TestStore &who = roll(2) ? ada : ben;
        const RecordId id = ids.at(roll(int(ids.size())));
        switch (roll(6)) {
        case 0:
            exchange(ada, ben);
            break;
        case 1:
            if (who.life(id) == Life::Alive)
                who.remove(id);
            break;
        case 2: {
            ChangeSet changes = who.edit(Cause::Restore);
            changes.restore(Kind::Recommendation, id);
            who.commit(changes);
            break;
        }
        case 3:
            must(who.store->undo(who.author()));
            break;
        default:
            who.set(id, roll(2) ? "title" : "text", u"Word %1. And another."_s.arg(step));
        }
        if (roll(6) == 0)
            stops += {tips(who), who.dump()};
    }
    exchange(ada, ben);
    QVERIFY(stops.size() > 4);
    for (const Stop &stop : std::as_const(stops)) {
        QCOMPARE(dumpAt(ada, stop.tips), stop.dump);
        QCOMPARE(dumpAt(ben, stop.tips), stop.dump);
    }
}

void TestPast::manyChangesAreReadInSeconds()
{
    TestStore ada;
    QList<RecordId> ids;
    ChangeSet creation = ada.edit(Cause::Create);
    for (int i = 0; i < 300; ++i) {
        ids += creation.create(ada.review(), Kind::Milestone);
        creation.set(Kind::Milestone, ids.last(), "title", Value(u"m"_s));
    }
    ada.commit(creation);
    must(ada.store->setDurable(false));
    for (int round = 0; round < 10; ++round) {
        ChangeSet changes = ada.edit();
        for (const RecordId &id : std::as_const(ids)) {
            changes.set(Kind::Milestone, id, "title", Value(QString::number(round)));
            changes.set(Kind::Milestone, id, "source", Value(QString::number(round)));
        }
        ada.commit(changes);
    }
    const QByteArray then = tips(ada);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(must(ada.store->stateAt(then)).count(Kind::Milestone) == 300);
    qInfo("%lld operations: %lld ms", ada.store->operationCount(), timer.elapsed());
    QVERIFY(timer.elapsed() < 10000);
}

PLUMBLINE_TEST(TestPast)
} // namespace past_test

#include "tst_past.moc"
