#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace verify_test {

class TestVerify : public QObject
{
    Q_OBJECT

private slots:
    void soundFile();
    void changedValueIsFound();

private:
    Computer m_computer;
};

void TestVerify::soundFile()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"r.plumb"_s}));
    EXPECT_CODE(0, m_computer.apply(u"r.plumb"_s, R"({"set":{"M-001":{"description":"Plumbliness"}}})"));
    const QByteArray before = m_computer.bytes(u"r.plumb"_s);
    const Ran ran = m_computer.run({u"verify"_s, u"r.plumb"_s});
    QVERIFY2(ran.code == 0 && ran.out.startsWith("Nothing is damaged") && ran.err.isEmpty(), ran.told());
    QCOMPARE(m_computer.bytes(u"r.plumb"_s), before);
}

void TestVerify::changedValueIsFound()
{
    // A letter in a text: SQLite's own checks see nothing wrong with it.
    QByteArray bytes = m_computer.bytes(u"r.plumb"_s);
    QVERIFY(bytes.contains("Plumbliness"));
    for (qsizetype at = bytes.indexOf("Plumbliness"); at >= 0; at = bytes.indexOf("Plumbliness", at))
        bytes[at] = 'B';
    m_computer.write(u"changed.plumb"_s, bytes);
    const Ran ran = m_computer.run({u"verify"_s, u"changed.plumb"_s});
    QVERIFY2(ran.code == 4 && ran.saysOneSentence(), ran.told());
    QVERIFY2(ran.out.contains("does not match its fingerprint"), ran.told());
    QCOMPARE(m_computer.bytes(u"changed.plumb"_s), bytes);
}

PLUMBLINE_TEST(TestVerify)
} // namespace verify_test

#include "tst_verify.moc"
