#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace whoami_test {

class TestWhoami : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nobodyAtFirst();
    void createsThePersonOnce();
    void picksThePersonOfThatName();
    void choiceIsLocalToTheFile();
    void editsCarryTheName();
    void nameOfNothing();
    void wrongWords();

private:
    Computer m_computer;
    QString m_file;
    int m_number = 0;
};

void TestWhoami::init()
{
    m_file = u"w%1.plumb"_s.arg(++m_number);
    EXPECT_CODE(0, m_computer.run({u"new"_s, m_file, u"--template"_s, u"blank"_s}));
}

void TestWhoami::nobodyAtFirst()
{
    const QByteArray before = m_computer.bytes(m_file);
    const Ran ran = m_computer.run({u"whoami"_s, m_file});
    QVERIFY2(ran.code == 0 && ran.out.startsWith("Nobody yet"), ran.told());
    QCOMPARE(m_computer.bytes(m_file), before);
}

void TestWhoami::createsThePersonOnce()
{
    QCOMPARE(m_computer.run({u"whoami"_s, m_file, u"--set"_s, u"Eva  Ruiz"_s}).out,
             QByteArray("P-001 Eva Ruiz\n"));
    QCOMPARE(m_computer.run({u"whoami"_s, m_file, u"--set"_s, u"Eva Ruiz"_s}).out,
             QByteArray("P-001 Eva Ruiz\n"));
    QCOMPARE(m_computer.run({u"whoami"_s, m_file}).out, QByteArray("P-001 Eva Ruiz\n"));
    QCOMPARE(m_computer.show(m_file, u"person"_s).size(), 1);
}

void TestWhoami::picksThePersonOfThatName()
{
    EXPECT_CODE(
        0, m_computer.apply(m_file, R"({"create":"person","set":{"name":"Bo Öberg","affiliation":"ALAC"}})"));
    EXPECT_CODE(0, m_computer.run({u"whoami"_s, m_file, u"--set"_s, u"Bo Öberg"_s}));
    QCOMPARE(m_computer.show(m_file, u"person"_s).size(), 1);
}

void TestWhoami::choiceIsLocalToTheFile()
{
    EXPECT_CODE(0, m_computer.apply(m_file, R"([{"create":"person","set":{"name":"A"}},)"
                                            R"({"create":"person","set":{"name":"B"}}])"));
    EXPECT_CODE(0, m_computer.run({u"whoami"_s, m_file, u"--set"_s, u"A"_s}));
    const QByteArray dump = m_computer.dump(m_file);
    EXPECT_CODE(0, m_computer.run({u"whoami"_s, m_file, u"--set"_s, u"B"_s}));
    QCOMPARE(m_computer.dump(m_file), dump);
}

void TestWhoami::editsCarryTheName()
{
    EXPECT_CODE(0, m_computer.run({u"whoami"_s, m_file, u"--set"_s, u"Eva"_s}));
    EXPECT_CODE(0, m_computer.apply(m_file, R"({"create":"milestone","set":{"title":"Draft"}})"));
    const QJsonArray log = m_computer.run({u"log"_s, m_file, u"M-001"_s, u"--json"_s}).array();
    QVERIFY(!log.isEmpty());
    QCOMPARE(log.at(0)[u"person"_s].toString(), u"Eva"_s);
}

void TestWhoami::nameOfNothing()
{
    EXPECT_REFUSED(3, m_computer.run({u"whoami"_s, m_file, u"--set"_s, u""_s}));
    EXPECT_REFUSED(3, m_computer.run({u"whoami"_s, m_file, u"--set"_s, u" \t"_s}));
    QVERIFY(m_computer.show(m_file, u"person"_s).isEmpty());
}

void TestWhoami::wrongWords()
{
    EXPECT_REFUSED(2, m_computer.run({u"whoami"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"whoami"_s, m_file, u"--sett"_s, u"Eva"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"whoami"_s, u"nofile.plumb"_s}));
}

PLUMBLINE_TEST(TestWhoami)
} // namespace whoami_test

#include "tst_whoami.moc"
