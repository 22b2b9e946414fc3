#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace import_test {

class TestImport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void takesInWhatIsNewOnce();
    void dryRunChangesNothing();
    void countsAsJson();
    void severalBundlesInAnyOrder();
    void conflictsExitOne();
    void aBadBundleKeepsTheGoodOnesOut();
    void whoSignedIsSaid();
    void recordsCanBeSetAside();
    void sealedBundlesNeedTheirPassphrase();
    void otherReviewIsRefused();
    void whatIsNoBundle();

private:
    Computer m_computer;
};

/// a.plumb and its copy b.plumb, which has a milestone more and sent b.plumbx.
void TestImport::init()
{
    for (const QString &name : QDir(m_computer.folder()).entryList(QDir::Files))
        QFile::remove(m_computer.path(name));
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"a.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.apply(u"a.plumb"_s, R"({"create":"finding","set":{"title":"F"}})"));
    m_computer.copy(u"a.plumb"_s, u"b.plumb"_s);
    EXPECT_CODE(0, m_computer.run({u"whoami"_s, u"b.plumb"_s, u"--set"_s, u"Bob"_s}));
    EXPECT_CODE(0, m_computer.apply(u"b.plumb"_s, R"({"create":"milestone","set":{"title":"From Bob"}})"));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"b.plumb"_s, u"b.plumbx"_s}));
}

void TestImport::takesInWhatIsNewOnce()
{
    const Ran first = m_computer.run({u"import"_s, u"a.plumb"_s, u"b.plumbx"_s});
    QVERIFY2(first.code == 0 && first.out.startsWith("b.plumbx: from Bob, made "), first.told());
    QCOMPARE(m_computer.dump(u"a.plumb"_s), m_computer.dump(u"b.plumb"_s));
    const QByteArray before = m_computer.dump(u"a.plumb"_s);
    const Ran again = m_computer.run({u"import"_s, u"a.plumb"_s, u"b.plumbx"_s, u"--json"_s});
    QCOMPARE(again.code, 0);
    QCOMPARE(again.object()[u"new"_s].toInt(-1), 0);
    QCOMPARE(m_computer.dump(u"a.plumb"_s), before);
}

void TestImport::dryRunChangesNothing()
{
    const QByteArray before = m_computer.bytes(u"a.plumb"_s);
    const Ran ran = m_computer.run({u"import"_s, u"a.plumb"_s, u"b.plumbx"_s, u"--dry-run"_s});
    QVERIFY2(ran.code == 0 && ran.out.contains("2 changes would be new"), ran.told());
    QCOMPARE(m_computer.bytes(u"a.plumb"_s), before);
}

void TestImport::countsAsJson()
{
    const Ran dry = m_computer.run({u"import"_s, u"a.plumb"_s, u"b.plumbx"_s, u"--dry-run"_s, u"--json"_s});
    const Ran ran = m_computer.run({u"import"_s, u"a.plumb"_s, u"b.plumbx"_s, u"--json"_s});
    QCOMPARE(ran.code, 0);
    QCOMPARE(dry.out, ran.out);
    const QJsonObject counts = ran.object();
    const QJsonObject bundle = counts[u"bundles"_s].toArray().at(0).toObject();
    QCOMPARE(bundle[u"bundle"_s].toString(), u"b.plumbx"_s);
    QCOMPARE(bundle[u"sender"_s].toString(), u"Bob"_s);
    QCOMPARE(bundle[u"signature"_s].toString(), u"new"_s);
    QVERIFY(!bundle[u"sealed"_s].toBool(true));
    QCOMPARE(counts[u"new"_s].toInt(), 2);
    QVERIFY(counts[u"operations"_s].toInt() > 2 && counts[u"here"_s].toInt() > 0);
    QCOMPARE(counts[u"setAside"_s].toInt(-1), 0);
    for (const QString &list : {u"records"_s, u"conflicts"_s, u"settled"_s, u"left"_s, u"problems"_s, u"solved"_s, u"gaps"_s})
        QVERIFY2(counts[list].isArray(), qPrintable(list));
}

void TestImport::severalBundlesInAnyOrder()
{
    m_computer.copy(u"a.plumb"_s, u"c.plumb"_s);
    EXPECT_CODE(0, m_computer.apply(u"b.plumb"_s, R"({"set":{"M-001":{"title":"Later"}}})"));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"b.plumb"_s, u"b2.plumbx"_s}));
    EXPECT_CODE(0, m_computer.run({u"import"_s, u"a.plumb"_s, u"b.plumbx"_s, u"b2.plumbx"_s}));
    EXPECT_CODE(0, m_computer.run({u"import"_s, u"c.plumb"_s, u"b2.plumbx"_s, u"b.plumbx"_s}));
    QCOMPARE(m_computer.dump(u"a.plumb"_s), m_computer.dump(u"b.plumb"_s));
    QCOMPARE(m_computer.dump(u"c.plumb"_s), m_computer.dump(u"b.plumb"_s));
}

void TestImport::conflictsExitOne()
{
    EXPECT_CODE(0, m_computer.apply(u"a.plumb"_s, R"({"set":{"F-001":{"title":"By a"}}})"));
    EXPECT_CODE(0, m_computer.apply(u"b.plumb"_s, R"({"set":{"F-001":{"title":"By b"}}})"));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"b.plumb"_s, u"b.plumbx"_s}));
    EXPECT_CODE(1, m_computer.run({u"import"_s, u"a.plumb"_s, u"b.plumbx"_s, u"--dry-run"_s}));
    EXPECT_CODE(0, m_computer.run({u"conflicts"_s, u"a.plumb"_s}));
    const Ran ran = m_computer.run({u"import"_s, u"a.plumb"_s, u"b.plumbx"_s});
    QVERIFY2(ran.code == 1 && ran.out.contains("F-001.title now holds several values"), ran.told());
}

void TestImport::aBadBundleKeepsTheGoodOnesOut()
{
    m_computer.write(u"bad.plumbx"_s, m_computer.bytes(u"b.plumbx"_s).chopped(40));
    const QByteArray before = m_computer.bytes(u"a.plumb"_s);
    EXPECT_REFUSED(4, m_computer.run({u"import"_s, u"a.plumb"_s, u"b.plumbx"_s, u"bad.plumbx"_s}));
    QCOMPARE(m_computer.bytes(u"a.plumb"_s), before);
}

void TestImport::whoSignedIsSaid()
{
    const Ran first = m_computer.run({u"import"_s, u"a.plumb"_s, u"b.plumbx"_s});
    QVERIFY2(first.out.contains("Signed with a key not seen before"), first.told());
    const Ran again = m_computer.run({u"import"_s, u"a.plumb"_s, u"b.plumbx"_s});
    QVERIFY2(again.out.contains("Signed by Bob"), again.told());
}

void TestImport::recordsCanBeSetAside()
{
    EXPECT_CODE(0, m_computer.apply(u"b.plumb"_s, R"({"set":{"F-001":{"title":"By b"}}})"));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"b.plumb"_s, u"b.plumbx"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"import"_s, u"a.plumb"_s, u"b.plumbx"_s, u"--without"_s, u"X-9"_s}));
    EXPECT_CODE(0, m_computer.run({u"import"_s, u"a.plumb"_s, u"b.plumbx"_s, u"--without"_s, u"F-001"_s}));
    const QByteArray dump = m_computer.dump(u"a.plumb"_s);
    QVERIFY(dump.contains("From Bob") && !dump.contains("By b"));
    EXPECT_CODE(0, m_computer.run({u"undo"_s, u"a.plumb"_s}));
    QCOMPARE(m_computer.dump(u"a.plumb"_s), m_computer.dump(u"b.plumb"_s));
}

void TestImport::sealedBundlesNeedTheirPassphrase()
{
    m_computer.write(u"secret.txt"_s, "correct horse\n");
    m_computer.write(u"empty.txt"_s, "\n");
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"b.plumb"_s, u"s.plumbx"_s, u"--passphrase-file"_s, u"secret.txt"_s}));
    QVERIFY(m_computer.bytes(u"s.plumbx"_s).startsWith("PLBE\r\n\x1a\n"));
    const QByteArray before = m_computer.bytes(u"a.plumb"_s);
    EXPECT_REFUSED(3, m_computer.run({u"import"_s, u"a.plumb"_s, u"s.plumbx"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"import"_s, u"a.plumb"_s, u"s.plumbx"_s, u"--passphrase-file"_s, u"-"_s}, "wrong\n"));
    for (const QString &file : {u"empty.txt"_s, u"none.txt"_s})
        EXPECT_REFUSED(3, m_computer.run({u"import"_s, u"a.plumb"_s, u"s.plumbx"_s, u"--passphrase-file"_s, file}));
    QCOMPARE(m_computer.bytes(u"a.plumb"_s), before);
    EXPECT_CODE(0, m_computer.run({u"import"_s, u"a.plumb"_s, u"s.plumbx"_s, u"--passphrase-file"_s, u"-"_s},
                                  "correct horse\n"));
    QCOMPARE(m_computer.dump(u"a.plumb"_s), m_computer.dump(u"b.plumb"_s));
}

void TestImport::otherReviewIsRefused()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"other.plumb"_s}));
    const QByteArray before = m_computer.bytes(u"other.plumb"_s);
    EXPECT_REFUSED(3, m_computer.run({u"import"_s, u"other.plumb"_s, u"b.plumbx"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"import"_s, u"other.plumb"_s, u"b.plumbx"_s, u"--dry-run"_s}));
    QCOMPARE(m_computer.bytes(u"other.plumb"_s), before);
}

void TestImport::whatIsNoBundle()
{
    const QByteArray before = m_computer.bytes(u"a.plumb"_s);
    EXPECT_REFUSED(3, m_computer.run({u"import"_s, u"a.plumb"_s, u"missing.plumbx"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"import"_s, u"a.plumb"_s, u"b.plumb"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"import"_s, u"a.plumb"_s, u"."_s}));
    EXPECT_REFUSED(2, m_computer.run({u"import"_s, u"a.plumb"_s}));
    QCOMPARE(m_computer.bytes(u"a.plumb"_s), before);
}

PLUMBLINE_TEST(TestImport)
} // namespace import_test

#include "tst_import.moc"
