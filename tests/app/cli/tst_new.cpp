#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace new_test {

class TestNew : public QObject
{
    Q_OBJECT

private slots:
    void makesAReviewFromTheTemplate();
    void makesABlankReview();
    void leavesNothingElseBeside();
    void everyReviewIsAnother();
    void titleIsOneLine();
    void existingFileIsLeftAsItIs();
    void folderThatIsNotThere();
    void readOnlyFolder();
    void wrongWords_data();
    void wrongWords();
    void templateThatIsNotThere();

private:
    Computer m_computer;
};

void TestNew::makesAReviewFromTheTemplate()
{
    const Ran made = m_computer.run({u"new"_s, u"a.plumb"_s, u"--title"_s, u"Third review"_s});
    QVERIFY2(made.code == 0 && made.err.isEmpty(), made.told());
    const QJsonObject review = QJsonDocument::fromJson(m_computer.dump(u"a.plumb"_s)).object();
    QCOMPARE(review[u"review"_s][u"title"_s].toString(), u"Third review"_s);
    QCOMPARE(review[u"review"_s][u"template"_s].toString(), u"icann-specific-review"_s);
    QVERIFY(m_computer.show(u"a.plumb"_s, u"milestone"_s).size() > 10);
    QVERIFY(m_computer.show(u"a.plumb"_s, u"rule"_s).size() > 10);
    EXPECT_CODE(0, m_computer.run({u"verify"_s, u"a.plumb"_s}));
    // What the template wrote is not the user's to undo.
    EXPECT_REFUSED(3, m_computer.run({u"undo"_s, u"a.plumb"_s}));
}

void TestNew::makesABlankReview()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"blank.plumb"_s, u"--template"_s, u"blank"_s}));
    QVERIFY(m_computer.show(u"blank.plumb"_s, u"milestone"_s).isEmpty());
}

void TestNew::leavesNothingElseBeside()
{
    Computer fresh;
    EXPECT_CODE(0, fresh.run({u"new"_s, u"only.plumb"_s}));
    EXPECT_CODE(0, fresh.run({u"sample"_s, u"sample.plumb"_s}));
    QCOMPARE(QDir(fresh.folder()).entryList(QDir::Files), QStringList({u"only.plumb"_s, u"sample.plumb"_s}));
}

void TestNew::everyReviewIsAnother()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"one.plumb"_s}));
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"two.plumb"_s}));
    EXPECT_CODE(0, m_computer.run({u"export"_s, u"one.plumb"_s, u"one.plumbx"_s}));
    const QByteArray before = m_computer.bytes(u"two.plumb"_s);
    EXPECT_REFUSED(3, m_computer.run({u"import"_s, u"two.plumb"_s, u"one.plumbx"_s}));
    QCOMPARE(m_computer.bytes(u"two.plumb"_s), before);
}

void TestNew::titleIsOneLine()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"title.plumb"_s, u"--title"_s, u" Två\n rader\t水 "_s}));
    QCOMPARE(QJsonDocument::fromJson(m_computer.dump(u"title.plumb"_s))[u"review"_s][u"title"_s].toString(),
             u"Två rader 水"_s);
}

void TestNew::existingFileIsLeftAsItIs()
{
    m_computer.write(u"letter.txt"_s, "not a review");
    EXPECT_REFUSED(3, m_computer.run({u"new"_s, u"letter.txt"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"sample"_s, u"letter.txt"_s}));
    QCOMPARE(m_computer.bytes(u"letter.txt"_s), QByteArray("not a review"));
}

void TestNew::folderThatIsNotThere()
{
    const Ran ran = m_computer.run({u"new"_s, u"nowhere/x.plumb"_s});
    QVERIFY2(ran.code == 4 && ran.saysOneSentence() && ran.err.contains("“nowhere/x.plumb”"), ran.told());
}

void TestNew::readOnlyFolder()
{
    if (!m_computer.canMakeReadOnly())
        QSKIP("nothing is read-only for this user");
    const ReadOnly folder(m_computer);
    EXPECT_REFUSED(4, m_computer.runUnprivileged({u"new"_s, u"readonly.plumb"_s}));
    QVERIFY(!m_computer.has(u"readonly.plumb"_s));
}

void TestNew::wrongWords_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no file") << QStringList{u"new"_s};
    QTest::newRow("too many") << QStringList{u"new"_s, u"w.plumb"_s, u"more"_s};
    QTest::newRow("unknown option") << QStringList{u"new"_s, u"w.plumb"_s, u"--tempalte"_s, u"blank"_s};
    QTest::newRow("option without its value") << QStringList{u"new"_s, u"w.plumb"_s, u"--title"_s};
}

void TestNew::wrongWords()
{
    QFETCH(QStringList, words);
    EXPECT_REFUSED(2, m_computer.run(words));
    QVERIFY(!m_computer.has(u"w.plumb"_s));
}

void TestNew::templateThatIsNotThere()
{
    EXPECT_REFUSED(3, m_computer.run({u"new"_s, u"t.plumb"_s, u"--template"_s, u"gnso"_s}));
    QVERIFY(!m_computer.has(u"t.plumb"_s));
}

PLUMBLINE_TEST(TestNew)
} // namespace new_test

#include "tst_new.moc"
