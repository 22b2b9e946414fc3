#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace redline_test {

class TestRedline : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void wordsThatChangedAreMarked();
    void jsonTellsRecordsFieldsAndAuthors();
    void theReviewItselfIsCalledThat();
    void betweenTwoBaselines();
    void asPdf();
    void whatIsNotThere();

private:
    Computer m_computer;
};

void TestRedline::initTestCase()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"r.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.run({u"whoami"_s, u"r.plumb"_s, u"--set"_s, u"Eva"_s}));
    EXPECT_CODE(0, m_computer.apply(u"r.plumb"_s,
                                    R"({"create":"finding","set":{"title":"F","statement":"Reports stay unanswered."}})"));
    EXPECT_CODE(0, m_computer.run({u"baseline"_s, u"r.plumb"_s, u"First"_s}));
    EXPECT_CODE(0, m_computer.apply(u"r.plumb"_s, R"({"set":{"F-001":{"statement":"Most reports stay unanswered."}}})"));
    EXPECT_CODE(0, m_computer.run({u"baseline"_s, u"r.plumb"_s, u"Second"_s}));
    EXPECT_CODE(0, m_computer.apply(u"r.plumb"_s, R"({"set":{"F-001":{"title":"G"}}})"));
}

void TestRedline::wordsThatChangedAreMarked()
{
    const Ran ran = m_computer.run({u"redline"_s, u"r.plumb"_s, u"--baseline"_s, u"First"_s});
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.contains("statement: {+Most +}[-Reports -]{+reports +}stay unanswered.") ||
                 ran.out.contains("statement: [-Reports -]{+Most reports +}stay unanswered."),
             ran.told());
    QVERIFY2(ran.out.contains("[-F-]") && ran.out.contains("{+G+}") && ran.out.contains("Eva, 2 change"), ran.told());
}

void TestRedline::jsonTellsRecordsFieldsAndAuthors()
{
    const QJsonObject redline =
        m_computer.run({u"redline"_s, u"r.plumb"_s, u"--baseline"_s, u"First"_s, u"--json"_s}).object();
    QCOMPARE(redline[u"from"_s].toString(), u"First"_s);
    QCOMPARE(redline[u"to"_s].toString(), u"now"_s);
    const QJsonObject record = redline[u"records"_s][0].toObject();
    QCOMPARE(record[u"what"_s].toString(), u"changed"_s);
    QCOMPARE(record[u"kind"_s].toString(), u"finding"_s);
    QCOMPARE(record[u"by"_s][0][u"person"_s].toString(), u"Eva"_s);
    const QJsonArray texts = record[u"fields"_s].toArray();
    const QJsonObject text = recordsWith(texts, u"field"_s, u"statement"_s).value(0);
    QCOMPARE(text[u"before"_s].toString(), u"Reports stay unanswered."_s);
    QString after;
    for (const QJsonValue &piece : text[u"diff"_s].toArray()) {
        if (piece[0].toString() != u"deleted")
            after += piece[1].toString();
    }
    QCOMPARE(after, u"Most reports stay unanswered."_s);
}

void TestRedline::theReviewItselfIsCalledThat()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"named.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.run({u"baseline"_s, u"named.plumb"_s, u"First"_s}));
    EXPECT_CODE(0, m_computer.apply(u"named.plumb"_s, R"({"set":{"review":{"title":"Third review"}}})"));
    const Ran ran = m_computer.run({u"redline"_s, u"named.plumb"_s});
    QVERIFY2(ran.code == 0 && ran.out.startsWith("review changed: "), ran.told());
}

void TestRedline::betweenTwoBaselines()
{
    const Ran ran =
        m_computer.run({u"redline"_s, u"r.plumb"_s, u"--baseline"_s, u"First"_s, u"--against"_s, u"Second"_s});
    QVERIFY2(ran.code == 0 && ran.out.contains("Most") && !ran.out.contains("{+G+}"), ran.told());
    // Without a name it begins with the last one.
    const Ran last = m_computer.run({u"redline"_s, u"r.plumb"_s});
    QVERIFY2(last.code == 0 && !last.out.contains("Most") && last.out.contains("{+G+}"), last.told());
    EXPECT_CODE(0, m_computer.run({u"baseline"_s, u"r.plumb"_s, u"--check"_s}));
}

void TestRedline::asPdf()
{
    EXPECT_CODE(0, m_computer.run({u"report"_s, u"r.plumb"_s, u"red.pdf"_s, u"--kind"_s, u"redline"_s, u"--baseline"_s,
                                   u"First"_s}));
    QVERIFY(m_computer.bytes(u"red.pdf"_s).startsWith("%PDF-"));
}

void TestRedline::whatIsNotThere()
{
    EXPECT_REFUSED(3, m_computer.run({u"redline"_s, u"r.plumb"_s, u"--baseline"_s, u"Third"_s}));
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"n.plumb"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"redline"_s, u"n.plumb"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"report"_s, u"n.plumb"_s, u"x.pdf"_s, u"--kind"_s, u"redline"_s}));
    QVERIFY(!m_computer.has(u"x.pdf"_s));
    EXPECT_REFUSED(2, m_computer.run({u"baseline"_s, u"n.plumb"_s}));
}

PLUMBLINE_TEST(TestRedline)
} // namespace redline_test

#include "tst_redline.moc"
