#include "core/store/salvage.h"
#include "tests/core/store/teststore.h"
#include "tests/testprogram.h"

#include <sqlite3.h>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace salvage_test {

static QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

static void tamper(const QString &path, const QByteArray &sql)
{
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(path.toUtf8().constData(), &database), SQLITE_OK);
    char *message = nullptr;
    const int code = sqlite3_exec(database, sql.constData(), nullptr, nullptr, &message);
    sqlite3_close(database);
    QVERIFY2(code == SQLITE_OK, message ? message : "");
}

/// Number of a table's or index's first page, counted from 1, as the schema says.
static int rootPage(const QString &path, const char *name)
{
    sqlite3 *database = nullptr;
    sqlite3_open(path.toUtf8().constData(), &database);
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(database, "SELECT rootpage FROM sqlite_schema WHERE name = ?", -1, &statement, nullptr);
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    const int page = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int(statement, 0) : 0;
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return page;
}

class TestSalvage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aSoundFileIsSavedWhole();
    void damage_data();
    void damage();
    void anyPageMayBeLost();
    void anyLengthMayBeLeft();
    void theLastChangesAreKnownToBeMissing();
    void changedBytesAreNotSaved();
    void aHotJournalIsRolledBackInTheCopy();
    void textsLongerThanAPageAreSaved();
    void nothingIsMadeOfWhatIsNoReview_data();
    void nothingIsMadeOfWhatIsNoReview();
    void noFileIsWrittenOver();
    void itCanBeStopped();
    void theReviewOfADamagedFileIsKnown();

private:
    QString damaged() const { return m_folder->filePath(u"damaged.plumb"_s); }
    QString fresh() const { return m_folder->filePath(u"fresh.plumb"_s); }
    Result<SalvageReport> save()
    {
        QFile::remove(fresh());
        return salvage(damaged(), fresh());
    }
    /// Whether every transaction of the new file is, byte for byte, one of the old, and the new file is sound.
    void compareWithOriginal(const SalvageReport &report)
    {
        const auto store = must(Store::open(fresh(), Store::ReadOnly, StreamRegistry::inMemory()));
        QStringList problems = must(store->verify()).problems;
        if (report.transactions < m_original.size())
            problems.removeAll(u"The review's own record is missing."_s); // It may be what was lost.
        QCOMPARE(problems, QStringList());
        qint64 count = 0;
        must(store->forEachTransaction([&](const Transaction &transaction) -> Status {
            if (!m_original.contains(transaction.toBytes()))
                qFatal("a transaction nobody wrote was saved");
            ++count;
            return {};
        }));
        QCOMPARE(count, report.transactions);
        if (count == m_original.size()) {
            QCOMPARE(dumpReview(store->review()), m_dump);
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestStore> m_ada;
    QSet<QByteArray> m_original;
    QByteArray m_dump;
    QByteArray m_bytes;
};

void TestSalvage::init()
{
    if (!m_ada) {
        m_ada = std::make_unique<TestStore>();
        for (int i = 0; i < 50; ++i) {
            const RecordId id = m_ada->add(Kind::Recommendation, {{"title", u"Title %1"_s.arg(i)},
                                                                  {"text", u"Some words. "_s.repeated(10 + i)}});
            if (i % 3 == 0)
                m_ada->set(id, "title", u"Changed %1 安全"_s.arg(i));
        }
        for (const Transaction &transaction : m_ada->transactions())
            m_original.insert(transaction.toBytes());
        m_dump = m_ada->dump();
        m_ada->close();
        m_bytes = bytesOf(m_ada->path());
        QVERIFY(m_bytes.size() > 30 * 4096);
    }
    m_folder = std::make_unique<QTemporaryDir>();
    writeBytes(damaged(), m_bytes);
}

void TestSalvage::aSoundFileIsSavedWhole()
{
    const SalvageReport report = must(save());
    QCOMPARE(report.transactions, m_original.size());
    QVERIFY(report.isComplete());
    compareWithOriginal(report);
    QCOMPARE(bytesOf(damaged()), m_bytes);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
}

void TestSalvage::damage_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("no projection") << QByteArray("DROP TABLE head; DROP TABLE p_recommendation");
    QTest::newRow("wrong projection") << QByteArray("UPDATE p_recommendation SET title = 'false'; DELETE FROM head");
    QTest::newRow("no references") << QByteArray("DROP TABLE ref");
    QTest::newRow("no settings") << QByteArray("DROP TABLE meta");
    QTest::newRow("foreign objects") << QByteArray("CREATE TABLE x(a, b); INSERT INTO x VALUES(NULL, x'00112233445566778899aabbccddeeff');"
                                                   "CREATE VIEW v AS SELECT * FROM op; CREATE TRIGGER t AFTER INSERT ON op "
                                                   "BEGIN DELETE FROM op; END");
    QTest::newRow("a schema nobody can read") << QByteArray("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE'");
    QTest::newRow("an empty schema") << QByteArray("PRAGMA writable_schema=ON; DELETE FROM sqlite_schema");
    QTest::newRow("another application's id") << QByteArray("PRAGMA application_id=7; PRAGMA user_version=99");
}

void TestSalvage::damage()
{
    QFETCH(QByteArray, sql);
    tamper(damaged(), sql);
    const QByteArray before = bytesOf(damaged());
    const SalvageReport report = must(save());
    QCOMPARE(report.transactions, m_original.size());
    QVERIFY(report.isComplete());
    compareWithOriginal(report);
    QCOMPARE(bytesOf(damaged()), before);
}

void TestSalvage::anyPageMayBeLost()
{
    const int pages = int(m_bytes.size() / 4096);
    const int inner[] = {rootPage(damaged(), "op"), rootPage(damaged(), "txn")};
    QList<int> singlePages;
    for (const char *table : {"field", "stream", "ent"})
        singlePages += rootPage(damaged(), table);
    // Every page takes a minute; a fifth of them shows it, and the pages above the others always.
    const int stride = qEnvironmentVariableIsSet("PLUMBLINE_NIGHTLY") ? 1 : 5;
    int whole = 0;
    int tried = 0;
    for (int page = 1; page <= pages; ++page) {
        if (page % stride != 1 % stride && !singlePages.contains(page) && page != inner[0] && page != inner[1])
            continue;
        ++tried;
        QByteArray bytes = m_bytes;
        bytes.replace((page - 1) * 4096, 4096, QByteArray(4096, page % 2 ? '\0' : '\xff'));
        writeBytes(damaged(), bytes);
        const auto report = save();
        // One page each holds the names of fields, the streams and the records; without them nothing verifies.
        if (!report) {
            QCOMPARE(report.error().code, ErrorCode::Damaged);
            QVERIFY2(singlePages.contains(page), QByteArray::number(page));
            continue;
        }
        compareWithOriginal(*report);
        QVERIFY2(report->transactions == m_original.size() || !report->isComplete(), QByteArray::number(page));
        whole += report->isComplete();
        if (page == inner[0] || page == inner[1]) {
            QVERIFY(report->isComplete()); // The way to the rows is lost, the rows are not.
        }
    }
    QVERIFY(whole > tried / 4);
}

void TestSalvage::anyLengthMayBeLeft()
{
    qint64 most = 0;
    for (qsizetype length = m_bytes.size() - 1; length > 3 * 4096; length -= 4096 * 8 + 1000) {
        writeBytes(damaged(), m_bytes.left(length));
        const auto report = save();
        if (!report)
            continue;
        compareWithOriginal(*report);
        QVERIFY2(!report->isComplete() || report->transactions == m_original.size(), QByteArray::number(length));
        most = std::max(most, report->transactions);
    }
    QVERIFY(most > m_original.size() / 2);
}

void TestSalvage::theLastChangesAreKnownToBeMissing()
{
    tamper(damaged(), "DELETE FROM op WHERE tid > (SELECT max(tid) - 3 FROM txn);"
                      "DELETE FROM txn WHERE tid > (SELECT max(tid) - 3 FROM txn); VACUUM");
    const SalvageReport report = must(save());
    QCOMPARE(report.transactions, m_original.size() - 3);
    QCOMPARE(report.missing, 3);
    compareWithOriginal(report);
}

void TestSalvage::changedBytesAreNotSaved()
{
    tamper(damaged(), "UPDATE op SET val = 'forged' WHERE oid = (SELECT min(oid) + 100 FROM op)");
    const SalvageReport report = must(save());
    QCOMPARE(report.transactions, m_original.size() - 1);
    QCOMPARE(report.missing, 1);
    QCOMPARE(report.gaps.size(), 1);
    compareWithOriginal(report);
}

void TestSalvage::aHotJournalIsRolledBackInTheCopy()
{
    // A program is killed in the middle of deleting everything: pages are written, the journal stands.
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(damaged().toUtf8().constData(), &database), SQLITE_OK);
    QCOMPARE(sqlite3_exec(database, "PRAGMA cache_size=1; BEGIN; DELETE FROM txn; DELETE FROM op; UPDATE ent SET uuid = randomblob(16)",
                          nullptr, nullptr, nullptr), SQLITE_OK);
    QVERIFY(QFile::copy(damaged(), m_folder->filePath(u"killed.plumb"_s)));
    QVERIFY(QFile::copy(damaged() + u"-journal"_s, m_folder->filePath(u"killed.plumb-journal"_s)));
    sqlite3_close(database);
    const QString killed = m_folder->filePath(u"killed.plumb"_s);
    const QByteArray before = bytesOf(killed);
    QVERIFY(before != m_bytes);
    const SalvageReport report = must(salvage(killed, fresh()));
    QCOMPARE(report.transactions, m_original.size());
    QCOMPARE(bytesOf(killed), before);
}

void TestSalvage::textsLongerThanAPageAreSaved()
{
    TestStore bob("Bob");
    const QString text = u"Long 长 "_s.repeated(60'000);
    bob.add(Kind::Finding, {{"title", u"T"_s}, {"statement", text}});
    const QByteArray dump = bob.dump();
    bob.close();
    const SalvageReport report = must(salvage(bob.path(), fresh()));
    QVERIFY(report.isComplete());
    const auto store = must(Store::open(fresh(), Store::ReadOnly, StreamRegistry::inMemory()));
    QCOMPARE(dumpReview(store->review()), dump);
}

void TestSalvage::nothingIsMadeOfWhatIsNoReview_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty") << QByteArray() << ErrorCode::BadInput;
    QTest::newRow("text") << QByteArray("Dear Eva,\n").repeated(2000) << ErrorCode::BadInput;
    QTest::newRow("bytes like leaves") << QByteArray(100'000, '\x0d') << ErrorCode::BadInput;
    QTest::newRow("its head only") << m_bytes.left(4096) << ErrorCode::Damaged;
}

void TestSalvage::nothingIsMadeOfWhatIsNoReview()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    writeBytes(damaged(), bytes);
    const auto report = save();
    QVERIFY(!report);
    QCOMPARE(report.error().code, code);
    QVERIFY(!QFile::exists(fresh()));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"damaged.plumb"_s});
}

void TestSalvage::noFileIsWrittenOver()
{
    writeBytes(fresh(), "kept");
    const auto report = salvage(damaged(), fresh());
    QVERIFY(!report && report.error().code == ErrorCode::Refused);
    QCOMPARE(bytesOf(fresh()), QByteArray("kept"));
}

void TestSalvage::itCanBeStopped()
{
    qint64 steps = 0;
    Progress progress([&](qint64, qint64) { ++steps; });
    progress.cancel();
    const auto report = salvage(damaged(), fresh(), progress);
    QVERIFY(!report && report.error().code == ErrorCode::Cancelled);
    QCOMPARE(steps, 1);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"damaged.plumb"_s});
}

void TestSalvage::theReviewOfADamagedFileIsKnown()
{
    QCOMPARE(must(reviewIdOf(damaged())), TestStore::reviewUuid());
    QByteArray bytes = m_bytes;
    bytes.replace(100, 3996, QByteArray(3996, '\0'));
    writeBytes(damaged(), bytes);
    QCOMPARE(must(reviewIdOf(damaged())), TestStore::reviewUuid());
    QVERIFY(!reviewIdOf(m_folder->filePath(u"none"_s)));
}

PLUMBLINE_TEST(TestSalvage)
} // namespace salvage_test

#include "tst_salvage.moc"
