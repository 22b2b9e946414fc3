#include "tests/app/cli/clirunner.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

class TestExport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void writesABundleAndChangesNothing();
    void whatItCannotDoIsRefused_data();
    void whatItCannotDoIsRefused();
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
    QTest::newRow("for a person") << QStringList{u"--for"_s, u"Eva"_s};
    QTest::newRow("since a bundle") << QStringList{u"--since"_s, u"b.plumbx"_s};
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

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
