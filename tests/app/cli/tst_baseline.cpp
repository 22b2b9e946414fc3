#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace baseline_test {

class TestBaseline : public QObject
{
    Q_OBJECT

private slots:
    void freezesDates();
    void undoTakesItBack();
    void nameIsNeededOnce();

private:
    Computer m_computer;
};

void TestBaseline::freezesDates()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"r.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.apply(u"r.plumb"_s,
                                    R"({"create":"milestone","set":{"title":"A","target":"2020-01-24"}})"));
    EXPECT_CODE(0, m_computer.run({u"baseline"_s, u"r.plumb"_s, u"Work plan"_s}));
    EXPECT_CODE(0, m_computer.apply(u"r.plumb"_s, R"({"set":{"M-001":{"target":"2020-03-24"}}})"));
    QCOMPARE(m_computer.show(u"r.plumb"_s, u"baseline"_s).at(0)[u"name"_s].toString(), u"Work plan"_s);
    const QJsonArray items = m_computer.show(u"r.plumb"_s, u"baselineitem"_s);
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.at(0)[u"target"_s].toString(), u"2020-01-24"_s);
}

void TestBaseline::undoTakesItBack()
{
    const QByteArray before = m_computer.dump(u"r.plumb"_s);
    EXPECT_CODE(0, m_computer.run({u"baseline"_s, u"r.plumb"_s, u"Second"_s}));
    EXPECT_CODE(0, m_computer.run({u"undo"_s, u"r.plumb"_s}));
    QCOMPARE(m_computer.dump(u"r.plumb"_s), before);
}

void TestBaseline::nameIsNeededOnce()
{
    const QByteArray before = m_computer.dump(u"r.plumb"_s);
    EXPECT_REFUSED(3, m_computer.run({u"baseline"_s, u"r.plumb"_s, u"Work plan"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"baseline"_s, u"r.plumb"_s, u" "_s}));
    EXPECT_REFUSED(2, m_computer.run({u"baseline"_s, u"r.plumb"_s}));
    QCOMPARE(m_computer.dump(u"r.plumb"_s), before);
}

PLUMBLINE_TEST(TestBaseline)
} // namespace baseline_test

#include "tst_baseline.moc"
