#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace undo_test {

class TestUndo : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void stepByStepBackToTheBeginning();
    void survivesClosingAndImports();
    void laterWorkOfOthersStays();
    void undoOfADeletionBringsEverythingBack();

private:
    Computer m_computer;
    QString m_file;
    int m_number = 0;
};

void TestUndo::init()
{
    m_file = u"u%1.plumb"_s.arg(++m_number);
    EXPECT_CODE(0, m_computer.run({u"new"_s, m_file, u"--template"_s, u"blank"_s}));
}

void TestUndo::stepByStepBackToTheBeginning()
{
    QList<QByteArray> states{m_computer.dump(m_file)};
    for (const char *line : {R"({"create":"milestone","set":{"title":"A","target":"2020"}})",
                             R"({"set":{"M-001":{"title":"B","target":"2021"}}})",
                             R"([{"create":"finding","set":{"title":"F"}},{"set":{"M-001":{"title":"C"}}}])",
                             R"({"delete":"M-001"})"}) {
        EXPECT_CODE(0, m_computer.apply(m_file, line));
        states += m_computer.dump(m_file);
    }
    for (qsizetype i = states.size() - 2; i >= 0; --i) {
        EXPECT_CODE(0, m_computer.run({u"undo"_s, m_file}));
        QCOMPARE(m_computer.dump(m_file), states.at(i));
    }
    EXPECT_REFUSED(3, m_computer.run({u"undo"_s, m_file}));
    QCOMPARE(m_computer.dump(m_file), states.first());
    for (qsizetype i = 1; i < states.size(); ++i) {
        EXPECT_CODE(0, m_computer.run({u"redo"_s, m_file}));
        QCOMPARE(m_computer.dump(m_file), states.at(i));
    }
    EXPECT_REFUSED(3, m_computer.run({u"redo"_s, m_file}));
}

void TestUndo::survivesClosingAndImports()
{
    m_computer.copy(m_file, u"other.plumb"_s);
    EXPECT_CODE(0, m_computer.apply(m_file, R"({"create":"milestone","set":{"title":"Mine"}})"));
    EXPECT_CODE(0, m_computer.apply(u"other.plumb"_s, R"({"create":"finding","set":{"title":"Theirs"}})"));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"other.plumb"_s, u"other.plumbx"_s}));
    EXPECT_CODE(0, m_computer.run({u"import"_s, m_file, u"other.plumbx"_s}));
    const Ran undo = m_computer.run({u"undo"_s, m_file});
    QVERIFY2(undo.code == 0 && undo.out.contains("M-001"), undo.told());
    QVERIFY(m_computer.show(m_file, u"milestone"_s).isEmpty());
    QCOMPARE(m_computer.show(m_file, u"finding"_s).size(), 1);
}

void TestUndo::laterWorkOfOthersStays()
{
    EXPECT_CODE(0, m_computer.apply(m_file, R"({"create":"milestone","set":{"title":"A","target":"2020"}})"));
    EXPECT_CODE(0, m_computer.apply(m_file, R"({"set":{"M-001":{"title":"B","target":"2021"}}})"));
    m_computer.copy(m_file, u"later.plumb"_s);
    EXPECT_CODE(0, m_computer.apply(u"later.plumb"_s, R"({"set":{"M-001":{"title":"Later"}}})"));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"later.plumb"_s, u"later.plumbx"_s}));
    EXPECT_CODE(0, m_computer.run({u"import"_s, m_file, u"later.plumbx"_s}));
    const Ran undo = m_computer.run({u"undo"_s, m_file});
    QVERIFY2(undo.code == 0 && undo.out.contains("Left as it is"), undo.told());
    const QJsonObject milestone = m_computer.record(m_file, u"milestone"_s, u"M-001"_s);
    QCOMPARE(milestone[u"title"_s].toString(), u"Later"_s);
    QCOMPARE(milestone[u"target"_s].toString(), u"2020"_s);
}

void TestUndo::undoOfADeletionBringsEverythingBack()
{
    EXPECT_CODE(0, m_computer.apply(
                       m_file, R"([{"create":"subteam","as":"s","set":{"title":"S"}},)"
                               R"({"create":"milestone","set":{"title":"A","subteam":"s","progress":30}}])"));
    const QByteArray before = m_computer.dump(m_file);
    EXPECT_CODE(0, m_computer.apply(m_file, R"([{"delete":"M-S1-01"},{"delete":"S1"}])"));
    EXPECT_CODE(0, m_computer.run({u"undo"_s, m_file}));
    QCOMPARE(m_computer.dump(m_file), before);
}

PLUMBLINE_TEST(TestUndo)
} // namespace undo_test

#include "tst_undo.moc"
