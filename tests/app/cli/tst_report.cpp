#include "tests/app/cli/clirunner.h"
#include "tests/samplefile.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace report_test {

class TestReport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void writesAPdf_data();
    void writesAPdf();
    void otherKindsAreRefused_data();
    void otherKindsAreRefused();
    void neverOntoAReview();
    void wrongWords();

private:
    Computer m_computer;
};

void TestReport::initTestCase()
{
    QVERIFY(putSample(m_computer.path(u"s.plumb"_s)));
}

void TestReport::writesAPdf_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("draft") << QStringList{u"--kind"_s, u"draft"_s};
    QTest::newRow("timeline") << QStringList{u"--kind"_s, u"timeline"_s};
    QTest::newRow("letter, on a day")
        << QStringList{u"--kind"_s, u"timeline"_s, u"--paper"_s, u"letter"_s, u"--on"_s, u"2019-11-08"_s};
}

void TestReport::writesAPdf()
{
    QFETCH(QStringList, options);
    const QByteArray before = m_computer.bytes(u"s.plumb"_s);
    const Ran ran = m_computer.run(QStringList{u"report"_s, u"s.plumb"_s, u"out.pdf"_s} + options);
    QVERIFY2(ran.code == 0 && ran.err.isEmpty(), ran.told());
    const QByteArray pdf = m_computer.bytes(u"out.pdf"_s);
    QVERIFY(pdf.startsWith("%PDF-1.") && pdf.trimmed().endsWith("%%EOF"));
    QVERIFY(pdf.size() > 5000);
    QCOMPARE(m_computer.bytes(u"s.plumb"_s), before);
}

void TestReport::otherKindsAreRefused_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"tor", "workplan", "status", "pack", "final", "comments", "chain",
                             "actions", "decisions", "novel"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestReport::otherKindsAreRefused()
{
    QFETCH(QString, kind);
    const Ran ran = m_computer.run({u"report"_s, u"s.plumb"_s, u"refused.pdf"_s, u"--kind"_s, kind});
    QVERIFY2(ran.code == 3 && ran.saysOneSentence() && ran.err.contains(kind.toUtf8()), ran.told());
    QVERIFY(!m_computer.has(u"refused.pdf"_s));
}

void TestReport::neverOntoAReview()
{
    const QByteArray before = m_computer.bytes(u"s.plumb"_s);
    EXPECT_REFUSED(3, m_computer.run({u"report"_s, u"s.plumb"_s, u"s.plumb"_s, u"--kind"_s, u"draft"_s}));
    QCOMPARE(m_computer.bytes(u"s.plumb"_s), before);
}

void TestReport::wrongWords()
{
    EXPECT_REFUSED(2, m_computer.run({u"report"_s, u"s.plumb"_s, u"w.pdf"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"report"_s, u"s.plumb"_s, u"--kind"_s, u"draft"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"report"_s, u"s.plumb"_s, u"w.pdf"_s, u"--kind"_s, u"draft"_s,
                                      u"--paper"_s, u"a5"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"report"_s, u"s.plumb"_s, u"w.pdf"_s, u"--kind"_s, u"draft"_s,
                                      u"--on"_s, u"2020-02-30"_s}));
    EXPECT_REFUSED(4,
                   m_computer.run({u"report"_s, u"s.plumb"_s, u"nowhere/w.pdf"_s, u"--kind"_s, u"draft"_s}));
    QVERIFY(!m_computer.has(u"w.pdf"_s));
}

PLUMBLINE_TEST(TestReport)
} // namespace report_test

#include "tst_report.moc"
