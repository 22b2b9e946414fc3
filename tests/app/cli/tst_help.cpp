#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace help_test {

class TestHelp : public QObject
{
    Q_OBJECT

private slots:
    void listsEveryVerb();
    void explainsAVerb();
    void listsEditFunctions();
    void unknownVerb();

private:
    Computer m_computer;
};

void TestHelp::listsEveryVerb()
{
    const Ran ran = m_computer.run({u"help"_s});
    QVERIFY2(ran.code == 0 && ran.err.isEmpty(), ran.told());
    for (const char *verb :
         {"new", "sample", "whoami", "show", "dump", "apply", "check", "log", "undo", "redo", "export",
          "import", "sharing", "fingerprint", "conflicts", "resolve", "baseline", "verify", "report", "timeline", "help"}) {
        QVERIFY2(ran.out.contains("\n  " + QByteArray(verb) + ' '), verb);
        EXPECT_CODE(0, m_computer.run({u"help"_s, QString::fromLatin1(verb)}));
    }
    QVERIFY(ran.out.contains("Exit codes"));
}

void TestHelp::explainsAVerb()
{
    const Ran ran = m_computer.run({u"help"_s, u"resolve"_s});
    QVERIFY2(ran.out.contains("Usage: plumbline-cli resolve [options] FILE CONFLICT"), ran.told());
    QVERIFY2(ran.out.contains("--take") && ran.out.contains("--value"), ran.told());
}

void TestHelp::listsEditFunctions()
{
    const Ran ran = m_computer.run({u"help"_s, u"do"_s});
    QCOMPARE(ran.code, 0);
    for (const char *function : {"reschedule - ", "baseline - ", "waive - ", "restore - "})
        QVERIFY2(ran.out.contains(function), function);
}

void TestHelp::unknownVerb()
{
    EXPECT_REFUSED(2, m_computer.run({u"help"_s, u"frobnicate"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"help"_s, u"new"_s, u"more"_s}));
}

PLUMBLINE_TEST(TestHelp)
} // namespace help_test

#include "tst_help.moc"
