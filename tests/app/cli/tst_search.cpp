#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace search_test {

class TestSearch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void hitsAreLines();
    void jsonTellsWhereTheWordsStand();
    void theLimitHolds();
    void whatIsTypedIsPlainText();
    void wrongLimitsAreRefused();
    void searchingChangesNothing();

private:
    Computer m_computer;
};

void TestSearch::initTestCase()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"r.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.apply(u"r.plumb"_s,
                                    "{\"create\":\"finding\",\"set\":{\"title\":\"域名系统安全\",\"statement\":\"DNS abuse.\"}}\n"
                                    "{\"create\":\"finding\",\"set\":{\"title\":\"Abuse reports\"}}\n"
                                    "{\"create\":\"milestone\",\"set\":{\"title\":\"Abuse workshop\"}}"));
}

void TestSearch::hitsAreLines()
{
    const Ran ran = m_computer.run({u"search"_s, u"r.plumb"_s, u"workshop"_s});
    QCOMPARE(ran.out, QByteArray("M-001.title: Abuse workshop\n"));
    QCOMPARE(ran.code, 0);
    EXPECT_CODE(0, m_computer.run({u"search"_s, u"r.plumb"_s, u"nowhere"_s}));
}

void TestSearch::jsonTellsWhereTheWordsStand()
{
    const QJsonArray hits = m_computer.run({u"search"_s, u"r.plumb"_s, u"安全"_s, u"--json"_s}).array();
    QCOMPARE(hits.size(), 1);
    const QJsonObject hit = hits.at(0).toObject();
    QCOMPARE(hit.value(u"kind"_s).toString(), u"finding"_s);
    QCOMPARE(hit.value(u"key"_s).toString(), u"F-001"_s);
    QCOMPARE(hit.value(u"field"_s).toString(), u"title"_s);
    QCOMPARE(hit.value(u"excerpt"_s).toString(), u"域名系统安全"_s);
    QCOMPARE(hit.value(u"marks"_s).toArray(), (QJsonArray{QJsonArray{4, 1}, QJsonArray{5, 1}}));
}

void TestSearch::theLimitHolds()
{
    QCOMPARE(m_computer.run({u"search"_s, u"r.plumb"_s, u"abuse"_s, u"--json"_s}).array().size(), 3);
    QCOMPARE(m_computer.run({u"search"_s, u"r.plumb"_s, u"abuse"_s, u"--json"_s, u"--limit"_s, u"2"_s}).array().size(), 2);
}

void TestSearch::whatIsTypedIsPlainText()
{
    for (const QString &typed : {u"\"abuse"_s, u"(abuse"_s, u"abuse*"_s, u"^abuse"_s})
        QCOMPARE(m_computer.run({u"search"_s, u"r.plumb"_s, typed, u"--json"_s}).array().size(), 3);
    for (const QString &typed : {u"abuse AND reports"_s, u"abuse NOT reports"_s, u"kind:finding"_s, u"*"_s, u""_s})
        QCOMPARE(m_computer.run({u"search"_s, u"r.plumb"_s, typed, u"--json"_s}).array().size(), 0);
}

void TestSearch::wrongLimitsAreRefused()
{
    EXPECT_REFUSED(2, m_computer.run({u"search"_s, u"r.plumb"_s, u"abuse"_s, u"--limit"_s, u"many"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"search"_s, u"r.plumb"_s, u"abuse"_s, u"--limit"_s, u"0"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"search"_s, u"r.plumb"_s}));
}

void TestSearch::searchingChangesNothing()
{
    const QByteArray before = m_computer.bytes(u"r.plumb"_s);
    EXPECT_CODE(0, m_computer.run({u"search"_s, u"r.plumb"_s, u"abuse"_s}));
    QCOMPARE(m_computer.bytes(u"r.plumb"_s), before);
}

PLUMBLINE_TEST(TestSearch)
} // namespace search_test

#include "tst_search.moc"
