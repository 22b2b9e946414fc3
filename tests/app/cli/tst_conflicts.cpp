#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace conflicts_test {

class TestConflicts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void listsEveryValueWithItsAuthor();
    void deletedWhileEditedOffersBoth();
    void noneIsAnEmptyListAndZero();
    void setOnAConflictIsRefused();
    void baselineIsRefused();

private:
    Computer m_computer;
};

void TestConflicts::initTestCase()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"a.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.apply(u"a.plumb"_s,
                                    R"({"create":"milestone","set":{"title":"Draft","target":"2020-01-24"}}
{"create":"finding","set":{"title":"F"}})"));
    m_computer.copy(u"a.plumb"_s, u"b.plumb"_s);
    EXPECT_CODE(0, m_computer.run({u"whoami"_s, u"a.plumb"_s, u"--set"_s, u"Ann"_s}));
    EXPECT_CODE(0, m_computer.run({u"whoami"_s, u"b.plumb"_s, u"--set"_s, u"Bob"_s}));
    EXPECT_CODE(0, m_computer.apply(u"a.plumb"_s, R"({"set":{"M-001":{"target":"2020-02-01"}}}
{"delete":"F-001"})"));
    EXPECT_CODE(
        0, m_computer.apply(u"b.plumb"_s,
                            R"({"set":{"M-001":{"target":"2020-03-01"},"F-001":{"title":"F, edited"}}})"));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"b.plumb"_s, u"b.plumbx"_s}));
    EXPECT_CODE(1, m_computer.run({u"import"_s, u"a.plumb"_s, u"b.plumbx"_s}));
}

void TestConflicts::listsEveryValueWithItsAuthor()
{
    const Ran ran = m_computer.run({u"conflicts"_s, u"a.plumb"_s, u"--json"_s});
    QCOMPARE(ran.code, 1);
    const QJsonObject conflict = recordsWith(ran.array(), u"conflict"_s, u"M-001.target"_s).value(0);
    QCOMPARE(conflict[u"record"_s].toString(), u"M-001"_s);
    QCOMPARE(conflict[u"field"_s].toString(), u"target"_s);
    const QJsonArray values = conflict[u"values"_s].toArray();
    QCOMPARE(values.size(), 2);
    QCOMPARE(recordsWith(values, u"by"_s, u"Ann"_s).value(0)[u"value"_s].toString(), u"2020-02-01"_s);
    QCOMPARE(recordsWith(values, u"by"_s, u"Bob"_s).value(0)[u"value"_s].toString(), u"2020-03-01"_s);
    QVERIFY(QDateTime::fromString(values.at(0)[u"when"_s].toString(), Qt::ISODate).isValid());
    const Ran words = m_computer.run({u"conflicts"_s, u"a.plumb"_s});
    QVERIFY2(words.code == 1 && words.out.contains("M-001.target  Draft\n  1: 2020-0"), words.told());
}

void TestConflicts::deletedWhileEditedOffersBoth()
{
    const Ran ran = m_computer.run({u"conflicts"_s, u"a.plumb"_s, u"--json"_s});
    const QJsonArray values =
        recordsWith(ran.array(), u"conflict"_s, u"F-001.life"_s).value(0)[u"values"_s].toArray();
    QCOMPARE(values.size(), 2);
    QCOMPARE(values.at(0)[u"value"_s].toString(), u"deleted"_s);
    QCOMPARE(values.at(0)[u"by"_s].toString(), u"Ann"_s);
    QCOMPARE(values.at(1)[u"value"_s].toString(), u"alive"_s);
    QCOMPARE(values.at(1)[u"by"_s].toString(), u"Bob"_s);
}

void TestConflicts::noneIsAnEmptyListAndZero()
{
    const Ran ran = m_computer.run({u"conflicts"_s, u"b.plumb"_s, u"--json"_s});
    QVERIFY2(ran.code == 0 && ran.out == "[]\n", ran.told());
}

void TestConflicts::setOnAConflictIsRefused()
{
    const QByteArray before = m_computer.dump(u"a.plumb"_s);
    const Ran ran = m_computer.apply(u"a.plumb"_s, R"({"set":{"M-001":{"target":"2020-04-01"}}})");
    QVERIFY2(ran.code == 3 && ran.saysOneSentence() && ran.err.contains("resolve"), ran.told());
    QCOMPARE(ran.answers().value(0)[u"field"_s].toString(), u"target"_s);
    QCOMPARE(m_computer.dump(u"a.plumb"_s), before);
    EXPECT_CODE(0, m_computer.apply(u"a.plumb"_s, R"({"set":{"M-001":{"title":"Another field"}}})"));
}

void TestConflicts::baselineIsRefused()
{
    EXPECT_REFUSED(3, m_computer.run({u"baseline"_s, u"a.plumb"_s, u"Plan"_s}));
    QVERIFY(m_computer.show(u"a.plumb"_s, u"baseline"_s).isEmpty());
}

PLUMBLINE_TEST(TestConflicts)
} // namespace conflicts_test

#include "tst_conflicts.moc"
