#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace fingerprint_test {

class TestFingerprint : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theOwnFingerprintStaysTheSame();
    void bothSeeTheSameDigits();
    void comparingIsRemembered();
    void whoIsNotKnownIsRefused();

private:
    Computer m_ada;
    Computer m_bob;
};

static QByteArray digits(const QByteArray &line)
{
    static const QRegularExpression shape(u"(\\d{5} ){7}\\d{5}"_s);
    return shape.match(QString::fromUtf8(line)).captured().toUtf8();
}

void TestFingerprint::initTestCase()
{
    EXPECT_CODE(0, m_ada.run({u"new"_s, u"a.plumb"_s, u"--template"_s, u"blank"_s}));
    m_bob.write(u"b.plumb"_s, m_ada.bytes(u"a.plumb"_s));
    EXPECT_CODE(0, m_bob.run({u"whoami"_s, u"b.plumb"_s, u"--set"_s, u"Bob"_s}));
    EXPECT_CODE(0, m_bob.run({u"export"_s, u"b.plumb"_s, u"b.plumbx"_s}));
    m_ada.write(u"b.plumbx"_s, m_bob.bytes(u"b.plumbx"_s));
    EXPECT_CODE(0, m_ada.run({u"import"_s, u"a.plumb"_s, u"b.plumbx"_s}));
}

void TestFingerprint::theOwnFingerprintStaysTheSame()
{
    const Ran ran = m_bob.run({u"fingerprint"_s, u"b.plumb"_s});
    QVERIFY2(ran.code == 0 && ran.out.startsWith("This file: ") && digits(ran.out).size() == 47, ran.told());
    QCOMPARE(m_bob.run({u"fingerprint"_s, u"b.plumb"_s}).out, ran.out);
}

void TestFingerprint::bothSeeTheSameDigits()
{
    const QByteArray own = digits(m_bob.run({u"fingerprint"_s, u"b.plumb"_s}).out);
    const Ran seen = m_ada.run({u"fingerprint"_s, u"a.plumb"_s});
    QVERIFY2(seen.out.contains("Bob: " + own + " (not compared yet)"), seen.told());
    QVERIFY(!seen.out.startsWith("This file: " + own));
}

void TestFingerprint::comparingIsRemembered()
{
    const Ran ran = m_ada.run({u"fingerprint"_s, u"a.plumb"_s, u"--checked"_s, u"Bob"_s});
    QVERIFY2(ran.code == 0 && ran.out.contains("(compared)"), ran.told());
    const Ran import = m_ada.run({u"import"_s, u"a.plumb"_s, u"b.plumbx"_s});
    QVERIFY2(import.out.contains("Signed by Bob, whose fingerprint you have compared."), import.told());
    EXPECT_REFUSED(3, m_ada.run({u"fingerprint"_s, u"a.plumb"_s, u"--checked"_s, u"Bob"_s}));
}

void TestFingerprint::whoIsNotKnownIsRefused()
{
    EXPECT_REFUSED(3, m_ada.run({u"fingerprint"_s, u"a.plumb"_s, u"--checked"_s, u"Eve"_s}));
    EXPECT_REFUSED(3, m_ada.run({u"fingerprint"_s, u"none.plumb"_s}));
}

PLUMBLINE_TEST(TestFingerprint)
} // namespace fingerprint_test

#include "tst_fingerprint.moc"
