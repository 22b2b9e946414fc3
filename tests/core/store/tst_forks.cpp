#include "tests/core/store/teststore.h"
#include "tests/testprogram.h"

#include <QDir>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace forks_test {

class TestForks : public QObject
{
    Q_OBJECT

private slots:
    void aStreamGoesOnWhileTheFileStaysWhereItIs();
    void aCopyWritesUnderAStreamOfItsOwn();
    void twoCopiesEditedApartLoseNothing();
    void aCopyOnTheSameComputerWritesUnderAStreamOfItsOwn();
    void aRestoredBackupWritesUnderANewStream();
    void whatWasDoneBeforeABackupWasRestoredComesBackFromOthers();
    void aLostRegistryCostsANewStreamAndNothingElse();
    void aForgottenRegistryDoesNotTouchReading();
    void anUnknownTransactionOfTheOwnStreamInAnImportMintsANewOne();
    void aForkThatSlippedThroughShowsTheSameEverywhere();
    void anImportOfOthersKeepsTheOwnStream();
    void aDisownedFileWritesUnderANewStream();
    void theRegistryKeepsOneFileForEachStream();
    void aRegistryThatCannotBeWrittenCostsANewStreamAndNothingElse();
};

/// Streams in the order of their first transaction, by their transactions.
static QList<QByteArray> streams(const TestStore &store)
{
    QList<QByteArray> all;
    for (const Transaction &transaction : store.transactions()) {
        if (!all.contains(transaction.stream))
            all += transaction.stream;
    }
    return all;
}

static QByteArray lastStream(const TestStore &store)
{
    return store.transactions().last().stream;
}

void TestForks::aStreamGoesOnWhileTheFileStaysWhereItIs()
{
    TestStore ada;
    ada.addMilestone(u"one"_s);
    ada.reopen();
    ada.addMilestone(u"two"_s);
    QCOMPARE(streams(ada).size(), 1);
    const QList<Transaction> all = ada.transactions();
    for (qsizetype i = 0; i < all.size(); ++i) {
        QCOMPARE(all.at(i).seq, quint64(i) + 1);
        QCOMPARE(all.at(i).prev, i == 0 ? QByteArray() : all.at(i - 1).identity());
    }
}

void TestForks::aCopyWritesUnderAStreamOfItsOwn()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    TestStore ben(ada, "Ben");
    ben.set(id, "title", u"of Ben"_s);
    QCOMPARE(streams(ben).size(), 2);
    QVERIFY(lastStream(ben) != lastStream(ada));
    QCOMPARE(ben.transactions().last().seq, quint64(1));
    ben.set(id, "title", u"of Ben again"_s);
    QCOMPARE(streams(ben).size(), 2);
}

void TestForks::twoCopiesEditedApartLoseNothing()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    TestStore ben(ada, "Ben");
    ada.set(id, "source", u"of Ada"_s);
    ada.set(id, "title", u"of Ada"_s);
    ben.set(id, "responsible", u"of Ben"_s);
    ben.set(id, "title", u"of Ben"_s);
    const RecordId added = ben.addMilestone(u"new"_s);
    exchange(ada, ben);
    QCOMPARE(ada.dump(), ben.dump());
    QCOMPARE(ada.text(id, "source"), u"of Ada"_s);
    QCOMPARE(ada.text(id, "responsible"), u"of Ben"_s);
    const QStringList values = ada.values(id, "title");
    QCOMPARE(QSet<QString>(values.begin(), values.end()), (QSet<QString>{u"of Ada"_s, u"of Ben"_s}));
    QCOMPARE(ada.text(added, "title"), u"new"_s);
    QVERIFY(must(ada.store->verify()).problems.isEmpty());
    QVERIFY(must(ben.store->verify()).problems.isEmpty());
    QVERIFY(ada.store->gaps().isEmpty());
}

void TestForks::aCopyOnTheSameComputerWritesUnderAStreamOfItsOwn()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    TestStore copy(ada, "Ada's copy");
    copy.close();
    copy.registry = ada.registry; // One user, one registry, two files.
    copy.open();
    copy.set(id, "title", u"in the copy"_s);    // The first of the two to write goes on with the stream,
    ada.set(id, "title", u"in the original"_s); // the second finds it elsewhere and mints.
    QVERIFY(lastStream(copy) != lastStream(ada));
    exchange(ada, copy);
    QCOMPARE(ada.dump(), copy.dump());
    QVERIFY(ada.inConflict(id, "title"));
}

void TestForks::aRestoredBackupWritesUnderANewStream()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    ada.close();
    const QString backup = ada.folder() + u"/backup"_s;
    QVERIFY(QFile::copy(ada.path(), backup));
    ada.open();
    ada.set(id, "title", u"lost with the disk"_s);
    const QByteArray before = lastStream(ada);
    ada.close();
    QVERIFY(QFile::remove(ada.path()));
    QVERIFY(QFile::copy(backup, ada.path()));
    ada.open();
    QCOMPARE(ada.text(id, "title"), u"Draft report"_s);
    ada.set(id, "title", u"after the restore"_s);
    QVERIFY(lastStream(ada) != before);
}

void TestForks::whatWasDoneBeforeABackupWasRestoredComesBackFromOthers()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    ada.close();
    const QString backup = ada.folder() + u"/backup"_s;
    QVERIFY(QFile::copy(ada.path(), backup));
    ada.open();
    ada.set(id, "title", u"sent before the disk broke"_s);
    TestStore ben(ada, "Ben");
    ada.close();
    QVERIFY(QFile::remove(ada.path()));
    QVERIFY(QFile::copy(backup, ada.path()));
    ada.open();
    ada.set(id, "title", u"after the restore"_s);
    exchange(ada, ben);
    const QStringList values = ada.values(id, "title");
    QCOMPARE(QSet<QString>(values.begin(), values.end()),
             (QSet<QString>{u"sent before the disk broke"_s, u"after the restore"_s}));
    QCOMPARE(ada.dump(), ben.dump());
}

void TestForks::aLostRegistryCostsANewStreamAndNothingElse()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    const QByteArray before = lastStream(ada);
    ada.close();
    ada.registry = StreamRegistry::inMemory();
    ada.open();
    ada.set(id, "title", u"Final report"_s);
    QVERIFY(lastStream(ada) != before);
    QCOMPARE(ada.text(id, "title"), u"Final report"_s);
    QVERIFY(!ada.inConflict(id, "title"));
    ada.undo();
    ada.undo();
    QCOMPARE(ada.life(id), Life::Deleted); // What was done before can still be undone.
}

void TestForks::aForgottenRegistryDoesNotTouchReading()
{
    TestStore ada;
    ada.addMilestone(u"Draft report"_s);
    const QByteArray dump = ada.dump();
    ada.close();
    ada.registry = StreamRegistry::inMemory();
    ada.open(Store::ReadOnly);
    QCOMPARE(ada.dump(), dump);
}

/// A machine rolled back as a whole: the copy's registry agrees with the copy's file.
static void trustStreams(TestStore &copy, const TestStore &original)
{
    for (const StreamTip &tip : original.store->tips())
        copy.registry.remember(tip.stream, tip.h);
    copy.reopen();
}

void TestForks::anUnknownTransactionOfTheOwnStreamInAnImportMintsANewOne()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    TestStore twin(ada, "Ada's twin");
    trustStreams(twin, ada);
    ada.set(id, "source", u"of Ada"_s);
    twin.set(id, "responsible", u"of the twin"_s);
    QCOMPARE(lastStream(twin), lastStream(ada)); // The fork slipped through.
    const QByteArray forked = lastStream(ada);
    exchange(ada, twin);
    ada.set(id, "title", u"later, of Ada"_s);
    twin.set(id, "description", u"later, of the twin"_s);
    QVERIFY(lastStream(ada) != forked);
    QVERIFY(lastStream(twin) != forked);
    QVERIFY(lastStream(twin) != lastStream(ada));
}

void TestForks::aForkThatSlippedThroughShowsTheSameEverywhere()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    TestStore twin(ada, "Ada's twin");
    trustStreams(twin, ada);
    ada.set(id, "title", u"here"_s);
    twin.set(id, "title", u"there"_s);
    QCOMPARE(twin.transactions().last().seq, ada.transactions().last().seq);
    exchange(ada, twin);
    QCOMPARE(ada.dump(), twin.dump()); // Also which value is shown first.
    QCOMPARE(ada.values(id, "title").size(), 2);
    QCOMPARE(ada.text(id, "title"), twin.text(id, "title"));
    QVERIFY(must(ada.store->verify()).problems.isEmpty());
}

void TestForks::anImportOfOthersKeepsTheOwnStream()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    TestStore ben(ada, "Ben");
    ben.set(id, "title", u"of Ben"_s);
    const QByteArray own = lastStream(ada);
    ada.takeFrom(ben);
    ada.set(id, "title", u"of Ada"_s);
    QCOMPARE(lastStream(ada), own);
}

void TestForks::aDisownedFileWritesUnderANewStream()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    const QByteArray before = lastStream(ada);
    must(ada.store->disown());
    QVERIFY(ada.store->nextUndo().isEmpty());
    ada.set(id, "title", u"Final report"_s);
    QVERIFY(lastStream(ada) != before);
}

void TestForks::theRegistryKeepsOneFileForEachStream()
{
    QTemporaryDir folder;
    const StreamRegistry registry(folder.filePath(u"streams"_s));
    const QByteArray stream(16, 's');
    QVERIFY(registry.last(stream).isEmpty());
    registry.remember(stream, QByteArray(16, '1'));
    registry.remember(stream, QByteArray(16, '2'));
    QCOMPARE(registry.last(stream), QByteArray(16, '2'));
    QCOMPARE(StreamRegistry(folder.filePath(u"streams"_s)).last(stream), QByteArray(16, '2'));
    QVERIFY(registry.last({}).isEmpty());
    QVERIFY(registry.last(QByteArray(16, 't')).isEmpty());
    QCOMPARE(QDir(folder.filePath(u"streams"_s)).entryList(QDir::Files).size(), 1);
}

void TestForks::aRegistryThatCannotBeWrittenCostsANewStreamAndNothingElse()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    ada.close();
    QFile file(ada.folder() + u"/in the way"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    ada.registry = StreamRegistry(file.fileName()); // A file where the folder should be.
    ada.open();
    ada.set(id, "title", u"one"_s);
    ada.set(id, "title", u"two"_s);
    QCOMPARE(ada.text(id, "title"), u"two"_s);
    QCOMPARE(streams(ada).size(), 3);
}

PLUMBLINE_TEST(TestForks)
} // namespace forks_test

#include "tst_forks.moc"
