#include "core/domain/attachment.h"
#include "core/domain/closedgroup.h"
#include "core/store/salvage.h"
#include "core/store/sqlite.h"
#include "tests/core/store/faultydisk.h"
#include "tests/core/store/memoryfolder.h"
#include "tests/core/store/teststore.h"
#include "tests/testprogram.h"

#include <QCryptographicHash>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace contents_test {

class TestContents : public QObject
{
    Q_OBJECT

private slots:
    void whatIsAttachedComesBack_data();
    void whatIsAttachedComesBack();
    void theSameContentsAreStoredOnce();
    void aFileThatWasChangedMeanwhileIsNotAttached_data();
    void aFileThatWasChangedMeanwhileIsNotAttached();
    void damagedContentsAreNotGivenAndVerifySays();
    void contentsThatAreNotHereAreNoDamage();
    void damagedContentsAreReplacedByWholeOnes();
    void undoLeavesContentsThatRedoNeeds();
    void aClosedGroupHasContentsOfItsOwn();
    void contentsGoAlongWhenARecordIsMoved();
    void wrongContentsAreNotKept();
    void salvageSavesWhatIsWhole();
    void noRecordIsWithoutContentsAfterThePowerWentOff();
    void aFullDiskChangesNothing();

private:
    const MemoryFolder m_folder;
};

static QByteArray sha256Of(const QByteArray &contents)
{
    return QCryptographicHash::hash(contents, QCryptographicHash::Sha256);
}

/// Bytes that do not repeat.
static QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 random = 7;
    for (char &byte : bytes) {
        random = random * 1664525 + 1013904223;
        byte = char(random >> 24);
    }
    return bytes;
}

static void write(const QString &path, const QByteArray &contents)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
        qFatal("the file cannot be written");
}

/// What attaching a file with these contents to @p on changes.
static ChangeSet attaching(TestStore &desk, RecordId on, const QByteArray &contents)
{
    const QString path = desk.folder() + u"/attached.bin"_s;
    write(path, contents);
    ChangeSet changes = desk.edit(Cause::Create);
    const RecordId id =
        changes.create(desk.review(), Kind::Attachment, {}, RecordId(QUuid::fromRfc4122(desk.entropy(16))));
    const AttachmentId attachment(id.uuid);
    changes.set<&Attachment::on>(attachment, on);
    changes.set<&Attachment::filename>(attachment, u"attached.bin"_s);
    changes.set<&Attachment::size>(attachment, std::optional<qint64>(contents.size()));
    changes.set<&Attachment::sha256>(attachment, sha256Of(contents));
    changes.files += FileToKeep{id, path, contents.size(), sha256Of(contents)};
    return changes;
}

static const Attachment &attach(TestStore &desk, RecordId on, const QByteArray &contents)
{
    const ChangeSet changes = attaching(desk, on, contents);
    desk.commit(changes);
    return *desk.review().find(AttachmentId(changes.files.first().attachment.uuid));
}

/// Runs SQL on a file nobody has open.
static void tamper(const QString &path, const char *sql)
{
    sqlite3 *database = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &database) != SQLITE_OK)
        qFatal("the file cannot be opened");
    sqlite::execute(database, sql);
    sqlite3_close(database);
}

static qint64 numberFrom(const QString &path, const char *sql)
{
    sqlite3 *database = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &database) != SQLITE_OK)
        qFatal("the file cannot be opened");
    const qint64 number = sqlite::queryNumber(database, sql);
    sqlite3_close(database);
    return number;
}

void TestContents::whatIsAttachedComesBack_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("a byte") << QByteArray(1, '\0');
    QTest::newRow("a text") << QByteArray("minutes\n");
    QTest::newRow("some pages") << noise(100'000);
    QTest::newRow("several pieces") << noise((1 << 20) + 17);
}

void TestContents::whatIsAttachedComesBack()
{
    QFETCH(QByteArray, contents);
    TestStore desk;
    const AttachmentId id(attach(desk, desk.addMilestone(u"Draft report"_s), contents).id.uuid);
    QFile::remove(desk.folder() + u"/attached.bin"_s);
    desk.reopen();
    const Attachment &attachment = *desk.review().find(id);
    QVERIFY(desk.store->holdsContents(attachment));
    QCOMPARE(must(desk.store->contents(attachment)), contents);
    const VerifyReport report = must(desk.store->verify());
    QVERIFY(report.problems.isEmpty() && report.notHere.isEmpty());
    // Also from a copy of the file, which is what a backup is.
    TestStore copy(desk, "a copy");
    QCOMPARE(must(copy.store->contents(*copy.review().find(id))), contents);
}

void TestContents::theSameContentsAreStoredOnce()
{
    TestStore desk;
    const QByteArray contents = noise(50'000);
    attach(desk, desk.addMilestone(u"One"_s), contents);
    attach(desk, desk.addMilestone(u"Two"_s), contents);
    attach(desk, desk.addMilestone(u"Three"_s), "others");
    QCOMPARE(desk.review().all<Attachment>().size(), size_t(3));
    desk.close();
    QCOMPARE(numberFrom(desk.path(), "SELECT count(*) FROM blob"), 2);
    QCOMPARE(numberFrom(desk.path(), "SELECT count(*) FROM blob WHERE size = length(data)"), 2);
}

void TestContents::aFileThatWasChangedMeanwhileIsNotAttached_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::newRow("other bytes") << QByteArray("Contents of the file");
    QTest::newRow("longer") << QByteArray("contents of the file, and more");
    QTest::newRow("shorter") << QByteArray("contents");
    QTest::newRow("gone") << QByteArray();
}

void TestContents::aFileThatWasChangedMeanwhileIsNotAttached()
{
    QFETCH(QByteArray, now);
    TestStore desk;
    const ChangeSet changes = attaching(desk, desk.addMilestone(u"Draft report"_s), "contents of the file");
    const QByteArray before = desk.dump();
    const qint64 written = desk.store->transactionCount();
    if (now.isNull())
        QFile::remove(changes.files.first().path);
    else
        write(changes.files.first().path, now);
    const auto done = desk.store->commit(changes, desk.author());
    QVERIFY(!done && done.error().sentence.endsWith(u'.'));
    QCOMPARE(done.error().code, now.isNull() ? ErrorCode::NotFound : ErrorCode::Conflict);
    QCOMPARE(desk.dump(), before);
    QCOMPARE(desk.store->transactionCount(), written);
    // Work goes on, and nothing half-written was left.
    desk.addMilestone(u"Later"_s);
    desk.close();
    QCOMPARE(numberFrom(desk.path(), "SELECT count(*) FROM blob"), 0);
}

void TestContents::damagedContentsAreNotGivenAndVerifySays()
{
    for (const char *damage :
         {"UPDATE blob SET data = CAST('X' || substr(data, 2) AS BLOB)",
          "UPDATE blob SET data = substr(data, 2)", "UPDATE blob SET data = zeroblob(0)"}) {
        TestStore desk;
        const AttachmentId id(
            attach(desk, desk.addMilestone(u"Draft report"_s), "contents of the file").id.uuid);
        desk.close();
        tamper(desk.path(), damage);
        desk.open();
        const auto contents = desk.store->contents(*desk.review().find(id));
        QVERIFY(!contents);
        QCOMPARE(contents.error().code, ErrorCode::Damaged);
        QVERIFY(contents.error().sentence.contains(u"attached.bin"));
        const VerifyReport report = must(desk.store->verify());
        QCOMPARE(report.problems.size(), 1);
        QVERIFY(report.problems.first().contains(u"AT-001"));
        QVERIFY(report.notHere.isEmpty());
    }
}

void TestContents::contentsThatAreNotHereAreNoDamage()
{
    for (const char *loss : {"DELETE FROM blob", "UPDATE blob SET data = NULL"}) {
        TestStore desk;
        const AttachmentId id(attach(desk, desk.addMilestone(u"Draft report"_s), "contents").id.uuid);
        desk.close();
        tamper(desk.path(), loss);
        desk.open();
        const Attachment &attachment = *desk.review().find(id);
        QVERIFY(!desk.store->holdsContents(attachment));
        QCOMPARE(desk.store->contents(attachment).error().code, ErrorCode::NotFound);
        const VerifyReport report = must(desk.store->verify());
        QVERIFY(report.problems.isEmpty());
        QCOMPARE(report.notHere.size(), 1);
        // They come with a bundle, or when the file is attached again.
        must(desk.store->keepContents(attachment.sha256, 0, "contents"));
        QCOMPARE(must(desk.store->contents(attachment)), "contents");
    }
}

void TestContents::damagedContentsAreReplacedByWholeOnes()
{
    TestStore desk;
    const RecordId milestone = desk.addMilestone(u"Draft report"_s);
    const AttachmentId id(attach(desk, milestone, "contents of the file").id.uuid);
    desk.close();
    tamper(desk.path(), "UPDATE blob SET data = zeroblob(5)");
    desk.open();
    attach(desk, milestone, "contents of the file");
    QCOMPARE(must(desk.store->contents(*desk.review().find(id))), "contents of the file");
    QVERIFY(must(desk.store->verify()).problems.isEmpty());
}

void TestContents::undoLeavesContentsThatRedoNeeds()
{
    TestStore desk;
    const AttachmentId id(attach(desk, desk.addMilestone(u"Draft report"_s), "contents").id.uuid);
    desk.undo();
    QVERIFY(!desk.review().find(id));
    QVERIFY(must(desk.store->verify()).problems.isEmpty());
    desk.redo();
    QCOMPARE(must(desk.store->contents(*desk.review().find(id))), "contents");
}

/// A finding of a closed group of audience 7.
static RecordId closedFinding(TestStore &desk)
{
    ChangeSet changes = desk.edit(Cause::Create);
    const RecordId id =
        changes.create(desk.review(), Kind::Finding, {}, RecordId(QUuid::fromRfc4122(desk.entropy(16))), 7);
    changes.set(Kind::Finding, id, "title", Value(u"Keys are kept on one machine"_s));
    desk.commit(changes);
    return id;
}

void TestContents::aClosedGroupHasContentsOfItsOwn()
{
    TestStore desk;
    const QByteArray contents = "what only the signers know";
    const Attachment &closed = attach(desk, closedFinding(desk), contents);
    QCOMPARE(closed.audience, 7);
    QCOMPARE(must(desk.store->contents(closed)), contents);
    // Somebody who only knows the fingerprint claims to have attached the same for all to see.
    const RecordId claimed = desk.add(Kind::Attachment, {{"filename", u"claimed.pdf"_s}});
    desk.set(claimed, "on", Value::bytes(desk.addMilestone(u"Draft report"_s).uuid.toRfc4122()));
    desk.set(claimed, "sha256", Value::bytes(sha256Of(contents)));
    const Attachment &claim = *desk.review().find(AttachmentId(claimed.uuid));
    QCOMPARE(claim.audience, 0);
    QVERIFY(!desk.store->holdsContents(claim));
    QCOMPARE(desk.store->contents(claim).error().code, ErrorCode::NotFound);
}

void TestContents::contentsGoAlongWhenARecordIsMoved()
{
    TestStore desk;
    const RecordId finding = closedFinding(desk);
    const Attachment before = attach(desk, finding, "contents");
    ChangeSet changes = desk.edit(Cause::Create);
    const RecordId open =
        changes.create(desk.review(), Kind::Finding, {}, RecordId(QUuid::fromRfc4122(desk.entropy(16))));
    changes.set(Kind::Finding, open, "title", Value(u"Keys are kept on one machine"_s));
    const AttachmentId moved(
        changes.create(desk.review(), Kind::Attachment, {}, RecordId(QUuid::fromRfc4122(desk.entropy(16))))
            .uuid);
    changes.set<&Attachment::on>(moved, open);
    changes.set<&Attachment::sha256>(moved, before.sha256);
    changes.remove(Kind::Attachment, before.id, "moved");
    changes.remove(Kind::Finding, finding, "moved");
    desk.commit(changes);
    const Attachment &after = *desk.review().find(moved);
    QCOMPARE(after.audience, 0);
    QCOMPARE(must(desk.store->contents(after)), "contents");
}

void TestContents::wrongContentsAreNotKept()
{
    TestStore desk;
    const Status kept = desk.store->keepContents(sha256Of("contents"), 0, "Contents");
    QVERIFY(!kept);
    QCOMPARE(kept.error().code, ErrorCode::BadInput);
    desk.close();
    QCOMPARE(numberFrom(desk.path(), "SELECT count(*) FROM blob"), 0);
    desk.open(Store::ReadOnly);
    QCOMPARE(desk.store->keepContents(sha256Of("x"), 0, "x").error().code, ErrorCode::CannotWrite);
}

void TestContents::salvageSavesWhatIsWhole()
{
    TestStore desk;
    const QByteArray large = noise(5 << 20);
    const QByteArray closed = noise(100'000);
    const AttachmentId first(attach(desk, desk.addMilestone(u"Draft report"_s), large).id.uuid);
    const AttachmentId second(attach(desk, closedFinding(desk), closed).id.uuid);
    const AttachmentId third(attach(desk, desk.addMilestone(u"Final report"_s), "small").id.uuid);
    desk.close();
    tamper(desk.path(), "UPDATE blob SET data = CAST('Small' AS BLOB) WHERE size = 5");
    const QString fresh = desk.folder() + u"/salvaged.plumb"_s;
    must(salvage(desk.path(), fresh));
    const auto store = must(Store::open(fresh, Store::ReadOnly));
    const Review &review = store->review();
    QVERIFY(must(store->contents(*review.find(first))) == large);
    QVERIFY(must(store->contents(*review.find(second))) == closed);
    QCOMPARE(store->contents(*review.find(third)).error().code, ErrorCode::NotFound);
}

void TestContents::noRecordIsWithoutContentsAfterThePowerWentOff()
{
    FaultyDisk disk;
    const QByteArray contents = noise(30'000);
    TestStore morning;
    const RecordId milestone = morning.addMilestone(u"Draft report"_s);
    morning.close();
    int lost = 0;
    int kept = 0;
    for (int change = 1;; change += 7) {
        TestStore file(morning, "Ada's day");
        const ChangeSet changes = attaching(file, milestone, contents);
        disk.reset();
        disk.losePowerAt(change);
        const bool done = bool(file.store->commit(changes, file.author()));
        const bool wentOff = disk.isOff();
        file.close();
        disk.restart(FaultyDisk::Survival(change % FaultyDisk::survivals));
        file.open();
        const auto attached = file.review().all<Attachment>();
        QVERIFY2(!done || attached.size() == 1, "what was said to be done is lost");
        const VerifyReport report = must(file.store->verify());
        QVERIFY2(report.problems.isEmpty(), qPrintable(report.problems.join(u' ')));
        QVERIFY2(report.notHere.isEmpty(),
                 qPrintable(u"Power off at change %1: a record is without contents"_s.arg(change)));
        if (!attached.empty())
            QCOMPARE(must(file.store->contents(*attached.front())), contents);
        attached.empty() ? ++lost : ++kept;
        if (!wentOff)
            break;
    }
    QVERIFY2(lost > 2 && kept > 0, qPrintable(u"%1 lost, %2 kept"_s.arg(lost).arg(kept)));
}

void TestContents::aFullDiskChangesNothing()
{
    FaultyDisk disk;
    const QByteArray contents = noise(60'000);
    TestStore file;
    const RecordId milestone = file.addMilestone(u"Draft report"_s);
    const QByteArray before = file.dump();
    const ChangeSet changes = attaching(file, milestone, contents);
    int tried = 0;
    for (qint64 room = 0;; room += 24 * 1024) {
        disk.setRoom(room);
        const auto done = file.store->commit(changes, file.author());
        disk.setRoom(-1);
        if (done)
            break;
        ++tried;
        QCOMPARE(done.error().code, ErrorCode::CannotWrite);
        QCOMPARE(file.dump(), before);
        QVERIFY(must(file.store->verify()).problems.isEmpty());
    }
    QVERIFY(tried > 2);
    QCOMPARE(must(file.store->contents(*file.review().all<Attachment>().front())), contents);
}

PLUMBLINE_TEST(TestContents)
} // namespace contents_test

#include "tst_contents.moc"
