#include "tests/core/store/teststore.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void historyListsTheChangesOfARecordNewestFirst();
    void historyOfAFieldListsOnlyThatField();
    void aChangeNamesItsAuthorTimeCauseAndTheValuesBeforeAndAfter();
    void creationAndDeletionAreWordsOfLife();
    void historyOfAnUnknownRecordIsEmpty();
    void recentListsTheNewestOfTheWholeReview();
    void importedChangesStandInHistoryUnderTheirAuthor();
    void theNextUndoIsTheWholeActionNewestFirst();
    void aMissingStretchOfAStreamIsAGap();
    void aGapClosesWhenTheStretchArrives();
};

void TestHistory::historyListsTheChangesOfARecordNewestFirst()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"one"_s);
    ada.set(id, "title", u"two"_s);
    ada.set(id, "source", u"three"_s);
    const QList<HistoryEntry> entries = ada.store->history(id);
    QVERIFY(entries.size() >= 4);
    QCOMPARE(entries.at(0).field, QByteArray("source"));
    QCOMPARE(entries.at(1).field, QByteArray("title"));
    for (qsizetype i = 1; i < entries.size(); ++i)
        QVERIFY(entries.at(i - 1).number > entries.at(i).number);
    for (const HistoryEntry &entry : entries)
        QCOMPARE(entry.record, id);
}

void TestHistory::historyOfAFieldListsOnlyThatField()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"one"_s);
    ada.set(id, "source", u"x"_s);
    ada.set(id, "title", u"two"_s);
    const QList<HistoryEntry> entries = ada.store->history(id, "title");
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.at(0).after, Value(u"two"_s));
    QCOMPARE(entries.at(1).after, Value(u"one"_s));
}

void TestHistory::aChangeNamesItsAuthorTimeCauseAndTheValuesBeforeAndAfter()
{
    TestStore ada;
    const RecordId person = ada.add(Kind::Person, {{"name", u"Ada"_s}});
    const RecordId id = ada.addMilestone(u"one"_s);
    const QDateTime when(QDate(2020, 3, 4), QTime(23, 59), Qt::UTC);
    ChangeSet changes = ada.edit();
    changes.set(Kind::Milestone, id, "title", Value(u"two"_s));
    const Commit commit = must(ada.store->commit(changes, {person, when}));
    const HistoryEntry entry = ada.store->history(id, "title").first();
    QCOMPARE(entry.person, person);
    QCOMPARE(entry.when, when);
    QCOMPARE(entry.cause, Cause::Edit);
    QCOMPARE(entry.kind, Kind::Milestone);
    QCOMPARE(entry.group, commit.group);
    QCOMPARE(entry.before, Value(u"one"_s));
    QCOMPARE(entry.after, Value(u"two"_s));
}

void TestHistory::creationAndDeletionAreWordsOfLife()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"one"_s);
    ada.remove(id);
    const QList<HistoryEntry> lives = ada.store->history(id, "life");
    QCOMPARE(lives.size(), 2);
    QCOMPARE(lives.at(0).after, Value(u"deleted"_s));
    QCOMPARE(lives.at(0).before, Value(u"alive"_s));
    QCOMPARE(lives.at(0).cause, Cause::Delete);
    QCOMPARE(lives.at(1).after, Value(u"alive"_s));
    QVERIFY(lives.at(1).before.isNull());
}

void TestHistory::historyOfAnUnknownRecordIsEmpty()
{
    TestStore ada;
    QVERIFY(ada.store->history(RecordId(QUuid::createUuid())).isEmpty());
}

void TestHistory::recentListsTheNewestOfTheWholeReview()
{
    TestStore ada;
    const RecordId one = ada.addMilestone(u"one"_s);
    const RecordId two = ada.addMilestone(u"two"_s);
    ada.set(one, "source", u"x"_s);
    ada.set(two, "source", u"y"_s);
    const QList<HistoryEntry> entries = ada.store->recent(2);
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.at(0).record, two);
    QCOMPARE(entries.at(1).record, one);
    QVERIFY(ada.store->recent(0).isEmpty());
}

void TestHistory::importedChangesStandInHistoryUnderTheirAuthor()
{
    TestStore ada;
    const RecordId person = ada.add(Kind::Person, {{"name", u"Ben"_s}});
    const RecordId id = ada.addMilestone(u"one"_s);
    TestStore ben(ada, "Ben");
    ChangeSet changes = ben.edit();
    changes.set(Kind::Milestone, id, "title", Value(u"of Ben"_s));
    must(ben.store->commit(changes, {person, ben.now}));
    ada.takeFrom(ben);
    QCOMPARE(ada.store->history(id, "title").first().person, person);
    QCOMPARE(ada.store->history(id, "title").first().after, Value(u"of Ben"_s));
}

void TestHistory::theNextUndoIsTheWholeActionNewestFirst()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"one"_s);
    ChangeSet changes = ada.edit();
    changes.set(Kind::Milestone, id, "title", Value(u"two"_s));
    changes.set(Kind::Milestone, id, "source", Value(u"x"_s));
    ada.commit(changes);
    const QList<HistoryEntry> next = ada.store->nextUndo();
    QCOMPARE(next.size(), 2);
    QCOMPARE(next.at(0).field, QByteArray("source"));
    QCOMPARE(next.at(1).field, QByteArray("title"));
    QVERIFY(ada.store->nextRedo().isEmpty());
    ada.undo();
    QCOMPARE(ada.store->nextRedo().size(), 2);
}

/// A copy that lacks Ada's transactions number 3 and 4 of six.
struct Holes {
    TestStore ada;
    RecordId id = ada.addMilestone(u"one"_s);
    QList<Transaction> all;
    TestStore ben{ada, "Ben"};
    Holes()
    {
        for (int i = 3; i <= 6; ++i)
            ada.set(id, "title", u"title %1"_s.arg(i));
        all = ada.transactions();
        ben.take(all.mid(4));
    }
};

void TestHistory::aMissingStretchOfAStreamIsAGap()
{
    Holes holes;
    const QList<Gap> gaps = holes.ben.store->gaps();
    QCOMPARE(gaps.size(), 1);
    QCOMPARE(gaps.first().stream, holes.all.first().stream);
    QCOMPARE(gaps.first().first, quint64(3));
    QCOMPARE(gaps.first().last, quint64(4));
    // What is here shows all the same: it names what it replaces, which is not here yet.
    QVERIFY(holes.ben.inConflict(holes.id, "title"));
}

void TestHistory::aGapClosesWhenTheStretchArrives()
{
    Holes holes;
    holes.ben.take(holes.all.mid(2, 2));
    QVERIFY(holes.ben.store->gaps().isEmpty());
    QCOMPARE(holes.ben.dump(), holes.ada.dump());
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
