#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace sample_test {

class TestSample : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void twoSamplesAreOneReview();
    void isWholeAndFilled();
    void leavesProblemsForTheChecks();
    void firstEditsOfTwoSamplesMerge();
    void nothingToUndo();
    void wrongWords();

private:
    Computer m_ann;
    Computer m_bob;
};

void TestSample::initTestCase()
{
    EXPECT_CODE(0, m_ann.run({u"sample"_s, u"s.plumb"_s}));
    EXPECT_CODE(0, m_bob.run({u"sample"_s, u"s.plumb"_s}));
}

void TestSample::twoSamplesAreOneReview()
{
    const QByteArray dump = m_ann.dump(u"s.plumb"_s);
    QVERIFY(dump.size() > 100'000);
    QCOMPARE(m_bob.dump(u"s.plumb"_s), dump);
    QCOMPARE(m_bob.run({u"dump"_s, u"s.plumb"_s, u"--history"_s}).out,
             m_ann.run({u"dump"_s, u"s.plumb"_s, u"--history"_s}).out);
    EXPECT_CODE(0, m_bob.run({u"export"_s, u"s.plumb"_s, m_ann.path(u"bob.plumbx"_s)}));
    const Ran import = m_ann.run({u"import"_s, u"s.plumb"_s, u"bob.plumbx"_s, u"--json"_s});
    QCOMPARE(import.code, 0);
    QCOMPARE(import.object()[u"new"_s].toInt(-1), 0);
    QCOMPARE(m_ann.dump(u"s.plumb"_s), dump);
}

void TestSample::isWholeAndFilled()
{
    EXPECT_CODE(0, m_ann.run({u"verify"_s, u"s.plumb"_s}));
    EXPECT_CODE(0, m_ann.run({u"conflicts"_s, u"s.plumb"_s}));
    for (const QString &kind :
         {u"milestone"_s, u"finding"_s, u"recommendation"_s, u"subteam"_s, u"decision"_s})
        QVERIFY2(m_ann.show(u"s.plumb"_s, kind).size() >= 10, qPrintable(kind));
}

void TestSample::leavesProblemsForTheChecks()
{
    const Ran checks = m_ann.run({u"check"_s, u"s.plumb"_s, u"--json"_s});
    QCOMPARE(checks.code, 1);
    QVERIFY(!recordsWith(checks.array(), u"record"_s, u"M-S7-05"_s).isEmpty());
}

void TestSample::firstEditsOfTwoSamplesMerge()
{
    EXPECT_CODE(0, m_ann.apply(u"s.plumb"_s, R"({"create":"note","set":{"text":"From Ann"}})"));
    EXPECT_CODE(0, m_bob.apply(u"s.plumb"_s, R"({"create":"note","set":{"text":"From Bob"}})"));
    EXPECT_CODE(0, m_ann.run({u"export"_s, u"s.plumb"_s, m_bob.path(u"ann.plumbx"_s)}));
    EXPECT_CODE(0, m_bob.run({u"export"_s, u"s.plumb"_s, m_ann.path(u"bob.plumbx"_s)}));
    EXPECT_CODE(0, m_ann.run({u"import"_s, u"s.plumb"_s, u"bob.plumbx"_s}));
    EXPECT_CODE(0, m_bob.run({u"import"_s, u"s.plumb"_s, u"ann.plumbx"_s}));
    QCOMPARE(m_ann.dump(u"s.plumb"_s), m_bob.dump(u"s.plumb"_s));
    EXPECT_CODE(0, m_ann.run({u"conflicts"_s, u"s.plumb"_s}));
}

void TestSample::nothingToUndo()
{
    EXPECT_CODE(0, m_ann.run({u"sample"_s, u"untouched.plumb"_s}));
    EXPECT_REFUSED(3, m_ann.run({u"undo"_s, u"untouched.plumb"_s}));
}

void TestSample::wrongWords()
{
    EXPECT_REFUSED(2, m_ann.run({u"sample"_s}));
    EXPECT_REFUSED(2, m_ann.run({u"sample"_s, u"a.plumb"_s, u"--big"_s}));
    EXPECT_REFUSED(4, m_ann.run({u"sample"_s, u"nowhere/a.plumb"_s}));
}

PLUMBLINE_TEST(TestSample)
} // namespace sample_test

#include "tst_sample.moc"
