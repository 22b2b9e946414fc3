#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace salvage_test {

class TestSalvage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aSoundReviewIsSavedWhole();
    void whatIsMissingIsToldByTheExitCode();
    void nothingIsMadeOfOtherFiles();
    void noFileIsWrittenOver();

private:
    std::unique_ptr<Computer> m_computer;
};

void TestSalvage::init()
{
    m_computer = std::make_unique<Computer>();
    EXPECT_CODE(0, m_computer->run({u"new"_s, u"r.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer->apply(u"r.plumb"_s, "{\"create\":\"finding\",\"set\":{\"title\":\"Plumbliness\"}}\n"
                                                   "{\"create\":\"finding\",\"set\":{\"title\":\"Two\"}}"));
}

void TestSalvage::aSoundReviewIsSavedWhole()
{
    const QByteArray before = m_computer->bytes(u"r.plumb"_s);
    const Ran ran = m_computer->run({u"salvage"_s, u"r.plumb"_s, u"new.plumb"_s});
    QVERIFY2(ran.code == 0 && ran.out.contains("Nothing is known to be missing"), ran.told());
    QCOMPARE(m_computer->dump(u"new.plumb"_s), m_computer->dump(u"r.plumb"_s));
    EXPECT_CODE(0, m_computer->run({u"verify"_s, u"new.plumb"_s}));
    QCOMPARE(m_computer->bytes(u"r.plumb"_s), before);
}

void TestSalvage::whatIsMissingIsToldByTheExitCode()
{
    QByteArray bytes = m_computer->bytes(u"r.plumb"_s);
    for (qsizetype at = bytes.indexOf("Plumbliness"); at >= 0; at = bytes.indexOf("Plumbliness", at))
        bytes[at] = 'B';
    m_computer->write(u"r.plumb"_s, bytes);
    const Ran ran = m_computer->run({u"salvage"_s, u"r.plumb"_s, u"new.plumb"_s});
    QVERIFY2(ran.code == 1 && ran.err.isEmpty() && ran.out.contains("1 change"), ran.told());
    QCOMPARE(m_computer->show(u"new.plumb"_s, u"finding"_s).size(), 1);
    EXPECT_CODE(0, m_computer->run({u"verify"_s, u"new.plumb"_s}));
    QCOMPARE(m_computer->bytes(u"r.plumb"_s), bytes);
}

void TestSalvage::nothingIsMadeOfOtherFiles()
{
    m_computer->write(u"letter.txt"_s, QByteArray("Dear Eva,\n").repeated(1000));
    EXPECT_REFUSED(3, m_computer->run({u"salvage"_s, u"letter.txt"_s, u"new.plumb"_s}));
    m_computer->write(u"head.plumb"_s, m_computer->bytes(u"r.plumb"_s).left(4096));
    EXPECT_REFUSED(4, m_computer->run({u"salvage"_s, u"head.plumb"_s, u"new.plumb"_s}));
    EXPECT_REFUSED(3, m_computer->run({u"salvage"_s, u"none.plumb"_s, u"new.plumb"_s}));
    QVERIFY(!m_computer->has(u"new.plumb"_s));
}

void TestSalvage::noFileIsWrittenOver()
{
    m_computer->write(u"new.plumb"_s, "kept");
    EXPECT_REFUSED(3, m_computer->run({u"salvage"_s, u"r.plumb"_s, u"new.plumb"_s}));
    QCOMPARE(m_computer->bytes(u"new.plumb"_s), QByteArray("kept"));
}

PLUMBLINE_TEST(TestSalvage)
} // namespace salvage_test

#include "tst_salvage.moc"
