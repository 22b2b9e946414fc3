#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace setaside_test {

class TestSetAside : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void takesBackWhatAnImportBroughtAndUndoBringsItAgain();
    void laterWorkStaysAndIsNamed();
    void onlySomeRecords();
    void whatIsNotThere();

private:
    Computer m_computer;
    QString m_file;
    int m_number = 0;
};

/// A file that took in another's changes to its milestone and a finding of hers.
void TestSetAside::init()
{
    m_file = u"s%1.plumb"_s.arg(++m_number);
    const QString other = u"o%1.plumb"_s.arg(m_number);
    const QString bundle = other + u'x';
    EXPECT_CODE(0, m_computer.run({u"new"_s, m_file, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.apply(m_file, R"({"create":"milestone","set":{"title":"Draft","target":"2020-01-24"}})"));
    m_computer.copy(m_file, other);
    EXPECT_CODE(0, m_computer.apply(other, R"({"set":{"M-001":{"title":"Theirs","target":"2021"}}})"));
    EXPECT_CODE(0, m_computer.apply(other, R"({"create":"finding","set":{"title":"Also theirs"}})"));
    EXPECT_CODE(0, m_computer.run({u"export"_s, other, bundle}));
    EXPECT_CODE(0, m_computer.run({u"import"_s, m_file, bundle}));
}

void TestSetAside::takesBackWhatAnImportBroughtAndUndoBringsItAgain()
{
    const QByteArray taken = m_computer.dump(m_file);
    QVERIFY(taken.contains("Theirs"));
    EXPECT_CODE(0, m_computer.run({u"setaside"_s, m_file, u"1"_s}));
    const QByteArray aside = m_computer.dump(m_file);
    QVERIFY(!aside.contains("Theirs") && !aside.contains("Also theirs") && aside.contains("Draft"));
    EXPECT_CODE(0, m_computer.run({u"undo"_s, m_file}));
    QCOMPARE(m_computer.dump(m_file), taken);
    EXPECT_CODE(0, m_computer.run({u"redo"_s, m_file}));
    QCOMPARE(m_computer.dump(m_file), aside);
    EXPECT_CODE(0, m_computer.run({u"verify"_s, m_file}));
}

void TestSetAside::laterWorkStaysAndIsNamed()
{
    EXPECT_CODE(0, m_computer.apply(m_file, R"({"set":{"M-001":{"title":"Mine again"}}})"));
    const Ran ran = m_computer.run({u"setaside"_s, m_file, u"1"_s});
    QVERIFY2(ran.code == 0 && ran.out.contains("M-001.title"), ran.told());
    const QJsonObject milestone = m_computer.record(m_file, u"milestone"_s, u"M-001"_s);
    QCOMPARE(milestone[u"title"_s].toString(), u"Mine again"_s);
    QCOMPARE(milestone[u"target"_s].toString(), u"2020-01-24"_s);
}

void TestSetAside::onlySomeRecords()
{
    const QString key = m_computer.show(m_file, u"finding"_s).at(0)[u"key"_s].toString();
    EXPECT_CODE(0, m_computer.run({u"setaside"_s, m_file, u"1"_s, u"--only"_s, key}));
    QVERIFY(m_computer.show(m_file, u"finding"_s).isEmpty());
    QCOMPARE(m_computer.record(m_file, u"milestone"_s, u"M-001"_s)[u"title"_s].toString(), u"Theirs"_s);
}

void TestSetAside::whatIsNotThere()
{
    const QByteArray before = m_computer.dump(m_file);
    EXPECT_REFUSED(3, m_computer.run({u"setaside"_s, m_file, u"9"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"setaside"_s, m_file, u"first"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"setaside"_s, m_file, u"1"_s, u"--only"_s, u"M-999"_s}));
    QCOMPARE(m_computer.dump(m_file), before);
}

PLUMBLINE_TEST(TestSetAside)
} // namespace setaside_test

#include "tst_setaside.moc"
