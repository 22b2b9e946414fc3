#include "core/domain/identity.h"
#include "core/domain/link.h"
#include "tests/core/store/teststore.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace deletes_test {

class TestDeletes : public QObject
{
    Q_OBJECT

private slots:
    void aDeletedRecordRestsInTheTrash();
    void aDeleteOnBothSidesIsOneDelete();
    void aDeleteAgainstAnEditIsAsked();
    void theDisputeIsSettledByDeletingAfterAll();
    void theDisputeIsSettledByKeeping();
    void anEditMadeBeforeTheDeleteWasSeenIsAskedInEitherOrder();
    void anEditTheDeleterSawDoesNotKeepTheRecord();
    void anEditInTheActionThatDeletesDoesNotKeepTheRecord();
    void aRedoneDeleteIsUndisputed();
    void aDisputeComesBackAsADispute();
    void aDragDoesNotKeepARecord();
    void aRekeyDoesNotKeepARecord();
    void aRestoreAgainstADeleteOfAnotherKeepsIt();
    void reAddingADeletedLinkRestoresIt();
    void theSameLinkAddedOnBothSidesIsOne();
    void aKeyIsNeverGivenTwice();
};

/// A milestone both copies have.
struct Pair {
    TestStore ada;
    RecordId id = ada.addMilestone(u"Draft report"_s);
    TestStore ben{ada, "Ben"};
};

void TestDeletes::aDeletedRecordRestsInTheTrash()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    const Commit deleted = ada.remove(id);
    QVERIFY(deleted.changes.records.value(id).vanished);
    QVERIFY(!ada.review().find(id));
    QCOMPARE(ada.review().count(Kind::Milestone), 0);
    QCOMPARE(ada.text(id, "title"), u"Draft report"_s);
    ada.reopen();
    QCOMPARE(ada.life(id), Life::Deleted);
    QCOMPARE(ada.text(id, "title"), u"Draft report"_s);
}

void TestDeletes::aDeleteOnBothSidesIsOneDelete()
{
    Pair pair;
    pair.ada.remove(pair.id);
    pair.ben.remove(pair.id);
    exchange(pair.ada, pair.ben);
    QCOMPARE(pair.ada.life(pair.id), Life::Deleted);
    QCOMPARE(pair.ben.life(pair.id), Life::Deleted);
    QVERIFY(pair.ada.review().conflicts().isEmpty());
}

void TestDeletes::aDeleteAgainstAnEditIsAsked()
{
    Pair pair;
    pair.ada.remove(pair.id);
    pair.ben.set(pair.id, "title", u"Final report"_s);
    exchange(pair.ada, pair.ben);
    for (TestStore *copy : {&pair.ada, &pair.ben}) {
        QCOMPARE(copy->life(pair.id), Life::DeletedWhileEdited);
        QVERIFY(copy->review().find(pair.id)); // It stays in sight until somebody decides.
        QVERIFY(copy->inConflict(pair.id, "life"));
        QCOMPARE(copy->text(pair.id, "title"), u"Final report"_s);
    }
    QCOMPARE(pair.ada.dump(), pair.ben.dump());
}

void TestDeletes::theDisputeIsSettledByDeletingAfterAll()
{
    Pair pair;
    pair.ada.remove(pair.id);
    pair.ben.set(pair.id, "title", u"Final report"_s);
    exchange(pair.ada, pair.ben);
    pair.ben.remove(pair.id);
    QCOMPARE(pair.ben.life(pair.id), Life::Deleted);
    QVERIFY(!pair.ben.inConflict(pair.id, "life"));
    pair.ada.takeFrom(pair.ben);
    QCOMPARE(pair.ada.life(pair.id), Life::Deleted);
}

void TestDeletes::theDisputeIsSettledByKeeping()
{
    Pair pair;
    pair.ada.remove(pair.id);
    pair.ben.set(pair.id, "title", u"Final report"_s);
    exchange(pair.ada, pair.ben);
    ChangeSet changes = pair.ada.edit(Cause::Resolve);
    changes.restore(Kind::Milestone, pair.id);
    pair.ada.commit(changes);
    pair.ben.takeFrom(pair.ada);
    for (TestStore *copy : {&pair.ada, &pair.ben}) {
        QCOMPARE(copy->life(pair.id), Life::Alive);
        QVERIFY(copy->review().conflicts().isEmpty());
    }
}

void TestDeletes::anEditMadeBeforeTheDeleteWasSeenIsAskedInEitherOrder()
{
    Pair pair;
    pair.ada.remove(pair.id);
    pair.ben.set(pair.id, "source", u"of Ben"_s);
    TestStore deleteFirst(pair.ada, "Cleo");
    deleteFirst.takeFrom(pair.ben);
    TestStore editFirst(pair.ben, "Dora");
    editFirst.takeFrom(pair.ada);
    QCOMPARE(deleteFirst.life(pair.id), Life::DeletedWhileEdited);
    QCOMPARE(deleteFirst.dump(), editFirst.dump());
}

void TestDeletes::anEditTheDeleterSawDoesNotKeepTheRecord()
{
    Pair pair;
    pair.ben.set(pair.id, "title", u"Final report"_s);
    pair.ada.takeFrom(pair.ben);
    pair.ada.remove(pair.id);
    pair.ben.takeFrom(pair.ada);
    QCOMPARE(pair.ada.life(pair.id), Life::Deleted);
    QCOMPARE(pair.ben.life(pair.id), Life::Deleted);
}

void TestDeletes::anEditInTheActionThatDeletesDoesNotKeepTheRecord()
{
    Pair pair;
    ChangeSet changes = pair.ada.edit(Cause::Delete);
    changes.set(Kind::Milestone, pair.id, "reason", Value(u"overtaken by events"_s));
    changes.remove(Kind::Milestone, pair.id);
    pair.ada.commit(changes);
    pair.ben.takeFrom(pair.ada);
    QCOMPARE(pair.ada.life(pair.id), Life::Deleted);
    QCOMPARE(pair.ben.life(pair.id), Life::Deleted);
    pair.ben.reopen();
    QCOMPARE(pair.ben.life(pair.id), Life::Deleted);
}

void TestDeletes::aRedoneDeleteIsUndisputed()
{
    Pair pair;
    pair.ada.remove(pair.id);
    pair.ada.undo();
    QCOMPARE(pair.ada.life(pair.id), Life::Alive);
    pair.ada.redo();
    QCOMPARE(pair.ada.life(pair.id), Life::Deleted);
    pair.ben.takeFrom(pair.ada);
    QCOMPARE(pair.ben.life(pair.id), Life::Deleted);
}

void TestDeletes::aDisputeComesBackAsADispute()
{
    Pair pair;
    pair.ada.remove(pair.id);
    pair.ben.set(pair.id, "title", u"Final report"_s);
    exchange(pair.ada, pair.ben);
    ChangeSet changes = pair.ada.edit(Cause::Resolve);
    changes.restore(Kind::Milestone, pair.id);
    changes.set(Kind::Milestone, pair.id, "title", Value(u"Last report"_s));
    pair.ada.commit(changes);
    pair.ada.undo();
    QCOMPARE(pair.ada.life(pair.id), Life::DeletedWhileEdited);
    QCOMPARE(pair.ada.text(pair.id, "title"), u"Final report"_s);
    pair.ada.redo();
    QCOMPARE(pair.ada.life(pair.id), Life::Alive);
    QCOMPARE(pair.ada.text(pair.id, "title"), u"Last report"_s);
}

void TestDeletes::aDragDoesNotKeepARecord()
{
    Pair pair;
    pair.ada.remove(pair.id);
    pair.ben.set(pair.id, "~place", Value::Array{Value(), Value(u"a5"_s)});
    exchange(pair.ada, pair.ben);
    QCOMPARE(pair.ada.life(pair.id), Life::Deleted);
    QCOMPARE(pair.ben.life(pair.id), Life::Deleted);
}

void TestDeletes::aRekeyDoesNotKeepARecord()
{
    Pair pair;
    pair.ada.remove(pair.id);
    ChangeSet changes = pair.ben.edit(Cause::Rekey);
    changes.set(Kind::Milestone, pair.id, "~place", Value::Array{Value(), Value(u"a1"_s)});
    pair.ben.commit(changes);
    exchange(pair.ada, pair.ben);
    QCOMPARE(pair.ada.life(pair.id), Life::Deleted);
    QCOMPARE(pair.ben.life(pair.id), Life::Deleted);
}

void TestDeletes::aRestoreAgainstADeleteOfAnotherKeepsIt()
{
    Pair pair;
    pair.ada.remove(pair.id);
    pair.ben.takeFrom(pair.ada);
    ChangeSet changes = pair.ben.edit(Cause::Restore);
    changes.restore(Kind::Milestone, pair.id);
    pair.ben.commit(changes);
    exchange(pair.ada, pair.ben);
    QCOMPARE(pair.ada.life(pair.id), Life::Alive);
    QCOMPARE(pair.ada.dump(), pair.ben.dump());
}

/// Adds the link that says @p from supports @p to; its id follows from what it says.
static RecordId addLink(TestStore &store, RecordId from, RecordId to)
{
    const QHash<QByteArray, Value> values{
        {"type", Value(u"supports"_s)}, {"from", idValue(from.uuid)}, {"to", idValue(to.uuid)}};
    ChangeSet changes = store.edit(Cause::Create);
    const RecordId id =
        changes.create(store.review(), Kind::Link, {}, naturalId(store.review().uuid(), Kind::Link, values));
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        changes.set(Kind::Link, id, value.key(), value.value());
    store.commit(changes);
    return id;
}

void TestDeletes::reAddingADeletedLinkRestoresIt()
{
    TestStore ada;
    const RecordId from = ada.addMilestone(u"one"_s);
    const RecordId to = ada.addMilestone(u"two"_s);
    const RecordId link = addLink(ada, from, to);
    ada.remove(link);
    QCOMPARE(ada.life(link), Life::Deleted);
    QCOMPARE(addLink(ada, from, to), link);
    QCOMPARE(ada.life(link), Life::Alive);
    QVERIFY(ada.review().conflicts().isEmpty());
    QCOMPARE(ada.review().count(Kind::Link), 1);
}

void TestDeletes::theSameLinkAddedOnBothSidesIsOne()
{
    TestStore ada;
    const RecordId from = ada.addMilestone(u"one"_s);
    const RecordId to = ada.addMilestone(u"two"_s);
    TestStore ben(ada, "Ben");
    QCOMPARE(addLink(ada, from, to), addLink(ben, from, to));
    exchange(ada, ben);
    QCOMPARE(ada.review().count(Kind::Link), 1);
    QVERIFY(ada.review().conflicts().isEmpty());
    QCOMPARE(ada.dump(), ben.dump());
}

void TestDeletes::aKeyIsNeverGivenTwice()
{
    TestStore ada;
    const RecordId first = ada.addMilestone(u"one"_s);
    QCOMPARE(ada.text(first, "key"), u"M-001"_s);
    ada.remove(first);
    const RecordId second = ada.addMilestone(u"two"_s);
    QCOMPARE(ada.text(second, "key"), u"M-002"_s);
    ada.remove(second);
    ada.reopen();
    QCOMPARE(ada.text(ada.addMilestone(u"three"_s), "key"), u"M-003"_s);
}

PLUMBLINE_TEST(TestDeletes)
} // namespace deletes_test

#include "tst_deletes.moc"
