// Damaged and foreign files: one sentence, exit code 3 or 4, and nothing that was there is changed.

#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace badfiles_test {

/// In how many places over the file a bit is flipped, one after the other.
static int places()
{
    return qEnvironmentVariableIsSet("PLUMBLINE_NIGHTLY") ? 200 : 35;
}

class TestBadFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void badReviewIsLeftAsItIs_data();
    void badReviewIsLeftAsItIs();
    void badBundleChangesNothing_data();
    void badBundleChangesNothing();
    void flippedBitsOfABundle();
    void flippedBitsOfAReview();

private:
    void addForeignFiles();
    Computer m_computer;
    QByteArray m_review;
    QByteArray m_bundle;
};

void TestBadFiles::initTestCase()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"r.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.apply(u"r.plumb"_s,
                                    R"({"create":"milestone","set":{"title":"Draft","target":"2020-01-24"}}
{"create":"finding","set":{"title":"F","statement":"What was found, in a sentence or two."}}
{"set":{"M-001":{"title":"Draft report"}}})"));
    m_computer.copy(u"r.plumb"_s, u"other.plumb"_s);
    EXPECT_CODE(0, m_computer.apply(u"other.plumb"_s, R"({"create":"note","set":{"text":"new there"}})"));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"other.plumb"_s, u"other.plumbx"_s}));
    m_review = m_computer.bytes(u"r.plumb"_s);
    m_bundle = m_computer.bytes(u"other.plumbx"_s);
    QVERIFY(m_review.size() > 10'000 && m_bundle.size() > 1000);
}

void TestBadFiles::addForeignFiles()
{
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one byte") << QByteArray("P");
    QTest::newRow("text") << QByteArray("Dear Eva,\n\nplease find attached the review.\n").repeated(50);
    QTest::newRow("PNG") << QByteArray::fromHex("89504e470d0a1a0a0000000d49484452") +
                                QByteArray(4000, '\x55');
    QTest::newRow("zip") << QByteArray("PK\x03\x04") + QByteArray(4000, '\x14');
    QTest::newRow("zeros") << QByteArray(8192, '\0');
    // Another program's database: the header of SQLite, another application id.
    QByteArray database = m_review;
    database.replace(68, 4, QByteArray(4, '\0'));
    QTest::newRow("another SQLite database") << database;
}

void TestBadFiles::badReviewIsLeftAsItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    addForeignFiles();
    for (const qsizetype length :
         {qsizetype(15), qsizetype(16), qsizetype(99), qsizetype(100), qsizetype(4096), m_review.size() / 2,
          m_review.size() - 4096, m_review.size() - 1})
        QTest::addRow("cut off after %lld bytes", (long long)length) << m_review.left(length);
    QTest::newRow("a bundle") << m_bundle;
}

void TestBadFiles::badReviewIsLeftAsItIs()
{
    QFETCH(QByteArray, bytes);
    m_computer.write(u"edits.jsonl"_s, "{\"create\":\"note\",\"set\":{\"text\":\"x\"}}\n");
    m_computer.write(u"bad.plumb"_s, bytes);
    const QStringList files = QDir(m_computer.folder()).entryList(QDir::Files);
    for (const QStringList &words : {QStringList{u"dump"_s, u"bad.plumb"_s},
                                     {u"verify"_s, u"bad.plumb"_s},
                                     {u"apply"_s, u"bad.plumb"_s, u"edits.jsonl"_s},
                                     {u"import"_s, u"bad.plumb"_s, u"other.plumbx"_s},
                                     {u"undo"_s, u"bad.plumb"_s},
                                     {u"export"_s, u"bad.plumb"_s, u"out.plumbx"_s}}) {
        const Ran ran = m_computer.run(words);
        QVERIFY2((ran.code == 3 || ran.code == 4) && ran.saysOneSentence() && ran.out.isEmpty(), ran.told());
        QCOMPARE(m_computer.bytes(u"bad.plumb"_s), bytes);
    }
    QCOMPARE(QDir(m_computer.folder()).entryList(QDir::Files), files); // No lock, no journal, no output.
}

void TestBadFiles::badBundleChangesNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    addForeignFiles();
    for (const qsizetype length : {qsizetype(7), qsizetype(8), qsizetype(39), qsizetype(40), qsizetype(200),
                                   m_bundle.size() / 2, m_bundle.size() - 32, m_bundle.size() - 1})
        QTest::addRow("cut off after %lld bytes", (long long)length) << m_bundle.left(length);
    QTest::newRow("with something after its end") << m_bundle + "x";
    QTest::newRow("twice") << m_bundle + m_bundle;
    QTest::newRow("a review") << m_review;
}

void TestBadFiles::badBundleChangesNothing()
{
    QFETCH(QByteArray, bytes);
    m_computer.write(u"bad.plumbx"_s, bytes);
    const Ran ran = m_computer.run({u"import"_s, u"r.plumb"_s, u"bad.plumbx"_s});
    QVERIFY2((ran.code == 3 || ran.code == 4) && ran.saysOneSentence() && ran.out.isEmpty(), ran.told());
    QCOMPARE(m_computer.bytes(u"r.plumb"_s), m_review);
    QCOMPARE(m_computer.bytes(u"bad.plumbx"_s), bytes);
}

void TestBadFiles::flippedBitsOfABundle()
{
    QRandomGenerator random{2020};
    for (int i = 0; i < places(); ++i) {
        QByteArray bytes = m_bundle;
        const qsizetype at = qsizetype(qint64(bytes.size()) * i / places());
        bytes[at] = char(bytes.at(at) ^ (1 << random.bounded(8)));
        m_computer.write(u"flipped.plumbx"_s, bytes);
        const Ran ran = m_computer.run({u"import"_s, u"r.plumb"_s, u"flipped.plumbx"_s});
        QVERIFY2((ran.code == 3 || ran.code == 4) && ran.saysOneSentence(),
                 "byte " + QByteArray::number(at) + ": " + ran.told());
        QCOMPARE(m_computer.bytes(u"r.plumb"_s), m_review);
    }
}

void TestBadFiles::flippedBitsOfAReview()
{
    const QByteArray dump = m_computer.dump(u"r.plumb"_s);
    const QByteArray history = m_computer.run({u"dump"_s, u"r.plumb"_s, u"--history"_s}).out;
    QRandomGenerator random{2021};
    int reported = 0;
    for (int i = 0; i < places(); ++i) {
        QByteArray bytes = m_review;
        const qsizetype at =
            qsizetype(qint64(bytes.size()) * i / places() + random.bounded(bytes.size() / places()));
        bytes[at] = char(bytes.at(at) ^ (1 << random.bounded(8)));
        m_computer.write(u"flipped.plumb"_s, bytes);
        const Ran ran = m_computer.run({u"verify"_s, u"flipped.plumb"_s});
        if (ran.code != 0) {
            ++reported;
            QVERIFY2((ran.code == 3 || ran.code == 4) && ran.saysOneSentence(),
                     "byte " + QByteArray::number(at) + ": " + ran.told());
        } else { // Then it was nothing anybody reads: free space, or a setting.
            QVERIFY2(m_computer.dump(u"flipped.plumb"_s) == dump,
                     "byte " + QByteArray::number(at) + " changes the state, and verify is silent");
            QVERIFY2(m_computer.run({u"dump"_s, u"flipped.plumb"_s, u"--history"_s}).out == history,
                     "byte " + QByteArray::number(at) + " changes the history, and verify is silent");
        }
        QCOMPARE(m_computer.bytes(u"flipped.plumb"_s), bytes);
    }
    QVERIFY2(reported * 10 > places(), QByteArray::number(reported)); // The test has teeth.
}

PLUMBLINE_TEST(TestBadFiles)
} // namespace badfiles_test

#include "tst_badfiles.moc"
