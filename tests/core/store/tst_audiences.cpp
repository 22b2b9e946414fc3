// Whom a record belongs to follows from the set of transactions alone, and what stands in the streams of the team holds
// nothing of a closed group.

#include "core/domain/audience.h"
#include "core/domain/closedgroup.h"
#include "core/domain/finding.h"
#include "core/domain/link.h"
#include "core/domain/note.h"
#include "tests/core/store/teststore.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace audiences_test {

class TestAudiences : public QObject
{
    Q_OBJECT

private slots:
    void theOrderOfArrivalDoesNotDecideWhomARecordBelongsTo();
    void aRecordWithoutALifeBelongsToItsFirstOperation();
    void oneStreamNameForTwoAudiencesIsTwoStreamsInEitherOrder();
    void everyOperationOfARecordStandsInItsAudience();
    void aLinkToAClosedRecordStandsInTheGroupsStream();
    void theTeamsStreamsNameNoClosedRecord();
    void undoAndRedoStayInTheAudience();
    void aRecordMarkedAsMovedIsGoneAndUndoBringsItBack();
    void whatIsRefusedWritesNothing();
};

static constexpr int signers = 77;

static RecordId addClosed(TestStore &store, Kind kind, const QString &title, int audience = signers)
{
    ChangeSet changes = store.edit(Cause::Create);
    const RecordId id =
        changes.create(store.review(), kind, {}, RecordId(QUuid::fromRfc4122(store.entropy(16))), audience);
    changes.set(kind, id, "title", Value(title));
    store.commit(changes);
    return id;
}

static RecordId addLink(TestStore &store, RecordId from, RecordId to)
{
    ChangeSet changes = store.edit(Cause::Create);
    const LinkId id(changes.create(store.review(), Kind::Link, {}, RecordId(QUuid::fromRfc4122(store.entropy(16)))).uuid);
    changes.set<&Link::type>(id, LinkType::Supports);
    changes.set<&Link::from>(id, from);
    changes.set<&Link::to>(id, to);
    store.commit(changes);
    return RecordId(id.uuid);
}

/// A transaction that creates the finding in an audience.
static Transaction creation(char stream, int audience, quint64 lam)
{
    Transaction transaction;
    transaction.stream = QByteArray(16, stream);
    transaction.person = QByteArray(16, '\0');
    transaction.group = QByteArray(8, stream);
    transaction.audience = audience;
    transaction.lam = lam;
    Operation life;
    life.type = LifeOperation;
    life.entity = QByteArray(16, 'F');
    life.field = "finding.life";
    life.salt = QByteArray(16, 's');
    life.value = Value::Array{Value(u"alive"_s), Value(u"finding"_s)};
    Operation title;
    title.entity = life.entity;
    title.field = "finding.title";
    title.salt = QByteArray(16, 't');
    title.value = Value(QString(QLatin1Char(stream)));
    transaction.operations = {life, title};
    return transaction;
}

static const RecordId finding(QUuid::fromRfc4122(QByteArray(16, 'F')));

void TestAudiences::theOrderOfArrivalDoesNotDecideWhomARecordBelongsTo()
{
    // The lower stream comes first at one time, the lower time before any stream.
    const QList<Transaction> tie{creation('a', signers, 5), creation('b', wholeTeam, 5)};
    const QList<Transaction> earlier{creation('a', signers, 6), creation('b', wholeTeam, 5)};
    const QList<Transaction> hostile{creation('a', signers, quint64(1) << 63), creation('b', wholeTeam, ~quint64(0))};
    for (const auto &[both, expected] :
         {std::pair(tie, signers), std::pair(earlier, int(wholeTeam)), std::pair(hostile, signers)}) {
        TestStore one;
        TestStore other;
        one.take({both.first()});
        one.take({both.last()});
        other.take({both.last()});
        other.take({both.first()});
        QCOMPARE(one.review().find(finding)->audience, expected);
        QCOMPARE(other.review().find(finding)->audience, expected);
        one.reopen();
        QCOMPARE(one.review().find(finding)->audience, expected);
        QCOMPARE(must(one.store->verify()).problems, QStringList());
        QCOMPARE(must(other.store->verify()).problems, QStringList());
    }
}

void TestAudiences::aRecordWithoutALifeBelongsToItsFirstOperation()
{
    Transaction title = creation('a', signers, 5);
    title.operations.removeFirst();
    Transaction other = creation('b', wholeTeam, 4);
    other.operations.removeFirst();
    TestStore one;
    one.take({title, other});
    TestStore two;
    two.take({other, title});
    QCOMPARE(one.review().findAny(finding)->audience, int(wholeTeam));
    QCOMPARE(two.review().findAny(finding)->audience, int(wholeTeam));
}

void TestAudiences::oneStreamNameForTwoAudiencesIsTwoStreamsInEitherOrder()
{
    const Transaction closed = creation('a', signers, 5);
    Transaction open = creation('a', wholeTeam, 6);
    open.operations.first().entity = QByteArray(16, 'G');
    open.operations.last().entity = QByteArray(16, 'G');
    const RecordId second(QUuid::fromRfc4122(QByteArray(16, 'G')));
    for (const QList<Transaction> &order : {QList<Transaction>{closed, open}, QList<Transaction>{open, closed}}) {
        TestStore store;
        store.take(order);
        QCOMPARE(store.review().find(finding)->audience, signers);
        QCOMPARE(store.review().find(second)->audience, int(wholeTeam));
        // Both read back as they came: an audience that was mixed up would change the hash.
        QVERIFY(store.transactions().contains(closed) && store.transactions().contains(open));
        QCOMPARE(must(store.store->verify()).problems, QStringList());
    }
}

void TestAudiences::everyOperationOfARecordStandsInItsAudience()
{
    TestStore ada;
    const RecordId id = addClosed(ada, Kind::Finding, u"Secret"_s);
    ada.set(id, "statement", u"More"_s);
    ada.reopen();
    ada.set(id, "cause", u"Still more"_s);
    ada.remove(id);
    ChangeSet changes = ada.edit(Cause::Restore);
    changes.restore(Kind::Finding, id);
    ada.commit(changes);
    int seen = 0;
    for (const Transaction &transaction : ada.transactions()) {
        for (const Operation &operation : transaction.operations) {
            if (operation.entity != id.uuid.toRfc4122())
                continue;
            QCOMPARE(transaction.audience, signers);
            ++seen;
        }
    }
    QCOMPARE(seen, 8); // Life, key, title; two texts; life and witness; life.
}

void TestAudiences::aLinkToAClosedRecordStandsInTheGroupsStream()
{
    TestStore ada;
    const RecordId open = ada.add(Kind::Finding, {{"title", u"Open"_s}});
    const RecordId secret = addClosed(ada, Kind::Finding, u"Secret"_s);
    const RecordId link = addLink(ada, open, secret);
    QCOMPARE(ada.review().find(link)->audience, signers);
    QCOMPARE(ada.review().find(addLink(ada, open, open))->audience, int(wholeTeam));
}

void TestAudiences::theTeamsStreamsNameNoClosedRecord()
{
    TestStore ada;
    const RecordId open = ada.add(Kind::Finding, {{"title", u"Open"_s}});
    const RecordId secret = addClosed(ada, Kind::Finding, u"Secret"_s);
    const RecordId link = addLink(ada, secret, open);
    ChangeSet changes = ada.edit(Cause::Create);
    const NoteId note = changes.create<Note>(ada.review());
    changes.set<&Note::on>(note, secret);
    changes.set<&Note::text>(note, u"Between us"_s);
    ada.commit(changes);
    ada.undo();
    ada.redo();
    ada.remove(link);
    int closed = 0;
    for (const Transaction &transaction : ada.transactions()) {
        const QByteArray bytes = transaction.toBytes();
        closed += transaction.audience == signers;
        if (transaction.audience != wholeTeam)
            continue;
        for (const RecordId id : {secret, link, RecordId(note.uuid)})
            QVERIFY(!bytes.contains(id.uuid.toRfc4122()));
    }
    QCOMPARE(closed, 6);
}

void TestAudiences::undoAndRedoStayInTheAudience()
{
    TestStore ada;
    const RecordId id = addClosed(ada, Kind::Finding, u"Secret"_s);
    ada.set(id, "statement", u"The cable was cut"_s);
    ada.undo();
    ada.redo();
    ada.undo();
    ada.undo();
    QCOMPARE(ada.life(id), Life::Deleted);
    for (const Transaction &transaction : ada.transactions()) {
        if (transaction.audience == wholeTeam)
            QVERIFY(!transaction.toBytes().contains("cable"));
    }
}

void TestAudiences::aRecordMarkedAsMovedIsGoneAndUndoBringsItBack()
{
    TestStore ada;
    const RecordId id = ada.add(Kind::Finding, {{"title", u"Open"_s}});
    ChangeSet changes = ada.edit(Cause::Create);
    changes.remove(Kind::Finding, id, "moved");
    ada.commit(changes);
    QCOMPARE(ada.life(id), Life::Deleted);
    ada.undo();
    QCOMPARE(ada.life(id), Life::Alive);
    ada.redo();
    QCOMPARE(ada.life(id), Life::Deleted);
    // The word survives, so that history says what became of it.
    QCOMPARE(ada.store->history(id, "life").first().after.toText(), u"moved"_s);
}

void TestAudiences::whatIsRefusedWritesNothing()
{
    TestStore ada;
    const RecordId one = addClosed(ada, Kind::Finding, u"One"_s);
    const RecordId two = addClosed(ada, Kind::Finding, u"Two"_s, 78);
    const qint64 before = ada.store->operationCount();
    ChangeSet changes = ada.edit(Cause::Create);
    const LinkId link = changes.create<Link>(ada.review());
    changes.set<&Link::from>(link, one);
    changes.set<&Link::to>(link, two);
    const auto done = ada.store->commit(changes, ada.author());
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Refused);
    QCOMPARE(ada.store->operationCount(), before);
}

PLUMBLINE_TEST(TestAudiences)
} // namespace audiences_test

#include "tst_audiences.moc"
