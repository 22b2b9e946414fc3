#include "core/store/schema.h"
#include "tests/core/store/teststore.h"
#include "tests/testprogram.h"

#include <QDir>

#include <random>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#endif

using namespace plumbline;
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
    void whatIsNoReviewFileIsRefusedAndLeftAsItIs_data();
    void whatIsNoReviewFileIsRefusedAndLeftAsItIs();
    void aFileCutOffAtAnyLengthIsRefused();
    void aFileWithForeignPartsIsRefusedAndLeftAsItIs_data();
    void aFileWithForeignPartsIsRefusedAndLeftAsItIs();
    void aProjectionOfAnotherVersionIsMadeAnew_data();
    void aProjectionOfAnotherVersionIsMadeAnew();
    void openingForReadingWritesNothing();
    void aReadOnlyStoreRefusesEveryChange();
    void aReadOnlyFileIsNotOpenedForWriting();
    void aFullDiskLosesNothingThatWasSaved();
    void theFileIsLeftWithoutAJournalBesideIt();
    void theProjectionIsWhatARebuildGivesAfterAnyEdits_data();
    void theProjectionIsWhatARebuildGivesAfterAnyEdits();
    void aRecordWithFieldsOfTwoKindsIsTheSameInEveryOrder();
    void verifyOfAGoodFileFindsNothing();
    void verifyFindsAChangedValueInEveryColumn_data();
    void verifyFindsAChangedValueInEveryColumn();
    void verifyFindsALostRow_data();
    void verifyFindsALostRow();
    void aFlippedBitIsFoundOrShowsNothingElse();
    void aCopyHoldsTheSame();
};

static QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("the file cannot be written");
}

/// Changes a closed file behind the program's back.
static void tamper(const QString &path, const QByteArray &sql)
{
    sqlite3 *database = nullptr;
    char *message = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &database) != SQLITE_OK ||
        sqlite3_exec(database, sql.constData(), nullptr, nullptr, &message) != SQLITE_OK)
        qFatal("%s: %s", sql.constData(), message ? message : "cannot be opened");
    sqlite3_close(database);
}

/// A review with something in every table: conflicts, a delete, a dispute, an undo.
static void fill(TestStore &ada)
{
    const RecordId one = ada.addMilestone(u"one"_s);
    const RecordId two = ada.addMilestone(u"two"_s);
    const RecordId three = ada.addMilestone(u"three"_s);
    ada.add(Kind::Recommendation, {{"title", u"Sign the zone"_s}, {"text", u"First. Second. Third."_s}});
    TestStore ben(ada, "Ben");
    ada.set(one, "title", u"of Ada"_s);
    ben.set(one, "title", u"of Ben"_s);
    ada.remove(two);
    ben.set(three, "source", u"of Ben"_s);
    ada.remove(three);
    ben.set(three, "~place", Value::Array{Value(), Value(u"a5"_s)});
    ada.takeFrom(ben);
    ada.set(one, "responsible", u"the chair"_s);
    ada.undo();
}

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

void TestStoreFile::whatIsNoReviewFileIsRefusedAndLeftAsItIs_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    TestStore ada;
    ada.addMilestone(u"one"_s);
    ada.close();
    const QByteArray good = contentOf(ada.path());
    const auto patched = [&](qsizetype at, const QByteArray &bytes) {
        QByteArray content = good;
        return content.replace(at, bytes.size(), bytes);
    };
    QTest::newRow("empty") << QByteArray() << int(ErrorCode::BadInput);
    QTest::newRow("text") << QByteArray("Dear team,\n") << int(ErrorCode::BadInput);
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(500, 'x')
                               << int(ErrorCode::BadInput);
    QTest::newRow("a bundle") << QByteArray("PLBX\r\n\x1a\n") + QByteArray(500, 'x')
                              << int(ErrorCode::BadInput);
    QTest::newRow("cut off in its header") << good.first(60) << int(ErrorCode::Damaged);
    QTest::newRow("cut off after its header") << good.first(100) << int(ErrorCode::Damaged);
    QTest::newRow("cut off in the middle") << good.first(good.size() / 2) << int(ErrorCode::Damaged);
    QTest::newRow("cut off by a page") << good.chopped(4096) << int(ErrorCode::Damaged);
    QTest::newRow("another program's database") << patched(68, "ABCD") << int(ErrorCode::BadInput);
    QTest::newRow("a database of nobody") << patched(68, QByteArray(4, '\0')) << int(ErrorCode::BadInput);
    QTest::newRow("a newer format") << patched(60, QByteArray("\0\0\0\x02", 4)) << int(ErrorCode::Newer);
    QTest::newRow("a much newer format") << patched(60, QByteArray("\x7f\0\0\0", 4)) << int(ErrorCode::Newer);
    QTest::newRow("a broken page") << patched(4096, QByteArray(4096, 'x')) << int(ErrorCode::Damaged);
}

void TestStoreFile::whatIsNoReviewFileIsRefusedAndLeftAsItIs()
{
    QFETCH(QByteArray, content);
    QFETCH(int, code);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"review.plumb"_s);
    writeFile(path, content);
    for (const Store::Mode mode : {Store::ReadOnly, Store::ReadWrite}) {
        const auto store = Store::open(path, mode, StreamRegistry::inMemory());
        QVERIFY(!store);
        QCOMPARE(int(store.error().code), code);
        QVERIFY(!store.error().sentence.isEmpty());
        QCOMPARE(contentOf(path), content);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"review.plumb"_s});
    }
    const auto missing =
        Store::open(folder.filePath(u"no.plumb"_s), Store::ReadWrite, StreamRegistry::inMemory());
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    const auto directory = Store::open(folder.path(), Store::ReadWrite, StreamRegistry::inMemory());
    QCOMPARE(directory.error().code, ErrorCode::BadInput);
}

void TestStoreFile::aFileCutOffAtAnyLengthIsRefused()
{
    TestStore ada;
    fill(ada);
    ada.close();
    const QByteArray good = contentOf(ada.path());
    for (qsizetype length = 0; length < good.size(); length += 997) {
        writeFile(ada.path(), good.first(length));
        QVERIFY(!Store::open(ada.path(), Store::ReadOnly, StreamRegistry::inMemory()));
    }
}

void TestStoreFile::aFileWithForeignPartsIsRefusedAndLeftAsItIs_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("a trigger") << QByteArray(
        "CREATE TRIGGER evil AFTER INSERT ON op BEGIN DELETE FROM mine; END");
    QTest::newRow("a view") << QByteArray("CREATE VIEW evil AS SELECT * FROM op");
    QTest::newRow("an index") << QByteArray("CREATE INDEX evil ON op(salt)");
    QTest::newRow("an index of the projection") << QByteArray("CREATE INDEX evil ON p_milestone(title)");
    QTest::newRow("a table") << QByteArray("CREATE TABLE evil(x)");
    QTest::newRow("a virtual table") << QByteArray("CREATE VIRTUAL TABLE evil USING fts5(x)");
    QTest::newRow("a virtual table named like ours")
        << QByteArray("CREATE VIRTUAL TABLE p_evil USING fts5(x)");
    QTest::newRow("another column") << QByteArray("ALTER TABLE op ADD COLUMN evil ANY");
    QTest::newRow("a missing table") << QByteArray("DROP TABLE mine");
    QTest::newRow("a missing index") << QByteArray("DROP INDEX txn_grp");
}

void TestStoreFile::aFileWithForeignPartsIsRefusedAndLeftAsItIs()
{
    QFETCH(QByteArray, sql);
    TestStore ada;
    ada.addMilestone(u"one"_s);
    ada.close();
    tamper(ada.path(), sql);
    const QByteArray before = contentOf(ada.path());
    for (const Store::Mode mode : {Store::ReadOnly, Store::ReadWrite}) {
        const auto store = Store::open(ada.path(), mode, ada.registry);
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::BadInput);
        QCOMPARE(contentOf(ada.path()), before);
    }
}

void TestStoreFile::aProjectionOfAnotherVersionIsMadeAnew_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("another fingerprint") << QByteArray("UPDATE meta SET v = x'00' WHERE k = 'projection'");
    QTest::newRow("a kind it does not have") << QByteArray("DROP TABLE p_milestone");
    QTest::newRow("a kind we do not have") << QByteArray("CREATE TABLE p_comment(eid INTEGER PRIMARY KEY)");
    QTest::newRow("a field we do not have") << QByteArray("ALTER TABLE p_milestone ADD COLUMN colour ANY");
    QTest::newRow("no heads") << QByteArray("DROP TABLE head");
    QTest::newRow("another table of heads")
        << QByteArray("DROP TABLE head; CREATE TABLE head(eid, fid, oid)");
}

void TestStoreFile::aProjectionOfAnotherVersionIsMadeAnew()
{
    QFETCH(QByteArray, sql);
    TestStore ada;
    fill(ada);
    const QByteArray dump = ada.dump();
    ada.close();
    tamper(ada.path(), sql);
    const auto readOnly = Store::open(ada.path(), Store::ReadOnly, ada.registry);
    QVERIFY(!readOnly);
    QCOMPARE(readOnly.error().code, ErrorCode::CannotWrite);
    ada.open();
    QCOMPARE(ada.dump(), dump);
    QVERIFY(must(ada.store->verify()).problems.isEmpty());
    ada.addMilestone(u"goes on"_s);
}

void TestStoreFile::openingForReadingWritesNothing()
{
    TestStore ada;
    fill(ada);
    const QByteArray dump = ada.dump();
    ada.close();
    const QByteArray before = contentOf(ada.path());
    ada.open(Store::ReadOnly);
    QCOMPARE(ada.dump(), dump);
    QVERIFY(must(ada.store->verify()).problems.isEmpty());
    ada.close();
    QCOMPARE(contentOf(ada.path()), before);
    QCOMPARE(QDir(ada.folder()).entryList(QDir::Files), QStringList{u"review.plumb"_s});
}

void TestStoreFile::aReadOnlyStoreRefusesEveryChange()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"one"_s);
    ada.close();
    ada.open(Store::ReadOnly);
    ChangeSet changes = ada.edit();
    changes.set(Kind::Milestone, id, "title", Value(u"changed"_s));
    QCOMPARE(ada.store->commit(changes, ada.author()).error().code, ErrorCode::CannotWrite);
    QCOMPARE(ada.store->undo(ada.author()).error().code, ErrorCode::CannotWrite);
    QCOMPARE(ada.store->redo(ada.author()).error().code, ErrorCode::CannotWrite);
    QCOMPARE(ada.store->setMe(id).error().code, ErrorCode::CannotWrite);
    QCOMPARE(ada.store->keepExtra({130, "x", {0}}).error().code, ErrorCode::CannotWrite);
    const auto counts =
        ada.store->importTransactions([] { return std::optional<Transaction>(); }, u"nobody"_s, ada.now);
    QCOMPARE(counts.error().code, ErrorCode::CannotWrite);
    QCOMPARE(ada.text(id, "title"), u"one"_s);
}

void TestStoreFile::aReadOnlyFileIsNotOpenedForWriting()
{
#ifdef Q_OS_UNIX
    TestStore ada;
    const QByteArray dump = ada.dump();
    ada.close();
    QVERIFY(QFile::setPermissions(ada.path(), QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(QFile::setPermissions(ada.folder(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup |
                                                    QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther));
    // The administrator may write anything; so be nobody for a moment.
    const bool root = geteuid() == 0;
    if (root)
        QCOMPARE(seteuid(65534), 0);
    const auto writing = Store::open(ada.path(), Store::ReadWrite, StreamRegistry::inMemory());
    const auto reading = Store::open(ada.path(), Store::ReadOnly, StreamRegistry::inMemory());
    const QByteArray read = reading ? dumpReview((*reading)->review()) : QByteArray();
    const Status made = Store::create(ada.folder() + u"/new.plumb"_s, QUuid::createUuid());
    if (root)
        QCOMPARE(seteuid(0), 0);
    QVERIFY(QFile::setPermissions(ada.folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(!writing);
    QCOMPARE(writing.error().code, ErrorCode::CannotWrite);
    QVERIFY2(reading, reading ? "" : qPrintable(reading.error().sentence + reading.error().detail));
    QCOMPARE(read, dump);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::CannotWrite);
#else
    QSKIP("Permissions of this kind are those of Unix.");
#endif
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

void TestStoreFile::theProjectionIsWhatARebuildGivesAfterAnyEdits_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// One random thing a person may do.
static void actAtRandom(TestStore &store, std::mt19937 &random)
{
    const auto &milestones = store.review().list(Kind::Milestone);
    const int what = int(random() % 12);
    if (milestones.empty() || what == 0) {
        store.addMilestone(u"new %1"_s.arg(random() % 9));
        return;
    }
    const RecordId id = milestones.at(random() % milestones.size())->id;
    if (what == 1)
        store.remove(id);
    else if (what == 2)
        must(store.store->undo(store.author()));
    else if (what < 6)
        store.set(id, "title", u"title %1"_s.arg(random() % 4));
    else if (what < 9)
        store.set(id, "description", u"One %1. Two %2. Three."_s.arg(random() % 4).arg(random() % 4));
    else if (what < 11)
        store.set(id, "~place", Value::Array{Value(), Value(u"a%1"_s.arg(random() % 9))});
    else
        store.resolve(id, "title", u"settled %1"_s.arg(random() % 3));
}

void TestStoreFile::theProjectionIsWhatARebuildGivesAfterAnyEdits()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    TestStore ada;
    for (int i = 0; i < 3; ++i)
        ada.addMilestone(u"milestone %1"_s.arg(i));
    TestStore ben(ada, "Ben");
    ben.addMilestone(u"of Ben"_s); // So that he has something to undo.
    for (int step = 0; step < 40; ++step) {
        actAtRandom(random() % 2 ? ada : ben, random);
        if (random() % 8 == 0)
            random() % 2 ? ada.takeFrom(ben) : ben.takeFrom(ada);
    }
    exchange(ada, ben);
    QCOMPARE(ada.dump(), ben.dump());
    for (TestStore *copy : {&ada, &ben}) {
        const QByteArray dump = copy->dump();
        const QList<Conflict> conflicts = copy->review().conflicts();
        QVERIFY(must(copy->store->verify()).problems.isEmpty());
        copy->reopen();
        QCOMPARE(copy->dump(), dump);
        QCOMPARE(copy->review().conflicts(), conflicts);
        // The same set of transactions in another file, in another order.
        QList<Transaction> all = copy->transactions();
        std::shuffle(all.begin(), all.end(), random);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"again.plumb"_s);
        must(Store::create(path, TestStore::reviewUuid()));
        const auto again = must(Store::open(path, Store::ReadWrite, StreamRegistry::inMemory()));
        must(again->importTransactions(
            [&]() -> std::optional<Transaction> {
                return all.isEmpty() ? std::nullopt : std::optional(all.takeLast());
            },
            {}, copy->now));
        QCOMPARE(dumpReview(again->review()), dump);
    }
}

void TestStoreFile::aRecordWithFieldsOfTwoKindsIsTheSameInEveryOrder()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    // A faulty program uses the id of a milestone for a finding, and one for what was never created.
    Transaction faulty = ada.transactions().last();
    faulty.stream = QByteArray(16, 'f');
    faulty.seq = 1;
    faulty.prev.clear();
    for (Operation &operation : faulty.operations) {
        operation.field.replace("milestone.", "finding.");
        if (operation.type == LifeOperation)
            operation.value = Value::Array{Value(u"alive"_s), Value(u"finding"_s)};
    }
    Transaction nameless = faulty;
    nameless.stream = QByteArray(16, 'n');
    nameless.operations = {faulty.operations.last()};
    nameless.operations[0].field = "decision.title";
    QList<Transaction> all = ada.transactions() + QList<Transaction>{faulty, nameless};
    QByteArray dump;
    for (int turn = 0; turn < all.size(); ++turn) {
        all.append(all.takeFirst());
        TestStore other("Other");
        for (const Transaction &transaction : std::as_const(all))
            other.take({transaction});
        QVERIFY(must(other.store->verify()).problems.isEmpty());
        if (dump.isEmpty())
            dump = other.dump();
        QCOMPARE(other.dump(), dump);
        other.reopen();
        QCOMPARE(other.dump(), dump);
        QVERIFY(other.review().find(id));
    }
}

void TestStoreFile::verifyOfAGoodFileFindsNothing()
{
    TestStore ada;
    fill(ada);
    const VerifyReport report = must(ada.store->verify());
    QVERIFY(report.problems.isEmpty());
    QCOMPARE(report.transactions, ada.store->transactionCount());
    QCOMPARE(report.operations, ada.store->operationCount());
}

/// True when a changed file is refused at opening, or its verification finds something.
static bool isFound(const QString &path)
{
    const auto store = Store::open(path, Store::ReadOnly, StreamRegistry::inMemory());
    if (!store)
        return true;
    const auto report = (*store)->verify();
    return !report || !report->problems.isEmpty();
}

void TestStoreFile::verifyFindsAChangedValueInEveryColumn_data()
{
    QTest::addColumn<QByteArray>("sql");
    const auto rows = [](const char *table, const QList<QByteArray> &columns, const char *change) {
        for (const QByteArray &column : columns)
            QTest::addRow("%s.%s", table, column.constData())
                << QByteArray("UPDATE ") + table + " SET " + column + " = " +
                       QByteArray(change).replace('?', column) + " WHERE rowid = (SELECT max(rowid) FROM " +
                       table + ")";
    };
    const char *number = "? + 1";
    const char *blob = "CAST(x'7f' || substr(?, 2) AS BLOB)";
    const char *text = "? || 'x'";
    rows("stream", {"uuid"}, blob);
    rows("stream", {"audience"}, number);
    rows("ent", {"uuid"}, blob);
    rows("field", {"name"}, text);
    rows("txn", {"seq", "lam", "wall", "cause", "nops", "fmt", "hxn", "sid"}, number);
    rows("txn", {"h", "prev", "person", "grp", "undoes"}, blob);
    rows("op", {"idx", "eid", "fid", "type", "vt"}, number);
    rows("op", {"salt", "refs"}, blob);
    QTest::newRow("op.val") << QByteArray("UPDATE op SET val = 'forged' WHERE vt = 2");
    QTest::newRow("op.extra") << QByteArray("UPDATE op SET extra = x'05' WHERE oid = 3");
    QTest::newRow("op.tid") << QByteArray(
        "UPDATE op SET tid = tid - 1 WHERE oid = (SELECT max(oid) FROM op)");
    QTest::newRow("ref.h") << QByteArray(
        "UPDATE ref SET h = zeroblob(16) WHERE oid = (SELECT max(oid) FROM ref)");
    QTest::newRow("ref.idx") << QByteArray(
        "UPDATE ref SET idx = idx + 1 WHERE oid = (SELECT max(oid) FROM ref)");
    QTest::newRow("ref.oid") << QByteArray("UPDATE ref SET oid = 1 WHERE oid = (SELECT max(oid) FROM ref)");
    QTest::newRow("head.oid") << QByteArray(
        "UPDATE head SET oid = 1 WHERE oid = (SELECT max(oid) FROM head)");
    QTest::newRow("issue.code") << QByteArray("UPDATE issue SET code = 'other'");
    QTest::newRow("p_milestone.title") << QByteArray("UPDATE p_milestone SET title = 'forged'");
    QTest::newRow("p_milestone.life") << QByteArray("UPDATE p_milestone SET life = 1 - life");
    QTest::newRow("p_review.title") << QByteArray("UPDATE p_review SET title = 'forged'");
    QTest::newRow("the review's uuid") << QByteArray("UPDATE meta SET v = zeroblob(16) WHERE k = 'review'");
}

void TestStoreFile::verifyFindsAChangedValueInEveryColumn()
{
    QFETCH(QByteArray, sql);
    TestStore ada;
    fill(ada);
    ada.close();
    QVERIFY(!isFound(ada.path()));
    tamper(ada.path(), sql);
    QVERIFY(isFound(ada.path()));
}

void TestStoreFile::verifyFindsALostRow_data()
{
    QTest::addColumn<QByteArray>("table");
    for (const char *table : {"stream", "ent", "field", "txn", "op", "p_milestone", "p_recommendation"})
        QTest::newRow(table) << QByteArray(table);
}

void TestStoreFile::verifyFindsALostRow()
{
    QFETCH(QByteArray, table);
    TestStore ada;
    fill(ada);
    ada.close();
    tamper(ada.path(), "DELETE FROM " + table + " WHERE rowid = (SELECT max(rowid) FROM " + table + ")");
    QVERIFY(isFound(ada.path()));
}

void TestStoreFile::aFlippedBitIsFoundOrShowsNothingElse()
{
    TestStore ada;
    fill(ada);
    for (int i = 0; i < 20; ++i)
        ada.add(Kind::Milestone,
                {{"title", u"long"_s}, {"description", u"The team met in May. "_s.repeated(300)}});
    const QByteArray dump = ada.dump();
    const QList<Transaction> transactions = ada.transactions();
    ada.close();
    const QByteArray good = contentOf(ada.path());
    std::mt19937 random(7);
    int found = 0;
    const int places = qEnvironmentVariableIntValue("PLUMBLINE_NIGHTLY") > 0 ? 3000 : 100;
    for (int place = 0; place < places; ++place) {
        QByteArray flipped = good;
        // Spread over the file, a bit each.
        const qsizetype at = good.size() * place / places + qsizetype(random() % size_t(good.size() / places));
        flipped[at] = char(flipped.at(at) ^ (1 << (random() % 8)));
        writeFile(ada.path(), flipped);
        const auto store = Store::open(ada.path(), Store::ReadOnly, StreamRegistry::inMemory());
        if (!store) {
            ++found;
            continue;
        }
        const auto report = (*store)->verify();
        if (!report || !report->problems.isEmpty()) {
            ++found;
            continue;
        }
        QVERIFY2(dumpReview((*store)->review()) == dump, qPrintable(u"byte %1"_s.arg(at)));
        QList<Transaction> read;
        must((*store)->forEachTransaction([&](const Transaction &transaction) -> Status {
            read += transaction;
            return {};
        }));
        QVERIFY2(read == transactions, qPrintable(u"byte %1"_s.arg(at)));
    }
    QVERIFY2(found * 4 > places, qPrintable(QString::number(found)));
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
