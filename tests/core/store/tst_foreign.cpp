// A file somebody sent: what is not ours in it is found before anything of it is run, and it is left as it is.

#include "core/store/schema.h"
#include "core/store/sqlite.h"
#include "tests/core/store/teststore.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace foreign_test {

static QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class TestForeign : public QObject
{
    Q_OBJECT

private slots:
    void objectsThatAreNotOursAreRefused_data();
    void objectsThatAreNotOursAreRefused();
    void theIndexForSearchingIsOurs();
    void damageIsFoundInWhatIsNotKnownHere();
    void damageIsFoundAfterACrash();
    void aWrongProjectionIsNotShown();
    void theLogCannotBeChanged_data();
    void theLogCannotBeChanged();
    void connectionsAreGuarded_data();
    void connectionsAreGuarded();

private:
    /// Runs SQL on the file as a stranger's program would.
    static void tamper(const QString &path, const QByteArray &sql)
    {
        sqlite3 *database = nullptr;
        QCOMPARE(sqlite3_open(path.toUtf8().constData(), &database), SQLITE_OK);
        char *message = nullptr;
        const int code = sqlite3_exec(database, sql.constData(), nullptr, nullptr, &message);
        sqlite3_close(database);
        QVERIFY2(code == SQLITE_OK, message ? message : "");
    }
};

void TestForeign::objectsThatAreNotOursAreRefused_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("a table") << QByteArray("CREATE TABLE x(a)");
    QTest::newRow("a view") << QByteArray("CREATE VIEW x AS SELECT * FROM op");
    QTest::newRow("a view in place of a table") << QByteArray("DROP TABLE head; CREATE VIEW head AS SELECT 1 AS eid");
    QTest::newRow("a view named as a projection") << QByteArray("CREATE VIEW p_x AS SELECT 1");
    QTest::newRow("a trigger") << QByteArray("CREATE TRIGGER x AFTER INSERT ON op BEGIN SELECT 1; END");
    QTest::newRow("a trigger on the projection")
        << QByteArray("CREATE TRIGGER p_x AFTER INSERT ON p_milestone BEGIN SELECT 1; END");
    QTest::newRow("an index") << QByteArray("CREATE INDEX x ON op(val)");
    QTest::newRow("an index with an expression") << QByteArray("CREATE INDEX p_x ON p_milestone(abs(life))");
    QTest::newRow("a missing index") << QByteArray("DROP INDEX op_register");
    QTest::newRow("a missing table") << QByteArray("DROP TABLE ref");
    QTest::newRow("a table with a default")
        << QByteArray("DROP TABLE ref; CREATE TABLE ref(h BLOB NOT NULL, idx INTEGER NOT NULL, oid INTEGER NOT NULL "
                      "DEFAULT(random()), PRIMARY KEY(h, idx, oid)) STRICT, WITHOUT ROWID");
    QTest::newRow("a generated column") << QByteArray("ALTER TABLE op ADD COLUMN x ANY AS (zeroblob(1000000000))");
    QTest::newRow("a default that is run in a projection")
        << QByteArray("CREATE TABLE p_x(a INTEGER DEFAULT(load_extension('x'))) STRICT");
    QTest::newRow("a generated column in a projection") << QByteArray("CREATE TABLE p_x(a ANY, b ANY AS (zeroblob(a))) STRICT");
    QTest::newRow("a check in a projection") << QByteArray("CREATE TABLE p_x(a ANY CHECK(random() > 0)) STRICT");
    QTest::newRow("another full-text table") << QByteArray("CREATE VIRTUAL TABLE x USING fts5(a)");
    QTest::newRow("a full-text table named as a projection") << QByteArray("CREATE VIRTUAL TABLE p_x USING fts5(a)");
    QTest::newRow("a full-text table with other options")
        << QByteArray("DROP TABLE fts; CREATE VIRTUAL TABLE fts USING fts5(kind, words, content='op')");
    QTest::newRow("an R-tree") << QByteArray("CREATE VIRTUAL TABLE x USING rtree(id, a, b)");
    QTest::newRow("a virtual table written with blanks")
        << QByteArray("CREATE VIRTUAL TABLE y USING fts5(a); PRAGMA writable_schema=ON; "
                      "UPDATE sqlite_schema SET name='p_y', tbl_name='p_y', sql='create /**/ virtual table p_y using fts5(a)' "
                      "WHERE name='y'");
    QTest::newRow("a table behind the index that is another")
        << QByteArray("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql='CREATE TABLE ''fts_data''(id, block)' "
                      "WHERE name='fts_data'");
    QTest::newRow("the index without its tables")
        << QByteArray("PRAGMA writable_schema=ON; DELETE FROM sqlite_schema WHERE name LIKE 'fts_%'");
}

void TestForeign::objectsThatAreNotOursAreRefused()
{
    QFETCH(QByteArray, sql);
    TestStore ada;
    ada.addMilestone(u"Draft"_s);
    ada.close();
    tamper(ada.path(), sql);
    const QByteArray before = fileBytes(ada.path());
    for (const Store::Mode mode : {Store::ReadOnly, Store::ReadWrite}) {
        // Also from somebody whose computer knows the file.
        const auto opened = Store::open(ada.path(), mode, ada.registry);
        QVERIFY2(!opened, "it was opened");
        QVERIFY(opened.error().code == ErrorCode::BadInput || opened.error().code == ErrorCode::Damaged);
        QVERIFY(!opened.error().sentence.isEmpty());
    }
    QCOMPARE(fileBytes(ada.path()), before);
}

void TestForeign::theIndexForSearchingIsOurs()
{
    TestStore ada;
    ada.addMilestone(u"Draft"_s);
    QCOMPARE(must(ada.store->search(u"draft"_s)).size(), 1);
    ada.close();
    const auto opened = Store::open(ada.path(), Store::ReadOnly, StreamRegistry::inMemory());
    QVERIFY(opened);
}

void TestForeign::damageIsFoundInWhatIsNotKnownHere()
{
    TestStore ada;
    ada.addMilestone(u"Draft"_s);
    ada.close();
    // An index is put in place of another; only a check of the whole file sees that.
    tamper(ada.path(), "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage = "
                       "(SELECT rootpage FROM sqlite_schema WHERE name='txn_grp') WHERE name='op_register'");
    const auto opened = Store::open(ada.path(), Store::ReadOnly, StreamRegistry::inMemory());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Damaged);
}

void TestForeign::damageIsFoundAfterACrash()
{
    TestStore ada;
    ada.addMilestone(u"Draft"_s);
    ada.close();
    tamper(ada.path(), "INSERT OR REPLACE INTO meta(k, v) VALUES('dirty', 1); PRAGMA writable_schema=ON; "
                       "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name='txn_grp') "
                       "WHERE name='op_register'");
    const auto opened = Store::open(ada.path(), Store::ReadWrite, ada.registry);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Damaged);
}

void TestForeign::aWrongProjectionIsNotShown()
{
    TestStore ada;
    const RecordId milestone = ada.addMilestone(u"Draft"_s);
    ada.close();
    tamper(ada.path(), "ALTER TABLE p_milestone ADD COLUMN extra ANY; UPDATE p_milestone SET title = 'False'");
    ada.open();
    QCOMPARE(ada.text(milestone, "title"), u"Draft"_s);
}

void TestForeign::theLogCannotBeChanged_data()
{
    QTest::addColumn<QByteArray>("sql");
    for (const char *table : {"txn", "op", "ref", "ent", "field", "stream"}) {
        QTest::addRow("delete from %s", table) << QByteArray("DELETE FROM ") + table;
        QTest::addRow("truncate %s", table) << QByteArray("DELETE FROM ") + table + " WHERE 1";
    }
    QTest::newRow("update") << QByteArray("UPDATE op SET val = 1");
    QTest::newRow("replace") << QByteArray("UPDATE OR REPLACE txn SET h = zeroblob(16)");
    QTest::newRow("attach") << QByteArray("ATTACH 'other.db' AS other");
    QTest::newRow("trigger") << QByteArray("CREATE TRIGGER t AFTER INSERT ON op BEGIN SELECT 1; END");
    QTest::newRow("temporary trigger") << QByteArray("CREATE TEMP TRIGGER t AFTER INSERT ON op BEGIN SELECT 1; END");
    QTest::newRow("virtual table") << QByteArray("CREATE VIRTUAL TABLE x USING fts5(a)");
    QTest::newRow("virtual table of another module") << QByteArray("CREATE VIRTUAL TABLE fts USING rtree(id, a, b)");
    QTest::newRow("writing the schema") << QByteArray("PRAGMA writable_schema=ON; DELETE FROM sqlite_schema");
    QTest::newRow("behind the index") << QByteArray("DELETE FROM fts_data");
}

void TestForeign::theLogCannotBeChanged()
{
    QFETCH(QByteArray, sql);
    TestStore ada;
    ada.addMilestone(u"Draft"_s);
    ada.close();
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(ada.path().toUtf8().constData(), &database), SQLITE_OK);
    prepareConnection(database, false);
    QVERIFY_EXCEPTION_THROWN(sqlite::execute(database, sql.constData()), sqlite::Failure);
    sqlite3_close(database);
    ada.open();
    QVERIFY(must(ada.store->verify()).problems.isEmpty());
}

void TestForeign::connectionsAreGuarded_data()
{
    QTest::addColumn<QByteArray>("pragma");
    QTest::addColumn<qint64>("value");
    QTest::newRow("trusted_schema") << QByteArray("PRAGMA trusted_schema") << qint64(0);
    QTest::newRow("cell_size_check") << QByteArray("PRAGMA cell_size_check") << qint64(1);
    QTest::newRow("mmap_size") << QByteArray("PRAGMA mmap_size") << qint64(0);
    QTest::newRow("secure_delete") << QByteArray("PRAGMA secure_delete") << qint64(1);
    QTest::newRow("synchronous EXTRA") << QByteArray("PRAGMA synchronous") << qint64(3);
    QTest::newRow("temp_store MEMORY") << QByteArray("PRAGMA temp_store") << qint64(2);
}

void TestForeign::connectionsAreGuarded()
{
    QFETCH(QByteArray, pragma);
    QFETCH(qint64, value);
    TestStore ada;
    ada.close();
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(ada.path().toUtf8().constData(), &database), SQLITE_OK);
    prepareConnection(database, false);
    QCOMPARE(sqlite::queryNumber(database, pragma.constData(), -1), value);
    sqlite3_close(database);
}

PLUMBLINE_TEST(TestForeign)
} // namespace foreign_test

#include "tst_foreign.moc"
