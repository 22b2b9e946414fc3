#include "tests/core/store/teststore.h"
#include "tests/testprogram.h"

#include <QElapsedTimer>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace setaside_test {

class TestSetAside : public QObject
{
    Q_OBJECT

private slots:
    void takesBackWhatAnImportBrought();
    void isOneActionThatUndoTakesBackAndRedoRepeats();
    void anImportIsMarkedWhileAllOfItIsSetAside();
    void fieldsOthersWentOnFromStayAndAreNamed();
    void aNewRecordOthersWorkedOnStaysWhole();
    void aConflictTheImportMadeIsGone();
    void onlySomeRecordsAreSetAside();
    void deletionsAndMovesOfAnImportAreTakenBack();
    void bothSidesShowTheSameAfterTheyExchange();
    void anImportThatBroughtNothingIsNotFound();
    void manyTransactionsAreSetAsideInSeconds();
};

static Commit setAside(TestStore &desk, qint64 import, const QList<RecordId> &only = {})
{
    return must(desk.store->setAside(import, only, desk.author()));
}

/// Ada takes what Ben did to a milestone of hers and to one of his own.
struct Taken {
    TestStore ada;
    RecordId old = ada.addMilestone(u"Draft report"_s);
    QByteArray before = ada.dump();
    TestStore ben{ada, "Ben"};
    RecordId fresh;
    QByteArray after;
    Taken()
    {
        ben.set(old, "title", u"Draft report, second edition"_s);
        ben.set(old, "source", u"a letter"_s);
        fresh = ben.addMilestone(u"Of Ben"_s);
        ada.takeFrom(ben);
        after = ada.dump();
    }
};

void TestSetAside::takesBackWhatAnImportBrought()
{
    Taken taken;
    QVERIFY(taken.after != taken.before);
    const Commit aside = setAside(taken.ada, 1);
    QCOMPARE(taken.ada.dump(), taken.before);
    QVERIFY(aside.left.isEmpty());
    QCOMPARE(aside.changes.records.value(taken.old).fields, (QSet<QByteArray>{"title", "source"}));
    QVERIFY(aside.changes.records.value(taken.fresh).vanished);
    taken.ada.reopen();
    QCOMPARE(taken.ada.dump(), taken.before);
    QVERIFY(must(taken.ada.store->verify()).problems.isEmpty());
}

void TestSetAside::isOneActionThatUndoTakesBackAndRedoRepeats()
{
    Taken taken;
    const Commit aside = setAside(taken.ada, 1);
    QCOMPARE(taken.ada.transactions().last().group, aside.group);
    QCOMPARE(taken.ada.transactions().last().cause, int(Cause::Undo));
    taken.ada.undo();
    QCOMPARE(taken.ada.dump(), taken.after);
    taken.ada.redo();
    QCOMPARE(taken.ada.dump(), taken.before);
    taken.ada.undo();
    QCOMPARE(taken.ada.dump(), taken.after);
    // And what was done before the import is next.
    taken.ada.undo();
    QCOMPARE(taken.ada.text(taken.old, "title"), u"Draft report, second edition"_s);
}

void TestSetAside::anImportIsMarkedWhileAllOfItIsSetAside()
{
    Taken taken;
    const auto marked = [&] { return taken.ada.store->imports().first().setAside; };
    QCOMPARE(taken.ada.store->imports().size(), 1);
    QVERIFY(!marked());
    setAside(taken.ada, 1, {taken.old});
    QVERIFY(!marked()); // Only a part of it.
    taken.ada.undo();
    setAside(taken.ada, 1);
    QVERIFY(marked());
    taken.ada.undo();
    QVERIFY(!marked());
    taken.ada.redo();
    QVERIFY(marked());
    taken.ada.reopen();
    QVERIFY(marked());
}

void TestSetAside::fieldsOthersWentOnFromStayAndAreNamed()
{
    Taken taken;
    taken.ada.set(taken.old, "title", u"Draft report, third edition"_s);
    const Commit aside = setAside(taken.ada, 1);
    QCOMPARE(aside.left, QStringList{u"M-001.title"_s});
    QCOMPARE(taken.ada.text(taken.old, "title"), u"Draft report, third edition"_s);
    QVERIFY(taken.ada.text(taken.old, "source").isEmpty());
    QVERIFY(!taken.ada.review().find(taken.fresh));
    QVERIFY(!taken.ada.store->imports().first().setAside);
    taken.ada.undo();
    QCOMPARE(taken.ada.text(taken.old, "title"), u"Draft report, third edition"_s);
    QCOMPARE(taken.ada.text(taken.old, "source"), u"a letter"_s);
    QVERIFY(taken.ada.review().find(taken.fresh));
}

void TestSetAside::aNewRecordOthersWorkedOnStaysWhole()
{
    Taken taken;
    taken.ada.set(taken.fresh, "source", u"seen by Ada"_s);
    const Commit aside = setAside(taken.ada, 1);
    QCOMPARE(aside.left, QStringList{u"M-002.life"_s});
    QCOMPARE(taken.ada.life(taken.fresh), Life::Alive);
    QCOMPARE(taken.ada.text(taken.fresh, "title"), u"Of Ben"_s);
    QCOMPARE(taken.ada.text(taken.fresh, "source"), u"seen by Ada"_s);
    QCOMPARE(taken.ada.text(taken.old, "title"), u"Draft report"_s);
}

void TestSetAside::aConflictTheImportMadeIsGone()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    TestStore ben(ada, "Ben");
    ada.set(id, "title", u"of Ada"_s);
    ben.set(id, "title", u"of Ben"_s);
    ada.takeFrom(ben);
    QVERIFY(ada.inConflict(id, "title"));
    setAside(ada, 1);
    QVERIFY(!ada.inConflict(id, "title"));
    QCOMPARE(ada.text(id, "title"), u"of Ada"_s);
    ada.undo();
    QCOMPARE(ada.values(id, "title").size(), 2);
}

void TestSetAside::onlySomeRecordsAreSetAside()
{
    Taken taken;
    const Commit aside = setAside(taken.ada, 1, {taken.fresh});
    QVERIFY(aside.left.isEmpty());
    QVERIFY(!taken.ada.review().find(taken.fresh));
    QCOMPARE(taken.ada.text(taken.old, "title"), u"Draft report, second edition"_s);
    // The rest can still be set aside, and both come back one after the other.
    setAside(taken.ada, 1, {taken.old});
    QCOMPARE(taken.ada.dump(), taken.before);
    taken.ada.undo();
    taken.ada.undo();
    QCOMPARE(taken.ada.dump(), taken.after);
}

void TestSetAside::deletionsAndMovesOfAnImportAreTakenBack()
{
    TestStore ada;
    const RecordId one = ada.addMilestone(u"one"_s);
    const RecordId two = ada.addMilestone(u"two"_s);
    const QByteArray before = ada.dump();
    TestStore ben(ada, "Ben");
    ben.remove(one);
    ChangeSet moves = ben.edit(Cause::Delete);
    moves.remove(Kind::Milestone, two, "moved");
    ben.commit(moves);
    ada.takeFrom(ben);
    QCOMPARE(ada.life(two), Life::Deleted);
    setAside(ada, 1);
    QCOMPARE(ada.dump(), before);
    ada.undo();
    QCOMPARE(ada.life(one), Life::Deleted);
    QCOMPARE(ada.life(two), Life::Deleted);
    QCOMPARE(ada.store->history(two, "life").first().after, Value(u"moved"_s));
}

void TestSetAside::bothSidesShowTheSameAfterTheyExchange()
{
    Taken taken;
    taken.ada.set(taken.old, "title", u"Draft report, third edition"_s);
    taken.ben.set(taken.old, "source", u"another letter"_s); // While Ada takes the letter back.
    setAside(taken.ada, 1);
    exchange(taken.ada, taken.ben);
    QCOMPARE(taken.ada.dump(), taken.ben.dump());
    QVERIFY(taken.ben.inConflict(taken.old, "source"));
    QVERIFY(!taken.ben.review().find(taken.fresh));
    taken.ada.undo();
    exchange(taken.ada, taken.ben);
    QCOMPARE(taken.ada.dump(), taken.ben.dump());
    QVERIFY(taken.ben.review().find(taken.fresh));
}

void TestSetAside::anImportThatBroughtNothingIsNotFound()
{
    Taken taken;
    const auto unknown = taken.ada.store->setAside(99, {}, taken.ada.author());
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    const auto elsewhere =
        taken.ada.store->setAside(1, {RecordId(TestStore::reviewUuid())}, taken.ada.author());
    QCOMPARE(elsewhere.error().code, ErrorCode::NotFound);
    QCOMPARE(taken.ada.dump(), taken.after);
}

/// Transactions of a stranger that give every one of @p records a title, so many to a transaction.
static QList<Transaction> retitled(const QList<QByteArray> &records, int each, TestStore &from)
{
    QList<Transaction> all;
    for (qsizetype at = 0; at < records.size(); at += each) {
        Transaction transaction;
        transaction.stream = QByteArray(16, 'S');
        transaction.seq = quint64(all.size()) + 1;
        transaction.prev = all.isEmpty() ? QByteArray() : all.last().identity();
        transaction.lam = 1000 + transaction.seq;
        transaction.person = QByteArray(16, 0);
        transaction.group = from.entropy(8);
        for (const QByteArray &record : records.mid(at, each)) {
            Operation operation;
            operation.entity = record;
            operation.field = "milestone.title";
            operation.salt = from.entropy(16);
            operation.value = Value(u"anew"_s);
            transaction.operations += operation;
        }
        all += transaction;
    }
    return all;
}

static QList<QByteArray> manyRecords(int count, TestStore &from)
{
    QList<QByteArray> records;
    for (int i = 0; i < count; ++i)
        records += from.entropy(16);
    return records;
}

void TestSetAside::manyTransactionsAreSetAsideInSeconds()
{
    // One operation each: the list of what is taken back is as long as the list of operations, and whoever reads
    // it anew for every operation takes minutes.
    TestStore ada;
    ada.take(retitled(manyRecords(3000, ada), 1, ada));
    QElapsedTimer timer;
    timer.start();
    setAside(ada, 1);
    ada.undo();
    QVERIFY2(timer.elapsed() < 30000, qPrintable(QString::number(timer.elapsed())));
    qInfo("set aside and back: %lld ms", timer.elapsed());
}

PLUMBLINE_TEST(TestSetAside)
} // namespace setaside_test

#include "tst_setaside.moc"
