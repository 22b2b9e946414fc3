#include "core/session/backup.h"
#include "core/store/onlinecopy.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

#include <QElapsedTimer>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace backup_test {

static QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class TestBackup : public QObject
{
    Q_OBJECT

private slots:
    void theFirstOfADayIsKept();
    void tenDaysAreKept();
    void filesOfOtherNamesAreLeftAlone();
    void aBackupIsTheReviewOfThatMoment();
    void writersMayWriteBetweenTheSteps();
    void aStoppedBackupLeavesNothing();
    void aFolderThatCannotBeMadeIsAnErrorInWords();
    void restoringNeverWritesOverAFile();
    void workInARestoredCopyBeginsNewStreams();
};

void TestBackup::theFirstOfADayIsKept()
{
    Desk ada;
    const QTemporaryDir folder;
    const Backups backups(ada.session->review().uuid(), folder.path());
    const QDate today(2020, 1, 24);
    QVERIFY(backups.isDue(today));
    must(backups.make(ada.path(), today));
    QVERIFY(!backups.isDue(today));
    const QList<Backup> first = backups.list();
    QCOMPARE(first.size(), 1);
    QCOMPARE(first.first().day, today);
    QCOMPARE(first.first().changes, ada.session->store().transactionCount());
    QCOMPARE(first.first().size, QFileInfo(first.first().path).size());
    const QByteArray before = contentOf(first.first().path);
    must(ada.session->commit(addPerson(ada.session->context(), u"Zoe"_s)));
    must(backups.make(ada.path(), today));
    QCOMPARE(contentOf(first.first().path), before);
}

void TestBackup::tenDaysAreKept()
{
    Desk ada;
    const QTemporaryDir folder;
    const Backups backups(ada.session->review().uuid(), folder.path());
    // Not every day was a working day: the last ten on which there was one stay.
    for (int i = 0; i < 13; ++i)
        must(backups.make(ada.path(), QDate(2020, 1, 1).addDays(3 * i)));
    const QList<Backup> all = backups.list();
    QCOMPARE(all.size(), 10);
    QCOMPARE(all.first().day, QDate(2020, 2, 6));
    QCOMPARE(all.last().day, QDate(2020, 1, 10));
}

void TestBackup::filesOfOtherNamesAreLeftAlone()
{
    Desk ada;
    const QTemporaryDir folder;
    const Backups backups(ada.session->review().uuid(), folder.path());
    must(backups.make(ada.path(), QDate(2020, 1, 1)));
    const QString beside = QFileInfo(backups.list().first().path).path() + u"/mine.plumb"_s;
    QVERIFY(QFile::copy(ada.path(), beside));
    for (int i = 1; i < 12; ++i)
        must(backups.make(ada.path(), QDate(2020, 1, 1).addDays(i)));
    QVERIFY(QFile::exists(beside));
    QCOMPARE(backups.list().size(), 10);
}

void TestBackup::aBackupIsTheReviewOfThatMoment()
{
    Desk ada;
    const QTemporaryDir folder;
    const Backups backups(ada.session->review().uuid(), folder.path());
    const QByteArray dump = dumpReview(ada.session->review());
    must(backups.make(ada.path(), QDate(2020, 1, 24)));
    must(ada.session->commit(addPerson(ada.session->context(), u"Zoe"_s)));
    const auto store = must(Store::open(backups.list().first().path, Store::ReadOnly, ada.registry));
    QCOMPARE(dumpReview(store->review()), dump);
    QVERIFY(must(store->verify()).problems.isEmpty());
}

void TestBackup::writersMayWriteBetweenTheSteps()
{
    Desk ada;
    // Large enough for several steps of 100 pages.
    for (int i = 0; i < 6; ++i) {
        ChangeSet changes(ada.session->review(), Cause::Create);
        const RecordId id = changes.create(ada.session->review(), Kind::Finding, {}, RecordId(QUuid::createUuid()));
        changes.set(Kind::Finding, id, "statement", Value(u"words of a long finding "_s.repeated(10'000)));
        must(ada.session->commit(changes));
    }
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.plumb"_s);
    int steps = 0;
    qint64 longest = 0; // Milliseconds a writer had to wait.
    QByteArray dump;
    must(copyWhileOpen(ada.path(), copy, Progress([&](qint64 done, qint64 all) {
                           if (++steps > 3 || done == all)
                               return;
                           QElapsedTimer wait;
                           wait.start();
                           must(ada.session->commit(addPerson(ada.session->context(), u"Person %1"_s.arg(steps))));
                           longest = std::max(longest, wait.elapsed());
                           dump = dumpReview(ada.session->review());
                       })));
    QVERIFY(steps > 3);
    QVERIFY2(longest < 2000, QByteArray::number(longest)); // Below the 5 s after which a writer gives up.
    const auto store = must(Store::open(copy, Store::ReadOnly, StreamRegistry::inMemory()));
    QCOMPARE(dumpReview(store->review()), dump);
}

void TestBackup::aStoppedBackupLeavesNothing()
{
    Desk ada;
    const QTemporaryDir folder;
    const Backups backups(ada.session->review().uuid(), folder.path());
    Progress progress;
    progress.cancel();
    const Status made = backups.make(ada.path(), QDate(2020, 1, 24), progress);
    QVERIFY(!made && made.error().code == ErrorCode::Cancelled);
    QVERIFY(backups.list().isEmpty());
    QVERIFY(backups.isDue(QDate(2020, 1, 24)));
    const QString inside = folder.path() + u'/' + ada.session->review().uuid().toString(QUuid::WithoutBraces);
    QVERIFY(QDir(inside).entryList(QDir::Files).isEmpty());
}

void TestBackup::aFolderThatCannotBeMadeIsAnErrorInWords()
{
    Desk ada;
    const QString file = ada.file(u"in-the-way"_s);
    QVERIFY(QFile::copy(ada.path(), file));
    const Status made = Backups(ada.session->review().uuid(), file).make(ada.path(), QDate(2020, 1, 24));
    QVERIFY(!made && made.error().code == ErrorCode::CannotWrite && made.error().sentence.endsWith(u'.'));
}

void TestBackup::restoringNeverWritesOverAFile()
{
    Desk ada;
    const QTemporaryDir folder;
    const Backups backups(ada.session->review().uuid(), folder.path());
    const QDate today(2020, 1, 24);
    must(backups.make(ada.path(), today));
    const QByteArray before = contentOf(ada.path());
    const Status over = backups.restore(today, ada.path());
    QVERIFY(!over && over.error().code == ErrorCode::Refused);
    QCOMPARE(contentOf(ada.path()), before);
    const Status never = backups.restore(QDate(2019, 1, 1), ada.file(u"new.plumb"_s));
    QVERIFY(!never && never.error().code == ErrorCode::NotFound);
    must(backups.restore(today, ada.file(u"new.plumb"_s)));
    QCOMPARE(contentOf(ada.file(u"new.plumb"_s)), contentOf(backups.list().first().path));
}

void TestBackup::workInARestoredCopyBeginsNewStreams()
{
    Desk ada;
    const QTemporaryDir folder;
    const Backups backups(ada.session->review().uuid(), folder.path());
    must(ada.session->commit(addPerson(ada.session->context(), u"Before"_s)));
    must(backups.make(ada.path(), QDate(2020, 1, 24)));
    must(ada.session->commit(addPerson(ada.session->context(), u"After"_s)));
    const QString copy = ada.file(u"restored.plumb"_s);
    must(backups.restore(QDate(2020, 1, 24), copy));
    SessionOptions options = ada.options(); // The same computer: the same registry.
    options.entropy = seededEntropy("restored");
    auto restored = must(Session::open(copy, options));
    const QList<StreamTip> before = restored->store().tips();
    must(restored->commit(addPerson(restored->context(), u"Elsewhere"_s)));
    const QList<StreamTip> after = restored->store().tips();
    QCOMPARE(after.size(), before.size() + 1);
    for (const StreamTip &tip : before)
        QVERIFY(after.contains(tip)); // The original's stream was not continued.
    // So both files take what the other has, and neither loses anything.
    QList<Transaction> transactions;
    must(restored->store().forEachTransaction([&](const Transaction &transaction) -> Status {
        transactions += transaction;
        return {};
    }));
    qsizetype at = 0;
    const auto counts = must(ada.session->importTransactions(
        [&]() -> std::optional<Transaction> {
            return at < transactions.size() ? std::optional(transactions.at(at++)) : std::nullopt;
        },
        u"restored"_s));
    QCOMPARE(counts.transactions, 1);
    QStringList names;
    for (const Record *record : ada.session->review().list(Kind::Person))
        names += static_cast<const Person *>(record)->name;
    QVERIFY(names.contains(u"Before"_s) && names.contains(u"After"_s) && names.contains(u"Elsewhere"_s));
    QVERIFY(ada.session->review().conflicts().isEmpty());
}

PLUMBLINE_TEST(TestBackup)
} // namespace backup_test

#include "tst_backup.moc"
