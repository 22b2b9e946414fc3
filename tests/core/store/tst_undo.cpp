#include "tests/core/store/teststore.h"
#include "tests/testprogram.h"

#include <random>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace undo_test {

class TestUndo : public QObject
{
    Q_OBJECT

private slots:
    void undoOfAnEditBringsTheFormerValueBack();
    void redoBringsTheEditBack();
    void undoOfTheFirstValueLeavesNone();
    void undoOfACreationDeletesTheRecord();
    void redoOfACreationBringsTheRecordBackWithItsFields();
    void undoOfADeletionRestoresTheRecord();
    void undoOfAnActionOnManyFieldsTakesAllOfItBack();
    void undoOfAResolutionBringsTheConflictBack();
    void undoOfAResolutionOfALongTextBringsTheConflictBack();
    void redoOfAResolutionSettlesItAgain();
    void undoSurvivesReopening();
    void redoSurvivesReopening();
    void undoSurvivesAnImport();
    void undoLeavesAndNamesFieldsOthersWentOnFrom();
    void undoOfAnEditThatOthersReplacedWritesNothing();
    void undoOfACreationLeavesARecordOthersWorkedOn();
    void undoOfBringingBackWhatUndoTookAwayDeletesItAgain();
    void undoOfOneSideOfAConflictLeavesTheOther();
    void aNewEditClearsWhatCouldBeRedone();
    void thereIsNothingToUndoInANewCopyOfAnothersWork();
    void undoAndRedoWithNothingToDoSaySo();
    void undoIsAnOrdinaryTransactionThatNamesWhatItTakesBack();
    void undoAfterAnyEditsGivesTheStateBefore_data();
    void undoAfterAnyEditsGivesTheStateBefore();
};

void TestUndo::undoOfAnEditBringsTheFormerValueBack()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    ada.set(id, "title", u"Final report"_s);
    const Commit undone = ada.undo();
    QCOMPARE(ada.text(id, "title"), u"Draft report"_s);
    QVERIFY(undone.left.isEmpty());
    QCOMPARE(undone.changes.records.value(id).fields, QSet<QByteArray>{"title"});
}

void TestUndo::redoBringsTheEditBack()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    ada.set(id, "title", u"Final report"_s);
    ada.undo();
    ada.redo();
    QCOMPARE(ada.text(id, "title"), u"Final report"_s);
    ada.undo();
    QCOMPARE(ada.text(id, "title"), u"Draft report"_s);
}

void TestUndo::undoOfTheFirstValueLeavesNone()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    ada.set(id, "source", u"the work plan"_s);
    ada.undo();
    QVERIFY(ada.text(id, "source").isEmpty());
    QCOMPARE(ada.text(id, "title"), u"Draft report"_s);
}

void TestUndo::undoOfACreationDeletesTheRecord()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    const Commit undone = ada.undo();
    QCOMPARE(ada.life(id), Life::Deleted);
    QVERIFY(!ada.review().find(id));
    QVERIFY(undone.changes.records.value(id).vanished);
}

void TestUndo::redoOfACreationBringsTheRecordBackWithItsFields()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    ada.undo();
    const Commit redone = ada.redo();
    QCOMPARE(ada.life(id), Life::Alive);
    QCOMPARE(ada.text(id, "title"), u"Draft report"_s);
    QVERIFY(redone.changes.records.value(id).appeared);
}

void TestUndo::undoOfADeletionRestoresTheRecord()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    ada.remove(id);
    QCOMPARE(ada.life(id), Life::Deleted);
    ada.undo();
    QCOMPARE(ada.life(id), Life::Alive);
    QCOMPARE(ada.text(id, "title"), u"Draft report"_s);
    ada.redo();
    QCOMPARE(ada.life(id), Life::Deleted);
}

void TestUndo::undoOfAnActionOnManyFieldsTakesAllOfItBack()
{
    TestStore ada;
    const RecordId one = ada.addMilestone(u"one"_s);
    const RecordId two = ada.addMilestone(u"two"_s);
    const QByteArray before = ada.dump();
    ChangeSet changes = ada.edit();
    changes.set(Kind::Milestone, one, "title", Value(u"changed"_s));
    changes.set(Kind::Milestone, one, "source", Value(u"changed"_s));
    changes.remove(Kind::Milestone, two);
    ada.commit(changes);
    ada.undo();
    QCOMPARE(ada.dump(), before);
}

/// Two copies that set the same title differently; the first holds both.
static RecordId disputedTitle(TestStore &ada, std::unique_ptr<TestStore> &ben)
{
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    ben = std::make_unique<TestStore>(ada, "Ben");
    ada.set(id, "title", u"of Ada"_s);
    ben->set(id, "title", u"of Ben"_s);
    ada.takeFrom(*ben);
    return id;
}

void TestUndo::undoOfAResolutionBringsTheConflictBack()
{
    TestStore ada;
    std::unique_ptr<TestStore> ben;
    const RecordId id = disputedTitle(ada, ben);
    const QStringList values = ada.values(id, "title");
    QCOMPARE(values.size(), 2);
    ada.resolve(id, "title", u"agreed"_s);
    QVERIFY(!ada.inConflict(id, "title"));
    ada.undo();
    QStringList again = ada.values(id, "title");
    QCOMPARE(QSet<QString>(again.begin(), again.end()), QSet<QString>(values.begin(), values.end()));
    ada.reopen();
    QVERIFY(ada.inConflict(id, "title"));
}

void TestUndo::undoOfAResolutionOfALongTextBringsTheConflictBack()
{
    TestStore ada;
    const RecordId id =
        ada.add(Kind::Milestone, {{"title", u"x"_s}, {"description", u"The team met in May."_s}});
    TestStore ben(ada, "Ben");
    ada.set(id, "description", u"The team met in June."_s);
    ben.set(id, "description", u"The team met in July."_s);
    ada.takeFrom(ben);
    QCOMPARE(ada.values(id, "description").size(), 2);
    ada.resolve(id, "description", ada.values(id, "description").at(1));
    ada.undo();
    QCOMPARE(ada.values(id, "description").size(), 2);
    ben.takeFrom(ada);
    QCOMPARE(ben.dump(), ada.dump());
}

void TestUndo::redoOfAResolutionSettlesItAgain()
{
    TestStore ada;
    std::unique_ptr<TestStore> ben;
    const RecordId id = disputedTitle(ada, ben);
    ada.resolve(id, "title", u"agreed"_s);
    ada.undo();
    ada.redo();
    QVERIFY(!ada.inConflict(id, "title"));
    QCOMPARE(ada.text(id, "title"), u"agreed"_s);
}

void TestUndo::undoSurvivesReopening()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    ada.set(id, "title", u"Final report"_s);
    ada.reopen();
    QVERIFY(!ada.store->nextUndo().isEmpty());
    ada.undo();
    QCOMPARE(ada.text(id, "title"), u"Draft report"_s);
}

void TestUndo::redoSurvivesReopening()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    ada.set(id, "title", u"second"_s);
    ada.set(id, "title", u"third"_s);
    ada.undo();
    ada.undo();
    ada.reopen();
    ada.redo();
    QCOMPARE(ada.text(id, "title"), u"second"_s);
    ada.redo();
    QCOMPARE(ada.text(id, "title"), u"third"_s);
}

void TestUndo::undoSurvivesAnImport()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    TestStore ben(ada, "Ben");
    ada.set(id, "title", u"Final report"_s);
    const RecordId other = ben.addMilestone(u"of Ben"_s);
    ada.takeFrom(ben);
    ada.undo();
    QCOMPARE(ada.text(id, "title"), u"Draft report"_s);
    QCOMPARE(ada.text(other, "title"), u"of Ben"_s);
}

void TestUndo::undoLeavesAndNamesFieldsOthersWentOnFrom()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    ChangeSet changes = ada.edit();
    changes.set(Kind::Milestone, id, "title", Value(u"Final report"_s));
    changes.set(Kind::Milestone, id, "source", Value(u"the work plan"_s));
    ada.commit(changes);
    TestStore ben(ada, "Ben");
    ben.set(id, "title", u"Final report, second edition"_s);
    ada.takeFrom(ben);
    const Commit undone = ada.undo();
    QCOMPARE(undone.left, QStringList{u"M-001.title"_s});
    QCOMPARE(ada.text(id, "title"), u"Final report, second edition"_s);
    QVERIFY(ada.text(id, "source").isEmpty());
}

void TestUndo::undoOfAnEditThatOthersReplacedWritesNothing()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    ada.set(id, "source", u"the work plan"_s);
    ada.set(id, "title", u"Final report"_s);
    TestStore ben(ada, "Ben");
    ben.set(id, "title", u"of Ben"_s);
    ada.takeFrom(ben);
    const qint64 before = ada.store->transactionCount();
    const Commit undone = ada.undo();
    QCOMPARE(undone.left, QStringList{u"M-001.title"_s});
    QVERIFY(undone.transactions.isEmpty());
    QCOMPARE(ada.store->transactionCount(), before);
    QCOMPARE(ada.text(id, "title"), u"of Ben"_s);
    // The next undo goes on with what was done before.
    ada.undo();
    QVERIFY(ada.text(id, "source").isEmpty());
}

void TestUndo::undoOfACreationLeavesARecordOthersWorkedOn()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    TestStore ben(ada, "Ben");
    ben.set(id, "source", u"of Ben"_s);
    ada.takeFrom(ben);
    const Commit undone = ada.undo();
    QCOMPARE(undone.left, QStringList{u"M-001.life"_s});
    QVERIFY(undone.transactions.isEmpty());
    QCOMPARE(ada.life(id), Life::Alive);
    QCOMPARE(ada.text(id, "title"), u"Draft report"_s);
    QCOMPARE(ada.text(id, "source"), u"of Ben"_s);
}

/// A link or a tag has an id of its own: made, taken back and made again it is the same record.
void TestUndo::undoOfBringingBackWhatUndoTookAwayDeletesItAgain()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    ada.undo();
    for (int round = 0; round < 2; ++round) {
        ChangeSet again = ada.edit();
        again.restore(Kind::Milestone, id);
        again.set(Kind::Milestone, id, "source", Value(u"round %1"_s.arg(round)));
        ada.commit(again);
        QCOMPARE(ada.life(id), Life::Alive);
        const Commit undone = ada.undo();
        QVERIFY(undone.left.isEmpty());
        QCOMPARE(ada.life(id), Life::Deleted);
    }
    // What somebody else wrote into it meanwhile is still work of others.
    TestStore ben(ada, "Ben");
    ChangeSet again = ada.edit();
    again.restore(Kind::Milestone, id);
    ada.commit(again);
    ben.takeFrom(ada);
    ben.set(id, "description", u"of Ben"_s);
    ada.takeFrom(ben);
    QVERIFY(!ada.undo().left.isEmpty());
    QCOMPARE(ada.life(id), Life::Alive);
}

void TestUndo::undoOfOneSideOfAConflictLeavesTheOther()
{
    TestStore ada;
    std::unique_ptr<TestStore> ben;
    const RecordId id = disputedTitle(ada, ben);
    ada.undo();
    QVERIFY(!ada.inConflict(id, "title"));
    QCOMPARE(ada.text(id, "title"), u"of Ben"_s);
    ben->takeFrom(ada);
    QCOMPARE(ben->dump(), ada.dump());
}

void TestUndo::aNewEditClearsWhatCouldBeRedone()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    ada.set(id, "title", u"Final report"_s);
    ada.undo();
    ada.set(id, "source", u"the work plan"_s);
    QVERIFY(ada.store->nextRedo().isEmpty());
    const auto redone = ada.store->redo(ada.author());
    QVERIFY(!redone);
    QCOMPARE(redone.error().code, ErrorCode::NotFound);
    QCOMPARE(ada.text(id, "title"), u"Draft report"_s);
}

void TestUndo::thereIsNothingToUndoInANewCopyOfAnothersWork()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    TestStore ben;
    ben.takeFrom(ada);
    // Ben made his own file; what Ada did is not his to undo.
    ben.undo();
    QVERIFY(!ben.store->undo(ben.author()));
    QCOMPARE(ben.text(id, "title"), u"Draft report"_s);
}

void TestUndo::undoAndRedoWithNothingToDoSaySo()
{
    TestStore ada;
    ada.undo(); // The review's own record.
    const auto undone = ada.store->undo(ada.author());
    QVERIFY(!undone);
    QCOMPARE(undone.error().code, ErrorCode::NotFound);
    ada.redo();
    const auto redone = ada.store->redo(ada.author());
    QVERIFY(!redone);
    QCOMPARE(redone.error().code, ErrorCode::NotFound);
}

void TestUndo::undoIsAnOrdinaryTransactionThatNamesWhatItTakesBack()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    const Commit edited = ada.set(id, "title", u"Final report"_s);
    const Commit undone = ada.undo();
    const Transaction last = ada.transactions().last();
    QCOMPARE(last.identity(), undone.transactions.first());
    QCOMPARE(Cause(last.cause), Cause::Undo);
    QCOMPARE(last.undoes, edited.transactions);
    TestStore ben;
    ben.takeFrom(ada);
    QCOMPARE(ben.text(id, "title"), u"Draft report"_s);
}

void TestUndo::undoAfterAnyEditsGivesTheStateBefore_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// A handful of changes to records that are there, perhaps a new one.
static ChangeSet randomEdit(TestStore &store, std::mt19937 &random)
{
    ChangeSet changes = store.edit();
    QList<RecordId> ids;
    for (const Milestone *milestone : store.review().all<Milestone>())
        ids += milestone->id;
    const int count = 1 + int(random() % 4);
    for (int i = 0; i < count; ++i) {
        const int what = int(random() % 10);
        if (ids.isEmpty() || what == 0) {
            const RecordId id = changes.create(store.review(), Kind::Milestone, {},
                                               RecordId(QUuid::fromRfc4122(store.entropy(16))));
            changes.set(Kind::Milestone, id, "title", Value(u"new %1"_s.arg(random() % 9)));
        } else {
            const RecordId id = ids.at(qsizetype(random() % size_t(ids.size())));
            if (what == 1)
                changes.remove(Kind::Milestone, id);
            else if (what < 5)
                changes.set(Kind::Milestone, id, "title", Value(u"title %1"_s.arg(random() % 9)));
            else if (what < 7)
                changes.set(Kind::Milestone, id, "target", Value(u"2020-01-%1"_s.arg(10 + random() % 9)));
            else if (what < 9)
                changes.set(Kind::Milestone, id, "description",
                            Value(u"First. Second %1. Third."_s.arg(random() % 9)));
            else
                changes.set(Kind::Milestone, id, "~place",
                            Value::Array{Value(), Value(u"a%1"_s.arg(random() % 9))});
        }
    }
    return changes;
}

/// The records in which two dumps differ; empty when they are equal.
static QByteArray difference(const QByteArray &actual, const QByteArray &expected)
{
    if (actual == expected)
        return {};
    const QByteArray between("},{\"deleted\"");
    const QList<QByteArray> ours = QByteArray(actual).replace(between, "},\n{\"deleted\"").split('\n');
    const QList<QByteArray> theirs = QByteArray(expected).replace(between, "},\n{\"deleted\"").split('\n');
    QByteArray text;
    for (const QByteArray &record : ours)
        text += theirs.contains(record) ? QByteArray() : "\nshown:    " + record;
    for (const QByteArray &record : theirs)
        text += ours.contains(record) ? QByteArray() : "\nexpected: " + record;
    return text;
}

void TestUndo::undoAfterAnyEditsGivesTheStateBefore()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    TestStore ada;
    for (int i = 0; i < 4; ++i)
        ada.addMilestone(u"milestone %1"_s.arg(i));
    TestStore ben(ada, "Ben");
    for (int round = 0; round < 5; ++round) {
        ada.commit(randomEdit(ada, random));
        ben.commit(randomEdit(ben, random));
    }
    ada.takeFrom(ben); // Conflicts included.
    QList<QByteArray> states;
    for (int step = 0; step < 8; ++step) {
        states += ada.dump();
        ada.commit(randomEdit(ada, random));
    }
    const QByteArray last = ada.dump();
    while (!states.isEmpty()) {
        QVERIFY(ada.undo().left.isEmpty());
        const QByteArray unlike = difference(ada.dump(), states.takeLast());
        QVERIFY2(unlike.isEmpty(), unlike.constData());
    }
    for (int step = 0; step < 8; ++step)
        ada.redo();
    const QByteArray unlike = difference(ada.dump(), last);
    QVERIFY2(unlike.isEmpty(), unlike.constData());
    QVERIFY(must(ada.store->verify()).problems.isEmpty());
}

PLUMBLINE_TEST(TestUndo)
} // namespace undo_test

#include "tst_undo.moc"
