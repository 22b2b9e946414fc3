#include "tests/core/store/filetricks.h"
#include "tests/testprogram.h"

#include <QDir>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace plumbline;
using namespace plumbline::filetricks;
using namespace Qt::StringLiterals;

namespace openfile_test {

class TestOpenFile : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNoReviewFileIsRefusedAndLeftAsItIs_data();
    void whatIsNoReviewFileIsRefusedAndLeftAsItIs();
    void aFileCutOffAtAnyLengthIsRefused();
    void aFileWithForeignPartsIsRefusedAndLeftAsItIs_data();
    void aFileWithForeignPartsIsRefusedAndLeftAsItIs();
    void openingForReadingWritesNothing();
    void aReadOnlyStoreRefusesEveryChange();
    void aReadOnlyFileIsNotOpenedForWriting();
};

void TestOpenFile::whatIsNoReviewFileIsRefusedAndLeftAsItIs_data()
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

void TestOpenFile::whatIsNoReviewFileIsRefusedAndLeftAsItIs()
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

void TestOpenFile::aFileCutOffAtAnyLengthIsRefused()
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

void TestOpenFile::aFileWithForeignPartsIsRefusedAndLeftAsItIs_data()
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

void TestOpenFile::aFileWithForeignPartsIsRefusedAndLeftAsItIs()
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

void TestOpenFile::openingForReadingWritesNothing()
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

void TestOpenFile::aReadOnlyStoreRefusesEveryChange()
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

void TestOpenFile::aReadOnlyFileIsNotOpenedForWriting()
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

PLUMBLINE_TEST(TestOpenFile)

} // namespace openfile_test

#include "tst_openfile.moc"
