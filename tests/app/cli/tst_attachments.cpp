#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace attachments_test {

class TestAttachments : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aFileIsAttachedAndExtracted();
    void scriptsAttachFiles();
    void nothingIsOverwrittenWithoutForce();
    void namesAreFoundInTheFolder();
    void wrongWordsAreRefused();
    void contentsTravelAndVerifyTellsWhatIsMissing();

private:
    std::unique_ptr<Computer> m_computer;
};

void TestAttachments::init()
{
    m_computer = std::make_unique<Computer>();
    EXPECT_CODE(0, m_computer->run({u"new"_s, u"r.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer->apply(u"r.plumb"_s, R"({"create":"finding","set":{"title":"Keys"}})"));
    m_computer->write(u"minutes.pdf"_s, "what was said");
}

void TestAttachments::aFileIsAttachedAndExtracted()
{
    const Ran ran = m_computer->run(
        {u"attach"_s, u"r.plumb"_s, u"F-001"_s, u"minutes.pdf"_s, u"--description"_s, u"Of Friday"_s});
    QVERIFY2(ran.code == 0 && ran.out.startsWith("AT-001: ") && ran.out.contains("minutes.pdf"), ran.told());
    const QJsonObject record = m_computer->record(u"r.plumb"_s, u"attachment"_s, u"AT-001"_s);
    QCOMPARE(record[u"filename"_s].toString(), u"minutes.pdf"_s);
    QCOMPARE(record[u"description"_s].toString(), u"Of Friday"_s);
    QCOMPARE(record[u"size"_s].toInt(), 13);
    EXPECT_CODE(0, m_computer->run({u"extract"_s, u"r.plumb"_s, u"AT-001"_s, u"copy.pdf"_s}));
    QCOMPARE(m_computer->bytes(u"copy.pdf"_s), "what was said");
    EXPECT_CODE(0, m_computer->run({u"attach"_s, u"r.plumb"_s, u"review"_s, u"minutes.pdf"_s}));
    EXPECT_CODE(0, m_computer->run({u"verify"_s, u"r.plumb"_s}));
    EXPECT_CODE(0, m_computer->run({u"undo"_s, u"r.plumb"_s}));
    QCOMPARE(m_computer->show(u"r.plumb"_s, u"attachment"_s).size(), 1);
}

void TestAttachments::scriptsAttachFiles()
{
    const Ran ran = m_computer->apply(u"r.plumb"_s, R"({"attach":"F-001","file":"minutes.pdf","as":"a"})");
    QVERIFY2(ran.code == 0, ran.told());
    QCOMPARE(ran.answers().first()[u"keys"_s].toObject()[u"a"_s].toString(), u"AT-001"_s);
    EXPECT_CODE(0, m_computer->run({u"extract"_s, u"r.plumb"_s, u"AT-001"_s, u"copy.pdf"_s}));
    QCOMPARE(m_computer->bytes(u"copy.pdf"_s), "what was said");
}

void TestAttachments::nothingIsOverwrittenWithoutForce()
{
    EXPECT_CODE(0, m_computer->run({u"attach"_s, u"r.plumb"_s, u"F-001"_s, u"minutes.pdf"_s}));
    m_computer->write(u"mine.pdf"_s, "mine");
    EXPECT_REFUSED(3, m_computer->run({u"extract"_s, u"r.plumb"_s, u"AT-001"_s, u"mine.pdf"_s}));
    QCOMPARE(m_computer->bytes(u"mine.pdf"_s), "mine");
    EXPECT_CODE(0, m_computer->run({u"extract"_s, u"r.plumb"_s, u"AT-001"_s, u"mine.pdf"_s, u"--force"_s}));
    QCOMPARE(m_computer->bytes(u"mine.pdf"_s), "what was said");
    // Never a review, whatever is said.
    const QByteArray before = m_computer->bytes(u"r.plumb"_s);
    EXPECT_REFUSED(3, m_computer->run({u"extract"_s, u"r.plumb"_s, u"AT-001"_s, u"r.plumb"_s, u"--force"_s}));
    QCOMPARE(m_computer->bytes(u"r.plumb"_s), before);
}

void TestAttachments::namesAreFoundInTheFolder()
{
    EXPECT_CODE(0, m_computer->run({u"attach"_s, u"r.plumb"_s, u"F-001"_s, u"minutes.pdf"_s}));
    EXPECT_CODE(0, m_computer->apply(u"r.plumb"_s, R"({"set":{"AT-001":{"filename":"../../evil.sh"}}})"));
    QVERIFY(QDir(m_computer->folder()).mkpath(u"a/b/c"_s));
    const Ran ran = m_computer->run({u"extract"_s, u"r.plumb"_s, u"AT-001"_s, u"a/b/c"_s});
    QVERIFY2(ran.code == 0 && ran.out.contains("a/b/c/evil.sh"), ran.told());
    QVERIFY(m_computer->has(u"a/b/c/evil.sh"_s) && !m_computer->has(u"a/evil.sh"_s));
}

void TestAttachments::wrongWordsAreRefused()
{
    EXPECT_REFUSED(2, m_computer->run({u"attach"_s, u"r.plumb"_s, u"F-001"_s}));
    EXPECT_REFUSED(3, m_computer->run({u"attach"_s, u"r.plumb"_s, u"F-009"_s, u"minutes.pdf"_s}));
    EXPECT_REFUSED(3, m_computer->run({u"attach"_s, u"r.plumb"_s, u"F-001"_s, u"nothing.pdf"_s}));
    EXPECT_REFUSED(3, m_computer->run({u"extract"_s, u"r.plumb"_s, u"F-001"_s, u"x"_s}));
    EXPECT_REFUSED(3, m_computer->run({u"extract"_s, u"r.plumb"_s, u"AT-001"_s, u"x"_s}));
    QVERIFY(!m_computer->has(u"x"_s));
}

void TestAttachments::contentsTravelAndVerifyTellsWhatIsMissing()
{
    m_computer->copy(u"r.plumb"_s, u"other.plumb"_s);
    EXPECT_CODE(0, m_computer->run({u"attach"_s, u"r.plumb"_s, u"F-001"_s, u"minutes.pdf"_s}));
    EXPECT_CODE(0, m_computer->run({u"export"_s, u"r.plumb"_s, u"all.plumbx"_s}));
    EXPECT_CODE(0, m_computer->run({u"import"_s, u"other.plumb"_s, u"all.plumbx"_s}));
    EXPECT_CODE(0, m_computer->run({u"extract"_s, u"other.plumb"_s, u"AT-001"_s, u"copy.pdf"_s}));
    QCOMPARE(m_computer->bytes(u"copy.pdf"_s), "what was said");
    // A record can name contents nobody has; that is told and is no damage.
    QString claim = QString::fromUtf8(QByteArray(64, '0'));
    const Ran set =
        m_computer->apply(u"r.plumb"_s, R"({"set":{"AT-001":{"sha256":")" + claim.toUtf8() + R"("}}})");
    QVERIFY2(set.code == 0, set.told());
    EXPECT_REFUSED(3, m_computer->run({u"extract"_s, u"r.plumb"_s, u"AT-001"_s, u"x.pdf"_s}));
    const Ran verified = m_computer->run({u"verify"_s, u"r.plumb"_s});
    QVERIFY2(verified.code == 0 && verified.out.contains("AT-001"), verified.told());
}

PLUMBLINE_TEST(TestAttachments)
} // namespace attachments_test

#include "tst_attachments.moc"
