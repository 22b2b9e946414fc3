#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace redo_test {

class TestRedo : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingToRedo();
    void doesAgainWhatWasTakenBack();
    void newEditEndsIt();

private:
    Computer m_computer;
    QString m_file;
    int m_number = 0;
};

void TestRedo::init()
{
    m_file = u"r%1.plumb"_s.arg(++m_number);
    EXPECT_CODE(0, m_computer.run({u"new"_s, m_file, u"--template"_s, u"blank"_s}));
}

void TestRedo::nothingToRedo()
{
    const QByteArray before = m_computer.dump(m_file);
    EXPECT_REFUSED(3, m_computer.run({u"redo"_s, m_file}));
    QCOMPARE(m_computer.dump(m_file), before);
}

void TestRedo::doesAgainWhatWasTakenBack()
{
    EXPECT_CODE(0, m_computer.apply(m_file, R"({"create":"milestone","set":{"title":"A"}})"));
    const QByteArray done = m_computer.dump(m_file);
    for (int round = 0; round < 3; ++round) { // Back and forth as often as one likes.
        EXPECT_CODE(0, m_computer.run({u"undo"_s, m_file}));
        const Ran redo = m_computer.run({u"redo"_s, m_file});
        QVERIFY2(redo.code == 0 && redo.out.contains("M-001"), redo.told());
        QCOMPARE(m_computer.dump(m_file), done);
    }
    EXPECT_CODE(0, m_computer.run({u"verify"_s, m_file}));
}

void TestRedo::newEditEndsIt()
{
    EXPECT_CODE(0, m_computer.apply(m_file, R"({"create":"milestone","set":{"title":"A"}})"));
    EXPECT_CODE(0, m_computer.run({u"undo"_s, m_file}));
    EXPECT_CODE(0, m_computer.apply(m_file, R"({"create":"milestone","set":{"title":"B"}})"));
    EXPECT_REFUSED(3, m_computer.run({u"redo"_s, m_file}));
}

PLUMBLINE_TEST(TestRedo)
} // namespace redo_test

#include "tst_redo.moc"
