#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace imports_test {

class TestImports : public QObject
{
    Q_OBJECT

private slots:
    void listsWhatCameTheLastFirst();
    void aNewReviewHasNone();

private:
    Computer m_computer;
};

void TestImports::listsWhatCameTheLastFirst()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"r.plumb"_s, u"--template"_s, u"blank"_s}));
    m_computer.copy(u"r.plumb"_s, u"o.plumb"_s);
    EXPECT_CODE(0, m_computer.run({u"whoami"_s, u"o.plumb"_s, u"--set"_s, u"Ben"_s}));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"o.plumb"_s, u"one.plumbx"_s}));
    EXPECT_CODE(0, m_computer.run({u"import"_s, u"r.plumb"_s, u"one.plumbx"_s}));
    EXPECT_CODE(0, m_computer.apply(u"o.plumb"_s, R"({"create":"finding","set":{"title":"F"}})"));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"o.plumb"_s, u"two.plumbx"_s}));
    EXPECT_CODE(0, m_computer.run({u"import"_s, u"r.plumb"_s, u"two.plumbx"_s}));
    const QJsonArray imports = m_computer.run({u"imports"_s, u"r.plumb"_s, u"--json"_s}).array();
    QCOMPARE(imports.size(), 2);
    QVERIFY(imports.at(0)[u"import"_s].toInteger() > imports.at(1)[u"import"_s].toInteger());
    QCOMPARE(imports.at(0)[u"changes"_s].toInteger(), 1);
    QCOMPARE(imports.at(0)[u"sender"_s].toString(), u"Ben"_s);
    QVERIFY(!imports.at(0)[u"setAside"_s].toBool());
    const QString number = QString::number(imports.at(0)[u"import"_s].toInteger());
    EXPECT_CODE(0, m_computer.run({u"setaside"_s, u"r.plumb"_s, number}));
    const Ran again = m_computer.run({u"imports"_s, u"r.plumb"_s, u"--json"_s});
    QVERIFY2(again.array().at(0)[u"setAside"_s].toBool() && !again.array().at(1)[u"setAside"_s].toBool(), again.told());
    const Ran words = m_computer.run({u"imports"_s, u"r.plumb"_s});
    QVERIFY2(words.out.contains("Ben") && words.out.contains("set aside"), words.told());
}

void TestImports::aNewReviewHasNone()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"n.plumb"_s}));
    QVERIFY(m_computer.run({u"imports"_s, u"n.plumb"_s, u"--json"_s}).array().isEmpty());
}

PLUMBLINE_TEST(TestImports)
} // namespace imports_test

#include "tst_imports.moc"
