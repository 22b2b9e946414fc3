#include "tests/core/store/teststore.h"
#include "tests/testprogram.h"

#include <QRandomGenerator>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace exchange_test {

class TestExchange : public QObject
{
    Q_OBJECT

private slots:
    void haveNamesTheEndOfEveryStream();
    void aStreamWithAHoleEndsBeforeIt();
    void onAForkBothEndsCount();
    void aTransactionThatLeapsIsNotWhole();
    void whatIsKnownOfStreamsIsTheSameAfterOpeningAgain();
    void aSelectionGivesExactlyWhatCannotBeReached();
    void aSelectionKeepsAudiencesApart();
    void whatArrivesAfterCountingIsNotGiven();
    void othersMayWriteBetweenTwoTransactions();
    void stoppingASelectionIsAnError();
    void whatSeveralFilesHaveInCommon();
    void aCopiedFileIsAnotherFile();
    void aReadOnlyFileHasAnIdAndIsNotWritten();
    void peersAreRememberedWithTheNewestWord();
    void anImportIsRemembered();
    void whatBothSidesChangedIsToBeReadAgain();
    void whatWasBuiltOnOursIsNotToBeReadAgain();
    void lateBundlesOfOneStreamAreNotToBeReadAgain();
    void whatWasReadIsForgotten();
    void aTransactionThatPutsAStreamIntoAnotherAudienceStaysInThatAudience();
    void extrasTravelOnlyWhereAllTheirAudiencesGo();
    void refreshShowsWhatAnotherConnectionChanged();
    void aHugeLogicalTimeDoesNoHarm();
    void aSecondComputerOfOnePersonIsAnotherStream();
    void aFileIsCopiedWhileItIsOpen();
};

static QList<StreamTip> sorted(QList<StreamTip> tips)
{
    std::sort(tips.begin(), tips.end(), [](const StreamTip &a, const StreamTip &b) { return a.h < b.h; });
    return tips;
}

/// Takes transactions as an import whose sender had @p have.
static qint64 takeAs(TestStore &store, const QList<Transaction> &transactions, const QList<StreamTip> &have)
{
    ImportSource source;
    source.bundle = u"b.plumbx"_s;
    source.name = u"Ben"_s;
    source.when = store.now;
    source.have = have;
    const qint64 import = must(store.store->beginImport(source));
    qsizetype at = 0;
    must(store.store->importTransactions(
        [&]() -> std::optional<Transaction> {
            return at < transactions.size() ? std::optional(transactions.at(at++)) : std::nullopt;
        },
        import));
    return import;
}

static QList<QByteArray> identities(Store &store, const Selection &selection)
{
    QList<QByteArray> all;
    must(store.forEachTransaction(selection, [&](const Transaction &transaction) -> Status {
        all += transaction.identity();
        return {};
    }));
    return all;
}

/// Only what @p writer wrote under her own stream.
static QList<Transaction> ownOf(const TestStore &writer, const TestStore &other)
{
    QList<Transaction> own = writer.transactions();
    const QList<Transaction> known = other.transactions();
    own.removeIf([&](const Transaction &transaction) { return known.contains(transaction); });
    return own;
}

void TestExchange::haveNamesTheEndOfEveryStream()
{
    TestStore ada;
    TestStore ben(ada, "Ben");
    const RecordId id = ada.addMilestone(u"Draft"_s);
    ada.set(id, "title", u"Final"_s);
    ben.addMilestone(u"of Ben"_s);
    ada.takeFrom(ben);
    QCOMPARE(ada.store->have({0}).size(), 2);
    QCOMPARE(sorted(ada.store->have({0})), sorted(ada.store->tips()));
    QVERIFY(ada.store->have({7}).isEmpty());
}

void TestExchange::aStreamWithAHoleEndsBeforeIt()
{
    TestStore ada;
    TestStore ben(ada, "Ben");
    for (int i = 0; i < 5; ++i)
        ben.addMilestone(QString::number(i));
    const QList<Transaction> own = ownOf(ben, ada);
    QCOMPARE(own.size(), 5);
    ada.take({own.at(0), own.at(2), own.at(3), own.at(4)});
    const auto tipOfBen = [&]() -> StreamTip {
        for (const StreamTip &tip : ada.store->have({0})) {
            if (tip.stream == own.first().stream)
                return tip;
        }
        return {};
    };
    QCOMPARE(tipOfBen().h, own.at(0).identity());
    QCOMPARE(ada.store->gaps().size(), 1);
    QCOMPARE(ada.store->gaps().first().first, own.at(1).seq);
    QCOMPARE(ada.store->gaps().first().last, own.at(1).seq);
    ada.take({own.at(1)});
    QCOMPARE(tipOfBen().h, own.at(4).identity());
    QVERIFY(ada.store->gaps().isEmpty());
}

void TestExchange::onAForkBothEndsCount()
{
    TestStore ada;
    TestStore ben(ada, "Ben");
    ben.addMilestone(u"one"_s);
    ben.addMilestone(u"two"_s);
    const QList<Transaction> own = ownOf(ben, ada);
    Transaction other = own.at(1);
    other.wall += 1;
    ada.take(own + QList<Transaction>{other});
    QList<QByteArray> ends;
    for (const StreamTip &tip : ada.store->have({0})) {
        if (tip.stream == own.first().stream)
            ends += tip.h;
    }
    QCOMPARE(ends.size(), 2);
    QVERIFY(ends.contains(own.at(1).identity()) && ends.contains(other.identity()));
    // Whoever has one end lacks the other.
    const Selection selection{{0}, {{own.at(1).stream, own.at(1).seq, own.at(1).identity()}}, 0};
    const QList<QByteArray> rest = identities(*ada.store, selection);
    QVERIFY(rest.contains(other.identity()));
    QVERIFY(!rest.contains(own.at(0).identity()) && !rest.contains(own.at(1).identity()));
}

void TestExchange::aTransactionThatLeapsIsNotWhole()
{
    TestStore ada;
    TestStore ben(ada, "Ben");
    ben.addMilestone(u"one"_s);
    ben.addMilestone(u"two"_s);
    QList<Transaction> own = ownOf(ben, ada);
    own[1].seq = 9; // It names its previous one, but says to stand elsewhere.
    ada.take(own);
    for (const StreamTip &tip : ada.store->have({0}))
        QVERIFY(tip.h != own.at(1).identity());
    QVERIFY(identities(*ada.store, {}).contains(own.at(1).identity()));
}

void TestExchange::whatIsKnownOfStreamsIsTheSameAfterOpeningAgain()
{
    TestStore ada;
    TestStore ben(ada, "Ben");
    must(ada.store->setDurable(false));
    must(ben.store->setDurable(false));
    const RecordId id = ada.addMilestone(u"M"_s);
    for (int i = 0; i < 620; ++i)
        ada.set(id, "title", QString::number(i));
    for (int i = 0; i < 3; ++i)
        ben.addMilestone(QString::number(i));
    QList<Transaction> own = ownOf(ben, ada);
    const Transaction missing = own.takeAt(1);
    ada.take(own);
    const auto have = ada.store->have({0});
    const auto gaps = ada.store->gaps();
    QCOMPARE(gaps.size(), 1);
    ada.reopen();
    QCOMPARE(ada.store->have({0}), have);
    QCOMPARE(ada.store->gaps().size(), 1);
    ada.take({missing});
    ada.addMilestone(u"later"_s);
    const auto later = ada.store->have({0});
    QVERIFY(ada.store->gaps().isEmpty());
    // A copy elsewhere finds out everything anew.
    ada.close();
    TestStore copy(ada, "Cleo");
    QCOMPARE(copy.store->have({0}), later);
}

/// What can be reached from some identities by previous transactions, found out in the simplest way.
static QSet<QByteArray> reachable(const QList<Transaction> &all, const QList<QByteArray> &from)
{
    QSet<QByteArray> found;
    for (QByteArray at : from) {
        while (!at.isEmpty() && !found.contains(at)) {
            const auto here = std::find_if(all.begin(), all.end(),
                                           [&](const Transaction &one) { return one.identity() == at; });
            if (here == all.end())
                break;
            found.insert(at);
            at = here->prev;
        }
    }
    return found;
}

void TestExchange::aSelectionGivesExactlyWhatCannotBeReached()
{
    QRandomGenerator random{1};
    for (int round = 0; round < 20; ++round) {
        TestStore ada;
        must(ada.store->setDurable(false));
        const Transaction pattern = ada.transactions().first();
        // Three streams that fork here and there; some transactions have not arrived.
        QList<Transaction> made;
        for (int i = 0; i < 40; ++i) {
            Transaction transaction = pattern;
            transaction.stream = QByteArray(16, char('a' + random.bounded(3)));
            transaction.wall = i;
            QList<Transaction> before = made;
            before.removeIf([&](const Transaction &one) { return one.stream != transaction.stream; });
            const bool starts = before.isEmpty();
            const Transaction &previous = starts ? transaction
                                                 : before.at(random.bounded(4) ? before.size() - 1
                                                                               : random.bounded(before.size()));
            transaction.prev = starts ? QByteArray() : previous.identity();
            transaction.seq = starts ? 1 : previous.seq + 1;
            made += transaction;
        }
        QList<Transaction> arrived = made;
        for (int i = 0; i < round % 5; ++i)
            arrived.removeAt(random.bounded(arrived.size()));
        std::shuffle(arrived.begin(), arrived.end(), random);
        ada.take(arrived);
        const QList<Transaction> here = ada.transactions();
        for (int attempt = 0; attempt < 10; ++attempt) {
            Selection selection;
            QList<QByteArray> from;
            for (int i = random.bounded(4); i > 0; --i) {
                const Transaction &tip = made.at(random.bounded(made.size())); // Perhaps not here.
                selection.beyond += {tip.stream, tip.seq, tip.identity()};
                from += tip.identity();
            }
            const QSet<QByteArray> reached = reachable(here, from);
            const QList<QByteArray> given = identities(*ada.store, selection);
            const QSet<QByteArray> got(given.begin(), given.end());
            QCOMPARE(qsizetype(got.size()), given.size());
            for (const Transaction &transaction : here) {
                const QByteArray h = transaction.identity();
                // Of what arrived whole the answer is exact; what hangs in the air may be sent once more.
                if (!reached.contains(h))
                    QVERIFY2(got.contains(h), qPrintable(u"round %1: something is missing"_s.arg(round)));
                else if (arrived.size() == made.size())
                    QVERIFY2(!got.contains(h), qPrintable(u"round %1: something is sent again"_s.arg(round)));
            }
            QCOMPARE(must(ada.store->count(selection)).transactions, given.size());
        }
    }
}

/// A record of a closed group.
static RecordId addClosed(TestStore &store, int audience, const QString &title)
{
    ChangeSet changes = store.edit(Cause::Create);
    const RecordId id = changes.create(store.review(), Kind::Milestone, {},
                                       RecordId(QUuid::fromRfc4122(store.entropy(16))), audience);
    changes.set(Kind::Milestone, id, "title", Value(title));
    store.commit(changes);
    return id;
}

void TestExchange::aSelectionKeepsAudiencesApart()
{
    TestStore ada;
    ada.addMilestone(u"for everybody"_s);
    addClosed(ada, 7, u"for some"_s);
    const QList<QByteArray> team = identities(*ada.store, {{0}, {}, 0});
    const QList<QByteArray> closed = identities(*ada.store, {{7}, {}, 0});
    const QList<QByteArray> both = identities(*ada.store, {{0, 7}, {}, 0});
    QCOMPARE(closed.size(), 1);
    QCOMPARE(both.size(), team.size() + closed.size());
    QVERIFY(!team.contains(closed.first()));
    QCOMPARE(ada.store->have({7}).size(), 1);
    QCOMPARE(ada.store->have({7}).first().h, closed.first());
    const auto count = must(ada.store->count({{0, 7}, {}, 0}));
    QCOMPARE(count.operations, ada.store->operationCount());
}

void TestExchange::whatArrivesAfterCountingIsNotGiven()
{
    TestStore ada;
    ada.addMilestone(u"early"_s);
    Selection selection;
    const auto count = must(ada.store->count(selection));
    ada.addMilestone(u"late"_s);
    selection.until = count.until;
    QCOMPARE(identities(*ada.store, selection).size(), count.transactions);
    QCOMPARE(identities(*ada.store, {}).size(), count.transactions + 1);
}

void TestExchange::othersMayWriteBetweenTwoTransactions()
{
    TestStore ada;
    for (int i = 0; i < 5; ++i)
        ada.addMilestone(QString::number(i));
    const auto reading = must(Store::open(ada.path(), Store::ReadOnly, ada.registry));
    int seen = 0;
    must(reading->forEachTransaction(Selection{}, [&](const Transaction &) -> Status {
        if (seen++ == 1)
            ada.addMilestone(u"written meanwhile"_s);
        return {};
    }));
    QCOMPARE(seen, 6);
    QCOMPARE(ada.store->transactionCount(), 7);
}

void TestExchange::stoppingASelectionIsAnError()
{
    TestStore ada;
    ada.addMilestone(u"M"_s);
    Progress progress;
    progress.cancel();
    const Status status = ada.store->forEachTransaction({}, [](const Transaction &) { return Status(); }, progress);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::Cancelled);
}

void TestExchange::whatSeveralFilesHaveInCommon()
{
    TestStore ada;
    TestStore ben(ada, "Ben");
    ben.addMilestone(u"one"_s);
    const QList<StreamTip> early = ben.store->have({0});
    ben.addMilestone(u"two"_s);
    const QList<StreamTip> late = ben.store->have({0});
    ada.takeFrom(ben);
    QCOMPARE(sorted(ada.store->inCommon({late, early})), sorted(early));
    QCOMPARE(sorted(ada.store->inCommon({late, late})), sorted(late));
    QCOMPARE(ada.store->inCommon({late, {}}), QList<StreamTip>());
    QCOMPARE(ada.store->inCommon({}), QList<StreamTip>());
    // Neither end of a fork has what the other has.
    const Transaction end = ben.transactions().last();
    Transaction other = end;
    other.wall += 1;
    ada.take({other});
    QVERIFY(ada.store
                ->inCommon({{{end.stream, end.seq, end.identity()}}, {{other.stream, other.seq, other.identity()}}})
                .isEmpty());
}

void TestExchange::aCopiedFileIsAnotherFile()
{
    TestStore ada;
    const QByteArray id = ada.store->fileId();
    QCOMPARE(id.size(), 16);
    ada.addMilestone(u"M"_s);
    ada.reopen();
    QCOMPARE(ada.store->fileId(), id);
    ada.close();
    TestStore ben(ada, "Ben");
    QVERIFY(ben.store->fileId() != id);
    const QByteArray before = ben.store->fileId();
    QCOMPARE(ben.store->fileId(), before);
    ben.addMilestone(u"of Ben"_s);
    const QByteArray own = ben.store->fileId();
    QVERIFY(own != id);
    ben.reopen();
    QCOMPARE(ben.store->fileId(), own);
    ada.open();
    QCOMPARE(ada.store->fileId(), id);
}

void TestExchange::aReadOnlyFileHasAnIdAndIsNotWritten()
{
    TestStore ada;
    ada.close();
    TestStore ben(ada, "Ben");
    ben.close();
    const auto bytes = [&] {
        QFile file(ben.path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = bytes();
    ben.open(Store::ReadOnly);
    const QByteArray id = ben.store->fileId();
    QCOMPARE(id.size(), 16);
    QVERIFY(!ben.store->have({0}).isEmpty());
    ben.close();
    QCOMPARE(bytes(), before);
    ben.open();
    QCOMPARE(ben.store->fileId(), id); // Nothing was written through it, so it is still the same.
}

void TestExchange::peersAreRememberedWithTheNewestWord()
{
    TestStore ada;
    const RecordId ben(QUuid::createUuid());
    const StreamTip a1{QByteArray(16, 'a'), 1, QByteArray(16, '1')};
    const StreamTip a2{QByteArray(16, 'a'), 2, QByteArray(16, '2')};
    const StreamTip b1{QByteArray(16, 'b'), 1, QByteArray(16, '3')};
    const QByteArray file(16, 'f');
    must(ada.store->rememberPeer({file, ben, u"Ben"_s, {a1, b1}, ada.now, {}}));
    must(ada.store->rememberPeer({file, ben, {}, {a2}, ada.now.addDays(1), {}}));
    must(ada.store->rememberPeer({file, ben, {}, {}, {}, ada.now.addDays(2)}));
    ada.reopen();
    QCOMPARE(ada.store->peers().size(), 1);
    const Peer peer = ada.store->peers().first();
    QCOMPARE(peer.file, file);
    QCOMPARE(peer.person, ben);
    QCOMPARE(peer.name, u"Ben"_s);
    QCOMPARE(sorted(peer.have), sorted({a2, b1})); // What is not mentioned is not lost.
    QCOMPARE(peer.lastIn, ada.now.addDays(1));
    QCOMPARE(peer.lastOut, ada.now.addDays(2));
    ada.close();
    ada.open(Store::ReadOnly);
    QVERIFY(!ada.store->rememberPeer(peer));
}

void TestExchange::anImportIsRemembered()
{
    TestStore ada;
    TestStore ben(ada, "Ben");
    ben.addMilestone(u"of Ben"_s);
    const qint64 import = takeAs(ada, ownOf(ben, ada), ben.store->have({0}));
    QCOMPARE(ada.store->imports().size(), 1);
    const ImportRecord record = ada.store->imports().first();
    QCOMPARE(record.id, import);
    QCOMPARE(record.transactions, 1);
    QCOMPARE(record.source.bundle, u"b.plumbx"_s);
    QCOMPARE(record.source.name, u"Ben"_s);
    QCOMPARE(record.source.when, ada.now);
    QVERIFY(!record.setAside);
}

void TestExchange::whatBothSidesChangedIsToBeReadAgain()
{
    TestStore ada;
    const RecordId both = ada.addMilestone(u"both"_s);
    const RecordId onlyBen = ada.addMilestone(u"only Ben"_s);
    const RecordId onlyAda = ada.addMilestone(u"only Ada"_s);
    const RecordId moved = ada.addMilestone(u"moved here, edited there"_s);
    TestStore ben(ada, "Ben");
    ada.set(both, "title", u"of Ada"_s);
    ada.set(onlyAda, "title", u"of Ada"_s);
    ada.set(moved, "~place", Value(Value::Array{Value(), Value(u"a1"_s)}));
    ben.set(both, "source", u"of Ben"_s);
    ben.set(onlyBen, "source", u"of Ben"_s);
    ben.set(moved, "source", u"of Ben"_s);
    const qint64 import = takeAs(ada, ownOf(ben, ada), ben.store->have({0}));
    QCOMPARE(ada.store->toReread(), QList<RecordId>{both});
    QCOMPARE(ada.store->toReread({import}), QList<RecordId>{both});
    QVERIFY(ada.store->toReread({import + 1}).isEmpty());
}

void TestExchange::whatWasBuiltOnOursIsNotToBeReadAgain()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"M"_s);
    TestStore ben(ada, "Ben");
    ada.set(id, "title", u"of Ada"_s);
    ben.takeFrom(ada);
    ben.set(id, "title", u"of Ben, who had read it"_s);
    takeAs(ada, ownOf(ben, ada), ben.store->have({0}));
    QCOMPARE(ada.text(id, "title"), u"of Ben, who had read it"_s);
    QVERIFY(ada.store->toReread().isEmpty());
}

void TestExchange::lateBundlesOfOneStreamAreNotToBeReadAgain()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"M"_s);
    TestStore ben(ada, "Ben");
    ben.set(id, "title", u"first week"_s);
    const QList<StreamTip> early = ben.store->have({0});
    ben.set(id, "title", u"second week"_s);
    const QList<Transaction> own = ownOf(ben, ada);
    takeAs(ada, {own.at(1)}, ben.store->have({0}));
    takeAs(ada, {own.at(0)}, early);
    QCOMPARE(ada.text(id, "title"), u"second week"_s);
    QVERIFY(ada.store->toReread().isEmpty());
}

void TestExchange::whatWasReadIsForgotten()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"M"_s);
    TestStore ben(ada, "Ben");
    ada.set(id, "title", u"of Ada"_s);
    ben.set(id, "title", u"of Ben"_s);
    takeAs(ada, ownOf(ben, ada), ben.store->have({0}));
    QCOMPARE(ada.store->toReread(), QList<RecordId>{id});
    must(ada.store->markReread({id}));
    QVERIFY(ada.store->toReread().isEmpty());
}

void TestExchange::aTransactionThatPutsAStreamIntoAnotherAudienceStaysInThatAudience()
{
    TestStore ada;
    TestStore ben(ada, "Ben");
    ben.addMilestone(u"one"_s);
    ben.addMilestone(u"two"_s);
    QList<Transaction> own = ownOf(ben, ada);
    own[1].audience = 7;
    const ImportCounts counts = ada.take(own);
    // Whichever of the two came first, both are kept, and each goes only where its own audience does.
    QCOMPARE(counts.transactions, 2);
    QVERIFY(ada.store->contains(own.at(1).identity()));
    bool sent = false;
    must(ada.store->forEachTransaction(Selection{{0}, {}}, [&](const Transaction &transaction) -> Status {
        sent |= transaction == own.at(1);
        return {};
    }));
    QVERIFY(!sent);
}

void TestExchange::extrasTravelOnlyWhereAllTheirAudiencesGo()
{
    TestStore ada;
    must(ada.store->keepExtra({200, "for the team", {0}}));
    must(ada.store->keepExtra({200, "for both", {0, 7}}));
    must(ada.store->keepExtra({200, "first both, then the team", {0, 7}}));
    must(ada.store->keepExtra({200, "first both, then the team", {0}}));
    must(ada.store->keepExtra({200, "first the team, then both", {0}}));
    must(ada.store->keepExtra({200, "first the team, then both", {7, 0}}));
    const auto given = [&](const QList<int> &audiences) {
        QSet<QByteArray> all;
        must(ada.store->forEachExtra(audiences, [&](const Extra &extra) -> Status {
            all.insert(extra.bytes);
            return {};
        }));
        return all;
    };
    QCOMPARE(given({0}),
             (QSet<QByteArray>{"for the team", "first both, then the team", "first the team, then both"}));
    QCOMPARE(given({0, 7}).size(), 4);
    QVERIFY(given({7}).isEmpty());
}

void TestExchange::refreshShowsWhatAnotherConnectionChanged()
{
    TestStore ada;
    const RecordId disputed = ada.addMilestone(u"disputed"_s);
    const RecordId doomed = ada.addMilestone(u"doomed"_s);
    TestStore ben(ada, "Ben");
    ada.set(disputed, "title", u"of Ada"_s);
    ben.set(disputed, "title", u"of Ben"_s);
    ben.remove(doomed);
    const RecordId fresh = ben.addMilestone(u"fresh"_s);
    const qint64 position = ada.review().position();
    Changes changes;
    {
        const auto worker = must(Store::open(ada.path(), Store::ReadWrite, ada.registry));
        const QList<Transaction> all = ben.transactions();
        qsizetype at = 0;
        changes = must(worker->importTransactions(
                           [&]() -> std::optional<Transaction> {
                               return at < all.size() ? std::optional(all.at(at++)) : std::nullopt;
                           },
                           u"Ben"_s, ada.now))
                      .changes;
    }
    QVERIFY(!ada.inConflict(disputed, "title"));
    must(ada.store->refresh(changes));
    QVERIFY(ada.inConflict(disputed, "title"));
    QCOMPARE(ada.life(doomed), Life::Deleted);
    QCOMPARE(ada.text(fresh, "title"), u"fresh"_s);
    QVERIFY(ada.review().position() > position);
    const QByteArray shown = ada.dump();
    const auto conflicts = ada.review().conflicts();
    ada.reopen();
    QCOMPARE(ada.dump(), shown);
    QCOMPARE(ada.review().conflicts(), conflicts);
    // What is written now builds on it.
    ada.resolve(disputed, "title", u"agreed"_s);
    QVERIFY(must(ada.store->verify()).problems.isEmpty());
}

void TestExchange::aHugeLogicalTimeDoesNoHarm()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"M"_s);
    TestStore ben(ada, "Ben");
    ben.set(id, "title", u"from the far future"_s);
    QList<Transaction> own = ownOf(ben, ada);
    own[0].lam = quint64(1) << 60;
    ada.take(own);
    QCOMPARE(ada.text(id, "title"), u"from the far future"_s);
    ada.set(id, "title", u"after it"_s);
    QCOMPARE(ada.text(id, "title"), u"after it"_s);
    QCOMPARE(ada.transactions().last().lam, largestLam);
    TestStore cleo(ada, "Cleo");
    cleo.takeFrom(ada);
    QCOMPARE(cleo.dump(), ada.dump());
    QVERIFY(must(ada.store->verify()).problems.isEmpty());
}

void TestExchange::aSecondComputerOfOnePersonIsAnotherStream()
{
    TestStore desk;
    const RecordId person(QUuid::createUuid());
    const auto write = [&](TestStore &store, const QString &title) {
        ChangeSet changes = store.edit(Cause::Create);
        const RecordId id = changes.create(store.review(), Kind::Milestone, {},
                                           RecordId(QUuid::fromRfc4122(store.entropy(16))));
        changes.set(Kind::Milestone, id, "title", Value(title));
        must(store.store->commit(changes, {person, store.now}));
    };
    write(desk, u"at the desk"_s);
    TestStore laptop(desk, "Laptop");
    write(laptop, u"on the train"_s);
    write(desk, u"at the desk again"_s);
    exchange(desk, laptop);
    QCOMPARE(desk.dump(), laptop.dump());
    QCOMPARE(desk.store->have({0}).size(), 2);
    QVERIFY(desk.store->gaps().isEmpty());
    QVERIFY(desk.store->fileId() != laptop.store->fileId());
    QVERIFY(desk.review().conflicts().isEmpty());
}

void TestExchange::aFileIsCopiedWhileItIsOpen()
{
    TestStore ada;
    ada.addMilestone(u"M"_s);
    const QString copy = ada.folder() + u"/copy.plumb"_s;
    must(Store::copyFile(ada.path(), copy));
    {
        const auto opened = must(Store::open(copy, Store::ReadWrite, StreamRegistry::inMemory()));
        QCOMPARE(dumpReview(opened->review()), ada.dump());
        QVERIFY(must(opened->verify()).problems.isEmpty());
    }
    QVERIFY(!Store::copyFile(ada.folder() + u"/none.plumb"_s, ada.folder() + u"/other.plumb"_s));
    QVERIFY(!QFile::exists(ada.folder() + u"/other.plumb"_s));
}

PLUMBLINE_TEST(TestExchange)
} // namespace exchange_test

#include "tst_exchange.moc"
