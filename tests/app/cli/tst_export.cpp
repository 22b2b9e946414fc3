#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace export_test {

class TestExport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void writesABundleAndChangesNothing();
    void whatItCannotDoIsRefused_data();
    void whatItCannotDoIsRefused();
    void onlyWhatCameAfterABundle();
    void onlyWhatAPersonLacks();
    void neverOntoAReview();
    void folderThatIsNotThere();

private:
    Computer m_computer;
};

void TestExport::initTestCase()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"r.plumb"_s}));
}

void TestExport::writesABundleAndChangesNothing()
{
    const QByteArray before = m_computer.bytes(u"r.plumb"_s);
    for (const QStringList &how : {QStringList(), {u"--full"_s}, {u"--audience"_s, u"team"_s}}) {
        EXPECT_CODE(0, m_computer.run(QStringList{u"export"_s, u"r.plumb"_s, u"b.plumbx"_s} + how));
        QVERIFY(m_computer.bytes(u"b.plumbx"_s).startsWith("PLBX\r\n\x1a\n"));
    }
    QCOMPARE(m_computer.bytes(u"r.plumb"_s), before);
    QVERIFY(m_computer.bytes(u"b.plumbx"_s).size() < before.size() / 2);
}

void TestExport::whatItCannotDoIsRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("closed group") << QStringList{u"--audience"_s, u"closed"_s};
    QTest::newRow("team and closed group")
        << QStringList{u"--audience"_s, u"team"_s, u"--audience"_s, u"closed"_s};
    QTest::newRow("closed group and team")
        << QStringList{u"--audience"_s, u"closed"_s, u"--audience"_s, u"team"_s};
    QTest::newRow("for a person who is not there") << QStringList{u"--for"_s, u"Eva"_s};
    QTest::newRow("since a bundle that is not there") << QStringList{u"--since"_s, u"none.plumbx"_s};
    QTest::newRow("a passphrase that is not there") << QStringList{u"--passphrase-file"_s, u"none.txt"_s};
}

void TestExport::whatItCannotDoIsRefused()
{
    QFETCH(QStringList, options);
    EXPECT_REFUSED(3, m_computer.run(QStringList{u"export"_s, u"r.plumb"_s, u"refused.plumbx"_s} + options));
    QVERIFY(!m_computer.has(u"refused.plumbx"_s));
    m_computer.write(u"there.plumbx"_s, "as it was");
    EXPECT_REFUSED(3, m_computer.run(QStringList{u"export"_s, u"r.plumb"_s, u"there.plumbx"_s} + options));
    QCOMPARE(m_computer.bytes(u"there.plumbx"_s), QByteArray("as it was"));
}

void TestExport::onlyWhatCameAfterABundle()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"d.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"d.plumb"_s, u"first.plumbx"_s}));
    EXPECT_CODE(0, m_computer.apply(u"d.plumb"_s, R"({"create":"milestone","set":{"title":"Later"}})"));
    const Ran ran = m_computer.run({u"export"_s, u"d.plumb"_s, u"later.plumbx"_s, u"--since"_s, u"first.plumbx"_s});
    QVERIFY2(ran.code == 0 && ran.out.contains("1 changes"), ran.told());
    EXPECT_REFUSED(2, m_computer.run({u"export"_s, u"d.plumb"_s, u"x.plumbx"_s, u"--since"_s, u"first.plumbx"_s,
                                      u"--full"_s}));
    QVERIFY(!m_computer.has(u"x.plumbx"_s));
}

void TestExport::onlyWhatAPersonLacks()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"p.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.run({u"whoami"_s, u"p.plumb"_s, u"--set"_s, u"Ada"_s}));
    m_computer.copy(u"p.plumb"_s, u"q.plumb"_s);
    EXPECT_CODE(0, m_computer.run({u"whoami"_s, u"q.plumb"_s, u"--set"_s, u"Bob"_s}));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"q.plumb"_s, u"q.plumbx"_s}));
    EXPECT_CODE(0, m_computer.run({u"import"_s, u"p.plumb"_s, u"q.plumbx"_s}));
    EXPECT_CODE(0, m_computer.apply(u"p.plumb"_s, R"({"create":"milestone","set":{"title":"Later"}})"));
    const Ran ran = m_computer.run({u"export"_s, u"p.plumb"_s, u"bob.plumbx"_s, u"--for"_s, u"Bob"_s});
    QVERIFY2(ran.code == 0 && ran.out.contains(" 1 changes"), ran.told());
    const Ran sharing = m_computer.run({u"sharing"_s, u"p.plumb"_s, u"--json"_s});
    const QJsonObject peer = sharing.object()[u"peers"_s].toArray().at(0).toObject();
    QCOMPARE(peer[u"person"_s].toString(), u"Bob"_s);
    QVERIFY(peer[u"sent"_s].isString() && peer[u"received"_s].isString());
    EXPECT_CODE(0, m_computer.run({u"import"_s, u"q.plumb"_s, u"bob.plumbx"_s}));
    QCOMPARE(m_computer.dump(u"q.plumb"_s), m_computer.dump(u"p.plumb"_s));
}

void TestExport::neverOntoAReview()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"other.plumb"_s}));
    for (const QString &target : {u"r.plumb"_s, u"./r.plumb"_s, u"other.plumb"_s}) {
        const QByteArray before = m_computer.bytes(target);
        EXPECT_REFUSED(3, m_computer.run({u"export"_s, u"r.plumb"_s, target}));
        QCOMPARE(m_computer.bytes(target), before);
    }
}

void TestExport::folderThatIsNotThere()
{
    EXPECT_REFUSED(4, m_computer.run({u"export"_s, u"r.plumb"_s, u"nowhere/b.plumbx"_s}));
}

PLUMBLINE_TEST(TestExport)
} // namespace export_test

#include "tst_export.moc"
