#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace contract_test {

/// What holds for every verb alike.
class TestContract : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void helpIsThere_data() { verbs(); }
    void helpIsThere();
    void unknownOptionIsWrongUsage_data() { verbs(); }
    void unknownOptionIsWrongUsage();
    void missingFileIsBadInput_data() { verbs(); }
    void missingFileIsBadInput();
    void foreignFileIsLeftAsItIs_data() { verbs(); }
    void foreignFileIsLeftAsItIs();
    void fileOpenElsewhereIsReadButNotWritten_data() { verbs(); }
    void fileOpenElsewhereIsReadButNotWritten();
    void readOnlyFolderIsNotWritten_data() { verbs(); }
    void readOnlyFolderIsNotWritten();
    void unknownVerb();
    void noVerbIsHelp();
    void versionIsTold();

private:
    void verbs();
    Computer m_computer;
};

/// Every verb on "r.plumb" with words that work, and whether it writes to the file.
void TestContract::verbs()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<bool>("writes");
    const QString file = u"r.plumb"_s;
    QTest::newRow("whoami") << QStringList{u"whoami"_s, file} << false;
    QTest::newRow("whoami --set") << QStringList{u"whoami"_s, file, u"--set"_s, u"Eva"_s} << true;
    QTest::newRow("show") << QStringList{u"show"_s, file, u"milestone"_s} << false;
    QTest::newRow("dump") << QStringList{u"dump"_s, file} << false;
    QTest::newRow("apply") << QStringList{u"apply"_s, file, u"edits.jsonl"_s} << true;
    QTest::newRow("attach") << QStringList{u"attach"_s, file, u"M-001"_s, u"edits.jsonl"_s} << true;
    QTest::newRow("check") << QStringList{u"check"_s, file} << false;
    QTest::newRow("log") << QStringList{u"log"_s, file} << false;
    QTest::newRow("imports") << QStringList{u"imports"_s, file} << false;
    QTest::newRow("setaside") << QStringList{u"setaside"_s, file, u"1"_s} << true;
    QTest::newRow("redline") << QStringList{u"redline"_s, file} << false;
    QTest::newRow("undo") << QStringList{u"undo"_s, file} << true;
    QTest::newRow("redo") << QStringList{u"redo"_s, file} << true;
    QTest::newRow("export") << QStringList{u"export"_s, file, u"/dev/null/not-reached.plumbx"_s} << false;
    QTest::newRow("import") << QStringList{u"import"_s, file, u"r.plumbx"_s} << true;
    QTest::newRow("import --dry-run")
        << QStringList{u"import"_s, file, u"r.plumbx"_s, u"--dry-run"_s} << false;
    QTest::newRow("conflicts") << QStringList{u"conflicts"_s, file} << false;
    QTest::newRow("resolve") << QStringList{u"resolve"_s, file, u"M-001.title"_s, u"--take"_s, u"1"_s}
                             << true;
    QTest::newRow("baseline") << QStringList{u"baseline"_s, file, u"Name"_s} << true;
    QTest::newRow("verify") << QStringList{u"verify"_s, file} << false;
    QTest::newRow("search") << QStringList{u"search"_s, file, u"words"_s} << false;
    QTest::newRow("backups") << QStringList{u"backups"_s, file} << false;
    QTest::newRow("salvage") << QStringList{u"salvage"_s, file, u"/dev/null/x.plumb"_s} << false;
    QTest::newRow("report") << QStringList{u"report"_s, file, u"/dev/null/x.pdf"_s, u"--kind"_s, u"draft"_s}
                            << false;
    QTest::newRow("timeline") << QStringList{u"timeline"_s, file, u"/dev/null/x.png"_s} << false;
}

void TestContract::initTestCase()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"r.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.apply(u"r.plumb"_s,
                                    R"({"create":"milestone","set":{"title":"A","target":"2020-01-24"}})"));
    EXPECT_CODE(0, m_computer.run({u"baseline"_s, u"r.plumb"_s, u"Start"_s}));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"r.plumb"_s, u"r.plumbx"_s}));
    m_computer.write(u"edits.jsonl"_s, "{\"create\":\"milestone\",\"set\":{\"title\":\"B\"}}\n");
}

void TestContract::helpIsThere()
{
    QFETCH(QStringList, words);
    for (const QStringList &asking :
         {QStringList{u"help"_s, words.first()}, QStringList{words.first(), u"--help"_s}}) {
        const Ran ran = m_computer.runProgram(asking);
        QVERIFY2(ran.code == 0 && ran.err.isEmpty(), ran.told());
        QVERIFY2(ran.out.contains("Usage: plumbline-cli " + words.first().toUtf8() + ' '), ran.told());
        QVERIFY2(ran.out.contains("FILE"), ran.told());
    }
}

void TestContract::unknownOptionIsWrongUsage()
{
    QFETCH(QStringList, words);
    const QByteArray before = m_computer.bytes(u"r.plumb"_s);
    EXPECT_REFUSED(2, m_computer.run(words + QStringList{u"--unheard-of"_s}));
    EXPECT_REFUSED(2, m_computer.run({words.first()}));
    QCOMPARE(m_computer.bytes(u"r.plumb"_s), before);
}

void TestContract::missingFileIsBadInput()
{
    QFETCH(QStringList, words);
    words[1] = u"nowhere/missing.plumb"_s;
    EXPECT_REFUSED(3, m_computer.run(words));
    QVERIFY(!m_computer.has(u"nowhere"_s));
}

void TestContract::foreignFileIsLeftAsItIs()
{
    QFETCH(QStringList, words);
    words[1] = u"picture.plumb"_s;
    const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d49484452") + QByteArray(500, 'x');
    m_computer.write(u"picture.plumb"_s, png);
    EXPECT_REFUSED(3, m_computer.run(words));
    QCOMPARE(m_computer.bytes(u"picture.plumb"_s), png);
    QVERIFY(!m_computer.has(u"picture.plumb.lock"_s) && !m_computer.has(u"picture.plumb-journal"_s));
}

void TestContract::fileOpenElsewhereIsReadButNotWritten()
{
    QFETCH(QStringList, words);
    QFETCH(bool, writes);
    QProcess holder; // Waits for its edits and so keeps the file open.
    m_computer.prepare(holder, {u"apply"_s, u"r.plumb"_s, u"-"_s});
    holder.start();
    holder.write("{\"set\":{\"M-001\":{\"title\":\"Held\"}}}\n");
    QVERIFY(holder.waitForReadyRead(20'000)); // It has the lock.
    const QByteArray before = m_computer.bytes(u"r.plumb"_s);
    const Ran ran = m_computer.runProgram(words);
    const QByteArray after = m_computer.bytes(u"r.plumb"_s); // The holder is still at it.
    holder.closeWriteChannel();
    QVERIFY(holder.waitForFinished());
    QCOMPARE(holder.exitCode(), 0);
    if (writes) {
        QVERIFY2(ran.code == 4 && ran.saysOneSentence() && ran.err.contains("open for writing"), ran.told());
    } else {
        const bool cannotWriteOutput = words.at(2 % words.size()).startsWith(u"/dev/null/");
        QVERIFY2(cannotWriteOutput ? ran.code == 4 : ran.code == 0 || ran.code == 1, ran.told());
    }
    QCOMPARE(after, before);
}

void TestContract::readOnlyFolderIsNotWritten()
{
    QFETCH(QStringList, words);
    QFETCH(bool, writes);
    if (!m_computer.canMakeReadOnly())
        QSKIP("nothing is read-only for this user");
    const ReadOnly folder(m_computer);
    const QByteArray before = m_computer.bytes(u"r.plumb"_s);
    const Ran ran = m_computer.runUnprivileged(words);
    if (writes)
        QVERIFY2(ran.code == 4 && ran.saysOneSentence(), ran.told());
    else
        QVERIFY2(ran.code == 0 || ran.code == 1 || words.at(2 % words.size()).startsWith(u"/dev/null/"),
                 ran.told());
    QCOMPARE(m_computer.bytes(u"r.plumb"_s), before);
}

void TestContract::unknownVerb()
{
    EXPECT_REFUSED(2, m_computer.runProgram({u"frobnicate"_s, u"r.plumb"_s}));
}

void TestContract::noVerbIsHelp()
{
    const Ran help = m_computer.runProgram({u"help"_s});
    QCOMPARE(help.code, 0);
    QCOMPARE(m_computer.runProgram({}).out, help.out);
    QCOMPARE(m_computer.runProgram({u"--help"_s}).out, help.out);
}

void TestContract::versionIsTold()
{
    const Ran ran = m_computer.runProgram({u"--version"_s});
    QVERIFY2(ran.code == 0 && ran.out.startsWith("plumbline-cli "), ran.told());
}

PLUMBLINE_TEST(TestContract)
} // namespace contract_test

#include "tst_contract.moc"
