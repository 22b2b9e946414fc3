#include "tests/core/store/filetricks.h"
#include "tests/testprogram.h"

#include <QDir>

#ifdef Q_OS_UNIX
#include <sys/resource.h>

#include <csignal>
#endif

using namespace plumbline;
using namespace plumbline::filetricks;
using namespace Qt::StringLiterals;

namespace store_test {

class TestStoreFile : public QObject
{
    Q_OBJECT

private slots:
    void aNewFileIsEmptyAndOpens();
    void aFileThatIsThereIsNeverOverwritten();
    void aFileCannotBeMadeInAFolderThatIsNotThere();
    void aCommitSurvivesReopening();
    void aCommitTellsWhatChanged();
    void anEmptyChangeSetWritesNothing();
    void aCommitIsWholeOrNothing_data();
    void aCommitIsWholeOrNothing();
    void anEditMadeFromAnOlderStateDoesNotSwallowWhatCameSince();
    void aFullDiskLosesNothingThatWasSaved();
    void theFileIsLeftWithoutAJournalBesideIt();
    void aCopyHoldsTheSame();
};

void TestStoreFile::aNewFileIsEmptyAndOpens()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"new.plumb"_s);
    const QUuid uuid = QUuid::createUuid();
    QVERIFY(Store::create(path, uuid));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"new.plumb"_s});
    const auto store = Store::open(path, Store::ReadWrite, StreamRegistry::inMemory());
    QVERIFY(store);
    QCOMPARE((*store)->review().uuid(), uuid);
    QCOMPARE((*store)->transactionCount(), 0);
    QCOMPARE((*store)->review().position(), 0);
    QVERIFY(must((*store)->verify()).problems.isEmpty());
}

void TestStoreFile::aFileThatIsThereIsNeverOverwritten()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"notes.txt"_s);
    writeFile(path, "my notes");
    const Status status = Store::create(path, QUuid::createUuid());
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::Refused);
    QCOMPARE(contentOf(path), QByteArray("my notes"));
}

void TestStoreFile::aFileCannotBeMadeInAFolderThatIsNotThere()
{
    QTemporaryDir folder;
    const Status status = Store::create(folder.filePath(u"nowhere/new.plumb"_s), QUuid::createUuid());
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::CannotWrite);
}

void TestStoreFile::aCommitSurvivesReopening()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    ada.set(id, "target", u"2020-01-24"_s);
    ada.set(id, "progress", Value(40));
    ada.set(id, "description", u"Two\nlines, 安全, \U0001f510."_s);
    const QByteArray dump = ada.dump();
    const qint64 position = ada.review().position();
    ada.reopen();
    QCOMPARE(ada.dump(), dump);
    QCOMPARE(ada.review().position(), position);
}

void TestStoreFile::aCommitTellsWhatChanged()
{
    TestStore ada;
    const RecordId one = ada.addMilestone(u"one"_s);
    const RecordId two = ada.addMilestone(u"two"_s);
    ChangeSet changes = ada.edit();
    changes.set(Kind::Milestone, one, "title", Value(u"changed"_s));
    changes.set(Kind::Milestone, one, "source", Value(u"x"_s));
    const Commit commit = ada.commit(changes);
    QCOMPARE(commit.group.size(), 8);
    QCOMPARE(commit.transactions.size(), 1);
    QCOMPARE(commit.changes.records.keys(), QList<RecordId>{one});
    QCOMPARE(commit.changes.records.value(one).fields, (QSet<QByteArray>{"title", "source"}));
    QVERIFY(!commit.changes.records.value(one).appeared);
    QVERIFY(!commit.changes.records.contains(two));
}

void TestStoreFile::anEmptyChangeSetWritesNothing()
{
    TestStore ada;
    const qint64 before = ada.store->transactionCount();
    const Commit commit = ada.commit(ada.edit());
    QVERIFY(commit.group.isEmpty());
    QCOMPARE(ada.store->transactionCount(), before);
}

void TestStoreFile::aCommitIsWholeOrNothing_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("code");
    QTest::newRow("unknown field") << QByteArray("colour") << u"red"_s << int(ErrorCode::NotFound);
    QTest::newRow("no date") << QByteArray("target") << u"soon"_s << int(ErrorCode::BadInput);
    QTest::newRow("no number") << QByteArray("progress") << u"half"_s << int(ErrorCode::BadInput);
    QTest::newRow("no reference") << QByteArray("subteam") << u"S2"_s << int(ErrorCode::BadInput);
    QTest::newRow("too long") << QByteArray("description") << QString(largestTextBytes + 1, u'a')
                              << int(ErrorCode::BadInput);
    QTest::newRow("not clean") << QByteArray("description") << u"a\x1b[2J"_s << int(ErrorCode::BadInput);
}

void TestStoreFile::aCommitIsWholeOrNothing()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, value);
    QFETCH(int, code);
    TestStore ada;
    const RecordId id = ada.addMilestone(u"one"_s);
    const QByteArray before = ada.dump();
    ChangeSet changes = ada.edit();
    const RecordId added = changes.create(ada.review(), Kind::Milestone);
    changes.set(Kind::Milestone, id, "title", Value(u"changed"_s));
    changes.set(Kind::Milestone, id, field, Value(value));
    const auto commit = ada.store->commit(changes, ada.author());
    QVERIFY(!commit);
    QCOMPARE(int(commit.error().code), code);
    QCOMPARE(ada.dump(), before);
    QVERIFY(!ada.review().findAny(added));
    QVERIFY(ada.addMilestone(u"goes on"_s) != RecordId());
    ada.reopen();
    QCOMPARE(ada.text(id, "title"), u"one"_s);
    QVERIFY(must(ada.store->verify()).problems.isEmpty());
}

void TestStoreFile::anEditMadeFromAnOlderStateDoesNotSwallowWhatCameSince()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    TestStore ben(ada, "Ben");
    ben.set(id, "title", u"of Ben"_s);
    ChangeSet opened = ada.edit(); // An editor is open while the import arrives.
    ada.takeFrom(ben);
    opened.set(Kind::Milestone, id, "title", Value(u"of Ada"_s));
    ada.commit(opened);
    QCOMPARE(ada.values(id, "title").size(), 2);
}

void TestStoreFile::aFullDiskLosesNothingThatWasSaved()
{
#ifdef Q_OS_UNIX
    TestStore ada;
    fill(ada);
    const QByteArray before = ada.dump();
    // A file that may not grow fails as a full disk does.
    struct rlimit usual;
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &usual), 0);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    struct rlimit full = usual;
    full.rlim_cur = rlim_t(QFileInfo(ada.path()).size() + 4096);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
    const RecordId id = ada.review().list(Kind::Recommendation).front()->id;
    ChangeSet changes = ada.edit();
    changes.set(Kind::Recommendation, id, "text", Value(QString(500'000, u'a')));
    changes.set(Kind::Recommendation, id, "title", Value(u"changed"_s));
    const auto commit = ada.store->commit(changes, ada.author());
    setrlimit(RLIMIT_FSIZE, &usual);
    std::signal(SIGXFSZ, oldHandler);
    QVERIFY(!commit);
    QCOMPARE(commit.error().code, ErrorCode::CannotWrite);
    QCOMPARE(ada.dump(), before);
    // With room again the same edit goes through, and what was written before the failure did no harm.
    must(ada.store->commit(changes, ada.author()));
    QCOMPARE(ada.text(id, "title"), u"changed"_s);
    ada.reopen();
    QCOMPARE(ada.text(id, "title"), u"changed"_s);
    QVERIFY(must(ada.store->verify()).problems.isEmpty());
#else
    QSKIP("Limits of this kind are those of Unix.");
#endif
}

void TestStoreFile::theFileIsLeftWithoutAJournalBesideIt()
{
    TestStore ada;
    ada.addMilestone(u"one"_s);
    ada.close();
    QCOMPARE(QDir(ada.folder()).entryList(QDir::Files), QStringList{u"review.plumb"_s});
}

void TestStoreFile::aCopyHoldsTheSame()
{
    TestStore ada;
    fill(ada);
    const QString path = ada.folder() + u"/copy.plumb"_s;
    must(ada.store->copyTo(path));
    const auto copy = must(Store::open(path, Store::ReadWrite, StreamRegistry::inMemory()));
    QCOMPARE(dumpReview(copy->review()), ada.dump());
    QVERIFY(must(copy->verify()).problems.isEmpty());
}

PLUMBLINE_TEST(TestStoreFile)

} // namespace store_test

#include "tst_store.moc"
