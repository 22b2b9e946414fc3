#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace resolve_test {

class TestResolve : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void takesAValueByItsNumber();
    void takesAnotherValue();
    void keepsOrDeletesWhatWasDeletedWhileEdited();
    void undoBringsTheConflictBack();
    void whatCannotBeTaken_data();
    void whatCannotBeTaken();
    void wrongWords();

private:
    Computer m_computer;
};

void TestResolve::init()
{
    for (const QString &name : QDir(m_computer.folder()).entryList(QDir::Files))
        QFile::remove(m_computer.path(name));
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"a.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.apply(u"a.plumb"_s,
                                    R"({"create":"milestone","set":{"title":"Draft","target":"2020-01-24"}}
{"create":"finding","set":{"title":"F"}})"));
    m_computer.copy(u"a.plumb"_s, u"b.plumb"_s);
    EXPECT_CODE(0, m_computer.apply(u"a.plumb"_s, R"({"set":{"M-001":{"target":"2020-02-01"}}}
{"delete":"F-001"})"));
    EXPECT_CODE(0, m_computer.apply(u"b.plumb"_s,
                                    R"({"set":{"M-001":{"target":"2020-03-01"},"F-001":{"title":"G"}}})"));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"b.plumb"_s, u"b.plumbx"_s}));
    EXPECT_CODE(1, m_computer.run({u"import"_s, u"a.plumb"_s, u"b.plumbx"_s}));
}

void TestResolve::takesAValueByItsNumber()
{
    const QJsonArray conflicts = m_computer.run({u"conflicts"_s, u"a.plumb"_s, u"--json"_s}).array();
    const QJsonArray values =
        recordsWith(conflicts, u"conflict"_s, u"M-001.target"_s).value(0)[u"values"_s].toArray();
    EXPECT_CODE(0, m_computer.run({u"resolve"_s, u"a.plumb"_s, u"M-001.target"_s, u"--take"_s, u"2"_s}));
    QCOMPARE(m_computer.record(u"a.plumb"_s, u"milestone"_s, u"M-001"_s)[u"target"_s],
             values.at(1)[u"value"_s]);
    EXPECT_REFUSED(3, m_computer.run({u"resolve"_s, u"a.plumb"_s, u"M-001.target"_s, u"--take"_s, u"2"_s}));
}

void TestResolve::takesAnotherValue()
{
    EXPECT_CODE(0,
                m_computer.run({u"resolve"_s, u"a.plumb"_s, u"M-001.target"_s, u"--value"_s, u"2020-Q2?"_s}));
    QCOMPARE(m_computer.record(u"a.plumb"_s, u"milestone"_s, u"M-001"_s)[u"target"_s].toString(),
             u"2020-Q2?"_s);
}

void TestResolve::keepsOrDeletesWhatWasDeletedWhileEdited()
{
    m_computer.copy(u"a.plumb"_s, u"c.plumb"_s);
    EXPECT_CODE(0, m_computer.run({u"resolve"_s, u"a.plumb"_s, u"F-001.life"_s, u"--take"_s, u"2"_s}));
    QCOMPARE(m_computer.record(u"a.plumb"_s, u"finding"_s, u"F-001"_s)[u"title"_s].toString(), u"G"_s);
    EXPECT_CODE(0, m_computer.run({u"resolve"_s, u"c.plumb"_s, u"F-001.life"_s, u"--take"_s, u"1"_s}));
    QVERIFY(m_computer.show(u"c.plumb"_s, u"finding"_s).isEmpty());
}

void TestResolve::undoBringsTheConflictBack()
{
    const QByteArray before = m_computer.dump(u"a.plumb"_s);
    EXPECT_CODE(0, m_computer.run({u"resolve"_s, u"a.plumb"_s, u"M-001.target"_s, u"--take"_s, u"1"_s}));
    EXPECT_CODE(0, m_computer.run({u"undo"_s, u"a.plumb"_s}));
    QCOMPARE(m_computer.dump(u"a.plumb"_s), before);
}

void TestResolve::whatCannotBeTaken_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no such value") << QStringList{u"M-001.target"_s, u"--take"_s, u"3"_s};
    QTest::newRow("value nought") << QStringList{u"M-001.target"_s, u"--take"_s, u"0"_s};
    QTest::newRow("no number") << QStringList{u"M-001.target"_s, u"--take"_s, u"first"_s};
    QTest::newRow("no date") << QStringList{u"M-001.target"_s, u"--value"_s, u"2020-02-30"_s};
    QTest::newRow("no conflict") << QStringList{u"M-001.title"_s, u"--take"_s, u"1"_s};
    QTest::newRow("no record") << QStringList{u"M-999.title"_s, u"--take"_s, u"1"_s};
    QTest::newRow("life by a value") << QStringList{u"F-001.life"_s, u"--value"_s, u"alive"_s};
}

void TestResolve::whatCannotBeTaken()
{
    QFETCH(QStringList, words);
    const QByteArray before = m_computer.dump(u"a.plumb"_s);
    EXPECT_REFUSED(3, m_computer.run(QStringList{u"resolve"_s, u"a.plumb"_s} + words));
    QCOMPARE(m_computer.dump(u"a.plumb"_s), before);
}

void TestResolve::wrongWords()
{
    EXPECT_REFUSED(2, m_computer.run({u"resolve"_s, u"a.plumb"_s, u"M-001.target"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"resolve"_s, u"a.plumb"_s, u"--take"_s, u"1"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"resolve"_s, u"a.plumb"_s, u"M-001.target"_s, u"--take"_s, u"1"_s,
                                      u"--value"_s, u"2020"_s}));
}

PLUMBLINE_TEST(TestResolve)
} // namespace resolve_test

#include "tst_resolve.moc"
