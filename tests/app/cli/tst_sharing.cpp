#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace sharing_test {

class TestSharing : public QObject
{
    Q_OBJECT

private slots:
    void nothingWasExchanged();
    void saysWhatCameAndWhatIsMissing();

private:
    Computer m_computer;
};

void TestSharing::nothingWasExchanged()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"r.plumb"_s}));
    const QByteArray before = m_computer.bytes(u"r.plumb"_s);
    const Ran ran = m_computer.run({u"sharing"_s, u"r.plumb"_s});
    QVERIFY2(ran.code == 0 && ran.out.startsWith("Nothing was received"), ran.told());
    const Ran json = m_computer.run({u"sharing"_s, u"r.plumb"_s, u"--json"_s});
    for (const QString &list : {u"peers"_s, u"imports"_s, u"gaps"_s})
        QVERIFY(json.object()[list].isArray() && json.object()[list].toArray().isEmpty());
    QCOMPARE(m_computer.bytes(u"r.plumb"_s), before);
}

void TestSharing::saysWhatCameAndWhatIsMissing()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"a.plumb"_s, u"--template"_s, u"blank"_s}));
    m_computer.copy(u"a.plumb"_s, u"b.plumb"_s);
    EXPECT_CODE(0, m_computer.run({u"whoami"_s, u"b.plumb"_s, u"--set"_s, u"Bob"_s}));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"b.plumb"_s, u"1.plumbx"_s}));
    EXPECT_CODE(0, m_computer.run({u"import"_s, u"a.plumb"_s, u"1.plumbx"_s}));
    for (const QByteArray title : {"two", "three", "four"})
        EXPECT_CODE(0, m_computer.apply(u"b.plumb"_s, R"({"create":"finding","set":{"title":")" + title + R"("}})"));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"b.plumb"_s, u"lost.plumbx"_s, u"--since"_s, u"1.plumbx"_s}));
    EXPECT_CODE(0, m_computer.apply(u"b.plumb"_s, R"({"create":"finding","set":{"title":"five"}})"));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"b.plumb"_s, u"5.plumbx"_s, u"--since"_s, u"lost.plumbx"_s}));
    const Ran import = m_computer.run({u"import"_s, u"a.plumb"_s, u"5.plumbx"_s});
    QVERIFY2(import.out.contains("3 changes by Bob are missing, no. 2"), import.told());
    const Ran ran = m_computer.run({u"sharing"_s, u"a.plumb"_s});
    QVERIFY2(ran.code == 1 && ran.out.contains("Bob: last received") && ran.out.contains("last sent never") &&
                 ran.out.contains("1.plumbx from Bob") && ran.out.contains("3 changes by Bob are missing"),
             ran.told());
    EXPECT_CODE(0, m_computer.run({u"import"_s, u"a.plumb"_s, u"lost.plumbx"_s}));
    EXPECT_CODE(0, m_computer.run({u"sharing"_s, u"a.plumb"_s}));
    QCOMPARE(m_computer.dump(u"a.plumb"_s), m_computer.dump(u"b.plumb"_s));
}

PLUMBLINE_TEST(TestSharing)
} // namespace sharing_test

#include "tst_sharing.moc"
